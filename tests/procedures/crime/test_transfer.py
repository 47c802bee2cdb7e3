"""A suspected crime from the team to the police, and what it keeps the case from meanwhile."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.deadlines import in_words
from mingzhi.core.engine.errors import PostNotHeld, Refused, WrongStage
from mingzhi.core.engine.families import about
from mingzhi.core.engine.perform import entail, perform
from mingzhi.core.ledger import verify
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at
from tests.procedures.penalty import story as case_story
from tests.procedures.penalty.story import refused_under

from . import story


def deadline(transfer, provision: str):
    return transfer.deadlines.get(provision=provision)


def test_a_team_of_two_handles_the_transfer_whoever_handles_the_case(town: Town):
    """crime-transfer-5-team"""
    transfer = story.formed(town)
    assert transfer.handler_names == "吴敏、陈志强" and transfer.case.handler_names == "李雪梅、陈志强"
    assert transfer.number.startswith("綦石壕府移公字〔2026〕")
    assert about(transfer.case, "crime") == [transfer]


def test_one_officer_is_no_team(town: Town):
    """crime-transfer-5-team"""
    with pytest.raises(Refused) as caught:
        story.formed(town, members=["吴敏"])
    assert refused_under(caught) == {"crime-transfer-5-team"}


def test_a_team_needs_certificates_that_day(town: Town):
    """personnel-4"""
    with pytest.raises(Refused, match="钱新来今天没有有效的行政执法证"):
        story.formed(town, members=["吴敏", "钱新来"])


def test_only_the_head_of_the_organ_approves_and_has_three_days_that_do_not_roll(town: Town):
    """crime-transfer-5"""
    transfer = story.reported(town)
    assert deadline(transfer, "crime-transfer-5").due_at == at("2026-03-28 23:59:59")
    with pytest.raises(PostNotHeld, match="镇长 唐国华"):
        story.act(town, "approve", transfer, "zhouweimin", "2026-03-26 09:00", opinion="同意。")


def test_the_police_have_it_within_twenty_four_hours(town: Town):
    """crime-transfer-5-handover"""
    transfer = story.approved(town)
    row = deadline(transfer, "crime-transfer-5-handover")
    assert row.due_at == at("2026-03-27 09:30")
    assert in_words(row, at("2026-03-27 09:31")).tone == "late"


def test_the_letter_goes_with_report_findings_and_list(town: Town):
    """crime-transfer-6"""
    transfer = story.handed(town)
    papers = {paper.code: paper for paper in transfer.documents.all()}
    assert set(papers) == {"D43d", "D43b", "D43c"}
    assert papers["D43b"].data["offence"] == "故意毁坏财物罪"
    assert [row["name"] for row in papers["D43b"].data["attachments"]] == ["涉嫌犯罪案件情况的调查报告", "价格认定结论书"]
    assert papers["D43c"].data["goods"][0]["name"] == "搅拌机"
    assert deadline(transfer, "crime-transfer-5-handover").met_at == at("2026-03-27 09:00")


def test_handing_over_before_the_approval_is_refused(town: Town):
    """crime-transfer-5-handover"""
    transfer = story.approved(town)
    with pytest.raises(Refused, match="早于批准时间"):
        story.act(town, "hand_over", transfer, story.HANDLER, "2026-03-26 10:00", **story.handing("2026-03-26 09:00"))


def test_a_refusal_by_the_head_is_on_record_with_its_reasons_and_the_case_goes_on(town: Town):
    """crime-transfer-5-handover"""
    done = story.act(town, "refuse", story.reported(town), story.MAYOR, "2026-03-26 09:00", reasons="损失未达标准。")
    assert done.matter.stage == "refused" and done.matter.decision == "损失未达标准。"
    assert case_story.notified(town, Case.objects.get(pk=done.matter.case_id)).told_penalties


@pytest.mark.parametrize("made", [story.formed, story.approved, story.not_filed])
def test_while_it_is_under_way_no_penalty_takes_its_place(town: Town, made):
    """crime-transfer-11"""
    case = Case.objects.get(pk=made(town).case_id)
    given = {"penalties": case.proposed_penalties, "opinion": "建议处罚。"}
    with pytest.raises(Refused) as caught:
        perform("penalty.propose_decision", case, actor=town["lixuemei"], data=given, at=at("2026-04-08 09:00"))
    assert {"crime-transfer-11", "penalty-law-27"} <= refused_under(caught)


def test_once_the_police_hold_everything_the_case_leaves_the_house(town: Town):
    """crime-transfer-12, crime-transfer-11: the case ends without a penalty, and has a record of its own."""
    transfer = story.goods_handed(town).matter
    case = Case.objects.get(pk=transfer.case_id)
    assert transfer.stage == "done" and deadline(transfer, "crime-transfer-12").due_at == at("2026-04-04 23:59:59")
    assert case.stage == "closing" and case.outcome == Case.Outcome.TO_POLICE
    assert case.records.order_by("-version").first().sentence.startswith("重庆市公安局綦江区分局立案")
    assert case.deadlines.get(provision="penalty-law-60").lifted_at is not None
    assert verify().ok


def test_things_left_behind_are_named(town: Town):
    """crime-transfer-12"""
    data = {"handed_at": "2026-04-02 10:00", "goods": [], "receiver": "办案民警", "receipt": "交接单2号"}
    with pytest.raises(Refused, match="搅拌机没有移交"):
        story.act(town, "hand_over_goods", story.filed(town), story.HANDLER, "2026-04-02 10:00", **data)


def test_when_the_police_do_not_file_there_are_three_days_to_ask_again(town: Town):
    """crime-transfer-9"""
    transfer = story.not_filed(town)
    assert deadline(transfer, "crime-transfer-9").due_at == at("2026-04-04 23:59:59")
    again = story.act(town, "ask_again", transfer, story.HANDLER, "2026-04-03 10:00", way="procuratorate", reasons="已达标准。")
    assert again.record.sentence == "建议人民检察院立案监督：已达标准。"


@pytest.mark.parametrize(("answer", "stage"), [("yes", "filed"), ("no", "returned")])
def test_what_comes_of_asking_again_decides_where_it_goes(town: Town, answer: str, stage: str):
    """crime-transfer-9"""
    data = {"filed": answer, "answer_number": "綦公复字〔2026〕2号", "answered_on": "2026-04-10"}
    transfer = story.act(town, "record_reconsidered", story.asked_again(town), story.HANDLER, "2026-04-10 10:00", **data).matter
    assert transfer.stage == stage
    assert transfer.deadlines.filter(provision="crime-transfer-12").exists() is (answer == "yes")


def test_a_case_that_came_back_may_be_punished_again(town: Town):
    """crime-transfer-9"""
    transfer = story.act(town, "accept_not_filed", story.not_filed(town), story.HEAD, "2026-04-02 10:00", reasons="依法予以处罚。").matter
    case = Case.objects.get(pk=transfer.case_id)
    assert case_story.notified(town, case).told_penalties
    assert story.formed(town, case, "2026-04-07 09:00").stage == "team"


def test_two_transfers_of_one_case_do_not_run_side_by_side(town: Town):
    """crime-transfer-5-team"""
    transfer = story.formed(town)
    with pytest.raises(Refused, match="不重复指定专案组"):
        story.formed(town, Case.objects.get(pk=transfer.case_id), "2026-03-25 09:00")


def test_nobody_sends_a_case_to_the_police_by_hand(town: Town):
    """crime-transfer-12: the case follows its transfer."""
    case = case_story.agreed(town)
    with pytest.raises(PostNotHeld, match="不单独办理"):
        perform(
            "penalty.leave_to_police", case, actor=town["lixuemei"], data={"police": "公安局", "notice": "1号"}, at=at("2026-03-24 09:00")
        )


def test_what_is_entailed_is_refused_like_anything_else(town: Town):
    """crime-transfer-12: a case that is decided cannot leave any more, and then neither action is done."""
    case = case_story.decided(town)
    with pytest.raises(WrongStage):
        entail(
            "penalty.leave_to_police", case, actor=town["lixuemei"], at=at("2026-04-02 09:00"), data={"police": "公安局", "notice": "1号"}
        )
