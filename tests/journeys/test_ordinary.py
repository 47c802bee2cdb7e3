"""普通程序: a house without a permit, from the clue to the closed file, every step at the desk of whoever does it."""

import pytest

from mingzhi.core.ledger import verify
from mingzhi.procedures.clue.models import Clue
from mingzhi.procedures.penalty.models import Case
from tests.cast import CITIZEN

from .desk import Desk

pytestmark = pytest.mark.journey

OFFICERS = ["李雪梅", "陈志强"]
DRAWN = {"kind": "drawn"}
PAPER = {"kind": "paper"}


def test_a_house_without_a_permit_goes_from_the_clue_to_the_closed_file(desk: Desk):
    """penalty-law-54, penalty-law-44, penalty-law-57, penalty-law-61, archive-1.3"""
    clue(desk)
    case = filing(desk)
    investigation(desk, case)
    notice(desk, case)
    decision(desk, case)
    performance(desk, case)
    closing(desk, case)
    found = Case.objects.get(pk=case)
    assert (found.stage, found.outcome) == ("filed", "performed")
    printed = set(found.documents.values_list("code", flat=True))
    assert {"D02", "D05", "D07", "D08", "D15", "D16", "D20", "D23", "D25c", "D29", "D30", "D33", "D46", "D47", "D48", "D48b"} <= printed
    assert Clue.objects.get().stage == "filed"
    assert verify().ok
    assert desk.errors == []


def clue(desk: Desk) -> None:
    desk.be("wangli", "2026-03-02 09:00")
    desk.shoot("first-page-of-the-clerk")
    desk.go("/clue/new/register")
    desk.fill(
        {
            "source": "群众举报",
            "subject": "万隆村三组新建房屋",
            "place": "万隆村三组",
            "content": "来电反映有人在公路边自建房屋，不知有没有手续。",
            "informant_name": "郑大山",
            "informant_contact": "13900000009",
            "wants_answer": True,
        }
    )
    desk.shoot("clue-form")
    desk.send()
    assert "郑大山" not in desk.page.content()
    desk.be("luokaifu", "2026-03-02 09:30")
    desk.go(f"/clue/{Clue.objects.get().pk}/")
    desk.do("assign", {"people": OFFICERS})
    desk.be("lixuemei", "2026-03-02 16:00")
    desk.go(f"/clue/{Clue.objects.get().pk}/")
    desk.do("verify", {"verification": "现场正在砌墙，当事人刘大成没有出示规划许可证。", "conclusion": "建议立案。"})
    desk.be("luokaifu", "2026-03-02 17:00")
    desk.go(f"/clue/{Clue.objects.get().pk}/")
    desk.do("send_to_filing")
    desk.be("lixuemei", "2026-03-03 09:00")
    desk.go(f"/clue/{Clue.objects.get().pk}/")
    desk.do("answer_informant", {"answer": "已核查，正在提请立案。", "channel": "电话"})


def filing(desk: Desk) -> int:
    desk.go(f"/clue/{Clue.objects.get().pk}/")
    desk.shoot("clue-waits-for-filing")
    desk.page.click("text=提请立案 →")
    desk.fill(
        {
            "power": "未取得乡村建设规划许可证建设",
            "cause": "未取得乡村建设规划许可证建设",
            "acted_from_on": "2026-02-20",
            "facts": "刘大成在万隆村三组自建房屋一层，未取得乡村建设规划许可证。",
            "officers": ["陈志强"],
            "opinion": "涉嫌违反《城乡规划法》第四十一条第一款，建议立案。",
            **{name: "公民" if name == "party_kind" else value for name, value in CITIZEN.items()},
        }
    )
    desk.shoot("filing-form")
    desk.send()
    case = Case.objects.get().pk
    desk.be("zhouweimin", "2026-03-03 10:00")
    desk.go(f"/penalty/{case}/")
    desk.shoot("approval-is-shut")
    assert "承办机构（大队）尚未签署意见" in desk.page.inner_text("main")
    desk.be("luokaifu", "2026-03-03 11:00")
    desk.shoot("first-page-of-the-captain")
    desk.go(f"/penalty/{case}/")
    desk.do("endorse_filing")
    desk.be("zhouweimin", "2026-03-03 15:00")
    desk.go(f"/penalty/{case}/")
    desk.do("approve_filing")
    return case


