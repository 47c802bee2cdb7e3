"""The one thing the engine asks of the floor above it: print what an action prints.

`core/documents` takes this place when it starts; without it an action that prints raises.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from django.db import models

from .models import Matter, Record
from .procedure import Action


class Printer(Protocol):
    """Prints the papers of one action."""

    def issue(self, matter: Matter, record: Record, action: Action, *, actor: Any, at: Any, given: dict) -> Sequence[models.Model]:
        """Number, typeset and keep them; their unsaved rows name the record."""

    def draw(self, matter: Matter, record: Record, action: Action, *, actor: Any, at: Any, given: dict) -> list[tuple[str, bytes]]:
        """Typeset them as drafts without numbers: title and PDF of each. Nothing is kept."""


_printers: list[Printer] = []


def use_printer(printer: Printer) -> None:
    """Take the printer's place; the latest one serves."""
    _printers[:] = [printer]


def _printer() -> Printer:
    if not _printers:
        raise RuntimeError("core.documents is not installed, and the action prints documents")
    return _printers[0]


def print_papers(matter: Matter, record: Record, action: Action, *, actor: Any, at: Any, given: dict) -> Sequence[models.Model]:
    """The documents this action prints, none for an action that prints nothing."""
    return _printer().issue(matter, record, action, actor=actor, at=at, given=given) if action.prints else ()


def draw_papers(matter: Matter, record: Record, action: Action, *, actor: Any, at: Any, given: dict) -> list[tuple[str, bytes]]:
    """The same as drafts."""
    return _printer().draw(matter, record, action, actor=actor, at=at, given=given) if action.prints else []
