"""Gates before actions, reactions after them, and how an upper floor attaches both without the lower one knowing.

@before("penalty.decide", cites="penalty-law-44", mend="penalty.notify")
def party_was_told(case, *, actor, at): return None or a sentence
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from mingzhi.law.provisions import Provision, cited

from .procedure import ACTIONS, PROCEDURES, Action, listed, subject_of

Sentence = str | None


class Already(str):
    """A gate's sentence where nothing is missing: what it guards was done. A page heads it 已办理, not 还不能."""


@dataclass(frozen=True, eq=False)
class Gate:
    """A fact that must hold before actions whose code matches a pattern. `function` answers with a sentence or None."""

    patterns: tuple[str, ...]
    excepting: tuple[str, ...]
    provisions: tuple[Provision, ...]
    function: Callable[..., Sentence]
    mend: str | None
    reads_input: bool
    family: bool = False

    def guards(self, action: Action) -> bool:
        codes = [action.code]
        if self.family and action.procedure.about:
            codes += [f"{kind}.{action.name}" for kind in action.procedure.of]
        return any(fnmatchcase(code, pattern) for code in codes for pattern in self.patterns) and not any(
            fnmatchcase(action.code, pattern) for pattern in self.excepting
        )

    def asked_of(self, matter: Any) -> Any:
        """The matter the gate asks about: with `family`, that which this one is about, and None while nobody said which."""
        if not self.family or not PROCEDURES[matter.kind].about:
            return matter
        return subject_of(matter)


@dataclass(frozen=True, eq=False)
class Reaction:
    """What follows an action in the same transaction; returns rows to keep, like an action."""

    patterns: tuple[str, ...]
    provisions: tuple[Provision, ...]
    function: Callable[..., Any]


GATES: list[Gate] = []
REACTIONS: list[Reaction] = []
_gates_of: dict[str, tuple[Gate, ...]] = {}
_reactions_of: dict[str, tuple[Reaction, ...]] = {}


def before(
    *patterns: str,
    cites: str | tuple[str, ...],
    mend: str | None = None,
    excepting: str | tuple[str, ...] = (),
    family: bool = False,
) -> Callable:
    """Lay a gate before actions: it gets `(matter, *, actor, at)`, and `given` when it names that parameter.

    A gate that reads `given` is asked only when there is input. It never writes and never raises.
    What was done already is answered with `Already("…")`. `mend` is the action that removes the obstacle, shown as a link with the people who may do it.
    `family`: asked too before actions of matters about those (a seizure in the case), and then of the case; for patterns with `*`.
    """

    def keep(function: Callable[..., Sentence]) -> Callable[..., Sentence]:
        reads_input = "given" in inspect.signature(function).parameters
        GATES.append(Gate(patterns, listed(excepting), cited(*listed(cites)), function, mend, reads_input, family))
        _gates_of.clear()
        return function

    return keep


def after(*patterns: str, cites: str | tuple[str, ...]) -> Callable:
    """Lay a reaction after actions: `(matter, *, actor, at, given)` in the same transaction."""

    def keep(function: Callable[..., Any]) -> Callable[..., Any]:
        REACTIONS.append(Reaction(patterns, cited(*listed(cites)), function))
        _reactions_of.clear()
        return function

    return keep


def gates_of(action: Action) -> tuple[Gate, ...]:
    """The gates before an action, in the order they were declared."""
    if action.code not in _gates_of:
        _gates_of[action.code] = tuple(gate for gate in GATES if gate.guards(action))
    return _gates_of[action.code]


def reactions_of(action: Action) -> tuple[Reaction, ...]:
    """What follows an action, in the order it was declared."""
    if action.code not in _reactions_of:
        _reactions_of[action.code] = tuple(
            reaction for reaction in REACTIONS if any(fnmatchcase(action.code, pattern) for pattern in reaction.patterns)
        )
    return _reactions_of[action.code]


def loose_ends() -> list[str]:
    """Gates and reactions that guard nothing, mending and main-line actions that do not exist: all are mistakes."""
    found = []
    for gate in GATES:
        for pattern in gate.patterns:
            if not any(fnmatchcase(code, pattern) for code in ACTIONS):
                found.append(f"gate {gate.function.__name__} guards {pattern}, which matches no action")
        if gate.mend and gate.mend not in ACTIONS:
            found.append(f"gate {gate.function.__name__} is mended by {gate.mend}, which is not an action")
    for procedure in PROCEDURES.values():
        found += [
            f"the main line of {procedure.code} names {name}, which is not an action"
            for name in set(procedure.mainline) - set(procedure.actions)
        ]
    for reaction in REACTIONS:
        for pattern in reaction.patterns:
            if not any(fnmatchcase(code, pattern) for code in ACTIONS):
                found.append(f"reaction {reaction.function.__name__} follows {pattern}, which matches no action")
    return found
