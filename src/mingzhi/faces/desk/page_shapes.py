"""What single pages are given: first page, lists, document, search, errors.

Shared shapes are in `shapes.py`, those of powers, people, provisions and calendar in `register_shapes.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from .shapes import Cite, DeadlineView, DocumentLine, Figure, Link, Tone


@dataclass(frozen=True)
class TaskRow:
    """One row of the first page: the matter, what is to be done in it, under which article, and by when."""

    matter: str
    url: str
    action: str
    action_url: str
    number: str = ""
    cite: Cite | None = None
    deadline: DeadlineView | None = None
    who: str = ""


@dataclass(frozen=True)
class FirstPage:
    """Today's work in order of law, what waits for my approval, what I asked of others; nothing else.

    remarks: sentences above it that lead to where something is to be put right.
    """

    date_words: str
    today: Sequence[TaskRow] = ()
    approvals: Sequence[TaskRow] = ()
    asked: Sequence[TaskRow] = ()
    start: Sequence[Link] = ()
    remarks: Sequence[Link] = ()


class ListRow(NamedTuple):
    """One matter in a list, texts only and in the order in which the page names them: fifty are escaped together."""

    number: str
    title: str
    url: str
    stage: str = ""
    stage_tone: Tone = ""
    due_words: str = ""
    due_tone: Tone = ""
    handlers: str = ""


class Doing(NamedTuple):
    """A word at the end of every row, such as 办理 or 卷宗, and what its address has behind that of the row."""

    label: str
    beyond: str


@dataclass(frozen=True)
class Choice:
    """One choice of a filter."""

    value: str
    label: str
    on: bool = False


@dataclass(frozen=True)
class Filter:
    """One select of the filter line; its first choice is 全部."""

    name: str
    label: str
    choices: Sequence[Choice] = ()


@dataclass(frozen=True)
class MatterList:
    """A list of matters with tabs, filters and keyset paging: next_url and first_url are whole addresses, empty for none.

    remark: a sentence above the table, empty for none.
    """

    heading: str
    tabs: Sequence[Link] = ()
    figures: Sequence[Figure] = ()
    filters: Sequence[Filter] = ()
    query: str = ""
    query_hint: str = "文号 / 当事人 / 案由"
    hidden: Sequence[tuple[str, str]] = ()
    rows: Sequence[ListRow] = ()
    doings: Sequence[Doing] = ()
    count_words: str = ""
    next_url: str = ""
    first_url: str = ""
    new: Link | None = None
    export_url: str = ""
    empty_words: str = "没有符合条件的办件。"
    remark: str = ""


@dataclass(frozen=True)
class DocumentView:
    """One document: what it is, its digests, its pages as pictures, and the PDF behind a link."""

    title: str
    code: str
    matter: Link
    number: str = ""
    made_on: date | None = None
    voided_words: str = ""
    draft: bool = False
    sha256: str = ""
    sm3: str = ""
    facts: Sequence[tuple[str, str]] = ()
    pdf_url: str = ""
    print_url: str = ""
    check_url: str = ""
    page_urls: Sequence[str] = ()
    cites: Sequence[Cite] = ()
    others: Sequence[DocumentLine] = ()


@dataclass(frozen=True)
class Hit:
    """One thing found. excerpt: pieces of text, True where the words asked for stand."""

    kind: str
    title: str
    url: str
    number: str = ""
    excerpt: Sequence[tuple[str, bool]] = ()
    on: date | None = None


@dataclass(frozen=True)
class SearchPage:
    """What was asked and what was found, among the matters this person may see."""

    query: str = ""
    hits: Sequence[Hit] = ()
    tabs: Sequence[Link] = ()
    count_words: str = ""
    next_url: str = ""
    tab: str = ""


@dataclass(frozen=True)
class Notice:
    """One message to this person; it leads to where something is to be done."""

    at: datetime
    sentence: str
    url: str
    seen: bool = False


@dataclass(frozen=True)
class Notices:
    """Messages, newest first."""

    notices: Sequence[Notice] = ()
    next_url: str = ""


@dataclass(frozen=True)
class Section:
    """Facts under one heading."""

    title: str
    facts: Sequence[Figure] = ()


@dataclass(frozen=True)
class LinkList:
    """Links under one heading, in the right column."""

    title: str
    links: Sequence[Link] = ()


@dataclass(frozen=True)
class FactPage:
    """One party, officer or other thing that is facts and links: sections in the middle, lists at the right."""

    heading: str
    tag: str = ""
    note: str = ""
    sections: Sequence[Section] = ()
    lists: Sequence[LinkList] = ()
    actions: Sequence[Link] = ()


@dataclass(frozen=True)
class IncidentRow:
    """One time an object of the vault was found wrong. repaired_from: where the good copy lay, empty where none helped; by: who took note."""

    pk: int
    at: datetime
    sentence: str
    digits: str
    place: str
    repaired_from: str = ""
    by: str = ""
    by_at: datetime | None = None
    words: str = ""
    wrong: str = ""


@dataclass(frozen=True)
class IncidentPage:
    """What went wrong in the vault. may: whether this reader takes note of it."""

    rows: Sequence[IncidentRow] = ()
    may: bool = False
    action_url: str = ""
    next_url: str = ""
    first_url: str = ""


@dataclass(frozen=True)
class ErrorPage:
    """What went wrong in words: what, under which article, what now."""

    status: int
    heading: str
    sentence: str
    cites: Sequence[Cite] = ()
    ways: Sequence[Link] = ()
    code: str = ""
    points: Sequence[str] = ()
