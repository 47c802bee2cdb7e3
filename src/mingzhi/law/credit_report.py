"""The table in which penalties are reported to the credit platform (信用中国 双公示): its columns, and what is wrong with a row.

Pure: a row is a mapping of column to text, Decimal, date or None; nothing is looked up and nothing is masked here. The columns are those
of public implementations of 发改办财金〔2018〕424号, with the kinds of penalty of 行政处罚法 9. Serves credit-report, disclosure-7.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from mingzhi.law.identifiers import citizen_number, credit_code
from mingzhi.law.provisions import cited

cited("credit-report", "disclosure-7.2")

Value = str | Decimal | date | None
Row = Mapping[str, Value]


class Subject(StrEnum):
    """行政相对人类别."""

    UNIT = "法人及非法人组织"
    CITIZEN = "自然人"
    TRADER = "个体工商户"


NAME, SUBJECT, CREDIT_CODE, REPRESENTATIVE = "行政相对人名称", "行政相对人类别", "行政相对人代码_1(统一社会信用代码)", "法定代表人"
REPRESENTATIVE_NUMBER = "法定代表人证件号码"
ID_KIND, ID_NUMBER, NUMBER = "证件类型", "证件号码", "行政处罚决定书文号"
OFFENCE, FACTS, BASIS, KINDS, CONTENT = "违法行为类型", "违法事实", "处罚依据", "处罚类别", "处罚内容"
FINE, CONFISCATED, LICENCE = "罚款金额(万元)", "没收违法所得、没收非法财物的金额(万元)", "暂扣或吊销证照名称及编号"
DECIDED_ON, VALID_UNTIL, SHOWN_UNTIL = "处罚决定日期", "处罚有效期", "公示截止期"
ORGAN, ORGAN_CODE, SOURCE, SOURCE_CODE, REMARK = (
    "处罚机关",
    "处罚机关统一社会信用代码",
    "数据来源单位",
    "数据来源单位统一社会信用代码",
    "备注",
)

#: Every column in the order of the file, with the most characters it takes; dates and amounts have none.
COLUMNS: Mapping[str, int | None] = {
    NAME: 200, SUBJECT: 64, CREDIT_CODE: 18, "行政相对人代码_2(工商注册号)": 50, "行政相对人代码_3(组织机构代码)": 9,
    "行政相对人代码_4(税务登记号)": 15, "行政相对人代码_5(事业单位证书号)": 12, "行政相对人代码_6(社会组织登记证号)": 50,
    REPRESENTATIVE: 50, "法定代表人证件类型": 64, REPRESENTATIVE_NUMBER: 64, ID_KIND: 64, ID_NUMBER: 64, NUMBER: 128, OFFENCE: 2000,
    FACTS: 2000, BASIS: 2048, KINDS: 255, CONTENT: 4000, FINE: None, CONFISCATED: None, LICENCE: 200, DECIDED_ON: None, VALID_UNTIL: None,
    SHOWN_UNTIL: None, ORGAN: 200, ORGAN_CODE: 18, SOURCE: 200, SOURCE_CODE: 18, REMARK: 512,
}  # fmt: skip
ALWAYS = (NAME, SUBJECT, NUMBER, OFFENCE, FACTS, BASIS, KINDS, CONTENT, DECIDED_ON, VALID_UNTIL, ORGAN, ORGAN_CODE, SOURCE, SOURCE_CODE)
_OF_A_UNIT = (CREDIT_CODE, REPRESENTATIVE)
_OF_A_CITIZEN = (ID_KIND, ID_NUMBER)
#: Between several kinds of penalty in one column.
AND = ";"
#: Which column a kind of penalty asks for, by a word of its name.
_ASKED_BY = {"罚款": FINE, "没收": CONFISCATED, "暂扣": LICENCE, "吊销": LICENCE}
#: 处罚类别: the names of 行政处罚法 9; another kind is written 其他-说明.
PENALTIES = (
    "警告", "通报批评", "罚款", "没收违法所得、没收非法财物", "暂扣许可证件", "降低资质等级", "吊销许可证件", "限制开展生产经营活动", "责令停产停业",
    "责令关闭", "限制从业", "行政拘留",
)  # fmt: skip
OTHER = "其他-"
ID_KINDS = ("身份证", "护照号", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "外国人永久居留身份证")
#: A penalty without an end. Seen in practice, not found in a rule: see docs/decisions/0115.
NO_END = date(2099, 12, 31)
_TEN_THOUSAND = Decimal(10_000)
_FRACTION = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one column of a row, and what to do about it."""

    column: str
    wrong: str
    mend: str

    def __str__(self) -> str:
        return f"{self.column}：{self.wrong}。{self.mend}"


def in_ten_thousands(yuan: Decimal) -> Decimal:
    """Yuan as the platform counts them: 200 yuan are 0.02. Never rounded: a fen is 0.000001."""
    return (yuan / _TEN_THOUSAND).quantize(_FRACTION).normalize()


