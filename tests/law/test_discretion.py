"""The tier that circumstances propose, the edges of its range, and statutory grounds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mingzhi.law.discretion import Mitigation, Tier, outside, propose

LIGHT = Tier("从轻", (("early", "及时停止"), ("small", "面积不足一平方米")), Decimal(0), Decimal(100))
USUAL = Tier("一般", (("stubborn", "责令后没有改正"),), Decimal(100), Decimal(300))
HEAVY = Tier("从重", (("again", "一年内再犯"), ("harm", "造成事故")), Decimal(300), Decimal(500))
TIERS = (LIGHT, USUAL, HEAVY)
CODES = [code for tier in TIERS for code, _ in tier.circumstances]


def test_the_circumstances_ticked_propose_their_tier_with_its_range():
    """personnel-21, penalty-law-34"""
    found = propose(TIERS, ["stubborn"])
    assert found is not None
    assert (found.tier, found.low, found.high, found.why) == ("一般", 100, 300, ("责令后没有改正",))
    assert found.range_words == "一般档（100元至300元）"


def test_nothing_ticked_proposes_nothing():
    """personnel-21"""
    assert propose(TIERS, []) is None
    assert propose(TIERS, ["unknown"]) is None


@given(some.sets(some.sampled_from(CODES), min_size=1))
def test_the_heaviest_tier_ticked_is_proposed_whatever_else_is(ticked: set[str]):
    """personnel-21"""
    found = propose(TIERS, ticked)
    assert found is not None
    heaviest = max(number for number, tier in enumerate(TIERS) if ticked & {code for code, _ in tier.circumstances})
    assert found.tier == TIERS[heaviest].name
    assert set(found.why) == {text for code, text in TIERS[heaviest].circumstances if code in ticked}


@given(some.sets(some.sampled_from(CODES), min_size=1), some.sets(some.sampled_from(CODES)))
def test_one_more_circumstance_never_proposes_less(ticked: set[str], more: set[str]):
    """personnel-21"""
    first, then = propose(TIERS, ticked), propose(TIERS, ticked | more)
    assert first is not None
    assert then is not None
    assert then.low >= first.low
    assert then.high >= first.high


@pytest.mark.parametrize(
    ("amount", "how"),
    [("99.99", "低于"), ("100", None), ("300", None), ("300.01", "高于")],
)
def test_both_ends_belong_to_the_range(amount: str, how: str | None):
    """personnel-21"""
    found = propose(TIERS, ["stubborn"])
    assert found is not None
    why = outside(Decimal(amount), found)
    assert why == (f"罚款{amount}元，{how}一般档（100元至300元）" if how else None)


@given(some.decimals(min_value=0, max_value=1000, places=2))
def test_an_amount_is_outside_exactly_when_it_is_beyond_an_end(amount: Decimal):
    """personnel-21"""
    found = propose(TIERS, ["stubborn"])
    assert found is not None
    assert (outside(amount, found) is None) == (found.low <= amount <= found.high)


@pytest.mark.parametrize(("low", "high"), [(-1, 5), (6, 5)])
def test_a_tier_that_runs_backwards_is_refused(low: int, high: int):
    """penalty-law-34"""
    with pytest.raises(ValueError, match="tier"):
        Tier("一般", (), Decimal(low), Decimal(high))


def test_every_statutory_ground_names_its_article():
    """penalty-law-30, penalty-law-31, penalty-law-32"""
    assert {ground.provision.id for ground in Mitigation} == {"penalty-law-30", "penalty-law-31", "penalty-law-32"}
    assert len({ground.title for ground in Mitigation}) == len(Mitigation)
