"""Where an object of the vault lies: in the vault itself, and once more on another disk. What each place holds is found by reading it."""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from .models import Blob, Replica
from .storage import CHUNK_BYTES, STORED_MODE, fsync_directory, make_directories, place_below

Place = Replica.Place
State = Replica.State


def root_of(place: str) -> Path | None:
    """The directory of a place; None for a second copy that this installation has not been given a disk for."""
    return settings.VAULT_DIR if place == Place.MAIN else settings.VAULT_COPY_DIR


def path_in(place: str, blob: Blob) -> Path | None:
    """Where the object lies in a place, whether it is there or not."""
    root = root_of(place)
    return None if root is None else place_below(root / "sha256", blob.sha256)


@dataclass(frozen=True, slots=True)
class Found:
    """What reading an object gave: its state, and in words what is wrong with it."""

    state: str
    words: str = ""


def read(path: Path, blob: Blob) -> Found:
    """Read a whole object from the disk, not from memory, and compare size and both digests with its row."""
    sha256, sm3, size = hashlib.sha256(), hashlib.new("sm3"), 0
    try:
        with path.open("rb") as file:
            # What was just written lies in memory still; the disk is what is asked.
            with suppress(OSError):
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            while chunk := file.read(CHUNK_BYTES):
                sha256.update(chunk)
                sm3.update(chunk)
                size += len(chunk)
    except FileNotFoundError:
        return Found(State.MISSING, "文件不见了")
    except OSError as problem:
        return Found(State.WRONG, f"读不出（{problem.strerror}）")
    found = {"大小": size, "SHA-256": sha256.hexdigest(), "SM3": sm3.hexdigest()}
    stored = {"大小": blob.size_bytes, "SHA-256": blob.sha256, "SM3": blob.sm3}
    wrong = [name for name, value in found.items() if value != stored[name]]
    return Found(State.WRONG, f"{'、'.join(wrong)}与入库时不符") if wrong else Found(State.GOOD)


def write(source: Path, target: Path, blob: Blob) -> Found:
    """Make `target` a durable copy of a good `source`, whatever lay there before, and say what reading it back gave.

    Written beside and put in place whole, so that a reader finds the old or the new, never half of one. A target that reads back wrong
    is left out: what was there before stays. Raises OSError when the disk refuses.
    """
    make_directories(target.parent)
    fresh = target.with_name(f"{target.name}.{secrets.token_hex(8)}.part")
    try:
        with source.open("rb") as giving, fresh.open("xb") as taking:
            while chunk := giving.read(CHUNK_BYTES):
                taking.write(chunk)
            taking.flush()
            os.fchmod(taking.fileno(), STORED_MODE)
            os.fsync(taking.fileno())
        found = read(fresh, blob)
        if found.state == State.GOOD:
            fresh.replace(target)
            fsync_directory(target.parent)
        return found
    finally:
        fresh.unlink(missing_ok=True)


def set_aside(path: Path, at: datetime) -> None:
    """Keep bytes that are wrong beside the vault, for whoever looks into why; they are never served."""
    if path.exists():
        aside = path.parents[3] / "damaged"
        make_directories(aside)
        os.link(path, aside / f"{path.name}.{at:%Y%m%dT%H%M%SZ}.{secrets.token_hex(4)}")


def note(blob: Blob, place: str, state: str, at: datetime) -> None:
    """Keep what was found in a place."""
    Replica.objects.update_or_create(blob=blob, place=place, defaults={"state": state, "checked_at": at})
