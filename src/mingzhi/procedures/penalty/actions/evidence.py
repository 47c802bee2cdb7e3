"""Taking evidence: its source, holder, maker, place and time, the digest of files. Source: penalty-law-46, recording-7.3."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.models import Attachment
from mingzhi.core.organs.models import User

from ..models import Case, Evidence
from .investigation import as_rows

_FIELDS = (
    "kind", "name", "source", "holder", "maker", "made_at", "place", "proves", "method", "copies", "is_copy", "matches_original",
    "unmatched_because", "original_kept_at",
)  # fmt: skip


def take_evidence(
    case: Case, *, actor: User, at: datetime, officers: list[User], file: Attachment | None, photos: list[Attachment], **given: Any
) -> Evidence:
    """Keep one piece of evidence; a file is known by its digests from here on."""
    notes = [line.strip() for line in given["photo_notes"].splitlines() if line.strip()]
    return Evidence(
        matter=case,
        attachment=file,
        sha256=file.blob.sha256 if file else "",
        sm3=file.blob.sm3 if file else "",
        photos=[
            {"name": photo.name, "about": note, "sha256": photo.blob.sha256, "sm3": photo.blob.sm3}
            for photo, note in zip(photos, notes, strict=True)
        ],
        officers=as_rows(officers, given["acted_at"]),
        **{name: given[name] for name in _FIELDS},
    )
