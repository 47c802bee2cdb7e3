"""Steps of an execution that its tests build on, each done by the person whose duty it is, on its invented day.

The decision was served on 2026-04-02: review until 2026-06-01, suit until 2026-10-08 (2 October lies in the national holidays),
the fine payable until 2026-04-17; the court may be asked from 2026-10-09 to 2027-01-08.
"""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.procedures.enforcement.models import Enforcement
from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.review.models import Review
from tests.cast import Town, at
from tests.procedures.penalty import story
from tests.procedures.penalty.story import DRAWN, OFFICERS, handing_over
from tests.regulations.recording import story as recording
from tests.regulations.review import story as reviews

HANDLER, HEAD = "lixuemei", "zhouweimin"


def fined(town: Town) -> Case:
    """A fine of 300 yuan that nobody pays."""
    return story.served(town)


def to_demolish(town: Town) -> Case:
    """A house that is to be taken down and is not."""
    return story.served(town, story.decided(town, _endorsed(town)))


def _endorsed(town: Town) -> Case:
    case = story.agreed(town, littering=False)
    return story.decision_endorsed(town, story.decision_proposed(town, story.told(town, case)))


def beginning(case: Case, **changes: Any) -> dict[str, Any]:
    fine = case.fine_yuan is not None
    return {
        "about": case.pk,
        "way": "court" if fine else "demolish",
        "covers": ["money" if fine else "act"],
        "duties": "缴纳罚款人民币300.00元" if fine else "自行拆除万隆村三组的违法建设",
        "due_on": "2026-04-17",
        "checked_on": "2026-04-20",
        "checked": "期满后没有缴款。" if fine else "期满后房屋没有拆除。",
        "opinion": "建议依法强制执行。",
        **changes,
    }


def begun(town: Town, case: Case | None = None, when: str = "2026-04-20 10:00", **changes: Any) -> Enforcement:
    case = case or fined(town)
    return perform("enforcement.begin", actor=town[HANDLER], data=beginning(case, **changes), at=at(when)).matter


def act(town: Town, action: str, row: Enforcement, who: str, when: str, /, **data: Any) -> Done:
    """One action of an execution, done by somebody at a moment."""
    return perform(f"enforcement.{action}", row, actor=town[who], data=data, at=at(when))


DEMAND = {"manner": "到代收银行缴纳", "consequences": "逾期仍不履行的，本机关将依法强制执行。"}


def demand_made(town: Town, row: Enforcement | None = None, when: str = "2026-04-20 15:00") -> Enforcement:
    return act(town, "demand", row or begun(town), HEAD, when, **DEMAND).matter


def serve(town: Town, row: Enforcement, code: str, when: str, **changes: Any) -> Done:
    papers = [paper.pk for paper in row.documents.filter(code=code)][-1:]
    data = {"documents": papers, "acted_at": when, **handing_over(**changes)}
    return act(town, "serve", row, HANDLER, when, **data)


def demanded(town: Town, row: Enforcement | None = None, when: str = "2026-04-21 10:00") -> Enforcement:
    """The demand served on 2026-04-21: ten working days end on 2026-05-08 (holidays 1 to 5 May; 9 May is worked)."""
    return serve(town, demand_made(town, row), "D39", when).matter


def not_delivered(town: Town, row: Enforcement | None = None) -> Enforcement:
    """A demand that nobody was at home to take."""
    gone = {"failed": True, "failed_because": "住所无人，村委会证明外出。", "receiver": "", "relation": "", "receiver_signature": ""}
    return serve(town, row or demand_made(town), "D39", "2026-04-21 10:00", **gone).matter


ANNOUNCEMENT = {
    "recipient": "刘大成",
    "ground": "missing",
    "tried": "4月21日上门无人，电话不通，村委会证明外出。",
    "summary": "催告缴纳罚款三百元。",
    "carrier": "镇政府公告栏",
    "acted_at": "2026-04-21 14:00",
}


def demand_announced(town: Town, row: Enforcement | None = None) -> Enforcement:
    """Announced on 2026-04-21: the thirty days end on 2026-05-21."""
    row = row or not_delivered(town)
    data = {**ANNOUNCEMENT, "document": row.documents.filter(code="D39").last().pk}
    return act(town, "announce_paper", row, HANDLER, "2026-04-21 15:00", **data).matter


def hearing(**changes: Any) -> dict[str, Any]:
    return {
        "made_by": "刘大成",
        "from_at": "2026-04-23 09:00",
        "until_at": "2026-04-23 09:20",
        "place": "石壕镇综合行政执法大队",
        "officers": OFFICERS,
        "recorder": "陈志强",
        "content": "现在没有钱，请求免除。",
        "reasons": "",
        "answer": "rejected",
        "review": "经济困难不免除缴款义务，可以申请延期、分期。",
        "speaker_signature": DRAWN,
        **changes,
    }


