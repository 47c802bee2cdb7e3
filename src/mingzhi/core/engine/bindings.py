"""What enforces each provision, read out of the declared tables: gates, actions, deadlines, reactions.

It reads code, not data: the same answer in every installation. Whether tests prove a binding is not known here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from mingzhi.law.provisions import Provision

from .gates import GATES, REACTIONS, gates_of, reactions_of
from .procedure import ACTIONS, PROCEDURES, Action


@dataclass(frozen=True)
class Bound:
    """One place that enforces a provision. kind: 关口, 办理, 期限, 跟办; `actions` are the codes it concerns."""

    kind: str
    title: str
    where: str
    actions: tuple[str, ...] = ()


def bindings() -> Mapping[str, tuple[Bound, ...]]:
    """Everything that enforces a provision, by the provision's id; ids that nothing enforces are absent."""
    return _bindings((len(GATES), len(REACTIONS), len(ACTIONS), sum(len(procedure.deadlines) for procedure in PROCEDURES.values())))


def asking() -> Mapping[str, frozenset[str]]:
    """For each provision the actions that cannot be done without asking it: those that cite it and those a gate of it guards."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for action in ACTIONS.values():
        for provision in (*action.provisions, *(row for gate in gates_of(action) for row in gate.provisions)):
            found[provision.id].add(action.code)
    return {name: frozenset(codes) for name, codes in found.items()}


@lru_cache(maxsize=1)
def _bindings(_declared: tuple[int, ...]) -> Mapping[str, tuple[Bound, ...]]:
    """Built anew only when something more was declared."""
    found: defaultdict[str, list[Bound]] = defaultdict(list)

    def keep(provisions: Iterable[Provision], bound: Bound) -> None:
        for provision in provisions:
            found[provision.id].append(bound)

    for gate in GATES:
        guarded = [action for action in ACTIONS.values() if gate in gates_of(action)]
        keep(gate.provisions, Bound("关口", f"{_titles(guarded)}之前", _place(gate.function), tuple(action.code for action in guarded)))
    for action in ACTIONS.values():
        keep(action.provisions, Bound("办理", f"{action.procedure.title}：{action.title}", _place(action.function), (action.code,)))
    for procedure in PROCEDURES.values():
        for rule in procedure.deadlines:
            codes = tuple(sorted(rule.starts | rule.meets))
            keep((rule.provision,), Bound("期限", f"{procedure.title}：{rule.title}", procedure.code, codes))
            if rule.warns:
                keep((rule.warns,), Bound("期限", f"{procedure.title}：{rule.title}（预警）", procedure.code, codes))
            if rule.extension:
                keep((rule.extension,), Bound("期限", f"{procedure.title}：{rule.title}（延长）", procedure.code, codes))
    for reaction in REACTIONS:
        followed = [action for action in ACTIONS.values() if reaction in reactions_of(action)]
        keep(reaction.provisions, Bound("跟办", f"{_titles(followed)}之后", _place(reaction.function), tuple(row.code for row in followed)))
    return MappingProxyType({name: tuple(rows) for name, rows in found.items()})


#: More titles than this are summed up: a gate may guard a whole procedure.
_TITLES = 4


def _titles(actions: Iterable[Action]) -> str:
    """“下达决定、当场处罚”, summed up when there are many."""
    titles = list(dict.fromkeys(action.title for action in actions))
    named = "、".join(titles[:_TITLES])
    return f"{named}等 {len(titles)} 项办理" if len(titles) > _TITLES else named


def _place(function: Callable[..., Any]) -> str:
    """Module and name, without the house's own prefix."""
    module = function.__module__.removeprefix("mingzhi.").removeprefix("procedures.").removeprefix("regulations.")
    return f"{module}.{function.__name__}"
