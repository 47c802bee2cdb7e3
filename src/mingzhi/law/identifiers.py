"""Numbers that identify people, units, places and documents: what they are, whether they can be right, and what they say.

Check digits and dates only; it asks no register, so a valid number need not belong to anybody.
(GB 11643-1999, GB 32100-2015, GB 11714, GB/T 2260, GB/T 10114, GB/T 9704-2012)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from types import MappingProxyType

CREDIT_CODE = "统一社会信用代码"
CITIZEN_NUMBER = "公民身份号码"
RESIDENCE_PERMIT = "港澳台居民居住证号码"
FOREIGN_RESIDENT = "外国人永久居留身份证号码"
REGION_CODE = "行政区划代码"
DOCUMENT_NUMBER = "发文字号"
UNKNOWN = "不能识别"

_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ORGAN_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_CITIZEN_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CITIZEN_CHECKS = "10X98765432"

_RESIDENCE_AREAS = {"810000": "香港", "820000": "澳门", "830000": "台湾"}
_PROVINCES = MappingProxyType(
    {
        "11": "北京", "12": "天津", "13": "河北", "14": "山西", "15": "内蒙古", "21": "辽宁", "22": "吉林", "23": "黑龙江",
        "31": "上海", "32": "江苏", "33": "浙江", "34": "安徽", "35": "福建", "36": "江西", "37": "山东", "41": "河南",
        "42": "湖北", "43": "湖南", "44": "广东", "45": "广西", "46": "海南", "50": "重庆", "51": "四川", "52": "贵州",
        "53": "云南", "54": "西藏", "61": "陕西", "62": "甘肃", "63": "青海", "64": "宁夏", "65": "新疆", "71": "台湾",
        "81": "香港", "82": "澳门", "83": "台湾",
    }
)  # fmt: skip
_DEPARTMENTS = MappingProxyType(
    {
        "11": "机关", "12": "事业单位", "13": "群团组织", "19": "其他机构编制登记单位", "51": "社会团体", "52": "民办非企业单位",
        "53": "基金会", "59": "其他民政登记单位", "91": "企业", "92": "个体工商户", "93": "农民专业合作社",
        "N1": "组级集体经济组织", "N2": "村级集体经济组织", "N3": "乡镇级集体经济组织", "N9": "其他农村集体经济组织", "Y1": "其他单位",
    }
)  # fmt: skip
_DOCUMENT = re.compile(r"(?P<mark>[^〔〕\[\]()（）\s0-9]+)〔(?P<year>[0-9]{4})〕(?P<serial>[1-9][0-9]*)号")
_TO_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}


@dataclass(frozen=True, slots=True)
class Identified:
    """What a number is. `reason` is empty when valid; `facts` are what it says (birth_on, male, region, class)."""

    kind: str
    valid: bool
    reason: str = ""
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """机关代字〔年份〕顺序号: 石壕府罚决字〔2026〕1号."""

    mark: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.mark}〔{self.year}〕{self.serial}号"


def normalised(code: str) -> str:
    """The number without blanks and hyphens, full-width letters made half-width, capitals."""
    return re.sub(r"[\s\-\u3000]", "", code.translate(_TO_HALF_WIDTH)).upper()


def identify(code: str, today: date | None = None) -> Identified:
    """What kind of number this looks like, and whether it is valid.

    `today` bounds a birth date (nobody is born tomorrow); without it only the calendar is checked. Never raises.
    """
    text = normalised(code)
    if "〔" in text or (text.endswith("号") and any(bracket in text for bracket in "[(（")):
        return document_number(code)
    if re.fullmatch(r"[0-9]{6}|[0-9]{9}|[0-9]{12}", text):
        return region_code(text)
    if len(text) == 15 and text.isascii() and text.isdigit():
        return citizen_number(text, today)
    if len(text) == 18:
        if re.fullmatch(r"[0-9]{17}[0-9X]", text):
            return _citizen_or_unit(text, today)
        return credit_code(text)
    return Identified(
        UNKNOWN, False, f"{len(text)} 位，不是身份号码（15、18 位）、统一社会信用代码（18 位）、区划代码（6、9、12 位）或发文字号"
    )


def credit_code(code: str) -> Identified:
    """A 统一社会信用代码 with both its check digits: of the organisation code inside, and of the whole (GB 32100, GB 11714)."""
    text = normalised(code)
    if len(text) != 18:
        return Identified(CREDIT_CODE, False, f"应为 18 位，现为 {len(text)} 位")
    strange = sorted({letter for letter in text if letter not in _CREDIT_ALPHABET})
    if strange:
        return Identified(CREDIT_CODE, False, f"含有不使用的字符 {'、'.join(strange)}（不使用 I、O、S、V、Z）")
    facts = _credit_facts(text)
    if not text[2:8].isdigit():
        return Identified(CREDIT_CODE, False, "第 3 至 8 位区划代码应为数字", facts)
    if text[16] != organ_check(text[8:16]):
        return Identified(CREDIT_CODE, False, f"第 17 位（组织机构代码校验位）应为 {organ_check(text[8:16])}，请核对第 9 至 17 位", facts)
    if text[17] != credit_check(text[:17]):
        return Identified(CREDIT_CODE, False, f"第 18 位校验码应为 {credit_check(text[:17])}，请逐位核对", facts)
    if facts["class"] is None:
        return Identified(CREDIT_CODE, False, f"第 1、2 位 {text[:2]} 不是已公布的登记管理部门和机构类别", facts)
    return Identified(CREDIT_CODE, True, "", facts)


def citizen_number(code: str, today: date | None = None) -> Identified:
    """An identity number of 18 or 15 places, a residence permit (81/82/83 0000) or a foreign permanent resident's card (9...)."""
    text = normalised(code)
    kind = _citizen_kind(text)
    if re.fullmatch(r"[0-9]{15}", text):
        body, check, full = text[:6] + "19" + text[6:], None, False
    elif re.fullmatch(r"[0-9]{17}[0-9X]", text):
        body, check, full = text[:17], text[17], True
    else:
        return Identified(kind, False, "应为 18 位（末位可为 X）或 15 位数字")
    facts: dict[str, object] = {"male": int(body[16]) % 2 == 1}
    if kind != FOREIGN_RESIDENT:
        facts |= {"region": body[:6], "place": _place(body[:6])}
    try:
        born = date(int(body[6:10]), int(body[10:12]), int(body[12:14]))
    except ValueError:
        return Identified(kind, False, f"出生日期 {body[6:14]} 不存在，请核对第 7 至 {14 if full else 12} 位", facts)
    facts["birth_on"] = born
    if today is not None and born > today:
        return Identified(kind, False, f"出生日期 {born.isoformat()} 晚于今天，请核对第 7 至 14 位", facts)
    if kind != FOREIGN_RESIDENT and body[:2] not in _PROVINCES:
        return Identified(kind, False, f"第 1、2 位 {body[:2]} 不是省级区划代码", facts)
    if check is not None and check != citizen_check(body):
        return Identified(kind, False, f"第 18 位校验码应为 {citizen_check(body)}，请逐位核对", facts)
    return Identified(kind, True, "", facts)


