"""Cases walk through random legal and illegal actions: no state without its record, no record without its state, and the ledger verifies.

The first test lets hypothesis choose from any state on; the second walks long and straight enough to have been everywhere. What a database
could do to either, the first meets on both; where the second comes through is decided by the procedures, so it walks on one.
"""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from mingzhi.core.engine.perform import refusals_of
from mingzhi.core.engine.procedure import ACTIONS, Action
from mingzhi.core.engine.standing import line_of, next_action, openings, possible
from mingzhi.core.organs.models import User
from mingzhi.procedures.clue.stages import PATH as CLUE_PATH
from mingzhi.procedures.penalty.stages import PATH, SUMMARY_PATH
from tests.cast import PEOPLE, at, make_town
from tests.procedures.house import BY_HAND, INPUTS, Stages

from .trying import undone
from .walking import CORRUPTIONS, Walk, corrupted

STARTS = (
    "clue: concluded", "proposed", "filed", "investigated", "notified", "window over", "decision endorsed", "decided", "served",
    "transfer asked", "suspended", "closing endorsed", "spot: punished", "spot: collected",
    "review: examined", "major: reviewed", "major: discussed",
)  # fmt: skip
ACCOUNTS = tuple(PEOPLE)
#: Bounds of the machine: examples, and steps of each.
EXAMPLES, STEPS = 14, 20
#: Bounds of the long walk, and after how many things done the whole ledger is read again: reading costs more the longer it is.
LONG = 300
READ_AFTER = 10
SEED = 20260305
WAITS = (10, 60, 300, 1440, 4 * 1440, 12 * 1440)


class Wandering(RuleBasedStateMachine):
    """One town in one state; its people do what they may and what they may not."""

    stages: Stages

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.savepoint()
        self.walk: Walk

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.savepoint)

    @initialize(state=st.sampled_from(STARTS))
    def begin(self, state: str) -> None:
        staged = self.stages[state]
        self.walk = Walk(staged.town, staged.now)

    def _matter(self, pick: int) -> Any:
        matters = self.walk.matters()
        return matters[pick % len(matters)]

    def _try(self, code: str, matter: Any, person: User, data: dict[str, Any], version: int | None = None) -> None:
        done = self.walk.attempt(code, matter, person, data, version)
        if done:
            event(f"done {code}")
            kind, stage = max(self.walk.reached)
            event(f"reached {kind} {stage}")

    @rule(account=st.sampled_from(ACCOUNTS), pick=st.integers(0, 9), choice=st.integers(0, 60))
    def do_what_is_possible(self, account: str, pick: int, choice: int) -> None:
        matter, person = self._matter(pick), self.walk.town[account]
        allowed = [row.action.code for row in possible(matter, person, self.walk.now) if row.allowed]
        if allowed:
            code = allowed[choice % len(allowed)]
            self._try(code, matter, person, self.walk.data(code, matter))

    @rule(pick=st.integers(0, 9))
    def carry_on(self, pick: int) -> None:
        matter = self._matter(pick)
        action = next_action(matter, self.walk.now)
        if action is not None:
            person = self.walk.town[INPUTS[action.code].who]
            self._try(action.code, matter, person, self.walk.data(action.code, matter))

    @rule(
        account=st.sampled_from(ACCOUNTS), pick=st.integers(0, 9), code=st.sampled_from(sorted(BY_HAND)),
        how=st.sampled_from(CORRUPTIONS), where=st.integers(0, 20), stale=st.booleans(),
    )  # fmt: skip
    def try_anything(self, account: str, pick: int, code: str, how: str, where: int, stale: bool) -> None:
        action, matter = ACTIONS[code], self._matter(pick)
        same = matter.kind == action.procedure.code
        data = self.walk.data(code, matter) if same and not action.opens else {}
        if action.opens:
            about = matter if matter.kind in action.procedure.of else None
            data, matter = self.walk.data(code, about), None
        version = matter.version - 1 if matter is not None and stale else None
        self._try(code, matter, self.walk.town[account], corrupted(data, how, where, self.walk.now), version)

    @rule(pick=st.integers(0, 9), choice=st.integers(0, 60), how=st.sampled_from(CORRUPTIONS[2:]), where=st.integers(0, 20))
    def spoil_what_is_possible(self, pick: int, choice: int, how: str, where: int) -> None:
        matter = self._matter(pick)
        here = [code for code, action in BY_HAND.items() if action.procedure.code == matter.kind and action.allowed_at(matter.stage)]
        if here:
            code = here[choice % len(here)]
            data = corrupted(self.walk.data(code, matter), how, where, self.walk.now)
            self._try(code, matter, self.walk.town[INPUTS[code].who], data)

    @rule(minutes=st.sampled_from(WAITS))
    def time_passes(self, minutes: int) -> None:
        self.walk.wait(minutes)


