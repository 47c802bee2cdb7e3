"""D56: what stands on the label of a disc."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day

from .forms.discs import copies
from .models import Disc
from .procedure import burning


@burning.paper("D56")
def label_of_a_disc(disc: Disc, *, actor: Any, at: datetime, given: dict[str, Any]) -> dict[str, Any]:
    rows = disc.footage_discclips.select_related("clip")
    return {
        "organ": disc.authority.name,
        "unit": disc.authority.name,
        "maker": disc.made_by.name,
        "made_on": local_day(at).isoformat(),
        "subject": disc.subject_name,
        "label": disc.label,
        "copies": copies(at),
        "sha256": disc.image_sha256,
        "files": [{"name": row.name, "number": row.clip.number, "prefix": row.sha256[:16]} for row in rows],
    }
