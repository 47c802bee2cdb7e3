"""The page on which a publication is read: original and public text side by side, each hidden place with its reason, and what was decided.

Nothing is decided here; what may be done stands on it as on any other page. Serves disclosure-4, disclosure-8.1 to disclosure-8.4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Handler
from mingzhi.core.engine.page_port import ReadingPage, SummedUp, reads, remarks, sums_up
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.severity import kinds_of

from .comparing import Line, Span, compared
from .display import class_of, title_of
from .files.keeping import carried_by
from .masking import choices_of, doubts_in, latest
from .models import Edition, Publication, SentObjection
from .people import minors_because
from .plain import CarriedFile
from .sending import answer_due_on, waiting, waiting_seen_by
from .stages import UNPUBLISHED, Stage


@dataclass(frozen=True)
class Opened:
    """A place that was clicked, with its article."""

    span: Span
    article: str
    article_id: str


@dataclass(frozen=True)
class Reading:
    """The whole page. `edited`: the final text is not what was proposed; `steps`: who collected, confirmed, checked, published."""

    pk: int
    town: str
    edition: str = ""
    switches: str = ""
    because: str = ""
    lines: Sequence[Line] = ()
    doing: str = ""
    hidden: int = 0
    doubts: Sequence[Span] = ()
    opened: Opened | None = None
    final_title: str = ""
    final_lines: Sequence[Line] = ()
    edited: bool = False
    steps: Sequence[tuple[str, str, datetime]] = ()
    earlier: Sequence[tuple[str, str, datetime]] = ()
    facts: Sequence[tuple[str, str]] = ()
    objections: Sequence[tuple[str, str, str]] = ()
    notes: Sequence[str] = ()
    files: Sequence[CarriedFile] = ()


@reads("publication")
def reading_of(publication: Publication, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    """The page of a publication. asked: `span` opens a hidden place, `do` is the action that stands open."""
    why = minors_because(publication.case, local_day(at)) if publication.stage in UNPUBLISHED else None
    notes = [f"{why}，本决定不予公开。"] if why else []
    if publication.stage == Stage.WITHDRAWING:
        notes.append(f"应当撤回：{publication.withdraw_because}。")
    doing, town, files = asked.get("do", ""), publication.authority.code, list(carried_by(publication))
    edition = latest(publication)
    if edition is None:
        return ReadingPage(
            "disclosure/reading.html", Reading(publication.pk, town, doing=doing, facts=list(_facts(publication)), notes=notes, files=files)
        )
    choices = choices_of(edition)
    title_doubts = [row for row in doubts_in(publication.case, edition.source_title, choices) if not _met(row, edition.title_hidden)]
    title, first = compared(edition.source_title, edition.title_hidden, title_doubts, 1, "标题")
    lines, rest = compared(edition.source_text, edition.hidden, edition.doubts, len(first) + 1)
    spans = [*first, *rest]
    edited = [edition.title, *edition.text.split("\n")] != [_proposed(line) for line in (*title, *lines)]
    # Whoever confirmed wrote something else: what of it is doubtful nobody was told of yet.
    written = doubts_in(publication.case, edition.text, choices) if edited else ()
    final, more = compared(edition.text, (), written, len(spans) + 1)
    spans += more
    page = Reading(
        pk=publication.pk,
        town=town,
        edition=str(edition),
        switches=_switches(edition),
        because=edition.because,
        lines=[*title, *lines],
        doing=doing,
        hidden=sum(not span.doubtful for span in spans),
        doubts=[span for span in spans if span.doubtful],
        opened=_opened(spans, asked.get("span", "")),
        final_title=edition.title,
        final_lines=final,
        edited=edited,
        steps=list(_steps(edition)),
        earlier=[
            (str(row), row.collected_by.name, row.collected_at)
            for row in publication.disclosure_editions.exclude(pk=edition.pk).select_related("collected_by").order_by("-id")
        ],
        facts=list(_facts(publication)),
        objections=list(_objections(publication)),
        notes=notes,
        files=files,
    )
    return ReadingPage("disclosure/reading.html", page)


@remarks("publication", home=(Post.CLERK, Post.CAPTAIN, Post.OFFICER))
def objections_wait(viewer: User, at: datetime) -> str:
    """What nobody has taken in yet, to an officer that of their own cases. See docs/decisions/0129. Source: disclosure-14-objection."""
    rows = waiting_seen_by(viewer).select_related("publication")
    if posts_of(viewer, local_day(at)) == {Post.OFFICER}:
        rows = rows.filter(publication__case__handlers__in=Handler.objects.filter(person=viewer, until_at__isnull=True))
    found = sorted(rows, key=answer_due_on)
    if not found:
        return ""
    soonest, late = found[0], sum(answer_due_on(one) < local_day(at) for one in found)
    number = soonest.publication.number or soonest.publication.decision_number
    over = f"其中{late}件已经逾期。" if late else ""
    return f"群众在公示网站上提出了{len(found)}件异议，还没有登记。{over}最先到期的关于{number}，应在{answer_due_on(soonest)}前核实答复。"


@sums_up("publication")
def title_and_form(publication: Publication) -> SummedUp:
    return SummedUp("公示", publication.get_ground_display() or publication.withdraw_because)


def _facts(publication: Publication) -> Iterator[tuple[str, str]]:
    """Since when and until when it is public, or why it is not."""
    if publication.published_on:
        yield "公开日期", str(publication.published_on)
    if publication.shown_until_on:
        kinds = kinds_of(publication.case.decided_penalties)
        yield "展示到", f"{publication.shown_until_on}（{title_of(class_of(kinds))}失信）"
    if publication.withdrawn_on:
        yield "撤回", f"{publication.withdrawn_on}：{publication.public_reasons}"
    if publication.stage == Stage.DROPPED:
        yield "不再公开", publication.withdraw_because
    for row in publication.disclosure_withholdings.select_related("asked_by", "decided_by").order_by("-id"):
        asked = f"{row.asked_by.name}提出：{row}。{row.reasons}"
        decided = f"　{row.decided_by.name}{'批准' if row.granted else '不批准'}：{row.opinion}" if row.decided_by else ""
        lifted = f"　改为公开（{row.get_lifted_because_display()}）：{row.lifted_reasons}" if row.lifted_at else ""
        yield "不予公开", f"{asked}{decided}{lifted}"


def _objections(publication: Publication) -> Iterator[tuple[str, str, str]]:
    """What was objected, what came of it, and the answer; first what was sent from the public site and nobody has taken in."""
    for one in waiting(publication):
        files = f"；附材料{one.proofs.count()}件" if one.proofs.exists() else ""
        yield f"网上提出，待登记，应在{answer_due_on(one)}前答复。{_sent(one)}{files}", "", ""
    for row in publication.disclosure_objections.select_related("sent").order_by("-id"):
        told = _sent(row.sent) if row.sent else f"{row}：{row.content}"
        yield told, "" if row.upheld is None else "属实" if row.upheld else "不实", row.answer


def _sent(one: SentObjection) -> str:
    proof = f" 依据：{one.proof}" if one.proof else ""
    return f"{one.made_by}（{one.contact}）{local_day(one.sent_at)}：{one.content}{proof}"


def _switches(edition: Edition) -> str:
    return (
        f"隐名用{edition.get_style_display()} · {edition.get_legal_rep_display()}法定代表人（负责人）姓名"
        f" · {edition.get_party_display()}自然人当事人的名字"
    )


def _met(row: Mapping[str, Any], hidden: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a place touches one that is hidden."""
    return any(row["start"] < one["end"] and one["start"] < row["end"] for one in hidden)


def _proposed(line: Line) -> str:
    return "".join(piece.words for piece in line.proposed)


def _opened(spans: Sequence[Span], asked: str) -> Opened | None:
    span = next((one for one in spans if asked == str(one.number)), None)
    if span is None:
        return None
    row = provision(span.provision)
    return Opened(span, row.cite, row.id)


def _steps(edition: Edition) -> Any:
    """Who did which of the steps, and when; only what was done. Source: disclosure-4."""
    for word, person, moment in (
        ("采集", edition.collected_by, edition.collected_at),
        ("确认", edition.confirmed_by, edition.confirmed_at),
        ("审核", edition.checked_by, edition.checked_at),
        ("发布", edition.published_by, edition.published_at),
    ):
        if person is not None:
            yield word, person.name, moment
