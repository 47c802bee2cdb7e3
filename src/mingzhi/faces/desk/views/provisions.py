"""The register of provisions: what enforces each article, and how often it was asked and refused here.

Bindings are read from the declared tables, counts from records and refusals. Which tests prove a binding is not known at work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from itertools import pairwise
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from mingzhi.core.engine.bindings import Bound, asking, bindings
from mingzhi.core.engine.models import Matter, Record, RefusalNote
from mingzhi.core.engine.viewing import region_filter, visible
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import reads_matters
from mingzhi.law.provisions import Provision, UnknownProvision, Value, all_provisions, provision

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..provision_words import KINDS, SOURCES, number_words
from ..register_shapes import Binding, ProvisionList, ProvisionRow, ProvisionView
from ..shapes import Figure, Link

#: Last refusals shown on the page of one provision.
REFUSALS = 20

_TABS = {"": "全部", "bound": "已由系统执行", "unbound": "尚未由系统执行", "refused": "在本机关拦下过"}


@desk_page
def provision_list(request: SignedIn) -> HttpResponse:
    """The register: one regulation (`law`), one state (`tab`), some words (`q`)."""
    law, query = request.GET.get("law", ""), request.GET.get("q", "").strip()
    tab = request.GET.get("tab", "") if request.GET.get("tab", "") in _TABS else ""
    register, bound = all_provisions(), bindings()
    asked, refused = _counts(request.user)
    within = [row for row in register if (not law or row.law == law) and _matches(row, query)]
    chosen = {
        "": within,
        "bound": [row for row in within if row.id in bound],
        "unbound": [row for row in within if row.id not in bound],
        "refused": [row for row in within if refused[row.id]],
    }
    kept = {"law": law, "q": query}
    page = ProvisionList(
        heading=law or "条款",
        rows=[_row(row, bound.get(row.id, ()), asked[row.id], refused[row.id], bool(law)) for row in chosen[tab]],
        tabs=[Link(label, _url(tab=name, **kept), name == tab, len(chosen[name])) for name, label in _TABS.items()],
        query=query,
        law=law,
        tab=tab,
        figures=[]
        if law
        else [
            Figure("登记的条款", str(len(register)), url=_url()),
            Figure("已由系统执行", str(len(bound)), url=_url(tab="bound")),
            Figure("拦下过的条款", str(sum(1 for row in register if refused[row.id])), url=_url(tab="refused")),
            Figure("共拦下", f"{sum(refused.values())} 次"),
        ],
    )
    laws = Counter(row.law for row in register)
    side = [Link("全部条款", _url(), not law, len(register)), *(Link(name, _url(law=name), name == law, n) for name, n in laws.items())]
    crumbs = [Link("条款", reverse("desk:provisions")), Link(law)] if law else []
    frame = frame_of(request, page.heading, area="provisions", side=side, crumbs=crumbs)
    return render(request, "desk/provisions.html", {"frame": frame, "page": page})


@desk_page
def provision_page(request: SignedIn, provision_id: str) -> HttpResponse:
    """One provision: duty, numbers by date, what enforces it, the last refusals this person may see."""
    try:
        row = provision(provision_id)
    except UnknownProvision as unknown:
        raise Http404 from unknown
    asked, refused = _counts(request.user)
    view = ProvisionView(
        id=row.id,
        article=row.cite,
        duty=row.must,
        regulation=row.title,
        kind=KINDS[row.kind],
        numbers=_numbers(row),
        bindings=[Binding(one.kind, one.title, one.where) for one in bindings().get(row.id, ())],
        asked=asked[row.id],
        refused=refused[row.id],
        refusals=_refusals(row.id, request.user),
        source=SOURCES[row.source],
    )
    crumbs = [Link("条款", reverse("desk:provisions")), Link(row.law, _url(law=row.law)), Link(row.article or row.id)]
    frame = frame_of(request, view.article, area="provisions", crumbs=crumbs)
    return render(request, "desk/provision.html", {"frame": frame, "provision": view})


def _url(**asked: str) -> str:
    given = {name: value for name, value in asked.items() if value}
    return reverse("desk:provisions") + (f"?{urlencode(given)}" if given else "")


def _matches(row: Provision, query: str) -> bool:
    return not query or any(query in text for text in (row.cite, row.title, row.must, row.id))


def _row(row: Provision, bound: tuple[Bound, ...], asked: int, refused: int, short: bool) -> ProvisionRow:
    kinds = Counter(one.kind for one in bound)
    return ProvisionRow(
        id=row.id,
        article=(row.article or row.cite) if short else row.cite,
        duty=row.must,
        url=reverse("desk:provision", args=[row.id]),
        asked=asked,
        refused=refused,
        bound_words=" · ".join(f"{kind} {count}" for kind, count in kinds.items()) or "尚未由系统执行",
        bound=bool(bound),
    )


def _counts(viewer: User) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How often each provision was asked and refused in the viewer's authority, in two grouped queries.

    Refused: refusals kept under it. Asked: actions done that cite it or pass a gate of it, and the refusals.
    """
    here = region_filter(viewer, "authority__region")
    notes = RefusalNote.objects.filter(here).exclude(provision="")
    refused = Counter(dict(notes.order_by().values_list("provision").annotate(Count("pk"))))
    done = Counter(dict(Record.objects.filter(here).order_by().values_list("action").annotate(Count("pk"))))
    asked = Counter(refused)
    for provision_id, actions in asking().items():
        asked[provision_id] += sum(done[code] for code in actions)
    return asked, refused


def _refusals(provision_id: str, viewer: User) -> list:
    """The last refusals under a provision, in matters the viewer may see; those met before a matter began, to readers only."""
    seen = Q(matter__in=visible(Matter.objects.order_by(), viewer).values("pk"))
    if reads_matters(viewer, timezone.localdate()):
        seen |= Q(matter__isnull=True) & region_filter(viewer, "authority__region")
    rows = RefusalNote.objects.filter(seen, provision=provision_id).select_related("matter").order_by("-at", "-id")
    return [(row.at, row.sentence, _matter_link(row.matter)) for row in rows[:REFUSALS]]


def _matter_link(matter: Matter | None) -> Link:
    if matter is None:
        return Link("尚未立件")
    return Link(matter.number or matter.title, reverse("desk:matter", args=[matter.kind, matter.pk]))


def _numbers(row: Provision) -> list[tuple[str, str, str]]:
    """Every number with the days between which it holds, the newest first."""
    found = []
    for value, later in reversed(list(pairwise([*row.values, None]))):
        found += [(name, words, _validity(value, later)) for name, words in number_words(value.numbers)]
    return found


def _validity(value: Value, later: Value | None) -> str:
    begins = f"{value.from_on} 起" if value.from_on else "施行之日起"
    if later is None or later.from_on is None:
        return begins
    return f"{begins}，至 {later.from_on - timedelta(days=1)}"
