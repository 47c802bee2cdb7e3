"""How the engine's answers are said on pages: articles as links, refusals, deadlines, days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import in_words, running_in_words, warning_reached
from mingzhi.core.engine.errors import Refusal as Refused
from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.procedure import ACTIONS, Action
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.law.provisions import Provision, provision
from mingzhi.law.workdays import Calendar

from .reading import Nearest
from .shapes import Cite, DeadlineView, Refusal, Tone

_TONES: dict[str, Tone] = {
    "late": "late",
    "today": "late",
    "urgent": "late",
    "soon": "soon",
    "far": "quiet",
    "met": "ok",
    "was_late": "late",
    "lifted": "quiet",
}


def cites(provisions: Iterable[Provision]) -> list[Cite]:
    """Articles with the pages that explain them."""
    return [Cite(row.cite, reverse("desk:provision", args=[row.id])) for row in provisions]


def refusal(row: Refused, matter: Any, may: frozenset[str] = frozenset()) -> Refusal:
    """One refusal; a button when this person may do what mends it, else who can. `matter` None: nothing is open yet."""
    mend = ACTIONS[row.mend] if row.mend in may and (matter is not None or ACTIONS[row.mend].opens) else None
    return Refusal(
        sentence=row.sentence,
        cites=cites(row.provisions),
        who="" if mend else row.who,
        go_url=way(mend, matter) if mend else "",
        go_label=mend.title if mend else "",
    )


def way(action: Action, matter: Any) -> str:
    """Where an action is done: on the matter's own page, or on a new form that already knows the matter."""
    if action.opens:
        knows = f"?{matter.kind}={matter.pk}" if matter is not None else ""
        return reverse("desk:open", args=[action.procedure.code, action.name]) + knows
    return f"{reverse('desk:matter', args=[matter.kind, matter.pk])}?do={action.name}#do"


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


def deadlines_of_list(rows: Iterable[Nearest], at: datetime) -> dict[int, DeadlineView]:
    """The nearest deadline of each matter as a list shows it, words and tone only; each work calendar is asked once, if at all."""
    calendars: dict[int, Calendar] = {}

    def view(row: Nearest) -> DeadlineView:
        def calendar() -> Calendar:
            if row.authority_id not in calendars:
                calendars[row.authority_id] = calendar_of(row.authority_id)
            return calendars[row.authority_id]

        words, tone = running_in_words(row.rule, row.due_at, at, calendar, warning_reached(row.provision, row.since_at, at))
        return DeadlineView(row.title, words, _TONES[tone])

    return {row.matter_id: view(row) for row in rows}
