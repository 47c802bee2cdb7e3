"""Lists of matters: tabs, filters, search, keyset pages; rows as tuples, because a list is read a thousand times."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render

from mingzhi.core.engine.page_port import remark_on
from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.core.engine.standing import may_open

from ..frame import address, frame_of
from ..gate import SignedIn, desk_page
from ..page_shapes import Choice, Doing, Filter, ListRow, MatterList
from ..reading import PAGE_ROWS, handlers_of_subjects, matters_page, nearest_deadlines, now
from ..shapes import Link, Tone
from ..wording import deadlines_of_list

_TABS = (("mine", "待我办"), ("open", "在办"), ("closed", "已办结"))
_DOINGS = (Doing("办理", "#do"),)
_NOTHING_DUE: tuple[str, Tone] = ("", "")


@desk_page
def matter_list(request: SignedIn, kind: str) -> HttpResponse:
    """One page of the matters of a kind that this person may see."""
    procedure = PROCEDURES.get(kind)
    if procedure is None:
        raise Http404
    at = now()
    tab = request.GET.get("tab", "open")
    stage, query, after = request.GET.get("stage", ""), request.GET.get("q", "").strip(), request.GET.get("after", "")
    page = matters_page(request.user, kind, tab=tab, stage=stage, query=query, after=after)
    due = deadlines_of_list(nearest_deadlines([row[0] for row in page.rows]).values(), at)
    others = handlers_of_subjects(kind, [row[0] for row in page.rows])
    base = address("desk:list", kind)
    titles = _stage_titles(kind)
    rows = [
        ListRow(
            number or "未编号",
            title,
            f"{base}{pk}/",
            titles.get(stage_now, stage_now),
            "quiet" if closed_at else "",
            *due.get(pk, _NOTHING_DUE),
            handlers or others.get(pk, ""),
        )
        for pk, number, title, stage_now, handlers, _, closed_at in page.rows
    ]
    kept = {"tab": tab, "stage": stage, "q": query}
    opening = next((action for action in procedure.actions.values() if may_open(action, request.user, at)), None)
    view = MatterList(
        heading=procedure.title,
        tabs=[Link(label, f"{base}?tab={name}", name == tab) for name, label in _TABS],
        filters=[
            Filter(
                "stage",
                "环节",
                [Choice("", "全部环节", not stage), *(Choice(value, label, value == stage) for value, label in titles.items())],
            )
        ],
        query=query,
        hidden=[("tab", tab)],
        rows=rows,
        doings=_DOINGS,
        count_words=f"本页 {len(rows)} 件" + (f"，每页 {PAGE_ROWS} 件" if page.after or after else ""),
        next_url=f"{base}?{urlencode(kept | {'after': page.after})}" if page.after else "",
        first_url=f"{base}?{urlencode(kept)}" if after else "",
        new=Link(opening.title, address("desk:open", kind, opening.name)) if opening else None,
        empty_words="没有符合条件的办件。换一个分类或者清空查询再看。",
        remark=remark_on(kind, request.user, at),
    )
    return render(request, "desk/matter_list.html", {"frame": frame_of(request, procedure.title, area=kind), "page": view})


@cache
def _stage_titles(kind: str) -> dict[str, str]:
    """What each stage of a procedure is called, in order; asked only of procedures there are."""
    return {value: str(label) for value, label in PROCEDURES[kind].stages.choices}
