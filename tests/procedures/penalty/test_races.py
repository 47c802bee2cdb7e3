"""Two people decide one case at the same moment in different ways: exactly one of them decides, the other is told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection

from mingzhi.core.engine.errors import ActionError, Refused, Stale, WrongStage
from mingzhi.core.engine.models import Matter, Record
from mingzhi.core.engine.perform import Done, perform
from mingzhi.core.ledger import verify
from tests.cast import Town, at, make_town
from tests.procedures.house import STATES

from .story import deciding, proposal

RACES = 20
Attempt = Callable[[], Done]


def towns(state: str) -> tuple[list[tuple[Town, Any]], datetime]:
    """A town for each race, with its case in the state, and the moment of the race."""
    _, make, now = STATES[state]
    made = [make_town(f"500110{number}", f"第{number}镇", f"綦{number}府", f"r{number}-") for number in range(200, 200 + RACES)]
    return [(town, make(town)) for town in made], at(now)


def together(attempts: list[tuple[Attempt, Attempt]]) -> list[list[Done | ActionError]]:
    """What came of each pair of attempts that began at the same moment."""
    outcomes: list[list[Done | ActionError]] = [[] for _ in attempts]
    start = threading.Barrier(2)

    def run(side: int) -> None:
        try:
            for number, pair in enumerate(attempts):
                start.wait(timeout=120)
                try:
                    outcomes[number].append(pair[side]())
                except ActionError as told:
                    outcomes[number].append(told)
                except Exception:
                    start.abort()
                    raise
        finally:
            connection.close()

    racers = [threading.Thread(target=run, args=(side,)) for side in (0, 1)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    return outcomes


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("state", "left", "right"),
    [
        ("endorsed", ("approve_filing", "zhouweimin"), ("return_filing", "tangguohua")),
        ("decision endorsed", ("decide", "zhouweimin"), ("return_decision", "tangguohua")),
    ],
)
def test_of_two_who_decide_otherwise_exactly_one_decides(state: str, left: tuple[str, str], right: tuple[str, str]):
    """town-separation, penalty-law-57: every other pair does not say which version it read."""
    cases, now = towns(state)
    # What a decision opens has records of its own.
    kept = Record.objects.filter(matter__in=[case.pk for _, case in cases])
    before = kept.count()

    def attempt(number: int, town: Town, case: Any, name: str, who: str) -> Attempt:
        data = {"opinion": "同意。", "reasons": "退回。"} | (deciding(case) if name == "decide" else {})
        version = case.version if number % 2 else None
        return lambda: perform(f"penalty.{name}", case.pk, actor=town[who], data=data, version=version, at=now)

    outcomes = together([(attempt(n, *pair, *left), attempt(n, *pair, *right)) for n, pair in enumerate(cases)])
    for number, ((_, case), outcome) in enumerate(zip(cases, outcomes, strict=True)):
        (done,) = (one for one in outcome if isinstance(one, Done))
        (told,) = (one for one in outcome if isinstance(one, ActionError))
        assert isinstance(told, Stale) if number % 2 else isinstance(told, WrongStage | Refused)
        after = Matter.objects.get(pk=case.pk)
        assert (after.version, after.stage) == (case.version + 1, done.record.stage_to)
        assert Record.objects.get(matter=after, version=after.version).action == done.record.action
    assert kept.count() == before + RACES
    assert verify().ok


@pytest.mark.django_db(transaction=True)
def test_two_openings_with_one_key_open_one_matter():
    """penalty-law-29"""
    town, now = make_town(), at("2026-03-03 10:00")
    asked = [proposal(town, acted_from_on=f"2026-02-{number:02}") for number in range(1, RACES + 1)]

    def attempt(number: int) -> Attempt:
        return lambda: perform("penalty.propose", actor=town["lixuemei"], data=asked[number], at=now, key=f"opening-{number}")

    outcomes = together([(attempt(number), attempt(number)) for number in range(RACES)])
    assert Matter.objects.count() == Record.objects.count() == RACES
    for outcome in outcomes:
        assert sorted(one.replayed for one in outcome if isinstance(one, Done)) == [False, True]
        assert len({one.record.pk for one in outcome if isinstance(one, Done)}) == 1
    assert verify().ok


@pytest.mark.django_db(transaction=True)
def test_two_acts_with_one_key_on_one_case_are_one_act():
    """recording-8.4"""
    cases, now = towns("endorsed")

    def attempt(town: Town, case: Any) -> Attempt:
        key = f"approval-{case.pk}"
        data = {"opinion": "同意。"}
        return lambda: perform(
            "penalty.approve_filing", case.pk, actor=town["zhouweimin"], data=data, version=case.version, at=now, key=key
        )

    outcomes = together([(attempt(town, case), attempt(town, case)) for town, case in cases])
    for outcome in outcomes:
        assert sorted(one.replayed for one in outcome if isinstance(one, Done)) == [False, True]
    assert verify().ok
