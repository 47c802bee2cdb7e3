"""决定被撤销: a fine paid, attacked before the district, answered in time, revoked, and given back."""

import pytest

from mingzhi.core.ledger import verify
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.remedy.models import Remedy
from tests.cast import Town
from tests.procedures.penalty import story
from tests.procedures.remedy.story import ORGAN

from .desk import Desk
from .family import begin, investigated, next_is, page_of, shut

pytestmark = pytest.mark.journey


def test_a_fine_that_was_paid_is_revoked_on_review_and_goes_back(desk: Desk, staffed: Town):
    """reconsideration-law-48, penalty-law-75, compensation-law-36"""
    case = story.agreed(staffed, story.reported(staffed, investigated(staffed, littering=True)))
    case = story.decision_endorsed(staffed, story.decision_proposed(staffed, story.told(staffed, case)))
    case = story.rechecked(staffed, story.paid(staffed, story.served(staffed, story.decided(staffed, case))))
    remedy = notified(desk, case)
    answered(desk, remedy)
    revoked(desk, remedy)
    given_back(desk, case)
    case.refresh_from_db()
    assert (case.stage, case.outcome, case.decision_standing) == ("closing", Case.Outcome.ANNULLED, Case.Standing.REVOKED)
    assert verify().ok
    assert desk.errors == []


def notified(desk: Desk, case: Case) -> Remedy:
    """Ten working days from 2026-04-24, with May Day between, end on 2026-05-12."""
    desk.be("wangli", "2026-04-24 15:00")
    begin(
        desk,
        case,
        "登记复议（应诉）通知",
        {
            "remedy_kind": "行政复议", "organ": ORGAN, "file_number": "綦江府复〔2026〕18号", "applicant": "刘大成",
            "applied_on": "2026-04-20", "received_on": "2026-04-24", "claims": "请求撤销处罚决定，垃圾不是申请人堆放。",
        },
        shot="notice-form",
    )  # fmt: skip
    due = desk.page.inner_text(".due")
    assert "提出复议答复" in due and "2026-05-12" in due
    return Remedy.objects.get()


def answered(desk: Desk, remedy: Remedy) -> None:
    desk.be("zhouweimin", "2026-04-27 09:00")
    assert "起草" in shut(desk, remedy, "answer")
    desk.be("lixuemei", "2026-04-27 10:00")
    desk.go(page_of(remedy))
    assert next_is(desk, "起草答复（答辩）")
    desk.shoot("answer-is-to-be-drafted")
    desk.do(
        "draft_answer",
        {
            "answer_law": "立案、调查、告知、决定、送达均合法，依据《重庆市村镇规划建设管理条例》第五十条第一款。",
            "answer_evidence": [{"name": "现场检查笔录", "proves": "垃圾的位置和数量"}],
        },
    )
    desk.be("zhouweimin", "2026-04-28 10:00")
    desk.go(page_of(remedy))
    assert next_is(desk, "提交答复（答辩）")
    desk.shoot("answer-waits-for-the-head")
    desk.do("answer")
    paper = remedy.documents.get(code="D55")
    desk.go(f"/documents/{paper.pk}/")
    desk.page.wait_for_load_state("networkidle")
    desk.shoot("answer-paper")


def revoked(desk: Desk, remedy: Remedy) -> None:
    desk.be("lixuemei", "2026-06-10 15:00")
    desk.go(page_of(remedy))
    assert next_is(desk, "登记结果")
    desk.do(
        "record_result",
        {"result": "撤销", "result_number": "綦江府复决〔2026〕18号", "result_on": "2026-06-10", "result_words": "撤销原行政处罚决定。"},
    )
    desk.shoot("revoked")
    desk.be("lixuemei", "2026-06-11 09:00")
    desk.go(page_of(remedy))
    desk.do("take_effect")
    assert "本件已办结" in desk.page.inner_text("main")


def given_back(desk: Desk, case: Case) -> None:
    desk.go(page_of(case))
    desk.shoot("case-without-a-decision")
    assert "决定不再有效" in desk.page.inner_text("#log")
    reasons = shut(desk, case, "ask_closing")
    assert "300.00" in reasons and "国家赔偿法 第三十六条" in reasons
    desk.shoot("closing-is-shut")
    desk.be("wangli", "2026-06-12 10:00")
    desk.go(page_of(case))
    desk.do("refund", {"refunded_on": "2026-06-12", "receipt_number": "退0001"})
    assert "退还刘大成300.00元" in desk.page.inner_text("#log")
    desk.be("lixuemei", "2026-06-12 11:00")
    desk.go(page_of(case))
    desk.shoot("nothing-is-owed-back")
    assert next_is(desk, "提请结案"), desk.page.inner_text("#do")
