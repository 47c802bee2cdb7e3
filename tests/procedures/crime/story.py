"""Steps of a transfer to the police that its tests build on, each done by the person whose duty it is, on its invented day."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.procedures.crime.models import CrimeTransfer
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at
from tests.procedures.penalty import story

HANDLER, HEAD, MAYOR = "wumin", "zhouweimin", "tangguohua"
GOODS = [{"name": "搅拌机", "quantity": "1台", "condition": "八成新", "note": ""}]


def team(case: Case, **changes: Any) -> dict[str, Any]:
    return {"about": case.pk, "members": ["吴敏", "陈志强"], "suspicion": "造成损失的数额可能达到立案追诉标准。", **changes}


def report(**changes: Any) -> dict[str, Any]:
    return {
        "found": "当事人毁坏公共设施，经评估损失一万二千元。",
        "evidence": "现场检查笔录\n价格认定结论书",
        "offence": "故意毁坏财物罪",
        "offence_basis": "刑法第二百七十五条，立案追诉标准（一）第三十三条",
        "proposal": "涉嫌犯罪，建议移送公安机关。",
        **changes,
    }


def handing(when: str, **changes: Any) -> dict[str, Any]:
    return {
        "police": "重庆市公安局綦江区分局",
        "handed_at": when,
        "materials": [{"name": "涉嫌犯罪案件情况的调查报告", "copies": "1份"}, {"name": "价格认定结论书", "copies": "1份"}],
        "goods": GOODS,
        "receiver": "值班民警",
        "receipt": "綦公受字第12号",
        **changes,
    }


def formed(town: Town, case: Case | None = None, when: str = "2026-03-24 09:00", **changes: Any) -> CrimeTransfer:
    case = case or story.agreed(town)
    return perform("crime.form_team", actor=town[HEAD], data=team(case, **changes), at=at(when)).matter


def act(town: Town, action: str, transfer: CrimeTransfer, who: str, when: str, /, **data: Any) -> Done:
    """One action of a transfer, done by somebody at a moment."""
    return perform(f"crime.{action}", transfer, actor=town[who], data=data, at=at(when))


def reported(town: Town, when: str = "2026-03-25 10:00") -> CrimeTransfer:
    """Reported on 2026-03-25: the three days end on 2026-03-28, a Saturday, and do not roll."""
    return act(town, "report", formed(town), HANDLER, when, **report()).matter


def approved(town: Town, when: str = "2026-03-26 09:30") -> CrimeTransfer:
    return act(town, "approve", reported(town), MAYOR, when, opinion="同意移送。").matter


def handed(town: Town, when: str = "2026-03-27 09:00") -> CrimeTransfer:
    return act(town, "hand_over", approved(town), HANDLER, when, **handing(when)).matter


def filed(town: Town) -> CrimeTransfer:
    data = {"answer_number": "綦公立字〔2026〕31号", "answered_on": "2026-04-01"}
    return act(town, "record_filed", handed(town), HANDLER, "2026-04-01 15:00", **data).matter


def not_filed(town: Town) -> CrimeTransfer:
    data = {"answer_number": "綦公不立字〔2026〕7号", "answered_on": "2026-04-01", "answer_reasons": "未达到立案追诉标准。"}
    return act(town, "record_not_filed", handed(town), HANDLER, "2026-04-01 15:00", **data).matter


def asked_again(town: Town) -> CrimeTransfer:
    return act(town, "ask_again", not_filed(town), HANDLER, "2026-04-03 10:00", way="police", reasons="价格认定结论已达到标准。").matter


def goods_handed(town: Town) -> Done:
    when = "2026-04-03 10:00"
    data = {"handed_at": when, "goods": GOODS, "receiver": "办案民警", "receipt": "交接单2号"}
    return act(town, "hand_over_goods", filed(town), HANDLER, when, **data)
