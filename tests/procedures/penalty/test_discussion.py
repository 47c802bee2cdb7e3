"""集体讨论: who sits and speaks, what is concluded, and a decision that is no other."""

from __future__ import annotations

from typing import Any

import pytest

from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.perform import perform
from mingzhi.procedures.penalty.discussing import discussions, to_be_discussed_because
from mingzhi.procedures.penalty.models import Case, Recusal
from tests.cast import Town, at
from tests.regulations.review.story import agreed_on

from . import story
from .discussion_steps import DEPUTY, MAYOR, SECRETARY, discuss, discussed, minutes, only
from .refusing import refused
from .test_exits import REASONS

DECIDED_AT = at("2026-04-01 15:00")


def refusals(town: Town, case: Case, who: str = "wangli", **changes: Any) -> dict[str, Any]:
    return refused("penalty.discuss", case, actor=town[who], data=minutes(case, **changes), at=at("2026-04-01 11:00"))


def why_not(town: Town, case: Case, code: str = "penalty.decide", **changes: Any) -> dict[str, Any]:
    data = story.deciding(case, **changes) if code == "penalty.decide" else NOT_PUNISHED
    return refused(code, case, actor=town["zhouweimin"], data=data, at=DECIDED_AT)


NOT_PUNISHED = {
    "ground": "slight",
    "slight": True,
    "harmless": True,
    "corrected": True,
    "reasons": "违法行为轻微并及时改正。",
    "education": "已当面教育。",
    "educated_at": "2026-04-01 14:00",
    "place": "石壕镇综合行政执法大队",
    "party_opinion": "接受教育。",
    "party_signature": story.DRAWN,
}


def complex_case(town: Town) -> Case:
    """A case endorsed for decision that is 疑难复杂, its review agreed."""
    case = story.agreed(town)
    Case.objects.filter(pk=case.pk).update(major_facts=["complex"])
    case = story.decision_endorsed(town, story.decision_proposed(town, story.told(town, Case.objects.get(pk=case.pk))))
    agreed_on(town, case, "2026-04-01")
    return Case.objects.get(pk=case.pk)


def test_a_complex_case_is_not_decided_by_one_head_alone(town: Town):
    """penalty-law-57.2, review-5-collective"""
    case = complex_case(town)
    found = why_not(town, case)
    assert set(found) == {"penalty-law-57.2"}
    assert found["penalty-law-57.2"].mend == "penalty.discuss"
    assert "案件情况疑难复杂" in found["penalty-law-57.2"].sentence


def test_a_complex_case_is_decided_after_its_discussion(town: Town):
    """penalty-law-57.2"""
    case = discussed(town, complex_case(town), when="2026-04-01 12:00", from_at="2026-04-01 11:35", until_at="2026-04-01 12:00")
    case = story.decided(town, case)
    sheet = case.documents.get(code="D29").data["discussion_result"]
    assert sheet == "2026年4月1日集体讨论，唐国华主持，出席2人，2人同意。结论：给予行政处罚：罚款300元。"


def test_a_plain_case_needs_no_discussion(town: Town):
    """penalty-law-57.2"""
    case = story.decision_endorsed(town)
    assert to_be_discussed_because(case, DECIDED_AT.date()) == ""
    assert "不需要集体讨论" in story.decided(town, case).documents.get(code="D29").data["discussion_result"]


def test_the_minutes_say_who_said_what(town: Town):
    """penalty-law-57.2: D28"""
    absent = {**SECRETARY, "attendance": "absent", "because": "出差"}
    done = discuss(town, members=[DEPUTY, MAYOR, absent])
    data = done.documents[0].data
    assert [row["name"] for row in data["members"]] == ["周为民", "唐国华", "石书记"]
    assert data["members"][0]["opinion"] == "事实清楚，同意处罚。"
    assert "opinion" not in data["members"][2]
    assert data["signed_on"] == data["ended_at"][:10]
    assert data["members"][2]["because"] == "出差"
    assert data["attendants"] == [{"role": "承办人", "name": "李雪梅", "about": "汇报案情和证据。"}]
    assert (data["votes"], data["conclusion"]) == ("出席2人，2人同意。", "给予行政处罚：罚款300元。")
    assert discussions(done.matter) == [only(done.matter)]


