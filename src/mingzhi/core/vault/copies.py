"""How many verified copies of a content there are. Whoever would wipe a card or clear an original asks here and nowhere else."""

from __future__ import annotations

from . import places
from .models import Blob, Replica
from .places import Place, State

#: So many verified copies must exist before what they were made of may be wiped. Source: equipment-8-store
ENOUGH = 2


def copies_verified(blob: Blob) -> int:
    """In how many places the object was read from the disk, found good, and still lies: only `scrubbing` says what was read.

    A place whose disk is away now does not count, whatever was found there before: a card is wiped today.
    """
    return sum(_still_lies(place, blob) for place in Replica.objects.filter(blob=blob, state=State.GOOD).values_list("place", flat=True))


def _still_lies(place: str, blob: Blob) -> bool:
    path = places.path_in(Place(place), blob)
    try:
        return path is not None and path.stat().st_size == blob.size_bytes
    except OSError:
        return False
