"""移送、中止、终止、撤案: asked by a handler, decided by somebody else, with papers and deadlines."""

import pytest

from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at

from .refusing import refused
from .story import agreed, closing_asked, filed, investigated, served

WHEN = at("2026-03-24 09:00")
LATER = at("2026-03-24 15:00")

REASONS = {"reasons": "当事人住院手术，暂时不能接受调查。", "basis_law": "《重庆市行政执法程序规定》", "basis_article": "有关中止的规定"}
TRANSFER = {
    "addressee": "重庆市綦江区市场监督管理局",
    "reasons": "该行为不属于本镇执法事项。",
    "materials": [{"name": "现场检查笔录", "copies": "1份2页", "note": "复印件"}],
    "goods": [{"name": "电子秤", "quantity": "1台", "note": ""}],
}


def ask(town: Town, case: Case, what: str, **changes) -> Case:
    data = {**(TRANSFER if what == "transfer" else REASONS), **changes}
    return perform(f"penalty.ask_{what}", case, actor=town["lixuemei"], data=data, at=WHEN).matter


def grant(town: Town, case: Case, action: str, when=LATER):
    return perform(f"penalty.{action}", case, actor=town["zhouweimin"], data={"opinion": "同意。"}, at=when)


PAIRS = [("transfer", "transfer"), ("suspension", "suspend"), ("termination", "terminate"), ("withdrawal", "withdraw")]


@pytest.mark.parametrize(("what", "action"), PAIRS)
def test_no_case_leaves_its_way_unless_a_handler_asked(town: Town, what: str, action: str):
    """recording-8.1, recording-8.4"""
    case = filed(town).matter
    found = refused(f"penalty.{action}", case, actor=town["zhouweimin"], data={"opinion": "同意"}, at=WHEN)
    assert found["recording-8.1"].mend == f"penalty.ask_{what}"


@pytest.mark.parametrize(("what", "action"), PAIRS)
def test_whoever_asked_does_not_decide(town: Town, what: str, action: str):
    """town-separation"""
    case = ask(town, filed(town).matter, what)
    case.handlers.filter(person=town["lixuemei"]).update(person=town["zhouweimin"])
    found = refused(f"penalty.{action}", case, actor=town["zhouweimin"], data={"opinion": "同意"}, at=WHEN)
    assert set(found) == {"town-separation"}


@pytest.mark.parametrize(("what", "action"), PAIRS)
def test_one_request_waits_at_a_time(town: Town, what: str, action: str):
    """recording-8.1"""
    case = ask(town, filed(town).matter, what)
    data = TRANSFER if what == "transfer" else REASONS
    found = refused(f"penalty.ask_{what}", case, actor=town["lixuemei"], data=data, at=LATER)
    assert set(found) == {"recording-8.1"}


def test_a_case_that_is_not_the_towns_is_transferred_with_a_list_of_its_goods(town: Town):
    """penalty-law-22, personnel-19-transfer, review-11.4"""
    done = grant(town, ask(town, investigated(town), "transfer"), "transfer")
    paper = done.documents[0]
    assert (paper.code, paper.number) == ("D43", "綦石壕府移字〔2026〕1号")
    assert [row["name"] for row in paper.data["attachments"]] == ["现场检查笔录", "物品：电子秤"]
    assert done.matter.stage == "closing" and done.matter.outcome == "transferred"
    assert done.matter.deadlines.get(provision="penalty-law-60").met_at is not None


def test_a_transfer_lists_what_goes_with_it(town: Town):
    """penalty-law-22"""
    with pytest.raises(InvalidInput) as invalid:
        ask(town, filed(town).matter, "transfer", materials=[])
    assert "materials" in invalid.value.errors


def test_the_receipt_of_a_transfer_is_recorded_once(town: Town):
    """personnel-19-transfer"""
    case = grant(town, ask(town, filed(town).matter, "transfer"), "transfer").matter
    receipt = {"received_on": "2026-03-26", "received_by": "张接收", "receipt": "綦市监收〔2026〕3号"}
    case = perform("penalty.record_receipt", case, actor=town["lixuemei"], data=receipt, at=at("2026-03-27 09:00")).matter
    assert str(case.penalty_transfers.get().received_on) == "2026-03-26"
    found = refused("penalty.record_receipt", case, actor=town["lixuemei"], data=receipt, at=at("2026-03-27 10:00"))
    assert "已经登记" in found["personnel-19-transfer"].sentence


def test_a_receipt_is_not_older_than_the_transfer(town: Town):
    """personnel-19-transfer"""
    case = grant(town, ask(town, filed(town).matter, "transfer"), "transfer").matter
    receipt = {"received_on": "2026-03-23", "received_by": "张接收", "receipt": "回执"}
    with pytest.raises(InvalidInput) as invalid:
        perform("penalty.record_receipt", case, actor=town["lixuemei"], data=receipt, at=at("2026-03-27 09:00"))
    assert "received_on" in invalid.value.errors


def test_a_case_never_transferred_has_no_receipt(town: Town):
    """personnel-19-transfer"""
    case = grant(town, ask(town, filed(town).matter, "withdrawal"), "withdraw").matter
    receipt = {"received_on": "2026-03-26", "received_by": "张接收", "receipt": "回执"}
    found = refused("penalty.record_receipt", case, actor=town["lixuemei"], data=receipt, at=at("2026-03-27 09:00"))
    assert "没有移送" in found["personnel-19-transfer"].sentence


