"""The page on which a review is read: the file, the ten aspects, the questions, and what differs between submissions.

Nothing is decided here; what may be done stands on it as on any other page. Serves review-6, review-8 to review-10, review-12.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.page_port import ReadingPage, SummedUp, reads, remarks, sums_up
from mingzhi.core.organs import HEADS, Post
from mingzhi.core.organs.models import User
from mingzhi.law.provisions import provision
from mingzhi.law.reviewing import Aspect, Outcome, Verdict, unjudged

from .files import Leaf, leaves_of
from .forcing import changed_since
from .models import Review, Submission
from .queries import Item, differences, findings_of, items_of, paper_changes, staffing, verdicts_of
from .reading_shapes import AspectLine, Comparison, ItemLine, Place, QuestionLine, Reading, RoundLine, Sheet
from .stages import Stage

_TONES = {Verdict.FIT: "ok", Verdict.FLAWED: "soon", Verdict.UNFIT: "late"}


@reads("review")
def reading_of(review: Review, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    """The page of a review. asked: `doc` or `file` with `page` open a page of the file, `do` is the action that stands open."""
    submissions = list(review.review_submissions.select_related("submitted_by").order_by("round"))
    submission = submissions[-1]
    aspects = [_aspect(aspect, row) for aspect, row in _all_aspects(submission)]
    left = len(unjudged(verdicts_of(submission)))
    items, sheet = _file(review, submissions, asked)
    page = Reading(
        pk=review.pk,
        round=str(submission),
        clock=_clock(review, at),
        items=items,
        sheet=sheet,
        aspects=aspects,
        judged=f"还有 {left} 个方面没有审核" if left else "十个方面已审核完",
        doing=asked.get("do", ""),
        found={line.title: line for line in aspects},
        questions=_questions(review),
        advice=[(f"{row}（{row.on}）", row.opinion) for row in submission.coreviewers.order_by("id")],
        rounds=[_round(row) for row in reversed(submissions)],
        comparisons=[_comparison(old, new) for old, new in pairwise(submissions)][::-1],
        notes=_notes(review, submission),
    )
    return ReadingPage("review/reading.html", page, "examine" if left and review.stage == Stage.REVIEWING else "")


@remarks("review", home=(Post.SUPERVISOR, *HEADS))
def too_few_reviewers(viewer: User, at: datetime) -> str:
    """What is said where too few review, to whoever looks at reviews and to those who can change it. Source: three-rules-reviewers."""
    return staffing(viewer.authority_id, local_day(at)).sentence


@sums_up("review")
def round_and_result(review: Review) -> SummedUp:
    return SummedUp("法制审核" if review.round == 1 else f"法制审核（第{review.round}次送审）", review.get_result_display() or "")


def _clock(review: Review, at: datetime) -> str:
    if review.stage == Stage.SUBMITTED:
        return f"尚未收件。收件后 {provision('review-8').period(local_day(at)).text}内审核完毕。"
    return f"{Stage(review.stage).label}，没有在走的审核期限。"


def _notes(review: Review, submission: Submission) -> list[str]:
    """That what was submitted is no longer what would be decided."""
    found = [] if review.stage == Stage.WITHDRAWN else changed_since(review, submission)
    return [f"这次送审以后：{'；'.join(found)}。须重新送审后再审核。"] if found else []


def _file(review: Review, submissions: list[Submission], asked: Mapping[str, str]) -> tuple[list[ItemLine], Sheet | None]:
    """The application and the package as lines, and the page that lies open: the one asked for, else the first."""
    items = items_of(submissions[-1])
    application = review.documents.filter(code="D21", voided_at__isnull=True).defer("data").last()
    papers = [application.pk] if application else []
    papers += [item.document_id for item in items if item.document_id]
    earlier = {row["id"] for one in submissions for row in one.package if row["kind"] == "document"}
    rows = {row.pk: row for row in Document.objects.filter(pk__in={*papers, *earlier}).defer("data")}
    leaves = leaves_of(review.case_id, items)
    pages = [Place(paper, page) for paper in papers for page in range(1, rows[paper].pages + 1)]
    shown = [leaf for item in items for leaf in leaves.get(item.evidence_id or 0, ())]
    files = [Place(file_id=leaf.file_id, page=page) for leaf in shown for page in range(1, leaf.pages + 1)]
    place = _asked_paper(rows, asked) or _asked_file(files, asked) or next(iter((*pages, *files)), None)
    lines = [_item_line(item, rows, leaves, place) for item in items]
    if application:
        on = place is not None and place.document_id == application.pk
        lines.insert(0, ItemLine(application.title, application.number, f"{application.pages} 页", Place(application.pk), on=on))
    if place is None:
        return lines, None
    if place.file_id:
        return lines, _file_sheet(place, [*pages, *files], leaves)
    return lines, _sheet(place, [*pages, *files] if place in pages else [], rows, items)


def _item_line(item: Item, rows: Mapping[int, Document], leaves: Mapping[int, list[Leaf]], here: Place | None) -> ItemLine:
    if not item.document_id:
        return _evidence_line(item, leaves.get(item.evidence_id or 0, []), here)
    pages = "" if item.first_page is None else f"第 {item.first_page} 页"
    if item.first_page != item.last_page:
        pages = f"第 {item.first_page}—{item.last_page} 页"
    on = here is not None and item.document_id == here.document_id
    return ItemLine(item.title, item.number, pages, Place(item.document_id), on=on, voided=rows[item.document_id].voided_at is not None)


def _evidence_line(item: Item, leaves: list[Leaf], here: Place | None) -> ItemLine:
    """Evidence opens at the first of its files that can be shown; what cannot is opened as an original."""
    shown = [leaf for leaf in leaves if leaf.pages]
    words = f"证据 · {len(leaves)} 个文件" if len(leaves) > 1 else "证据"
    if not shown:
        return ItemLine(item.title, item.number, words, file_id=leaves[0].file_id if leaves else None)
    on = here is not None and here.file_id in {leaf.file_id for leaf in shown}
    return ItemLine(item.title, item.number, words, Place(file_id=shown[0].file_id), on=on)


def _asked_paper(rows: Mapping[int, Document], asked: Mapping[str, str]) -> Place | None:
    """The page asked for, if a paper of some submission or of the review has it."""
    paper, page = asked.get("doc", ""), asked.get("page", "")
    row = rows.get(int(paper)) if paper.isdecimal() else None
    if row is None:
        return None
    return Place(row.pk, min(max(int(page), 1), row.pages) if page.isdecimal() else 1)


def _asked_file(files: list[Place], asked: Mapping[str, str]) -> Place | None:
    """The page asked for of a file of the package; the nearest it has, where it has not that one."""
    file, page = asked.get("file", ""), asked.get("page", "")
    own = [place for place in files if file.isdecimal() and place.file_id == int(file)]
    return own[min(max(int(page), 1), len(own)) - 1 if page.isdecimal() else 0] if own else None


def _sheet(place: Place, order: list[Place], rows: Mapping[int, Document], items: list[Item]) -> Sheet:
    row = rows[place.document_id or 0]
    pages = order or [Place(row.pk, page) for page in range(1, row.pages + 1)]
    item = next((one for one in items if one.document_id == row.pk), None)
    total = max((one.last_page for one in items if one.last_page), default=0)
    before, after = _neighbours(place, pages)
    return Sheet(
        title=row.title,
        number=row.number,
        place=place,
        pages=row.pages,
        in_file=f"全卷第 {item.first_page + place.page - 1} 页，共 {total} 页" if item else "",
        voided=row.voided_at is not None,
        before=before,
        after=after,
    )


def _file_sheet(place: Place, order: list[Place], leaves: Mapping[int, list[Leaf]]) -> Sheet:
    leaf = next(leaf for rows in leaves.values() for leaf in rows if leaf.file_id == place.file_id)
    before, after = _neighbours(place, order)
    return Sheet(title=leaf.title, number=leaf.about, place=place, pages=leaf.pages, in_file="证据", before=before, after=after)


def _neighbours(place: Place, pages: list[Place]) -> tuple[Place | None, Place | None]:
    """The page before and the page after."""
    at = pages.index(place)
    return (pages[at - 1] if at else None), (pages[at + 1] if at + 1 < len(pages) else None)


def _all_aspects(submission: Submission) -> list[tuple[Aspect, Any]]:
    found = findings_of(submission)
    return [(aspect, found.get(aspect)) for aspect in Aspect]


def _aspect(aspect: Aspect, row: Any) -> AspectLine:
    if row is None:
        return AspectLine(aspect.title)
    place = Place(row.document_id, row.page or 1) if row.document_id else None
    return AspectLine(
        title=aspect.title,
        verdict=Verdict(row.verdict).title,
        tone=_TONES[Verdict(row.verdict)],
        grounds=row.grounds,
        place=place,
        place_words=f"《{row.document.title}》第 {place.page} 页" if place else "",
    )


def _questions(review: Review) -> list[QuestionLine]:
    """Every question of every round, the newest first. Source: review-10."""
    return [
        QuestionLine(
            question=row.question,
            asked_by=row.asked_by.name,
            asked_at=row.asked_at,
            answer=row.answer,
            answered_by=row.answered_by.name if row.answered_by else "",
            answered_at=row.answered_at,
        )
        for row in review.review_questions.select_related("asked_by", "answered_by").order_by("-id")
    ]


def _round(row: Submission) -> RoundLine:
    if row.returned_at:
        result, words = "退回补正", row.returned_because
    elif row.result is not None:
        result, words = Outcome(row.result).title, row.opinion
    else:
        result, words = ("审核中" if row.received_at else "待收件"), ""
    return RoundLine(str(row), row.submitted_at, row.submitted_by.name, result, words)


def _comparison(old: Submission, new: Submission) -> Comparison:
    """Field by field; the list of papers is compared paper by paper instead. Source: review-12."""
    papers = str(Submission._meta.get_field("package").verbose_name)
    fields = [row for row in differences(old, new) if row.label != papers]
    return Comparison(str(old), str(new), new.changes, fields, paper_changes(old, new))
