"""Every procedure's samples in one: what the tests that walk over all actions and states of the house go by. See `samples`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from django.db import transaction

from mingzhi.core.engine.places import subject_of
from mingzhi.core.engine.procedure import ACTIONS, PROCEDURES, Action
from tests.cast import Town, at, make_town

from .samples import Sample, State

_TESTS = Path(__file__).parents[1]


def _modules() -> Iterator[ModuleType]:
    """The `inputs` of every procedure, the spine's first."""
    found = [path for floor in ("procedures", "regulations") for path in (_TESTS / floor).glob("*/inputs.py")]
    for path in sorted(found, key=lambda path: (path.parent.name != "penalty", path)):
        yield import_module(f"tests.{path.parent.parent.name}.{path.parent.name}.inputs")


INPUTS: dict[str, Sample] = {}
STATES: dict[str, State] = {}
#: Deciding actions → the names of those by which it was asked for, in the same procedure.
DECIDING: dict[str, tuple[str, ...]] = {}
#: Actions that the brigade or a head begins by itself: nobody asked for them, so there is no author to keep apart.
BEGUN_ABOVE: set[str] = set()
for _module in _modules():
    INPUTS |= _module.INPUTS
    STATES |= _module.STATES
    DECIDING |= getattr(_module, "ASKED_BY", {})
    BEGUN_ABOVE |= getattr(_module, "BEGUN_ABOVE", set())

PAIRS = [(code, state) for code, sample in INPUTS.items() for state in sample.states]
#: What people do; the rest follows what they do elsewhere.
BY_HAND: dict[str, Action] = {code: action for code, action in ACTIONS.items() if not action.follows}


def states_of_actions(*kinds: str) -> dict[str, str]:
    """Each action (of the named procedures, if any are named) with one state where it is done; few states in all, for each has to be made."""
    left = {code for code in INPUTS if not kinds or code.split(".")[0] in kinds}
    done_at = {state: {code for code, at in PAIRS if at == state and code in left} for state in STATES}
    chosen: dict[str, str] = {}
    while left:
        state = max(done_at, key=lambda name: len(done_at[name] & left))
        chosen |= dict.fromkeys(done_at[state] & left, state)
        left -= done_at[state]
    return chosen


@dataclass(frozen=True)
class Staged:
    """A town of its own with one matter (or none yet), and the moment at which things go on."""

    town: Town
    kind: str
    matter_id: int | None
    now: datetime

    @property
    def matter(self) -> Any:
        """The matter as it stands, read anew; None where nothing is opened yet."""
        return PROCEDURES[self.kind].matter.objects.get(pk=self.matter_id) if self.matter_id else None

    @property
    def case_id(self) -> int | None:
        """The case that the matter is, or is about: recusals lie there."""
        if self.matter_id is None:
            return None
        subject = subject_of(self.matter)
        return self.matter_id if subject is None else subject.pk


class Stages:
    """Every state, made when it is first asked for and kept: what a test does to it is undone by that test."""

    def __init__(self) -> None:
        self._made: dict[str, Staged] = {}

    def __getitem__(self, name: str) -> Staged:
        if name not in self._made:
            kind, make, now = STATES[name]
            number = 200 + len(self._made)
            with transaction.atomic():
                town = make_town(f"500110{number}", f"第{number}镇", f"綦{number}府", f"t{number}-")
                matter = make(town)
            self._made[name] = Staged(town, kind, matter.pk if matter else None, at(now))
        return self._made[name]

    def of(self, kind: str) -> list[str]:
        """Names of the states of one procedure that have a matter."""
        return [name for name, (one, _, _) in STATES.items() if one == kind and "nothing" not in name]
