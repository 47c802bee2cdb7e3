"""What a receiver should have and has not acknowledged yet: new, corrected, changed, or withdrawn after it went there.

Serves disclosure-7.2, disclosure-11.1, disclosure-13-withdraw, disclosure-14-correct, credit-report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from mingzhi.core.organs.models import Authority
from mingzhi.procedures.penalty.severity import kinds_of
from mingzhi.regulations.disclosure.display import CreditClass, class_of
from mingzhi.regulations.disclosure.models import Edition, Publication
from mingzhi.regulations.disclosure.stages import PUBLIC
from mingzhi.regulations.disclosure.stages import Stage as Shown

from .models import Channel, Sent
from .stages import DELIVERED

#: What may be told elsewhere: public, and nobody has yet ordered that it be taken down.
STANDS = tuple(stage for stage in PUBLIC if stage != Shown.WITHDRAWING)


@dataclass(frozen=True, slots=True)
class Due:
    """One decision that a receiver lacks. `edition` is the text last published; none when it is to be taken down there."""

    publication: Publication
    edition: Edition | None
    purpose: Sent.Purpose


def due(authority: Authority | int, channel: Channel, from_on: date, until_on: date) -> list[Due]:
    """Everything published, corrected or withdrawn in these days that the receiver has not acknowledged, in the order of the decisions."""
    rows = list(of_the_days(authority, from_on, until_on))
    told = history(channel, rows)
    newest = editions(rows)
    found = (wanted(row, newest.get(row.pk), channel, told[row.case_id]) for row in rows)
    return [one for one in found if one is not None]


def of_the_days(authority: Authority | int, from_on: date, until_on: date) -> QuerySet[Publication]:
    """Publications of which something happened between two days that concerns whoever else shows them."""
    corrected = Edition.objects.filter(matter=OuterRef("pk"), published_at__date__range=(from_on, until_on))
    happened = Q(published_on__range=(from_on, until_on)) | Q(withdrawn_on__range=(from_on, until_on)) | Q(Exists(corrected))
    rows = Publication.objects.filter(happened, authority=authority, stage__in=(*STANDS, Shown.WITHDRAWN))
    return rows.select_related("case__power", "case__authority").order_by("decided_on", "pk")


def history(channel: Channel, rows: Sequence[Publication]) -> defaultdict[int, list[Sent]]:
    """What went there of the cases of these publications, by case."""
    found: defaultdict[int, list[Sent]] = defaultdict(list)
    gone = Sent.objects.filter(matter__stage__in=DELIVERED, matter__dispatch__channel=channel)
    for row in gone.filter(publication__case__in={one.case_id for one in rows}).select_related("publication", "matter"):
        found[row.publication.case_id].append(row)
    return found


def editions(rows: Iterable[Publication]) -> dict[int, Edition]:
    """The text last published of each."""
    found = Edition.objects.filter(matter__in=[row.pk for row in rows], published_at__isnull=False).order_by("number")
    return {one.matter_id: one for one in found}


def wanted(publication: Publication, edition: Edition | None, channel: Channel, told: Sequence[Sent]) -> Due | None:
    """What the receiver should still be told of one publication, if anything."""
    own = [row for row in told if row.publication_id == publication.pk]
    arrived = [row for row in own if row.answer != Sent.Answer.REFUSED]
    acknowledged = [row for row in own if row.answer == Sent.Answer.ACKNOWLEDGED]
    if publication.stage == Shown.WITHDRAWN:
        went = any(row.purpose != Sent.Purpose.WITHDRAWN for row in arrived)
        undone = any(row.purpose == Sent.Purpose.WITHDRAWN for row in acknowledged)
        return Due(publication, None, Sent.Purpose.WITHDRAWN) if went and not undone else None
    if edition is None or not goes_to(channel, publication) or any(row.edition_id == edition.pk for row in acknowledged):
        return None
    if any(row.edition_id != edition.pk for row in arrived):
        return Due(publication, edition, Sent.Purpose.CORRECTED)
    if any(row.publication_id != publication.pk and row.answer != Sent.Answer.REFUSED for row in told):
        return Due(publication, edition, Sent.Purpose.CHANGED)
    return Due(publication, edition, Sent.Purpose.NEW)


def goes_to(channel: Channel, publication: Publication) -> bool:
    """Everything but what 信用修复管理办法 does not show in principle: warnings and reprimands do not go to the credit platform."""
    return channel != Channel.CREDIT or class_of(kinds_of(publication.case.decided_penalties)) != CreditClass.MINOR
