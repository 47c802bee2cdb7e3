"""重大案件: five thousand yuan for a shed on the market, reviewed twice before the notice, heard, reviewed again, discussed, decided, served."""

import pytest

from mingzhi.core.ledger import verify
from mingzhi.law.reviewing import Aspect
from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.review.models import Review
from tests.cast import Town
from tests.procedures.penalty import story

from .desk import Desk
from .family import DRAWN, OFFICERS, begin, hand_over, investigated, next_is, page_of, shut

pytestmark = pytest.mark.journey

FIT = {f"{aspect}_verdict": "合格" for aspect in Aspect}


def test_a_major_case_is_reviewed_heard_reviewed_again_discussed_and_decided(desk: Desk, staffed: Town):
    """review-4, review-11.2, review-12, review-5-collective, penalty-law-58, penalty-law-63, penalty-law-65"""
    shed = {"power": staffed.powers["temp"].pk, "cause": "擅自修建临时建筑", "facts": "当事人在石壕集市搭建铁皮棚一处。"}
    case = story.agreed(staffed, story.reported(staffed, investigated(staffed, **shed), proposed_penalties=story.fine("5000")))
    review = submitted(desk, case)
    corrected(desk, review)
    agreed(desk, review)
    told(desk, case)
    heard(desk, case)
    proposed(desk, case)
    reviewed_again(desk, case, review)
    discussed(desk, case)
    decided(desk, case)
    delivered(desk, case)
    assert [row.get_result_display() for row in review.review_submissions.order_by("id")] == ["改正", "同意", "同意"]
    assert verify().ok
    # The browser notes both answers that refused something; it must have met nothing else.
    assert ["409" in error for error in desk.errors] == [True, True]


def submitted(desk: Desk, case: Case) -> Review:
    desk.be("lixuemei", "2026-03-23 15:10")
    begin(desk, case, "送审", {"other": "当事人所在集市商户反映强烈。"}, shot="application-form")
    review = Review.objects.get()
    desk.go(page_of(case))
    assert "法制审核" in desk.page.inner_text("#family")
    return review


def corrected(desk: Desk, review: Review) -> None:
    """A flaw in one aspect makes the opinion “改正”; nobody chooses it."""
    desk.be("zhaomingyuan", "2026-03-23 15:30")
    desk.shoot("first-page-of-the-reviewer")
    desk.go(page_of(review))
    assert next_is(desk, "收件")
    desk.do("receive")
    assert "2026-03-30" in desk.page.inner_text("main")
    paper = str(review.case.documents.get(code="D20"))
    flaw = {"papers_verdict": "瑕疵", "papers_grounds": "报告中询问时间写错。", "papers_paper": paper, "papers_page": "1"}
    desk.clock.to("2026-03-23 15:50")
    desk.do("examine", FIT | flaw)
    assert next_is(desk, "出具审核意见")
    assert "逐项审核得出的意见：改正" in desk.page.inner_text("#do")
    desk.shoot("opinion-follows-from-the-findings")
    desk.do("issue", {"opinion": "调查终结报告的时间更正后再送审。", "reviewer_signature": DRAWN})


def agreed(desk: Desk, review: Review) -> None:
    desk.be("lixuemei", "2026-03-23 16:20")
    desk.go(page_of(review))
    assert next_is(desk, "再次送审")
    desk.shoot("to-be-submitted-again")
    desk.do("resubmit", {"changes": "已更正询问的时间。"})
    desk.be("zhaomingyuan", "2026-03-23 16:40")
    desk.go(page_of(review))
    desk.do("receive")
    desk.do("examine", FIT)
    desk.do("issue", {"reviewer_signature": DRAWN})
    assert "同意" in desk.page.inner_text(".head")
    desk.shoot("agreed")
    desk.go(f"/documents/{review.documents.filter(code='D22').last().pk}/")
    desk.page.wait_for_load_state("networkidle")
    desk.shoot("opinion-paper")


def told(desk: Desk, case: Case) -> None:
    """The notice names the right to a hearing; nothing is proposed while it runs."""
    desk.be("lixuemei", "2026-03-24 09:00")
    desk.go(page_of(case))
    assert next_is(desk, "事先告知")
    desk.do("notify", {"reasons": "违法事实清楚，证据确凿。"})
    assert {"D23", "D24"} <= set(case.documents.values_list("code", flat=True))
    desk.be("lixuemei", "2026-03-24 10:10")
    hand_over(desk, case, "serve", "2026-03-24T10:00")
    reasons = shut(desk, case, "propose_decision")
    assert "听证" in reasons and "行政处罚法 第六十四条" in reasons
    desk.shoot("decision-waits-for-the-hearing")


