"""Two copies of every object, each read again at least every thirty days; what is wrong is repaired from what is good, and on record.

Duties of the worker: the second copy of what is new, and the round through everything. Nothing is overwritten unless the other copy was
read and found good in the same breath. Serves 装备制度 8, 记录制度 17; town-vault-scrub.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from ulid import ULID

from mingzhi.core import ledger
from mingzhi.core.organs.models import Authority
from mingzhi.core.organs.turns import turn
from mingzhi.law.provisions import cited, provision

from . import places
from .duties import duty
from .models import Blob, Cleared, Incident, Replica
from .places import Place, State

#: How much one round reads, so that the worker comes to its other duties.
ROUND_BYTES = 1 << 30
ROUND_OBJECTS = 200
#: A place that was found wrong and could not be repaired is looked at again after so long.
AGAIN = timedelta(days=1)
cited("town-vault-scrub", "equipment-8-store")

log = logging.getLogger(__name__)


def period(at: datetime) -> timedelta:
    """How old the last reading of an object may be. Source: town-vault-scrub."""
    return timedelta(days=provision("town-vault-scrub").number("within", timezone.localdate(at)))


@duty("second-copies", every=timedelta(seconds=5))
def copy_new(at: datetime) -> int:
    """Make and verify the second copy of objects that have none."""
    if places.root_of(Place.SECOND) is None:
        return 0
    there = Replica.objects.filter(place=Place.SECOND).values("blob")
    return _round(Blob.objects.exclude(pk__in=there).exclude(pk__in=Cleared.objects.values("blob")).order_by("pk"), at)


@duty("scrub", every=timedelta(minutes=5))
def scrub(at: datetime) -> int:
    """Read again what was not read for the period, the longest unread first; then what was never read."""
    stale = Q(state=State.GOOD, checked_at__lt=at - period(at)) | (~Q(state__in=(State.GOOD, State.GONE)) & Q(checked_at__lt=at - AGAIN))
    due = Replica.objects.filter(stale).filter(place__in=[place for place in Place if places.root_of(place) is not None])
    never = ~Q(pk__in=Replica.objects.filter(place=Place.MAIN).values("blob"))
    rows = Blob.objects.filter(Q(pk__in=due.values("blob")) | never).exclude(pk__in=Cleared.objects.values("blob"))
    return _round(rows.annotate(read_at=models.Min("replicas__checked_at")).order_by(models.F("read_at").asc(nulls_first=True), "pk"), at)


def _round(rows: models.QuerySet[Blob], at: datetime) -> int:
    done, size = 0, 0
    for blob in rows[:ROUND_OBJECTS]:
        look_after(blob, at)
        done, size = done + 1, size + blob.size_bytes
        if size >= ROUND_BYTES:
            break
    return done


def look_after(blob: Blob, at: datetime) -> dict[str, places.Found]:
    """Read one object in every place, repair or make what is not good from what is, and put on record what was wrong.

    Both wrong: an alarm, and nothing is touched. Reads outside any transaction, because it takes its time.
    """
    paths: dict[str, Path] = {str(place): path for place in Place if (path := places.path_in(place, blob)) is not None}
    found = {place: places.read(path, blob) for place, path in paths.items()}
    known = set(Replica.objects.filter(blob=blob).values_list("place", flat=True))
    good = next((place for place, one in found.items() if one.state == State.GOOD), None)
    before = dict(Replica.objects.filter(blob=blob).values_list("place", "state"))
    incidents: list[tuple[str, str, bool]] = []
    for place, one in list(found.items()):
        if one.state == State.GOOD:
            continue
        is_new = place == Place.SECOND and place not in known and one.state == State.MISSING
        repaired = good is not None and _repair(blob, paths[good], paths[place], at)
        if repaired:
            found[place] = places.Found(State.GOOD)
        if not is_new and (repaired or before.get(place) != one.state):
            incidents.append((place, one.words, repaired))
    with turn(), transaction.atomic():
        if Cleared.objects.filter(blob=blob).exists():
            return found
        for place, one in found.items():
            places.note(blob, place, one.state, at)
        for place, words, repaired in incidents:
            _report(blob, place, words, repaired, alone=good is None, at=at)
    return found


def _repair(blob: Blob, source: Path, target: Path, at: datetime) -> bool:
    """Whether the target now holds the good content. Wrong bytes are set aside first, for whoever looks into it."""
    try:
        places.set_aside(target, at)
        return places.write(source, target, blob).state == State.GOOD
    except OSError as problem:
        log.critical("object %s could not be repaired: %s", blob.sha256[:16], problem)
        return False


def _report(blob: Blob, place: str, words: str, repaired: bool, *, alone: bool, at: datetime) -> None:
    """Keep an incident, for the administrators' page, and its entry in the ledger of every authority whose object it is."""
    title = f"{Place(place).label}：{words}"
    sentence = f"{title}，已从完好的一份修复。" if repaired else f"{title}，没有修复。"
    if alone and not repaired:
        sentence = f"{title}，另一处也没有完好的副本。请立即停止使用该磁盘，从备份恢复。"
    log.critical("object %s: %s", blob.sha256[:16], sentence)
    row = Incident.objects.create(blob=blob, place=place, found_at=at, repaired=repaired, sentence=sentence)
    for authority in owners_of(blob):
        ledger.append(
            authority,
            event_id=str(ULID()),
            kind="vault.repaired" if repaired else "vault.damaged",
            at=at,
            actor={"id": None, "post": "worker"},
            obj=f"vault/{blob.sha256}",
            case=None,
            facts={"place": place, "incident": row.pk, "repaired": repaired},
            private={"sentence": sentence, "sha256": blob.sha256, "size_bytes": blob.size_bytes},
            fresh=True,
        )


def owners_of(blob: Blob) -> list[Authority]:
    """The authorities whose rows name the object; the first of the installation where none does, so that nothing goes unrecorded."""
    found: set[int] = set()
    for rows, name, way in _naming():
        found.update(rows.filter(**{name: blob}).values_list(f"{way}_id", flat=True)[:ROUND_OBJECTS])
    named = Authority.objects.filter(pk__in=found).order_by("pk")
    return list(named) or list(_first()[:1])


def concerning(authorities: models.QuerySet[Authority]) -> Q:
    """Incidents of objects that rows of these authorities name; those of objects that nobody names, where the first is among them."""
    found, named = Q(), Q()
    for rows, name, way in _naming():
        found |= Q(blob__in=rows.filter(**{f"{way}__in": authorities.values("pk")}).order_by().values(name))
        named |= Q(blob__in=rows.filter(**{f"{name}__isnull": False}).order_by().values(name))
    return found | ~named if authorities.filter(pk__in=_first().values("pk")[:1]).exists() else found


def _naming() -> Iterator[tuple[models.QuerySet[Any], str, str]]:
    """Every table that names objects: its rows, by which field it does, and the way to the authority of a row."""
    for link in Blob.links():
        model, name = link.related_model, link.field.name
        fields = {field.name for field in model._meta.get_fields()}
        way = next((way for way, needs in _WAYS if needs in fields), None)
        if way is not None:
            yield model._default_manager.all(), name, way


def _first() -> models.QuerySet[Authority]:
    return Authority.objects.order_by("-kind", "pk")


#: From a row that names an object to its authority, by the field that leads there.
_WAYS = (("authority", "authority"), ("matter__authority", "matter"), ("owner__authority", "owner"))
