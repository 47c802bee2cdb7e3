"""What is done with files that become public: added as a bare copy, looked at, taken out. Source: 公示制度 4, 8, 14."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mingzhi.core import vault
from mingzhi.core.documents.bare import bare
from mingzhi.core.engine.models import Attachment
from mingzhi.core.organs.models import User

from ..models import Bulletin, Publication, PublicFile


def attach(
    carrier: Publication | Bulletin,
    *,
    actor: User,
    at: datetime,
    file: Attachment | None,
    of: Attachment | None,
    name: str,
    kept_words: list[str],
) -> PublicFile:
    """Keep the original in the house and a copy without anything but what is seen for everybody. Source: disclosure-8.1 to disclosure-8.4."""
    original = file or of
    assert original is not None, "the form asks for one of them"
    with vault.open(original.blob) as opened:
        made = bare(opened.read(), original.blob.media_type)
    return PublicFile(
        matter=carrier, name=name, original=original, copy=vault.put(made.content, declared_name="", at=at), said=[list(row) for row in made.said],
        left_out=list(made.left_out), pictures=made.pictures, kept_words=kept_words, added_by=actor, added_at=at,
    )  # fmt: skip


def look(carrier: Publication | Bulletin, *, actor: User, at: datetime, seen: Sequence[PublicFile]) -> list[PublicFile]:
    """A second person has looked at what no scan reads and answers for it. Source: disclosure-4."""
    for row in seen:
        row.seen_by, row.seen_at = actor, at
    return list(seen)


def detach(carrier: Publication | Bulletin, *, actor: User, at: datetime, file: PublicFile, reasons: str) -> PublicFile:
    """It is public no longer, or will not be; what it was stays on record. Source: disclosure-14-correct."""
    file.dropped_by, file.dropped_at = actor, at
    return file
