"""Watches a story while it is played: which gates stood open, which were shut, which deadlines were counted out.

A story is played once in a run, however many tests ask about it, and so is what several stories have in common.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mingzhi.core.engine import gates
from mingzhi.core.engine import perform as engine
from mingzhi.core.engine.errors import Refused
from mingzhi.core.engine.gates import Gate
from mingzhi.core.engine.procedure import ACTIONS, Action
from mingzhi.faces.cli.scenarios import files_of
from mingzhi.faces.cli.stories import Theatre, in_families, playing
from mingzhi.faces.cli.stories.playing import Report

STORIES = Path(__file__).parents[2] / "examples" / "stories"
FILES = in_families(files_of([STORIES]))


@dataclass
class Witness:
    """What was seen of one story, or of what of it had not been seen yet: gates by what they answered, deadlines, and the report."""

    report: Report = field(init=False)
    open: set[Gate] = field(default_factory=set)
    shut: set[Gate] = field(default_factory=set)
    counted: set[tuple[str, str]] = field(default_factory=set)


@cache
def witnessed(theatre: Theatre, path: Path) -> Witness:
    """Play a story, unless it was played already, and say what was seen."""
    witness = Witness()
    with pytest.MonkeyPatch.context() as patch:
        _watch(patch, witness)
        witness.report = theatre.play(path)
    return witness


def _watch(patch: pytest.MonkeyPatch, witness: Witness) -> None:
    """Listen where the story player asks the engine: what is tried, and what a step says cannot be done and why."""
    asked: dict[Gate, Any] = {}
    denied: dict[str, Any] = {}
    real_step, real_perform, real_possible, real_compare = (
        playing.play_step, playing.perform, playing.possible, playing.compare_deadlines,
    )  # fmt: skip

    def listening(gate: Gate) -> Gate:
        def function(*args: Any, **kwargs: Any) -> str | None:
            asked[gate] = gate.function(*args, **kwargs)
            return asked[gate]

        return replace(gate, function=function)

    def gates_of(action: Action) -> tuple[Gate, ...]:
        return tuple(listening(gate) for gate in gates.gates_of(action))

    @contextmanager
    def heard() -> Iterator[None]:
        asked.clear()
        try:
            yield
        except Refused:
            witness.shut |= {gate for gate, sentence in asked.items() if sentence}
            raise
        witness.open |= set(asked)

    def perform(*args: Any, **kwargs: Any) -> Any:
        with heard():
            return real_perform(*args, **kwargs)

    def play_step(stage: Any, step: Any, matters: Any) -> Any:
        denied.clear()
        if isinstance(step.says.get("不可办"), dict):
            denied.update(step.says["不可办"])
        return real_step(stage, step, matters)

    def possible(*args: Any, **kwargs: Any) -> Any:
        asked.clear()
        rows = real_possible(*args, **kwargs)
        named = {row.action.code for row in rows if denied.get(row.action.title) or denied.get(row.action.code)}
        witness.shut |= {gate for gate, sentence in asked.items() if sentence and any(gate.guards(ACTIONS[code]) for code in named)}
        return rows

    def compare_deadlines(step: Any, matter: Any, wanted: Any) -> Iterator[str]:
        witness.counted |= {(matter.kind, name) for name, said in wanted.items() if "日子" in said and "到期" in said}
        return real_compare(step, matter, wanted)

    patch.setattr(engine, "gates_of", gates_of)
    patch.setattr(playing, "play_step", play_step)
    patch.setattr(playing, "perform", perform)
    patch.setattr(playing, "possible", possible)
    patch.setattr(playing, "compare_deadlines", compare_deadlines)
