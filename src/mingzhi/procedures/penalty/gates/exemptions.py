"""Before a party is left unpunished by a list (免罚清单): an item in force for this power and ground, all its conditions confirmed."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from ..exemptions import SHORT, conditions_of, exemptions_of, exemptions_on
from ..grounds import LISTED, Ground
from ..models import Case

_LIST = ("penalty-law-33", "penalty-law-33-first")


@before("penalty.not_punish", cites=_LIST)
def list_has_an_item_in_force(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if not given["by_list"] or given["list_item"] is not None:
        return None
    on = local_day(at)
    if given["ground"] not in LISTED:
        return "免罚清单只用于轻微不罚和首违不罚。请改选情形，或者取消“按免罚清单办理”。"
    if found := exemptions_on(case, on).filter(ground=given["ground"]):
        return f"没有选择适用的清单事项。现行有效的有：{'、'.join(map(str, found))}。"
    ended = exemptions_of(case).filter(ground=given["ground"], valid_until__lt=on).last()
    told = f"（{ended}已于{ended.valid_until}失效）" if ended else ""
    return (
        f"“{case.power.name}”没有现行有效的{SHORT[Ground(given['ground'])]}清单事项{told}，不能按清单不予处罚。"
        "符合法定情形的，取消“按免罚清单办理”，按法定情形办理。"
    )


@before("penalty.not_punish", cites=_LIST)
def case_meets_the_item_of_the_list(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    item = given["list_item"] if given["by_list"] else None
    if item is None:
        return None
    if item.ground != given["ground"]:
        return f"{item}是{SHORT[Ground(item.ground)]}事项，与所选的不予处罚情形不一致。请改选情形或者清单事项。"
    if given["list_conditions"]:
        return None
    return f"{item}的条件是：{conditions_of(item)}。没有确认全部具备的，不得按清单不予处罚。"
