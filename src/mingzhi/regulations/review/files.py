"""The evidence of a package that is a file: photographs and PDFs as leaves that can be read beside the papers.

What else there is (films, recordings) is only named here and opened as an original. Serves review-6, review-9.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mingzhi.core.documents.pictures import page_count
from mingzhi.core.engine.models import Attachment
from mingzhi.core.vault.models import Blob
from mingzhi.core.vault.storage import DRAWN
from mingzhi.procedures.penalty.models import Evidence

from .queries import Item


@dataclass(frozen=True)
class Leaf:
    """One file of a piece of evidence; `pages` is 0 where it cannot be shown on a page."""

    file_id: int
    title: str
    about: str
    pages: int


def leaves_of(case_id: int, items: Iterable[Item]) -> dict[int, list[Leaf]]:
    """The files of each piece of evidence of a package, by the evidence's id."""
    rows = Evidence.objects.filter(pk__in=[item.evidence_id for item in items if item.evidence_id]).select_related("attachment__blob")
    photographed = [photo["sha256"] for row in rows for photo in row.photos]
    kept = Attachment.objects.filter(matter_id=case_id, blob__sha256__in=photographed).select_related("blob").order_by("-id")
    by_digest = {row.blob.sha256: row for row in kept}
    found: dict[int, list[Leaf]] = {}
    for row in rows:
        own = [Leaf(row.attachment.pk, row.name, row.attachment.name, pages_of(row.attachment.blob))] if row.attachment else []
        for photo in row.photos:
            if (file := by_digest.get(photo["sha256"])) is not None:
                own.append(Leaf(file.pk, row.name, photo["about"] or photo["name"], pages_of(file.blob)))
        found[row.pk] = own
    return found


def pages_of(blob: Blob) -> int:
    """How many pages of a file can be shown: a picture is one."""
    if blob.media_type in DRAWN:
        return 1
    return page_count(blob) if blob.media_type == "application/pdf" else 0
