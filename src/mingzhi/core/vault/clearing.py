"""The one door through which content leaves the vault: only for a clearing that the ledger tells of, by several people, after its days.

The row of the object stays and says that it was lawfully cleared; `open` tells that in words. Files are removed by a duty, after the
transaction that recorded the clearing, in both places. Serves 音像制度 14; town-footage-clearing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from ulid import ULID

from mingzhi.core import ledger
from mingzhi.core.ledger.models import LedgerEntry
from mingzhi.core.organs.models import Authority
from mingzhi.core.organs.turns import turn
from mingzhi.law.provisions import provision

from . import places
from .duties import duty
from .errors import NotReleased
from .models import Blob, Cleared, Replica
from .places import Place, State
from .storage import place_below

_REMOVED_AT_ONCE = 200


#: Whether a row that names the content has let it go: the clip that a clearing clears, a copy that was handed over.
Spares = Callable[[models.Model], bool]


@dataclass(frozen=True, slots=True)
class Release:
    """What lets content go: the ledger's name of the clearing (`clearing/12`) and its entries by which it was proposed and approved."""

    authority: Authority
    obj: str
    proposed: tuple[str, ...]
    approved: tuple[str, ...]
    words: str


def give_up(blob: Blob, release: Release, spares: Spares, at: datetime) -> Cleared:
    """Let the content go, inside the transaction that records the clearing. Its files are removed afterwards.

    Raises NotReleased unless the ledger has the proposal, the approvals of as many different people as town-footage-clearing wants, none
    of whom proposed, and its days of cooling have passed since the last; or when another row still needs the content.
    """
    _ask_the_ledger(release, at)
    if needed := needed_by(blob, spares):
        raise NotReleased(f"这份内容还有“{needed}”在使用，不能清理。请先核对。")
    row, fresh = Cleared.objects.get_or_create(blob=blob, defaults={"at": at, "obj": release.obj, "words": release.words})
    if fresh:
        ledger.append(
            release.authority,
            event_id=str(ULID()),
            kind="vault.cleared",
            at=at,
            actor={"id": None, "post": "vault"},
            obj=release.obj,
            case=None,
            facts={"sha256": blob.sha256, "size": blob.size_bytes},
            private={"words": release.words, "sm3": blob.sm3, "media_type": blob.media_type},
            fresh=True,
        )
    return row


def needed_by(blob: Blob, spares: Spares) -> str:
    """What in the house still needs the content, in a word; empty for nothing. The vault's own rows need none."""
    for link in Blob.links():
        model = link.related_model
        if model._meta.app_label != Blob._meta.app_label and any(
            not spares(row) for row in model._default_manager.filter(**{link.field.name: blob})
        ):
            return str(model._meta.verbose_name)
    return ""


def _ask_the_ledger(release: Release, at: datetime) -> None:
    """Read from the ledger itself who proposed and who approved; what tables say of it counts for nothing here."""
    numbers, on = provision("town-footage-clearing"), timezone.localdate(at)
    rows = LedgerEntry.objects.filter(log__authority_id=release.authority.pk, event_id__in=(*release.proposed, *release.approved))
    said = {row.event_id: json.loads(bytes(row.payload)) for row in rows}
    own = {event: one for event, one in said.items() if one["obj"] == release.obj}
    proposers = {own[event]["actor"]["id"] for event in release.proposed if event in own}
    approvals = {own[event]["actor"]["id"]: own[event]["at"] for event in release.approved if event in own}
    approvers = approvals.keys() - proposers
    if not proposers or len(approvers) < numbers.number("approvers", on):
        raise NotReleased("台账中没有提出人以外足够人数的批准，内容不能清理。请按清理程序办理。")
    last = max(datetime.fromisoformat(approvals[person]) for person in approvers)
    if on <= timezone.localdate(last) + timedelta(days=numbers.number("wait", on)):
        raise NotReleased("批准后的冷静期没有届满，内容不能清理。请在期满后办理。")


@duty("remove-cleared", every=timedelta(seconds=30))
def remove_cleared(at: datetime) -> int:
    """Remove the files of content that was given up, in both places and their small pictures, and keep that they are gone."""
    gone = Replica.objects.filter(place=Place.MAIN, state=State.GONE).values("blob")
    rows = list(Cleared.objects.exclude(blob__in=gone).select_related("blob").order_by("pk")[:_REMOVED_AT_ONCE])
    for row in rows:
        _remove(row.blob)
        with turn():
            for place in Place:
                if places.root_of(place) is not None:
                    places.note(row.blob, place, State.GONE, at)
    return len(rows)


@duty("cleared-stays-cleared", every=timedelta(hours=1))
def remove_again(at: datetime) -> int:
    """Remove what somebody brought again and was told that it is not kept: the bytes were there before the database was asked."""
    back = [row.blob for row in Cleared.objects.select_related("blob").iterator() if _is_there(row.blob)]
    for blob in back:
        _remove(blob)
    return len(back)


def _is_there(blob: Blob) -> bool:
    return any(path.exists() for place in Place if (path := places.path_in(place, blob)) is not None)


def _remove(blob: Blob) -> None:
    for place in Place:
        if (path := places.path_in(place, blob)) is not None:
            path.unlink(missing_ok=True)
    root = places.root_of(Place.MAIN)
    for pictures in (root / "thumbnails").glob("*") if root else ():
        place_below(pictures, blob.sha256).unlink(missing_ok=True)
