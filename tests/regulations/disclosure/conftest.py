"""Publications that tests start from, made once for all tests of the run; what a test does to one is undone after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.trying import undone


def _at(state: str) -> Callable[..., Any]:
    @pytest.fixture(name=state.replace(" ", "_"))
    def staged(stages: Stages) -> Iterator[Staged]:
        found = stages[f"publication: {state}"]
        with undone():
            yield found

    return staged


begun = _at("begun")
collected = _at("collected")
confirmed = _at("confirmed")
checked = _at("checked")
published = _at("published")
photographed = _at("photographed")
published_with_file = _at("published with file")
asked_to_withhold = _at("asked to withhold")
investigation_goes_on = _at("investigation goes on")


def _of(kind: str, state: str) -> Callable[..., Any]:
    @pytest.fixture(name=f"{kind}_{state.replace(' ', '_')}")
    def staged(stages: Stages) -> Iterator[Staged]:
        found = stages[f"{kind}: {state}"]
        with undone():
            yield found

    return staged


bulletin_begun = _of("bulletin", "begun")
bulletin_sent_back = _of("bulletin", "sent back")
bulletin_to_be_looked_at = _of("bulletin", "to be looked at")
bulletin_published_with_file = _of("bulletin", "published with file")
bulletin_checked = _of("bulletin", "checked")
bulletin_published = _of("bulletin", "published")
bulletin_wrong = _of("bulletin", "wrong")
bulletin_asked_to_withhold = _of("bulletin", "asked to withhold")
lapse_found = _of("lapse", "found")
lapse_ordered = _of("lapse", "ordered")
lapse_reported = _of("lapse", "reported")
