"""The demo town 石壕镇 under 綦江区: units, invented people in every post, the power list. Never used by a real installation."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.utils import timezone

from .town import make_town


def load(progress: Callable[[str], None]) -> None:
    """Make the demo town in an empty installation; `progress` is told in words what is being made."""
    from django.db import transaction

    with transaction.atomic():
        make_town(progress, password(), timezone.now())


def password() -> str:
    """The one password of everybody in the demo town."""
    return settings.DEMO_PASSWORD


def sign_ins() -> list[list[str]]:
    """Account, name and posts of everybody who can sign in to the demo town; empty where there is none."""
    from mingzhi.core.organs.models import User

    from .town import TOWN_CODE, accounts

    people = User.objects.filter(authority__code=TOWN_CODE, username__in=accounts(), is_active=True).prefetch_related("appointments")
    rows = [[one.username, one.name, "、".join(row.get_post_display() for row in one.appointments.all())] for one in people.order_by("pk")]
    return rows if len(rows) == len(accounts()) else []
