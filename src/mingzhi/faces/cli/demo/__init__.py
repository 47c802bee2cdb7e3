"""The demo town 石壕镇 under 綦江区: units, invented people in every post, the power list, and a year of matters.

Never used by a real installation. The year is made through the real actions only; see `year.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from django.conf import settings
from django.utils import timezone

#: The list of powers the stories rest on is in force from here on; no story begins earlier.
FIRST_DAY = date(2025, 7, 1)
_MORNING = time(8, 30)


def load(progress: Callable[[str], None], *, today: date | None = None, scale: str = "full") -> bool:
    """Make the demo town and its year up to the working day before `today`; False when there is one already, and nothing is done.

    today: by default the day it is. scale: "full", or "small" for every stage once. All or nothing: one transaction.
    Raises StoryBroken when an action of a story is refused.
    """
    from django.db import transaction

    from mingzhi.core.organs.calendars import calendar_of
    from mingzhi.core.organs.models import Authority, User
    from mingzhi.faces.cli.filming import settle_uploads

    from .calendar_days import Days
    from .telling import plan, tell
    from .town import TOWN_CODE, make_town
    from .year import year

    if Authority.objects.filter(code=TOWN_CODE).exists():
        return False
    now = timezone.now() if today is None else timezone.make_aware(datetime.combine(today, _MORNING))
    with transaction.atomic():
        town = make_town(progress, password(), now)
        days = Days(calendar_of(town.pk), timezone.localtime(now).date())
        people = {person.username: person for person in User.objects.filter(authority=town).select_related("authority")}
        planned = plan(year(days, scale == "small", FIRST_DAY), days, FIRST_DAY)
        tell(planned, people, lambda done, all_of_them: progress(f"正在建立演示镇：一年的办件 {done}/{all_of_them}"))
        settle_uploads()
    return True


def password() -> str:
    """The one password of everybody in the demo town."""
    return settings.DEMO_PASSWORD


def sign_ins() -> list[list[str]]:
    """Account, name and posts of the few people a visitor signs in as first; empty where there is no demo town."""
    from mingzhi.core.organs.models import User

    from .town import TOWN_CODE, accounts, key_accounts

    people = User.objects.filter(authority__code=TOWN_CODE, is_active=True)
    if people.filter(username__in=accounts()).count() < len(accounts()):
        return []
    on = timezone.localdate()
    rows = people.filter(username__in=key_accounts()).order_by("pk")
    return [[one.username, one.name, "、".join(row.get_post_display() for row in one.appointments.on(on))] for one in rows]
