"""What a major case may not do without an agreed review of exactly what would be decided."""

from __future__ import annotations

from typing import Any

import pytest

from mingzhi.core.engine.errors import Refused
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from mingzhi.procedures.penalty.models import Case, Hearing
from mingzhi.regulations.review.models import Review
from tests.cast import Town, at
from tests.procedures.penalty import story as case_story
from tests.procedures.penalty.refusing import refused

from . import story

DECIDED_AT = "2026-04-01 15:00"


def told(town: Town) -> Case:
    return case_story.told(town, story.major(town))


def endorsed(town: Town, case: Case, **changes: Any) -> Case:
    """The decision proposed and endorsed, as far as review and discussion do not stand in its way."""
    return case_story.decision_endorsed(town, case_story.decision_proposed(town, case, **changes))


def why_not(town: Town, case: Case, code: str = "penalty.decide", **changes: Any) -> dict[str, Any]:
    """Refusals of the decision under penalty-law-58, by their sentence."""
    data = case_story.deciding(case, **changes) if code == "penalty.decide" else NOT_PUNISHED
    try:
        perform(code, case, actor=town["tangguohua"], data=data, at=at(DECIDED_AT))
    except Refused as refused_now:
        return {row.sentence: row for row in refused_now.refusals if {"penalty-law-58", "review-4"} <= {one.id for one in row.provisions}}
    return {}


NOT_PUNISHED = {
    "ground": "slight", "reasons": "轻微并已及时改正。", "slight": True, "harmless": True, "corrected": True,
    "education": "已当面告诫。", "educated_at": "2026-04-01 14:00", "place": "大队", "party_opinion": "接受。",
}  # fmt: skip


def only(found: dict[str, Any]) -> Any:
    ((_, refusal),) = found.items()
    return refusal


@pytest.mark.parametrize("code", ["penalty.decide", "penalty.not_punish"])
def test_a_major_case_that_was_never_submitted_is_not_decided(town: Town, code: str):
    """review-1, review-4, penalty-law-58, personnel-24-review: not punishing is a decision, too."""
    refusal = only(why_not(town, endorsed(town, told(town)), code))
    assert refusal.mend == "review.submit"
    assert story.MAJOR in refusal.sentence and "李雪梅" in refusal.who


def test_a_case_that_is_not_major_needs_no_review(town: Town):
    """review-2"""
    assert case_story.decided(town).stage == "service"
    assert not Review.objects.exists()


@pytest.mark.parametrize("far", [story.submitted, story.received, story.examined])
def test_while_the_review_is_under_way_nothing_is_decided(town: Town, far: Any):
    """review-4, penalty-law-58"""
    case = told(town)
    review = story.submitted(town, case, "2026-04-01 09:30")
    if far is not story.submitted:
        review = story.received(town, review, "2026-04-01 09:40")
    if far is story.examined:
        story.examined(town, review, "2026-04-01 09:50")
    assert only(why_not(town, endorsed(town, case))).mend == "review.issue"


def test_papers_sent_back_are_no_review(town: Town):
    """review-6, review-12"""
    case = told(town)
    story.returned(town, story.submitted(town, case))
    refusal = only(why_not(town, endorsed(town, case)))
    assert refusal.mend == "review.resubmit" and "退回补正" in refusal.sentence


def test_a_withdrawn_submission_is_no_review(town: Town):
    """review-12"""
    case = told(town)
    story.act(town, "withdraw", story.submitted(town, case), "lixuemei", "2026-03-27 09:00", reasons="补充证据。")
    assert "已经撤回" in only(why_not(town, endorsed(town, case))).sentence