def test_whatever_people_try_state_record_and_ledger_agree(stages: Stages) -> None:
    """penalty-law-44, penalty-law-45.2, penalty-law-47"""
    machine = type("WanderingHere", (Wandering,), {"stages": stages})
    for state in STARTS:
        stages[state]
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES, stateful_step_count=STEPS, derandomize=True, deadline=None, database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


def opened(walk: Walk, dice: random.Random) -> bool:
    """Open something: a clue, a case on a clue that waits for one, a case, a penalty on the spot."""
    person = walk.town[dice.choice(["lixuemei", "wangli", "chenzhiqiang"])]
    code = dice.choice([action for action in openings(person, walk.now) if action.procedure.code in ("clue", "penalty", "summary")]).code
    return walk.attempt(code, None, person, walk.data(code, None))


def onward(walk: Walk, matter: Any) -> Action:
    """What carries the matter on: papers that wait to be served, then its main line, then what mends a refusal on it."""
    line = [action for action in (ACTIONS.get(f"{matter.kind}.serve"), *line_of(matter, walk.now)) if action is not None]
    shut = {}
    for action in line:
        who = walk.town[INPUTS[action.code].who]
        shut[action] = refusals_of(action, matter, who, walk.now, None) if action.allowed_at(matter.stage) else []
        if action.name == "become_case" or (action.allowed_at(matter.stage) and not shut[action]):
            return action
    mends = [ACTIONS[refusal.mend] for refusals in shut.values() for refusal in refusals if refusal.mend]
    here = [action for action in mends if action.procedure.code == matter.kind and action.allowed_at(matter.stage)]
    open_now = [one for one in here if not refusals_of(one, matter, walk.town[INPUTS[one.code].who], walk.now, None)]
    return (open_now or line)[-1]


def stepped(walk: Walk, dice: random.Random, matter: Any) -> bool:
    """One step of a matter: mostly along its main line, sometimes whatever somebody may do, sometimes what nobody may."""
    throw = dice.random()
    if throw < 0.72:
        if (said := walk.say_why_not_recorded(matter)) is not None:
            return said
        action = onward(walk, matter)
        if action.name == "become_case":
            data = walk.data("penalty.propose", None) | {"clue": matter.pk}
            return walk.attempt("penalty.propose", None, walk.town["lixuemei"], data)
        data = walk.data(action.code, matter)
        # Now and then whoever may do it, where it may be done, gives what cannot be read.
        data = corrupted(data, dice.choice(CORRUPTIONS), dice.randrange(20), walk.now) if throw < 0.06 else data
        return walk.attempt(action.code, matter, walk.town[INPUTS[action.code].who], data)
    person = walk.town[dice.choice(ACCOUNTS)]
    allowed = [row.action.code for row in possible(matter, person, walk.now) if row.allowed] if throw < 0.88 else []
    code = dice.choice(allowed) if allowed else dice.choice([code for code in BY_HAND if code.startswith(f"{matter.kind}.")])
    if ACTIONS[code].opens:
        return False
    how = "none" if allowed else dice.choice(CORRUPTIONS)
    return walk.attempt(code, matter, person, corrupted(walk.data(code, matter), how, dice.randrange(20), walk.now))


@pytest.mark.once
def test_a_long_walk_comes_through_every_main_stage_of_the_procedures(stages: Stages) -> None:
    """penalty-law-51, penalty-law-54, penalty-law-57, penalty-law-66"""
    dice = random.Random(SEED)
    with undone():
        walk = Walk(make_town("500110901", "远行镇", "綦远行府", "walk-"), at("2026-03-03 09:00"), READ_AFTER)
        for code in ("summary.punish", "clue.register", "penalty.propose"):
            assert walk.attempt(code, None, walk.town[INPUTS[code].who], walk.data(code, None))
            walk.wait(90)
        for _ in range(LONG):
            going = walk.open_matters()
            done = opened(walk, dice) if len(going) < 4 else stepped(walk, dice, dice.choice(going))
            walk.wait(dice.choice((20, 45, 90)) if done else dice.choice((45, 600, 1440)))
        walk.check_town()
        main = {("penalty", str(stage)) for stage in PATH} | {("summary", str(stage)) for stage in SUMMARY_PATH}
        main |= {("clue", str(stage)) for stage in CLUE_PATH}
        assert main <= walk.reached, (main - walk.reached, walk.outcomes, walk.refused)
        assert {"done", "refused", "post-not-held", "wrong-stage", "invalid-input"} <= set(walk.outcomes), walk.outcomes
        assert walk.outcomes["done"] > LONG // 3
