"""What a case does to others when it moves: the clue it came from ends in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import after
from mingzhi.core.engine.perform import perform

from .models import Case


@after("penalty.propose", cites="penalty-law-54")
def clue_becomes_the_case(case: Case, *, actor: Any, at: datetime, given: dict) -> None:
    if case.from_clue_id is not None:
        perform("clue.become_case", case.from_clue_id, actor=actor, at=at)
