"""The first page of a town's public site: search first, then the doors. And the search over what is public.

Serves 公示制度 1, 2 and 11: whoever asks finds who enforces what, and how.
"""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.core.organs.models import Authority
from mingzhi.core.organs.people import enforcing_on
from mingzhi.law.provisions import cited
from mingzhi.procedures.penalty.models import Power
from mingzhi.regulations.disclosure.public import public_on

from ..shapes import Door, Found, Link
from ..visiting import Visit, only_town, public_page
from .bulletins import bulletins_of, found_in_bulletins
from .courses import OUTWARD
from .decisions import line_of

SERVES = cited("disclosure-2", "disclosure-11.1")

#: Of each kind a search shows so many, the first page so many decisions; the lists behind have them all.
_SHOWN, _LATEST = 10, 5


@require_safe
@cache_control(public=True, no_cache=True)
def towns(request: HttpRequest) -> HttpResponse:
    """Straight to the only town; of several the reader chooses."""
    visit, town = Visit(request, None), only_town()
    if town is not None:
        return redirect(Visit(request, town).to("home"))
    rows = Authority.objects.filter(kind=Authority.Kind.TOWN).order_by("region")
    doors = [Door(row.place, row.name, Visit(request, row).to("home")) for row in rows]
    return render(request, "portal/towns.html", {"site": visit.site(), "doors": doors})


@public_page
def home(visit: Visit) -> HttpResponse:
    """Search and doors."""
    today = timezone.localdate()
    powers = Power.objects.valid_on(today).filter(authority=visit.town).count()
    officers = enforcing_on(visit.town, today).values("holder").distinct().count()
    doors = [
        Door("谁在执法", f"机构和 {officers} 名执法人员，凭执法证号可以核验", visit.to("officers")),
        Door("能管什么", f"{powers} 项执法事项，依据和裁量基准", visit.to("powers")),
        Door("怎么办案", "流程图、期限，您有哪些权利", visit.to("courses")),
        Door("结果公开", "行政处罚决定，隐去了个人信息", visit.to("decisions")),
        Door("年度数据", "每年的行政执法统计表、图和说明", visit.to("figures")),
        Door(
            "投诉与异议",
            f"不服处罚、信息有误、投诉执法人员，电话 {visit.town.phone}" if visit.town.phone else "不服处罚、信息有误、投诉执法人员",
            visit.to("help"),
        ),
    ]
    latest = [line_of(visit, row) for row in public_on(visit.town, today).order_by("-published_on", "-pk")[:_LATEST]]
    return visit.render("home", doors=doors, latest=latest, bulletins=bulletins_of(visit), action=visit.to("search"), checks=[
        Link("核验执法证", visit.to("badges")), Link("核验文书", visit.site().check),
    ])  # fmt: skip


@public_page
def search(visit: Visit) -> HttpResponse:
    """Powers, officers and procedures that answer to the words; nothing of a person but what is public of an officer."""
    asked = visit.asked("q")[:50]
    found = (
        [
            part
            for part in (
                _decisions(visit, asked),
                _powers(visit, asked),
                _officers(visit, asked),
                _courses(visit, asked),
                found_in_bulletins(visit, asked, _SHOWN),
            )
            if part.links
        ]
        if asked
        else []
    )
    return visit.render("search", asked=asked, found=found, action=visit.to("search"))


def _decisions(visit: Visit, asked: str) -> Found:
    rows = public_on(visit.town, timezone.localdate()).filter(Q(shown_title__contains=asked) | Q(decision_number__contains=asked))
    lines = [line_of(visit, row) for row in rows.order_by("-published_on", "-pk")[: _SHOWN + 1]]
    links = [(Link(line.title, line.url), f"{line.number}，{line.published_on} 公开") for line in lines[:_SHOWN]]
    return Found("处罚决定", links, Link("全部有关的决定", visit.to("decisions", q=asked)) if len(lines) > _SHOWN else None)


def _powers(visit: Visit, asked: str) -> Found:
    listed = Power.objects.valid_on(timezone.localdate()).filter(authority=visit.town)
    rows = list(listed.filter(Q(code__icontains=asked) | Q(name__icontains=asked) | Q(department__icontains=asked))[: _SHOWN + 1])
    links = [(Link(row.name, visit.to("power", row.code)), f"{row.code}，{row.get_kind_display()}") for row in rows[:_SHOWN]]
    return Found("执法事项", links, Link("全部有关的事项", visit.to("powers", q=asked)) if len(rows) > _SHOWN else None)


def _officers(visit: Visit, asked: str) -> Found:
    rows = enforcing_on(visit.town, timezone.localdate()).filter(Q(holder__name__contains=asked) | Q(number__iexact=asked))
    links = [(Link(row.holder.name, visit.to("badge", row.number)), f"执法证 {row.number}") for row in rows[:_SHOWN]]
    return Found("执法人员", links)


def _courses(visit: Visit, asked: str) -> Found:
    named = [PROCEDURES[code] for code in OUTWARD if asked in f"{PROCEDURES[code].title}流程"]
    return Found("办案流程", [(Link(f"{row.title}流程", visit.to("course", row.code)), "流程图和期限") for row in named])
