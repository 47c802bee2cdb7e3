"""线索: every way from what was seen or reported to its end, what shuts each, and what is kept of who reported it."""

from __future__ import annotations

from typing import Any

import pytest

from mingzhi.core.engine.errors import InvalidInput, NotFound, PostNotHeld, Refused, WrongStage
from mingzhi.core.engine.models import Deadline, Record
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.procedures.clue.models import Clue, Informant
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at
from tests.procedures.penalty.refusing import refused
from tests.procedures.penalty.states import CLUE, MATERIALS, assigned, for_filing, handing, registered, step, verified
from tests.procedures.penalty.story import proposal

NOON = at("2026-03-03 12:00")


def shut(clue: Clue, person: Any, name: str) -> list[str | None]:
    """What mends each refusal of an action that is shut for a person."""
    return [row.mend for row in next(one for one in possible(clue, person, NOON) if one.action.name == name).refusals]


def test_a_clue_is_numbered_and_is_to_be_decided_on_in_time(town: Town):
    """town-filing-sla, joint-3.2.2-whistle"""
    clue = registered(town)
    assert clue.number == "綦石壕府线字〔2026〕1号"
    assert clue.stage == "registered"
    assert Deadline.objects.get(matter=clue).provision == "town-filing-sla"


def test_the_informant_is_kept_apart(town: Town):
    """complaint-8"""
    clue = registered(town)
    informant = Informant.objects.get(matter=clue)
    assert (informant.name, informant.wants_answer) == ("郑大山", False)
    assert "郑大山" not in f"{clue.title}{clue.content}{clue.records.get().sentence}"


@pytest.mark.parametrize("field", ["content", "subject"])
def test_a_clue_does_not_name_its_informant(town: Town, field: str):
    """complaint-8"""
    with pytest.raises(InvalidInput) as invalid:
        registered(town, **{field: "郑大山来电反映有人砌墙"})
    assert set(invalid.value.errors) == {field}


def test_an_informant_can_be_reached(town: Town):
    """complaint-8"""
    with pytest.raises(InvalidInput) as invalid:
        registered(town, informant_contact="")
    assert "informant_contact" in invalid.value.errors


def test_who_wants_an_answer_says_who_they_are(town: Town):
    """penalty-law-54.2"""
    with pytest.raises(InvalidInput) as invalid:
        registered(town, informant_name="", informant_contact="", wants_answer=True)
    assert set(invalid.value.errors) == {"informant_name", "informant_contact"}


def test_only_officers_verify(town: Town):
    """joint-3.2.2-single"""
    with pytest.raises(InvalidInput) as invalid:
        step("clue.assign", registered(town), town, "luokaifu", "2026-03-02 11:00", people=["王丽"])
    assert "people" in invalid.value.errors


def test_those_assigned_take_the_clue_over_and_may_be_changed(town: Town):
    """joint-3.2.2-single"""
    clue = step("clue.assign", assigned(town), town, "luokaifu", "2026-03-02 12:00", people=["吴敏"])
    assert clue.handler_names == "吴敏"
    with pytest.raises(PostNotHeld):
        step("clue.verify", clue, town, "lixuemei", "2026-03-02 16:00", verification="无", conclusion="无")


def test_a_verified_clue_goes_to_filing_with_its_sheet(town: Town):
    """penalty-law-54"""
    done = perform("clue.send_to_filing", verified(town), actor=town["luokaifu"], data={"opinion": "同意。"}, at=NOON)
    assert done.matter.stage == "for_filing"
    assert [paper.code for paper in done.documents] == ["D01"]
    assert "郑大山" not in str(done.documents[0].data)


def test_a_clue_may_be_sent_back_for_more(town: Town):
    """penalty-law-54"""
    clue = step("clue.send_back", verified(town), town, "luokaifu", "2026-03-03 09:00", reasons="没有照片。")
    assert clue.stage == "verifying"


def test_a_clue_ends_in_the_case_that_was_proposed_from_it(town: Town):
    """penalty-law-54"""
    clue = for_filing(town)
    done = perform("penalty.propose", actor=town["lixuemei"], data=proposal(town, clue=clue.pk), at=NOON)
    clue = Clue.objects.get(pk=clue.pk)
    assert (clue.stage, clue.closed_at) == ("filed", NOON)
    assert Case.objects.get(pk=done.matter.pk).from_clue_id == clue.pk
    assert Record.objects.filter(matter=clue).last().action == "clue.become_case"
    assert Deadline.objects.get(matter=clue).met_at == NOON


