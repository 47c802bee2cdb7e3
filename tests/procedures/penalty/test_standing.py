"""What a person is told they can do is what they can do: `possible` and `perform` agree, and asking writes nothing."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mingzhi.core.engine.errors import ActionError, InvalidInput, PostNotHeld, Refused
from mingzhi.core.engine.gates import gates_of
from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.procedure import ACTIONS
from mingzhi.core.engine.standing import Standing, openings_about, possible
from mingzhi.core.organs.models import User
from tests.procedures.house import INPUTS, Staged, Stages

from .trying import left_behind, undone

pytestmark = pytest.mark.walk

STATES = (
    "clue: concluded", "clue: handing", "proposed", "returned", "filed", "recusal asked", "kept",
    "investigated", "reported", "told", "heard", "decision endorsed", "decided", "suspended", "overdue",
    "collected", "closing endorsed", "file made", "archived", "spot: punished", "spot: overdue", "spot: filing",
    "major", "review: submitted", "review: received", "review: examined", "review: corrected", "review: agreed",
)  # fmt: skip
#: Who is asked: two handlers, a stranger among the officers, and one of each post that acts.
PEOPLE_ASKED = ("lixuemei", "chenzhiqiang", "wumin", "luokaifu", "zhouweimin", "wangli", "heping", "sunjing", "zhaomingyuan")
#: What one action may cost: who may do it, its own gates, and the posts of who looks.
QUERIES_OF_AN_ACTION = 20


def outcome(staged: Staged, standing: Standing, person: User, data: dict[str, Any]) -> ActionError | None:
    try:
        perform(standing.action.code, staged.matter, actor=person, data=data, at=staged.now)
    except ActionError as refused:
        return refused
    return None


def cited(refusals: Any) -> set[tuple[str, str]]:
    """Each refusal's sentence with each of its provisions."""
    return {(refusal.sentence, row.id) for refusal in refusals for row in refusal.provisions}


def differs(staged: Staged, standing: Standing, person: User, data: dict[str, Any]) -> str:
    """How the attempt came out otherwise than it was announced, or nothing."""
    refused = outcome(staged, standing, person, data)
    if not standing.mine:
        same = isinstance(refused, PostNotHeld) and {row[1] for row in cited(refused.refusals)} <= {
            row[1] for row in cited(standing.refusals)
        }
        return "" if same else "is somebody else's, yet not refused as such"
    if standing.allowed:
        if isinstance(refused, Refused):
            shut = [gate for gate in gates_of(standing.action) if not gate.reads_input]
            asked = [gate.function(staged.matter, actor=person, at=staged.now) for gate in shut]
            return f"is allowed, yet refused by {found}" if (found := list(filter(None, asked))) else ""
        return "" if refused is None or isinstance(refused, InvalidInput) else f"is allowed, yet {refused.kind}"
    if refused is None:
        return "is shut, yet was done"
    # What does not exist cannot be chosen: there the form already says so.
    if isinstance(refused, InvalidInput):
        return ""
    return "" if cited(standing.refusals) <= cited(refused.refusals) else f"was announced as {standing.refusals}, refused as {refused}"


@pytest.mark.parametrize("state", STATES)
def test_what_is_announced_is_what_happens(stages: Stages, state: str):
    staged = stages[state]
    matter, wrong = staged.matter, []
    outcomes: Counter[str] = Counter()
    with undone():
        for account in PEOPLE_ASKED:
            person = staged.town[account]
            for standing in possible(staged.matter, person, staged.now):
                with undone():
                    data = INPUTS[standing.action.code].data(staged.town, staged.matter, staged.now)
                    if said := differs(staged, standing, person, data):
                        wrong.append(f"{account} {standing.action.code} {said}")
                outcomes["mine" if standing.mine else "another's"] += 1
                outcomes["allowed"] += standing.allowed
    assert not wrong
    # At its end nothing can be done in a matter of this sort; what may be done there later (a refund) is announced, and shut.
    ended = matter.stage in {"filed", "not_filed"} and matter.kind != "clue"
    assert bool(outcomes["allowed"]) is not ended
    assert bool(outcomes["another's"]) or ended


@pytest.mark.parametrize("code", [code for code, sample in INPUTS.items() if "nothing" not in sample.states[0]])
def test_what_can_be_done_is_announced_as_allowed(stages: Stages, code: str):
    """The states of `inputs` are those where the act is done: there it is announced as allowed, to whoever does it."""
    for state in INPUTS[code].states:
        staged = stages[state]
        asked = openings_about if ACTIONS[code].opens else possible
        announced = {row.action.code: row for row in asked(staged.matter, staged.town[INPUTS[code].who], staged.now)}
        assert announced[code].allowed, announced[code].refusals


@pytest.mark.parametrize("state", STATES)
def test_asking_writes_nothing_and_costs_a_bounded_number_of_queries(stages: Stages, state: str):
    staged = stages[state]
    for account in ("lixuemei", "luokaifu", "zhouweimin", "sunjing"):
        matter: Matter = staged.matter
        with CaptureQueriesContext(connection) as asked, left_behind() as left:
            standings = possible(matter, staged.town[account], staged.now)
        assert left.tables == []
        assert len(asked) <= 10 + QUERIES_OF_AN_ACTION * len(standings)
