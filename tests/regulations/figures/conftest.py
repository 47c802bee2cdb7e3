"""A small year of one town, counted by hand in `test_counting`."""

from __future__ import annotations

from typing import Any

import pytest

from mingzhi.core.engine.perform import perform
from mingzhi.procedures.penalty.models import Case, Power
from tests.cast import Town, at
from tests.procedures.compulsion import story as seizures
from tests.procedures.penalty.spot_steps import on_the_spot
from tests.procedures.remedy import story as remedies
from tests.procedures.staging import db, stages

__all__ = ["db", "stages"]


def spot(town: Town, on: str, **changes: Any) -> Case:
    """A penalty on the spot of a day."""
    told = {"acted_at": f"{on} 09:10", "handed_at": f"{on} 09:40", **changes}
    return perform("summary.punish", actor=town["lixuemei"], data=on_the_spot(town, **told), at=at(f"{on} 09:45")).matter


@pytest.fixture
def small_year(town: Town) -> Town:
    """2026: a fine of 300 that the review organ revoked, one on the spot of 200, one of 100 with a warning, a warning alone, a seizure;
    and on the last day of 2025 a fine of 150."""
    Power.objects.filter(pk=town.powers["litter"].pk).update(penalty_kinds=["fine", "warning"])
    spot(town, "2025-12-31", fine_yuan="150")
    spot(town, "2026-01-05")
    spot(town, "2026-01-06", penalty_kinds=["warning", "fine"], fine_yuan="100")
    spot(town, "2026-12-21", penalty_kinds=["warning"], fine_yuan="")
    remedies.final(town)
    seizures.held(town)
    return town
