"""While a review is under way: its period, its questions, its ten aspects, who reviewed as well, and what may be issued."""

from __future__ import annotations

from typing import Any

import pytest

from mingzhi.core.engine.errors import InvalidInput
from mingzhi.regulations.review.models import Finding
from tests.cast import Town, at
from tests.procedures.penalty.refusing import refused

from . import story


def period(review: Any) -> Any:
    return review.deadlines.latest("id")


def day(row: Any) -> str:
    return f"{row.due_at:%Y-%m-%d}"


def test_the_period_runs_from_receipt_for_five_working_days(town: Town):
    """review-8"""
    review = story.submitted(town)
    assert not review.deadlines.exists()
    assert day(period(story.received(town, review))) == "2026-03-31"


def test_a_granted_extension_adds_three_working_days(town: Town):
    """review-8, review-8-extend: 清明 lies between."""
    review = story.extension_asked(town)
    review = story.act(town, "approve_extension", review, "zhouweimin", "2026-03-27 10:00", opinion="同意延长。").matter
    assert day(period(review)) == "2026-04-03"
    sheet = review.documents.get(code="D22b").data
    assert (sheet["was_due_on"], sheet["due_on"], sheet["extended_by"]) == ("2026-03-31", "2026-04-03", "3 个工作日")
    assert [row["name"] for row in sheet["opinions"]] == ["赵明远", "周为民"]


def test_a_refused_extension_leaves_the_period(town: Town):
    """review-8-extend"""
    review = story.extension_asked(town)
    review = story.act(town, "refuse_extension", review, "zhouweimin", "2026-03-27 10:00", reasons="案情并不复杂。").matter
    assert day(period(review)) == "2026-03-31" and not review.documents.filter(code="D22b").exists()
    assert story.extension_asked(town, review, "2026-03-27 11:00").review_submissions.count() == 1


def test_a_period_is_extended_once_and_while_it_runs(town: Town):
    """review-8, review-8-extend"""
    review = story.extension_asked(town)
    asking = {"reasons": "还需要时间。"}
    answer = refused("review.ask_extension", review, actor=town["zhaomingyuan"], data=asking, at=at("2026-03-27 10:00"))
    assert "正在等待审批" in answer["review-8"].sentence
    review = story.act(town, "approve_extension", review, "zhouweimin", "2026-03-27 10:00", opinion="同意。").matter
    answer = refused("review.ask_extension", review, actor=town["zhaomingyuan"], data=asking, at=at("2026-03-30 10:00"))
    assert "已经延长过" in answer["review-8"].sentence


@pytest.mark.parametrize(("when", "granted"), [("2026-03-31 23:59", True), ("2026-04-01 00:00", False)])
def test_on_the_last_day_it_can_still_be_extended_and_on_the_next_not(town: Town, when: str, granted: bool):
    """review-8, review-8-extend"""
    review = story.extension_asked(town)
    if granted:
        assert story.act(town, "approve_extension", review, "zhouweimin", when, opinion="同意。").matter.version == review.version + 1
        return
    answer = refused("review.approve_extension", review, actor=town["zhouweimin"], data={"opinion": "同意。"}, at=at(when))
    assert "已于2026-03-31届满" in answer["review-8"].sentence


def test_nothing_is_approved_that_nobody_asked_for(town: Town):
    """review-8-extend"""
    review = story.received(town)
    answer = refused("review.approve_extension", review, actor=town["zhouweimin"], data={"opinion": "同意。"}, at=at("2026-03-25"))
    assert answer["review-8-extend"].mend == "review.ask_extension"


@pytest.mark.parametrize(("when", "late"), [("2026-03-31 23:00", False), ("2026-04-01 09:00", True)])
def test_an_opinion_on_the_fifth_working_day_is_in_time_and_on_the_sixth_late(town: Town, when: str, late: bool):
    """review-8: late it must still be given."""
    row = period(story.issued(town, story.examined(town), when).matter)
    assert (row.met_at > row.due_at) is late


def test_the_aspects_are_saved_bit_by_bit_and_written_over(town: Town):
    """review-9"""
    review = story.received(town)
    review = story.act(town, "examine", review, story.REVIEWER, "2026-03-24 10:00", authority_verdict="fit").matter
    assert [row.aspect for row in review.review_findings.all()] == ["authority"]
    story.examined(town, review, **story.fault(review, "facts", "flawed"))
    assert Finding.objects.count() == 10
    row = Finding.objects.get(aspect="facts")
    assert (row.verdict, row.grounds, row.document.code, row.page) == ("flawed", "询问时间写错。", "D20", 1)
    story.examined(town, review, "2026-03-25 11:00")
    row.refresh_from_db()
    assert (row.verdict, row.grounds, row.document) == ("fit", "", None) and Finding.objects.count() == 10


