"""Fines: surcharge with its cap and pauses, thresholds that include their number, limitation, age."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhi.law.fines import (
    PartyKind,
    PenaltyKind,
    age_on,
    hearing_ground,
    hearing_threshold,
    limitation_ends,
    may_collect_on_spot,
    may_use_summary,
    minor_status,
    summary_cap,
    surcharge,
)

ON = date(2026, 11, 23)
DUE = date(2026, 3, 31)
PERSON, FIRM, TRADER = PartyKind.CITIZEN, PartyKind.ORGANISATION, PartyKind.TRADER
FINE = [PenaltyKind.FINE]


def after(days: int) -> date:
    return DUE + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "amount", "capped"), [(0, 0, False), (1, 30, False), (33, 990, False), (34, 1000, True), (100, 1000, True)]
)
def test_the_surcharge_of_a_thousand_yuan_is_thirty_a_day_up_to_the_fine(days: int, amount: int, capped: bool) -> None:
    """penalty-law-72.1, compulsion-law-45: 33 days make 99 in a hundred, the 34th reaches the cap."""
    found = surcharge(1000, DUE, after(days))
    assert (found.days, found.amount_yuan, found.capped) == (days, Decimal(amount), capped)
    assert found.total_yuan == 1000 + amount
    assert found.starts_on == after(1)


def test_days_of_reconsideration_or_litigation_are_not_counted() -> None:
    """penalty-law-73.3."""
    found = surcharge(1000, DUE, after(20), [(after(6), after(15))])
    assert (found.days, found.paused_days, found.amount_yuan) == (10, 10, Decimal(300))


def test_overlapping_pauses_count_once_and_those_outside_do_not_count() -> None:
    """penalty-law-73.3: reconsideration, then litigation that begins before it ends."""
    pauses = [(after(10), after(15)), (after(5), after(12)), (after(6), after(7)), (after(-20), after(-1)), (after(40), after(50))]
    assert surcharge(1000, DUE, after(20), pauses).paused_days == 11
    assert surcharge(1000, DUE, after(20), [(after(-5), after(100))]).amount_yuan == 0
    assert surcharge(1000, DUE, after(20), [(after(1), after(1))]).days == 19


def test_paid_on_the_last_day_or_before_there_is_no_surcharge() -> None:
    """penalty-law-72.1."""
    assert surcharge(1000, DUE, after(-10)).amount_yuan == surcharge(1000, DUE, DUE).amount_yuan == 0


def test_cents_are_kept_exactly() -> None:
    found = surcharge(Decimal("333.33"), DUE, after(1))
    assert found.amount_yuan == Decimal("10.00")
    assert surcharge(Decimal("0.5"), DUE, after(1)).amount_yuan == Decimal("0.02")


def test_impossible_questions_about_money_are_refused() -> None:
    with pytest.raises(ValueError, match="起止颠倒"):
        surcharge(1000, DUE, after(20), [(after(9), after(8))])
    with pytest.raises(ValueError, match="不合规"):
        surcharge(-1, DUE, after(20))


@given(st.decimals(1, 10**6, places=2), st.integers(0, 500), st.integers(0, 60), st.integers(0, 60))
def test_a_surcharge_never_exceeds_the_fine_nor_falls_with_time(fine: Decimal, days: int, begins: int, length: int) -> None:
    """penalty-law-72.1."""
    pause = [(after(begins), after(begins + length))]
    now, later = surcharge(fine, DUE, after(days), pause), surcharge(fine, DUE, after(days + 1), pause)
    assert 0 <= now.amount_yuan <= fine
    assert now.amount_yuan <= later.amount_yuan
    assert now.days + now.paused_days == days
    assert now.amount_yuan <= surcharge(fine, DUE, after(days)).amount_yuan


@pytest.mark.parametrize(("party", "amount"), [(PERSON, 5000), (TRADER, 5000), (FIRM, 50000)])
def test_the_threshold_of_a_hearing_includes_its_number(party: PartyKind, amount: int) -> None:
    """penalty-law-63, cq-hearing-threshold, civil-code-1259."""
    assert hearing_threshold(party, ON) == amount
    assert "达到较大数额" in hearing_ground(FINE, amount, None, party, ON).words
    assert hearing_ground(FINE, Decimal(amount) - Decimal("0.01"), None, party, ON) is None
    assert "没收" in hearing_ground(["confiscation"], None, amount, party, ON).words
    assert hearing_ground(["confiscation"], None, amount - 1, party, ON) is None


@pytest.mark.parametrize("kind", ["lower_grade", "revoke_licence", "stop_business", "close_business", "restrict_employment"])
def test_heavy_kinds_carry_a_hearing_whatever_the_amount(kind: str) -> None:
    """penalty-law-63."""
    assert (
        hearing_ground([kind], None, None, PERSON, ON).sentence == f"拟{PenaltyKind(kind).title}，应当告知听证权利（行政处罚法 第六十三条）"
    )


@pytest.mark.parametrize(("party", "cap"), [(PERSON, 200), (TRADER, 200), (FIRM, 3000)])
def test_the_cap_of_the_summary_procedure_includes_its_number(party: PartyKind, cap: int) -> None:
    """penalty-law-51, civil-code-1259, civil-code-54 (a trader is a person)."""
    assert summary_cap(party, ON) == cap
    assert may_use_summary(FINE, cap, party, ON) is None
    assert "普通程序" in (may_use_summary(FINE, Decimal(cap) + Decimal("0.01"), party, ON) or "")


def test_only_a_warning_or_a_fine_can_be_given_on_the_spot() -> None:
    """penalty-law-51: public criticism is not on the list."""
    assert may_use_summary(["warning"], None, PERSON, ON) is None
    assert may_use_summary(["warning", "fine"], 200, PERSON, ON) is None
    for kind in PenaltyKind:
        if kind not in ("warning", "fine"):
            assert "不适用简易程序" in (may_use_summary([kind], None, PERSON, ON) or "")
    assert "尚未选定" in (may_use_summary([], None, PERSON, ON) or "")
    assert "尚未填写" in (may_use_summary(FINE, None, PERSON, ON) or "")


def test_up_to_a_hundred_yuan_may_be_collected_on_the_spot() -> None:
    """penalty-law-68, penalty-law-69."""
    assert may_collect_on_spot(100, ON) is None
    assert "第六十八条" in (may_collect_on_spot(Decimal("100.01"), ON) or "")
    assert may_collect_on_spot(200, ON, hard_later=True) is None
    assert "普通程序" in (may_collect_on_spot(50, ON, summary=False, hard_later=True) or "")
    assert may_collect_on_spot(5000, ON, summary=False, remote_and_asked=True) is None


def test_an_act_can_be_punished_for_two_years_and_where_health_was_harmed_for_five() -> None:
    """penalty-law-36: from the end of the act."""
    assert limitation_ends(date(2024, 3, 15)) == date(2026, 3, 15)
    assert limitation_ends(date(2024, 2, 29)) == date(2026, 2, 28)
    assert limitation_ends(date(2024, 2, 29), True) == date(2029, 2, 28)
    assert limitation_ends(date(2020, 5, 1), on=ON) == date(2022, 5, 1)


@pytest.mark.parametrize(
    ("act_on", "status"),
    [
        (date(2026, 5, 3), "exempt"),
        (date(2026, 5, 4), "exempt"),
        (date(2026, 5, 5), "lighter"),
        (date(2030, 5, 4), "lighter"),
        (date(2030, 5, 5), "adult"),
    ],
)
def test_age_is_that_of_the_day_of_the_act_and_is_full_the_day_after_the_birthday(act_on: date, status: str) -> None:
    """penalty-law-30, juvenile-interpretation-2: born 2012-05-04."""
    assert minor_status(date(2012, 5, 4), act_on) == status


def test_a_child_of_29_february_is_a_year_older_on_the_first_of_march() -> None:
    """juvenile-interpretation-2."""
    born = date(2012, 2, 29)
    assert [
        age_on(born, date(2026, 2, 28)),
        age_on(born, date(2026, 3, 1)),
        age_on(born, date(2028, 2, 29)),
        age_on(born, date(2028, 3, 1)),
    ] == [
        13,
        14,
        15,
        16,
    ]
