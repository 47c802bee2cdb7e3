"""What upper floors say on pages without knowing them: pages of their own, remarks, and what a matter came to. See docs/decisions/0072.

A regulation names a template and gives plain values for it; the desk renders them beside the ordinary parts, and what may
be done is on both pages the same. A remark is a sentence above the list of a kind and on the first page of some posts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of

from .days import local_day
from .procedure import procedure_of


@dataclass(frozen=True)
class ReadingPage:
    """A template of its own, what it is given as `reading`, and the action that stands open there unless another is asked for."""

    template: str
    reading: Any
    opens: str = ""


#: (matter, viewer, at, what the address asks for) -> the page, or None for the ordinary one.
Reads = Callable[[Any, User, datetime, Mapping[str, str]], ReadingPage | None]
#: (viewer, at) -> a sentence, empty for none.
Remark = Callable[[User, datetime], str]


@dataclass(frozen=True)
class SummedUp:
    """A matter in few words, for the page of the matter it is about: what it is (行政复议), and what came of it, empty while nothing has."""

    title: str
    result: str = ""


SumsUp = Callable[[Any], SummedUp]

_reads: dict[str, Reads] = {}
_remarks: dict[str, Remark] = {}
_at_home: dict[str, tuple[Post, ...]] = {}
_sums_up: dict[str, SumsUp] = {}


def reads(kind: str) -> Callable[[Reads], Reads]:
    """Have matters of a kind read on a page of their own."""

    def keep(function: Reads) -> Reads:
        _reads[kind] = function
        return function

    return keep


def reading_page(matter: Any, viewer: User, at: datetime, asked: Mapping[str, str]) -> ReadingPage | None:
    """The page a matter is read on, None for the ordinary one."""
    build = _reads.get(matter.kind)
    return build(matter, viewer, at, asked) if build else None


def has_page_of_its_own(kind: str) -> bool:
    """Whether matters of a kind are read on a page of their own."""
    return kind in _reads


def remarks(kind: str, *, home: tuple[Post, ...] = ()) -> Callable[[Remark], Remark]:
    """Have a sentence said above the list of a kind, and on the first page of whoever holds one of the posts `home`."""

    def keep(function: Remark) -> Remark:
        _remarks[kind], _at_home[kind] = function, home
        return function

    return keep


def remark_on(kind: str, viewer: User, at: datetime) -> str:
    """What is to be said above the list of a kind; empty for nothing."""
    say = _remarks.get(kind)
    return say(viewer, at) if say else ""


def remarks_at_home(viewer: User, at: datetime) -> list[tuple[str, str]]:
    """The sentences for the first page of this person, each with the kind it is about."""
    held = posts_of(viewer, local_day(at))
    told = [(kind, remark_on(kind, viewer, at)) for kind, posts in _at_home.items() if held & set(posts)]
    return [(kind, sentence) for kind, sentence in told if sentence]


def sums_up(kind: str) -> Callable[[SumsUp], SumsUp]:
    """Say what a matter of a kind is called and came to, where its stage alone does not tell."""

    def keep(function: SumsUp) -> SumsUp:
        _sums_up[kind] = function
        return function

    return keep


def summed_up(matter: Any) -> SummedUp:
    """What a matter is and what came of it; without a word of its own, its procedure's title."""
    say = _sums_up.get(matter.kind)
    return say(matter) if say else SummedUp(procedure_of(matter).title)
