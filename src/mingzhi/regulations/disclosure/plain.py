"""What the pages of bulletins and lapses are given: a text or a table as it becomes public, and facts in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class CarriedFile:
    """A file that is, or will be, public: what it is, what was left out of it, and whether somebody still has to look at it."""

    pk: int
    name: str
    words: str
    left_out: str = ""
    seen: str = ""
    waits: bool = False


@dataclass(frozen=True)
class Plain:
    """One page. columns and rows: of a table; links: (words, address, remark), such as the other versions."""

    heading: str = ""
    heading_words: str = ""
    title: str = ""
    paragraphs: Sequence[str] = ()
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    facts: Sequence[tuple[str, str]] = ()
    steps: Sequence[tuple[str, str, datetime]] = ()
    links_title: str = ""
    links: Sequence[tuple[str, tuple[str, int], str]] = ()
    notes: Sequence[str] = ()
    files: Sequence[CarriedFile] = ()
