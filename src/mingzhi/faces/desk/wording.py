"""How the engine's answers are said on pages: articles as links, refusals, deadlines, days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import in_words, running_in_words, warning_reached
from mingzhi.core.engine.errors import Refusal as Refused
from mingzhi.core.engine.families import ABOUT, about
from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.places import subject_of
from mingzhi.core.engine.procedure import ACTIONS, Action
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.law.provisions import Provision, provision
from mingzhi.law.workdays import Calendar

from .reading import Nearest
from .shapes import Cite, DeadlineView, Refusal, Tone

TONES: dict[str, Tone] = {
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
    """Articles with the pages that explain them; an article of which several duties are cited stands once."""
    once = {row.cite: row for row in reversed([*provisions])}
    return [Cite(row.cite, reverse("desk:provision", args=[row.id])) for row in reversed(once.values())]


def named_error(label: str, text: str) -> str:
    """A sentence about a field, led by what the field is called unless it says so itself."""
    return text if not label or label in text else f"{label}：{text}"


def refusal(row: Refused, matter: Any, may: frozenset[str] = frozenset()) -> Refusal:
    """One refusal; a button when this person may do what mends it, else who can. `matter` None: nothing is open yet."""
    mend = ACTIONS[row.mend] if row.mend in may and (matter is not None or ACTIONS[row.mend].opens) else None
    relative = _relative(ACTIONS[row.mend], matter) if row.mend and not mend and matter is not None else None
    if relative is not None:
        there = reverse("desk:matter", args=[relative.kind, relative.pk])
        return Refusal(row.sentence, cites(row.provisions), row.who, f"{there}?do={row.mend.rpartition('.')[2]}#do", f"到{relative.title}")
    opens = _opened_beside(ACTIONS[row.mend], matter) if row.mend and not mend and matter is not None else None
    if opens is not None:
        return Refusal(row.sentence, cites(row.provisions), row.who, way(ACTIONS[row.mend], opens), ACTIONS[row.mend].title)
    return Refusal(
        sentence=row.sentence,
        cites=cites(row.provisions),
        who="" if mend else row.who,
        go_url=way(mend, matter) if mend else "",
        go_label=mend.title if mend else "",
    )


def _relative(action: Action, matter: Any) -> Any:
    """The other matter of the family on whose page an action is done: the case of a review, the latest review of a case
    or of an enforcement in it, before others the one that has come to the action's stage; or None."""
    if action.opens or action.procedure.code == matter.kind:
        return None
    subject = subject_of(matter)
    if subject is not None and subject.kind == action.procedure.code:
        return subject
    latest_first = about(subject or matter, action.procedure.code)[::-1]
    return next((row for row in latest_first if action.allowed_at(row.stage)), next(iter(latest_first), None))


def _opened_beside(action: Action, matter: Any) -> Any:
    """The case about which something is opened that a matter about it waits for: the review of an enforcement; or None."""
    subject = subject_of(matter)
    return subject if action.opens and subject is not None and subject.kind in action.procedure.of else None


def handled_by(matter: Any) -> str:
    """Names of those who handle a matter; one without handlers of its own has those of the matter it is about."""
    subject = subject_of(matter)
    return matter.handler_names or (subject.handler_names if subject is not None else "")


def way(action: Action, matter: Any) -> str:
    """Where an action is done: on the matter's own page, or on a new form that already knows the matter."""
    if action.opens:
        knows = f"?{ABOUT if action.procedure.about else matter.kind}={matter.pk}" if matter is not None else ""
        return reverse("desk:open", args=[action.procedure.code, action.name]) + knows
    return f"{reverse('desk:matter', args=[matter.kind, matter.pk])}?do={action.name}#do"


def deadline(row: Deadline, at: datetime) -> DeadlineView:
    """One deadline of a matter, running or not, in words with its last day and its article."""
    said = in_words(row, at)
    return _whole(row, said.words, said.tone)


def nearest_deadline(row: Nearest, at: datetime) -> DeadlineView:
    """The same of a running deadline that was read for many matters at once."""
    warned = warning_reached(row.provision, row.since_at, row.due_at, at)
    return _whole(row, *running_in_words(row.rule, row.due_at, at, lambda: calendar_of(row.authority_id), warned))


def _whole(row: Deadline | Nearest, words: str, tone: str) -> DeadlineView:
    rule = provision(row.provision)
    return DeadlineView(
        title=row.title,
        words=words,
        tone=TONES[tone],
        on=local_day(row.due_at),
        cite=Cite(rule.cite, reverse("desk:provision", args=[rule.id])),
        note=f"{row.rule}{'，已延长' if row.extended else ''}",
    )


def deadlines_of_list(rows: Iterable[Nearest], at: datetime) -> dict[int, tuple[str, Tone]]:
    """Words and tone of the nearest deadline of each matter, as a list shows it; each work calendar is asked once, if at all."""
    calendars: dict[int, Calendar] = {}

    def said(row: Nearest) -> tuple[str, Tone]:
        def calendar() -> Calendar:
            if row.authority_id not in calendars:
                calendars[row.authority_id] = calendar_of(row.authority_id)
            return calendars[row.authority_id]

        words, tone = running_in_words(row.rule, row.due_at, at, calendar, warning_reached(row.provision, row.since_at, row.due_at, at))
        return words, TONES[tone]

    return {row.matter_id: said(row) for row in rows}
