"""The two texts in which a decision may become public, written from the record of its own paper: summary and full text.

Nothing is masked here. Pure: the data of the paper (D30) in, lines out. Serves disclosure-7.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from mingzhi.law.money import in_capitals, yuan

Data = Mapping[str, Any]

#: What a summary must have, in the order of 公示 7(二); the representative only where a unit has one.
NUMBER, CAUSE, PARTY, REPRESENTATIVE = "行政处罚决定书文号", "案件名称", "被处罚人姓名或者名称", "法定代表人（负责人）姓名"
FACTS, KINDS, BASIS, PERFORMANCE = "主要违法事实", "行政处罚种类", "处罚依据", "履行方式和期限"
ORGAN, DAY = "作出处罚的机关", "作出处罚的日期"
ITEMS = (NUMBER, CAUSE, PARTY, REPRESENTATIVE, FACTS, KINDS, BASIS, PERFORMANCE, ORGAN, DAY)


@dataclass(frozen=True)
class Source:
    """What would become public if nothing were masked: the name of the case and the text, a line for each item or paragraph."""

    title: str
    text: str


def summary(data: Data) -> Source:
    """The ten items of a summary, each on a line of its own. Source: disclosure-7.2."""
    said = {
        NUMBER: data["number"],
        CAUSE: data["cause"],
        PARTY: _names(data),
        REPRESENTATIVE: "、".join(filter(None, (one.get("representative", "") for one in persons(data)))),
        FACTS: _line(data["facts"]),
        KINDS: "；".join(f"{row['kind']}：{_penalty(row)}" for row in data["penalties"]) + data.get("changed", ""),
        BASIS: _cites(data["basis"]),
        PERFORMANCE: _line(f"{data['performance']}\n{_payment(data)}"),
        ORGAN: data["organ"],
        DAY: _day(data["made_on"]),
    }
    return Source(data["cause"], "\n".join(f"{label}：{text}" for label, text in said.items() if text))


def full(data: Data) -> Source:
    """The decision as it was printed, paragraph by paragraph. Source: disclosure-7.2, disclosure-8.1."""
    lines = [
        data["organ"],
        data["title"],
        data["number"],
        *_identified(data),
        f"案由：{data['cause']}。",
        *_paragraphs(data["process"]),
        "一、违法事实和证据",
        *_paragraphs(f"经查明，{_FOUND.sub('', data['facts'].strip())}"),
        "以上事实，有下列证据证明：",
        *(f"{place}．{_evidence(row)}" for place, row in enumerate(data["evidence"], start=1)),
        "二、违反的规定和处罚依据",
        f"上述行为违反了{_cites(data['violated'])}的规定，依据{_cites(data['basis'])}的规定，应当予以处罚。",
        "三、裁量说明",
        *_paragraphs(data.get("discretion", "")),
        f"裁量依据：{data['discretion_basis']}。" if data.get("discretion_basis") else "",
        "四、处罚决定",
        f"综上，本机关决定对当事人{_names(data)}作出如下行政处罚：",
        *(f"{place}．{_penalty(row)}。" for place, row in enumerate(data["penalties"], start=1)),
        data.get("changed", ""),
        f"同时责令：{data['correction']}" if data.get("correction") else "",
        "五、履行方式和期限",
        *_paragraphs(data["performance"]),
        _payment(data),
        "六、救济途径和期限",
        _remedy(data["remedy"]),
        "执法人员：" + "、".join(f"{one['name']}（执法证号{one['certificate']}）" for one in data["officers"]),
        data["organ"],
        _day(data["made_on"]),
    ]
    return Source(data["cause"], "\n".join(line for line in lines if line))


def missing_items(text: str, *, of_a_unit: bool) -> list[str]:
    """Which of the ten items a summary lacks or leaves empty. Source: disclosure-7.2."""
    said = dict(line.split("：", 1) for line in text.splitlines() if "：" in line)
    return [label for label in ITEMS if (of_a_unit or label != REPRESENTATIVE) and not said.get(label, "").strip()]


def persons(data: Data) -> list[Data]:
    """The parties of a paper."""
    return list(data.get("parties") or [data["party"]])


_FOUND = re.compile(r"^经(查明|调查|查)[，：,:]?")
_ENDED = tuple("。！？；：…”）〕》")


def _names(data: Data) -> str:
    return "、".join(_name(one) for one in persons(data))


def _name(one: Data) -> str:
    trade = one.get("trade_name")
    return f"{trade}（经营者：{one.get('operator') or one['name']}）" if trade and trade != one["name"] else one["name"]


def _identified(data: Data) -> Iterable[str]:
    """A party as the paper describes it, but for the day of birth, which finds its owner beside a surname and a village."""
    labels = {
        "code": "统一社会信用代码",
        "representative": "法定代表人（负责人）",
        "representative_title": "职务",
        "operator": "经营者",
        "gender": "性别",
        "id_number": "公民身份号码",
        "phone": "联系电话",
        "address": "住址",
        "employer": "工作单位",
        "guardian": "监护人",
        "agent": "委托代理人",
    }
    for one in persons(data):
        named = labels | {"address": "住所"} if one["kind"] == "organisation" else labels
        about = "，".join(f"{label}：{one[name]}" for name, label in named.items() if one.get(name))
        yield f"当事人：{_name(one)}{'，' if about else ''}{about}。"


def _paragraphs(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines()]
    return [line if line.endswith(_ENDED) else f"{line}。" for line in lines if line]


def _line(text: str) -> str:
    """Several paragraphs as one line."""
    return "".join(_paragraphs(text))


def _evidence(row: Data) -> str:
    return f"{row['name']}，证明{row['proves']}。" if row.get("proves") else f"{row['name']}。"


def _penalty(row: Data) -> str:
    amount = row.get("amount_yuan")
    return f"{row['content']}人民币{yuan(Decimal(amount))}元（大写：{in_capitals(Decimal(amount))}）" if amount else row["content"]


def _cites(rows: Iterable[Data]) -> str:
    return "、".join(f"{row['law']}{row['article']}" for row in rows)


def _payment(data: Data) -> str:
    """Where to pay, without the account: that of a unit is hidden too, and the party has it on the paper."""
    found = data.get("payment")
    if not found:
        return ""
    return (
        f"自收到决定书之日起{found['days']}日内，持决定书到{found['bank']}缴纳罚款。逾期不缴纳的，依法每日按罚款数额的"
        f"{found['rate_percent']}%加处罚款，加处罚款的数额不超过罚款的数额。"
    )


def _remedy(found: Data) -> str:
    return (
        f"如不服本决定，可以自收到决定书之日起{found['review_days']}日内向{found['review_organ']}申请行政复议，"
        f"也可以自收到决定书之日起{found['suit_months']}个月内依法直接向{found['court']}提起行政诉讼。"
    )


def _day(iso: str) -> str:
    on = date.fromisoformat(iso)
    return f"{on.year}年{on.month}月{on.day}日"
