"""The power list (执法事项清单): what the town may do on a chosen day, and one power with all its versions.

Serves 行政处罚法 24 and 39: powers, their basis and remedies are public. Nothing is changed here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date

from mingzhi.core.engine.errors import NotFound
from mingzhi.core.engine.viewing import region_filter, visible
from mingzhi.law.money import yuan
from mingzhi.procedures.penalty.exemptions import SHORT, basis_of
from mingzhi.procedures.penalty.grounds import Ground
from mingzhi.procedures.penalty.models import Benchmark, Case, Exemption, Power
from mingzhi.procedures.penalty.powers_in_words import articles, changes, fines, remedy

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..register_shapes import BenchmarkView, ExemptionView, PowerList, PowerRow, PowerVersion, PowerView
from ..shapes import Cite, Link, Tone

#: Rows of one page of the list, cases beside one power, and from how many days before its end a version is shown as ending.
PAGE_ROWS = 100
CASES = 30
ENDING_DAYS = 90

_TABS = {
    "": ("全部", Q()),
    "statutory": ("法定", Q(kind=Power.Kind.STATUTORY)),
    "granted": ("赋权", Q(kind=Power.Kind.GRANTED)),
    "entrusted": ("委托", Q(kind=Power.Kind.ENTRUSTED)),
    "inspection": ("检查", Q(scope=Power.Scope.INSPECTION)),
}


@desk_page
def power_list(request: SignedIn) -> HttpResponse:
    """The versions in force on a day (`on`, today by default), by type (`tab`), by words (`q`), from code `after` on."""
    today = timezone.localdate()
    on = _day(request.GET.get("on", "")) or today
    query, after = request.GET.get("q", "").strip(), request.GET.get("after", "")
    tab = request.GET.get("tab", "") if request.GET.get("tab", "") in _TABS else ""
    listed = Power.objects.valid_on(on).filter(region_filter(request.user, "authority__region"))
    if query:
        listed = listed.filter(Q(code__icontains=query) | Q(name__icontains=query) | Q(department__icontains=query))
    counts = listed.aggregate(**{f"n_{name}": Count("pk", filter=rule) if name else Count("pk") for name, (_, rule) in _TABS.items()})
    kept = {"q": query} | ({"on": on.isoformat()} if on != today else {})
    rows = listed.filter(_TABS[tab][1])
    if after:
        rows = rows.filter(code__gt=after)
    found = list(rows.select_related("authority").order_by("code", "valid_from")[: PAGE_ROWS + 1])
    more = len(found) > PAGE_ROWS
    found = found[:PAGE_ROWS]
    page = PowerList(
        heading="执法事项清单",
        rows=[_row(power, on) for power in found],
        tabs=[
            Link(label, _url(tab=name, **kept), name == tab, counts[f"n_{name}"])
            for name, (label, _) in _TABS.items()
            if not name or name == tab or counts[f"n_{name}"]
        ],
        query=query,
        tab=tab,
        on=on,
        notice="" if on == today else f"现在看的是 {on} 有效的清单，不是今天的。立案按立案当日有效的版本。",
        count_words=f"共 {counts[f'n_{tab}']} 项",
        next_url=_url(tab=tab, after=found[-1].code, **kept) if more else "",
    )
    return render(request, "desk/power_list.html", {"frame": frame_of(request, page.heading, area="powers"), "page": page})


@desk_page
def power(request: SignedIn, pk: int) -> HttpResponse:
    """One power: every version, newest first, and its cases that this person may see."""
    chosen = Power.objects.filter(region_filter(request.user, "authority__region"), pk=pk).first()
    if chosen is None:
        raise NotFound("没有这个执法事项，或者它属于别的机关。请从执法事项清单进入。")
    versions = list(
        Power.objects.filter(authority=chosen.authority_id, code=chosen.code).select_related("authority").order_by("-valid_from", "-pk")
    )
    today = timezone.localdate()
    cases = visible(Case.objects.filter(power__in=versions), request.user).order_by("-opened_at", "-id")
    found = list(cases.values_list("pk", "kind", "number", "title")[: CASES + 1])
    view = PowerView(
        number=chosen.code,
        title=versions[0].name,
        versions=[_version(one, older, today) for one, older in pairwise([*versions, None])],
        transfer=next((one.hand_to for one in versions if one.hand_to), ""),
        matters=[
            Link(f"{number or '未编号'} {title}", reverse("desk:matter", args=[kind, key])) for key, kind, number, title in found[:CASES]
        ],
        benchmarks=[
            _benchmark(one, today)
            for one in Benchmark.objects.filter(authority=chosen.authority_id, power_code=chosen.code).order_by("-valid_from", "-pk")
        ],
        exemptions=[
            _exemption(one, today)
            for one in Exemption.objects.filter(authority=chosen.authority_id, power_code=chosen.code).order_by("-valid_from", "number")
        ],
        matter_words=f"只列最近 {CASES} 件" if len(found) > CASES else "",
    )
    crumbs = [Link("执法事项", reverse("desk:powers")), Link(chosen.code)]
    return render(request, "desk/power.html", {"frame": frame_of(request, view.title, area="powers", crumbs=crumbs), "power": view})


def _exemption(row: Exemption, today: date) -> ExemptionView:
    return ExemptionView(
        title=str(row),
        ground=SHORT[Ground(row.ground)],
        conditions=row.conditions,
        from_on=row.valid_from,
        to_on=row.valid_until,
        current=row.valid_on(today),
        basis=basis_of(row),
    )


def _benchmark(row: Benchmark, today: date) -> BenchmarkView:
    def span(ends: Sequence[str]) -> str:
        return "至".join(f"{yuan(Decimal(end))}元" for end in ends)

    return BenchmarkView(
        title=str(row),
        level=row.get_level_display(),
        from_on=row.valid_from,
        to_on=row.valid_until,
        current=row.valid_from <= today and (row.valid_until is None or today <= row.valid_until),
        tiers=[
            (one["name"], [each["text"] for each in one["circumstances"]], span(one["citizen"]), span(one["unit"])) for one in row.tiers
        ],
    )


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _url(**asked: str) -> str:
    given = {name: value for name, value in asked.items() if value}
    return reverse("desk:powers") + (f"?{urlencode(given)}" if given else "")


def _row(power: Power, on: date) -> PowerRow:
    words, tone = _validity(power, on)
    return PowerRow(
        number=power.code,
        title=power.name,
        url=reverse("desk:power", args=[power.pk]),
        kind=power.get_kind_display() + ("检查" if power.scope == Power.Scope.INSPECTION else ""),
        basis="、".join(articles(power.basis)),
        organ=power.issuer,
        version=power.version,
        valid_words=words,
        tone=tone,
    )


def _validity(power: Power, on: date) -> tuple[str, Tone]:
    """How long the version is still in force, in words."""
    until = power.valid_until
    if until is None:
        return f"{power.valid_from} 起", ""
    if until < on:
        return f"{until} 已失效", "quiet"
    return f"至 {until}", "soon" if until - on <= timedelta(days=ENDING_DAYS) else ""


def _version(power: Power, older: Power | None, today: date) -> PowerVersion:
    entrusted = power.kind == Power.Kind.ENTRUSTED
    return PowerVersion(
        name=f"{power.version} 版",
        from_on=power.valid_from,
        to_on=power.valid_until,
        kind=f"{power.get_kind_display()} · {power.get_scope_display()}",
        issuer=power.issuer,
        seal=f"{power.issuer}印章" + ("（委托机关印章，本镇不盖章）" if entrusted else ""),
        remedy=remedy(power, today),
        basis=_cites(power.basis),
        violated=_cites(power.violated),
        penalty_words=power.sanction,
        fines=fines(power),
        department=power.department,
        source=power.source + (f"；委托协议备案 {power.entrustment_number}" if power.entrustment_number else ""),
        change_words=changes(power, older),
        current=power.valid_on(today),
        future=power.valid_from > today,
    )


def _cites(rows: Sequence[Mapping[str, str]]) -> list[Cite]:
    return [Cite(text) for text in articles(rows)]
