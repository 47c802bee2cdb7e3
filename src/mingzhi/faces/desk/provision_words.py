"""How the register's marks and numbers are said in Chinese: kinds, sources, units, names of numbers."""

from __future__ import annotations

from collections.abc import Mapping

KINDS = {
    "gate": "关口", "deadline": "期限", "record": "记录", "publish": "公开", "redact": "隐去", "withhold": "不公开", "retain": "保管",
    "access": "查阅", "approve": "审批", "process": "程序", "report": "报告", "duty": "职责", "ban": "禁止",
}  # fmt: skip

SOURCES = {
    "F": "来源标记 F：条文已与公布的原文核对。",
    "M-high": "来源标记 M-high：凭记忆写成，把握大，尚未与原文核对；使用前请核对原文。",
    "M-med": "来源标记 M-med：凭记忆写成，把握一般，尚未与原文核对；使用前请核对原文。",
    "M-low": "来源标记 M-low：凭记忆写成，把握小；在与原文核对之前不要依赖它。",
    "SEED": "来源标记 SEED：出自本镇制度汇编原文。",
    "TOWN": "来源标记 TOWN：法律没有规定数字，由本镇自行确定；可以按程序调整，不能当作法律引用。",
}

_UNITS = {
    "workday": "个工作日", "day": "日", "hour": "小时", "second": "秒", "month": "个月", "year": "年", "week": "周", "yuan": "元", "percent": "%",
    "person": "人", "copy": "份", "class-hour": "学时",
}  # fmt: skip

#: What a number is called, and the unit it has whatever its row's unit is.
_NAMES = {
    "within": ("期限", ""), "before": ("提前", ""), "wait": ("等待", ""), "extend": ("可延长", ""), "extend_max": ("最多延长", ""),
    "min": ("最短", ""), "max": ("最长", ""), "within_serious": ("严重情形的期限", ""), "within_property": ("涉及不动产的期限", ""),
    "ordinary": ("一般情形", ""), "citizen": ("公民", ""), "organisation": ("单位", ""), "officers": ("人数不少于", "人"),
    "signers": ("签字人数", "人"), "agents": ("代理人不超过", "人"), "copies": ("份数", "份"), "grounds": ("情形", "种"), "kinds": ("种类", "种"),
    "items": ("载明事项", "项"), "cap_percent": ("上限", "%"), "min_percent": ("不低于", "%"), "percent_per_day": ("每日加处", "%"),
    "due": ("每年截止", ""), "due_month": ("每年截止月份", "月"), "every": ("频次", ""), "report_to": ("报告", ""), "day": ("时间", ""),
    "exempt_under": ("不予处罚：未满", "周岁"), "lighter_under": ("从轻或者减轻：未满", "周岁"), "fine_citizen": ("公民罚款上限", "元"),
    "fine_organisation": ("单位罚款上限", "元"), "fine": ("罚款", "元"), "min_per_year": ("每年不少于", "次"), "first": ("第一次提醒", ""),
    "second": ("第二次提醒", ""), "third": ("第三次提醒", ""), "warn": ("提前提醒", ""), "general": ("公共课", "学时"),
    "special": ("专业课", "学时"), "total": ("合计", "学时"), "asked_since": ("此项要求施行于", ""),
    "heads": ("出席的负责人不少于", "人"), "approvers": ("批准人数", "人"), "over": ("超过", ""), "from_hour": ("自当日", "时"), "until_hour": ("至次日", "时"),
    "phone": ("电话", ""),
}  # fmt: skip

_CYCLES = {"year": "每年", "quarter": "每季度", "month": "每月"}


def number_words(numbers: Mapping[str, int | str | bool]) -> list[tuple[str, str]]:
    """Name and value of each number in words: ("期限", "5 个工作日"). A name the list does not know is shown as it is."""
    unit = _UNITS.get(str(numbers.get("unit", "")), "")
    found = []
    for name, value in numbers.items():
        if name == "unit":
            continue
        if name == "roll":
            found.append(("末日逢休息日", "顺延" if value else "不顺延"))
            continue
        label, own = _NAMES.get(name, (name, ""))
        words = _CYCLES.get(value, value) if isinstance(value, str) else f"{value:,} {own or unit}".strip()
        found.append((label, words))
    return found


def unnamed(numbers: Mapping[str, int | str | bool]) -> set[str]:
    """Names of numbers that have no word here."""
    return set(numbers) - set(_NAMES) - {"unit", "roll"}
