"""How each procedure lends its actions to the tests that walk over the whole house. Nothing is collected here: see `house`.

A procedure's tests have an `inputs.py` in their folder with `INPUTS` (its actions by code), `STATES` (its states by name) and,
where captains or heads act in it, `ASKED_BY` and `BEGUN_ABOVE`. An action that opens a matter about a case names states of the case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.cast import Town

#: Raw input for the matter as it stands (None where nothing is opened yet), at a moment.
Data = Callable[[Town, Any, datetime], dict[str, Any]]
#: Procedure, how a matter of it (or None) gets there, and the moment at which things go on.
State = tuple[str, Callable[[Town], Any], str]


@dataclass(frozen=True)
class Sample:
    """How one action comes about: the states where it may, the account of who does it, and its input."""

    states: tuple[str, ...]
    who: str
    data: Data


def by(who: str, data: Data, *states: str) -> Sample:
    return Sample(states, who, data)
