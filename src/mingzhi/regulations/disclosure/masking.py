"""Between the records of a case and `mingzhi.law.redaction`: what it is asked, and what is kept of its answer.

Serves disclosure-7.2-mask, disclosure-8.1 to disclosure-8.4.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from mingzhi.core.documents.models import Document
from mingzhi.law.redaction import Hidden, Mode, Options, Redacted, doubtful, redact_together, remains
from mingzhi.procedures.penalty.filling.heading import penalties

from . import wording
from .models import Case, Edition, Publication
from .people import people_of
from .wording import Source

#: What is said of a decision that a review organ or a court changed: it is published as it now reads.
CHANGED = "本决定经行政复议或者行政诉讼变更，以上是变更后的处罚。"
#: Under these names title and text are masked together, so that nobody is told apart by comparing them.
TITLE, TEXT = "title", "text"


@dataclass(frozen=True)
class Choices:
    """What whoever collects may choose: the form, how names are hidden and whose, and which words are no names after all."""

    form: str
    style: str
    legal_rep: str
    party: str
    kept_words: tuple[str, ...] = ()

    def options(self, case: Case) -> Options:
        """The town's own number is published and stays."""
        allowed = frozenset(filter(None, (*self.kept_words, case.authority.phone)))
        return Options(
            mode=Mode(self.form),
            style=cast(Any, self.style),
            legal_rep=cast(Any, self.legal_rep),
            party=cast(Any, self.party),
            allowed=allowed,
        )


def choices_of(edition: Edition, kept_words: Iterable[str] | None = None) -> Choices:
    """The choices of an edition, with other words kept where they are given."""
    words = edition.kept_words if kept_words is None else kept_words
    return Choices(edition.form, edition.style, edition.legal_rep, edition.party, tuple(words))


def source_of(case: Case, form: str) -> Source:
    """The decision in one of its two forms, from the record of its paper."""
    data = decision_of(case).data
    if case.decision_standing == Case.Standing.CHANGED:
        data = data | {"penalties": penalties(case.decided_penalties), "changed": CHANGED}
    return wording.full(data) if form == Edition.Form.FULL else wording.summary(data)


def decision_of(case: Case) -> Document:
    """The paper of the decision. Every decided case has one: it is printed by what decides."""
    return Document.objects.filter(matter_id=case.pk, code="D30", voided_at__isnull=True).latest("id")


def masked(case: Case, source: Source, choices: Choices) -> dict[str, Redacted]:
    """Title and text masked, two people never alike."""
    return redact_together({TITLE: source.title, TEXT: source.text}, people_of(case), choices.options(case))


def left_in(case: Case, title: str, text: str, choices: Choices) -> list[tuple[str, Hidden]]:
    """What a fresh scan still finds in what is to become public, each with its words; empty when it is silent."""
    people = people_of(case)
    options = choices.options(case)
    return [(one[found.start : found.end], found) for one in (title, text) for found in remains(one, people, options)]


def doubts_in(case: Case, text: str, choices: Choices) -> list[dict[str, Any]]:
    """What a scan cannot tell in a text, for the page where texts are compared; it stops nothing."""
    return [plain(one) for one in doubtful(text, people_of(case), choices.options(case))]


def plain(found: Hidden) -> dict[str, Any]:
    """One masked place, as JSON keeps it."""
    return {
        "start": found.start, "end": found.end, "kind": str(found.kind), "replacement": found.replacement, "why": found.why,
        "provision": found.provision, "sure": found.sure,
    }  # fmt: skip


def latest(publication: Publication) -> Edition | None:
    """The text that is, or will be, public; None before anything was collected."""
    return Edition.objects.filter(matter_id=publication.pk).last()
