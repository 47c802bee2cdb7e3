"""Two people on one matter at once: exactly one acts, the other is told."""

import threading

import pytest
from django.db import connection

from mingzhi.core.engine.errors import ActionError, Stale, WrongStage
from mingzhi.core.engine.models import Matter, Record
from mingzhi.core.engine.perform import perform
from mingzhi.core.ledger import verify
from tests.cast import at, make_town

from .test_perform import registered

RACES = 100


@pytest.mark.django_db(transaction=True)
def test_of_two_who_act_at_once_exactly_one_wins():
    town = make_town()
    clues = [registered(town) for _ in range(RACES)]
    outcomes: list[list[str]] = [[] for _ in clues]
    start = threading.Barrier(2)

    def act(colleague: str) -> None:
        try:
            for number, clue in enumerate(clues):
                start.wait(timeout=60)
                try:
                    perform(
                        "clue.assign", clue.pk, actor=town["luokaifu"], data={"people": [colleague]}, version=1, at=at("2026-03-02 14:20")
                    )
                    outcomes[number].append("done")
                except (Stale, WrongStage) as told:
                    outcomes[number].append(told.kind)
                except ActionError as other:
                    outcomes[number].append(f"unexpected {other.kind}")
        finally:
            connection.close()

    racers = [threading.Thread(target=act, args=(name,)) for name in ("李雪梅", "陈志强")]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert [sorted(outcome) for outcome in outcomes] == [["done", "stale"]] * RACES
    assert set(Matter.objects.values_list("version", flat=True)) == {2}
    assert Record.objects.count() == 2 * RACES
    assert verify().ok
