"""免罚清单: items in force for a power, what choosing one takes, what the decision says, and entering a list."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mingzhi.core.engine.errors import InvalidInput, PostNotHeld
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.procedure import ACTIONS
from mingzhi.core.ledger import verify
from mingzhi.procedures.penalty.discretion_entry import enter_discretion
from mingzhi.procedures.penalty.models import Benchmark, Case, Exemption
from tests.cast import Town, at

from .discretion_steps import LIST, TIERS, listed
from .refusing import refused
from .story import reported
from .test_not_punishing import not_punishing

DECIDED_AT = at("2026-03-24 10:00")
SLIGHT = {"slight": True, "corrected": True, "harmless": True, "by_list": True}


def why_not(town: Town, case: Case, ground: str = "slight", **changes: Any) -> str:
    data = not_punishing(ground, **SLIGHT | {"slight_harm": True} | changes)
    return refused("penalty.not_punish", case, actor=town["zhouweimin"], data=data, at=DECIDED_AT)["penalty-law-33"].sentence


def test_without_an_item_in_force_nobody_goes_unpunished_by_a_list(town: Town):
    """penalty-law-33: a list says when an act is slight; it is no ground without an item"""
    case = reported(town, littering=True)
    assert "没有现行有效的轻微不罚清单事项，不能按清单不予处罚" in why_not(town, case)
    listed(town, power="法定-001")
    assert "没有现行有效的轻微不罚清单事项" in why_not(town, case)


@pytest.mark.parametrize(("until", "inside"), [(date(2026, 3, 23), False), (date(2026, 3, 24), True)])
def test_an_item_counts_until_its_last_day(town: Town, until: date, inside: bool):
    """penalty-law-33"""
    item = listed(town, valid=(date(2026, 1, 1), until))
    case = reported(town, littering=True)
    if not inside:
        assert f"{LIST}（2026版）第2项已于2026-03-23失效" in why_not(town, case)
        return
    data = not_punishing("slight", **SLIGHT, list_item=item.pk, list_conditions=True)
    done = perform("penalty.not_punish", case, actor=town["zhouweimin"], data=data, at=DECIDED_AT)
    assert done.matter.stage == "service"


def test_the_decision_names_the_item_and_its_conditions_as_the_ground(town: Town):
    """penalty-law-33, penalty-law-57"""
    item = listed(town)
    data = not_punishing("slight", **SLIGHT, list_item=item.pk, list_conditions=True)
    case = perform("penalty.not_punish", reported(town, littering=True), actor=town["zhouweimin"], data=data, at=DECIDED_AT).matter
    paper = case.documents.get(code="D32").data
    assert (
        "本案符合示例轻微违法行为不予处罚清单（2026版）第2项（《重庆市村镇规划建设管理条例》第五十条）的全部条件：1.堆放不足一立方米；2.当日清除干净。"
        in paper["reasons"]
    )
    assert paper["basis"] == [{"law": "《中华人民共和国行政处罚法》", "article": "第三十三条第一款"}]


def test_an_item_is_chosen_fits_the_ground_and_has_its_conditions(town: Town):
    """penalty-law-33, penalty-law-33-first"""
    item = listed(town)
    case = reported(town, littering=True)
    assert "没有选择适用的清单事项" in why_not(town, case)
    assert "没有确认全部具备" in why_not(town, case, list_item=item.pk)
    assert "没有现行有效的首违不罚清单事项" in why_not(town, case, "first")
    assert "是轻微不罚事项" in why_not(town, case, "first", list_item=item.pk, list_conditions=True)
    assert "只用于轻微不罚和首违不罚" in why_not(town, case, "no_fault", proof="村委会的通知")


def test_a_ground_of_the_law_needs_no_list(town: Town):
    """penalty-law-33"""
    data = not_punishing("slight", **SLIGHT | {"by_list": False})
    done = perform("penalty.not_punish", reported(town, littering=True), actor=town["zhouweimin"], data=data, at=DECIDED_AT)
    assert "清单" not in done.matter.documents.get(code="D32").data["reasons"]


def test_report_and_decision_forms_say_that_the_power_is_listed(town: Town):
    """penalty-law-33"""
    listed(town, valid=(date(2025, 1, 1), date(2025, 12, 31)), version="2025", number=1)
    item = listed(town)
    case = reported(town, littering=True)
    words = "本事项列入示例轻微违法行为不予处罚清单（2026版）第2项（轻微不罚），条件：1.堆放不足一立方米；2.当日清除干净。"
    for code in ("penalty.report", "penalty.not_punish"):
        form = ACTIONS[code].form({}, matter=case, actor=town["zhouweimin"], at=DECIDED_AT)
        assert [hint for hint in form.hints() if "清单" in hint] == [words], code
    assert form.filled["list_item"] == item.pk


@pytest.mark.parametrize(
    ("ground", "words"), [("first", "没有现行有效的首违不罚清单事项"), ("slight", "（轻微不罚），条件："), ("no_fault", "")]
)
def test_the_decision_form_tells_of_the_items_for_the_ground_that_is_chosen(town: Town, ground: str, words: str):
    """penalty-law-33, penalty-law-33-first"""
    listed(town)
    case = reported(town, littering=True)
    told = ACTIONS["penalty.not_punish"].form({"ground": ground}, matter=case, actor=town["zhouweimin"], at=DECIDED_AT).hints()
    assert told == [] if not words else words in told[0]


def test_a_new_version_replaces_the_whole_list(town: Town):
    """penalty-law-33"""
    old = listed(town, valid=(date(2025, 1, 1),), version="2025", number=7)
    listed(town, valid=(date(2026, 3, 1),))
    old.refresh_from_db()
    assert old.valid_until == date(2026, 2, 28)


TABLE = {
    "benchmarks": [
        {"power": "法定-003", "version": 2026, "level": "town", "source": "示例裁量基准", "valid": [date(2026, 1, 1)], "tiers": TIERS}
    ],
    "exemptions": [
        {
            "source": LIST, "version": 2026, "valid": [date(2026, 1, 1)],
            "items": [{"number": 1, "power": "法定-003", "ground": "first", "conditions": ["堆放不足三立方米"]}],
        }
    ],
}  # fmt: skip


def test_the_clerk_enters_benchmarks_and_lists_with_an_entry_in_the_ledger(town: Town):
    """personnel-21, penalty-law-34"""
    benchmarks, items = enter_discretion(TABLE, town["wangli"], DECIDED_AT)
    assert (str(benchmarks[0]), str(items[0])) == ("示例裁量基准（2026版）", f"{LIST}（2026版）第1项")
    assert verify().ok
    with pytest.raises(InvalidInput) as twice:
        enter_discretion(TABLE, town["wangli"], DECIDED_AT)
    assert "同一版本已经录入" in str(twice.value)


def test_nobody_else_enters_them(town: Town):
    """personnel-21"""
    with pytest.raises(PostNotHeld) as refused_to:
        enter_discretion(TABLE, town["lixuemei"], DECIDED_AT)
    assert "党政办经办人" in str(refused_to.value)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({}, "没有裁量基准"),
        ({"benchmarks": [{"power": "法定-003"}]}, "缺少 valid"),
        ({"benchmarks": [TABLE["benchmarks"][0] | {"tiers": [TIERS[0] | {"citizen": [100, 0]}]}]}, "tier 从轻 runs from 100 to 0"),
        ({"exemptions": [TABLE["exemptions"][0] | {"items": [TABLE["exemptions"][0]["items"][0] | {"ground": "child"}]}]}, "ground"),
        ({"exemptions": [TABLE["exemptions"][0] | {"items": [TABLE["exemptions"][0]["items"][0] | {"conditions": []}]}]}, "没有条件"),
    ],
)
def test_a_table_that_cannot_be_read_leaves_nothing_behind(town: Town, table: dict, words: str):
    """penalty-law-34"""
    with pytest.raises(InvalidInput) as wrong:
        enter_discretion(table, town["wangli"], DECIDED_AT)
    assert words in str(wrong.value)
    assert not Benchmark.objects.exists() and not Exemption.objects.exists()
