"""Steps of a remedy that its tests build on: 刘大成's fine of 300 yuan, served on 2026-04-02, attacked before the district."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.remedy.models import Remedy
from tests.cast import Town, at
from tests.procedures.penalty import story
from tests.procedures.penalty.spot_steps import punished

HANDLER, HEAD, CLERK = "lixuemei", "zhouweimin", "wangli"
ORGAN, COURT = "重庆市綦江区人民政府", "重庆市綦江区人民法院"


def notice(case: Case, **changes: Any) -> dict[str, Any]:
    return {
        "about": case.pk,
        "remedy_kind": "review",
        "organ": ORGAN,
        "file_number": "綦江府复〔2026〕18号",
        "applicant": "刘大成",
        "applied_on": "2026-04-20",
        "received_on": "2026-04-24",
        "claims": "请求撤销处罚决定，垃圾不是申请人堆放。",
        **changes,
    }


def draft() -> dict[str, Any]:
    return {
        "answer_facts": "经查，当事人在万隆村三组公路边堆放垃圾，有检查笔录和询问笔录为证。",
        "answer_law": "立案、调查、告知、决定、送达均合法，依据《重庆市村镇规划建设管理条例》第五十条第一款。",
        "answer_request": "请求维持原行政处罚决定。",
        "answer_evidence": [{"name": "现场检查笔录", "proves": "垃圾的位置和数量"}],
    }


def result(kind: str, on: str = "2026-06-10", **changes: Any) -> dict[str, Any]:
    told = {"result": kind, "result_number": "綦江府复决〔2026〕18号", "result_on": on, "result_words": "见决定书。"}
    return told | {"penalties": [], **changes}


def received(town: Town, case: Case | None = None, when: str = "2026-04-24 15:00", **changes: Any) -> Remedy:
    """A review notified on 2026-04-24; ten working days, with May Day between, end on 2026-05-12."""
    case = case or story.served(town)
    return perform("remedy.receive", actor=town[CLERK], data=notice(case, **changes), at=at(when)).matter


def act(town: Town, action: str, remedy: Remedy, who: str, when: str, /, **data: Any) -> Done:
    """One action of a remedy, done by somebody at a moment."""
    return perform(f"remedy.{action}", remedy, actor=town[who], data=data, at=at(when))


def drafted(town: Town, remedy: Remedy | None = None) -> Remedy:
    return act(town, "draft_answer", remedy or received(town), HANDLER, "2026-04-27 10:00", **draft()).matter


def answered(town: Town, remedy: Remedy | None = None, when: str = "2026-04-28 10:00") -> Remedy:
    data = {"answered_on": when.split()[0], "opinion": "同意提交。"}
    return act(town, "answer", drafted(town, remedy), HEAD, when, **data).matter


def decided(town: Town, kind: str = "revoked", remedy: Remedy | None = None, **changes: Any) -> Remedy:
    return act(town, "record_result", remedy or answered(town), HANDLER, "2026-06-10 15:00", **result(kind, **changes)).matter


def final(town: Town, kind: str = "revoked", remedy: Remedy | None = None, **changes: Any) -> Remedy:
    remedy = decided(town, kind, remedy, **changes)
    return act(town, "take_effect", remedy, HANDLER, "2026-06-11 09:00", effective_on="2026-06-10").matter


def at_hand(town: Town) -> Remedy:
    """An application against a penalty on the spot, handed to the town on 2026-03-10; five working days end on 2026-03-17."""
    data = {"about": on_the_spot(town).pk, "applicant": "刘大成", "applied_on": "2026-03-10", "claims": "处罚过重。"}
    return perform("remedy.take_application", actor=town[CLERK], data=data, at=at("2026-03-10 10:00")).matter


def forwarded(town: Town, remedy: Remedy | None = None) -> Remedy:
    data = {"organ": ORGAN, "forwarded_on": "2026-03-12", "opinion": "本机关认为决定应当维持。"}
    return act(town, "forward", remedy or at_hand(town), CLERK, "2026-03-12 10:00", **data).matter


def on_the_spot(town: Town) -> Case:
    """A penalty on the spot, of 2026-03-05."""
    return punished(town).matter