@pytest.mark.parametrize("missing", ["grounds", "paper", "page"])
def test_a_fault_has_its_grounds_and_its_page(town: Town, missing: str):
    """review-9"""
    review = story.received(town)
    data = story.fault(review, "facts", "unfit") | {f"facts_{missing}": ""}
    answer = refused("review.examine", review, actor=town["zhaomingyuan"], data=data, at=at("2026-03-25 10:00"))
    assert "案件事实是否清楚" in answer["review-9"].sentence


def test_a_page_lies_within_its_paper_and_the_paper_within_the_package(town: Town):
    """review-9"""
    review = story.received(town)
    with pytest.raises(InvalidInput) as caught:
        story.examined(town, review, **story.fault(review, "facts", "unfit", page=99))
    assert set(caught.value.errors) == {"facts_page"}
    with pytest.raises(InvalidInput) as caught:
        story.examined(town, review, **story.fault(review, "facts", "unfit") | {"facts_paper": review.documents.get(code="D21").pk})
    assert set(caught.value.errors) == {"facts_paper"}


def test_an_aspect_that_is_right_or_wrong_knows_no_flaw(town: Town):
    """review-11.3, review-11.4"""
    with pytest.raises(InvalidInput) as caught:
        story.examined(town, authority_verdict="flawed")
    assert set(caught.value.errors) == {"authority_verdict"}


def test_nothing_is_issued_before_every_aspect_is_judged(town: Town):
    """review-9"""
    review = story.act(town, "examine", story.received(town), story.REVIEWER, "2026-03-24 10:00", authority_verdict="fit").matter
    answer = refused("review.issue", review, actor=town["zhaomingyuan"], data={"opinion": "同意。"}, at=at("2026-03-25 10:00"))
    assert answer["review-9"].sentence.startswith("还有9个方面没有审核") and answer["review-9"].mend == "review.examine"


def test_the_kind_of_opinion_is_computed_and_nobody_types_it(town: Town):
    """review-11.2, review-11.4: what is typed as opinion does not make one."""
    review = story.received(town)
    review = story.examined(town, review, **story.fault(review, "papers", "flawed"), **story.fault(review, "crime", "unfit"))
    done = story.issued(town, review, opinion="同意。", result="0", outcome="同意")
    assert done.matter.get_result_display() == "移送"
    assert done.documents[0].data["outcome"] == "移送"
    assert done.documents[0].data["because"] == "行政执法文书不规范；涉嫌犯罪"


def test_where_facts_fail_it_is_said_what_is_to_happen(town: Town):
    """review-11.3"""
    review = story.received(town)
    review = story.examined(town, review, **story.fault(review, "facts", "unfit"))
    answer = refused("review.issue", review, actor=town["zhaomingyuan"], data={"opinion": "事实不清。"}, at=at("2026-03-25 15:00"))
    assert "重新调查、补充调查、不予作出" in answer["review-11.3"].sentence
    done = story.issued(town, review, opinion="事实不清。", course="more")
    assert done.documents[0].data["outcome"] == "补充调查"


def test_an_unanswered_question_stands_against_agreement(town: Town):
    """review-10"""
    review = story.examined(town, story.asked(town))
    answer = refused("review.issue", review, actor=town["zhaomingyuan"], data={"opinion": "同意。"}, at=at("2026-03-25 15:00"))
    assert answer["review-10"].mend == "review.answer"
    review = story.act(town, "answer", review, "lixuemei", "2026-03-25 15:10", answer="有复查笔录和照片。").matter
    (row,) = review.review_questions.all()
    assert (row.answer, row.answered_by) == ("有复查笔录和照片。", town["lixuemei"])
    assert story.issued(town, review, "2026-03-25 16:00").matter.stage == "agreed"


def test_an_opinion_that_does_not_agree_need_not_wait_for_answers(town: Town):
    """review-10, review-11.2"""
    review = story.asked(town)
    review = story.examined(town, review, **story.fault(review, "papers", "flawed"))
    assert story.issued(town, review).matter.stage == "advised"


def test_who_reviewed_as_well_stands_in_the_opinion(town: Town):
    """review-5-cosign, personnel-24-review"""
    told = {"name": "何律师", "unit": "某律师事务所", "opinion": "事实清楚。", "on": "2026-03-25"}
    review = story.act(town, "consult", story.received(town), story.REVIEWER, "2026-03-25 09:00", kind="counsel", **told).matter
    done = story.issued(town, story.examined(town, review))
    assert done.documents[0].data["coreviewers"] == [{"name": "镇法律顾问何律师", "opinion": "事实清楚。", "on": "2026-03-25"}]


def test_who_was_held_to_account_is_kept_on_record(town: Town):
    """review-15"""
    told = {"persons": "某某", "breach": "未经审核即作出决定", "harm": "造成不良社会影响", "consequence": "批评教育"}
    told |= {"decided_by": "石壕镇人民政府", "decided_on": "2026-03-26"}
    done = story.act(town, "record_liability", story.agreed(town), "sunjing", "2026-03-26 09:00", **told)
    assert done.matter.review_liabilitys.get().consequence == "批评教育" and done.matter.stage == "agreed"
