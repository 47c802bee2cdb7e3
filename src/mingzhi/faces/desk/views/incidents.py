"""What went wrong in the vault, for the administrators: found, repaired or not, and acknowledged. Serves town-vault-scrub."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.incidents import acknowledge, acknowledges, incidents_seen_by
from mingzhi.core.vault.models import Incident, Replica

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..page_shapes import IncidentPage, IncidentRow
from ..reading import PAGE_ROWS, now

_DIGITS = 16


@desk_page
@require_http_methods(["GET", "POST"])
def incidents(request: SignedIn) -> HttpResponse:
    """Incidents, the latest first; who runs the machine says of each what was done about it."""
    at, wrong, status = now(), ("", ""), HTTPStatus.OK
    found = incidents_seen_by(request.user, at)
    if request.method == "POST":
        asked = request.POST.get("incident", "")
        row = found.filter(pk=int(asked)).first() if asked.isdecimal() else None
        if row is None:
            raise Http404
        try:
            acknowledge(row, request.user, request.POST.get("words", ""), at)
            messages.success(request, "已确认，处置情况记入台账。")
            return redirect("desk:incidents")
        except InvalidInput as problem:
            wrong, status = (asked, problem.errors["words"][0]), HTTPStatus.UNPROCESSABLE_ENTITY
    after = request.GET.get("after", "")
    rows = list((found.filter(pk__lt=int(after)) if after.isdecimal() else found)[: PAGE_ROWS + 1])
    page = IncidentPage(
        rows=[_row(row, wrong) for row in rows[:PAGE_ROWS]],
        may=acknowledges(request.user, at),
        action_url=reverse("desk:incidents"),
        next_url=f"{reverse('desk:incidents')}?after={rows[PAGE_ROWS - 1].pk}" if len(rows) > PAGE_ROWS else "",
        first_url=reverse("desk:incidents") if after else "",
    )
    return render(request, "desk/incidents.html", {"frame": frame_of(request, "证据库事件", area="incidents"), "page": page}, status=status)


def _row(row: Incident, wrong: tuple[str, str]) -> IncidentRow:
    other = next(place for place in Replica.Place if place != row.place)
    said = getattr(row, "acknowledged", None)
    return IncidentRow(
        pk=row.pk,
        at=row.found_at,
        sentence=row.sentence,
        digits=row.blob.sha256[:_DIGITS],
        place=row.get_place_display(),
        repaired_from=other.label if row.repaired else "",
        by=said.person.name if said else "",
        by_at=said.at if said else None,
        words=said.words if said else "",
        wrong=wrong[1] if str(row.pk) == wrong[0] else "",
    )
