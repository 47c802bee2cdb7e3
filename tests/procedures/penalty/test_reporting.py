"""调查终结报告: what it needs, what it may propose."""

import pytest

from mingzhi.core.engine.errors import Refused
from tests.cast import Town

from .story import filed, inspected, questioned, reported


def cites(refused) -> set[str]:
    return {row.id for refusal in refused.value.refusals for row in refusal.provisions}


def test_a_whole_investigation_is_reported(town: Town):
    """penalty-law-57"""
    case = reported(town, littering=True)
    assert case.stage == "reported"
    assert case.proposed_penalties == [{"kind": "fine", "content": "罚款", "amount_yuan": "300.00"}]


def test_a_report_without_an_order_to_correct_is_refused(town: Town):
    """penalty-law-28"""
    case = filed(town).matter
    inspected(town, case)
    questioned(town, case)
    with pytest.raises(Refused) as refused:
        reported(town, case)
    assert cites(refused) == {"penalty-law-28"}
    assert [refusal.mend for refusal in refused.value.refusals] == ["penalty.ask_correction"]
