"""One version of a power in words: its articles, the range of its fine, where one may complain, what changed since the version before.

Read by the desk and by the public alike. Source: penalty-law-39, disclosure-5.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from mingzhi.law.provisions import provision

from .models import Power


def articles(rows: Sequence[Mapping[str, str]]) -> list[str]:
    """Law and article of each row."""
    return [" ".join(part for part in (row.get("law", ""), row.get("article", "")) if part) for row in rows]


def remedy(power: Power, on: date) -> str:
    """Where and until when the party may complain. Source: reconsideration-law-20, 23, litigation-law-46."""
    days = provision("reconsideration-law-20").number("within", on)
    months = provision("litigation-law-46").number("within", on)
    return (
        f"{days} 日内向{power.review_organ or '复议机关（尚未登记）'}申请行政复议，或者 {months} 个月内向{power.court or '有管辖权的人民法院'}"
        "提起行政诉讼；当场作出的处罚须先申请行政复议。"
    )


def fines(power: Power) -> list[tuple[str, str]]:
    """Range of the fine for each kind of party, in words."""
    ranges = (
        ("对公民", power.fine_min_citizen_yuan, power.fine_max_citizen_yuan),
        ("对单位", power.fine_min_unit_yuan, power.fine_max_unit_yuan),
    )
    return [(label, _between(low, high)) for label, low, high in ranges if low is not None or high is not None]


def _between(low: Decimal | None, high: Decimal | None) -> str:
    if low is None:
        return f"{_yuan(high)}以下"
    return f"{_yuan(low)}以上{_yuan(high)}以下" if high is not None else f"{_yuan(low)}以上"


def _yuan(amount: Decimal) -> str:
    return f"{amount:,.0f} 元" if amount == amount.to_integral_value() else f"{amount:,.2f} 元"


#: What a reader of the list wants to know has changed, and what each is called.
_COMPARED = {
    "name": "名称",
    "kind": "类型",
    "violated": "违反的规定",
    "basis": "处罚依据",
    "sanction": "处罚内容",
    "fine_min_citizen_yuan": "公民罚款下限",
    "fine_max_citizen_yuan": "公民罚款上限",
    "fine_min_unit_yuan": "单位罚款下限",
    "fine_max_unit_yuan": "单位罚款上限",
    "entrusting_organ": "委托机关",
}


def changes(power: Power, older: Power | None) -> str:
    """What differs from the version before; nothing for the first one."""
    if older is None:
        return ""
    found = [label for name, label in _COMPARED.items() if getattr(power, name) != getattr(older, name)]
    return f"改动：{'、'.join(found)}" if found else "内容没有改动，只延续有效期"
