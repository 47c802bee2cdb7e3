"""What has arrived where (报送对账): the credit platform and the district's site beside each other. Serves 公示 7(二), 11, 13."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mingzhi.core.engine.days import local_day
from mingzhi.regulations.dispatch.models import FILED, Channel
from mingzhi.regulations.dispatch.reconciling import LOOKED_THROUGH, Line, lines

from ..dispatch_shapes import ReconciliationPage, ReconciliationRow, ReconciliationStanding
from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..reading import now
from ..shapes import Link

_LACKING = "lacking"


@desk_page
def reconciliation(request: SignedIn) -> HttpResponse:
    """Everything public with how each receiver stands to it; `only=lacking` leaves out what is settled everywhere, `only=site` at that receiver."""
    viewer, today, asked = request.user, local_day(now()), request.GET.get("only", "")
    channel = Channel(asked) if asked in FILED else None
    found = lines(viewer, today, only_lacking=bool(channel) or asked == _LACKING, channel=channel)
    page = ReconciliationPage(
        columns=[one.label for one in FILED],
        tabs=[_tab("全部", "", asked), _tab("有缺的", _LACKING, asked), *(_tab(f"{one.label}缺的", one, asked) for one in FILED)],
        rows=[_row(line) for line in found],
        lacking=sum(line.lacking for line in found),
        most=LOOKED_THROUGH,
        new=Link("生成报送文件", reverse("desk:open", args=["dispatch", "prepare"]) + (f"?channel={channel}" if channel else "")),
    )
    return render(request, "desk/reconciliation.html", {"frame": frame_of(request, "报送对账", area="reconciliation"), "page": page})


def _tab(label: str, only: str, asked: str) -> Link:
    place = reverse("desk:reconciliation")
    known = asked if asked in (_LACKING, *FILED) else ""
    return Link(label, f"{place}?{urlencode({'only': only})}" if only else place, known == only)


def _row(line: Line) -> ReconciliationRow:
    standings = [
        ReconciliationStanding(
            one.words,
            one.tone,
            one.because,
            reverse("desk:matter", args=["dispatch", one.dispatch_pk]) if one.dispatch_pk else "",
        )
        for one in line.standings
    ]
    url = reverse("desk:matter", args=line.subject)
    return ReconciliationRow(line.kind, line.number, line.title, url, line.published_on, line.gone, standings)
