"""A remedy from the notice to its result: answered in time, by the right head, and by the right way."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.errors import InvalidInput, Refused
from mingzhi.core.engine.families import about
from mingzhi.core.engine.perform import perform
from tests.cast import Town, at
from tests.procedures.penalty import story as case_story
from tests.procedures.penalty.story import refused_under

from . import story
from .inputs import judged


@pytest.mark.parametrize(
    ("changes", "provision", "due"),
    [
        ({}, "reconsideration-law-48", "2026-05-12 23:59:59"),
        ({"simple": True}, "reconsideration-law-54", "2026-05-06 23:59:59"),
        ({"remedy_kind": "suit", "organ": story.COURT}, "litigation-law-67", "2026-05-09 23:59:59"),
    ],
)
def test_each_remedy_has_its_own_time_to_answer(town: Town, changes: dict, provision: str, due: str):
    """reconsideration-law-48, reconsideration-law-54, litigation-law-67: May Day counts for none of the working days."""
    remedy = story.received(town, **changes)
    (row,) = remedy.deadlines.all()
    assert row.provision == provision and row.due_at == at(due)


def test_a_case_shows_the_remedies_against_it(town: Town):
    remedy = story.received(town)
    assert about(remedy.case, "remedy") == [remedy]
    assert remedy.title.endswith("行政复议") and remedy.handler_names == "" and remedy.number.startswith("綦石壕府复诉字")


def test_what_is_not_decided_cannot_be_attacked(town: Town):
    """reconsideration-law-20"""
    with pytest.raises(Refused, match="还没有作出决定"):
        story.received(town, case_story.agreed(town))


def test_one_notice_is_registered_once(town: Town):
    """reconsideration-law-48"""
    remedy = story.received(town)
    with pytest.raises(Refused, match="已经登记"):
        story.received(town, remedy.case)


def test_an_answer_is_written_by_one_and_signed_by_another(town: Town):
    """reconsideration-law-48, town-separation"""
    remedy = story.received(town)
    data = {"answered_on": "2026-04-28", "opinion": "同意。"}
    with pytest.raises(Refused) as caught:
        story.act(town, "answer", remedy, story.HEAD, "2026-04-28 10:00", **data)
    assert refused_under(caught) == {"reconsideration-law-48", "litigation-law-67"}
    done = story.act(town, "answer", story.drafted(town, remedy), story.HEAD, "2026-04-28 10:00", **data)
    assert [paper.code for paper in done.documents] == ["D55"]
    assert done.documents[0].data["decision_number"] == remedy.case.decision_number


def test_the_court_gets_a_paper_of_its_own(town: Town):
    """litigation-law-67"""
    remedy = story.received(town, remedy_kind="suit", organ=story.COURT)
    story.answered(town, remedy)
    assert [paper.code for paper in remedy.documents.all()] == ["D55b"]


@pytest.mark.parametrize("title", ["行政处罚决定书", "当场行政处罚决定书"])
def test_an_answer_calls_the_decision_by_its_title(town: Town, title: str):
    """penalty-law-52, reconsideration-law-48: a penalty on the spot has a paper of its own."""
    case = story.on_the_spot(town) if title.startswith("当场") else None
    paper = story.answered(town, story.received(town, case)).documents.get(code="D55")
    assert (paper.data["decision_title"], paper.data["organ_head"]) == (title, "唐国华（镇长）")


def test_the_review_organ_decides_in_its_own_time_answered_or_not(town: Town):
    """reconsideration-law-62, reconsideration-law-70: its sixty days are no deadline of ours, and what it decided ends the time to answer."""
    remedy = story.received(town)
    assert not remedy.deadlines.filter(provision="reconsideration-law-62").exists()
    remedy = story.decided(town, "revoked", remedy)
    assert (remedy.stage, f"{remedy.result_on}") == ("result", "2026-06-10")
    (answer,) = remedy.deadlines.filter(provision="reconsideration-law-48")
    assert answer.lifted_at is not None


def test_an_answer_in_time_meets_its_deadline(town: Town):
    """reconsideration-law-70: without an answer the decision counts as having no evidence."""
    remedy = story.answered(town)
    row = remedy.deadlines.get(provision="reconsideration-law-48")
    assert row.met_at is not None and row.met_at <= row.due_at


def test_who_comes_instead_of_the_head_says_why(town: Town):
    """litigation-law-3"""
    remedy = story.answered(town)
    data = {"on": "2026-05-20", "place": "綦江区人民法院", "person": "周为民"}
    with pytest.raises(InvalidInput) as caught:
        story.act(town, "record_appearance", remedy, story.HANDLER, "2026-05-20 15:00", **data)
    assert set(caught.value.errors) == {"because"}
    done = story.act(town, "record_appearance", remedy, story.HANDLER, "2026-05-20 15:00", **data, because="镇长参加防汛调度。")
    assert done.record.sentence == "周为民出庭（出席）"


def test_a_penalty_on_the_spot_goes_to_review_before_the_court(town: Town):
    """reconsideration-law-23"""
    case = story.on_the_spot(town)
    suit = story.notice(case, remedy_kind="suit", organ=story.COURT, applied_on="2026-03-09", received_on="2026-03-10")
    with pytest.raises(Refused) as caught:
        perform("remedy.receive", actor=town[story.CLERK], data=suit, at=at("2026-03-10 10:00"))
    assert refused_under(caught) == {"reconsideration-law-23"}


def test_an_application_handed_to_the_town_is_sent_on_within_five_working_days(town: Town):
    """reconsideration-law-32"""
    remedy = story.at_hand(town)
    row = remedy.deadlines.get()
    assert (row.provision, row.due_at) == ("reconsideration-law-32", at("2026-03-17 23:59:59"))
    sent = story.forwarded(town, remedy)
    assert sent.stage == "forwarded" and sent.deadlines.get().met_at == at("2026-03-12 00:00")
    told = {"file_number": "綦江府复〔2026〕9号", "received_on": "2026-03-16", "simple": True}
    accepted = story.act(town, "receive_copy", sent, story.CLERK, "2026-03-16 15:00", **told).matter
    assert accepted.deadlines.get(provision="reconsideration-law-54").due_at == at("2026-03-23 23:59:59")


def test_only_a_penalty_on_the_spot_is_handed_in_here(town: Town):
    """reconsideration-law-32"""
    case = case_story.served(town)
    data = {"about": case.pk, "applicant": "刘大成", "applied_on": "2026-04-20", "claims": "处罚过重。"}
    with pytest.raises(Refused) as caught:
        perform("remedy.take_application", actor=town[story.CLERK], data=data, at=at("2026-04-20 10:00"))
    assert refused_under(caught) == {"reconsideration-law-23", "reconsideration-law-32"}


def test_a_first_judgment_may_be_appealed_and_then_has_no_effect_yet(town: Town):
    """litigation-law-67"""
    remedy = story.act(town, "go_to_appeal", judged(town), story.HANDLER, "2026-06-11 09:00", reasons="原告上诉。").matter
    assert remedy.stage == "ended" and remedy.effective_on is None and remedy.case.decision_standing == ""


def test_a_review_is_not_appealed(town: Town):
    """litigation-law-67"""
    with pytest.raises(Refused, match="另行登记行政诉讼"):
        story.act(town, "go_to_appeal", story.decided(town), story.HANDLER, "2026-06-11 09:00", reasons="不服。")


def test_an_opinion_letter_is_answered_within_sixty_days(town: Town):
    """reconsideration-law-76"""
    remedy = story.decided(town, "upheld", opinion_on="2026-06-10")
    assert remedy.deadlines.get(provision="reconsideration-law-76").due_at == at("2026-08-09 23:59:59")
    data = {"reported_back_on": "2026-07-01", "course": "已经完善取证程序。"}
    assert story.act(town, "report_back", remedy, story.CLERK, "2026-07-01 10:00", **data).matter.reported_back_on is not None
    with pytest.raises(Refused, match="已于2026-07-01反馈"):
        story.act(town, "report_back", remedy, story.CLERK, "2026-07-02 10:00", **data)


def test_the_days_to_answer_an_opinion_letter_run_on_when_the_remedy_has_ended(town: Town):
    """reconsideration-law-76"""
    remedy = story.final(town, "upheld", opinion_on="2026-06-10")
    row = remedy.deadlines.get(provision="reconsideration-law-76")
    assert (remedy.stage, row.lifted_at, row.due_at) == ("ended", None, at("2026-08-09 23:59:59"))


def test_without_an_opinion_letter_there_is_nothing_to_report(town: Town):
    """reconsideration-law-76"""
    with pytest.raises(Refused, match="不需要反馈"):
        story.act(town, "report_back", story.decided(town), story.CLERK, "2026-06-20 10:00", reported_back_on="2026-06-20", course="无。")


def test_a_result_cannot_take_effect_before_it_came(town: Town):
    """penalty-law-75"""
    with pytest.raises(Refused, match="生效日期早于"):
        story.act(town, "take_effect", story.decided(town), story.HANDLER, "2026-06-11 09:00", effective_on="2026-06-09")
