"""What the page of the ledger of publicity is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .page_shapes import Choice
from .shapes import Figure, Link, Tone


@dataclass(frozen=True)
class PublicityRow:
    """One thing that ought to be public. what: its heading and number; doings: where it is done or reported; lapses: what was registered about it."""

    title: Link
    what: str
    number: str
    state: str
    tone: Tone
    on: date
    due_on: date | None
    done_on: date | None
    due_words: str = ""
    due_tone: Tone = ""
    why: str = ""
    who: str = ""
    town: str = ""
    doings: Sequence[Link] = ()
    lapses: Sequence[Link] = ()


@dataclass(frozen=True)
class PublicityPage:
    """公示台账: by state (tabs and figures), person and month. scope_words say over what it is and as of when. Source: disclosure-15."""

    heading: str
    scope_words: str
    figures: Sequence[Figure] = ()
    states: Sequence[Choice] = ()
    state: str = ""
    person: str = ""
    month: str = ""
    rows: Sequence[PublicityRow] = ()
    towns: bool = False
    wrong: str = ""
    left_words: str = ""
    count_words: str = ""
    next_url: str = ""
    first_url: str = ""
