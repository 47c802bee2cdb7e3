"""Where the bytes of unfinished uploads lie: beside the vault's objects, on the same disk, so that they are linked and never copied."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings

from ..storage import fsync_directory, make_directories


def directory() -> Path:
    """The directory of what is being received, made if there is none."""
    made = settings.VAULT_DIR / "receiving"
    make_directories(made)
    return made


def part_of(code: str) -> Path:
    """The bytes of an upload."""
    return directory() / f"{code}.part"


def hold_of(code: str) -> Path:
    """The file that says who may write to it."""
    return directory() / f"{code}.hold"


def make_part(code: str) -> None:
    """An empty file for an upload, durable in its directory."""
    os.close(os.open(part_of(code), os.O_WRONLY | os.O_CREAT, 0o600))
    fsync_directory(directory())


def forget(code: str) -> None:
    """Remove the bytes of an upload and the file of its holder; neither need be there."""
    part_of(code).unlink(missing_ok=True)
    hold_of(code).unlink(missing_ok=True)
