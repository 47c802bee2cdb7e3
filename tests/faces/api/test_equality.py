"""Each action is one thing: by engine, interface, page and story it is refused in the same words or leaves the same record.

The house is walked (`tests.procedures.house`): every procedure's actions succeed once by each way, and are refused at its states.
All ways end in the same engine on the same database, which is asked of each by `test_refusals`; whether they agree is asked once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

import pytest

from mingzhi.core.documents import issuing
from mingzhi.core.documents.paper import require_complete
from mingzhi.core.engine.families import ABOUT
from mingzhi.core.engine.places import post_for, subject_of
from mingzhi.core.engine.procedure import PROCEDURES, Action
from mingzhi.core.engine.standing import Standing, openings_about, possible
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.faces.api.doors import PersonThrottle
from mingzhi.faces.api.service import api
from tests.procedures.house import BY_HAND, INPUTS, STATES, Staged, Stages, states_of_actions
from tests.procedures.penalty.trying import undone

from .fourways import Ways
from .plausible import plausible

pytestmark = [pytest.mark.walk, pytest.mark.once]

#: Attempts at a state beside the actions done there: few, going round, for dozens of actions are open at the stages of a case.
REFUSED_AT_A_STATE = 6
#: Who asks where a matter stands.
LOOKING = ("lixuemei", "luokaifu", "zhouweimin", "sunjing")


DONE_AT = states_of_actions()


@pytest.fixture(scope="module", autouse=True)
def every_template_is_set_once() -> Iterator[None]:
    """Setting type lies below all ways and costs most: each template is set when first used, and that sheet serves from then on."""
    really, kept = issuing.typeset_paper, {}

    def sheet(paper: Any, data: Any, **options: Any) -> bytes:
        if paper.template not in kept:
            kept[paper.template] = really(paper, data, **options)
        require_complete(paper, data)
        return kept[paper.template]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(issuing, "typeset_paper", sheet)
        yield


@pytest.fixture(autouse=True)
def nobody_asks_too_often(monkeypatch: pytest.MonkeyPatch) -> None:
    throttle = next(one for one in api.throttle if isinstance(one, PersonThrottle))
    monkeypatch.setattr(throttle, "num_requests", 10**9)


def as_json(raw: dict[str, Any]) -> dict[str, Any]:
    """Raw input as it travels; what is left out is not sent."""
    return json.loads(json.dumps({name: value for name, value in raw.items() if value is not None}, default=str))


def begun(action: Action, staged: Staged) -> Any:
    """The matter that an action is asked of: the one there is, or a blank one about it."""
    if not action.opens:
        return staged.matter
    authority, procedure = staged.town.authority, action.procedure
    blank = procedure.matter(authority=authority, region=authority.region, kind=procedure.code, stage="")
    if procedure.about and staged.matter is not None:
        setattr(blank, procedure.about, subject_of(staged.matter) or staged.matter)
    return blank


def able(action: Action, matter: Any, people: list[User], on: Any) -> User:
    return next((person for person in people if post_for(action, matter, person, on)), people[0])


def unable(action: Action, matter: Any, people: list[User], on: Any) -> User:
    return next(person for person in reversed(people) if not post_for(action, matter, person, on))


def attempts(staged: Staged, turn: int) -> Iterator[tuple[Action, User, dict[str, Any]]]:
    """Attempts that go round: with input by who may, with none, by who may not; of what is open there, and of what is out of place."""
    people, on = (
        [one for one in staged.town.people.values() if Post.SYSTEM_ADMIN not in posts_of(one, staged.now.date())],
        staged.now.date(),
    )
    of_kind = [row for row in PROCEDURES[staged.kind].actions.values() if not row.follows]
    # Read once: it asks the database, and there are hundreds of actions.
    there = staged.matter
    if there is None:
        here, about, elsewhere = [row for row in of_kind if row.opens], [], []
    else:
        here = [row for row in of_kind if row.opens or row.allowed_at(there.stage)]
        about = [row for row in BY_HAND.values() if row.opens and staged.kind in row.procedure.of]
        elsewhere = [row for row in of_kind if not row.opens and not row.allowed_at(there.stage)]
    for number, action in enumerate(some(here + about, REFUSED_AT_A_STATE, turn) + some(elsewhere, 2, turn), start=turn):
        matter = begun(action, staged)
        case = {ABOUT: getattr(matter, f"{action.procedure.about}_id")} if action.opens and action.procedure.about else {}
        able_one = able(action, matter, people, on)
        match number % 3:
            case 0:
                yield action, able_one, plausible(action, matter, able_one, staged.now) | case
            case 1:
                yield action, able_one, dict(case)
            case _:
                yield action, unable(action, matter, people, on), dict(case)


def some(actions: list[Action], at_most: int, turn: int) -> list[Action]:
    """So many of them, beginning elsewhere at each turn."""
    start = turn * at_most % len(actions) if actions else 0
    return list(islice(cycle(actions), start, start + min(at_most, len(actions))))


@pytest.mark.parametrize("kind", sorted({kind for kind, _, _ in STATES.values()}))
def test_every_action_comes_out_the_same_by_engine_interface_page_and_story(stages: Stages, caller: Any, clock: Any, kind: str) -> None:
    """recording-8.2"""
    differences: list[str] = []
    outcomes: set[int] = set()
    names = [name for name in STATES if STATES[name][0] == kind and name in set(DONE_AT.values())]
    for turn, name in enumerate(names):
        staged = stages[name]
        clock(f"{staged.now:%Y-%m-%d %H:%M}")
        with undone():
            ways = Ways(staged, caller)
            for code in sorted(code for code, state in DONE_AT.items() if state == name):
                raw = as_json(INPUTS[code].data(staged.town, staged.matter, staged.now))
                engine, found = ways.try_all(BY_HAND[code], staged.town[INPUTS[code].who], raw)
                assert engine.record, f"{code} at {name}: {engine}"
                differences += [f"{name}: {said}" for said in found]
            for action, person, given in attempts(staged, turn):
                engine, found = ways.try_all(action, person, as_json(given))
                outcomes.add(engine.status)
                differences += [f"{name}: {said}" for said in found]
            if staged.matter is not None:
                looking = staged.town[LOOKING[turn % len(LOOKING)]]
                assert standing_by_interface(staged, ways.caller(looking)) == standing_by_engine(staged, looking)
    assert not differences
    assert {403, 409, 422} <= outcomes


def test_every_action_done_by_hand_is_walked_over() -> None:
    assert set(DONE_AT) == set(BY_HAND)


def standing_by_interface(staged: Staged, caller: Any) -> list[tuple]:
    told = caller.get(f"/matters/{staged.matter_id}/standing").json()
    return [
        (row["code"], row["allowed"], row["who"], [(one["sentence"], [p["id"] for p in one["provisions"]]) for one in row["refusals"]])
        for row in told["actions"] + told["openings"]
    ]


def standing_by_engine(staged: Staged, person: User) -> list[tuple]:
    def told(row: Standing) -> tuple:
        return (row.action.code, row.allowed, row.who, [(one.sentence, [p.id for p in one.provisions]) for one in row.refusals])

    return [told(row) for asked in (possible, openings_about) for row in asked(staged.matter, person, staged.now)]
