"""The five tables of the yearly statistics of enforcement and a sixth for reference, as they are laid out. READ FIRST.

Pure: what each column is called, by which rule it is counted, and what stands in it where this system holds nothing of it.
Nothing is counted here; see `counting`. Serves 公示制度 10 and 国办发〔2018〕118号.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

#: What a cell says when nothing of its kind is kept here: never a nought that nobody counted.
UNKNOWN = "本系统没有登记"
_TOWN_HAS_NONE = "镇人民政府没有这项职权"
YUAN_IN_TEN_THOUSAND = Decimal(10_000)


@dataclass(frozen=True)
class Column:
    """One column. `rule`: by what it is counted, empty where nothing is held here and it may be entered by hand, with its source.

    `share`: in which table-wide chart and comparison it takes part; a total or a sum of money does not stand beside the rest.
    """

    code: str
    title: str
    unit: str
    rule: str = ""
    share: bool = True

    @property
    def counted(self) -> bool:
        return bool(self.rule)


@dataclass(frozen=True)
class Table:
    """One table, with what is to be known of it as a whole."""

    code: str
    title: str
    columns: tuple[Column, ...]
    note: str = ""


_IN_THE_YEAR = "按作出决定的日期统计，当年作出、后来被撤销的也计入；同一决定有几种处罚的，只计入最重的一种"
_FINISHED = "执行完毕或者终结执行时统计"

# One row a column, so that a table reads like the form it is taken from.
# fmt: off
PENALTIES = Table("penalty", "表一　行政处罚实施情况", (
    Column("penalty.warning", "警告、通报批评", "宗", _IN_THE_YEAR),
    Column("penalty.fine", "罚款", "宗", _IN_THE_YEAR),
    Column("penalty.confiscation", "没收违法所得、没收非法财物", "宗", _IN_THE_YEAR),
    Column("penalty.suspend_licence", "暂扣许可证件、降低资质等级", "宗", _IN_THE_YEAR),
    Column("penalty.revoke_licence", "吊销许可证件", "宗", _IN_THE_YEAR),
    Column("penalty.restrict_business", "限制开展生产经营活动", "宗", _IN_THE_YEAR),
    Column("penalty.stop_business", "责令停产停业、责令关闭、限制从业", "宗", _IN_THE_YEAR),
    Column("penalty.detention", "行政拘留", "宗", f"{_TOWN_HAS_NONE}，本机关的决定中没有"),
    Column("penalty.other", "其他行政处罚", "宗", "只有法律、行政法规规定的其他处罚、没有上列各种的"),
    Column("penalty.total", "合计", "宗", "上列各种相加，一个决定一宗", share=False),
    Column("penalty.amount", "罚没金额", "万元", "决定书上写明的罚款和没收金额；没收没有写明金额的不计", share=False),
), "普通程序和当场处罚都计入。受委托、以委托机关名义作出的决定由委托机关统计。")
LICENCES = Table("licence", "表二　行政许可实施情况", (
    Column("licence.applied", "申请", "件"), Column("licence.accepted", "受理", "件"), Column("licence.granted", "许可", "件"),
    Column("licence.refused", "不予许可", "件"), Column("licence.revoked", "撤销许可", "件"),
))
MEASURES = Table("compulsion", "表三　行政强制实施情况", (
    Column("compulsion.seal", "查封场所、设施或者财物", "宗", "作出查封决定时统计"),
    Column("compulsion.seize", "扣押财物", "宗", "作出扣押决定时统计"),
    Column("compulsion.freeze", "冻结存款、汇款", "宗"),
    Column("compulsion.other_measure", "其他强制措施", "宗"),
    Column("compulsion.surcharge", "加处罚款或者滞纳金", "宗", f"{_FINISHED}，以案件办结为准"),
    Column("compulsion.transfer", "划拨存款、汇款", "宗"),
    Column("compulsion.auction", "拍卖或者依法处理查封、扣押的场所、设施或者财物", "宗"),
    Column("compulsion.restore", "排除妨碍、恢复原状", "宗", f"{_FINISHED}；强制拆除计入"),
    Column("compulsion.substitute", "代履行", "宗", f"{_FINISHED}；立即代履行计入"),
    Column("compulsion.other_execution", "其他强制执行", "宗"),
    Column("compulsion.court", "申请人民法院强制执行", "宗", "提出申请时统计"),
    Column("compulsion.total", "合计", "宗", "上列各项相加", share=False),
), "当事人在强制执行之前自己履行的，不计入。")
OTHERS = Table("other", "表四　其他行政执法行为", (
    Column("other.levy", "行政征收", "次"), Column("other.levy_amount", "行政征收总金额", "万元", share=False),
    Column("other.inspection", "行政检查", "次"), Column("other.ruling", "行政裁决", "次"), Column("other.confirmation", "行政确认", "次"),
    Column("other.payment", "行政给付", "次"), Column("other.reward", "行政奖励", "次"), Column("other.rest", "其他行政执法行为", "宗"),
), "行政检查：对一个对象检查一次、有完整记录的计一次；没有具体对象的巡查和转为处罚的检查不计。")
OFFICERS = Table("officers", "表五　行政执法人员持证情况", (
    Column("officers.posted", "在岗执法人员", "人", "当年最后一日在执法岗位的人员", share=False),
    Column("officers.certified", "持有执法证", "人", "其中当日执法证有效的", share=False),
    Column("officers.rate", "持证率", "%", "持有执法证的除以在岗的", share=False),
))
COURSE = Table("course", "附表　办案和监督情况", (
    Column("course.filed", "普通程序立案", "件", "按立案日期"),
    Column("course.summary", "当场处罚", "件", "按决定日期"),
    Column("course.closed", "结案", "件", "按结案日期"),
    Column("course.not_punished", "不予行政处罚", "件", "按决定日期"),
    Column("course.reviewed", "被申请行政复议", "件", "按收到申请或者通知的日期"),
    Column("course.review_corrected", "复议纠错", "件", "变更、撤销、确认违法或者无效的，按生效日期"),
    Column("course.sued", "被提起行政诉讼", "件", "一审，按收到起诉状副本的日期"),
    Column("course.lost", "败诉", "件", "变更、撤销、确认违法或者无效的，按生效日期"),
    Column("course.crime", "移送公安机关", "件", "按移送日期"),
    Column("course.reports", "群众举报违法线索", "件", "按收到日期"),
    Column("course.complaints", "投诉举报执法人员", "件"),
))
# fmt: on

TABLES = (PENALTIES, LICENCES, MEASURES, OTHERS, OFFICERS, COURSE)
COLUMNS: dict[str, Column] = {column.code: column for table in TABLES for column in table.columns}
#: What may be entered by hand, with its source: what nothing here counts.
ENTERED_BY_HAND = tuple(code for code, column in COLUMNS.items() if not column.counted)
#: The parts of the words about a year, as a report has them.
TEXTS = {"overall": "总体情况", "work": "主要工作", "problems": "存在的问题", "plans": "下一步打算"}


@dataclass(frozen=True)
class Cell:
    """One number with what it counts. `value` is None where it is not known here; then `words` say so.

    matters: ids of what is counted; people: names, where people are. source and by: where a number entered by hand comes from, and who did.
    """

    value: Decimal | None = None
    matters: tuple[int, ...] = ()
    people: tuple[str, ...] = ()
    words: str = ""
    source: str = ""
    by: str = ""


#: The cells of a year by the code of their column; every column has one.
Cells = dict[str, Cell]


def number_in_words(value: Decimal | None) -> str:
    """“3”, “0.03”, “95.5”: no noughts behind, and no exponent; nothing for nothing."""
    if value is None:
        return ""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def with_totals(cells: Cells) -> Cells:
    """The cells with the total of the third table and the rate of the fifth, which follow from the others."""
    parts = [cells[column.code] for column in MEASURES.columns if column.share]
    known = [cell for cell in parts if cell.value is not None]
    left_out = "" if len(known) == len(parts) else "没有登记的各项没有计入"
    total = Cell(sum((cell.value for cell in known if cell.value is not None), Decimal(0)), _all(known), words=left_out)
    posted, certified = cells["officers.posted"].value, cells["officers.certified"].value
    rate = Cell((certified * 100 / posted).quantize(Decimal("0.1"))) if posted and certified is not None else Cell(words="没有在岗执法人员")
    return {**cells, "compulsion.total": total, "officers.rate": rate}


def _all(cells: list[Cell]) -> tuple[int, ...]:
    return tuple(sorted({pk for cell in cells for pk in cell.matters}))