def heard(desk: Desk, case: Case) -> None:
    """Asked on 2026-03-26, told on 2026-03-27 for 2026-04-09, reported on 2026-04-10 with the advice to take 3,000 yuan."""
    asked(desk, case)
    arranged(desk, case)
    held(desk, case)
    reported(desk, case)


def asked(desk: Desk, case: Case) -> None:
    desk.be("lixuemei", "2026-03-26 15:00")
    desk.go(f"{page_of(case)}?do=ask_hearing")
    agent = {"name": "何代理", "about": "某法律服务所", "phone": "13900000119", "powers": "一般代理", "mandate": True}
    desk.fill({"channel": "口头", "reasons": "棚子经村里同意，罚款过重。", "agents": [agent], "applicant_signature": DRAWN})
    desk.shoot("hearing-is-asked-for")
    desk.send()
    assert {"D26", "D26e"} <= set(case.documents.values_list("code", flat=True))


def arranged(desk: Desk, case: Case) -> None:
    """The day before the first possible one is refused, with that first day; nothing that was filled in is lost."""
    desk.be("zhouweimin", "2026-03-27 09:00")
    desk.go(page_of(case))
    assert next_is(desk, "组织听证")
    desk.do(
        "arrange_hearing",
        {"members": ["孙静"], "recorder": "王丽", "begins_at": "2026-04-08T09:30", "place": "镇政府二楼会议室"},
        done=False,
    )
    assert "最早2026-04-09举行" in desk.page.inner_text("main")
    assert desk.page.input_value("#do [name=place]") == "镇政府二楼会议室"
    desk.shoot("too-few-days-before-the-hearing")
    desk.fill({"begins_at": "2026-04-09T09:30"})
    desk.send()
    desk.be("lixuemei", "2026-03-27 10:10")
    hand_over(desk, case, "serve", "2026-03-27T10:00")


def held(desk: Desk, case: Case) -> None:
    desk.be("fangzhongzheng", "2026-04-09 11:10")
    desk.shoot("first-page-of-the-chair")
    desk.go(page_of(case))
    assert next_is(desk, "举行听证")
    desk.go(f"{page_of(case)}?do=hold_hearing")
    views = {
        f"evidence-{index}-view": "没有异议"
        for index in range(desk.page.locator("#do [name^=evidence-][name$=-evidence]:not([value=''])").count())
    }
    desk.page.click("#at-id_attendants [data-add]")
    party = {"attendants-1-role": "当事人", "attendants-1-name": "刘大成", "attendants-1-about": "石壕镇万隆村三组"}
    desk.fill(
        views | party | {
            "officers": OFFICERS, "until_at": "2026-04-09T11:00", "told_rights": True, "case_put": "当事人擅自在集市搭建铁皮棚，建议罚款5000元。",
            "party_statement": "已经拆了一半，请求减轻。", "debate": "双方对拆除的程度作了辩论。", "last_words": "请从轻处理。", "party_signature": DRAWN,
            "chair_signature": DRAWN,
        }
    )  # fmt: skip
    desk.shoot("record-of-the-hearing")
    desk.send()
    read(desk, case, "D27", "record-paper")


def reported(desk: Desk, case: Case) -> None:
    desk.be("fangzhongzheng", "2026-04-10 10:00")
    desk.go(page_of(case))
    assert next_is(desk, "提出听证报告")
    advice = {
        "facts": "擅自搭建铁皮棚的事实清楚。", "evidence": "证据经质证，予以采信。", "law": "适用法律正确，可以从轻。", "procedure": "程序合法。",
        "advice": "从轻、减轻处罚", "penalties-0-kind": "罚款", "penalties-0-content": "罚款", "reasons": "当事人听证前主动拆除一半。",
        "chair_signature": DRAWN,
    }  # fmt: skip
    desk.do("report_hearing", advice | {"penalties-0-amount_yuan": "5000.01"}, done=False)
    assert "比告知的重" in desk.page.inner_text("main")
    desk.shoot("advice-heavier-than-told")
    desk.fill({"penalties-0-amount_yuan": "3000", "chair_signature": DRAWN})
    desk.send()
    read(desk, case, "D27b", "report-paper")