@pytest.mark.parametrize(
    ("members", "enough"),
    [
        ([MAYOR], False),
        ([MAYOR, {**DEPUTY, "attendance": "absent", "because": "出差"}], False),
        ([MAYOR, DEPUTY], True),
        ([MAYOR, SECRETARY], True),
    ],
)
def test_two_heads_at_least_are_present(town: Town, members: list, enough: bool):
    """town-discussion"""
    case = story.decision_endorsed(town)
    if enough:
        changes = {} if DEPUTY in members else {"members": [MAYOR, {**SECRETARY, "position": "agree"}]}
        assert only(discussed(town, case, **{"members": members, **changes})).result == "punish"
    else:
        found = refusals(town, case, members=members)
        assert set(found) == {"penalty-law-57.2"}
        assert "至少要有2名负责人出席，现在只有1名" in found["penalty-law-57.2"].sentence


def test_everybody_present_is_on_record_with_an_opinion(town: Town):
    """penalty-law-57.2"""
    found = refusals(town, story.decision_endorsed(town), members=[MAYOR, {**DEPUTY, "opinion": ""}])
    assert "没有记下周为民的意见" in found["penalty-law-57.2"].sentence


@pytest.mark.parametrize(("against", "carried"), [(1, True), (2, False)])
def test_more_than_half_of_those_present_agree(town: Town, against: int, carried: bool):
    """town-discussion"""
    rows = [
        MAYOR,
        DEPUTY,
        SECRETARY,
        {**SECRETARY, "name": "冉副镇长", "title": "副镇长", "position": "dissent" if against == 2 else "agree"},
    ]
    case = story.decision_endorsed(town)
    if carried:
        row = discuss(town, case, members=rows).documents[0].data
        assert row["votes"] == "出席4人，3人同意，1人保留不同意见。"
    else:
        assert "同意结论的只有2人，没有过半数" in refusals(town, case, members=rows)["penalty-law-57.2"].sentence


def test_whoever_is_no_head_has_no_vote(town: Town):
    """penalty-law-57.2, posts-2"""
    captain = {**DEPUTY, "name": "罗开富", "title": "大队长"}
    found = refusals(town, story.decision_endorsed(town), members=[MAYOR, DEPUTY, captain])
    assert "罗开富不是本机关负责人" in found["penalty-law-57.2"].sentence


def test_a_handler_has_no_vote(town: Town):
    """town-separation"""
    handler = {**DEPUTY, "name": "李雪梅", "title": "执法人员"}
    found = refusals(town, story.decision_endorsed(town), members=[MAYOR, DEPUTY, handler])
    assert "李雪梅是本件的承办人" in found["town-separation"].sentence


def test_the_chair_is_one_of_those_present(town: Town):
    """penalty-law-57.2"""
    absent = {**MAYOR, "attendance": "absent", "because": "出差"}
    found = refusals(town, story.decision_endorsed(town), members=[DEPUTY, {**SECRETARY, "position": "agree"}, absent])
    assert "主持人唐国华没有列为出席的负责人" in found["penalty-law-57.2"].sentence


@pytest.mark.parametrize("place", ["members", "attendants"])
def test_whoever_was_told_to_keep_out_takes_no_part(town: Town, place: str):
    """personnel-25, penalty-law-43, posts-6.6"""
    case = story.decision_endorsed(town)
    person = town["zhouweimin"] if place == "members" else town["luokaifu"]
    Recusal.objects.create(matter=case, person=person, asked_by="刘大成", reason="近亲属", asked_at=DECIDED_AT, granted=True)
    changes = {"members": [MAYOR, DEPUTY, {**SECRETARY, "position": "agree"}]}
    changes["attendants"] = [{"role": "承办机构负责人", "name": "罗开富"}]
    found = refusals(town, case, **changes)
    assert f"{person.name}在本件中已被决定回避" in found["personnel-25"].sentence
    kept_out = {**DEPUTY, "attendance": "recused", "because": "与当事人是近亲属"}
    sitting = [MAYOR, kept_out if place == "members" else DEPUTY, {**SECRETARY, "position": "agree"}]
    assert only(discussed(town, case, members=sitting, attendants=[])).chair == town["tangguohua"]


