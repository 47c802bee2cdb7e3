"""Steps of an ordinary case that stories build on, each done by the person whose duty it is, on its invented day.

Every step takes the town and the case and returns what the engine returned; `changes` replace single inputs.
The case is 刘大成's house without a permit; `littering=True` makes it 刘大成's rubbish, which carries a fine.
"""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.procedures.penalty.models import Case
from tests.cast import CITIZEN, Town, at

#: A signature as drawn on a screen.
DRAWN = {"kind": "drawn", "paths": ["M20 30 L60 90", "M40 60 L110 55"], "w": 300, "h": 120}
REFUSED = {"kind": "refused", "reason": "认为不应处理", "witness": "万隆村村委会 王德明"}
OFFICERS = ["李雪梅", "陈志强"]


def proposal(town: Town, *, littering: bool = False, **changes: Any) -> dict[str, Any]:
    told = {
        "power": town.powers["litter" if littering else "building"].pk,
        "cause": "乱堆垃圾拒不改正" if littering else "未取得乡村建设规划许可证建设",
        "facts": "当事人在万隆村三组公路边堆放垃圾，经责令拒不改正。"
        if littering
        else "当事人在万隆村三组自建房屋，未取得乡村建设规划许可证。",
    }
    return {
        **CITIZEN,
        **told,
        "source": "巡查发现",
        "place": "万隆村三组",
        "acted_from_on": "2026-02-20",
        "discovered_on": "2026-03-02",
        "officers": OFFICERS,
        "opinion": "涉嫌违反上述规定，建议立案。",
        **changes,
    }


def propose(town: Town, **changes: Any) -> Case:
    return perform("penalty.propose", actor=town["lixuemei"], data=proposal(town, **changes), at=at("2026-03-03 10:00")).matter


def filed(town: Town, **changes: Any) -> Done:
    """A filed case (2026-03-03 15:00) in the hands of 李雪梅 and 陈志强."""
    case = propose(town, **changes)
    perform("penalty.endorse_filing", case, actor=town["luokaifu"], data={"opinion": "同意。"}, at=at("2026-03-03 11:00"))
    return perform("penalty.approve_filing", case, actor=town["zhouweimin"], data={"opinion": "同意立案。"}, at=at("2026-03-03 15:00"))


def inspection(**changes: Any) -> dict[str, Any]:
    return {
        "officers": OFFICERS,
        "place": "万隆村三组",
        "from_at": "2026-03-04 09:00",
        "until_at": "2026-03-04 09:40",
        "recorder": "陈志强",
        "showed_card": True,
        "told_rights": True,
        "told_recording": True,
        "rights_answer": "看清楚了，不申请回避。",
        "findings": "房屋一层，砖混结构，长12.0米，宽8.5米，未见规划许可证。",
        "party_opinion": "情况属实。",
        "party_signature": DRAWN,
        **changes,
    }


def inspected(town: Town, case: Case, **changes: Any) -> Done:
    return perform("penalty.inspect", case, actor=town["lixuemei"], data=inspection(**changes), at=at("2026-03-04 10:00"))


def questioning(**changes: Any) -> dict[str, Any]:
    return {
        "officers": OFFICERS,
        "place": "石壕镇综合行政执法大队",
        "from_at": "2026-03-05 09:30",
        "until_at": "2026-03-05 10:10",
        "recorder": "陈志强",
        "person_name": "刘大成",
        "person_identifier": CITIZEN["party_identifier"],
        "person_address": CITIZEN["party_address"],
        "person_phone": CITIZEN["party_phone"],
        "relation": "当事人",
        "showed_card": True,
        "told_rights": True,
        "rights_answer": "听清楚了，不申请回避。",
        "answers": [{"question": "请讲一下有关情况。", "answer": "今年2月开始的，没有办过手续。"}],
        "confirmation": "以上笔录我看过，和我说的一致。",
        "asked_signature": DRAWN,
        **changes,
    }


def questioned(town: Town, case: Case, **changes: Any) -> Done:
    return perform("penalty.question", case, actor=town["lixuemei"], data=questioning(**changes), at=at("2026-03-05 10:30"))


def correction_asked(town: Town, case: Case, **changes: Any) -> Done:
    data = {
        "content": "自行拆除违法建设\n清运建筑垃圾",
        "by_on": "2026-03-20",
        "consequences": "逾期不改正的，本机关将依法处理。",
        **changes,
    }
    return perform("penalty.ask_correction", case, actor=town["lixuemei"], data=data, at=at("2026-03-05 11:00"))


def corrected(town: Town, case: Case, **changes: Any) -> Done:
    """An order to correct by 2026-03-20, made on 2026-03-05."""
    correction_asked(town, case, **changes)
    return perform("penalty.order_correction", case, actor=town["luokaifu"], data={"opinion": "同意。"}, at=at("2026-03-05 15:00"))


def investigated(town: Town, **changes: Any) -> Case:
    """A case inspected, questioned and ordered to correct, ready to be reported."""
    case = filed(town, **changes).matter
    inspected(town, case)
    questioned(town, case)
    return corrected(town, case).matter


def final_report(case: Case, **changes: Any) -> dict[str, Any]:
    fine = {"kind": "fine", "content": "罚款", "amount_yuan": "300"}
    other = {"kind": "other", "content": "限期拆除违法建设"}
    return {
        "found": f"经查，{case.facts}",
        "course": "3月3日立案，3月4日检查，3月5日询问并责令改正。",
        "conclusion": "punish",
        "proposed_penalties": [fine if "fine" in case.power.penalty_kinds else other],
        "proposal": "事实清楚，证据充分，建议处罚。",
        "discretion": "当事人初次违法，责令后没有改正，属一般情节，没有从轻从重情节。",
        "discretion_basis": "重庆市行政处罚裁量基准 一般档",
        **changes,
    }


def reported(town: Town, case: Case | None = None, **changes: Any) -> Case:
    """A case reported on 2026-03-23; with `littering=True` it proposes a fine of 300 yuan."""
    littering = changes.pop("littering", False)
    case = case or investigated(town, littering=littering)
    data = final_report(case, **changes)
    return perform("penalty.report", case, actor=town["lixuemei"], data=data, at=at("2026-03-23 10:00")).matter
