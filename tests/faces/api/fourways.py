"""One attempt at an action by the engine, the interface, the page and a story: what came of it, told so that it can be compared.

Every attempt is undone. The engine's answer is the measure: `Outcome`; what another way says otherwise is a list of sentences.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.test import Client
from django.urls import reverse

from mingzhi.core.engine.errors import ActionError
from mingzhi.core.engine.families import ABOUT
from mingzhi.core.engine.models import Record
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.places import subject_of
from mingzhi.core.engine.procedure import Action
from mingzhi.core.organs.models import User
from mingzhi.faces.cli.stage import Stage
from mingzhi.faces.cli.stories.playing import play_step, refusal_in_words
from mingzhi.faces.cli.stories.reading import Lined, Step
from tests.procedures.house import Staged
from tests.procedures.penalty.trying import undone

from .conftest import Caller, signed_in
from .plausible import as_typed


@dataclass(frozen=True)
class Outcome:
    """What came of an attempt. `refusals` are (sentence, provisions, action that mends, who may); `words` tell a refusal as stories do."""

    status: int
    sentence: str = ""
    refusals: tuple[tuple[str, tuple[str, ...], str | None, str], ...] = ()
    errors: dict[str, list[str]] = field(default_factory=dict)
    record: tuple = ()
    words: str = "准许"


def trace(record: Record) -> tuple:
    """What a record says, without the numbers the database gave."""
    return (
        record.action, record.title, record.actor_id, record.post, record.at, record.stage_from, record.stage_to, record.version,
        record.sentence, record.given, [(paper.code, paper.title, paper.number) for paper in record.documents.order_by("id")],
    )  # fmt: skip


class Ways:
    """The four ways to act on one staged matter. Keys and sign-ins are made when a person first needs them."""

    def __init__(self, staged: Staged, caller: Any) -> None:
        self.staged, self.matter, self._caller = staged, staged.matter, caller
        self._callers: dict[int, Caller] = {}
        self._clients: dict[int, Client] = {}
        people = {person.name: person for person in staged.town.people.values()}
        self._stage = Stage(staged.town.authority, people)

    def caller(self, person: User) -> Caller:
        if person.pk not in self._callers:
            self._callers[person.pk] = self._caller(person)
        return self._callers[person.pk]

    def _client(self, person: User) -> Client:
        if person.pk not in self._clients:
            self._clients[person.pk] = signed_in(person, self.staged.now)
        return self._clients[person.pk]

    def try_all(self, action: Action, person: User, given: dict[str, Any]) -> tuple[Outcome, list[str]]:
        """What the engine answers, and each way that answers otherwise."""
        engine = self.by_engine(action, person, given)
        different = [
            *_differs("interface", self.by_interface(action, person, given), engine),
            *self._page_differs(action, person, given, engine),
            *self._story_differs(action, person, given, engine),
        ]
        return engine, [f"{action.code} {person.username} {said}" for said in different]

    def by_engine(self, action: Action, person: User, given: dict[str, Any]) -> Outcome:
        with undone():
            try:
                done = perform(action.code, None if action.opens else self.matter.pk, actor=person, data=given, at=self.staged.now)
            except ActionError as problem:
                refusals = tuple((row.sentence, tuple(one.id for one in row.provisions), row.mend, row.who) for row in problem.refusals)
                errors = {name: list(texts) for name, texts in problem.errors.items()}
                return Outcome(problem.status, problem.sentence, refusals, errors, words=refusal_in_words(problem))
            return Outcome(201 if action.opens else 200, record=trace(done.record))
        raise AssertionError("unreachable")

    def by_interface(self, action: Action, person: User, given: dict[str, Any]) -> Outcome:
        path = f"/actions/{action.code}" if action.opens else f"/matters/{self.matter.pk}/actions/{action.code}"
        caller = self.caller(person)
        with undone():
            answer = caller.post(path, {"input": given})
            told = answer.json()
            if answer.status_code < 300:
                return Outcome(answer.status_code, record=trace(Record.objects.get(event_id=told["record"]["event_id"])))
            refusals = tuple(
                (row["sentence"], tuple(one["id"] for one in row["provisions"]), row["mend"], row["who"]) for row in told["refusals"]
            )
            return Outcome(answer.status_code, told["detail"], refusals, told["errors"])
        raise AssertionError("unreachable")

    def _page_differs(self, action: Action, person: User, given: dict[str, Any], engine: Outcome) -> Iterator[str]:
        """A page says the same when it has the engine's status and every word of it."""
        kind, name = action.procedure.code, action.name
        path = reverse("desk:open_do", args=[kind, name]) if action.opens else reverse("desk:do", args=[kind, self.matter.pk, name])
        client, before = self._client(person), _last()
        with undone():
            answer = client.post(path, as_typed(given))
            last = _last()
            record = trace(last) if last and last != before else ()
        if answer.status_code != (302 if engine.record else engine.status):
            yield f"page: status {answer.status_code}, engine {engine.status}"
        if record != engine.record:
            yield f"page: record {record} instead of {engine.record}"
        said = [row[0] for row in engine.refusals] or list(filter(None, [engine.sentence]))
        said += [text for texts in engine.errors.values() for text in texts]
        words = html.unescape(answer.content.decode())
        yield from (f"page: does not say {text}" for text in said if text not in words)

    def _story_differs(self, action: Action, person: User, given: dict[str, Any], engine: Outcome) -> Iterator[str]:
        """A story knows its matters by their kinds, so it is not told which case a new matter is about."""
        matters, written = self._matters(), {name: value for name, value in given.items() if name != ABOUT}
        step = Step(Path("尝试.yaml"), 1, self.staged.now, person.name, action.code, written, _nothing_said())
        before = _last()
        with undone():
            outcome = play_step(self._stage, step, matters).outcome
            last = _last()
            record = trace(last) if last and last != before else ()
        if (outcome, record) != (engine.words, engine.record):
            yield f"story: {outcome} {record} instead of {engine.words} {engine.record}"

    def _matters(self) -> dict[str, Any]:
        if self.matter is None:
            return {}
        subject = subject_of(self.matter)
        return {self.matter.kind: self.matter} | ({subject.kind: subject} if subject is not None else {})


def _nothing_said() -> Lined:
    """A step that expects nothing."""
    said = Lined()
    said.line, said.lines = 1, {}
    return said


def _last() -> Record | None:
    return Record.objects.order_by("-id").first()


def _differs(way: str, found: Outcome, engine: Outcome) -> Iterator[str]:
    for name in ("status", "sentence", "refusals", "errors", "record"):
        if getattr(found, name) != getattr(engine, name):
            yield f"{way}: {name} {getattr(found, name)} instead of {getattr(engine, name)}"
