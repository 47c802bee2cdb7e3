"""Every gate is shut in one story and open in another, and every deadline has a story that counts out its days."""

from __future__ import annotations

from mingzhi.core.engine.gates import GATES, Gate
from mingzhi.core.engine.procedure import PROCEDURES

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
}

#: Custody of footage is proven gate by gate in tests/regulations/footage; no story tells of it yet.
UNTOLD = "mingzhi.regulations.footage."
UNTOLD_DEADLINES = {("clearing", "town-footage-clearing")}


def is_told(gate: Gate) -> bool:
    """Whether stories are to tell of this gate."""
    return not gate.function.__module__.startswith(UNTOLD)


def named(gate: Gate) -> str:
    """The gate by module and function, such as “decision.party_was_told”."""
    return f"{gate.function.__module__.rpartition('.')[2]}.{gate.function.__name__}"


def described(gate: Gate) -> str:
    """The gate as somebody looks for it: name, actions, articles."""
    return f"{named(gate)} before {'、'.join(gate.patterns)}（{'、'.join(row.id for row in gate.provisions)}）"


def assert_none(lacking: list[str]) -> None:
    assert not lacking, "no story tells it:\n" + "\n".join(lacking)


def test_every_gate_is_shut_in_some_story(db):
    shut = set().union(*(witnessed(path).shut for path in FILES))
    assert_none([described(gate) for gate in GATES if is_told(gate) and gate not in shut and named(gate) not in SECOND_LOCKS])


def test_no_gate_that_a_story_reaches_is_excused(db):
    shut = {named(gate) for path in FILES for gate in witnessed(path).shut}
    assert SECOND_LOCKS.keys() <= {named(gate) for gate in GATES}
    assert SECOND_LOCKS.keys() & shut == set()


def test_every_gate_is_open_before_something_done_in_some_story(db):
    opened = set().union(*(witnessed(path).open for path in FILES))
    assert_none([described(gate) for gate in GATES if is_told(gate) and gate not in opened])


def test_every_deadline_has_a_story_that_counts_its_days(db):
    counted = set().union(*(witnessed(path).counted for path in FILES))
    rules = {(procedure.code, rule.provision.id) for procedure in PROCEDURES.values() for rule in procedure.deadlines}
    assert_none([f"{procedure} {provision}" for procedure, provision in sorted(rules - counted - UNTOLD_DEADLINES)])
