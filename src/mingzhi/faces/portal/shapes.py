"""What the public pages are given: frozen values, every word already decided by the view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere. on: where the reader is."""

    label: str
    url: str
    on: bool = False


@dataclass(frozen=True)
class Site:
    """The frame of a public page. look: what a form has to send along; switches: the same page larger or in strong contrast;
    notice: what is said above a page that is not public yet; feed: the address of the town's news.

    town is empty on the page of an installation that serves several, and where none is entered yet.
    """

    town: str
    organ: str
    phone: str
    home: str
    check: str
    look: str
    switches: Sequence[Link]
    notice: str = ""
    feed: str = ""


@dataclass(frozen=True)
class Door:
    """One of the ways in from the first page."""

    title: str
    about: str
    url: str


@dataclass(frozen=True)
class OfficerRow:
    """One person who may enforce today. Source: disclosure-5.1."""

    name: str
    certificate: str
    scope: str
    duty: str
    valid_until: date
    url: str


@dataclass(frozen=True)
class UnitOfficers:
    """A unit with those of its people who may enforce today."""

    name: str
    kind: str
    officers: Sequence[OfficerRow]


@dataclass(frozen=True)
class OfficersPage:
    """谁在执法: the organ, its units with officers, and the names of those that take part without."""

    organ: str
    address: str
    phone: str
    units: Sequence[UnitOfficers]
    others: Sequence[str]
    count: int
    asked: str = ""


@dataclass(frozen=True)
class BadgeCheck:
    """Whether somebody may enforce today. state: valid, invalid (may not today), unknown (no such certificate) or empty to ask."""

    state: Literal["valid", "invalid", "unknown", ""]
    asked: str = ""
    name: str = ""
    unit: str = ""
    number: str = ""
    scope: str = ""
    valid_until: date | None = None
    on: date | None = None


@dataclass(frozen=True)
class PowerLine:
    """One power of the list as it is in force today."""

    code: str
    title: str
    kind: str
    basis: str
    url: str


@dataclass(frozen=True)
class PowersPage:
    """能管什么: the list in force today, by type and words."""

    rows: Sequence[PowerLine]
    tabs: Sequence[Link]
    asked: str
    tab: str
    count_words: str
    next_url: str = ""


@dataclass(frozen=True)
class TierLine:
    """One tier of a benchmark: when it applies, and its range for people and for units."""

    name: str
    circumstances: Sequence[str]
    citizen: str
    unit: str


@dataclass(frozen=True)
class BenchmarkPart:
    """One benchmark of discretion in force today."""

    title: str
    tiers: Sequence[TierLine]


@dataclass(frozen=True)
class VersionPart:
    """One version of a power. Source: disclosure-5.2, disclosure-5.3, disclosure-5.6."""

    name: str
    validity: str
    current: bool
    facts: Sequence[tuple[str, Sequence[str]]]
    changed: str


@dataclass(frozen=True)
class PowerPage:
    """One power with its versions, newest first, and its benchmarks."""

    code: str
    title: str
    versions: Sequence[VersionPart]
    benchmarks: Sequence[BenchmarkPart]
    exemptions: Sequence[tuple[str, str]]
    course: Link


@dataclass(frozen=True)
class ActLine:
    """What is done at a stage, by whom, with which papers."""

    title: str
    who: str
    papers: str
    leads: str


@dataclass(frozen=True)
class StagePart:
    """One stage of a procedure, read as a list."""

    title: str
    acts: Sequence[ActLine]
    end: bool


@dataclass(frozen=True)
class LimitLine:
    """One time limit in words."""

    title: str
    period: str
    starts: str
    meets: str
    article: str
    longer: str


@dataclass(frozen=True)
class CoursePage:
    """怎么办案: one procedure as a picture (SVG) and as a list, with its time limits. Source: disclosure-5.4."""

    title: str
    others: Sequence[Link]
    picture: str
    stages: Sequence[StagePart]
    limits: Sequence[LimitLine]