def test_absence_needs_its_reason_and_presence_its_position(town: Town):
    """penalty-law-57.2"""
    case = story.decision_endorsed(town)
    with pytest.raises(InvalidInput) as invalid:
        discuss(town, case, members=[{**MAYOR, "position": ""}, {**DEPUTY, "attendance": "absent"}, MAYOR])
    assert len(invalid.value.errors["members"]) == 3


def test_a_penalty_is_discussed_after_the_party_was_heard(town: Town):
    """penalty-law-57.2, penalty-law-45"""
    case = story.told(town)
    found = refusals(town, case)
    assert found["penalty-law-57.2"].mend == "penalty.propose_decision"
    assert only(discussed(town, case, result="not_punish", penalties=[])).result == "not_punish"


def test_the_conclusion_is_not_heavier_than_what_was_told(town: Town):
    """penalty-law-45.2"""
    found = refusals(town, story.decision_endorsed(town), penalties=story.fine("300.01"))
    assert "由300元增加到300.01元" in found["penalty-law-45.2"].sentence
    assert found["penalty-law-45.2"].mend == "penalty.return_decision"


def test_a_conclusion_to_punish_names_the_penalty(town: Town):
    """penalty-law-57.2"""
    with pytest.raises(InvalidInput) as invalid:
        discuss(town, penalties=[])
    assert set(invalid.value.errors) == {"penalties"}


def test_the_decision_is_what_was_concluded(town: Town):
    """penalty-law-57.2"""
    case = discussed(town, penalties=story.fine("200"))
    found = why_not(town, case)
    assert "集体讨论决定罚款200元" in found["penalty-law-57.2"].sentence
    assert story.decided(town, case, penalties=story.fine("200"), lighter_reasons="按集体讨论意见从轻。").fine_yuan == 200


@pytest.mark.parametrize("result", ["not_punish", "investigate"])
def test_no_penalty_is_decided_against_the_conclusion(town: Town, result: str):
    """penalty-law-57.2"""
    case = discussed(town, result=result, penalties=[])
    found = why_not(town, case)
    assert found["penalty-law-57.2"].mend == "penalty.return_decision"


def test_no_party_is_let_off_against_the_conclusion(town: Town):
    """penalty-law-57.2"""
    found = why_not(town, discussed(town), "penalty.not_punish")
    assert "结论是给予行政处罚" in found["penalty-law-57.2"].sentence


def test_a_party_is_let_off_as_concluded(town: Town):
    """penalty-law-57.2, penalty-law-33"""
    case = discussed(town, result="not_punish", penalties=[])
    done = perform("penalty.not_punish", case, actor=town["zhouweimin"], data=NOT_PUNISHED, at=DECIDED_AT)
    assert done.matter.outcome == "not_punished"


def test_a_changed_proposal_is_discussed_anew(town: Town):
    """penalty-law-57.2"""
    case = discussed(town, complex_case(town), when="2026-04-01 12:00", from_at="2026-04-01 11:35", until_at="2026-04-01 12:00")
    perform("penalty.return_decision", case, actor=town["tangguohua"], data=REASONS_ONLY, at=at("2026-04-01 12:30"))
    case = story.decision_proposed(town, case, when="2026-04-01 13:00", penalties=story.fine("200"), lighter_reasons="从轻。")
    perform("penalty.endorse_decision", case, actor=town["luokaifu"], data={"opinion": "同意。"}, at=at("2026-04-01 13:30"))
    found = why_not(town, case)
    assert "提请的处罚由“罚款300元”变为“罚款200元”" in found["penalty-law-57.2"].sentence


def test_a_statement_made_after_the_discussion_is_discussed_too(town: Town):
    """penalty-law-57.2, penalty-law-45"""
    case = discussed(town, complex_case(town), when="2026-04-01 12:00", from_at="2026-04-01 11:35", until_at="2026-04-01 12:00")
    said = story.statement(from_at="2026-04-01 12:10", until_at="2026-04-01 12:20")
    case = perform("penalty.hear_statement", case, actor=town["lixuemei"], data=said, at=at("2026-04-01 12:30")).matter
    sentences = [row.sentence for row in why_not(town, case).values()]
    assert any("当事人又作了陈述申辩" in sentence for sentence in sentences)


REASONS_ONLY = {"reasons": REASONS["reasons"]}