def test_a_suspected_crime_is_led_to_a_team(town: Town):
    """penalty-law-27, crime-transfer-3"""
    case = filed(town).matter
    data = {**TRANSFER, "suspected_crime": True}
    found = refused("penalty.ask_transfer", case, actor=town["lixuemei"], data=data, at=WHEN)
    assert {row.id for row in found["penalty-law-27"].provisions} == {"penalty-law-27", "crime-transfer-3"}
    assert "指定专案组" in found["penalty-law-27"].sentence


def test_a_transfer_asked_for_as_a_crime_is_not_granted_either(town: Town):
    """penalty-law-27"""
    case = ask(town, filed(town).matter, "transfer")
    case.penalty_transfers.update(suspected_crime=True)
    found = refused("penalty.transfer", case, actor=town["zhouweimin"], data={"opinion": "同意"}, at=LATER)
    assert set(found) == {"penalty-law-27"}


@pytest.mark.parametrize("stage", ["investigation", "notice"])
def test_a_suspended_case_goes_on_where_it_stood(town: Town, stage: str):
    """recording-8.4"""
    case = filed(town).matter if stage == "investigation" else agreed(town)
    done = grant(town, ask(town, case, "suspension"), "suspend")
    assert done.matter.stage == "suspended"
    assert done.documents[0].data["form"] == "中止调查"
    assert done.documents[0].data["basis"] == [{"law": "《重庆市行政执法程序规定》", "article": "有关中止的规定"}]
    asked = perform("penalty.ask_resumption", done.matter, actor=town["lixuemei"], data=REASONS, at=at("2026-03-25 09:00")).matter
    back = grant(town, asked, "resume", at("2026-03-25 15:00"))
    assert back.matter.stage == stage
    assert back.documents[0].data["form"] == "恢复调查"


def test_nobody_resumes_unasked(town: Town):
    """recording-8.1"""
    case = grant(town, ask(town, filed(town).matter, "suspension"), "suspend").matter
    found = refused("penalty.resume", case, actor=town["zhouweimin"], data={"opinion": "同意"}, at=at("2026-03-25 15:00"))
    assert found["recording-8.1"].mend == "penalty.ask_resumption"


def test_suspension_does_not_stop_the_ninety_days(town: Town):
    """penalty-law-60"""
    case = grant(town, ask(town, filed(town).matter, "suspension"), "suspend").matter
    row = case.deadlines.get(provision="penalty-law-60")
    assert row.lifted_at is None and row.met_at is None


@pytest.mark.parametrize(("what", "action", "outcome", "code"), [
    ("termination", "terminate", "terminated", "D45"),
    ("withdrawal", "withdraw", "withdrawn", "D03b"),
])  # fmt: skip
def test_an_ended_case_goes_to_its_closing_and_its_deadline_is_lifted(town: Town, what: str, action: str, outcome: str, code: str):
    """penalty-law-57, penalty-law-60"""
    done = grant(town, ask(town, investigated(town), what), action)
    assert (done.matter.stage, done.matter.outcome) == ("closing", outcome)
    assert [paper.code for paper in done.documents] == [code]
    assert [row["name"] for row in done.documents[0].data["opinions"]] == ["李雪梅", "周为民"]
    assert done.matter.deadlines.get(provision="penalty-law-60").lifted_at is not None


def test_a_refused_request_leaves_the_case_where_it_stood(town: Town):
    """recording-8.4"""
    case = ask(town, filed(town).matter, "transfer")
    data = {"request": "transfer", "reasons": "属于本镇执法事项"}
    done = perform("penalty.refuse_exit", case, actor=town["zhouweimin"], data=data, at=LATER)
    assert done.matter.stage == "investigation"
    assert done.matter.penalty_transfers.get().refused_at is not None
    assert ask(town, done.matter, "transfer").penalty_transfers.count() == 2


def test_there_is_nothing_to_refuse_unasked(town: Town):
    """recording-8.4"""
    case = filed(town).matter
    with pytest.raises(InvalidInput):
        perform("penalty.refuse_exit", case, actor=town["zhouweimin"], data={"request": "transfer", "reasons": "无"}, at=LATER)


def test_after_the_decision_no_exit_is_open(town: Town):
    """penalty-law-57"""
    names = {row.action.name for row in possible(served(town), town["zhouweimin"], at("2026-04-03 09:00"))}
    assert not names & {"transfer", "suspend", "terminate", "withdraw"}


def test_a_transferred_case_is_closed_when_its_receipt_is_there(town: Town):
    """personnel-19-transfer, penalty-law-22"""
    case = grant(town, ask(town, filed(town).matter, "transfer"), "transfer").matter
    found = refused("penalty.ask_closing", case, actor=town["lixuemei"], data={"opinion": "建议结案。"}, at=at("2026-03-25 09:00"))
    assert set(found) == {"personnel-19-transfer"}
    assert found["personnel-19-transfer"].mend == "penalty.record_receipt" and "还没有回执" in found["personnel-19-transfer"].sentence
    receipt = {"received_on": "2026-03-26", "received_by": "张接收", "receipt": "綦市监收〔2026〕3号"}
    perform("penalty.record_receipt", case, actor=town["lixuemei"], data=receipt, at=at("2026-03-27 09:00"))
    assert closing_asked(town, case, when="2026-03-27 10:00").outcome == "transferred"


@pytest.mark.parametrize(("what", "action"), [("termination", "terminate"), ("withdrawal", "withdraw")])
def test_a_case_that_was_sent_nowhere_is_closed_without_a_receipt(town: Town, what: str, action: str):
    """personnel-19-transfer"""
    case = grant(town, ask(town, filed(town).matter, what), action).matter
    assert closing_asked(town, case, when="2026-03-27 10:00").stage == "closing"