@pytest.mark.parametrize(
    ("aspect", "verdict", "given", "mend", "words"),
    [
        ("law", "unfit", {}, "review.resubmit", "改正"),
        ("procedure", "unfit", {"course": "more"}, "penalty.return_report", "补充调查"),
        ("facts", "unfit", {"course": "none"}, "penalty.return_report", "不予作出行政执法决定"),
        ("crime", "unfit", {}, "penalty.ask_transfer", "移送"),
        ("competence", "unfit", {}, "penalty.ask_transfer", "移送"),
    ],
)
def test_an_opinion_that_does_not_agree_says_what_to_do(
    town: Town, aspect: str, verdict: str, given: dict[str, str], mend: str, words: str
):
    """review-11.2, review-11.3, review-11.4, penalty-law-58"""
    case = told(town)
    review = story.received(town, story.submitted(town, case))
    review = story.examined(town, review, **story.fault(review, aspect, verdict, grounds="有问题。"))
    story.issued(town, review, opinion="按本意见办理。", **given)
    refusal = only(why_not(town, endorsed(town, case)))
    assert refusal.mend == mend and words in refusal.sentence and "按本意见办理" in refusal.sentence


def test_an_agreed_review_of_the_same_proposal_opens_the_decision(town: Town):
    """review-4, penalty-law-58"""
    case = told(town)
    story.agreed(town, case)
    assert why_not(town, endorsed(town, case)) == {}


def test_a_proposal_changed_after_the_review_is_reviewed_again(town: Town):
    """review-12: even where the penalty became lighter."""
    case = told(town)
    review = story.agreed(town, case)
    case = endorsed(town, case, penalties=case_story.fine("200"))
    refusal = only(why_not(town, case))
    assert refusal.mend == "review.resubmit" and "由“罚款300元”变为“罚款200元”" in refusal.sentence
    again = story.received(town, story.resubmitted(town, review, "2026-04-01 10:10"), "2026-04-01 10:20")
    story.issued(town, story.examined(town, again, "2026-04-01 10:30"), "2026-04-01 10:40")
    assert why_not(town, Case.objects.get()) == {}


def test_a_penalty_changed_in_the_decision_itself_is_reviewed_again(town: Town):
    """review-12, penalty-law-58"""
    case = told(town)
    story.agreed(town, case)
    found = why_not(town, endorsed(town, case), penalties=case_story.fine("299.99"))
    assert "变为“罚款299.99元”" in only(found).sentence


def test_a_change_that_makes_the_case_major_is_stopped(town: Town):
    """review-2, penalty-law-58: the proposal was ordinary, what would be decided is not."""
    case = case_story.decision_endorsed(town)
    found = why_not(town, case, penalties=[{"kind": "confiscation", "content": "没收三轮车1辆"}])
    assert "改动后的决定属于重大行政执法决定" in only(found).sentence


def test_new_facts_after_the_review_are_reviewed_again(town: Town):
    """review-12"""
    case = told(town)
    story.agreed(town, case)
    case = endorsed(town, case)
    Case.objects.filter(pk=case.pk).update(found=f"{case.found}另查明五组也有垃圾。")
    assert "认定的事实有变化" in only(why_not(town, Case.objects.get())).sentence


def test_a_new_report_after_the_review_is_reviewed_again(town: Town):
    """review-12"""
    case = story.major(town)
    story.agreed(town, case)
    case = perform("penalty.return_report", case, actor=town["luokaifu"], data={"reasons": "补充"}, at=at("2026-03-26 09:00")).matter
    data = case_story.final_report(case, found=case.found, major_facts=["social_risk"])
    perform("penalty.report", case, actor=town["lixuemei"], data=data, at=at("2026-03-26 10:00"))
    perform("penalty.agree_report", case, actor=town["luokaifu"], data={"opinion": "同意。"}, at=at("2026-03-26 11:00"))
    (told_of,) = why_not(town, Case.objects.get(), "penalty.not_punish")
    assert "重新提交了调查终结报告" in told_of


def test_a_hearing_after_the_review_asks_for_another(town: Town):
    """review-2, penalty-law-58: 经过听证"""
    case = told(town)
    story.agreed(town, case)
    case = endorsed(town, case)
    notice = case.documents.get(code="D23")
    Hearing.objects.create(
        matter=case, notice=notice, status=Hearing.Status.REPORTED, asked_by="刘大成", asked_on="2026-03-25", reported_at=at("2026-03-31")
    )
    assert "送审之后举行了听证" in only(why_not(town, case)).sentence
    Hearing.objects.update(reported_at=at("2026-03-20"))
    assert why_not(town, case) == {}


