"""Steps of a collective discussion: the deputy and the mayor on 刘大成's 300 yuan, the clerk writing, on 2026-04-01."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.procedures.penalty.models import Case, Discussion
from tests.cast import Town, at

from . import story

DEPUTY = {"name": "周为民", "title": "分管领导", "attendance": "present", "opinion": "事实清楚，同意处罚。", "position": "agree"}
MAYOR = {"name": "唐国华", "title": "镇长", "attendance": "present", "opinion": "同意，注意做好解释工作。", "position": "agree"}
#: A head without an account.
SECRETARY = {"name": "石书记", "title": "党委书记", "attendance": "present", "opinion": "建议再轻一些。", "position": "dissent"}


def minutes(case: Case, **changes: Any) -> dict[str, Any]:
    return {
        "from_at": "2026-04-01 10:20",
        "until_at": "2026-04-01 11:00",
        "place": "镇政府二楼会议室",
        "chair": "唐国华",
        "recorder": "王丽",
        "members": [DEPUTY, MAYOR],
        "attendants": [{"role": "承办人", "name": "李雪梅", "about": "汇报案情和证据。"}],
        "case_put": "当事人在公路边堆放垃圾，经责令拒不改正，建议罚款300元。",
        "result": "punish",
        "penalties": case.proposed_penalties,
        "reasons": "事实清楚，裁量适当。",
        **changes,
    }


def discuss(town: Town, case: Case | None = None, when: str = "2026-04-01 11:00", who: str = "wangli", **changes: Any) -> Done:
    case = case or story.decision_endorsed(town)
    return perform("penalty.discuss", case, actor=town[who], data=minutes(case, **changes), at=at(when))


def discussed(town: Town, case: Case | None = None, **changes: Any) -> Case:
    """Discussed between endorsement (10:00) and decision (15:00) on 2026-04-01."""
    return discuss(town, case, **changes).matter


def only(case: Case) -> Discussion:
    return Discussion.objects.get(matter_id=case.pk)
