"""谁在执法: the organ, its units and the people who may enforce today; and whether one badge is good.

Serves 公示制度 5（一）, 6（一）, 6（三）. Of a person only what that article names: name, certificate, kind of enforcement, duty.
"""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.utils import timezone

from mingzhi.core.organs.models import Certificate, Unit
from mingzhi.core.organs.people import enforcing_on
from mingzhi.law.provisions import cited
from mingzhi.regulations.disclosure.bulletins.topics import Topic

from ..shapes import BadgeCheck, OfficerRow, OfficersPage, UnitOfficers
from ..visiting import Visit, public_page
from .bulletins import links_under

SERVES = cited("disclosure-5.1", "disclosure-6.3", "penalty-law-39")


@public_page
def officers(visit: Visit) -> HttpResponse:
    """The organ and its people, unit by unit; `q` narrows to a name or the number of a certificate."""
    asked = visit.asked("q")
    held = {row.holder_id: row for row in enforcing_on(visit.town, timezone.localdate())}
    rows = [row for row in held.values() if asked in row.holder.name or asked == row.number]
    units = [
        UnitOfficers(unit.name, unit.get_kind_display(), [_officer(visit, row) for row in rows if row.holder.unit_id == unit.pk])
        for unit in Unit.objects.filter(authority=visit.town).order_by("pk")
    ]
    page = OfficersPage(
        organ=visit.town.name,
        address=visit.town.address,
        phone=visit.town.phone,
        units=[unit for unit in units if unit.officers],
        others=[] if asked else [unit.name for unit in units if not unit.officers],
        count=len(rows),
        asked=asked,
    )
    return visit.render(
        "officers", page=page, action=visit.to("officers"), badges=visit.to("badges"), downloads=visit.downloads("officers"),
        filed=links_under(visit, Topic.BODY),
    )  # fmt: skip


@public_page
def badges(visit: Visit) -> HttpResponse:
    """The number of a certificate, typed in; without one the empty form."""
    number = visit.asked("number")
    return _answer(visit, number) if number else visit.render("badge", check=BadgeCheck(""), action=visit.to("badges"))


@public_page
def badge(visit: Visit, number: str) -> HttpResponse:
    """Where the code on a badge leads: may its holder enforce today? Why not is nobody's business but the office's."""
    return _answer(visit, number)


def _answer(visit: Visit, number: str) -> HttpResponse:
    today = timezone.localdate()
    held = (
        Certificate.objects.filter(holder__authority=visit.town, number__iexact="".join(number.split()))
        .select_related("holder__unit")
        .first()
    )
    if held is None:
        return visit.render("badge", 404, check=BadgeCheck("unknown", number), action=visit.to("badges"))
    return visit.render("badge", check=_checked(held, number, today), action=visit.to("badges"))


def _checked(held: Certificate, asked: str, today: date) -> BadgeCheck:
    valid = enforcing_on(held.holder.authority_id, today).filter(pk=held.pk).exists()
    return BadgeCheck(
        state="valid" if valid else "invalid",
        asked=asked,
        name=held.holder.name,
        unit=held.holder.unit.name if held.holder.unit else "",
        number=held.number,
        scope=held.scope,
        valid_until=held.valid_until if valid else None,
        on=today,
    )


def _officer(visit: Visit, row: Certificate) -> OfficerRow:
    return OfficerRow(row.holder.name, row.number, row.scope, row.holder.duty, row.valid_until, visit.to("badge", row.number))