def faults_of(row: Row) -> list[Fault]:
    """Everything that the platform would refuse in a row, column by column; empty when it may be sent."""
    return [*_unknown(row), *_missing(row), *_too_long(row), *_codes(row), *_numbers(row), *_dates(row), *_amounts(row)]


def _unknown(row: Row) -> Iterator[Fault]:
    for column in row:
        if column not in COLUMNS:
            yield Fault(column, "表中没有这一列", "请删去")


def needed(row: Row) -> list[str]:
    """The columns that must be filled in this row, in the order of the file."""
    found = {*ALWAYS}
    subject = row.get(SUBJECT)
    if subject in (Subject.UNIT, Subject.TRADER):
        found |= {*_OF_A_UNIT}
    if subject == Subject.CITIZEN:
        found |= {*_OF_A_CITIZEN}
    found |= {column for word, column in _ASKED_BY.items() if word in _said(row, KINDS)}
    return [column for column in COLUMNS if column in found]


def _missing(row: Row) -> Iterator[Fault]:
    for column in needed(row):
        if row.get(column) in (None, ""):
            yield Fault(column, "没有填写", "这一列必须填写，请在案件中补正后再生成")


def _too_long(row: Row) -> Iterator[Fault]:
    for column, most in COLUMNS.items():
        length = len(_said(row, column))
        if most is not None and length > most:
            yield Fault(column, f"有 {length} 字，最多 {most} 字", "请改短后再生成")


def _codes(row: Row) -> Iterator[Fault]:
    """Values out of a list."""
    subject = _said(row, SUBJECT)
    if subject and subject not in [*Subject]:
        yield Fault(SUBJECT, f"没有“{subject}”这一类", f"请填写{'、'.join(Subject)}之一")
    for kind in filter(None, _said(row, KINDS).split(AND)):
        if kind not in PENALTIES and not (kind.startswith(OTHER) and len(kind) > len(OTHER)):
            yield Fault(KINDS, f"没有“{kind}”这一种", f"请用行政处罚法第九条的名称，另外的写“{OTHER}”并注明")
    for column in (ID_KIND, "法定代表人证件类型"):
        kind = _said(row, column)
        if kind and kind not in ID_KINDS and not kind.startswith(OTHER):
            yield Fault(column, f"没有“{kind}”这一类", f"请填写{'、'.join(ID_KINDS)}之一，另外的写“{OTHER}”并注明")


def _numbers(row: Row) -> Iterator[Fault]:
    """Numbers with check digits."""
    for column in (CREDIT_CODE, ORGAN_CODE, SOURCE_CODE):
        if (code := _said(row, column)) and not (found := credit_code(code)).valid:
            yield Fault(column, found.reason, "请对照证照改正")
    code, subject = _said(row, CREDIT_CODE), _said(row, SUBJECT)
    if code and subject == Subject.CITIZEN:
        yield Fault(CREDIT_CODE, "自然人没有统一社会信用代码", "请核对当事人的类别")
    # 92 is an individual business, and nothing else is.
    if code and subject in (Subject.UNIT, Subject.TRADER) and (code[:2] == "92") != (subject == Subject.TRADER):
        yield Fault(SUBJECT, f"代码以 {code[:2]} 开头，与“{subject}”不符", "92 开头的是个体工商户，请核对类别和代码")
    if (code := _said(row, ORGAN_CODE)) and not code.startswith("11"):
        yield Fault(ORGAN_CODE, "机关的代码以 11 开头", "请对照机关的统一社会信用代码证书改正")
    for kind, column in ((ID_KIND, ID_NUMBER), ("法定代表人证件类型", REPRESENTATIVE_NUMBER)):
        number = _said(row, column)
        if number and _said(row, kind) == "身份证" and not (found := citizen_number(number)).valid:
            yield Fault(column, found.reason, "请对照身份证改正")


def _dates(row: Row) -> Iterator[Fault]:
    decided_on = row.get(DECIDED_ON)
    for column in (DECIDED_ON, VALID_UNTIL, SHOWN_UNTIL):
        value = row.get(column)
        if value not in (None, "") and not isinstance(value, date):
            yield Fault(column, f"“{value}”不是日期", "请按 2026-03-05 的样子填写")
        elif column != DECIDED_ON and isinstance(value, date) and isinstance(decided_on, date) and value < decided_on:
            yield Fault(column, f"{value} 早于处罚决定日期 {decided_on}", "请核对两个日期")


def _amounts(row: Row) -> Iterator[Fault]:
    for column in (FINE, CONFISCATED):
        value = row.get(column)
        if value in (None, ""):
            continue
        if not isinstance(value, Decimal):
            yield Fault(column, f"“{value}”不是数额", "单位是万元，200 元写作 0.02")
        elif value < 0 or value != value.quantize(_FRACTION):
            yield Fault(column, f"{value} 不是可以报送的数额", "单位是万元，不得小于零，最多六位小数")
        elif value == 0 and column == FINE:
            yield Fault(column, "罚款金额是零", "请核对决定书的罚款数额")


def _said(row: Row, column: str) -> str:
    value = row.get(column)
    return value if isinstance(value, str) else ""