@dataclass(frozen=True)
class Right:
    """One right of the party, in words, with its article."""

    title: str
    words: str
    article: str


@dataclass(frozen=True)
class DecisionLine:
    """One published decision of the list; the title is the masked one."""

    title: str
    number: str
    published_on: date | None
    url: str


@dataclass(frozen=True)
class DecisionsPage:
    """结果公开: published decisions, the newest first."""

    rows: Sequence[DecisionLine]
    asked: str = ""
    next_url: str = ""


@dataclass(frozen=True)
class DecisionPage:
    """One decision as it was published. lines: label (or none) and words; summary: the ten items, else the whole text."""

    title: str
    number: str
    lines: Sequence[tuple[str, str]]
    summary: bool
    decided_on: date
    published_on: date | None
    shown_until_on: date | None
    files: Sequence[FileLink] = ()


@dataclass(frozen=True)
class Withdrawn:
    """What stands in the place of a decision that was taken down."""

    number: str
    on: date | None
    reasons: str


@dataclass(frozen=True)
class FieldLine:
    """One field of a public form with what was typed. kind: line, long or files; most: letters at most, 0 where nothing is counted."""

    name: str
    label: str
    help: str
    kind: str
    value: str
    wrong: str
    needed: bool
    most: int = 0


@dataclass(frozen=True)
class ObjectionPage:
    """The form of an objection to one published decision. days: in how many it is answered; files_again: files were chosen and are lost."""

    title: str
    number: str
    fields: Sequence[FieldLine]
    days: str
    problem: str = ""
    files_again: bool = False


@dataclass(frozen=True)
class ObjectionState:
    """What is told by a code; state unknown for none that was given out. Nothing of what its sender wrote."""

    state: Literal["waiting", "checking", "wrong", "correcting", "corrected", "gone", "unknown"]
    code: str = ""
    number: str = ""
    title: str = ""
    sent_on: date | None = None
    due_on: date | None = None
    answer: str = ""
    answered_on: date | None = None
    corrected_on: date | None = None
    url: str = ""
    asked: str = ""


@dataclass(frozen=True)
class BulletinLine:
    """One bulletin of the list."""

    title: str
    topic: str
    published_on: date | None
    url: str


@dataclass(frozen=True)
class BulletinsPage:
    """公示信息: bulletins in force, by heading (`topic`, empty for all), the newest first."""

    title: str
    rows: Sequence[BulletinLine]
    tabs: Sequence[Link]
    topic: str = ""
    asked: str = ""
    next_url: str = ""


@dataclass(frozen=True)
class FileLink:
    """A file to take away: its name, its kind and size in words, and where it is; nowhere yet in a preview."""

    name: str
    words: str
    url: str


@dataclass(frozen=True)
class BulletinPage:
    """One version of a bulletin. old: history, with the way to what holds now; ended_because: its text is shown no more. Source: disclosure-13-update."""

    title: str
    topic: Link
    number: str
    validity: str
    formed_on: date
    required_by: str = ""
    paragraphs: Sequence[str] = ()
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    versions: Sequence[Link] = ()
    newer: Link | None = None
    old: bool = False
    ended_because: str = ""
    files: Sequence[FileLink] = ()


@dataclass(frozen=True)
class Found:
    """What a search found of one kind."""

    title: str
    links: Sequence[tuple[Link, str]]
    more: Link | None = None


@dataclass(frozen=True)
class CheckPage:
    """Public answer about one document. state: genuine, voided, unknown (no such paper) or empty to ask.

    number and digits repeat what was asked; nothing of the paper's content is here, only what its foot shows.
    """

    state: Literal["genuine", "voided", "unknown", ""]
    number: str = ""
    title: str = ""
    made_on: date | None = None
    voided_on: date | None = None
    sha256: str = ""
    sm3: str = ""
    issuer: str = ""
    asked_number: str = ""
    asked_digits: str = ""
    problem: str = ""
