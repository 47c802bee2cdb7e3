"""What the page on which a review is read is given: frozen values, every word already decided. Addresses are the template's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from .queries import Difference, PaperChange


@dataclass(frozen=True)
class Place:
    """A page of a paper, or of a file of evidence."""

    document_id: int | None = None
    page: int = 1
    file_id: int | None = None


@dataclass(frozen=True)
class ItemLine:
    """One thing of the package. place: where a paper or a file begins; file_id: an attachment that cannot be shown on a page."""

    title: str
    number: str = ""
    pages: str = ""
    place: Place | None = None
    file_id: int | None = None
    on: bool = False
    voided: bool = False


@dataclass(frozen=True)
class Sheet:
    """The page that lies open, with the ways to the page before it and the page after it, from paper to paper."""

    title: str
    number: str
    place: Place
    pages: int
    in_file: str = ""
    voided: bool = False
    before: Place | None = None
    after: Place | None = None


@dataclass(frozen=True)
class AspectLine:
    """One aspect and what was found in it; no verdict, not judged yet. place_words: 《询问笔录》第 1 页."""

    title: str
    verdict: str = ""
    tone: str = ""
    grounds: str = ""
    place: Place | None = None
    place_words: str = ""


@dataclass(frozen=True)
class QuestionLine:
    """A question of the reviewer and its answer, if there is one."""

    question: str
    asked_by: str
    asked_at: datetime
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True)
class RoundLine:
    """One submission and what came of it."""

    title: str
    submitted_at: datetime
    submitted_by: str
    result: str
    words: str = ""


@dataclass(frozen=True)
class Comparison:
    """Two submissions side by side: what the handlers say has changed, what differs field by field, and the papers."""

    old: str
    new: str
    told: str
    fields: Sequence[Difference]
    papers: Sequence[PaperChange]


@dataclass(frozen=True)
class Reading:
    """The whole page. doing: the action asked for in the address; clock: words where no period runs; notes: warnings."""

    pk: int
    round: str
    clock: str
    items: Sequence[ItemLine]
    sheet: Sheet | None
    aspects: Sequence[AspectLine]
    judged: str
    doing: str = ""
    found: Mapping[str, AspectLine] = field(default_factory=dict)
    questions: Sequence[QuestionLine] = ()
    advice: Sequence[tuple[str, str]] = ()
    rounds: Sequence[RoundLine] = ()
    comparisons: Sequence[Comparison] = ()
    notes: Sequence[str] = ()
