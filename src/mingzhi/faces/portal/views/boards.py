"""公开栏和电子屏: who enforces, what was decided and published besides, for a screen in the hall, and as sheets to be printed and hung up.

Serves 公示制度 11（二）. A screen turns its pages by itself only when its address says in how many seconds (`turn`), for whoever reads
slowly must be able to stay (WCAG 2.2.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from mingzhi.core.documents.check_code import check_svg
from mingzhi.core.organs.people import enforcing_on
from mingzhi.law.provisions import cited
from mingzhi.regulations.disclosure.public import Shown, public_on, shown

from ..board_shapes import BoardOfficer, BoardPage, PrintedDecision, ScreenPage
from ..news import Item, newest_but_decisions
from ..visiting import Visit, public_page
from .decisions import parted

SERVES = cited("disclosure-11.2", "disclosure-5.5", "disclosure-7.3")

T = TypeVar("T")

#: Lines that can be read on one screen from some steps away, and decisions on the printed board, the newest.
_OFFICERS, _DECISIONS, _PRINTED = 8, 5, 20
#: No faster and no slower than this, whatever the address says.
_SECONDS = range(5, 301)


@public_page
def screen(visit: Visit) -> HttpResponse:
    """Page `page` of all there is to show; past the last one the first again."""
    sheets: list[tuple[str, Sequence[BoardOfficer] | Sequence[Shown] | Sequence[Item]]] = [
        ("今天可以执法的人员", rows) for rows in _cut(_officers(visit), _OFFICERS)
    ]
    sheets += [("行政处罚决定", rows) for rows in _cut(_decided(visit), _DECISIONS)]
    sheets += [("公示信息", rows) for rows in _cut(_others(visit), _DECISIONS)]
    sheets = sheets or [("行政执法公示", [])]
    asked, turn = visit.asked("page"), visit.asked("turn")
    number = int(asked) % len(sheets) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
    seconds = int(turn) if turn.isascii() and turn.isdigit() and len(turn) < 4 and int(turn) in _SECONDS else 0

    def at(place: int) -> str:
        return visit.to("screen", page=str(place % len(sheets)), turn=str(seconds) if seconds else "")

    title, rows = sheets[number]
    page = ScreenPage(
        title=title,
        officers=[row for row in rows if isinstance(row, BoardOfficer)],
        decisions=[row for row in rows if isinstance(row, Shown)],
        others=[row for row in rows if isinstance(row, Item)],
        number=number + 1,
        count=len(sheets),
        before_url=at(number - 1),
        after_url=at(number + 1),
        seconds=seconds,
        on=timezone.localdate(),
        code=_code(visit),
    )
    return visit.render("screen", page=page)


@public_page
def board(visit: Visit) -> HttpResponse:
    """Sheets for the board: all who enforce, and the newest decisions as they are public."""
    decisions = [PrintedDecision(one.title, one.number, one.published_on, parted(one.text)) for one in _decided(visit)[:_PRINTED]]
    page = BoardPage(officers=_officers(visit), decisions=decisions, others=_others(visit), on=timezone.localdate(), code=_code(visit))
    return visit.render("board", page=page, back=visit.to("home"))


def _cut(rows: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _officers(visit: Visit) -> list[BoardOfficer]:
    rows = enforcing_on(visit.town, timezone.localdate()).select_related("holder__unit")
    return [BoardOfficer(row.holder.name, row.number, row.scope, row.holder.unit.name if row.holder.unit else "") for row in rows]


def _decided(visit: Visit) -> list[Shown]:
    return [shown(row) for row in public_on(visit.town, timezone.localdate()).order_by("-published_on", "-pk")[:_PRINTED]]


def _others(visit: Visit) -> list[Item]:
    assert visit.town is not None
    return newest_but_decisions(visit.town, _PRINTED)


def _code(visit: Visit) -> Markup:
    """The code by which a telephone finds the site."""
    assert visit.town is not None
    return Markup(check_svg(settings.PUBLIC_URL + reverse("portal:home", args=[visit.town.code]), fills=True))