def region_code(code: str) -> Identified:
    """A place by 6 digits (county), 9 (town) or 12 (village): province known, no level skipped. It does not know every place."""
    text = normalised(code)
    if not re.fullmatch(r"[0-9]{6}|[0-9]{9}|[0-9]{12}", text):
        return Identified(REGION_CODE, False, "应为 6 位（县级）、9 位（乡级）或 12 位（村级）数字")
    facts = {"region": text[:6], "place": _place(text[:6]), "level": _level(text)}
    if text[:2] not in _PROVINCES:
        return Identified(REGION_CODE, False, f"第 1、2 位 {text[:2]} 不是省级区划代码", facts)
    parts = [part for part in (text[2:4], text[4:6], text[6:9], text[9:12]) if part]
    empty = [not part.strip("0") for part in parts]
    if any(before and not after for before, after in pairwise(empty)):
        return Identified(REGION_CODE, False, "上级区划为零而下级不为零，请核对", facts)
    return Identified(REGION_CODE, True, "", facts)


def document_number(code: str) -> Identified:
    """Whether a text is a 发文字号; its facts are mark, year and serial."""
    try:
        number = parsed_number(code)
    except ValueError as error:
        return Identified(DOCUMENT_NUMBER, False, str(error))
    return Identified(DOCUMENT_NUMBER, True, "", {"mark": number.mark, "year": number.year, "serial": number.serial})


