"""The page of a bulletin: the words that are or will be public, its versions, who answers for each step. Serves disclosure-4, disclosure-13-update."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from mingzhi.core.engine.page_port import ReadingPage, SummedUp, reads, sums_up
from mingzhi.core.organs.models import User
from mingzhi.law.provisions import provision

from ..files.keeping import carried_by
from ..models import Ground
from ..plain import Plain
from .models import Bulletin, Sheet
from .shown import versions_of
from .stages import IN_FORCE, Stage
from .texts import COLUMNS, doubts_in, latest
from .topics import ASKED_BY, Topic


@reads("bulletin")
def page_of(bulletin: Bulletin, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    sheet = latest(bulletin)
    versions = [
        (f"{row.title}（{row.number}）", (row.kind, row.pk), validity(row)) for row in versions_of(bulletin) if row.pk != bulletin.pk
    ]
    told = Plain(facts=list(_facts(bulletin)), links_title="其他版本", links=versions, files=list(carried_by(bulletin)))
    if sheet is None:
        return ReadingPage("disclosure/plain.html", told)
    page = Plain(
        heading="公开的内容",
        heading_words=str(sheet),
        title=sheet.title,
        paragraphs=[line for line in sheet.text.split("\n") if line],
        columns=list(COLUMNS.values()),
        rows=[[row[name] for name in COLUMNS] for row in sheet.rows],
        facts=told.facts,
        steps=list(_steps(sheet)),
        links_title=told.links_title,
        links=versions,
        files=told.files,
        notes=list(_doubts(bulletin, sheet)),
    )
    return ReadingPage("disclosure/plain.html", page)


@sums_up("bulletin")
def topic_and_ground(bulletin: Bulletin) -> SummedUp:
    return SummedUp(Topic(bulletin.topic).label, Ground(bulletin.ground).label if bulletin.ground else "")


def validity(bulletin: Bulletin) -> str:
    """“2026-03-05 至 2026-04-01”, from its publication to the day its next version was; “2026-03-05 起” while it holds."""
    if bulletin.published_on is None:
        return ""
    return f"{bulletin.published_on} 至 {bulletin.until_on}" if bulletin.until_on else f"{bulletin.published_on} 起"


def _facts(bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    """Which heading, since when it holds, and why it does not become public."""
    topic = Topic(bulletin.topic)
    asked_by = f"　{provision(ASKED_BY[topic]).cite}" if topic in ASKED_BY else ""
    yield "栏目", f"{topic.label}{asked_by}"
    yield "形成（变更）日期", str(bulletin.formed_on)
    if bulletin.required_by:
        yield "规定应当公开的依据", bulletin.required_by
    if bulletin.published_on:
        yield "公开", validity(bulletin)
    if bulletin.stage == Stage.ENDED:
        yield "停止公开的理由", bulletin.ended_because
    if bulletin.replaces and bulletin.stage not in (*IN_FORCE, Stage.REPLACED, Stage.ENDED):
        yield "发布后代替", f"{bulletin.replaces.title}（{bulletin.replaces.number}）"
    for row in bulletin.disclosure_withholdings.select_related("asked_by", "decided_by").order_by("-id"):
        decided = f"　{row.decided_by.name}{'批准' if row.granted else '不批准'}：{row.opinion}" if row.decided_by else ""
        lifted = f"　改为公开（{row.get_lifted_because_display()}）：{row.lifted_reasons}" if row.lifted_at else ""
        yield "不予公开", f"{row.asked_by.name}提出：{row}。{row.reasons}{decided}{lifted}"


def _doubts(bulletin: Bulletin, sheet: Sheet) -> Iterator[str]:
    """What may be somebody's name, until it is public. Source: disclosure-8.1."""
    words = list(dict.fromkeys(doubts_in(bulletin, sheet))) if bulletin.published_on is None else []
    if words:
        yield f"扫描不能确定是不是姓名的字词：“{'”“'.join(words)}”。请核对；是姓名的，退回改写。不是的，不影响发布。"


def _steps(sheet: Sheet) -> Iterator[tuple[str, str, datetime]]:
    """Each step of three, with who answers for it; a corrected text was checked with the one it corrects."""
    for word, step in (("采集", "collected"), ("审核", "checked"), ("发布", "published")):
        by, at = getattr(sheet, f"{step}_by"), getattr(sheet, f"{step}_at")
        if by is not None:
            yield word, by.name, at
