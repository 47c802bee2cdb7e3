"""Whose power it is and where it is used: entrustment, grant, remedies, the bank for fines, the place."""

from typing import Any

import pytest

from mingzhi.core.engine.errors import Refused
from mingzhi.procedures.penalty.models import Power
from tests.cast import Town, at, make_town

from .refusing import refused
from .spot_steps import punished
from .story import (
    agreed,
    decide,
    decided,
    decision_endorsed,
    decision_proposed,
    filed,
    inspected,
    inspection,
    proposal,
    propose,
    refused_under,
    reported,
    told,
)

ENTRUSTED = {
    "kind": "entrusted", "entrusting_organ": "重庆市綦江区城市管理局", "entrusting_word": "綦城管",
    "entrusting_review_organ": "重庆市綦江区人民政府", "entrusting_court": "重庆市綦江区人民法院",
    "entrustment_number": "綦城管委托〔2025〕3号",
}  # fmt: skip


def listed(town: Town, name: str = "building", **changes: Any) -> None:
    Power.objects.filter(pk=town.powers[name].pk).update(**changes)


def refused_to_propose(town: Town, **changes: Any) -> dict[str, Any]:
    return refused("penalty.propose", None, actor=town["lixuemei"], data=proposal(town, **changes), at=at("2026-03-03 10:00"))


@pytest.mark.parametrize(("missing", "word"), [("entrusting_word", "委托机关代字"), ("entrustment_number", "委托协议备案号")])
def test_an_entrusted_power_without_its_papers_opens_no_case(town: Town, missing: str, word: str):
    """penalty-law-20, penalty-law-20.4, personnel-19-list"""
    listed(town, **{**ENTRUSTED, missing: ""})
    assert word in refused_to_propose(town)["penalty-law-20"].sentence


def test_an_entrusted_power_with_its_papers_opens_a_case(town: Town):
    """penalty-law-20"""
    listed(town, **ENTRUSTED)
    assert propose(town).stage == "proposed"


def test_an_entrustment_that_went_from_the_list_stops_the_approval(town: Town):
    """penalty-law-20"""
    case = propose(town)
    listed(town, **{**ENTRUSTED, "entrustment_number": ""})
    found = refused("penalty.approve_filing", case, actor=town["zhouweimin"], data={"opinion": "同意"}, at=at("2026-03-03 15:00"))
    assert found["penalty-law-20"].mend == "penalty.return_filing"


def test_an_entrusted_power_without_its_papers_punishes_nobody_on_the_spot(town: Town):
    """penalty-law-20, penalty-law-20.4"""
    listed(town, "litter", **{**ENTRUSTED, "entrustment_number": ""})
    with pytest.raises(Refused) as caught:
        punished(town)
    assert refused_under(caught) == {"penalty-law-20", "penalty-law-20.4", "personnel-19-list"}


def test_a_granted_power_names_the_decision_that_granted_it(town: Town):
    """penalty-law-24, penalty-law-23"""
    listed(town, kind="granted", source="")
    assert "省级决定" in refused_to_propose(town)["penalty-law-24"].sentence
    listed(town, source="渝府发〔2024〕1号")
    case = propose(town)
    listed(town, source=" ")
    found = refused("penalty.approve_filing", case, actor=town["zhouweimin"], data={"opinion": "同意"}, at=at("2026-03-03 15:00"))
    assert found["penalty-law-24"].mend == "penalty.return_filing"


def test_a_case_filed_under_the_old_list_is_finished_under_it(town: Town):
    """cq-powers-2025, personnel-18"""
    case = agreed(town)
    listed(town, "litter", valid_until="2026-03-20")
    assert decided(town, decision_endorsed(town, decision_proposed(town, told(town, case)))).stage == "service"
    data = proposal(town, littering=True, acted_from_on="2026-03-21", discovered_on="2026-03-21")
    found = refused("penalty.propose", None, actor=town["lixuemei"], data=data, at=at("2026-03-23 10:00"))
    assert {row.id for row in found["penalty-law-17"].provisions} >= {"cq-powers-2025", "personnel-18"}


def test_no_decision_is_made_whose_remedies_cannot_be_told(town: Town):
    """penalty-law-59, reconsideration-law-24, litigation-interpretation-64, reconsideration-law-20-untold"""
    case = decision_endorsed(town)
    town.authority.court = ""
    town.authority.save()
    with pytest.raises(Refused) as caught:
        decide(town, case)
    [refusal] = caught.value.refusals
    assert "行政诉讼管辖法院" in refusal.sentence and "1 年" in refusal.sentence
    assert {"penalty-law-59", "reconsideration-law-24", "litigation-interpretation-64"} <= refused_under(caught)
    town.authority.court = "重庆市綦江区人民法院"
    town.authority.save()
    assert decided(town, case).stage == "service"


def test_no_penalty_on_the_spot_is_made_whose_remedies_cannot_be_told(town: Town):
    """penalty-law-52.2, reconsideration-law-24"""
    town.authority.review_organ = ""
    town.authority.save()
    with pytest.raises(Refused) as caught:
        punished(town)
    assert {"penalty-law-52.2", "reconsideration-law-24"} <= refused_under(caught)


def test_no_fine_is_decided_without_a_bank_to_take_it(town: Town):
    """fine-collection-7, penalty-law-67.1"""
    case = decision_endorsed(town)
    town.authority.fine_bank = ""
    town.authority.save()
    with pytest.raises(Refused) as caught:
        decide(town, case)
    assert refused_under(caught) == {"fine-collection-7", "penalty-law-67.1"}


def test_a_decision_without_a_fine_needs_no_bank(town: Town):
    """fine-collection-7"""
    case = decision_endorsed(town, decision_proposed(town, told(town, agreed(town, reported(town)))))
    town.authority.fine_bank = ""
    town.authority.save()
    assert decided(town, case).stage == "service"


def test_a_fine_on_the_spot_needs_the_bank_unless_it_is_taken_there(town: Town):
    """fine-collection-7"""
    town.authority.fine_bank = ""
    town.authority.save()
    with pytest.raises(Refused) as caught:
        punished(town)
    assert "fine-collection-7" in refused_under(caught)
    assert punished(town, fine_yuan="100", collect_ground="small").matter.stage == "punished"


def test_a_card_is_used_inside_the_town_or_under_an_order(town: Town):
    """personnel-8"""
    make_town("500110110", "赶水镇", "綦赶水府", prefix="gs-")
    case = filed(town).matter
    beyond = inspection(place="赶水镇梅子村二组")
    found = refused("penalty.inspect", case, actor=town["lixuemei"], data=beyond, at=at("2026-03-04 10:00"))
    assert set(found) == {"personnel-8"} and "赶水镇" in found["personnel-8"].sentence
    inspected(town, case, place="赶水镇梅子村二组（綦执法调〔2026〕2号）")
    with pytest.raises(Refused) as caught:
        punished(town, place="赶水镇农贸市场")
    assert refused_under(caught) == {"personnel-8"}
