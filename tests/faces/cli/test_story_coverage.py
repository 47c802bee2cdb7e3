"""Every story of tests/examples/stories is played; a lawyer reads them, so each says what it is about and under which article.

Every gate is shut in one story and open in another, and every deadline has a story that counts out its days.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mingzhi.core.engine.gates import GATES, Gate
from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.faces.cli.stories import Theatre

from .witnessing import FILES, witnessed

#: Second locks: what they forbid is stopped earlier, by a form, a paper or another gate, so no story gets as far as them.
#: They hold for data that came in another way; each has tests of its own.
SECOND_LOCKS = {
    "archiving.every_step_has_its_record": "the engine leaves no step without its record",
    "decision.facts_rest_on_evidence": "the report is not made without facts and a list of evidence (D20)",
    "decision.correction_was_ordered": "the report asks for the order or for the reason why there is none",
    "decision.minors_are_treated_more_lightly": "the report of a minor's case says how the penalty is lighter",
    "notice.heavier_notice_rests_on_new_facts": "the form of a second notice asks for the new facts",
    "exits.no_crime_is_suspected": "a transfer is not asked for where a crime is suspected",
    "clips.clip_is_bound_to_nothing": "a clip that is bound has left the stage at which that is said",
    "gates.a_last_scan_is_silent": "the text of a bulletin was scanned when it was collected, and no story can change it behind that",
    "gates.files_are_still_silent": "a public file was scanned when it was added, and no story can change it behind that",
    "afterwards.an_answer_read_by_code_reveals_nobody": "an objection sent from the public site is no action, and no story can send one",
    "discs.nothing_classified_goes_on_a_disc": "the form of a disc does not offer what is classified",
}

#: An image fails when an original is gone from the disk, which no story can do; tests/regulations/footage/test_discs.py does.
NEVER_OPENED = {"discs.building_failed"}


def named(gate: Gate) -> str:
    """The gate by module and function, such as “decision.party_was_told”."""
    return f"{gate.function.__module__.rpartition('.')[2]}.{gate.function.__name__}"


def described(gate: Gate) -> str:
    """The gate as somebody looks for it: name, actions, articles."""
    return f"{named(gate)} before {'、'.join(gate.patterns)}（{'、'.join(row.id for row in gate.provisions)}）"


def assert_none(lacking: list[str]) -> None:
    assert not lacking, "no story tells it:\n" + "\n".join(lacking)


@pytest.fixture(scope="module")
def db(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """The database for all of this module at once: what stories have in common outlives a test. The theatre undoes it."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="module")
def theatre(db: None) -> Iterator[Theatre]:
    """Where all stories are played, one after another."""
    with Theatre() as theatre:
        yield theatre


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_town_does_what_the_story_says(theatre: Theatre, path: Path):
    report = witnessed(theatre, path).report
    assert report.failures == []
    assert report.story.cites, "name the provisions the story is about"


def test_there_are_stories_of_every_kind():
    assert len(FILES) >= 40


def test_every_gate_is_shut_in_some_story(theatre: Theatre):
    shut = set().union(*(witnessed(theatre, path).shut for path in FILES))
    assert_none([described(gate) for gate in GATES if gate not in shut and named(gate) not in SECOND_LOCKS])


def test_no_gate_that_a_story_reaches_is_excused(theatre: Theatre):
    shut = {named(gate) for path in FILES for gate in witnessed(theatre, path).shut}
    assert SECOND_LOCKS.keys() <= {named(gate) for gate in GATES}
    assert SECOND_LOCKS.keys() & shut == set()


def test_every_gate_that_is_never_opened_exists():
    assert {named(gate) for gate in GATES} >= NEVER_OPENED


def test_every_gate_is_open_before_something_done_in_some_story(theatre: Theatre):
    opened = set().union(*(witnessed(theatre, path).open for path in FILES))
    assert_none([described(gate) for gate in GATES if gate not in opened and named(gate) not in NEVER_OPENED])


def test_every_deadline_has_a_story_that_counts_its_days(theatre: Theatre):
    counted = set().union(*(witnessed(theatre, path).counted for path in FILES))
    rules = {(procedure.code, rule.provision.id) for procedure in PROCEDURES.values() for rule in procedure.deadlines}
    assert_none([f"{procedure} {provision}" for procedure, provision in sorted(rules - counted)])
