"""How a seizure stands on the page of its case: sealed or seized what; where it ended is told by its stage."""

from __future__ import annotations

from mingzhi.core.engine.page_port import SummedUp, sums_up

from .models import Seizure


@sums_up("seizure")
def measure_and_goods(seizure: Seizure) -> SummedUp:
    return SummedUp(f"{seizure.get_measure_display()}{'、'.join(row['name'] for row in seizure.goods)}")
