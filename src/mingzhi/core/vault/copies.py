"""How many verified copies of a content there are. Whoever would wipe a card or clear an original asks here and nowhere else."""

from __future__ import annotations

from . import storage
from .models import Blob

#: So many verified copies must exist before what they were made of may be wiped. Source: equipment-8-store
ENOUGH = 2


def copies_verified(blob: Blob) -> int:
    """Copies of this content that were read and found right: the original in the vault, and each further one on another disk."""
    return int(storage.path(blob).is_file())
