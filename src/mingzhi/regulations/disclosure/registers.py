"""When what the town publishes in advance changed by itself: who may enforce, and what for; and what of that no bulletin covers yet.

Read out of the registers on the days they name, so nobody has to remember and no job runs. See docs/decisions/0101. Serves 12 and 13.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import due_moment
from mingzhi.core.organs.models import Appointment, Authority, Certificate
from mingzhi.core.organs.posts import ENFORCING
from mingzhi.law.provisions import cited
from mingzhi.law.workdays import YearUnknown
from mingzhi.procedures.penalty.models import Power

from .bulletins.models import Bulletin
from .bulletins.topics import Topic

SERVES = cited("disclosure-12-general", "disclosure-13-update")

_NEXT = timedelta(days=1)


@dataclass(frozen=True)
class Uncovered:
    """What changed under one heading since its last bulletin: the first day, what happened from then on, and until when it is to be public.

    due_on is None where the office has not entered the work calendar of that year.
    """

    topic: Topic
    changed_on: date
    words: str
    due_on: date | None


def uncovered(town: Authority, on: date) -> list[Uncovered]:
    """Headings whose registers changed after the day their newest bulletin speaks of, up to a day. Source: disclosure-13-update."""
    found = []
    for topic, changes in ((Topic.BODY, _people), (Topic.POWERS, _powers)):
        spoken = Bulletin.objects.filter(authority=town, topic=topic).order_by("-formed_on").values_list("formed_on", flat=True).first()
        since = sorted((day, words) for day, words in changes(town) if day <= on and (spoken is None or day > spoken))
        if since:
            first = since[0][0]
            found.append(Uncovered(topic, first, _in_words(words for _, words in since), _due(town, first)))
    return found


def _due(town: Authority, first: date) -> date | None:
    """The last of the days within which a change is to be public, by the rule in force on the day of it."""
    try:
        return local_day(due_moment(first, SERVES[0].period(first), town.pk, False))
    except YearUnknown:
        return None


def _people(town: Authority) -> Iterator[tuple[date, str]]:
    """Certificates that begin, end or are withdrawn, and posts that enforce, taken up or left."""
    for row in Certificate.objects.filter(holder__authority=town):
        yield row.valid_from, "执法证启用"
        yield row.valid_until + _NEXT, "执法证到期"
        if row.withdrawn_on is not None:
            yield row.withdrawn_on, "执法证暂扣、收回或者注销"
    for post in Appointment.objects.filter(authority=town, post__in=ENFORCING):
        yield post.from_on, "任执法岗位"
        if post.until_on is not None:
            yield post.until_on + _NEXT, "离执法岗位"


def _powers(town: Authority) -> Iterator[tuple[date, str]]:
    """Versions of powers that come into force or end; one that only makes way for the next is told once."""
    rows = Power.objects.filter(authority=town).values_list("code", "valid_from", "valid_until")
    begun = {(code, since) for code, since, _ in rows}
    for code, since, until in rows:
        yield since, "执法事项施行"
        if until is not None and (code, until + _NEXT) not in begun:
            yield until + _NEXT, "执法事项失效"


def _in_words(words: Iterator[str]) -> str:
    """“执法证到期 1 项，执法证启用 2 项”."""
    return "，".join(f"{one} {count} 项" for one, count in sorted(Counter(words).items()))
