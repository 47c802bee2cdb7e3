"""A review from submission to agreement, and its rounds: returned, corrected, submitted again, withdrawn."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.organs.models import Unit, User
from mingzhi.regulations.review.models import Review, Submission
from tests.cast import Town, at
from tests.procedures.penalty import story as case_story
from tests.procedures.penalty.refusing import refused

from . import story


def test_a_submission_keeps_a_copy_of_what_was_submitted(town: Town):
    """review-6, review-7: the application, the proposal, the papers of the file with digest and pages."""
    review = story.submitted(town)
    (submission,) = review.review_submissions.all()
    assert review.stage == "submitted" and review.round == 1 and review.number.startswith("綦石壕府审字")
    assert submission.penalties == [{"kind": "fine", "content": "罚款", "amount_yuan": "300.00"}]
    assert submission.reasons == [story.MAJOR]
    papers = {row["code"]: row for row in submission.package}
    assert {"D02", "D05", "D07", "D15", "D20"} <= set(papers)
    assert papers["D20"]["sha256"] == review.case.documents.get(code="D20").sha256
    assert papers["D20"]["pages"] >= 1
    (paper,) = review.documents.all()
    assert paper.code == "D21" and paper.data["other"] == "当事人所在村反映强烈。"


def test_the_way_from_submission_to_agreement(town: Town):
    """review-9, review-11.1, review-13, review-14"""
    done = story.issued(town)
    review = done.matter
    assert review.stage == "agreed" and review.closed_at is not None
    (paper,) = done.documents
    assert paper.code == "D22" and paper.data["outcome"] == "同意" and paper.data["copies"] == 2
    assert paper.pages == 1
    assert len(paper.data["aspects"]) == 10
    assert paper.data["qualification"] == "法律职业资格证书A20195003990021"
    assert done.record.sentence == "出具法制审核意见：同意"


def test_the_papers_name_the_unit_that_handles_and_the_one_that_reviews(town: Town):
    """review-6, review-13; file-review 343"""
    office = Unit.objects.create(authority=town.authority, name="综合执法办公室", kind=Unit.Kind.OWN)
    User.objects.filter(pk=town["zhaomingyuan"].pk).update(unit=office)
    town["zhaomingyuan"].refresh_from_db()
    review = story.issued(town).matter
    assert review.documents.get(code="D21").data["handling_unit"] == "综合行政执法大队"
    opinion = review.documents.get(code="D22").data
    assert (opinion["handling_unit"], opinion["reviewing_unit"]) == ("综合行政执法大队", "综合执法办公室")


def test_incomplete_papers_are_sent_back_and_start_no_period(town: Town):
    """review-6, review-8"""
    review = story.returned(town)
    assert review.stage == "returned"
    assert not review.deadlines.exists()
    assert review.documents.get(code="D21b").data["missing"] == "相关证据"
    review = story.received(town, story.resubmitted(town, review), when="2026-03-27 09:00")
    (period,) = review.deadlines.all()
    assert f"{period.due_at:%Y-%m-%d}" == "2026-04-03"


def test_returned_for_correction_submitted_again_and_agreed(town: Town):
    """review-11.2, review-12: every round with its own period and its own opinion."""
    review = story.corrected(town)
    assert review.stage == "advised"
    review = story.received(town, story.resubmitted(town, review), when="2026-03-26 15:00")
    assert review.round == 2 and review.result is None
    assert not review.review_findings.filter(submission__round=2).exists()
    review = story.issued(town, story.examined(town, review, "2026-03-27 10:00"), "2026-03-27 15:00").matter
    assert review.stage == "agreed"
    assert [row.get_result_display() for row in review.review_submissions.all()] == ["改正", "同意"]
    assert review.documents.filter(code="D22").count() == 2
    assert review.documents.filter(code="D21").last().data["changes"] == "已更正询问笔录的时间。"
    assert [str(row.due_at.date()) for row in review.deadlines.order_by("id")] == ["2026-03-31", "2026-04-02"]
    assert all(row.met_at for row in review.deadlines.all())


def test_a_submission_can_be_withdrawn_and_made_anew(town: Town):
    """review-12"""
    review = story.act(town, "withdraw", story.received(town), "lixuemei", "2026-03-25 09:00", reasons="补充证据后再送审。").matter
    assert review.stage == "withdrawn" and review.deadlines.get().lifted_at is not None
    review = story.resubmitted(town, review)
    assert review.stage == "submitted" and review.closed_at is None


def test_submitting_again_says_what_has_changed(town: Town):
    """review-12"""
    with pytest.raises(InvalidInput) as caught:
        story.act(town, "resubmit", story.corrected(town), "lixuemei", "2026-03-26 09:00", **story.application(Review.objects.get().case))
    assert set(caught.value.errors) == {"changes"}


def test_a_case_has_one_review(town: Town):
    """review-12"""
    review = story.submitted(town)
    answer = refused("review.submit", None, actor=town["lixuemei"], data=story.application(review.case), at=at("2026-03-24 09:00"))
    assert answer["review-12"].mend == "review.resubmit" and review.number in answer["review-12"].sentence


def test_what_is_not_reported_yet_cannot_be_submitted(town: Town):
    """review-6"""
    case = case_story.investigated(town, littering=True)
    answer = refused("review.submit", None, actor=town["lixuemei"], data=story.application(case), at=at("2026-03-06 09:00"))
    assert "拟作出的决定" in answer["review-6"].sentence and "案件调查终结报告" in answer["review-6"].sentence
    assert not Submission.objects.exists()


@pytest.mark.parametrize("name", ["facts", "law_and_benchmark", "evidence_taking", "other"])
def test_the_application_has_its_four_items(town: Town, name: str):
    """review-7"""
    with pytest.raises(InvalidInput) as caught:
        story.submitted(town, **{name: ""})
    assert set(caught.value.errors) == {name}
