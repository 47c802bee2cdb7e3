"""Steps of a legal review that its tests build on, each done by the person whose duty it is, on its invented day.

The case is 刘大成's rubbish with a fine of 300 yuan, which may stir up the village and so is major.
"""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.law.reviewing import Aspect
from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.review.models import Review
from tests.cast import Town, at
from tests.procedures.penalty import story

MAJOR = "可能造成重大社会影响或者引发社会风险"
REVIEWER = "zhaomingyuan"


def major(town: Town, **changes: Any) -> Case:
    """A major case at 事先告知, from 2026-03-23 15:00 on."""
    case = story.agreed(town, **changes)
    Case.objects.filter(pk=case.pk).update(major_facts=["social_risk"])
    return Case.objects.get(pk=case.pk)


def application(case: Case, **changes: Any) -> dict[str, Any]:
    return {
        "about": case.pk,
        "facts": "当事人在万隆村三组公路边堆放垃圾，经责令拒不改正。",
        "law_and_benchmark": "违反《重庆市村镇规划建设管理条例》第五十条第一款，按裁量基准一般档。",
        "evidence_taking": "已检查、询问，证据材料附后。",
        "other": "当事人所在村反映强烈。",
        "proposed_decision": "拟对刘大成罚款300元。",
        **changes,
    }


def submitted(town: Town, case: Case | None = None, when: str = "2026-03-23 16:00", **changes: Any) -> Review:
    case = case or major(town)
    return perform("review.submit", actor=town["lixuemei"], data=application(case, **changes), at=at(when)).matter


def act(town: Town, action: str, review: Review, who: str, when: str, /, **data: Any) -> Done:
    """One action of a review, done by somebody at a moment."""
    return perform(f"review.{action}", review, actor=town[who], data=data, at=at(when))


def received(town: Town, review: Review | None = None, when: str = "2026-03-24 09:00") -> Review:
    """Taken in on 2026-03-24: the five working days end on 2026-03-31."""
    return act(town, "receive", review or submitted(town), REVIEWER, when).matter


def verdicts(**changes: str) -> dict[str, str]:
    """Every aspect fit, but for those named."""
    return {f"{aspect}_verdict": changes.get(aspect, "fit") for aspect in Aspect}


def fault(review: Review, aspect: str, verdict: str, code: str = "D20", page: int = 1, grounds: str = "询问时间写错。") -> dict[str, Any]:
    """A fault in one aspect with its grounds and page."""
    paper = review.case.documents.filter(code=code).last()
    return {
        f"{aspect}_verdict": verdict,
        f"{aspect}_grounds": grounds,
        f"{aspect}_paper": paper.pk if paper else "",
        f"{aspect}_page": page,
    }


def examined(town: Town, review: Review | None = None, when: str = "2026-03-25 10:00", **data: Any) -> Review:
    review = review or received(town)
    return act(town, "examine", review, REVIEWER, when, **{**verdicts(), **data}).matter


def issued(town: Town, review: Review | None = None, when: str = "2026-03-25 15:00", **data: Any) -> Done:
    return act(town, "issue", review or examined(town), REVIEWER, when, **{"opinion": "经审核，同意拟作出的决定。", **data})


def agreed(town: Town, case: Case | None = None) -> Review:
    """Agreed on 2026-03-25."""
    return issued(town, examined(town, received(town, submitted(town, case)))).matter


def agreed_on(town: Town, case: Case, day: str) -> Review:
    """From submission to agreement in one morning, for a case that has come as far as its decision."""
    review = received(town, submitted(town, case, f"{day} 11:00"), f"{day} 11:10")
    return issued(town, examined(town, review, f"{day} 11:20"), f"{day} 11:30").matter


def discussed(town: Town, case: Case, day: str = "2026-04-01") -> Case:
    """The heads conclude together as proposed, from 13:00 to 13:40."""
    head = {"attendance": "present", "opinion": "同意。", "position": "agree"}
    data = {
        "from_at": f"{day} 13:00",
        "until_at": f"{day} 13:40",
        "place": "镇人民政府会议室",
        "chair": "唐国华",
        "recorder": "王丽",
        "members": [{"name": "唐国华", "title": "镇长", **head}, {"name": "周为民", "title": "分管领导", **head}],
        "attendants": [{"role": "承办人", "name": "李雪梅"}],
        "case_put": "案情如调查终结报告。",
        "result": "punish",
        "penalties": case.proposed_penalties,
        "reasons": "事实清楚，证据充分。",
    }
    return perform("penalty.discuss", case, actor=town["wangli"], data=data, at=at(f"{day} 14:00")).matter


def returned(town: Town, review: Review | None = None, when: str = "2026-03-24 09:00", **data: Any) -> Review:
    data = {"missing": ["evidence"], "reasons": "没有附现场照片。", **data}
    return act(town, "return_incomplete", review or submitted(town), REVIEWER, when, **data).matter


def corrected(town: Town, review: Review | None = None) -> Review:
    """An opinion that asks for correction, given on 2026-03-25."""
    review = review or received(town)
    review = examined(town, review, **fault(review, "papers", "flawed"))
    return issued(town, review, opinion="询问笔录的时间更正后再送审。").matter


def resubmitted(town: Town, review: Review, when: str = "2026-03-26 09:00", **changes: Any) -> Review:
    data = application(review.case, changes="已更正询问笔录的时间。", **changes)
    data.pop("about")
    return act(town, "resubmit", review, "lixuemei", when, **data).matter


def extension_asked(town: Town, review: Review | None = None, when: str = "2026-03-27 09:00") -> Review:
    reasons = "涉及多个法律关系，需要会同法律顾问研究。"
    return act(town, "ask_extension", review or received(town), REVIEWER, when, reasons=reasons).matter


def asked(town: Town, review: Review | None = None, when: str = "2026-03-24 15:00") -> Review:
    return act(town, "ask", review or received(town), REVIEWER, when, question="当事人拒不改正有何证据？").matter
