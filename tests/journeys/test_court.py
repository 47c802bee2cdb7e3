"""申请法院强制执行: a fine that nobody pays, demanded in writing, and put before the court when the party's remedies have run out."""

import pytest

from mingzhi.core.ledger import verify
from mingzhi.procedures.enforcement.models import Enforcement
from tests.cast import Town
from tests.procedures.enforcement.story import fined

from .desk import Desk
from .family import begin, hand_over, next_is, page_of, shut

pytestmark = pytest.mark.journey


def test_an_unpaid_fine_is_demanded_waited_for_and_put_before_the_court(desk: Desk, staffed: Town):
    """compulsion-law-53, compulsion-law-54, compulsion-law-55"""
    row = begun(desk, fined(staffed))
    demanded(desk, row)
    too_early(desk, row)
    applied(desk, row)
    row.refresh_from_db()
    assert row.stage == "applied"
    assert {"D39", "D41", "D41b"} <= set(row.documents.values_list("code", flat=True))
    assert verify().ok
    assert desk.errors == []


def begun(desk: Desk, case) -> Enforcement:
    desk.be("lixuemei", "2026-04-20 10:00")
    begin(desk, case, "提起强制执行", {"checked": "期满后没有缴款。", "opinion": "建议依法强制执行。"}, shot="beginning")
    row = Enforcement.objects.get()
    assert (row.way, f"{row.due_on}") == ("court", "2026-04-17")
    return row


def demanded(desk: Desk, row: Enforcement) -> None:
    """The demand reaches the party on 2026-04-21; ten working days end on 2026-05-08."""
    desk.be("zhouweimin", "2026-04-20 15:00")
    desk.go(page_of(row))
    assert next_is(desk, "书面催告")
    desk.shoot("demand-is-to-be-made")
    desk.do("demand")
    desk.be("lixuemei", "2026-04-21 10:30")
    hand_over(desk, row, "serve", "2026-04-21T10:00")
    due = desk.page.inner_text(".due")
    assert "催告后等待" in due and "2026-05-08" in due and "申请法院强制执行" in due
    desk.shoot("demand-served")


def too_early(desk: Desk, row: Enforcement) -> None:
    """While the party may still ask for a review or sue: both last days are named, and the articles."""
    desk.be("zhouweimin", "2026-05-11 09:00")
    reasons = shut(desk, row, "apply_to_court")
    assert "申请行政复议的期限到 2026-06-01 届满" in reasons and "提起行政诉讼的期限到 2026-10-08 届满" in reasons
    assert "行政强制法 第五十三条" in reasons
    desk.shoot("application-is-too-early")


def applied(desk: Desk, row: Enforcement) -> None:
    desk.be("zhouweimin", "2026-10-12 09:00")
    desk.go(page_of(row))
    assert next_is(desk, "申请法院强制执行")
    desk.shoot("application-is-open")
    desk.do(
        "apply_to_court",
        {
            "subject_matter": "被申请人在万隆村三组有自建房一处。", "opinion": "同意申请。",
            "materials": [{"name": "被申请人身份证复印件", "copies": "1份"}], "head_signature": {"kind": "drawn"},
        },
    )  # fmt: skip
    desk.shoot("applied")
    assert "法院决定是否受理" in desk.page.inner_text(".due")
    paper = row.documents.get(code="D41")
    desk.go(f"/documents/{paper.pk}/")
    desk.page.wait_for_load_state("networkidle")
    desk.shoot("application-paper")