def test_a_major_case_is_not_discussed_before_its_review_agrees(town: Town):
    """review-5-collective, personnel-24-review"""
    case = endorsed(town, told(town))
    with pytest.raises(Refused) as caught:
        story.discussed(town, case)
    assert "还没有送审" in next(row.sentence for row in caught.value.refusals if row.mend == "review.submit")
    story.submitted(town, case, "2026-04-01 11:00")
    with pytest.raises(Refused, match="待收件"):
        story.discussed(town, case)


def test_a_discussion_before_the_review_counts_for_nothing(town: Town):
    """review-5-collective: agreed first, then discussed; a new round asks for a new discussion."""
    case = endorsed(town, told(town))
    review = story.agreed_on(town, case, "2026-04-01")
    story.discussed(town, case)
    assert sentences(town, case) == []
    again = story.received(town, story.resubmitted(town, review, "2026-04-01 14:10"), "2026-04-01 14:20")
    story.issued(town, story.examined(town, again, "2026-04-01 14:30"), "2026-04-01 14:40")
    (sentence,) = sentences(town, case)
    assert "集体讨论是在法制审核同意之前举行的" in sentence


def sentences(town: Town, case: Case) -> list[str]:
    """Why the case is not decided now."""
    standing = {row.action.code: row for row in possible(Case.objects.get(pk=case.pk), town["tangguohua"], at(DECIDED_AT))}
    return [refusal.sentence for refusal in standing["penalty.decide"].refusals]


def test_from_correction_to_agreement_discussion_and_decision(town: Town):
    """review-4, review-5-collective, review-11.2, review-12, penalty-law-58: a major case, all the way."""
    case = told(town)
    review = story.received(town, story.submitted(town, case))
    review = story.examined(town, review, **story.fault(review, "papers", "flawed"))
    review = story.issued(town, review, opinion="更正后再送审。").matter
    case = endorsed(town, case)
    assert any("改正" in sentence for sentence in sentences(town, case))
    review = story.received(town, story.resubmitted(town, review, "2026-04-01 11:00"), "2026-04-01 11:10")
    assert story.issued(town, story.examined(town, review, "2026-04-01 11:20"), "2026-04-01 11:30").matter.stage == "agreed"
    story.discussed(town, case)
    done = perform("penalty.decide", case, actor=town["tangguohua"], data=case_story.deciding(case), at=at(DECIDED_AT))
    assert done.matter.stage == "service"
    sheet = next(paper for paper in done.documents if paper.code == "D29").data
    assert "第2次送审" in sheet["review_result"] and "同意" in sheet["review_result"]


def test_who_reviewed_does_not_decide(town: Town):
    """town-separation, review-5-cosign"""
    case = told(town)
    story.agreed(town, case)
    case = endorsed(town, case)
    people = town["zhaomingyuan"].appointments
    people.create(authority=town.authority, post="deputy", from_on="2026-01-01")
    reviewer = type(town["zhaomingyuan"]).objects.get(pk=town["zhaomingyuan"].pk)
    found = refused("penalty.decide", case, actor=reviewer, data=case_story.deciding(case), at=at(DECIDED_AT))
    assert "法制审核人" in found["town-separation"].sentence


def test_the_approval_sheet_says_what_the_review_concluded(town: Town):
    """recording-8.3, review-14, personnel-22: the opinion lies in the file of the case, behind the records of every step."""
    from mingzhi.procedures.penalty.conclusions import conclusion
    from mingzhi.procedures.penalty.file_order import contents

    case = told(town)
    assert conclusion("review", case, "没有") == "没有"
    review = story.agreed(town, case)
    number = review.documents.get(code="D22").number
    assert conclusion("review", case, "没有") == f"2026年3月25日出具法制审核意见书（{number}）：同意。"
    titles = [item.title for item in contents(case)]
    assert titles.index("现场检查（勘验）笔录") < titles.index("案件调查终结报告") < titles.index("重大行政执法决定法制审核意见书")
