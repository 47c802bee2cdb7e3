"""结案: nothing is closed that is not performed, and nobody closes their own case."""

import pytest

from mingzhi.core.engine.errors import PostNotHeld
from mingzhi.core.engine.perform import perform
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.procedures.penalty.models import Approval, GoodsDisposal, Preservation, SpotCollection
from tests.cast import Town, at

from .refusing import refused
from .story import closed, closing_asked, closing_endorsed, paid, performed, rechecked, served

ASK = {"opinion": "建议结案。"}


def asked_in_vain(town: Town, case, when: str = "2026-04-13 09:00", **changes) -> dict:
    return refused("penalty.ask_closing", case, actor=town["lixuemei"], data={**ASK, **changes}, at=at(when))


def test_a_performed_case_is_asked_for_endorsed_and_closed_with_its_sheet(town: Town):
    """penalty-law-66, recording-9.2, archive-1.3"""
    done = closed(town)
    assert done.matter.stage == "filing"
    assert done.matter.outcome == "performed"
    assert done.matter.closed_on.isoformat() == "2026-04-13"
    assert done.matter.deadlines.get(provision="archive-1.3").due_at.date().isoformat() == "2026-05-13"
    sheet = done.documents[0]
    assert sheet.code == "D46"
    assert sheet.data["penalty_done"] == "罚款300.00元已缴清。"
    assert sheet.data["receipts"] == "0051201"
    assert "已改正" in sheet.data["correction_done"]
    assert [row["label"] for row in sheet.data["opinions"]] == ["承办人意见", "承办机构意见", "负责人意见"]


def test_an_unpaid_and_unchecked_case_is_not_closed_and_both_are_said_at_once(town: Town):
    """penalty-law-66, penalty-law-28"""
    found = asked_in_vain(town, served(town))
    assert {"penalty-law-66", "penalty-law-28"} <= set(found)
    assert found["penalty-law-66"].mend == "penalty.pay"
    assert found["penalty-law-28"].mend == "penalty.recheck"


def test_an_overdue_fine_leads_to_the_court(town: Town):
    """compulsion-law-53, penalty-law-72-execute"""
    case = rechecked(town, served(town))
    assert "compulsion-law-53" not in asked_in_vain(town, case, "2026-04-17 17:00")
    found = asked_in_vain(town, case, "2026-04-18 09:00")
    assert set(found) == {"compulsion-law-53"}
    assert "请提起强制执行" in found["compulsion-law-53"].sentence


def test_a_correction_not_made_is_explained_before_closing(town: Town):
    """penalty-law-28"""
    case = rechecked(town, paid(town), done=False)
    assert set(asked_in_vain(town, case)) == {"penalty-law-28"}
    assert closing_asked(town, case, uncorrected_because="当事人外出，已由村委会代为清理。").stage == "closing"


def test_collected_money_is_banked_before_closing(town: Town):
    """penalty-law-71.1, penalty-law-71.2"""
    case = rechecked(town, served(town))
    SpotCollection.objects.create(
        matter=case, amount_yuan=300, ground="remote", receipt_kind="专用票据", receipt_number="9", place="万隆村",
        collected_by=town["lixuemei"], collected_at=at("2026-04-02 11:00"), runs_from_on="2026-04-02",
    )  # fmt: skip
    assert set(asked_in_vain(town, case)) == {"penalty-law-71.1"}
    SpotCollection.objects.update(handed_in_at=at("2026-04-03"), banked_at=at("2026-04-03"))
    paid(town, case)
    assert closing_asked(town, case).stage == "closing"


def test_preserved_evidence_is_disposed_of_before_closing(town: Town):
    """penalty-law-56"""
    case = performed(town)
    row = Preservation.objects.create(
        matter=case, reason="可能灭失", goods=[{"name": "工具", "quantity": "1"}], place="库房", method="就地保存",
        carried_out_at=at("2026-03-06"),
    )  # fmt: skip
    assert set(asked_in_vain(town, case)) == {"penalty-law-56"}
    row.disposed_at = at("2026-03-10")
    row.save()
    assert closing_asked(town, case).stage == "closing"


def test_confiscated_goods_are_disposed_of_before_closing(town: Town):
    """penalty-law-74"""
    case = performed(town)
    case.decided_penalties = [*case.decided_penalties, {"kind": "confiscation", "content": "没收三轮车1辆"}]
    case.save()
    assert set(asked_in_vain(town, case)) == {"penalty-law-74"}
    batch = GoodsDisposal.objects.create(matter=case, goods=[], disposal="拍卖", reason="可用", asked_by=town["lixuemei"])
    assert set(asked_in_vain(town, case)) == {"penalty-law-74"}
    batch.carried_out_at = at("2026-04-12")
    batch.save()
    assert closing_asked(town, case).stage == "closing"


def test_closing_is_asked_for_once(town: Town):
    """penalty-law-66"""
    assert set(asked_in_vain(town, closing_asked(town))) == {"penalty-law-66"}


def test_the_brigade_speaks_before_the_head_and_only_once(town: Town):
    """penalty-law-66"""
    case = closing_asked(town)
    found = refused("penalty.approve_closing", case, actor=town["zhouweimin"], data={"opinion": "同意"}, at=at("2026-04-13 11:00"))
    assert found["penalty-law-66"].mend == "penalty.endorse_closing"
    closing_endorsed(town, case)
    again = refused("penalty.endorse_closing", case, actor=town["luokaifu"], data={"opinion": "同意"}, at=at("2026-04-13 12:00"))
    assert set(again) == {"penalty-law-66"}


def test_a_returned_closing_goes_back_to_performance_and_may_be_asked_again(town: Town):
    """penalty-law-66"""
    case = closing_asked(town)
    case = perform("penalty.return_closing", case, actor=town["zhouweimin"], data={"reasons": "补充照片"}, at=at("2026-04-13 11:00")).matter
    assert (case.stage, case.outcome) == ("performance", "")
    assert closing_asked(town, case, when="2026-04-14 09:00").stage == "closing"
    assert Approval.objects.filter(matter_id=case.pk, subject="closing").count() == 2


def test_a_case_that_ended_elsewhere_is_returned_without_leaving_its_stage(town: Town):
    """penalty-law-66"""
    case = served(town)
    case.stage, case.outcome, case.fine_yuan = "closing", "withdrawn", None
    case.save()
    refusal = refused("penalty.endorse_closing", case, actor=town["luokaifu"], data={"opinion": "同意"}, at=at("2026-04-13 09:00"))
    assert refusal["penalty-law-66"].mend == "penalty.ask_closing"
    case = closing_asked(town, case)
    case = perform("penalty.return_closing", case, actor=town["zhouweimin"], data={"reasons": "补充"}, at=at("2026-04-13 11:00")).matter
    assert (case.stage, case.outcome) == ("closing", "withdrawn")


def test_the_handler_and_the_clerk_do_not_close(town: Town):
    """town-separation"""
    case = closing_endorsed(town)
    for who in ("lixuemei", "wangli"):
        with pytest.raises(PostNotHeld):
            perform("penalty.approve_closing", case, actor=town[who], data={"opinion": "同意"}, at=at("2026-04-13 15:00"))


def test_a_head_who_handles_the_case_does_not_close_it(town: Town):
    """town-separation"""
    case = closing_endorsed(town)
    Appointment.objects.create(person=town["chenzhiqiang"], authority=town.authority, post=Post.MAYOR, from_on="2026-01-01")
    found = refused("penalty.approve_closing", case, actor=town["chenzhiqiang"], data={"opinion": "同意"}, at=at("2026-04-13 15:00"))
    assert set(found) == {"town-separation"}
