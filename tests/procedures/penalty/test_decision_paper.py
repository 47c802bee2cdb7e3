"""决定: what the decision says, in whose name, and when it is made."""

from mingzhi.core.engine.perform import perform
from tests.cast import Town, at

from .story import (
    agreed,
    answered,
    decide,
    decided,
    deciding,
    decision_endorsed,
    decision_proposed,
    heard,
    reported,
    told,
)


def test_the_decision_carries_the_six_items_of_the_law(town: Town):
    """penalty-law-59"""
    done = decide(town)
    case, (sheet, paper) = done.matter, done.documents
    assert (sheet.code, paper.code) == ("D29", "D30")
    data = paper.data
    assert data["party"]["name"] == "刘大成"
    assert data["facts"] and data["evidence"]
    assert data["penalties"] and data["basis"]
    assert data["performance"] and data["payment"]["bank"] == town.authority.fine_bank and data["payment"]["days"] == 15
    assert data["remedy"]["review_days"] == 60 and data["remedy"]["suit_months"] == 6
    assert data["organ"] == town.authority.name and data["made_on"] == "2026-04-01"
    assert data["payment"]["rate_percent"] == 3
    assert data["publication"] and "清运" in data["correction"] and "没有提出陈述、申辩" in data["process"]
    assert paper.number == case.decision_number == "綦石壕府罚决字〔2026〕1号"
    assert case.stage == "service" and case.fine_yuan == 300 and str(case.decided_on) == "2026-04-01"
    assert [row["label"] for row in sheet.data["opinions"]] == ["承办人意见", "承办机构意见", "负责人意见"]


def test_a_decision_without_a_fine_asks_for_no_payment(town: Town):
    """penalty-law-59"""
    case = decided(town, decision_endorsed(town, decision_proposed(town, told(town, agreed(town, reported(town))))))
    assert case.fine_yuan is None
    assert not case.documents.get(code="D30").data.get("payment")


def test_an_entrusted_power_decides_in_the_entrusting_organs_name(town: Town):
    """penalty-law-20.4"""
    power = town.powers["litter"]
    power.kind, power.entrusting_organ, power.entrusting_word = "entrusted", "重庆市綦江区城市管理局", "綦城管"
    power.entrusting_review_organ, power.entrusting_court = "重庆市綦江区人民政府", "重庆市綦江区人民法院"
    power.entrustment_number = "綦城管委托〔2025〕3号"
    power.save()
    paper = decide(town).documents[1]
    assert paper.number == "綦城管罚决字〔2026〕1号"
    assert paper.data["organ"] == paper.data["seal_organ"] == "重庆市綦江区城市管理局"
    assert paper.data["acting_organ"] == town.authority.name


def test_the_ninety_days_are_shown_and_never_shut_the_decision(town: Town):
    """penalty-law-60, personnel-24-term"""
    case = decision_endorsed(town)
    row = case.deadlines.get(provision="penalty-law-60")
    assert row.due_at.date().isoformat() == "2026-06-01"
    late = perform("penalty.decide", case, actor=town["zhouweimin"], data=deciding(case), at=at("2026-06-10 15:00")).matter
    row.refresh_from_db()
    assert late.stage == "service" and row.met_at > row.due_at


def test_a_simulation_is_no_intention(town: Town):
    """penalty-law-59"""
    case = decision_endorsed(town)
    case.found += "有现场模拟对比照片为证。"
    case.save()
    assert decided(town, case).stage == "service"


def test_the_decision_says_what_became_of_the_statement_and_why(town: Town):
    """penalty-law-45"""
    case = answered(town, heard(town))
    paper = decide(town, decision_endorsed(town, decision_proposed(town, case))).documents[1]
    assert "垃圾已经清走了，请求少罚。" in paper.data["process"]
    assert "全部采纳" in paper.data["process"] and "已主动消除后果" in paper.data["process"]
