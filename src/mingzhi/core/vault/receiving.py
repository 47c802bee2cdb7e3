"""Who takes what was uploaded: one taker for each purpose, registered by a higher folder, which the vault does not know.

    @takes("footage", admits=device_is_known, refused=ActionError)
    def take(upload: Upload, blob: Blob, at: datetime) -> None: ...

It runs in one transaction with "this upload is taken": in it everything or nothing happens, however often it is begun.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mingzhi.core.organs.models import User

if TYPE_CHECKING:
    from .models import Blob, Upload

#: What an upload is for that does not say so.
DEFAULT_PURPOSE = "footage"


class NotTaken(Exception):
    """A taker does not take this upload; its text tells the person what to do. The bytes stay until they answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to upload, before the first byte: `metadata` is text by key, `key` the name of a bearer key or empty."""

    owner: User
    name: str
    size_bytes: int
    metadata: dict[str, str]
    key: str = ""


Take = Callable[["Upload", "Blob", datetime], None]
Admit = Callable[[Asked, datetime], "str | None"]


@dataclass(frozen=True, slots=True)
class Taker:
    """How uploads of one purpose are admitted and taken. `refused` are the errors that are a refusal in words."""

    take: Take
    admits: Admit | None
    refused: tuple[type[Exception], ...]


_takers: dict[str, Taker] = {}


def takes(
    purpose: str, *, admits: Admit | None = None, refused: type[Exception] | tuple[type[Exception], ...] = ()
) -> Callable[[Take], Take]:
    """Register the taker of a purpose.

    `admits` may refuse before anything is sent, in a sentence, so that nobody sends two gigabytes in vain. An error of `refused`
    (NotTaken always is) is kept with the upload as its reason, in its words; any other is a failure that is tried again.
    Raises ValueError for a purpose that has a taker.
    """

    def register(take: Take) -> Take:
        if purpose in _takers:
            raise ValueError(f"{purpose} 已有接收方。")
        _takers[purpose] = Taker(take, admits, (NotTaken, *(refused if isinstance(refused, tuple) else (refused,))))
        return take

    return register


def taker_of(purpose: str) -> Taker | None:
    """The taker of a purpose, None while no folder has one."""
    return _takers.get(purpose)


def purposes() -> list[str]:
    """What uploads may be for."""
    return sorted(_takers)