def parsed_number(text: str) -> DocumentNumber:
    """The parts of a 发文字号. Raises ValueError saying which rule of GB/T 9704 it breaks."""
    bare = re.sub(r"\s", "", text.translate({code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}))
    found = _DOCUMENT.fullmatch(bare)
    if found:
        return DocumentNumber(found["mark"], int(found["year"]), int(found["serial"]))
    if re.search(r"[\[(（【][0-9]{4}[\])）】]", bare):
        raise ValueError("年份应使用六角括号〔〕，例如 石壕府罚决字〔2026〕1号")
    if re.search(r"〕第", bare):
        raise ValueError("顺序号前不加“第”字，例如 石壕府罚决字〔2026〕1号")
    if re.search(r"〕0", bare):
        raise ValueError("顺序号不编虚位，1 不写作 01，例如 石壕府罚决字〔2026〕1号")
    raise ValueError("发文字号由机关代字、〔年份〕、顺序号组成，例如 石壕府罚决字〔2026〕1号")


def credit_check(body: str) -> str:
    """The last character of a credit code from its first 17."""
    total = sum(_CREDIT_ALPHABET.index(letter) * weight for letter, weight in zip(body, _CREDIT_WEIGHTS, strict=True))
    return _CREDIT_ALPHABET[-total % 31]


def organ_check(body: str) -> str:
    """The check character of an organisation code from its first 8."""
    total = sum(int(letter, 36) * weight for letter, weight in zip(body, _ORGAN_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def citizen_check(body: str) -> str:
    """The last character of an 18-place identity number from its first 17."""
    return _CITIZEN_CHECKS[sum(int(digit) * weight for digit, weight in zip(body, _CITIZEN_WEIGHTS, strict=True)) % 11]


def upgraded(fifteen: str) -> str:
    """The 18-place form of a valid 15-place identity number."""
    body = fifteen[:6] + "19" + fifteen[6:]
    return body + citizen_check(body)


def _citizen_kind(text: str) -> str:
    if text[:6] in _RESIDENCE_AREAS:
        return RESIDENCE_PERMIT
    return FOREIGN_RESIDENT if text.startswith("9") and len(text) == 18 else CITIZEN_NUMBER


def _credit_facts(text: str) -> dict[str, object]:
    return {"class": _DEPARTMENTS.get(text[:2]), "region": text[2:8], "place": _place(text[2:8]), "organ": text[8:17]}


def _citizen_or_unit(text: str, today: date | None) -> Identified:
    # Both kinds may be 17 digits and a check: the one that holds wins; if neither does, a plausible birth date tells which was meant.
    citizen, unit = citizen_number(text, today), credit_code(text)
    if citizen.valid or (not unit.valid and ("birth_on" in citizen.facts or text[:2] not in _DEPARTMENTS)):
        return citizen
    return unit


def _place(region: str) -> str | None:
    return _RESIDENCE_AREAS.get(region) or _PROVINCES.get(region[:2])


def _level(text: str) -> str:
    if len(text) > 6:
        return {9: "乡级", 12: "村级"}[len(text)]
    return "省级" if text[2:] == "0000" else "市级" if text[4:] == "00" else "县级"