def investigation(desk: Desk, case: int) -> None:
    desk.be("lixuemei", "2026-03-04 10:00")
    desk.go(f"/penalty/{case}/")
    desk.do(
        "inspect",
        {
            "officers": OFFICERS, "place": "万隆村三组", "from_at": "2026-03-04T09:00", "until_at": "2026-03-04T09:40",
            "recorder": "陈志强", "attire": "已按规定着装、佩戴执法标识", "showed_card": True, "told_rights": True, "told_recording": True,
            "rights_answer": "看清楚了，不申请回避。", "findings": "房屋一层，砖混结构，长12.0米，宽8.5米，未见规划许可证。",
            "party_opinion": "情况属实。", "party_signature": DRAWN, "first_signature": DRAWN, "second_signature": DRAWN,
        },
    )  # fmt: skip
    desk.shoot("after-the-inspection")
    desk.clock.to("2026-03-04 10:20")
    desk.do(
        "take_evidence",
        {
            "officers": OFFICERS, "kind": "视听资料", "name": "现场照片", "source": "执法人员现场拍摄", "holder": "陈志强", "maker": "陈志强",
            "made_at": "2026-03-04T09:20", "acted_at": "2026-03-04T09:30", "place": "万隆村三组", "method": "数码相机拍摄",
            "copies": "1张", "file": desk.photo("现场照片.jpg"), "proves": "房屋的位置和施工情况",
        },
    )  # fmt: skip
    desk.be("lixuemei", "2026-03-05 10:30")
    desk.go(f"/penalty/{case}/")
    desk.do(
        "question",
        {
            "officers": OFFICERS, "place": "石壕镇综合行政执法大队", "from_at": "2026-03-05T09:30", "until_at": "2026-03-05T10:10",
            "recorder": "陈志强", "person_name": "刘大成", "person_identifier": CITIZEN["party_identifier"],
            "person_address": CITIZEN["party_address"], "person_phone": CITIZEN["party_phone"], "relation": "当事人",
            "showed_card": True, "told_rights": True, "rights_answer": "听清楚了，不申请回避。",
            "answers": [{"question": "房屋是什么时候开始建的？", "answer": "今年2月开始的，没有办过手续。"}],
            "confirmation": "以上笔录我看过，和我说的一致。", "asked_signature": DRAWN,
        },
    )  # fmt: skip
    desk.clock.to("2026-03-05 10:40")
    desk.do("ask_correction", {"content": "停止建设并自行拆除", "by_on": "2026-03-20", "consequences": "逾期不改正的，依法处理。"})
    desk.page.goto(f"{desk.address}/penalty/{case}/?do=report")
    assert "万隆村三组的现场检查没有音像记录" in desk.page.inner_text("#do .shut")
    desk.shoot("report-is-shut")
    desk.page.click("#do .shut a:has-text('登记未作音像记录')")
    desk.fill(
        {
            "what": "现场检查（勘验）", "place": "万隆村三组", "purpose": "检查违法建设", "began_at": "2026-03-04T09:00",
            "ended_at": "2026-03-04T09:40", "unrecorded_because": "执法记录仪送修，已用相机拍照。",
        }
    )  # fmt: skip
    desk.send()
    desk.shoot("it-is-said-why-nothing-was-recorded")
    desk.go(f"/penalty/{case}/")
    desk.be("luokaifu", "2026-03-05 15:00")
    desk.go(f"/penalty/{case}/")
    desk.do("order_correction")
    desk.be("lixuemei", "2026-03-06 10:00")
    desk.go(f"/penalty/{case}/")
    serve(desk, "2026-03-06T09:30")
    desk.be("lixuemei", "2026-03-21 10:00")
    desk.go(f"/penalty/{case}/")
    desk.do(
        "recheck",
        {
            "officers": OFFICERS, "place": "万隆村三组", "acted_at": "2026-03-21T09:30", "results-0-item": "停止建设并自行拆除",
            "results-0-result": "已停工并拆除", "results-0-done": True, "conclusion": "已改正。", "party_opinion": "无异议。", "party_signature": DRAWN,
        },
    )  # fmt: skip
    desk.be("lixuemei", "2026-03-23 10:00")
    desk.go(f"/penalty/{case}/")
    desk.do(
        "report",
        {
            "conclusion": "给予行政处罚", "found": "经查，刘大成未取得乡村建设规划许可证，于2026年2月20日起在万隆村三组自建房屋。", "course": "3月3日立案，3月4日检查，3月5日询问并责令改正。",
            "proposed_penalties-0-kind": "其他行政处罚", "proposed_penalties-0-content": "限期改正",
            "proposal": "事实清楚，证据充分，建议处罚。", "discretion": "初次违法，责令后已改正，从轻处理。",
            "discretion_basis": "重庆市行政处罚裁量基准 一般档",
        },
    )  # fmt: skip


