"""Fields that many papers share: the heading, the parties, the officers, opinions, citations, remedies, payment, signatures.

The contract of the data; see `catalogue` for how an action fills it. Nothing is printed here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from mingzhi.core.documents.paper import Field, Paper

HERE = Path(__file__).resolve().parent

# {"kind": "drawn", "paths": ["M0 0 L9 9"], "w": 300, "h": 120, "name"?, "on"?} drawn on the screen;
# {"kind": "refused", "reason", "witness"} refused before a witness; {"kind": "paper"} or absent: a line for the pen.
SIGNATURE = (
    Field("kind", "签名方式", choices=("drawn", "refused", "paper")),
    Field("name", "签名人", required=False),
    Field("on", "签名日期", "date", required=False),
    Field("paths", "笔迹", "list", required=False),
    Field("w", "笔迹宽", "number", required=False),
    Field("h", "笔迹高", "number", required=False),
    Field("reason", "拒签事由", required=False),
    Field("witness", "见证人", required=False),
)


def signature(name: str, label: str) -> Field:
    """One signature under `signatures.<name>` (a list for `officers`); never required: a line for the pen takes its place."""
    return Field(name, label, "list" if name == "officers" else "object", required=False, items=SIGNATURE)


def signatures(**labels: str) -> Field:
    """The signature block: `signatures: {"party": SIGNATURE, "officers": [SIGNATURE, SIGNATURE], ...}`; all optional."""
    return Field("signatures", "签名", "object", required=False, items=tuple(signature(name, label) for name, label in labels.items()))


PARTY_ITEMS = (
    Field("kind", "当事人类型", choices=("citizen", "trader", "organisation")),
    Field("name", "姓名或名称"),
    Field("gender", "性别", required=False),
    Field("birth_on", "出生日期", "date", required=False),
    Field("id_number", "身份证号码", required=False),
    Field("address", "住址（住所）"),
    Field("phone", "联系电话", required=False),
    Field("employer", "工作单位", required=False),
    Field("code", "统一社会信用代码", required=False),
    Field("representative", "法定代表人（负责人）", required=False),
    Field("representative_title", "职务", required=False),
    Field("trade_name", "字号", required=False),
    Field("operator", "经营者", required=False),
    Field("guardian", "监护人", required=False),
    Field("agent", "委托代理人", required=False),
)
OFFICER_ITEMS = (Field("name", "执法人员"), Field("certificate", "执法证号"))
CITATION_ITEMS = (Field("law", "法律名称"), Field("article", "条款项"), Field("text", "条文", required=False))
EVIDENCE_ITEMS = (Field("name", "证据名称"), Field("proves", "证明内容", required=False))
PENALTY_ITEMS = (Field("kind", "处罚种类"), Field("content", "处罚内容"), Field("amount_yuan", "数额", "yuan", required=False))
GOODS_ITEMS = (
    Field("name", "名称"),
    Field("spec", "规格型号", required=False),
    Field("quantity", "数量"),
    Field("unit", "单位", required=False),
    Field("condition", "成色（状况）", required=False),
    Field("note", "备注", required=False),
)
OPINION_ITEMS = (
    Field("label", "意见栏"),
    Field("text", "意见", unless="pending"),
    Field("name", "签名人", unless="pending"),
    Field("on", "签名日期", "date", unless="pending"),
    Field("certificate", "执法证号", required=False),
    Field("signature", "签名", "object", required=False, items=SIGNATURE),
    Field("pending", "待填", "truth", required=False),
)
REMEDY_ITEMS = (
    Field("review_organ", "行政复议机关"),
    Field("review_days", "行政复议期限（日）", "number"),
    Field("court", "人民法院"),
    Field("suit_months", "行政诉讼期限（月）", "number", unless="review_first"),
    Field("suit_days", "复议后起诉期限（日）", "number", required=False),
    Field("review_first", "复议前置", "truth", required=False),
)
# Where to pay. A decision adds how long there is and what lateness costs (PAYMENT); a later paper has its own dates.
PAYEE_ITEMS = (Field("bank", "代收机构"), Field("account_name", "收款户名", required=False), Field("account", "账号", required=False))
_RATE = Field("rate_percent", "每日加处罚款百分比", "number")

ORGAN = Field("organ", "行政机关名称")
MADE_ON = Field("made_on", "日期", "date")
NUMBER = Field("number", "文号")
CASE_NUMBER = Field("case_number", "案件编号")
CAUSE = Field("cause", "案由")
PARTY = Field("party", "当事人", "object", items=PARTY_ITEMS)
OFFICERS = Field("officers", "执法人员", "list", at_least=2, items=OFFICER_ITEMS)
RECORDER = Field("recorder", "记录人")
STARTED_AT = Field("started_at", "开始时间", "moment")
ENDED_AT = Field("ended_at", "结束时间", "moment")
PLACE = Field("place", "地点")
FACTS = Field("facts", "违法事实")
EVIDENCE = Field("evidence", "证据", "list", items=EVIDENCE_ITEMS)
VIOLATED = Field("violated", "违反的法律条款", "list", items=CITATION_ITEMS)
BASIS = Field("basis", "依据", "list", items=CITATION_ITEMS)
PENALTIES = Field("penalties", "处罚内容", "list", items=PENALTY_ITEMS)
GOODS = Field("goods", "物品清单", "list", items=GOODS_ITEMS)
REMEDY = Field("remedy", "救济途径", "object", items=REMEDY_ITEMS)
PAYEE = Field("payment", "罚款缴纳", "object", items=PAYEE_ITEMS)
PAYEE_AND_RATE = Field("payment", "罚款缴纳", "object", items=(*PAYEE_ITEMS, _RATE))
PAYMENT = Field("payment", "罚款缴纳", "object", items=(Field("days", "缴款期限（日）", "number"), *PAYEE_ITEMS, _RATE))
CONTACT = (Field("contact_name", "联系人"), Field("contact_phone", "联系电话"), Field("contact_address", "机关地址"))
# What `typeset` prints when it is there, on any paper.
_ALWAYS = (
    Field("title", "标题", required=False),
    Field("seal_organ", "盖章机关", required=False),
    Field("acting_organ", "受委托实施机关", required=False),
    Field("check_url", "核验地址", required=False),
    # The day on which the paper was signed; printed beside signatures drawn on the screen.
    Field("signed_on", "签名日期", "date", required=False),
    Field("parties", "当事人（数人时）", "list", required=False, items=PARTY_ITEMS),
)


def opinions(at_least: int) -> Field:
    """The chain of opinions, lowest first: `[{"label": "承办人意见", "text", "name", "on", "certificate"?, "signature"?}]`."""
    return Field("opinions", "审批意见", "list", at_least=at_least, items=OPINION_ITEMS)


def paper(code: str, title: str, word: str | None, seal: str, where: str, *fields: Field, template: str = "", folder: Path = HERE) -> Paper:
    """One declared paper. seal: "有" or "-"; where: "内" stays in the organ, "外" goes out. Numbered papers need their number."""
    heading = (ORGAN, NUMBER, MADE_ON) if word else (ORGAN, MADE_ON)
    return Paper(code, title, word, seal == "有", where == "内", folder / f"{template or code}.typ", (*heading, *fields, *_ALWAYS))


def papers_in(folder: Path) -> Callable[..., Paper]:
    """`paper` for a catalogue whose templates lie in a folder of its own."""
    return partial(paper, folder=folder)
