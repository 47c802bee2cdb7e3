"""A story is told by the engine alone: every action, tried in it, is refused in the engine's own words or leaves the same record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from mingzhi.core.engine.errors import ActionError
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.procedure import ACTIONS
from mingzhi.faces.cli.stage import Stage, build_stage
from mingzhi.faces.cli.stories import read_story
from mingzhi.faces.cli.stories.playing import play_step, refusal_in_words
from mingzhi.faces.cli.stories.reading import Lined, Step
from tests.cast import at

STORIES = Path(__file__).parents[2] / "examples" / "stories"
#: Where each procedure is tried: the story that leads there, and the moment of trying.
WAYS = {
    "clue": ("线索-没有举报人.yaml", "2026-03-05 10:00"),
    "penalty": ("已立案.yaml", "2026-03-05 10:00"),
    "summary": ("当场处罚-立卷之前.yaml", "2026-03-06 10:00"),
}
TRIED_BY = ("李雪梅", "罗开富", "周为民", "王丽")


class _Undo(Exception):
    """Ends an attempt whose traces are not to stay."""


@contextmanager
def undone() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
            raise _Undo
    except _Undo:
        pass


def told(stage: Stage, step: Step, matters: dict[str, Any]) -> tuple[str, str]:
    """What a story says came of a step, and the sentence of its record."""
    with undone():
        played = play_step(stage, step, dict(matters))
        latest = None if played.outcome != "准许" else ACTIONS[step.action].procedure.matter.objects.latest("changed_at")
        return played.outcome, latest.records.latest("version").sentence if latest else ""
    raise AssertionError("unreachable")


def performed(stage: Stage, code: str, matter: Any, who: str, moment: str) -> tuple[str, str]:
    """The same by the engine."""
    with undone():
        try:
            done = perform(code, matter, actor=stage.people[who], data={}, at=at(moment))
        except ActionError as refused:
            return refusal_in_words(refused), ""
        return "准许", done.record.sentence
    raise AssertionError("unreachable")


@pytest.mark.parametrize("kind", WAYS)
def test_every_action_is_the_same_in_a_story(db, kind: str):
    name, moment = WAYS[kind]
    stage, matters = build_stage(), {}
    for step in read_story(STORIES / name).steps:
        play_step(stage, step, matters)
    matter = matters[kind]
    for action in (row for row in ACTIONS.values() if row.procedure.code == kind):
        for who in TRIED_BY:
            step = Step(STORIES / name, 1, at(moment), who, action.code, {}, Lined({}))
            assert told(stage, step, matters) == performed(stage, action.code, None if action.opens else matter.pk, who, moment), (
                action.code
            )
