"""How a remedy stands on the page of its case: which remedy it is, and what came of it."""

from __future__ import annotations

from mingzhi.core.engine.page_port import SummedUp, sums_up

from .models import Remedy


@sums_up("remedy")
def kind_and_result(remedy: Remedy) -> SummedUp:
    """A review upholds or dismisses; what a court calls the same stands in brackets behind."""
    result = remedy.get_result_display()
    return SummedUp(remedy.get_remedy_kind_display(), result.partition("（")[0] if remedy.remedy_kind == Remedy.Kind.REVIEW else result)
