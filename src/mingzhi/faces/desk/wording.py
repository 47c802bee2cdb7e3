"""How the engine's answers are said on pages: articles as links, refusals, deadlines, days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from mingzhi.core.engine.deadlines import in_words, local_day
from mingzhi.core.engine.errors import Refusal as Refused
from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.procedure import ACTIONS
from mingzhi.law.provisions import Provision, provision

from .shapes import Cite, DeadlineView, Refusal, Tone

_TONES: dict[str, Tone] = {
    "late": "late",
    "today": "late",
    "soon": "soon",
    "far": "quiet",
    "met": "ok",
    "was_late": "late",
    "lifted": "quiet",
}


def cites(provisions: Iterable[Provision]) -> list[Cite]:
    """Articles with the pages that explain them."""
    return [Cite(row.cite, reverse("desk:provision", args=[row.id])) for row in provisions]


def refusal(row: Refused, matter_url: str, may: frozenset[str] = frozenset()) -> Refusal:
    """One refusal; a button when this person may do what mends it, else who can."""
    go = row.mend if row.mend in may else None
    return Refusal(
        sentence=row.sentence,
        cites=cites(row.provisions),
        who="" if go else row.who,
        go_url=f"{matter_url}?do={ACTIONS[go].name}#do" if go else "",
        go_label=ACTIONS[go].title if go else "",
    )


def deadline(row: Deadline, at: datetime) -> DeadlineView:
    """One deadline in words with its last day."""
    said = in_words(row, at)
    rule = provision(row.provision)
    return DeadlineView(
        title=row.title,
        words=said.words,
        tone=_TONES[said.tone],
        on=local_day(row.due_at),
        cite=Cite(rule.cite, reverse("desk:provision", args=[rule.id])),
        note=f"{row.rule}{'，已延长' if row.extended else ''}",
    )
