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
        "attire": "worn",
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
    done = perform("penalty.inspect", case, actor=town["lixuemei"], data=inspection(**changes), at=at("2026-03-04 10:00"))
    not_filmed(town, done.matter, done.matter.penalty_inspections.latest("id"), "2026-03-04 10:00")
    return done


def not_filmed(town: Town, case: Case, act: Any, when: str) -> None:
    """It is said why an act on the spot was not recorded, so that the case may go on. Source: recording-13-should."""
    names = [officer["name"] for officer in act.officers]
    told = {"what": "inspection", "place": act.place, "purpose": "现场检查", "officers": names, "unrecorded_because": "执法记录仪送修。"}
    data = {"about": case.pk, **told, "began_at": act.from_at, "ended_at": act.until_at}
    perform("activity.not_recorded", actor=town["lixuemei"], data=data, at=at(when))


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


def refused_under(caught: Any) -> set[str]:
    """Ids of the provisions under which an action was refused; `caught` is what `pytest.raises(Refused)` gives."""
    return {row.id for refusal in caught.value.refusals for row in refusal.provisions}


# 事先告知、决定、送达: 罚款 300 元 of a littering case, from 2026-03-23 to 2026-04-02.


def agreed(town: Town, case: Case | None = None, **changes: Any) -> Case:
    """A report agreed to by the captain (2026-03-23 15:00); the case stands at 事先告知."""
    case = case or reported(town, **{"littering": True, **changes})
    return perform("penalty.agree_report", case, actor=town["luokaifu"], data={"opinion": "同意。"}, at=at("2026-03-23 15:00")).matter


def notified(town: Town, case: Case | None = None, **changes: Any) -> Case:
    """The notice made (2026-03-24 09:00), not served yet."""
    case = case or agreed(town)
    data = {"reasons": "违法事实清楚，证据确凿。", **changes}
    return perform("penalty.notify", case, actor=town["lixuemei"], data=data, at=at("2026-03-24 09:00")).matter


def handing_over(**changes: Any) -> dict[str, Any]:
    """Direct service into the party's own hands."""
    return {
        "method": "direct",
        "recipient": "刘大成",
        "receiver": "刘大成",
        "relation": "本人",
        "place": "万隆村三组",
        "officers": OFFICERS,
        "receiver_signature": DRAWN,
        **changes,
    }


def serve(town: Town, case: Case, code: str, when: str, **changes: Any) -> Done:
    """Serve the papers of one code of a case, at a moment, and put it on record at once."""
    papers = [paper.pk for paper in case.documents.filter(code=code)][-1:]
    data = {"documents": papers, "acted_at": when, **handing_over(**changes)}
    return perform("penalty.serve", case, actor=town["lixuemei"], data=data, at=at(when))


def told(town: Town, case: Case | None = None) -> Case:
    """The notice served on 2026-03-24: the window for a statement ends on 2026-03-31."""
    return serve(town, notified(town, case), "D23", "2026-03-24 10:00").matter


def statement(**changes: Any) -> dict[str, Any]:
    return {
        "channel": "oral",
        "made_by": "刘大成",
        "from_at": "2026-03-26 09:00",
        "until_at": "2026-03-26 09:20",
        "place": "石壕镇综合行政执法大队",
        "officers": OFFICERS,
        "recorder": "陈志强",
        "content": "垃圾已经清走了，请求少罚。",
        "reasons": "有照片为证。",
        "speaker_signature": DRAWN,
        **changes,
    }


def heard(town: Town, case: Case | None = None, **changes: Any) -> Case:
    """The party spoke on 2026-03-26; nobody has answered yet."""
    case = case or told(town)
    return perform("penalty.hear_statement", case, actor=town["lixuemei"], data=statement(**changes), at=at("2026-03-26 10:00")).matter


def answered(town: Town, case: Case) -> Case:
    points = [{"point": "已清走垃圾", "finding": "经复查属实", "accepted": "true", "reasons": "已主动消除后果"}]
    data = {"points": points, "statement": "刘大成", "conclusion": "予以采纳，不因陈述申辩加重。"}
    return perform("penalty.review_statement", case, actor=town["lixuemei"], data=data, at=at("2026-03-27 10:00")).matter


def fine(amount: str) -> list[dict[str, str]]:
    return [{"kind": "fine", "content": "罚款", "amount_yuan": amount}]


