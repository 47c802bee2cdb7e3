"""Discs: listed, built as one image, burned twice, checked by reading back, shelved. Source: footage-15-disc."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.models import Matter
from mingzhi.core.organs.models import User

from ..discs import image_path, name_on_disc, waited_for
from ..models import Clip, Disc, DiscClip, LostImage


def make(disc: Disc, *, actor: User, at: datetime, clips: list[Clip], label: str, subject: Matter | None, subject_name: str) -> list[Any]:
    """Choose what goes on it and what stands on its label. Source: footage-15-disc."""
    disc.label, disc.subject, disc.subject_name, disc.made_by = label, subject, subject_name, actor
    disc.title = f"光盘{label} {subject_name}"[:300]
    names = [name_on_disc(clip, number) for number, clip in enumerate(clips, start=1)]
    return [DiscClip(matter=disc, clip=clip, name=name, sha256=clip.blob.sha256) for clip, name in zip(clips, names, strict=True)]


def built(disc: Disc, *, actor: User, at: datetime, image_sha256: str, image_bytes: int) -> None:
    """Keep the digest of the image that is burned on both. Source: footage-15-disc."""
    disc.image_sha256, disc.image_bytes, disc.built_at, disc.problem = image_sha256, image_bytes, at, ""


def not_built(disc: Disc, *, actor: User, at: datetime, problem: str) -> None:
    """Keep why no image could be built."""
    disc.problem = problem


def build_again(disc: Disc, *, actor: User, at: datetime) -> list[Document]:
    """Try once more; with an image that cannot be had any more its digest goes, and the label that carries it. Source: footage-15-disc."""
    disc.problem = disc.image_sha256 = ""
    disc.image_bytes = disc.built_at = None
    labels = list(Document.objects.filter(matter_id=disc.pk, code="D56", voided_at__isnull=True))
    for label in labels:
        label.voided_at, label.voided_because = at, "映像遗失、损坏，另行制作"
    return labels


def rebuild(disc: Disc, *, actor: User, at: datetime, reasons: str) -> LostImage:
    """Have an image that is lost or damaged put together again. Source: footage-15-disc."""
    disc.problem = ""
    return LostImage(matter=disc, because=reasons, told_by=actor, told_at=at)


def making_good(disc: Disc) -> tuple[str, ...]:
    """By which actions a disc comes to its image again; none while it lies ready or is waited for."""
    if disc.problem:
        return ("build_again",)
    return () if waited_for(disc) or image_path(disc).is_file() else ("rebuild",)


def rebuilt(disc: Disc, *, actor: User, at: datetime, image_sha256: str, image_bytes: int) -> LostImage:
    """The image lies ready again, with the digest it had. Source: footage-15-disc."""
    return _ended(disc, at)


def not_rebuilt(disc: Disc, *, actor: User, at: datetime, problem: str) -> LostImage:
    """Keep why the image cannot be had again."""
    disc.problem = problem
    return _ended(disc, at)


def _ended(disc: Disc, at: datetime) -> LostImage:
    row: LostImage = waited_for(disc)  # type: ignore[assignment]
    row.ended_at = at
    return row


def burn(disc: Disc, *, actor: User, at: datetime, burned_on: date, discs: list[dict[str, Any]]) -> None:
    """Burn the same image on as many discs as the rule wants. Source: footage-15-disc."""
    disc.burned_on, disc.discs = burned_on, [{**row, "read_sha256": ""} for row in discs]


def check(disc: Disc, *, actor: User, at: datetime, readings: list[dict[str, Any]]) -> None:
    """Read every disc back and compare it with the image. Source: footage-15-disc."""
    read = {row["serial"]: row["sha256"].lower() for row in readings}
    disc.discs = [{**row, "read_sha256": read.get(row["serial"], "")} for row in disc.discs]
    disc.checked_at = at


def burn_again(disc: Disc, *, actor: User, at: datetime, reasons: str) -> None:
    """Throw away what does not read back and burn anew. Source: footage-15-disc."""
    disc.discs, disc.checked_at = [], None


def shelve(disc: Disc, *, actor: User, at: datetime, place: str, second_place: str) -> None:
    """Put the two where they stay. Source: footage-15-disc."""
    disc.place, disc.second_place = place, second_place
