"""Each action is one thing: by the interface, by the page and by the engine it is refused in the same words or leaves the same record."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from mingzhi.core.engine.errors import ActionError
from mingzhi.core.engine.models import Record
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.places import post_for
from mingzhi.core.engine.procedure import PROCEDURES, Action
from mingzhi.core.engine.standing import possible
from tests.cast import Town, at
from tests.procedures.penalty import story
from tests.procedures.penalty.test_summary import punished

from .conftest import proposed, registered
from .plausible import as_typed, plausible

#: What is tried: kind, how the matter gets there, and the moment of trying.
STATES: dict[str, tuple[str, Callable[[Town], Any], str]] = {
    "a registered clue": ("clue", registered, "2026-03-03 16:00"),
    "a proposed case": ("penalty", proposed, "2026-03-03 16:00"),
    "a case under investigation": ("penalty", lambda town: story.filed(town).matter, "2026-03-04 16:00"),
    "a case ready to be decided": ("penalty", lambda town: story.decision_endorsed(town), "2026-04-01 16:00"),
    "a penalty on the spot": ("summary", lambda town: punished(town).matter, "2026-03-05 16:00"),
}


class _Undo(Exception):
    """Ends an attempt whose traces are not to stay."""


@contextmanager
def tried() -> Iterator[None]:
    """Whatever happens inside has not happened."""
    try:
        with transaction.atomic():
            yield
            raise _Undo
    except _Undo:
        pass


def trace(record: Record | None) -> tuple:
    """What a record says, without the numbers the database gave."""
    if record is None:
        return ()
    return (
        record.action, record.title, record.actor_id, record.post, record.at, record.stage_from, record.stage_to, record.version,
        record.sentence, record.given, [(paper.code, paper.title, paper.number) for paper in record.documents.order_by("id")],
    )  # fmt: skip


def by_engine(action: Action, matter: Any, person: Any, given: dict[str, Any], moment: Any) -> tuple:
    """Status, refusals and errors, record."""
    with tried():
        try:
            done = perform(action.code, None if action.opens else matter.pk, actor=person, data=given, at=moment)
        except ActionError as problem:
            refusals = [(row.sentence, [one.id for one in row.provisions], row.mend, row.who) for row in problem.refusals]
            outcome = (problem.status, problem.sentence, refusals, {name: list(texts) for name, texts in problem.errors.items()}, ())
        else:
            outcome = (201 if action.opens else 200, "", [], {}, trace(done.record))
    return outcome


def by_interface(action: Action, matter: Any, caller: Any, given: dict[str, Any]) -> tuple:
    path = f"/actions/{action.code}" if action.opens else f"/matters/{matter.pk}/actions/{action.code}"
    with tried():
        answer = caller.post(path, {"input": given})
        told = answer.json()
        if answer.status_code < 300:
            outcome = (answer.status_code, "", [], {}, trace(Record.objects.get(event_id=told["record"]["event_id"])))
        else:
            refusals = [(row["sentence"], [one["id"] for one in row["provisions"]], row["mend"], row["who"]) for row in told["refusals"]]
            outcome = (answer.status_code, told["detail"], refusals, told["errors"], ())
    return outcome


def by_page(action: Action, matter: Any, client: Client, given: dict[str, Any]) -> tuple[int, str, tuple]:
    """Status, the page's words, record."""
    kind, name = action.procedure.code, action.name
    path = reverse("desk:open_do", args=[kind, name]) if action.opens else reverse("desk:do", args=[kind, matter.pk, name])
    before = Record.objects.order_by("-id").values_list("id", flat=True).first()
    with tried():
        answer = client.post(path, as_typed(given))
        last = Record.objects.order_by("-id").first()
        record = trace(last) if last and last.pk != before else ()
    return answer.status_code, html.unescape(answer.content.decode()), record


def _page_differs(page: tuple[int, str, tuple], engine: tuple) -> list[str]:
    """What the page says otherwise than the engine; nothing when it says the same."""
    status, words, record = page
    wanted, sentence, refusals, errors, made = engine
    found = []
    if status != (302 if made else wanted):
        found.append(f"status {status}, engine {wanted}")
    said = [row[0] for row in refusals] or ([sentence] if sentence else [])
    said += [text for texts in errors.values() for text in texts]
    found += [f"does not say {text}" for text in said if text not in words]
    if record != made:
        found.append(f"record {record} instead of {made}")
    return found


@pytest.mark.parametrize("state", STATES)
def test_every_action_comes_out_the_same_by_engine_interface_and_page(
    town: Town, caller: Any, clock: Any, settings: Any, tmp_path: Any, state: str
) -> None:
    settings.VAULT_DIR = tmp_path / "vault"
    kind, make, now = STATES[state]
    matter = PROCEDURES[kind].matter.objects.get(pk=make(town).pk)
    moment = clock(now)
    people = [person for person in town.people.values() if person != town["sysadmin"]]
    callers = {person.pk: caller(person) for person in people}
    clients = {person.pk: signed_in(person) for person in people}
    differences: dict[str, Any] = {}
    outcomes: set[int] = set()

    def compare(action: Action, person: Any, given: dict[str, Any], page: bool) -> None:
        engine = by_engine(action, matter, person, given, moment)
        outcomes.add(engine[0])
        interface = by_interface(action, matter, callers[person.pk], given)
        if interface != engine:
            differences[f"{action.code} {person.username} interface"] = (interface, engine)
        if page and (said := _page_differs(by_page(action, matter, clients[person.pk], given), engine)):
            differences[f"{action.code} {person.username} page"] = said

    for action in PROCEDURES[kind].actions.values():
        able = next((one for one in people if post_for(action, matter, one, moment.date())), people[0])
        unable = next(one for one in people if not post_for(action, matter, one, moment.date()))
        compare(action, able, plausible(action, matter, able, moment), page=True)
        compare(action, able, {}, page=False)
        compare(action, unable, {}, page=True)
    assert not differences
    assert {403, 409, 422} <= outcomes
    for account in ("lixuemei", "luokaifu", "zhouweimin", "wangli"):
        assert standing_by_interface(matter, callers[town[account].pk]) == standing_by_engine(matter, town[account], moment)


def standing_by_interface(matter: Any, caller: Any) -> list[tuple]:
    told = caller.get(f"/matters/{matter.pk}/standing").json()["actions"]
    return [
        (row["code"], row["allowed"], row["who"], [(one["sentence"], [p["id"] for p in one["provisions"]]) for one in row["refusals"]])
        for row in told
    ]


def standing_by_engine(matter: Any, person: Any, moment: Any) -> list[tuple]:
    return [
        (row.action.code, row.allowed, row.who, [(one.sentence, [p.id for p in one.provisions]) for one in row.refusals])
        for row in possible(type(matter).objects.get(pk=matter.pk), person, moment)
    ]


def signed_in(person: Any) -> Client:
    person.password_changed_at = at("2026-03-01")
    person.save(update_fields=["password_changed_at"])
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_an_allowed_action_leaves_the_same_record_by_every_face(town: Town, caller: Any, clock: Any) -> None:
    """recording-8.2"""
    case = proposed(town)
    action = PROCEDURES["penalty"].actions["endorse_filing"]
    given = {"opinion": "同意。"}
    engine = by_engine(action, case, town["luokaifu"], given, clock("2026-03-03 16:00"))
    assert engine[0] == 200
    assert by_interface(action, case, caller(town["luokaifu"]), given) == engine
    assert by_page(action, case, signed_in(town["luokaifu"]), given)[2] == engine[4]
