"""The parts of a town's file, in the order in which they are read; a folder above adds its own (`use_section`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mingzhi.core.organs.models import Authority

from .changes import Plan


@dataclass(frozen=True)
class Section:
    """One name at the top of the file. read: into a plan; show: what of the town is written under it, in the same form."""

    name: str
    read: Callable[[Plan], None]
    show: Callable[[Authority], Any]


SECTIONS: list[Section] = []


def use_section(section: Section) -> None:
    """Add a part behind those there are."""
    if all(one.name != section.name for one in SECTIONS):
        SECTIONS.append(section)


def leave_out(rows: dict[str, Any]) -> dict[str, Any]:
    """A mapping as the file writes it: without what is empty."""
    return {name: value for name, value in rows.items() if value not in (None, "", [], {})}