def application(**changes: Any) -> dict[str, Any]:
    return {
        "court": "重庆市綦江区人民法院",
        "requested": "强制执行罚款300.00元。",
        "facts": "被申请人乱堆垃圾，经处罚、催告，逾期不履行。",
        "party_opinion": "催告后当事人没有提出陈述申辩。",
        "subject_matter": "被申请人在万隆村三组有自建房一处。",
        "materials": [{"name": "被申请人身份证复印件", "copies": "1份", "note": ""}],
        "opinion": "同意申请。",
        "head_signature": DRAWN,
        **changes,
    }


def applied(town: Town, row: Enforcement | None = None, when: str = "2026-10-12 09:00", **changes: Any) -> Enforcement:
    return act(town, "apply_to_court", row or demanded(town), HEAD, when, **application(**changes)).matter


def accepted(town: Town, row: Enforcement | None = None) -> Enforcement:
    data = {"accepted": "yes", "on": "2026-10-15", "docket": "（2026）渝0110行审9号"}
    return act(town, "record_acceptance", row or applied(town), HANDLER, "2026-10-16 09:00", **data).matter


def not_accepted(town: Town, row: Enforcement | None = None) -> Enforcement:
    data = {"accepted": "no", "on": "2026-10-15", "reasons": "材料不齐。"}
    return act(town, "record_acceptance", row or applied(town), HANDLER, "2026-10-16 09:00", **data).matter


def ruled(town: Town, granted: str = "yes") -> Enforcement:
    data = {
        "granted": granted,
        "on": "2026-10-22",
        "docket": "（2026）渝0110行审9号",
        "reasons": "" if granted == "yes" else "送达有瑕疵。",
    }
    return act(town, "record_ruling", accepted(town), HANDLER, "2026-10-23 09:00", **data).matter


def appealed(town: Town, row: Enforcement | None = None) -> Enforcement:
    return act(town, "appeal", row or not_accepted(town), HEAD, "2026-10-26 09:00", reasons="材料齐全。").matter


DECISION = {
    "reasons": "经催告仍未自行拆除。",
    "manner": "组织人员、机械拆除，清空现场。",
    "begins_at": "2026-10-12 09:00",
    "opinion": "同意强制执行。",
}


def demolition(town: Town) -> Enforcement:
    """The demand to take the house down served on 2026-04-21."""
    return demanded(town, begun(town, to_demolish(town)))


PROPOSAL = {name: DECISION[name] for name in ("reasons", "manner", "begins_at")} | {"opinion": "建议依法强制拆除。"}


def proposed(town: Town, row: Enforcement | None = None, when: str = "2026-05-09 09:00", **changes: Any) -> Enforcement:
    """The decision as its handler proposes it, the day after the demand's period (9 May 2026 is worked)."""
    return act(town, "propose", row or demolition(town), HANDLER, when, **{**PROPOSAL, **changes}).matter


def force_submitted(town: Town, row: Enforcement | None = None, when: str = "2026-05-09 10:00") -> Review:
    row = row or proposed(town)
    return reviews.submitted(town, row.case, when, proposed_decision="拟对刘大成的违法建设强制拆除。")


def force_agreed(town: Town, row: Enforcement | None = None) -> Enforcement:
    """The proposed decision reviewed and agreed to on 2026-05-09."""
    review = force_submitted(town, row)
    examined = reviews.examined(town, reviews.received(town, review, "2026-05-09 11:00"), "2026-05-09 14:00")
    reviews.issued(town, examined, "2026-05-09 15:00")
    return Enforcement.objects.get(pk=review.execution_id)


def discussing(**changes: Any) -> dict[str, Any]:
    head = {"attendance": "present", "opinion": "同意。", "position": "agree"}
    return {
        "from_at": "2026-05-09 16:00",
        "until_at": "2026-05-09 16:30",
        "place": "镇人民政府会议室",
        "chair": "唐国华",
        "recorder": "王丽",
        "members": [{"name": "唐国华", "title": "镇长", **head}, {"name": "周为民", "title": "分管领导", **head}],
        "attendants": [{"role": "承办人", "name": "李雪梅"}],
        "case_put": "催告期满，房屋没有拆除，建议强制拆除。",
        "agreed": True,
        "reasons": "程序合法，应当拆除。",
        **changes,
    }


def force_discussed(town: Town, row: Enforcement | None = None, when: str = "2026-05-09 17:00", **changes: Any) -> Enforcement:
    """The heads conclude together, an hour after the review."""
    return act(town, "discuss", row or force_agreed(town), "wangli", when, **discussing(**changes)).matter


def ordered(town: Town, row: Enforcement | None = None, when: str = "2026-05-11 09:00", **changes: Any) -> Enforcement:
    row = row or force_discussed(town, force_agreed(town, proposed(town, **changes)))
    return act(town, "decide", row, HEAD, when, **{**DECISION, **changes}).matter


