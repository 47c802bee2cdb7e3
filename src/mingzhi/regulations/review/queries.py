"""Reads for pages, papers and tests: the package with its pages, findings by aspect, what differs between two submissions, reviewers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any, Literal

from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment, Authority, User
from mingzhi.core.organs.people import holders
from mingzhi.law.provisions import provision
from mingzhi.law.reviewing import Aspect, Verdict
from mingzhi.procedures.penalty.severity import in_words

from .models import Finding, Question, Submission


@dataclass(frozen=True)
class Item:
    """One thing of the package with the pages it takes in the whole, counted through from one; evidence files have none of their own."""

    title: str
    number: str
    code: str
    document_id: int | None
    evidence_id: int | None
    sha256: str
    first_page: int | None
    last_page: int | None


def items_of(submission: Submission) -> list[Item]:
    """What was submitted, in the order of the file, with pages counted through."""
    found, page = [], 0
    for row in submission.package:
        pages = row["pages"]
        paper = row["kind"] == "document"
        found.append(
            Item(
                title=row["title"],
                number=row["number"],
                code=row["code"],
                document_id=row["id"] if paper else None,
                evidence_id=None if paper else row["id"],
                sha256=row["sha256"],
                first_page=page + 1 if pages else None,
                last_page=page + pages if pages else None,
            )
        )
        page += pages or 0
    return found


def findings_of(submission: Submission) -> dict[Aspect, Finding]:
    """What was found so far, by aspect in the order of review-9."""
    rows = {Aspect(row.aspect): row for row in submission.findings.select_related("document", "found_by")}
    return {aspect: rows[aspect] for aspect in Aspect if aspect in rows}


def verdicts_of(submission: Submission) -> dict[Aspect, Verdict]:
    return {aspect: Verdict(row.verdict) for aspect, row in findings_of(submission).items()}


def unanswered(submission: Submission) -> list[Question]:
    """Questions the handlers have not answered yet. Source: review-10."""
    return list(submission.questions.filter(answered_at__isnull=True))


Run = tuple[Literal["same", "gone", "new"], str]


@dataclass(frozen=True)
class Difference:
    """One field of two submissions: what it said, what it says, and the runs of words that are the same, gone or new."""

    label: str
    old: str
    new: str
    runs: tuple[Run, ...]


_COMPARED = ("facts", "law_and_benchmark", "evidence_taking", "other", "proposed_decision")
#: Words for the eye: runs of digits and letters, else single characters.
_WORDS = re.compile(r"[0-9A-Za-z.,]+|\s+|.", re.DOTALL)


def differences(old: Submission, new: Submission) -> list[Difference]:
    """Field by field what two submissions of one case say differently; fields that say the same are left out."""
    labels = {field.name: str(field.verbose_name) for field in Submission._meta.concrete_fields}
    pairs = [(labels[name], getattr(old, name), getattr(new, name)) for name in _COMPARED]
    pairs.append(("拟给予的处罚", in_words(old.penalties), in_words(new.penalties)))
    pairs.append((labels["order"], _order_in_words(old.order), _order_in_words(new.order)))
    pairs.append(("送审材料", _titles(old.package), _titles(new.package)))
    return [Difference(label, was, now, tuple(runs(was, now))) for label, was, now in pairs if was != now]


def _order_in_words(order: dict[str, str]) -> str:
    return f"{order['manner']}（{order['begins_at']}起）{order['reasons']}" if order else ""


@dataclass(frozen=True)
class PaperChange:
    """One paper or file that two submissions do not share; both ids when one took the place of the other."""

    kind: Literal["新增", "减少", "重新制作"]
    title: str
    old_document_id: int | None = None
    new_document_id: int | None = None


def paper_changes(old: Submission, new: Submission) -> list[PaperChange]:
    """What was made anew, added and taken out between two submissions, in the order of the file. Source: review-12."""
    kept = {_key(row) for row in old.package} & {_key(row) for row in new.package}
    gone = [row for row in old.package if _key(row) not in kept]
    found = []
    for row in (row for row in new.package if _key(row) not in kept):
        was = next((other for other in gone if [other[name] for name in _SAME_PLACE] == [row[name] for name in _SAME_PLACE]), None)
        if was is not None:
            gone.remove(was)
        found.append(PaperChange("重新制作" if was else "新增", _title(row), was and _document_id(was), _document_id(row)))
    return found + [PaperChange("减少", _title(row), _document_id(row)) for row in gone]


#: A paper takes the place of another of the same kind and name.
_SAME_PLACE = ("kind", "code", "title")


def _key(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["kind"], row["id"], row["sha256"]


def _title(row: dict[str, Any]) -> str:
    return f"{row['title']}{row['number']}"


def _document_id(row: dict[str, Any]) -> int | None:
    return row["id"] if row["kind"] == "document" else None


def _titles(package: Iterable[dict[str, Any]]) -> str:
    return "\n".join(map(_title, package))


def runs(old: str, new: str) -> Iterable[Run]:
    """Two texts as runs: joined without the new ones they give the old text, without the gone ones the new text."""
    was, now = _WORDS.findall(old), _WORDS.findall(new)
    for kind, first, last, begins, ends in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "same", "".join(was[first:last])
            continue
        if gone := "".join(was[first:last]):
            yield "gone", gone
        if added := "".join(now[begins:ends]):
            yield "new", added


def unqualified_because(person: User, on: date) -> str | None:
    """Why somebody may not review, or None: the first to take up this work hold the qualification. Source: penalty-law-58.2.

    Who reviewed already before the law asked for it is exempt.
    """
    if person.legal_qualification:
        return None
    asked_since = date.fromisoformat(str(provision("penalty-law-58.2").on(on)["asked_since"]))
    if person.reviews_since and person.reviews_since < asked_since:
        return None
    return f"{person.name}没有登记法律职业资格，也没有登记在{asked_since}之前已经从事法制审核"


@dataclass(frozen=True)
class Staffing:
    """How many review for how many officers, and how many there should be at the least."""

    reviewers: int
    officers: int
    least: int

    @property
    def short(self) -> bool:
        return self.reviewers < self.least

    @property
    def sentence(self) -> str:
        """For lists and the home page; empty when there are enough."""
        if not self.short:
            return ""
        return f"法制审核人员{self.reviewers}人，执法人员{self.officers}人，按规定至少应有{self.least}人。请补充。"


def staffing(authority: Authority | int, on: date) -> Staffing:
    """Reviewers against officers: not fewer than the share of the policy, rounded up, one at the least. Source: three-rules-reviewers."""
    percent = provision("three-rules-reviewers").number("min_percent", on)
    officers = Appointment.objects.on(on).filter(authority=authority, post=Post.OFFICER, person__is_active=True).values("person").distinct()
    count = officers.count()
    reviewers = [person for person in holders(authority, Post.REVIEWER, on) if unqualified_because(person, on) is None]
    return Staffing(len(reviewers), count, max(1, -(-count * percent // 100)))
