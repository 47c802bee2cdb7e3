"""Lists of matters: tabs, filters, search, keyset pages; rows as tuples, because a list is read a thousand times."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.core.engine.standing import openings

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..page_shapes import Choice, Filter, ListRow, MatterList
from ..reading import PAGE_ROWS, matters_page, nearest_for_list, now
from ..shapes import Link
from ..wording import deadlines_of_list

_TABS = (("mine", "待我办"), ("open", "在办"), ("closed", "已办结"))


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
    due = deadlines_of_list(nearest_for_list([row[0] for row in page.rows if row[6] is not None]).values(), at)
    base = reverse("desk:list", args=[kind])
    titles = dict(procedure.stages.choices)
    rows = [
        ListRow(
            number=number or "未编号",
            title=title,
            url=f"{base}{pk}/",
            party="",
            procedure=procedure.title,
            stage=str(titles.get(stage_now, stage_now)),
            stage_tone="quiet" if closed_at else "",
            deadline=due.get(pk),
            handlers=handlers,
            changed_at=changed_at,
            doings=[Link("办理", f"{base}{pk}/#do")],
        )
        for pk, number, title, stage_now, handlers, changed_at, _, closed_at in page.rows
    ]
    kept = {"tab": tab, "stage": stage, "q": query}
    opening = next((action for action in openings(request.user, at) if action.procedure is procedure), None)
    view = MatterList(
        heading=procedure.title,
        tabs=[Link(label, f"{base}?tab={name}", name == tab) for name, label in _TABS],
        filters=[
            Filter(
                "stage",
                "环节",
                [
                    Choice("", "全部环节", not stage),
                    *(Choice(value, str(label), value == stage) for value, label in procedure.stages.choices),
                ],
            )
        ],
        query=query,
        hidden=[("tab", tab)],
        rows=rows,
        count_words=f"本页 {len(rows)} 件" + (f"，每页 {PAGE_ROWS} 件" if page.after or after else ""),
        next_url=f"{base}?{urlencode(kept | {'after': page.after})}" if page.after else "",
        first_url=f"{base}?{urlencode(kept)}" if after else "",
        new=Link(opening.title, reverse("desk:open", args=[kind, opening.name])) if opening else None,
        empty_words="没有符合条件的办件。换一个分类或者清空查询再看。",
    )
    return render(request, "desk/matter_list.html", {"frame": frame_of(request, procedure.title, area=kind), "page": view})