def test_no_clue_becomes_a_case_that_nobody_proposed(town: Town):
    """penalty-law-54"""
    found = refused("clue.become_case", for_filing(town), actor=town["lixuemei"], at=NOON)
    assert found["penalty-law-54"].mend == "penalty.propose"


def test_a_clue_that_was_not_agreed_to_cannot_be_proposed(town: Town):
    """penalty-law-54"""
    with pytest.raises(InvalidInput) as invalid:
        perform("penalty.propose", actor=town["lixuemei"], data=proposal(town, clue=verified(town).pk), at=NOON)
    assert set(invalid.value.errors) == {"clue"}


def alone(town: Town) -> Clue:
    """A clue that the captain, an officer too, verified alone."""
    Appointment.objects.create(person=town["luokaifu"], authority=town.authority, post=Post.OFFICER, from_on="2025-01-01")
    clue = step("clue.assign", registered(town), town, "luokaifu", "2026-03-02 11:00", people=["罗开富"])
    return step(
        "clue.verify", clue, town, "luokaifu", "2026-03-02 16:00", verified_at="2026-03-02 15:00", verification="无", conclusion="无"
    )


@pytest.mark.parametrize(("name", "data"), [("send_to_filing", {"opinion": "同意。"}), ("dismiss", {"reasons": "不实。"})])
def test_a_captain_who_verified_alone_does_not_decide(town: Town, name: str, data: dict):
    """penalty-law-54"""
    found = refused(f"clue.{name}", alone(town), actor=town["luokaifu"], data=data, at=NOON)
    assert "您自己核查" in found["penalty-law-54"].sentence


def test_who_proposed_a_transfer_does_not_decide_on_it(town: Town):
    """town-separation"""
    data = {"handed_to": "某局", "reasons": "不属于本镇。", "materials": MATERIALS}
    found = refused("clue.transfer", alone(town), actor=town["luokaifu"], data=data, at=NOON)
    assert "请由其他负责人决定" in found["town-separation"].sentence
    assert step("clue.transfer", Clue.objects.get(), town, "zhouweimin", "2026-03-03 12:00", **data).stage == "handing"


def test_who_verified_beside_the_one_who_wrote_it_down_may_still_decide(town: Town):
    """town-separation"""
    Appointment.objects.create(person=town["luokaifu"], authority=town.authority, post=Post.OFFICER, from_on="2025-01-01")
    clue = step("clue.assign", registered(town), town, "luokaifu", "2026-03-02 11:00", people=["罗开富", "李雪梅"])
    found = {"verified_at": "2026-03-02 15:00", "verification": "无", "conclusion": "移送。"}
    clue = step("clue.verify", clue, town, "lixuemei", "2026-03-02 16:00", **found)
    data = {"handed_to": "某局", "reasons": "不属于本镇。", "materials": MATERIALS}
    assert step("clue.transfer", clue, town, "luokaifu", "2026-03-03 09:00", **data).stage == "handing"


def test_another_head_decides_on_what_the_captain_verified(town: Town):
    """penalty-law-54"""
    assert step("clue.dismiss", alone(town), town, "zhouweimin", "2026-03-03 12:00", reasons="不实。").stage == "not_filed"


def test_a_clue_that_is_not_the_towns_is_handed_over_and_ends_with_the_receipt(town: Town):
    """personnel-19-transfer, penalty-law-22"""
    clue = handing(town)
    assert [paper.code for paper in clue.documents.order_by("id")] == ["D01", "D43"]
    assert clue.closed_at is None
    done = step("clue.record_receipt", clue, town, "lixuemei", "2026-03-05 10:00", received_on="2026-03-05", receiver="规资局 张接收")
    assert (done.stage, done.receipt) == ("handed", "2026-03-05 规资局 张接收签收")
    assert done.closed_at is not None


def test_a_transfer_lists_its_materials(town: Town):
    """personnel-19-transfer"""
    with pytest.raises(InvalidInput) as invalid:
        data = {"handed_to": "某局", "reasons": "不属于本镇。", "materials": []}
        step("clue.transfer", verified(town), town, "luokaifu", "2026-03-03 09:00", **data)
    assert set(invalid.value.errors) == {"materials"}
    assert MATERIALS