def read(desk: Desk, case: Case, code: str, shot: str) -> None:
    desk.go(f"/documents/{case.documents.filter(code=code).last().pk}/")
    desk.page.wait_for_load_state("networkidle")
    desk.shoot(shot)


def proposed(desk: Desk, case: Case) -> None:
    desk.be("lixuemei", "2026-04-10 14:00")
    assert "听证没有音像记录" in shut(desk, case, "propose_decision")
    begin(
        desk,
        case,
        "登记未作音像记录",
        {
            "what": "听证", "place": "镇政府二楼会议室", "purpose": "举行听证", "began_at": "2026-04-09T09:30", "ended_at": "2026-04-09T11:00",
            "unrecorded_because": "会议室录像设备故障，有笔录和签名。",
        },
    )  # fmt: skip
    desk.go(page_of(case))
    assert next_is(desk, "提请作出处罚决定")
    desk.do("propose_decision", {"penalties-0-amount_yuan": "3000", "opinion": "建议按听证报告处罚。"})
    desk.be("luokaifu", "2026-04-10 14:30")
    desk.go(page_of(case))
    desk.do("endorse_decision")


def reviewed_again(desk: Desk, case: Case, review: Review) -> None:
    """Too early for the mayor, who reads why and where to go; the page leads the officer to the review."""
    desk.be("tangguohua", "2026-04-10 15:00")
    reasons = shut(desk, case, "decide")
    assert "听证" in reasons and "法制审核" in reasons and "行政处罚法 第五十八条" in reasons
    desk.shoot("decision-is-too-early")
    desk.be("lixuemei", "2026-04-10 15:10")
    desk.go(page_of(review))
    desk.do("resubmit", {"changes": "已经听证，罚款由5000元减为3000元。"})
    desk.be("zhaomingyuan", "2026-04-13 09:00")
    desk.go(page_of(review))
    desk.do("receive")
    desk.do("examine", FIT)
    desk.shoot("third-round")
    desk.do("issue", {"reviewer_signature": DRAWN})


def discussed(desk: Desk, case: Case) -> None:
    desk.be("tangguohua", "2026-04-13 10:00")
    reasons = shut(desk, case, "decide")
    assert "集体讨论" in reasons
    desk.shoot("decision-waits-for-the-discussion")
    desk.be("wangli", "2026-04-13 15:00")
    desk.go(f"{page_of(case)}?do=discuss")
    desk.shoot("minutes-form")
    heads = [{"opinion": "同意。", "position": "agree"}] * desk.page.locator(
        "#do input[name^=members-][name$=-name]:not([value=''])"
    ).count()
    desk.do(
        "discuss",
        {
            "from_at": "2026-04-13T14:00", "until_at": "2026-04-13T14:40", "chair": "唐国华", "members": heads, "result": "punish",
            "penalties-0-amount_yuan": "3000", "reasons": "事实清楚，裁量适当。",
        },
    )  # fmt: skip


def decided(desk: Desk, case: Case) -> None:
    desk.be("tangguohua", "2026-04-13 16:00")
    desk.go(page_of(case))
    assert next_is(desk, "作出行政处罚决定")
    desk.shoot("decision-is-open")
    desk.do("decide", {"performance": "自收到本决定书之日起十五日内缴清罚款。", "opinion": "同意处罚。"})
    case.refresh_from_db()
    assert (case.stage, case.fine_yuan, f"{case.decided_on}") == ("service", 3000, "2026-04-13")
    sheet = case.documents.get(code="D29")
    assert "第3次送审" in sheet.data["review_result"] and "听证报告" in sheet.data["hearing_result"]
    course = case.documents.get(code="D30").data["process"]
    assert "2026年4月9日公开举行听证，由方中正主持" in course and "本机关根据听证笔录作出本决定" in course
    read(desk, case, "D29", "approval-sheet")
    read(desk, case, "D30", "decision-paper")


def delivered(desk: Desk, case: Case) -> None:
    """What was decided reaches the party within its seven days, and the case goes on to be performed."""
    desk.be("lixuemei", "2026-04-14 11:00")
    desk.go(page_of(case))
    assert next_is(desk, "送达")
    hand_over(desk, case, "serve", "2026-04-14T10:30")
    case.refresh_from_db()
    assert case.stage == "performance"
    desk.go(page_of(case))
    desk.shoot("decision-is-served")
