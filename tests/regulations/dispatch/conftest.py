"""Dispatches that tests start from, made once for all tests of the run; what a test does to one is undone after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.trying import undone


def _at(state: str) -> Callable[..., Any]:
    @pytest.fixture(name=state.replace(" ", "_"))
    def staged(stages: Stages) -> Iterator[Staged]:
        found = stages[f"dispatch: {state}"]
        with undone():
            yield found

    return staged


nothing_sent = _at("nothing sent")
prepared = _at("prepared")
sent = _at("sent")
