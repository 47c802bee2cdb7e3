"""Steps of a penalty on the spot, as tests of other subjects take them too: decided, reported, collected, filed."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.errors import Refused
from mingzhi.core.engine.perform import Done, perform
from mingzhi.procedures.penalty.models import Case
from tests.cast import CITIZEN, Town, at

PEN = {"kind": "paper"}


def on_the_spot(town: Town, **changes: Any) -> dict[str, Any]:
    """A street stall that leaves its rubbish: a fine on the spot."""
    return {
        **CITIZEN,
        "power": town.powers["litter"].pk,
        "cause": "乱堆垃圾，拒不改正",
        "place": "石壕镇市场街8号门前",
        "acted_at": "2026-03-05 09:10",
        "officers": ["李雪梅", "陈志强"],
        "attire": "worn",
        "showed_card": True,
        "told_recording": True,
        "facts": "当事人在门前乱堆垃圾，经责令拒不改正。",
        "facts_clear": True,
        "evidence": [{"kind": "object", "name": "现场照片2张", "proves": "门前乱堆垃圾"}],
        "told_rights": True,
        "statement": "无",
        "penalty_kinds": ["fine"],
        "fine_yuan": "200",
        "discretion": "违法程度一般，在法定幅度内裁量。",
        "discretion_basis": "《重庆市村镇规划建设管理条例》第五十条第一款",
        "correction": "立即清除门前垃圾",
        "handed_at": "2026-03-05 09:40",
        "party_signature": PEN,
        **changes,
    }


def punished(town: Town, **changes: Any) -> Done:
    return perform("summary.punish", actor=town["lixuemei"], data=on_the_spot(town, **changes), at=at("2026-03-05 09:45"))


def act(town: Town, name: str, case: Case, who: str, when: str, **data: Any) -> Done:
    return perform(f"summary.{name}", case, actor=town[who], data=data, at=at(when))


def reported(town: Town, **changes: Any) -> Case:
    case = punished(town, **changes).matter
    return act(town, "report", case, "lixuemei", "2026-03-05 16:00", received_by="罗开富").matter


def collection(**changes: Any) -> dict[str, Any]:
    return {
        "ground": "remote",
        "reason": "地处山区，当事人提出到银行缴款确有困难",
        "amount_yuan": "200",
        "receipt_kind": "重庆市罚没财物专用票据",
        "receipt_number": "0031225",
        "collected_at": "2026-03-05 09:50",
        "place": "石壕镇市场街8号门前",
        "officers": ["李雪梅", "陈志强"],
        **changes,
    }


def filed(town: Town) -> Done:
    """The whole way: paid at the bank, corrected, filed."""
    case = reported(town, corrected_now=True)
    act(
        town,
        "pay",
        case,
        "wangli",
        "2026-03-10 10:00",
        purpose="fine",
        channel="bank",
        amount_yuan="200",
        paid_on="2026-03-09",
        receipt_number="A1",
    )
    act(town, "make_file", case, "lixuemei", "2026-03-12 10:00", file_number="2026-0001", situation="本卷材料齐全。")
    return act(town, "check_file", case, "heping", "2026-03-13 10:00", checker_signature=PEN)


def cited(refused: Refused) -> set[str]:
    return {row.id for refusal in refused.refusals for row in refusal.provisions}