def wanting(town: Town, made: Any) -> Clue:
    clue = made(town)
    Informant.objects.filter(matter=clue).update(wants_answer=True)
    return clue


@pytest.mark.parametrize(
    ("made", "name", "data"),
    [
        (verified, "dismiss", {"reasons": "不实。"}),
        (handing, "record_receipt", {"received_on": "2026-03-03", "receiver": "某局"}),
    ],
)
def test_an_informant_who_asked_is_answered_before_the_clue_ends(town: Town, made: Any, name: str, data: dict):
    """penalty-law-54.2"""
    clue = wanting(town, made)
    assert shut(clue, town["luokaifu"], name) == ["clue.answer_informant"]
    assert "penalty-law-54.2" in refused(f"clue.{name}", clue, actor=town["luokaifu"], data=data, at=NOON)
    clue = step("clue.answer_informant", clue, town, "lixuemei", "2026-03-03 12:00", answer="已经处理。", channel="电话")
    assert Informant.objects.get(matter=clue).answered_at == NOON
    assert perform(f"clue.{name}", clue, actor=town["luokaifu"], data=data, at=NOON).matter.closed_at == NOON


@pytest.mark.parametrize(
    ("name", "data"), [("read_informant", {"reasons": "回访"}), ("answer_informant", {"answer": "无", "channel": "电话"})]
)
def test_where_nobody_reported_there_is_nobody_to_read_or_answer(town: Town, name: str, data: dict):
    """complaint-8"""
    clue = registered(town, informant_name="", informant_contact="")
    assert set(refused(f"clue.{name}", clue, actor=town["wangli"], data=data, at=NOON)) == {"complaint-8"}


def test_looking_at_the_informant_is_itself_on_record(town: Town):
    """complaint-8, personnel-26, penalty-law-50"""
    clue = step("clue.read_informant", registered(town), town, "wangli", "2026-03-03 12:00", reasons="回访核实地点")
    last = clue.records.last()
    assert (last.action, last.given["reasons"], last.actor) == ("clue.read_informant", "回访核实地点", town["wangli"])


@pytest.mark.parametrize("account", ["chenzhiqiang", "luokaifu", "zhouweimin", "sunjing"])
def test_nobody_else_looks_at_the_informant(town: Town, account: str):
    """complaint-8"""
    with pytest.raises(PostNotHeld):
        step("clue.read_informant", registered(town), town, account, "2026-03-03 12:00", reasons="想看看")


def test_an_administrator_finds_no_clue(town: Town):
    """complaint-8"""
    with pytest.raises(NotFound):
        step("clue.read_informant", registered(town), town, "sysadmin", "2026-03-03 12:00", reasons="维护")


def test_a_clue_that_ended_is_not_taken_up_again(town: Town):
    """penalty-law-54.2"""
    clue = step("clue.dismiss", verified(town), town, "luokaifu", "2026-03-03 12:00", reasons="不实。")
    assert not [row for person in town.people.values() for row in possible(clue, person, NOON)]
    with pytest.raises(WrongStage):
        step("clue.send_back", clue, town, "luokaifu", "2026-03-03 13:00", reasons="再查。")


def test_a_clue_is_not_received_in_the_future(town: Town):
    """recording-6-exofficio"""
    with pytest.raises(InvalidInput) as invalid:
        registered(town, received_at="2026-03-02 10:01")
    assert set(invalid.value.errors) == {"received_at"}
    assert CLUE["received_at"] < "2026-03-02 10:00"


def test_whoever_answers_must_belong_to_the_clue(town: Town):
    """penalty-law-54.2"""
    with pytest.raises(PostNotHeld):
        step("clue.answer_informant", registered(town), town, "chenzhiqiang", "2026-03-03 12:00", answer="已办。", channel="电话")


def test_a_proposal_that_is_refused_leaves_its_clue_waiting(town: Town):
    """penalty-law-42"""
    clue = for_filing(town)
    with pytest.raises(Refused):
        perform("penalty.propose", actor=town["lixuemei"], data=proposal(town, clue=clue.pk, officers=["李雪梅"]), at=NOON)
    assert Clue.objects.get(pk=clue.pk).stage == "for_filing"
