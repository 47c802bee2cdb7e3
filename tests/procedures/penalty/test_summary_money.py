"""The money of a penalty on the spot: collected with its receipt, handed in, banked, overdue, put off."""

from datetime import date
from decimal import Decimal

import pytest

from mingzhi.core.engine.errors import Refused
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.procedures.penalty.models import Payment
from mingzhi.procedures.penalty.queries import owed
from tests.cast import Town

from .spot_steps import PEN, act, cited, collection, punished, reported


def test_a_small_fine_is_collected_handed_in_and_banked_each_within_two_working_days(town: Town):
    """penalty-law-68, penalty-law-70, penalty-law-71.1, penalty-law-71.2"""
    case = punished(town, fine_yuan="100", collect_ground="small").matter
    done = act(town, "collect", case, "lixuemei", "2026-03-05 10:00", **collection(ground="small", reason="", amount_yuan="100"))
    assert [paper.code for paper in done.documents] == ["D37"]
    assert owed(case, date(2026, 3, 5)).left_yuan == 0
    assert case.deadlines.get(provision="penalty-law-67").met_at is not None
    assert case.deadlines.get(provision="penalty-law-71.1").due_at.date() == date(2026, 3, 9)
    act(town, "hand_in", case, "wangli", "2026-03-06 10:00", handed_in_at="2026-03-06 09:55")
    assert case.deadlines.get(provision="penalty-law-71.2").due_at.date() == date(2026, 3, 10)
    act(town, "bank_in", case, "wangli", "2026-03-09 10:00", banked_at="2026-03-09 09:30", bank_slip="202603090017")
    assert not case.deadlines.filter(provision__startswith="penalty-law-71", met_at__isnull=True).exists()
    assert Payment.objects.get(matter_id=case.pk).channel == "spot"
    assert owed(case, date(2026, 3, 9)).paid_yuan == Decimal(100)


def test_more_than_a_hundred_yuan_is_collected_only_on_a_ground(town: Town):
    """penalty-law-68, penalty-law-69"""
    case = punished(town).matter
    with pytest.raises(Refused) as refused:
        act(town, "collect", case, "lixuemei", "2026-03-05 10:00", **collection(ground="small"))
    assert "penalty-law-68" in cited(refused.value)
    assert act(town, "collect", case, "lixuemei", "2026-03-05 10:00", **collection()).documents


def test_nothing_is_collected_without_the_receipt_of_the_finance_department(town: Town):
    """penalty-law-70"""
    case = punished(town).matter
    with pytest.raises(Refused) as refused:
        act(town, "collect", case, "lixuemei", "2026-03-05 10:00", **collection(receipt_number=""))
    assert "penalty-law-70" in cited(refused.value)


def test_what_was_collected_on_water_is_handed_in_from_the_day_of_landing(town: Town):
    """penalty-law-71.1"""
    case = punished(town).matter
    act(town, "collect", case, "lixuemei", "2026-03-09 10:00", **collection(landed_on="2026-03-08"))
    assert case.deadlines.get(provision="penalty-law-71.1").due_at.date() == date(2026, 3, 10)


def test_an_overdue_fine_is_surcharged_demanded_and_the_papers_served(town: Town):
    """penalty-law-72.1, compulsion-law-35, civil-procedure-88"""
    case = reported(town, corrected_now=True)
    surcharge = act(town, "surcharge", case, "zhouweimin", "2026-03-23 09:00", opinion="同意。")
    demand = act(town, "demand", case, "zhouweimin", "2026-03-23 10:00", manner="到代收机构缴款")
    assert demand.documents[0].data["surcharge_yuan"] == "18.00"
    papers = [paper.pk for step in (surcharge, demand) for paper in step.documents]
    served = act(
        town, "serve", case, "lixuemei", "2026-03-24 10:00", documents=papers, acted_at="2026-03-24 09:00", method="direct",
        recipient="刘大成", receiver="刘大成", relation="本人", place="万隆村三组", officers=["李雪梅", "陈志强"], receiver_signature=PEN,
    )  # fmt: skip
    assert [paper.code for paper in served.documents] == ["D33", "D33"]
    assert served.matter.stage == "performance"


def test_a_deferral_is_decided_by_somebody_who_did_not_handle_the_case(town: Town):
    """penalty-law-66.2, town-separation"""
    case = punished(town).matter
    instalments = [{"due_on": "2026-06-01", "amount_yuan": "200"}]
    asked = act(
        town, "ask_deferral", case, "lixuemei", "2026-03-06 10:00", applied_on="2026-03-06", reasons="困难", instalments=instalments,
        opinion="建议准许。",
    )  # fmt: skip
    assert [paper.code for paper in asked.documents] == ["D36"]
    Appointment.objects.create(person=town["chenzhiqiang"], authority=town.authority, post=Post.DEPUTY, from_on=date(2026, 1, 1))
    with pytest.raises(Refused) as refused:
        act(town, "decide_deferral", case, "chenzhiqiang", "2026-03-09 10:00", granted="yes", opinion="同意")
    assert "town-separation" in cited(refused.value)
    done = act(town, "decide_deferral", case, "zhouweimin", "2026-03-09 10:00", granted="yes", opinion="同意")
    assert done.matter.pay_by_on == date(2026, 6, 1)


def test_a_clerk_who_took_part_cannot_take_the_money_in(town: Town):
    """bans-3, penalty-law-67.1"""
    case = punished(town).matter
    act(town, "collect", case, "lixuemei", "2026-03-05 10:00", **collection())
    Appointment.objects.create(person=town["chenzhiqiang"], authority=town.authority, post=Post.CLERK, from_on=date(2026, 1, 1))
    with pytest.raises(Refused) as refused:
        act(town, "hand_in", case, "chenzhiqiang", "2026-03-05 11:00", handed_in_at="2026-03-05 10:30")
    assert "bans-3" in cited(refused.value)
