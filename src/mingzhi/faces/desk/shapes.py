"""What the pages of the desk are given: frozen values, every word and address already decided by the view.

Templates only repeat and choose; they never compute. Shapes of single pages are in
`page_shapes.py` and `register_shapes.py`; here is what many pages share and what a matter's page is made of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

Tone = Literal["late", "soon", "quiet", "ok", ""]


@dataclass(frozen=True)
class Link:
    """A word that leads somewhere. `on` marks the place the reader is at; `count` is shown behind the word when given."""

    label: str
    url: str = ""
    on: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Cite:
    """An article as it is read aloud (行政处罚法 第五十七条) and the page that explains it; no address, no link."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Frame:
    """What surrounds every page of a person who is signed in.

    nav: the main areas; more: the rarer ones behind 更多; side: the left list of the area, empty for none;
    crumbs: the way here, the last one without address. person_key keeps one person's local drafts from another's.
    """

    town: str
    title: str
    nav: Sequence[Link] = ()
    more: Sequence[Link] = ()
    side: Sequence[Link] = ()
    crumbs: Sequence[Link] = ()
    unit: str = ""
    person: str = ""
    post: str = ""
    person_key: str = ""
    person_url: str = ""
    notices: int = 0
    notices_url: str = ""
    search_url: str = ""
    sign_out_url: str = ""
    password_url: str = ""
    footer: str = ""


@dataclass(frozen=True)
class Figure:
    """One number of the quiet strip above a table."""

    label: str
    value: str
    tone: Tone = ""
    url: str = ""


@dataclass(frozen=True)
class DeadlineView:
    """One deadline in words (the engine makes them, tone after words); `on` is its last day, None while it has not started."""

    title: str
    words: str
    tone: Tone = "quiet"
    on: date | None = None
    cite: Cite | None = None
    note: str = ""


@dataclass(frozen=True)
class Refusal:
    """One thing that is missing: the sentence, its article, who can supply it, and a button that goes there."""

    sentence: str
    cites: Sequence[Cite] = ()
    who: str = ""
    go_url: str = ""
    go_label: str = ""
    waits: str = ""  # said instead of a button when nobody can act yet, such as 待审核通过


@dataclass(frozen=True)
class FormView:
    """A Django form with the addresses and words around it.

    filled: field name → where the value comes from, shown as 系统已填; lead: sentences above the form;
    version and key travel hidden, for the version check and against sending twice.
    parts: the fields under their headings (`form_parts.parts_of`), empty: one list as the form has them; errors: what is wrong, as links.
    draft_url, preview_url empty: that button is not shown. draft_words: 草稿已存 10:32.
    hints: sentences above the field hints_over; hints_url tells them anew whenever one of the fields hints_of changes.
    """

    form: Any
    url: str
    main_label: str
    filled: Mapping[str, str] = field(default_factory=dict)
    draft_url: str = ""
    draft_words: str = ""
    preview_url: str = ""
    preview_label: str = "预览文书"
    version: int | None = None
    key: str = ""
    lead: Sequence[str] = ()
    multipart: bool = False
    parts: Sequence[Any] = ()
    errors: Sequence[Link] = ()
    hints: Sequence[str] = ()
    hints_over: str = ""
    hints_of: Sequence[str] = ()
    hints_url: str = ""


@dataclass(frozen=True)
class ActionCard:
    """One action at this stage: open with its form, or closed with every reason. `url` opens it as the one thing to do.

    `done`: closed because it was done; in words when, or that there is nothing left to do. Then `refusals` say only that.
    """

    code: str
    title: str
    url: str
    allowed: bool
    cites: Sequence[Cite] = ()
    refusals: Sequence[Refusal] = ()
    form: FormView | None = None
    prints: Sequence[str] = ()
    who: str = ""
    done: str = ""

    @property
    def title_in_sentence(self) -> str:
        """The title after 不能: one that begins with 不 is quoted, for two negations side by side are read as none."""
        return f"“{self.title}”" if self.title.startswith("不") else self.title


@dataclass(frozen=True)
class StepView:
    """One stage of the progress list. state: was, now, or empty for what is to come; words: its date in words."""

    title: str
    words: str = ""
    state: Literal["was", "now", ""] = ""


@dataclass(frozen=True)
class LogLine:
    """One record as prose. year is filled on the first line of a year only, so that the list shows it once."""

    at: datetime
    sentence: str
    links: Sequence[Link] = ()
    mark: str = ""
    year: str = ""


@dataclass(frozen=True)
class PersonLine:
    """A person of a matter: name, what they are in it, and a quiet remark such as the certificate number."""

    name: str
    role: str
    note: str = ""
    url: str = ""
    tone: Tone = ""


@dataclass(frozen=True)
class DocumentLine:
    """One document in a list; voided ones stay, struck through."""

    title: str
    url: str
    number: str = ""
    made_on: date | None = None
    pages: int | None = None
    voided: bool = False


@dataclass(frozen=True)
class FileLine:
    """One attachment: its name, its size in words, and when it has one the address of its thumbnail."""

    title: str
    url: str
    words: str = ""
    thumbnail_url: str = ""


@dataclass(frozen=True)
class FamilyLine:
    """One matter about this one (a review of the case) as its page names it: what it is, where it stands, what came of it."""

    title: str
    url: str
    stage: str
    result: str = ""
    number: str = ""
    closed: bool = False


@dataclass(frozen=True)
class MatterView:
    """The page of one matter. facts: number, procedure, handlers, power, already in order; next: the one thing to do, or
    whatever was opened instead, then with another next_lead such as 办理：.
    """

    title: str
    stage: str
    number: str = ""
    facts: Sequence[str] = ()
    closed: bool = False
    steps: Sequence[StepView] = ()
    step_words: str = ""
    next: ActionCard | None = None
    next_lead: str = "下一步："
    others: Sequence[ActionCard] = ()
    log: Sequence[LogLine] = ()
    log_words: str = ""
    log_more_url: str = ""
    deadlines: Sequence[DeadlineView] = ()
    people: Sequence[PersonLine] = ()
    parties: Sequence[PersonLine] = ()
    documents: Sequence[DocumentLine] = ()
    documents_print_url: str = ""
    files: Sequence[FileLine] = ()
    notes: Sequence[str] = ()
    about: Link | None = None
    family: Sequence[FamilyLine] = ()
    beginnings: Sequence[ActionCard] = ()