def decision_proposed(town: Town, case: Case | None = None, when: str = "2026-04-01 09:00", **changes: Any) -> Case:
    """A decision asked for on the day after the window ended."""
    case = case or told(town)
    data = {"penalties": case.proposed_penalties, "opinion": "建议处罚。", **changes}
    return perform("penalty.propose_decision", case, actor=town["lixuemei"], data=data, at=at(when)).matter


def decision_endorsed(town: Town, case: Case | None = None) -> Case:
    case = case or decision_proposed(town)
    return perform("penalty.endorse_decision", case, actor=town["luokaifu"], data={"opinion": "同意。"}, at=at("2026-04-01 10:00")).matter


def deciding(case: Case, **changes: Any) -> dict[str, Any]:
    return {"penalties": case.proposed_penalties, "performance": "在规定期限内缴清罚款。", "opinion": "同意处罚。", **changes}


def decide(town: Town, case: Case | None = None, **changes: Any) -> Done:
    """The decision of 2026-04-01 15:00."""
    case = case or decision_endorsed(town)
    return perform("penalty.decide", case, actor=town["zhouweimin"], data=deciding(case, **changes), at=at("2026-04-01 15:00"))


def decided(town: Town, case: Case | None = None, **changes: Any) -> Case:
    return decide(town, case, **changes).matter


def served(town: Town, case: Case | None = None) -> Case:
    """The decision served on 2026-04-02: to be performed, the fine payable until 2026-04-17."""
    return serve(town, case or decided(town), "D30", "2026-04-02 10:00").matter


# 执行、结案、立卷: the 300 yuan are payable until 2026-04-17; everything is done by 2026-04-17.


def receipt(**changes: Any) -> dict[str, Any]:
    return {"purpose": "fine", "channel": "bank", "amount_yuan": "300", "paid_on": "2026-04-09", "receipt_number": "0051201", **changes}


def paid(town: Town, case: Case | None = None, when: str = "2026-04-10 09:00", **changes: Any) -> Case:
    """The fine paid at the bank on 2026-04-09, registered the day after by the clerk."""
    case = case or served(town)
    return perform("penalty.pay", case, actor=town["wangli"], data=receipt(**changes), at=at(when)).matter


def rechecked(town: Town, case: Case, done: bool = True, when: str = "2026-04-10 10:00") -> Case:
    """The correction looked at: every line of the order done, or none."""
    lines = case.penalty_correctionorders.get().content.splitlines()
    data = {
        "officers": OFFICERS,
        "place": "万隆村三组",
        "acted_at": when,
        "results": [{"item": line, "result": "已完成" if done else "没有动工", "done": done} for line in lines],
        "conclusion": "已全部改正。" if done else "没有改正。",
        "party_opinion": "无异议。",
        "party_signature": DRAWN,
    }
    return perform("penalty.recheck", case, actor=town["lixuemei"], data=data, at=at(when)).matter


def performed(town: Town) -> Case:
    """A case paid and corrected."""
    return rechecked(town, paid(town))


def closing_asked(town: Town, case: Case | None = None, when: str = "2026-04-13 09:00", **changes: Any) -> Case:
    case = case or performed(town)
    data = {"opinion": "已办理完毕，建议结案。", **changes}
    return perform("penalty.ask_closing", case, actor=town["lixuemei"], data=data, at=at(when)).matter


def closing_endorsed(town: Town, case: Case | None = None) -> Case:
    case = case or closing_asked(town)
    return perform("penalty.endorse_closing", case, actor=town["luokaifu"], data={"opinion": "同意。"}, at=at("2026-04-13 10:00")).matter


def closed(town: Town, case: Case | None = None) -> Done:
    """The closing approved on 2026-04-13: the file is due on 2026-05-13."""
    case = case or closing_endorsed(town)
    return perform("penalty.approve_closing", case, actor=town["zhouweimin"], data={"opinion": "同意结案。"}, at=at("2026-04-13 15:00"))


def file_made(town: Town, case: Case | None = None, when: str = "2026-04-15 09:00", **changes: Any) -> Done:
    case = case or closed(town).matter
    data = {"file_number": "2026-0001", "situation": "本卷材料齐全，无缺页。", **changes}
    return perform("penalty.make_file", case, actor=town["lixuemei"], data=data, at=at(when))


def archived(town: Town, case: Case | None = None) -> Done:
    """The file checked and signed by the archivist on 2026-04-17."""
    case = case or file_made(town).matter
    return perform("penalty.check_file", case, actor=town["heping"], data={"checker_signature": DRAWN}, at=at("2026-04-17 09:00"))
