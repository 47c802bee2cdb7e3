"""The court's own time, and what its refusal starts for the town."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.errors import InvalidInput
from tests.cast import Town

from . import story
from .story import HANDLER


def test_a_refusal_is_recorded_with_the_courts_reasons(town: Town):
    """compulsion-law-58: a ruling against execution states its reasons."""
    row, data = story.accepted(town), {"granted": "no", "on": "2026-10-22", "docket": "（2026）渝0110行审9号"}
    with pytest.raises(InvalidInput):
        story.act(town, "record_ruling", row, HANDLER, "2026-10-23 09:00", **data, reasons="")
    done = story.act(town, "record_ruling", row, HANDLER, "2026-10-23 09:00", **data, reasons="送达有瑕疵。")
    assert done.matter.stage == "turned_down"


def test_our_fifteen_days_run_from_the_day_the_refusal_reached_us(town: Town):
    """compulsion-law-58-serve, compulsion-law-58.3: the court serves it within five working days; its receipt counts, not its date."""
    row = story.ruled(town, granted="no")
    (running,) = row.deadlines.filter(met_at__isnull=True, lifted_at__isnull=True)
    assert (running.provision, f"{running.since_at:%Y-%m-%d}") == ("compulsion-law-58.3", "2026-10-21")
    assert f"{running.due_at:%Y-%m-%d}" == "2026-11-06"
    assert not row.deadlines.filter(provision__in=("compulsion-law-58", "compulsion-law-58-serve")).exists()
