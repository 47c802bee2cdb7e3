"""A procedure as a flow: its stages, the ways between them and what is done at each, read out of the declared table.

Nothing is drawn here (`flow_chart` does) and nothing is said twice: a chart can show only what the engine really does.
Serves disclosure-5: the course of enforcement is published (执法流程图).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .procedure import Action, DeadlineRule, Procedure

#: The stage before there is a matter.
START = ""


@dataclass(frozen=True)
class Way:
    """From one stage to another, with every action that leads there."""

    source: str
    target: str
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Step:
    """One stage: what is done there without leaving it, and the ways out. main: whether a matter normally comes here."""

    stage: str
    title: str
    main: bool
    end: bool
    inside: tuple[Action, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Flow:
    """The whole course: how it is opened, then the stages of the ordinary way, then the others."""

    procedure: Procedure
    openings: tuple[Way, ...]
    steps: tuple[Step, ...]
    always: tuple[Action, ...]

    def widespread(self) -> tuple[Action, ...]:
        """What is done, without moving on, at more than half of the stages a matter normally passes: said once beside a picture."""
        passed = [step for step in self.steps if step.main and not step.end]
        counted = Counter(action for step in passed for action in step.inside)
        return tuple(action for action, times in counted.items() if 2 * times > len(passed) and times > 2)

    def step(self, stage: str) -> Step:
        """The step of a stage. Raises KeyError."""
        return {step.stage: step for step in self.steps}[stage]


def flow_of(procedure: Procedure) -> Flow:
    """The flow of a procedure. Actions that may be done at any open stage are named once, in `always`."""
    actions = list(procedure.actions.values())
    order = [*procedure.path, *(str(stage) for stage in procedure.stages.values if str(stage) not in procedure.path)]
    always = tuple(action for action in actions if not action.opens and not action.at)
    steps = tuple(_step(procedure, stage, [action for action in actions if stage in action.at]) for stage in order)
    return Flow(procedure, tuple(_ways(START, [action for action in actions if action.opens])), steps, always)


def _step(procedure: Procedure, stage: str, here: list[Action]) -> Step:
    return Step(
        stage=stage,
        title=procedure.stage_title(stage),
        main=stage in procedure.path,
        end=stage in procedure.ends,
        inside=tuple(action for action in here if not action.targets(stage)),
        ways=tuple(_ways(stage, here)),
    )


def _ways(stage: str, actions: Iterable[Action]) -> Iterable[Way]:
    found: dict[str, list[Action]] = {}
    for action in actions:
        for target in action.targets(stage):
            found.setdefault(target, []).append(action)
    return [Way(stage, target, tuple(rows)) for target, rows in found.items()]


def acts_of(procedure: Procedure, step: Step) -> list[tuple[Action, str]]:
    """What is done at a stage in the order of the table, each with where it leads; nothing where the matter stays.

    Every stage an action may lead to, in the order of the flow: an opinion that agrees leads elsewhere than one that does not.
    """
    leading: dict[Action, list[str]] = {action: [] for action in step.inside}
    for way in step.ways:
        for action in way.actions:
            leading.setdefault(action, []).append(procedure.stage_title(way.target))
    return [(action, "或者".join(leading[action])) for action in procedure.actions.values() if action in leading]


@dataclass(frozen=True)
class Limit:
    """One deadline of the course in words: “作出处罚决定：90 日，自批准立案起”. longer: by how much it may be extended, or nothing."""

    rule: DeadlineRule
    title: str
    period: str
    starts: tuple[str, ...]
    meets: tuple[str, ...]
    longer: str = ""


def limits_of(procedure: Procedure, on: date) -> list[Limit]:
    """The deadlines of a procedure as they are in force on that day, with the titles of what starts and what meets them."""
    titles = {action.code: action.title for action in procedure.actions.values()}

    def named(codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(title for code, title in titles.items() if code in set(codes)))

    return [
        Limit(
            rule, rule.title, rule.provision.period(on).text, named(rule.starts), named(rule.meets),
            rule.extension.period(on).text if rule.extension else "",
        )
        for rule in procedure.deadlines
    ]  # fmt: skip
