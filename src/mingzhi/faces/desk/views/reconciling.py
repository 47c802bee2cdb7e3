"""Which decision has arrived where (报送对账): the credit platform and the district's site beside each other. Serves 公示 7(二), 11."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mingzhi.core.engine.days import local_day
from mingzhi.regulations.dispatch.models import FILED
from mingzhi.regulations.dispatch.reconciling import LOOKED_THROUGH, Line, lines

from ..dispatch_shapes import ReconciliationPage, ReconciliationRow, ReconciliationStanding
from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..reading import now
from ..shapes import Link


@desk_page
def reconciliation(request: SignedIn) -> HttpResponse:
    """Every publication with how each receiver stands to it; `only=lacking` leaves out what is settled everywhere."""
    viewer, today = request.user, local_day(now())
    only = request.GET.get("only") == "lacking"
    found = lines(viewer, today, only_lacking=only)
    place = reverse("desk:reconciliation")
    page = ReconciliationPage(
        columns=[channel.label for channel in FILED],
        tabs=[Link("全部", place, not only), Link("有缺的", f"{place}?only=lacking", only)],
        rows=[_row(line) for line in found],
        lacking=sum(line.lacking for line in found),
        most=LOOKED_THROUGH,
        new=Link("生成报送文件", reverse("desk:open", args=["dispatch", "prepare"])),
    )
    return render(request, "desk/reconciliation.html", {"frame": frame_of(request, "报送对账", area="reconciliation"), "page": page})


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
    url = reverse("desk:matter", args=["publication", line.publication_pk])
    return ReconciliationRow(line.number, line.title, url, line.published_on, line.withdrawn, standings)
