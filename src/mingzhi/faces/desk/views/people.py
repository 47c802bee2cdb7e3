"""Everybody of the authority by unit, with their posts and certificates. No ranking, no counts of work.

Serves 行政处罚法 42 and personnel-4: who may enforce on a day can be seen by everybody who works here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from mingzhi.core.organs.models import Appointment, Certificate, User
from mingzhi.core.organs.people import enforcing_on
from mingzhi.core.organs.posts import ENFORCING

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..register_shapes import Officer, OfficerCertificate, People, UnitPeople
from ..shapes import Figure, Link, Tone

#: From how many days before its end a certificate is shown as ending. A matter of display, not of law.
ENDING_DAYS = 30

#: Those who must carry a certificate to do what their post is for.
_CERTIFIED = frozenset(post.value for post in ENFORCING)


@desk_page
def people(request: SignedIn) -> HttpResponse:
    """The people of the viewer's authority, unit by unit; `unit` narrows to one, `q` to a name or certificate number."""
    today = timezone.localdate()
    query, chosen = request.GET.get("q", "").strip(), request.GET.get("unit", "")
    everybody = (
        User.objects.filter(authority=request.user.authority_id)
        .select_related("unit")
        .prefetch_related(
            Prefetch("appointments", Appointment.objects.order_by("from_on", "id")),
            Prefetch("certificates", Certificate.objects.order_by("valid_from", "id")),
        )
        .order_by("unit", "id")
    )
    found = [_officer(person, today) for person in everybody]
    units = list(dict.fromkeys(row.unit for row in found))
    rows = [row for row in found if _matches(row, query) and (not chosen or row.unit == chosen)]
    kept = {"q": query} if query else {}
    working = [row for row in found if not row.left]
    page = People(
        heading="人员和执法证",
        units=[UnitPeople(unit, [row for row in rows if row.unit == unit]) for unit in units if any(row.unit == unit for row in rows)],
        tabs=[
            Link("全部", _url(**kept), not chosen, len(found)),
            *(Link(unit, _url(unit=unit, **kept), unit == chosen, sum(row.unit == unit for row in found)) for unit in units),
        ]
        if len(units) > 1
        else [],
        query=query,
        unit=chosen,
        new=Link("亮证", reverse("desk:badge"))
        if enforcing_on(request.user.authority_id, today).filter(holder=request.user).exists()
        else None,
        figures=[
            Figure("在岗人员", str(len(working))),
            Figure("持有效执法证", str(sum(any(one.valid for one in row.certificates) for row in working))),
            *_warned(f"证件 {ENDING_DAYS} 日内到期", working, "soon"),
            *_warned("没有有效执法证", working, "late"),
        ],
    )
    return render(request, "desk/people.html", {"frame": frame_of(request, page.heading, area="people"), "page": page})


def _url(**asked: str) -> str:
    return reverse("desk:people") + (f"?{urlencode(asked)}" if asked else "")


def _warned(label: str, rows: Sequence[Officer], tone: Tone) -> list[Figure]:
    count = sum(row.tone == tone for row in rows)
    return [Figure(label, str(count), tone)] if count else []


def _matches(row: Officer, query: str) -> bool:
    return not query or query in row.name or any(query in one.number for one in row.certificates)


def _officer(person: User, today: date) -> Officer:
    """One person; the row's tone is that of the certificate that matters today."""
    posts, holds = [], set()
    for row in person.appointments.all():
        if row.until_on is not None and row.until_on < today:
            continue
        posts.append((row.get_post_display(), _term(row, today)))
        if row.from_on <= today:
            holds.add(row.post)
    certificates = [_certificate(row, today) for row in person.certificates.all()]
    valid = [one for one in certificates if one.valid]
    # A person with a valid certificate is not warned about the old ones; a later one already issued takes the warning away too.
    lasting = any(one.tone in ("ok", "quiet") for one in certificates if one.valid or one.future)
    tone: Tone = "ok" if lasting and valid else valid[-1].tone if valid else "late" if holds & _CERTIFIED else "quiet"
    missing = ""
    if not valid and holds & _CERTIFIED:
        missing = "没有有效的执法证，不能执法"
    return Officer(
        name=person.name,
        duty=person.duty,
        unit=person.unit.name if person.unit else person.authority.place,
        posts=posts,
        certificates=list(reversed(certificates)),
        certificate_words=missing,
        tone=tone,
        left=not person.is_active,
    )


def _term(row: Appointment, today: date) -> str:
    """Since when, and until when if that is settled."""
    begins = f"{row.from_on} 起" if row.from_on <= today else f"自 {row.from_on} 起任"
    return f"{row.from_on} 至 {row.until_on}" if row.until_on else begins


def _certificate(row: Certificate, today: date) -> OfficerCertificate:
    """One certificate with its state in words, the words first and the colour second."""
    left = (row.valid_until - today).days
    valid = False
    tone: Tone
    if row.withdrawn_on is not None and row.withdrawn_on <= today:
        words, tone = f"{row.withdrawn_on} 起暂扣、收回或者注销", "late"
    elif row.valid_from > today:
        words, tone = f"{row.valid_from} 起有效", "quiet"
    elif left < 0:
        words, tone = f"已过期 {-left} 日", "late"
    else:
        valid = True
        words, tone = ("今日到期", "late") if left == 0 else (f"剩 {left} 日到期", "soon") if left <= ENDING_DAYS else ("有效", "ok")
        if row.withdrawn_on is not None:
            words, tone = f"{row.withdrawn_on} 起收回", "soon"
    return OfficerCertificate(
        number=row.number,
        until_on=row.valid_until,
        words=words,
        tone=tone,
        valid=valid,
        future=row.valid_from > today and row.withdrawn_on is None,
    )
