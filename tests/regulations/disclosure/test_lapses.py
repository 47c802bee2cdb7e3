"""Late, selective or missing publication: found by somebody, ordered to be put right, put right, and answered for where serious."""

from __future__ import annotations

from datetime import date

import pytest

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Deadline
from mingzhi.regulations.disclosure.lapses.stages import Stage
from tests.cast import at
from tests.procedures.house import Staged
from tests.procedures.penalty.refusing import refused

from . import bulletin_story
from . import lapse_story as told


def test_a_lapse_says_who_found_what_and_whose_duty_it_was(lapse_found: Staged):
    """disclosure-15"""
    lapse = lapse_found.matter
    record = lapse.records.get()
    assert (lapse.responsible.name, record.actor_name, lapse.found_on) == ("王丽", "孙静", date(2026, 5, 6))
    assert "更新维护不及时" in record.sentence and "王丽" in lapse.handler_names


def test_it_is_put_right_within_the_days_of_the_order(lapse_ordered: Staged):
    """disclosure-15: 责令其改正; town-disclosure-correction"""
    deadline = Deadline.objects.get(matter=lapse_ordered.matter_id)
    assert (deadline.provision, local_day(deadline.due_at)) == ("town-disclosure-correction", date(2026, 5, 12))


def test_what_is_right_again_is_closed_and_what_is_not_goes_back(lapse_reported: Staged):
    """disclosure-15"""
    town, lapse = lapse_reported.town, lapse_reported.matter
    again = told.act(town, "send_back", lapse, "zhouweimin", "2026-05-09 09:00", reasons="另一份清单还没有公开。").matter
    assert again.stage == Stage.ORDERED
    assert local_day(Deadline.objects.get(matter=lapse, met_at=None, lifted_at=None).due_at) == date(2026, 5, 15)
    done = told.act(town, "accept", told.reported(town, again), "zhouweimin", "2026-05-09 10:00", opinion="认可。").matter
    assert (done.stage, done.closed_at) == (Stage.CLOSED, at("2026-05-09 10:00"))


def test_what_was_serious_is_answered_for(lapse_found: Staged):
    """disclosure-15: 情节严重的，追究相关责任人员的责任"""
    town = lapse_found.town
    lapse = told.reported(town, told.ordered(town, lapse_found.matter, serious=True))
    lapse = told.act(town, "accept", lapse, "zhouweimin", "2026-05-09 10:00", opinion="认可。").matter
    assert (lapse.stage, lapse.closed_at) == (Stage.ACCOUNTING, None)
    done = told.act(town, "hold_accountable", lapse, "tangguohua", "2026-05-12 10:00", measure="镇党委对王丽批评教育。")
    assert done.matter.stage == Stage.HELD and "批评教育" in done.record.sentence


def test_nobody_judges_the_own_lapse(lapse_found: Staged):
    """disclosure-15, town-separation"""
    lapse = told.found(lapse_found.town, responsible="周为民")
    answer = refused("lapse.dismiss", lapse, actor=lapse_found.town["zhouweimin"], data={"reasons": "没有。"}, at=at("2026-05-06 15:00"))
    assert "您是本件的责任人" in answer["disclosure-15"].sentence


@pytest.mark.parametrize("settled", [False, True])
def test_nothing_is_put_right_while_it_is_not_public(lapse_found: Staged, settled: bool):
    """disclosure-15"""
    town = lapse_found.town
    bulletin = bulletin_story.checked(town)
    lapse = told.ordered(town, told.found(town, concerns=bulletin.number))
    if settled:
        bulletin_story.published(town, bulletin, "2026-05-07 10:00")
        assert told.reported(town, lapse).stage == Stage.REPORTED
        return
    data = {"corrected_on": "2026-05-08", "correction": "已经公开。"}
    answer = refused("lapse.report_correction", lapse, actor=town["wangli"], data=data, at=at("2026-05-08 10:00"))
    assert bulletin.number in answer["disclosure-15"].sentence
