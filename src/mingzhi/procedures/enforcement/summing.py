"""How an execution stands on the page of its case: by which way, and what came of it."""

from __future__ import annotations

from mingzhi.core.engine.page_port import SummedUp, sums_up

from .models import Enforcement


@sums_up("enforcement")
def way_and_result(enforcement: Enforcement) -> SummedUp:
    return SummedUp(enforcement.get_way_display(), enforcement.get_result_display())