def serve(desk: Desk, when: str) -> None:
    """Hand whatever waits for service to the party."""
    desk.page.goto(f"{desk.page.url.split('?')[0].split('#')[0]}?do=serve")
    for box in desk.page.locator("#do form [name=documents]").all():
        box.check()
    desk.fill(
        {
            "method": "直接送达", "recipient": "刘大成", "receiver": "刘大成", "relation": "本人", "place": "万隆村三组", "acted_at": when,
            "officers": OFFICERS, "receiver_signature": DRAWN,
        }
    )  # fmt: skip
    desk.send()


def notice(desk: Desk, case: int) -> None:
    desk.be("luokaifu", "2026-03-23 15:00")
    desk.go(f"/penalty/{case}/")
    desk.do("agree_report")
    desk.be("lixuemei", "2026-03-24 09:00")
    desk.go(f"/penalty/{case}/")
    desk.do("notify", {"reasons": "违法事实清楚，证据确凿。"})
    desk.be("lixuemei", "2026-03-24 10:00")
    desk.go(f"/penalty/{case}/")
    serve(desk, "2026-03-24T09:40")
    desk.go(f"/penalty/{case}/?do=propose_decision")
    assert "陈述申辩期" in desk.page.inner_text("main")
    desk.shoot("decision-waits-for-the-window")
    desk.clock.to("2026-03-24 10:10")
    desk.do("waive_statement", {"made_by": "刘大成", "signed_at": "2026-03-24T10:00", "party_signature": DRAWN})


def decision(desk: Desk, case: int) -> None:
    desk.be("lixuemei", "2026-03-25 09:00")
    desk.go(f"/penalty/{case}/")
    desk.do("propose_decision", {"opinion": "建议按告知的内容作出决定。"})
    desk.be("luokaifu", "2026-03-25 10:00")
    desk.go(f"/penalty/{case}/")
    desk.do("endorse_decision")
    desk.be("zhouweimin", "2026-03-25 15:00")
    desk.shoot("first-page-of-the-deputy")
    desk.go(f"/penalty/{case}/")
    desk.shoot("decision-is-open")
    desk.do("decide", {"performance": "自收到本决定书之日起停止违法建设。", "opinion": "同意处罚。"})
    desk.be("lixuemei", "2026-03-26 10:00")
    desk.go(f"/penalty/{case}/")
    serve(desk, "2026-03-26T09:40")
    paper = Case.objects.get(pk=case).documents.get(code="D30")
    desk.go(f"/documents/{paper.pk}/")
    desk.page.wait_for_load_state("networkidle")
    desk.shoot("decision-paper")


def performance(desk: Desk, case: int) -> None:
    desk.be("lixuemei", "2026-04-10 10:00")
    desk.go(f"/penalty/{case}/")
    desk.do("ask_closing", {"opinion": "已履行完毕，建议结案。"})
    desk.be("luokaifu", "2026-04-10 11:00")
    desk.go(f"/penalty/{case}/")
    desk.do("endorse_closing")
    desk.be("zhouweimin", "2026-04-10 15:00")
    desk.go(f"/penalty/{case}/")
    desk.do("approve_closing")


def closing(desk: Desk, case: int) -> None:
    desk.be("lixuemei", "2026-04-13 09:00")
    desk.go(f"/penalty/{case}/")
    desk.do("make_file", {"file_number": "2026-0001", "situation": "本卷材料齐全，无缺页。"})
    desk.be("heping", "2026-04-15 09:00")
    desk.go(f"/penalty/{case}/")
    desk.do("check_file", {"checker_signature": DRAWN})
    desk.shoot("closed-file")
    assert "本件已办结" in desk.page.inner_text("main")
