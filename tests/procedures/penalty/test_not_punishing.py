"""不予处罚: each ground, the facts it needs, and the education that goes with it."""

import pytest

from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.perform import perform
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at

from .refusing import refused
from .story import (
    agreed,
    reported,
    served,
)


def not_punishing(ground: str, **changes) -> dict:
    return {
        "ground": ground,
        "reasons": "情节显著轻微。",
        "education": "已讲解有关规定，要求今后不再违反。",
        "educated_at": "2026-03-24 09:00",
        "place": "石壕镇综合行政执法大队",
        "party_opinion": "知道错了。",
        **changes,
    }


def unpunished(town: Town, case: Case, ground: str, **changes) -> Case:
    data = not_punishing(ground, **changes)
    return perform("penalty.not_punish", case, actor=town["zhouweimin"], data=data, at=at("2026-03-24 10:00")).matter


def why_not(town: Town, case: Case, ground: str, **changes) -> dict:
    return refused("penalty.not_punish", case, actor=town["zhouweimin"], data=not_punishing(ground, **changes), at=at("2026-03-24 10:00"))


def test_a_slight_offence_needs_its_three_facts(town: Town):
    """penalty-law-33"""
    case = reported(town, littering=True)
    found = why_not(town, case, "slight", slight=True, corrected=True)
    assert "没有造成危害后果" in found["penalty-law-33"].sentence
    case = unpunished(town, case, "slight", slight=True, corrected=True, harmless=True)
    assert case.stage == "service" and case.outcome == "not_punished"
    assert case.decision_number == "綦石壕府不罚字〔2026〕1号"


def test_a_decision_not_to_punish_records_the_education(town: Town):
    """penalty-law-33.3, personnel-20"""
    case = unpunished(town, agreed(town), "slight", slight=True, corrected=True, harmless=True)
    paper, record = case.documents.get(code="D32"), case.documents.get(code="D32b")
    assert paper.data["basis"] == [{"law": "《中华人民共和国行政处罚法》", "article": "第三十三条第一款"}]
    assert record.data["education"] == "已讲解有关规定，要求今后不再违反。"


def test_education_is_not_left_out(town: Town):
    """penalty-law-33.3"""
    case = reported(town, littering=True)
    with pytest.raises(InvalidInput) as invalid:
        unpunished(town, case, "slight", slight=True, corrected=True, harmless=True, education="")
    assert "education" in invalid.value.errors


def test_a_first_offence_is_one_without_earlier_findings(town: Town):
    """penalty-law-33-first, town-first-offence"""
    earlier = served(town)
    earlier.penalty_presences.all().delete()
    earlier.penalty_questionings.all().delete()
    Case.objects.filter(pk=earlier.pk).update(closed_at=at("2026-04-02 12:00"), decided_on="2026-01-10")
    case = reported(town, littering=True)
    found = why_not(town, case, "first", slight_harm=True, corrected=True)
    assert "2026-01-10" in found["penalty-law-33-first"].sentence
    Case.objects.filter(pk=earlier.pk).update(decided_on="2024-03-23")
    assert unpunished(town, case, "first", slight_harm=True, corrected=True).outcome == "not_punished"


def test_a_first_offence_needs_its_facts(town: Town):
    """penalty-law-33-first"""
    found = why_not(town, reported(town, littering=True), "first", slight_harm=True)
    assert "及时改正" in found["penalty-law-33-first"].sentence


def test_a_childs_guardian_is_told(town: Town):
    """penalty-law-30"""
    case = reported(town, littering=True)
    case.penalty_partys.update(birth_on="2013-05-01")
    assert "penalty-law-30" in why_not(town, case, "child")
    case = unpunished(town, case, "child", guardian="刘父", guardian_told=True)
    assert "刘父" in case.documents.get(code="D32").data["reasons"]


def test_an_adult_is_no_child(town: Town):
    """penalty-law-30"""
    found = why_not(town, reported(town, littering=True), "child", guardian="刘父", guardian_told=True)
    assert "不适用" in found["penalty-law-30"].sentence


def test_a_mental_state_is_proved_and_the_guardian_told(town: Town):
    """penalty-law-31"""
    case = reported(town, littering=True)
    assert "鉴定意见" in why_not(town, case, "mental", guardian="刘父", guardian_told=True)["penalty-law-31"].sentence
    done = unpunished(town, case, "mental", guardian="刘父", guardian_told=True, proof="司法鉴定意见书（2026）第8号")
    assert done.stage == "service"


def test_absence_of_fault_is_proved(town: Town):
    """penalty-law-33.2"""
    case = reported(town, littering=True)
    assert set(why_not(town, case, "no_fault")) == {"penalty-law-33.2"}
    assert unpunished(town, case, "no_fault", proof="村委会指定堆放点的通知").stage == "service"


def test_a_limitation_that_is_not_over_is_no_ground(town: Town):
    """penalty-law-36"""
    case = reported(town, littering=True)
    assert "仍在连续" in why_not(town, case, "limitation")["penalty-law-36"].sentence
    Case.objects.filter(pk=case.pk).update(acted_from_on="2024-03-01", acted_until_on="2024-03-02")
    assert "没有超过时效" in why_not(town, Case.objects.get(pk=case.pk), "limitation")["penalty-law-36"].sentence
    Case.objects.filter(pk=case.pk).update(acted_until_on="2024-03-01")
    assert unpunished(town, Case.objects.get(pk=case.pk), "limitation").stage == "service"
