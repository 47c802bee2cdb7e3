"""Papers of a seizure: D17 approval, D18 decision with list, record and register, D18e to D18g what is sold or destroyed, D19 extension,
D19b release, D19c return, D19d testing, D19e money returned.

Serves 行政强制法 18, 24 to 28. Receipt and announcement of service (D33, D35) are the case's own.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from mingzhi.core.documents.paper import Field
from mingzhi.procedures.penalty.papers.catalogue import PAPERS as CASE_PAPERS
from mingzhi.procedures.penalty.papers.shapes import (
    BASIS,
    CASE_NUMBER,
    CAUSE,
    CONTACT,
    ENDED_AT,
    GOODS,
    OFFICERS,
    PARTY,
    PLACE,
    RECORDER,
    REMEDY,
    STARTED_AT,
    opinions,
    papers_in,
    signatures,
)

paper = papers_in(Path(__file__).resolve().parent)

_MEASURE = Field("measure", "措施", choices=("查封", "扣押"))
_REASONS = Field("reasons", "理由")
_KEPT = Field("kept_place", "保管地点")
_FROM_ON, _UNTIL_ON = Field("from_on", "起日", "date"), Field("until_on", "止日", "date")
_DAYS = Field("days", "期限（日）", "number")
_WAY = Field("way", "处理方式", choices=("变卖", "拍卖", "销毁"))
_AGENT = Field("agent", "拍卖机构（承买人、销毁单位）", required=False)
_MONEY = Field("money", "拍卖、变卖所得款项", required=False)
_MARKET = (Field("market_yuan", "市场价格", "yuan", required=False), Field("market_basis", "市场价格的依据", required=False))
#: Where everything was sold no thing is left to be listed.
_GOODS_LEFT = replace(GOODS, required=False)
_DECISION = (Field("decision_number", "查封（扣押）决定书文号"), Field("decided_on", "决定书日期", "date"))

_ALL = (
    paper(
        "D17", "行政强制措施审批表", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, Field("seizure_number", "编号"), _MEASURE, Field("urgency", "紧急情况", required=False), _REASONS,
        Field("related", "与案件的关系"), BASIS, PLACE, GOODS, _KEPT, _DAYS, opinions(2), Field("approved_at", "负责人批准时间", "moment"),
    ),
    # 行政强制法 24: party, reasons basis and term, what is taken, remedies, organ and date.
    paper(
        "D18", "查封（扣押）决定书", "强决字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, _MEASURE, Field("urgency", "紧急情况", required=False), _REASONS, BASIS, PLACE, GOODS, _KEPT,
        Field("done_on", "实施日期", "date"), _UNTIL_ON, _DAYS, REMEDY, OFFICERS,
    ),
    paper(
        "D18b", "查封（扣押）场所、设施、财物清单", None, "有", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("seizure_number", "编号"), _MEASURE, PLACE, Field("done_at", "实施时间", "moment"), GOODS,
        Field("seals", "封条", required=False), _KEPT, Field("custodian", "保管人"), Field("copies", "份数", "number"), OFFICERS,
        signatures(party="当事人", witness="见证人", officers="执法人员"),
    ),
    paper(
        "D18c", "查封（扣押）现场笔录", None, "-", "外",
        CASE_NUMBER, CAUSE, PARTY, _MEASURE, STARTED_AT, ENDED_AT, PLACE, OFFICERS, RECORDER, Field("witness", "见证人", required=False),
        Field("told", "出示证件与告知"), Field("statement", "陈述和申辩"), Field("findings", "现场情况"), Field("goods_words", "查封（扣押）的物品"),
        Field("seals", "封条", required=False), Field("recording", "全程音像记录"),
        signatures(party="当事人", witness="见证人", officers="执法人员"),
    ),
    paper(
        "D18d", "查封（扣押）财物保管登记表", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, Field("seizure_number", "编号"), _MEASURE, GOODS,
        Field(
            "entries", "登记", "list",
            items=(
                Field("at", "时间"), Field("event", "事项"), Field("place", "保管地点"), Field("custodian", "保管人"),
                Field("condition", "状况"), Field("why", "原因", required=False),
            ),
        ),
        BASIS,
    ),
    paper(
        "D18e", "查封（扣押）财物处理审批表", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, Field("seizure_number", "编号"), _MEASURE, *_DECISION, _WAY, GOODS, _REASONS, _AGENT, BASIS, opinions(2),
    ),
    paper(
        "D18f", "查封（扣押）财物处理决定书", "强处字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, _MEASURE, *_DECISION, _WAY, Field("sold", "拍卖、变卖", "truth", required=False), GOODS, _REASONS, _AGENT, BASIS,
        REMEDY, *CONTACT,
    ),
    paper(
        "D18g", "查封（扣押）财物处理记录", None, "-", "内",
        CASE_NUMBER, CAUSE, *_DECISION, _MEASURE, _WAY, Field("acted_at", "处理时间", "moment"), PLACE, GOODS, _AGENT, Field("course", "处理经过"),
        Field("proceeds_yuan", "所得款项", "yuan", required=False), *_MARKET, OFFICERS, signatures(officers="执法人员", witness="见证人"),
    ),
    paper(
        "D19", "延长查封（扣押）期限决定书", "强延字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, _MEASURE, *_DECISION, _REASONS, BASIS, _DAYS, _FROM_ON, _UNTIL_ON, REMEDY,
    ),
    paper(
        "D19b", "解除查封（扣押）决定书", "强解字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, _MEASURE, *_DECISION, Field("ground", "解除的情形"), Field("released_on", "解除日期", "date"), _REASONS, BASIS, _GOODS_LEFT, _MONEY, _KEPT,
        *CONTACT,
    ),
    paper(
        "D19c", "退还财物清单", None, "有", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("release_number", "解除决定书文号"), Field("returned_at", "退还时间", "moment"), PLACE,
        Field("returned", "退还", "list", required=False, items=(Field("name", "名称"), Field("quantity", "数量"), Field("condition", "状况"))),
        _MONEY,
        Field("receiver", "领取人"), OFFICERS, signatures(party="领取人", officers="执法人员"),
    ),
    paper(
        "D19d", "检测（鉴定）期间告知书", "强检字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, _MEASURE, *_DECISION, Field("institution", "机构"), Field("what", "事项"), _DAYS, _FROM_ON, _UNTIL_ON,
        Field("term_until_on", "扣除后的期限届满日", "date"), BASIS, *CONTACT,
    ),
    paper(
        "D19e", "退还拍卖（变卖）款项单", None, "有", "外",
        CASE_NUMBER, CAUSE, PARTY, _MEASURE, Field("release_number", "解除决定书文号"), _WAY, GOODS, Field("proceeds_yuan", "所得款项", "yuan"), *_MARKET,
        Field("compensation_yuan", "补偿", "yuan", required=False), Field("uncompensated_because", "不补偿的理由", required=False),
        Field("returned_on", "退还日期", "date"), Field("payee", "收款人"), Field("receipt_number", "付款凭证号"), Field("registered_by", "经办人"), BASIS,
    ),
)  # fmt: skip

PAPERS = MappingProxyType({one.code: one for one in _ALL} | {code: CASE_PAPERS[code] for code in ("D33", "D35")})
