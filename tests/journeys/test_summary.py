"""简易程序: a stall leaves its rubbish in the street, two hundred yuan on the spot, from the phone beside it to the closed file."""

import pytest

from mingzhi.core.ledger import verify
from mingzhi.procedures.penalty.models import Case
from tests.cast import CITIZEN

from .desk import Desk
from .phone import Phone

pytestmark = pytest.mark.journey

OFFICERS = ["李雪梅", "陈志强"]
DRAWN = {"kind": "drawn"}
STALL = {
    "officers": OFFICERS,
    "attire": "已按规定着装、佩戴执法标识",
    "showed_card": True,
    "told_recording": True,
    "power": "乱堆粪便、垃圾、柴草、杂物，拒不改正（处五百元以下罚款）",
    "cause": "乱堆垃圾，拒不改正",
    "place": "石壕镇市场街8号门前",
    "acted_at": "2026-03-05T09:10",
    "facts": "当事人收摊后在门前乱堆垃圾，经责令拒不改正。",
    "facts_clear": True,
    **{name: "公民" if name == "party_kind" else value for name, value in CITIZEN.items()},
    "evidence": [{"kind": "物证", "name": "现场照片2张", "proves": "门前乱堆垃圾"}],
    "told_rights": True,
    "statement": "无",
    "penalty_kinds": ["罚款"],
    "fine_yuan": "200",
    "discretion": "违法程度一般，在法定幅度内裁量。",
    "discretion_basis": "《重庆市村镇规划建设管理条例》第五十条第一款",
    "correction": "立即清除门前垃圾",
    "corrected_now": True,
    "handed_at": "2026-03-05T09:40",
    "party_signature": DRAWN,
    "first_signature": DRAWN,
    "second_signature": DRAWN,
}


def test_a_stall_is_fined_on_the_spot_and_the_cash_reaches_the_bank_and_the_file_its_shelf(phone: Phone, desk: Desk):
    """penalty-law-51, penalty-law-52, penalty-law-68, penalty-law-71.1, penalty-law-71.2, archive-1.3"""
    on_the_spot(phone)
    case = Case.objects.get()
    assert (case.stage, case.title) == ("punished", "刘大成乱堆垃圾，拒不改正案")
    decision_in_hand(phone, case)
    phone.clock.to("2026-03-05 09:55")
    cash(phone, case)
    phone.be("lixuemei", "2026-03-05 16:00")
    phone.go(f"/summary/{case.pk}/")
    phone.do("report", {"received_by": "罗开富"})
    to_the_bank(desk, case)
    file(desk, case)
    case.refresh_from_db()
    assert case.stage == "filed"
    assert {"D31", "D37", "D47", "D48", "D48b"} == set(case.documents.values_list("code", flat=True))
    assert verify().ok
    assert phone.errors == desk.errors == []


def on_the_spot(phone: Phone, **changes) -> None:
    """The one form, filled in beside the stall."""
    phone.be("lixuemei", "2026-03-05 09:45")
    phone.shoot("first-page")
    phone.page.click("main .btns >> text=当场处罚")
    phone.shoot("form-empty")
    phone.fill(STALL | changes)
    phone.shoot("form-filled")
    phone.send()


def decision_in_hand(phone: Phone, case: Case) -> None:
    """The printed decision is looked at, page by page."""
    paper = case.documents.get(code="D31")
    phone.go(f"/documents/{paper.pk}/")
    phone.page.wait_for_load_state("networkidle")
    sheets = phone.page.locator("img.sheet")
    assert sheets.count() == paper.pages
    assert sheets.first.evaluate("sheet => sheet.complete && sheet.naturalWidth > 700")
    assert phone.wider_than_the_screen() <= 0
    phone.shoot("decision")
    assert [one["kind"] for one in paper.data["signatures"]["officers"]] == ["drawn", "drawn"]


def cash(phone: Phone, case: Case) -> None:
    phone.go(f"/summary/{case.pk}/")
    phone.do(
        "collect",
        {
            "ground": "当场处罚，不当场收缴事后难以执行", "reason": "流动摊贩，不当场收缴事后难以执行", "receipt_number": "渝罚20260001",
            "collected_at": "2026-03-05T09:50", "officers": OFFICERS, "first_signature": DRAWN, "second_signature": DRAWN,
        },
    )  # fmt: skip
    phone.shoot("cash-in-hand")
    due = phone.page.inner_text(".due")
    assert "当场收缴款交机关" in due
    assert "剩 2 个工作日" in due


def to_the_bank(desk: Desk, case: Case) -> None:
    """Two working days to the organ, two more to the bank: Thursday to Friday, Friday to the Tuesday after."""
    desk.be("wangli", "2026-03-06 09:00")
    desk.shoot("first-page-of-the-clerk")
    desk.go(f"/summary/{case.pk}/")
    desk.do("hand_in")
    assert "剩 2 个工作日" in desk.page.inner_text(".due")
    desk.be("wangli", "2026-03-10 15:00")
    desk.go(f"/summary/{case.pk}/")
    assert "今日到期" in desk.page.inner_text(".due")
    desk.shoot("last-day-for-the-bank")
    desk.do("bank_in", {"bank_slip": "B20260310"})


def file(desk: Desk, case: Case) -> None:
    desk.be("lixuemei", "2026-03-11 09:00")
    desk.go(f"/summary/{case.pk}/")
    desk.do("make_file")
    desk.be("heping", "2026-03-12 09:00")
    desk.go(f"/summary/{case.pk}/")
    desk.do("check_file", {"checker_signature": DRAWN})
    desk.shoot("closed-file")
    assert "本件已办结" in desk.page.inner_text("main")


def test_a_party_who_will_not_sign_is_written_down_with_the_reason_and_a_witness(phone: Phone):
    """penalty-law-52"""
    refusal = {"kind": "refused", "reason": "当事人称罚款过高，不愿签名", "witness": "市场街社区网格员 邓长顺"}
    on_the_spot(phone, party_signature=refusal)
    paper = Case.objects.get().documents.get(code="D31")
    assert refusal.items() <= paper.data["signatures"]["party"].items()
    phone.go(f"/documents/{paper.pk}/")
    phone.page.wait_for_load_state("networkidle")
    phone.shoot("decision-not-signed")
    assert phone.errors == []


def test_a_cent_more_than_the_summary_procedure_allows_is_refused_and_nothing_typed_is_lost(phone: Phone):
    """penalty-law-51"""
    phone.be("lixuemei", "2026-03-05 09:45")
    phone.go("/summary/new/punish")
    phone.fill(STALL | {"fine_yuan": "200.01"})
    phone.send(done=False)
    phone.shoot("refused")
    reasons = phone.page.inner_text(".shut")
    assert "请改用普通程序" in reasons
    assert "行政处罚法 第五十一条" in reasons
    assert Case.objects.count() == 0
    kept = {
        name: value
        for name, value in STALL.items()
        if isinstance(value, str) and name not in {"power", "party_kind", "attire", "fine_yuan"}
    }
    assert {name: phone.page.input_value(f"#do [name={name}]") for name in kept} == kept
    assert phone.page.input_value("[name=evidence-0-name]") == "现场照片2张"
    assert all(phone.page.is_checked(f"[name={name}]") for name in ("showed_card", "told_rights", "facts_clear", "corrected_now"))
    assert phone.page.locator("[data-sign-says]", has_text="已签").count() == 3
    phone.fill({"fine_yuan": "200"})
    phone.send()
    assert Case.objects.get().fine_yuan == 200
