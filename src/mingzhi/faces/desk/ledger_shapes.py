"""What the page of the ledgers of use is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .page_shapes import Choice
from .shapes import Link


@dataclass(frozen=True)
class LedgerRow:
    """One line in the four columns of footage-4; beside each, in small, what else is known of it."""

    what: Link
    who: str
    when: str
    content: Sequence[Link]
    what_words: str = ""
    who_words: str = ""
    when_words: str = ""
    content_words: Sequence[str] = ()


@dataclass(frozen=True)
class LedgerPage:
    """One ledger, narrowed by device, person and period. columns: what the four are called; wrong: why nothing can be asked so.

    scope_words say for whose paper and over what it is. whole: every row stands there, to be printed; left_words when even that is cut.
    """

    heading: str
    tab: str
    tabs: Sequence[Link]
    columns: Sequence[str]
    scope_words: str
    devices: Sequence[Choice] = ()
    person: str = ""
    from_on: str = ""
    until_on: str = ""
    rows: Sequence[LedgerRow] = ()
    wrong: str = ""
    whole: bool = False
    left_words: str = ""
    print_url: str = ""
    count_words: str = ""
    next_url: str = ""
    first_url: str = ""
