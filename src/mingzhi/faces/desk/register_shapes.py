"""What the pages of the town's registers are given: powers, people, provisions, work calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from .shapes import ActionCard, Cite, Figure, Link, Tone


@dataclass(frozen=True)
class PowerRow:
    """One power of the list, in the version valid on the day asked about."""

    number: str
    title: str
    url: str
    kind: str
    basis: str = ""
    organ: str = ""
    version: str = ""
    valid_words: str = ""
    tone: Tone = ""


@dataclass(frozen=True)
class PowerList:
    """The power list on one day; notice says so when that day is not today."""

    heading: str
    rows: Sequence[PowerRow] = ()
    tabs: Sequence[Link] = ()
    query: str = ""
    on: date | None = None
    notice: str = ""
    count_words: str = ""
    next_url: str = ""
    tab: str = ""
    new: Link | None = None


@dataclass(frozen=True)
class PowerVersion:
    """One version of a power with its days of validity and everything that follows from its type.

    fines: kind of party and the range of its fine in words; future: not yet in force.
    """

    name: str
    from_on: date
    to_on: date | None
    kind: str
    issuer: str
    seal: str
    remedy: str
    basis: Sequence[Cite] = ()
    violated: Sequence[Cite] = ()
    penalty_words: str = ""
    fines: Sequence[tuple[str, str]] = ()
    department: str = ""
    source: str = ""
    change_words: str = ""
    current: bool = False
    future: bool = False


@dataclass(frozen=True)
class BenchmarkView:
    """One version of a power's benchmark of discretion. tiers: name, circumstances, range for a citizen, range for a unit, in words."""

    title: str
    level: str
    from_on: date
    to_on: date | None
    current: bool
    tiers: Sequence[tuple[str, Sequence[str], str, str]] = ()


@dataclass(frozen=True)
class ExemptionView:
    """One item of a list of what is not punished. ground: 轻微不罚 or 首违不罚; basis in words, empty for none."""

    title: str
    ground: str
    conditions: Sequence[str]
    from_on: date
    to_on: date | None
    current: bool
    basis: str = ""


@dataclass(frozen=True)
class PowerView:
    """One power with all its versions, newest first. transfer: who takes such matters on days without a valid version."""

    number: str
    title: str
    versions: Sequence[PowerVersion] = ()
    transfer: str = ""
    matters: Sequence[Link] = ()
    matter_words: str = ""
    actions: Sequence[Link] = ()
    benchmarks: Sequence[BenchmarkView] = ()
    exemptions: Sequence[ExemptionView] = ()


@dataclass(frozen=True)
class OfficerCertificate:
    """One enforcement certificate, its state in words first and in colour second."""

    number: str
    until_on: date
    words: str
    tone: Tone = ""
    valid: bool = False
    future: bool = False


@dataclass(frozen=True)
class Officer:
    """One person of the town: posts with their terms, and certificates, the latest first.

    certificate_words: said when somebody whose post needs a certificate has none that is valid.
    """

    name: str
    unit: str
    duty: str = ""
    posts: Sequence[tuple[str, str]] = ()
    certificates: Sequence[OfficerCertificate] = ()
    certificate_words: str = ""
    tone: Tone = ""
    left: bool = False


@dataclass(frozen=True)
class UnitPeople:
    """The people of one unit."""

    unit: str
    rows: Sequence[Officer] = ()


@dataclass(frozen=True)
class People:
    """The people of a town by unit, with their posts and certificates."""

    heading: str
    units: Sequence[UnitPeople] = ()
    tabs: Sequence[Link] = ()
    query: str = ""
    unit: str = ""
    figures: Sequence[Figure] = ()
    new: Link | None = None


@dataclass(frozen=True)
class ProvisionRow:
    """One provision of the register: its duty in our words, and how often it was asked and refused here."""

    id: str
    article: str
    duty: str
    url: str
    asked: int = 0
    refused: int = 0
    bound_words: str = ""
    bound: bool = True


@dataclass(frozen=True)
class ProvisionList:
    """The register; the regulations are the left list, the tabs tell what the system enforces from what it does not."""

    heading: str
    rows: Sequence[ProvisionRow] = ()
    tabs: Sequence[Link] = ()
    query: str = ""
    law: str = ""
    tab: str = ""
    figures: Sequence[Figure] = ()


@dataclass(frozen=True)
class Binding:
    """What enforces a provision: a gate, a deadline, an action or a display, where it stands and what proves it."""

    kind: str
    title: str
    where: str
    tests: Sequence[str] = ()


@dataclass(frozen=True)
class ProvisionView:
    """One provision: what must hold, its numbers by date, what enforces it, and the last refusals under it."""

    id: str
    article: str
    duty: str
    regulation: str
    kind: str
    numbers: Sequence[tuple[str, str, str]] = ()
    bindings: Sequence[Binding] = ()
    asked: int = 0
    refused: int = 0
    refusals: Sequence[tuple[datetime, str, Link]] = ()
    source: str = ""


DayKind = Literal["work", "rest", "holiday", "makeup"]


@dataclass(frozen=True)
class Day:
    """One day of the work calendar. kind: work, rest (weekend), holiday, makeup (a rest day worked)."""

    on: date
    kind: DayKind
    words: str = ""


@dataclass(frozen=True)
class Month:
    """One month in weeks from Monday; None before its first and after its last day."""

    title: str
    weeks: Sequence[Sequence[Day | None]]
    words: str = ""


@dataclass(frozen=True)
class CalendarPage:
    """The work calendar of a year; missing_words instead of months when nobody has entered it."""

    year: int
    months: Sequence[Month] = ()
    years: Sequence[Link] = ()
    source_words: str = ""
    missing_words: str = ""
    edit: Link | None = None
    entry: ActionCard | None = None
