"""What the screen and the board of the hall are given: the same lists as the site's, set out to be read from afar or from paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class BoardOfficer:
    """One person who may enforce today, as the board names them. Source: disclosure-5.1, disclosure-11.2."""

    name: str
    certificate: str
    scope: str
    unit: str


@dataclass(frozen=True)
class ScreenPage:
    """One page of the screen in the hall: officers, decisions (`Shown`) or the rest (`Item`). seconds: after how many it turns, 0 for never; code: a picture."""

    title: str
    officers: Sequence[BoardOfficer]
    decisions: Sequence[Any]
    others: Sequence[Any]
    number: int
    count: int
    before_url: str
    after_url: str
    seconds: int
    on: date
    code: str


@dataclass(frozen=True)
class PrintedDecision:
    """One decision on the printed board."""

    title: str
    number: str
    published_on: date
    lines: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class BoardPage:
    """The sheets for the board in the hall; `others` are `Item`s of what is no decision. Source: disclosure-11.2."""

    officers: Sequence[BoardOfficer]
    decisions: Sequence[PrintedDecision]
    others: Sequence[Any]
    on: date
    code: str
