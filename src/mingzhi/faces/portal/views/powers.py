"""能管什么: the powers in force today, and one power with all its versions, basis, benchmarks and remedies.

Serves 公示制度 5（二）（三）（六） and 行政处罚法 34, 39.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.utils import timezone

from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.law.money import yuan
from mingzhi.law.provisions import cited
from mingzhi.procedures.penalty.models import Benchmark, Exemption, Power
from mingzhi.procedures.penalty.powers_in_words import articles, changes, fines, remedy
from mingzhi.regulations.disclosure.bulletins.topics import Topic

from ..shapes import BenchmarkPart, Link, PowerLine, PowerPage, PowersPage, TierLine, VersionPart
from ..visiting import Visit, public_page
from .bulletins import links_under

SERVES = cited("disclosure-5.2", "disclosure-5.3", "disclosure-5.6", "penalty-law-39")

_ROWS = 50
_TABS = {"": "全部", **dict(Power.Kind.choices)}


@public_page
def powers(visit: Visit) -> HttpResponse:
    """The list of today, by type (`kind`), by words (`q`), from code `after` on."""
    asked, after = visit.asked("q"), visit.asked("after")
    tab = visit.asked("kind") if visit.asked("kind") in _TABS else ""
    listed = Power.objects.valid_on(timezone.localdate()).filter(authority=visit.town)
    if asked:
        listed = listed.filter(Q(code__icontains=asked) | Q(name__icontains=asked) | Q(department__icontains=asked))
    counts = dict(listed.order_by().values_list("kind").annotate(Count("pk")))
    counts[""] = sum(counts.values())
    rows = listed.filter(kind=tab) if tab else listed
    found = list(rows.filter(code__gt=after).order_by("code", "valid_from")[: _ROWS + 1])
    page = PowersPage(
        rows=[
            PowerLine(row.code, row.name, row.get_kind_display(), "、".join(articles(row.basis)), visit.to("power", row.code))
            for row in found[:_ROWS]
        ],
        tabs=[Link(f"{label} {counts.get(kind, 0)}", visit.to("powers", kind=kind, q=asked), kind == tab) for kind, label in _TABS.items()],
        asked=asked,
        tab=tab,
        count_words=f"共 {counts.get(tab, 0)} 项",
        next_url=visit.to("powers", kind=tab, q=asked, after=found[_ROWS - 1].code) if len(found) > _ROWS else "",
    )
    filed = links_under(visit, Topic.POWERS, Topic.BASIS, Topic.SAMPLING, Topic.ADVANCE)
    return visit.render("powers", page=page, action=visit.to("powers"), downloads=visit.downloads("powers"), filed=filed)


@public_page
def power(visit: Visit, code: str) -> HttpResponse:
    """One power: every version, newest first; benchmarks and the list of what is not punished as they are in force today."""
    versions = list(Power.objects.filter(authority=visit.town, code=code).select_related("authority").order_by("-valid_from", "-pk"))
    if not versions:
        raise Http404
    today = timezone.localdate()
    shown = next((one for one in versions if one.valid_on(today)), versions[0])
    benchmarks = Benchmark.objects.valid_on(today).filter(authority=visit.town, power_code=code).order_by("pk")
    exemptions = Exemption.objects.valid_on(today).filter(authority=visit.town, power_code=code).order_by("number")
    course = PROCEDURES["penalty"]
    page = PowerPage(
        code=code,
        title=shown.name,
        versions=[_version(one, older) for one, older in pairwise([*versions, None])],
        benchmarks=[_benchmark(one) for one in benchmarks],
        exemptions=[(str(one), one.conditions) for one in exemptions],
        course=Link(f"{course.title}流程", visit.to("course", course.code)),
    )
    return visit.render("power", page=page, back=visit.to("powers"))


def _version(one: Power, older: Power | None) -> VersionPart:
    today = timezone.localdate()
    until = f"至 {one.valid_until}" if one.valid_until else "起"
    entrusted = [f"委托机关：{one.entrusting_organ}，委托协议备案 {one.entrustment_number}"] if one.kind == Power.Kind.ENTRUSTED else []
    facts: list[tuple[str, Sequence[str]]] = [
        ("类型", [one.get_kind_display() + (f"（{one.get_scope_display()}）"), *entrusted]),
        ("以谁的名义", [one.issuer]),
        ("违反的规定", articles(one.violated)),
        ("处罚依据", articles(one.basis)),
        ("处罚内容", [one.sanction] if one.sanction else []),
        ("罚款幅度", [f"{label}：{words}" for label, words in fines(one)]),
        ("不服怎么办", [remedy(one, today)]),
        ("清单来源", [one.source]),
    ]
    return VersionPart(
        name=f"{one.version} 版",
        validity=f"{one.valid_from} {until}",
        current=one.valid_on(today),
        facts=[(label, lines) for label, lines in facts if lines],
        changed=changes(one, older),
    )


def _benchmark(one: Benchmark) -> BenchmarkPart:
    def span(ends: Sequence[str]) -> str:
        return "至".join(f"{yuan(Decimal(end))}元" for end in ends)

    tiers = [
        TierLine(tier["name"], [each["text"] for each in tier["circumstances"]], span(tier["citizen"]), span(tier["unit"]))
        for tier in one.tiers
    ]
    return BenchmarkPart(str(one), tiers)