def order_served(town: Town, row: Enforcement | None = None) -> Enforcement:
    return serve(town, row or ordered(town), "D40", "2026-05-11 15:00").matter


NOTICE = {"posted_at": "2026-05-12 09:00", "carrier": "现场和万隆村公告栏", "remove_by_on": "2026-05-31"}


def announced(town: Town, row: Enforcement | None = None) -> Enforcement:
    return act(town, "announce", row or order_served(town), HANDLER, "2026-05-12 10:00", **NOTICE).matter


def on_the_spot(**changes: Any) -> dict[str, Any]:
    return {
        "from_at": "2026-10-12 09:30",
        "until_at": "2026-10-12 16:00",
        "place": "万隆村三组",
        "officers": OFFICERS,
        "recorder": "陈志强",
        "performer": "重庆市綦江区石壕镇人民政府",
        "witness": "万隆村村委会 王德明",
        "course": "清空屋内财物并登记，拆除房屋，平整现场。",
        "goods": [{"name": "木床", "quantity": "1", "unit": "张", "spec": "", "condition": "旧", "note": "交当事人"}],
        "recorded": True,
        "no_supply_cut": True,
        "party_signature": DRAWN,
        "first_signature": DRAWN,
        "second_signature": DRAWN,
        **changes,
    }


def carried_out(town: Town, row: Enforcement | None = None, when: str = "2026-10-12 17:00", **changes: Any) -> Enforcement:
    """Taken down, on record from beginning to end."""
    return on_record(town, act(town, "carry_out", row or announced(town), HANDLER, when, **on_the_spot(**changes)).matter)


def on_record(town: Town, row: Enforcement) -> Enforcement:
    """The record of what was just carried out."""
    done = row.enforcement_executions.latest("id")
    recording.recorded_whole(town, row.case, "demolition", done.from_at, done.until_at)
    return Enforcement.objects.get(pk=row.pk)


def concluded(town: Town) -> Enforcement:
    return act(town, "conclude", carried_out(town), HANDLER, "2026-10-13 09:00", words="已拆除完毕，现场清空。").matter


SUBSTITUTION = {
    "reasons": "经催告仍未清运，垃圾渗滤液流入水沟。",
    "harm": "pollution",
    "manner": "清运公路边的垃圾约3立方米。",
    "begins_at": "2026-05-20 09:00",
    "performer": "重庆某保洁有限公司",
    "estimate_yuan": "800",
    "estimate_because": "按两车次和人工估算",
    "opinion": "同意代履行。",
}


def to_substitute(town: Town, **changes: Any) -> Enforcement:
    """Rubbish that somebody else is to clear, demanded on 2026-04-21."""
    told = {"way": "substitute", "covers": ["act"], "duties": "清运公路边的垃圾", "checked": "垃圾没有清运。"}
    return demanded(town, begun(town, fined(town), **{**told, **changes}))


def substitution_ordered(town: Town, row: Enforcement | None = None, **changes: Any) -> Enforcement:
    data = {**SUBSTITUTION, **changes}
    ordered = act(town, "order_substitute", row or to_substitute(town), HEAD, "2026-05-11 09:00", **data).matter
    return serve(town, ordered, "D40b", "2026-05-11 15:00").matter


def reminded(town: Town, row: Enforcement | None = None) -> Enforcement:
    """Called upon again on 2026-05-14: the fourth working day after is 2026-05-20."""
    row = act(town, "remind", row or substitution_ordered(town), HANDLER, "2026-05-14 09:00", on="2026-05-20").matter
    return serve(town, row, "D39", "2026-05-14 10:00").matter


def cleared(**changes: Any) -> dict[str, Any]:
    signed = {"performer_signature": DRAWN, "performer": "重庆某保洁有限公司", "course": "清运垃圾两车，现场恢复原状。", "cost_yuan": "760"}
    return on_the_spot(**{"from_at": "2026-05-20 09:30", "until_at": "2026-05-20 11:00", "goods": [], **signed, **changes})


AGREEMENT = {
    "steps": [{"by_on": "2026-06-30", "content": "缴纳150元"}, {"by_on": "2026-07-31", "content": "缴纳150元"}],
    "unharmful": True,
    "opinion": "同意签订。",
    "party_signature": DRAWN,
}


def agreed(town: Town, row: Enforcement | None = None, when: str = "2026-05-12 09:00", **changes: Any) -> Enforcement:
    return act(town, "agree", row or demanded(town), HEAD, when, **{**AGREEMENT, **changes}).matter


UNABLE = {"ground": "unable", "harmless": True, "reasons": "当事人住院，没有收入。"}


def suspended(town: Town, row: Enforcement | None = None, when: str = "2026-05-12 09:00", **changes: Any) -> Enforcement:
    return act(town, "suspend", row or demanded(town), HEAD, when, **{**UNABLE, **changes}).matter
