"""Penalties on the spot of the demo year, from `spots.yaml`: one form where it happened, then money, record, file."""

from __future__ import annotations

from datetime import date
from typing import Any

from . import parties
from .path import Path
from .pen import signature
from .telling import Data, Scene, Story

_LITTER = {"power": "法定-003", "cause": "乱堆垃圾、杂物，拒不改正"}
#: What follows the penalty on each way.
_WAYS = {
    "punished": (),
    "unpaid": ("report",),
    "surcharged": ("report", "surcharge", "demand"),
    "cash_kept": ("collect", "report"),
    "cash_handed": ("collect", "report", "hand_in"),
    "paid": ("report", "pay"),
    "late_file": ("report", "pay"),
    "attacked": ("report", "pay", "apply"),
    "warned": ("report", "make_file", "check_file"),
    "made_cash": ("collect", "hand_in", "bank_in", "report", "make_file"),
    "filed_cash": ("collect", "hand_in", "bank_in", "report", "make_file", "check_file"),
    "filed_bank": ("report", "pay", "make_file", "check_file"),
}


def spot_stories(rows: list[Data], today: date, small: bool) -> list[Story]:
    """Every penalty on the spot."""
    return [_story({**_LITTER, **row}, today) for row in rows if row.get("small") or not small]


def _story(words: Data, today: date) -> Story:
    path = Path(words, today)
    path.add("summary.punish", path.accounts[0], _punish(words, path, today), clock="09:40", minutes=25)
    for name in _WAYS[words["path"]]:
        _STEPS[name](path)
    return Story(f"当场处罚 {words['party']['name']}", path.steps, ends=words.get("ends", 1), begins_on=words.get("begins_on"))


def _punish(words: Data, path: Path, today: date) -> Any:
    pen = path.spoken()

    def data(scene: Scene) -> Data:
        penalty: Data = (
            {"penalty_kinds": ["warning"]} if words.get("warning") else {"penalty_kinds": ["fine"], "fine_yuan": str(words["fine"])}
        )
        lightened = {"lightened": True} if words.get("lightened") else {}
        return {
            **parties.party(words["party"], today), **penalty, **lightened, "power": words["power"], "cause": words["cause"],
            "place": words["place"], "acted_at": scene.from_at, "handed_at": scene.until_at, "officers": list(path.officers),
            "attire": "worn", "showed_card": True, "told_recording": True, "facts": words["facts"], "facts_clear": True, "told_rights": True,
            "evidence": [{"kind": "object", "name": "现场照片2张", "proves": "现场状况"}], "statement": "无",
            "discretion": "当事人未满十八周岁，依法从轻处罚。" if lightened else "初次违法，危害后果轻微，配合检查。",
            "discretion_basis": "重庆市行政处罚裁量基准（较轻情节）", "correction": "当场清理并恢复原状", "corrected_now": True,
            "collect_ground": _ground(words), "party_signature": pen, **path.signed(),
        }  # fmt: skip

    return data


def _ground(words: Data) -> str:
    if "cash" not in words["path"]:
        return ""
    return "remote" if words.get("remote") else "small"


def _collect(path: Path) -> None:
    words = path.words

    def data(scene: Scene) -> Data:
        return {
            "ground": _ground(words), "reason": "地处山区，当事人提出到场镇银行缴款确有困难。" if words.get("remote") else "",
            "amount_yuan": str(words["fine"]), "receipt_kind": "重庆市罚没财物专用票据", "collected_at": scene.from_at,
            "receipt_number": f"{scene.at:%y%m%d}{words['party']['serial']:04}", "place": words["place"],
            "officers": list(path.officers), **path.signed(),
        }  # fmt: skip

    path.add("summary.collect", path.accounts[0], data, clock="10:30", minutes=10)


def _pay(path: Path) -> None:
    words = path.words

    def data(scene: Scene) -> Data:
        paid_on = scene.workday(-1)
        return {
            "purpose": "fine", "channel": words.get("channel", "bank"), "amount_yuan": str(words["fine"]), "paid_on": paid_on,
            "receipt_number": f"{paid_on:%y%m%d}{words['party']['serial']:04}",
        }  # fmt: skip

    path.add("summary.pay", "wangli", data, after=3, clock="09:50")


def _hand_in(path: Path) -> None:
    path.add("summary.hand_in", "wangli", lambda scene: {"handed_in_at": scene.at}, after=1, clock="09:10")


def _bank_in(path: Path) -> None:
    def data(scene: Scene) -> Data:
        return {"banked_at": scene.at, "bank_slip": f"BK{scene.at:%y%m%d}{path.words['party']['serial']:04}"}

    path.add("summary.bank_in", "wangli", data, after=1, clock="14:20")


def _report(path: Path) -> None:
    path.add("summary.report", path.accounts[0], {"received_by": "罗开富"}, clock="16:30")


def _apply(path: Path) -> None:
    """The party hands in its application for review here: it is sent on to the district."""
    claims = "认为罚款过重，请求变更为警告。"
    path.add("remedy.take_application", "wangli", lambda scene: {"applied_on": scene.workday(0), "claims": claims}, after=2, clock="15:40")


def _surcharge(path: Path) -> None:
    path.add("summary.surcharge", "zhouweimin", {"opinion": "逾期不缴纳罚款，同意加处罚款。"}, after=18, clock="10:10")


def _demand(path: Path) -> None:
    path.add("summary.demand", "zhouweimin", {}, after=2, clock="10:30")


def _make_file(path: Path) -> None:
    path.add("summary.make_file", path.accounts[0], {}, after=3, clock="11:00")


def _check_file(path: Path) -> None:
    path.add("summary.check_file", "heping", {"checker_signature": signature("何平")}, after=2, clock="11:20")


_STEPS = {
    "collect": _collect,
    "pay": _pay,
    "apply": _apply,
    "hand_in": _hand_in,
    "bank_in": _bank_in,
    "report": _report,
    "surcharge": _surcharge,
    "demand": _demand,
    "make_file": _make_file,
    "check_file": _check_file,
}
