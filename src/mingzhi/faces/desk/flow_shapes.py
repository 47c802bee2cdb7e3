"""What the page of a flow shows: stages, what is done there, time limits. Words and addresses only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .shapes import Cite, Link


@dataclass(frozen=True)
class ActLine:
    """One action of a stage: who does it, under which article, what it prints, where it leads."""

    title: str
    who: str
    cites: Sequence[Cite]
    papers: Sequence[str]
    leads: str = ""


@dataclass(frozen=True)
class StageLine:
    """One stage of the list with its actions."""

    title: str
    acts: Sequence[ActLine]
    end: bool = False


@dataclass(frozen=True)
class LimitLine:
    """One time limit: how long, from what until what, and by how much it may be extended."""

    title: str
    period: str
    starts: str
    meets: str
    cite: Cite
    longer: str = ""


@dataclass(frozen=True)
class FlowPage:
    """One procedure: its picture (SVG, safe to print) and the same as a list. procedures: the way to the others."""

    title: str
    procedures: Sequence[Link]
    picture: str
    opening: Sequence[ActLine]
    stages: Sequence[StageLine]
    always: Sequence[ActLine] = ()
    limits: Sequence[LimitLine] = ()
