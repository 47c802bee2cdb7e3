"""What the page of reconciliation is given: decisions as rows, receivers as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .shapes import Link


@dataclass(frozen=True)
class ReconciliationStanding:
    """How one receiver stands to a decision. tone: ok, soon, late or quiet; url: where the file can be read, empty for none."""

    words: str
    tone: str
    because: Sequence[str] = ()
    url: str = ""


@dataclass(frozen=True)
class ReconciliationRow:
    """One decision, with a standing for each receiver."""

    number: str
    title: str
    url: str
    published_on: date | None
    withdrawn: bool
    standings: Sequence[ReconciliationStanding]


@dataclass(frozen=True)
class ReconciliationPage:
    """What arrived where. lacking: how many rows lack something; most: as many decisions are looked through."""

    columns: Sequence[str]
    tabs: Sequence[Link]
    rows: Sequence[ReconciliationRow]
    lacking: int
    most: int
    new: Link
