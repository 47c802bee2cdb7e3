"""The page of a lapse: what was found about whom, what was demanded and done, with the way to what it concerns. Serves disclosure-15."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from mingzhi.core.engine.page_port import ReadingPage, SummedUp, reads, sums_up
from mingzhi.core.organs.models import User

from ..plain import Plain
from .models import Lapse


@reads("lapse")
def page_of(lapse: Lapse, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage:
    found = lapse.concerns
    links = [(found.title, (found.kind, found.pk), found.number)] if found else []
    page = Plain(
        heading="发现的问题",
        heading_words=str(lapse.found_on),
        paragraphs=lapse.what.split("\n"),
        facts=list(_facts(lapse)),
        links_title="涉及的办件",
        links=links,
    )
    return ReadingPage("disclosure/plain.html", page)


@sums_up("lapse")
def kind_and_result(lapse: Lapse) -> SummedUp:
    return SummedUp(lapse.get_lapse_kind_display(), lapse.measure or lapse.correction)


def _facts(lapse: Lapse) -> Iterator[tuple[str, str]]:
    yield "问题", lapse.get_lapse_kind_display()
    yield "责任人", lapse.responsible.name
    if lapse.demand:
        yield "整改要求", f"{lapse.demand}{'（情节严重）' if lapse.serious else ''}"
    if lapse.corrected_on:
        yield "改正情况", f"{lapse.corrected_on}：{lapse.correction}"
    if lapse.measure:
        yield "追究责任", lapse.measure
