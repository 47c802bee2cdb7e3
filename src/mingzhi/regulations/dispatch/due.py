"""What a receiver should have and has not acknowledged yet: new, corrected, in place of something older, or to be taken down there.

Serves disclosure-7.2, disclosure-11.1, disclosure-13-update, disclosure-13-withdraw, disclosure-14-correct, credit-report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mingzhi.core.organs.models import Authority
from mingzhi.procedures.penalty.severity import kinds_of
from mingzhi.regulations.disclosure.display import CreditClass, class_of
from mingzhi.regulations.disclosure.models import Publication

from .models import Channel, Sent
from .stages import DELIVERED
from .subjects import Subject, happened, relatives


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that a receiver lacks. `instead_of` is the number of the older version that stands there until then, empty for none."""

    subject: Subject
    purpose: Sent.Purpose
    instead_of: str = ""

    @property
    def withdraws(self) -> bool:
        """Whether it is to be taken down there; then nothing of its text goes."""
        return self.purpose == Sent.Purpose.WITHDRAWN


def due(authority: Authority | int, channel: Channel, from_on: date, until_on: date) -> list[Due]:
    """Everything published, corrected, replaced or taken down in these days that the receiver has not acknowledged, the oldest first."""
    subjects = happened(authority, from_on, until_on)
    told = history(channel, subjects)
    found = (wanted(one, channel, told[one.family]) for one in subjects)
    return [one for one in found if one is not None]


def history(channel: Channel, subjects: Iterable[Subject]) -> defaultdict[int, list[Sent]]:
    """What went there of the families of these subjects, by family."""
    found: defaultdict[int, list[Sent]] = defaultdict(list)
    families = relatives(subjects)
    gone = Sent.objects.filter(matter__stage__in=DELIVERED, matter__dispatch__channel=channel, subject__in=families)
    for row in gone.select_related("matter__dispatch"):
        found[families[row.subject_id]].append(row)
    return found


def wanted(subject: Subject, channel: Channel, told: Sequence[Sent]) -> Due | None:
    """What the receiver should still be told of one subject, if anything. told: what went there of its family."""
    own = [row for row in told if row.subject_id == subject.pk]
    arrived = [row for row in own if row.answer != Sent.Answer.REFUSED]
    acknowledged = [row for row in own if row.answer == Sent.Answer.ACKNOWLEDGED]
    if subject.gone is not None:
        went = any(row.purpose != Sent.Purpose.WITHDRAWN for row in arrived)
        undone = any(row.purpose == Sent.Purpose.WITHDRAWN for row in acknowledged)
        return Due(subject, Sent.Purpose.WITHDRAWN) if went and not undone and not makes_room(subject, told) else None
    if not goes_to(channel, subject) or any(row.draft == subject.draft for row in acknowledged):
        return None
    if any(row.draft != subject.draft for row in arrived):
        return Due(subject, Sent.Purpose.CORRECTED)
    if others := [row for row in told if row.subject_id != subject.pk and row.answer != Sent.Answer.REFUSED]:
        older = others[-1].number
        return Due(subject, Sent.Purpose.CHANGED, older if older != subject.number else "")
    return Due(subject, Sent.Purpose.NEW)


def makes_room(subject: Subject, told: Iterable[Sent]) -> bool:
    """Whether an older version need not be taken down, because a newer one takes its place there, or has taken it."""
    newer = (row for row in told if row.subject_id > subject.pk and row.answer != Sent.Answer.REFUSED)
    return subject.replaced and (subject.followed or any(row.purpose != Sent.Purpose.WITHDRAWN for row in newer))


def goes_to(channel: Channel, subject: Subject) -> bool:
    """To the district's site goes everything. To the credit platform go decisions, but for what 信用修复管理办法 does not show in principle:
    warnings and reprimands."""
    if channel != Channel.CREDIT:
        return True
    publication = subject.matter
    return isinstance(publication, Publication) and class_of(kinds_of(publication.case.decided_penalties)) != CreditClass.MINOR
