"""强制执行决定的法制审核: what must be reviewed before the organ forces a party, and that what was agreed to is what is decided."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.errors import Refusal
from mingzhi.core.engine.perform import perform
from mingzhi.core.organs.models import User
from mingzhi.procedures.enforcement.models import Enforcement
from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.review.forcing import overtaken_force, reasons_of, waiting
from mingzhi.regulations.review.forms import Submit
from mingzhi.regulations.review.models import Review
from mingzhi.regulations.review.package import latest, review_of
from tests.cast import Town, at
from tests.procedures.enforcement import story
from tests.procedures.enforcement.story import HANDLER, HEAD
from tests.procedures.penalty.refusing import refused

from . import story as reviews

MONDAY = at("2026-05-11 09:00")


def refused_to_decide(town: Town, row: Enforcement, **changes: str) -> Refusal:
    """The one reason for which the head may not decide."""
    (found,) = refused("enforcement.decide", row, actor=town[HEAD], data={**story.DECISION, **changes}, at=MONDAY).values()
    assert found.provisions[0].id == "review-4"
    return found


def also(town: Town, who: str, post: str) -> User:
    """Somebody who holds another post besides."""
    town[who].appointments.create(authority=town.authority, post=post, from_on="2026-01-01")
    return User.objects.get(pk=town[who].pk)


def test_taking_a_building_down_is_always_major(town: Town):
    """review-2: 直接关系行政相对人重大权益."""
    assert [reason.sentence for reason in reasons_of(story.demolition(town))] == ["直接关系当事人重大权益：强制拆除"]


@pytest.mark.parametrize(("duties", "major"), [("清运公路边的垃圾", False), ("拆除公路边的棚子", True)])
def test_taking_down_by_another_is_major_too(town: Town, duties: str, major: bool):
    """review-2: the name of the way does not matter."""
    assert bool(reasons_of(story.to_substitute(town, duties=duties))) == major


def test_what_the_report_ticked_makes_every_own_force_major(town: Town):
    """review-2: the facts of the case are those of its execution."""
    row = story.to_substitute(town)
    Case.objects.filter(pk=row.case_id).update(major_facts=["social_risk"], needs_review="")
    assert len(reasons_of(Enforcement.objects.get(pk=row.pk))) == 1


def test_nothing_is_decided_before_it_is_proposed_and_submitted(town: Town):
    """review-4, review-6"""
    row = story.demolition(town)
    assert "由承办人提请" in refused_to_decide(town, row).sentence
    row = story.proposed(town, row)
    found = refused_to_decide(town, row)
    assert "请先送审" in found.sentence and found.mend == "review.submit"


def test_nothing_is_decided_while_it_is_reviewed(town: Town):
    """review-4"""
    review = story.force_submitted(town)
    assert "还没有完成" in refused_to_decide(town, review.execution).sentence


def test_what_was_sent_back_or_not_agreed_to_is_not_decided(town: Town):
    """review-11.2, review-12"""
    review = reviews.returned(town, story.force_submitted(town), "2026-05-09 11:00")
    assert "已退回补正" in refused_to_decide(town, review.execution).sentence
    again = reviews.resubmitted(town, review, "2026-05-09 11:30")
    received = reviews.received(town, again, "2026-05-09 12:00")
    fault = reviews.fault(received, "papers", "flawed", grounds="催告书的期限写得不清楚。")
    issued = reviews.issued(town, reviews.examined(town, received, "2026-05-09 14:00", **fault), "2026-05-09 15:00", opinion="重新催告。")
    found = refused_to_decide(town, issued.matter.execution)
    assert "改正：重新催告。" in found.sentence and found.mend == "review.resubmit"


def test_an_agreed_review_of_the_same_decision_opens_it(town: Town):
    """review-4, review-11.1"""
    assert story.ordered(town).stage == "decided"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"manner": "由村民拆除。"}, "方式由"),
        ({"begins_at": "2026-10-12 08:59"}, "时间由“2026-10-12 09:00”变为“2026-10-12 08:59”"),
        ({"reasons": "另有理由。"}, "理由由"),
    ],
)
def test_what_is_decided_is_what_was_agreed_to_to_the_minute(town: Town, changes: dict, words: str):
    """review-12"""
    assert words in refused_to_decide(town, story.force_discussed(town), **changes).sentence


def test_a_new_proposal_is_reviewed_again(town: Town):
    """review-12"""
    row = story.proposed(town, story.force_agreed(town), "2026-05-09 16:00", manner="人工拆除。")
    found = refused_to_decide(town, row, manner="人工拆除。")
    assert "方式由" in found.sentence and found.mend == "review.resubmit"


def test_what_the_party_says_after_the_submission_is_reviewed_too(town: Town):
    """review-12, compulsion-law-36"""
    row = story.force_agreed(town)
    data = story.hearing(from_at="2026-05-09 16:00", until_at="2026-05-09 16:20")
    story.act(town, "hear", row, HANDLER, "2026-05-09 16:30", **data)
    assert overtaken_force(row, latest(Review.objects.get())) == ["送审之后当事人又作了陈述申辩"]
    assert "送审之后当事人又作了陈述申辩" in refused_to_decide(town, row).sentence


def test_nothing_can_be_submitted_before_it_is_proposed(town: Town):
    """review-6: the intended decision is part of what is submitted."""
    row = story.demolition(town)
    found = refused("review.submit", None, actor=town[HANDLER], data=reviews.application(row.case), at=at("2026-05-09 10:00"))
    assert "拟作出的决定" in found["review-6"].sentence
    assert waiting(row.case) is None
    assert waiting(story.proposed(town, row).case) == row


def test_nothing_is_proposed_before_the_time_of_the_demand_is_over(town: Town):
    """compulsion-law-37: the party may speak until then, and what it says comes before the review."""
    found = refused("enforcement.propose", story.demolition(town), actor=town[HANDLER], data=story.PROPOSAL, at=at("2026-05-08 16:00"))
    assert "2026-05-08" in found["compulsion-law-37"].sentence


def test_the_review_of_the_penalty_and_that_of_the_execution_stand_apart(town: Town):
    """review-4: what was agreed to for the penalty agrees to nothing else."""
    review = story.force_submitted(town)
    assert review_of(review.case) is None
    assert review.title.endswith("强制执行（强制拆除）法制审核")
    assert latest(review).order["begins_at"] == "2026-10-12 09:00"
    assert {item["code"] for item in latest(review).package} >= {"D30", "D39", "D33"}


def test_the_reviewer_neither_demands_nor_decides(town: Town):
    """town-separation"""
    row = story.force_agreed(town)
    reviewer = also(town, reviews.REVIEWER, "deputy")
    found = refused("enforcement.decide", row, actor=reviewer, data=story.DECISION, at=MONDAY)
    assert "您是本决定的法制审核人" in found["town-separation"].sentence


def test_who_demanded_does_not_review(town: Town):
    """town-separation"""
    row = story.begun(town, story.to_demolish(town))
    row = story.act(town, "demand", row, "tangguohua", "2026-04-20 15:00", **story.DEMAND).matter
    row = story.serve(town, row, "D39", "2026-04-21 10:00").matter
    review = reviews.received(town, story.force_submitted(town, story.proposed(town, row)), "2026-05-09 11:00")
    found = refused(
        "review.examine", review, actor=also(town, "tangguohua", "reviewer"), data=reviews.verdicts(), at=at("2026-05-09 14:00")
    )
    assert "作出过催告、决定" in found["town-separation"].sentence


def test_the_form_of_the_application_knows_what_is_proposed(town: Town):
    """review-7"""
    row = story.proposed(town)
    blank = Review(authority=row.authority, region=row.region, kind="review", stage="", case=row.case)
    known = Submit(matter=blank, actor=town[HANDLER], at=at("2026-05-09 10:00")).known()
    assert "作出强制拆除决定" in known["proposed_decision"] and "2026年10月12日09时00分起" in known["proposed_decision"]
    assert "催告后当事人没有提出陈述申辩" in known["evidence_taking"]
    assert "第四十四条" in known["law_and_benchmark"] and "城乡规划法" in known["law_and_benchmark"]
    assert perform("review.submit", actor=town[HANDLER], data={"about": row.case_id, **known}, at=at("2026-05-09 10:00")).documents


def test_the_heads_agree_together_after_the_review(town: Town):
    """review-5-collective: 审核通过后，提交负责人集体讨论决定."""
    row = story.force_agreed(town)
    found = refused("enforcement.decide", row, actor=town[HEAD], data=story.DECISION, at=MONDAY)["review-5-collective"]
    assert "请先集体讨论" in found.sentence and found.mend == "enforcement.discuss"
    row = story.force_discussed(town, row, agreed=False)
    found = refused("enforcement.decide", row, actor=town[HEAD], data=story.DECISION, at=MONDAY)["review-5-collective"]
    assert "不同意作出本决定" in found.sentence


def test_nothing_is_discussed_before_the_review_agreed(town: Town):
    """review-5-collective"""
    row = story.force_submitted(town).execution
    found = refused("enforcement.discuss", row, actor=town["wangli"], data=story.discussing(), at=at("2026-05-09 17:00"))
    assert "法制审核同意之后" in found["review-5-collective"].sentence


def test_handlers_have_no_vote_on_the_force_either(town: Town):
    """town-separation, town-discussion: the rules of every collective discussion."""
    head = {"attendance": "present", "opinion": "同意。", "position": "agree", "title": "执法人员", "name": "李雪梅"}
    data = story.discussing(members=[*story.discussing()["members"], head])
    found = refused("enforcement.discuss", story.force_agreed(town), actor=town["wangli"], data=data, at=at("2026-05-09 17:00"))
    assert "没有表决权" in found["town-separation"].sentence


def test_the_minutes_say_what_was_agreed_to(town: Town):
    """recording-8.4"""
    paper = story.force_discussed(town).documents.get(code="D28").data
    assert paper["conclusion"] == "同意作出强制拆除决定：组织人员、机械拆除，清空现场，2026年10月12日09时00分起执行。"
    assert "出席2人，2人同意" in paper["votes"]
