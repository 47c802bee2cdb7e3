"""What the page of reconciliation is given: what is public as rows, receivers as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .shapes import Link


@dataclass(frozen=True)
class ReconciliationStanding:
    """How one receiver stands to it. tone: ok, soon, late or quiet; url: where the file can be read, empty for none."""

    words: str
    tone: str
    because: Sequence[str] = ()
    url: str = ""


@dataclass(frozen=True)
class ReconciliationRow:
    """One thing that is or was public, with a standing for each receiver. gone: a word for what is public no longer, else empty."""

    kind: str
    number: str
    title: str
    url: str
    published_on: date | None
    gone: str
    standings: Sequence[ReconciliationStanding]


@dataclass(frozen=True)
class ReconciliationPage:
    """What arrived where. lacking: how many rows lack something; most: as many are looked through."""

    columns: Sequence[str]
    tabs: Sequence[Link]
    rows: Sequence[ReconciliationRow]
    lacking: int
    most: int
    new: Link
