"""Papers of payment, execution, transfer, closing and the file: D36 to D48 (行政处罚法 66 to 74; 行政强制法 35, 45)."""

from __future__ import annotations

from mingzhi.core.documents.paper import Field

from .shapes import (
    BASIS,
    CASE_NUMBER,
    CAUSE,
    CONTACT,
    GOODS,
    OFFICERS,
    PARTY,
    PAYEE,
    PAYEE_AND_RATE,
    REMEDY,
    opinions,
    paper,
    signatures,
)

_DECISION = (
    Field("decision_title", "处罚决定书名称", required=False), Field("decision_number", "处罚决定书文号"), Field("decided_on", "处罚决定日期", "date"),
)  # fmt: skip
_FINE = Field("fine_yuan", "罚款数额", "yuan")
_INSTALMENTS = Field("instalments", "缴纳期次", "list", items=(Field("amount_yuan", "金额", "yuan"), Field("until_on", "缴纳期限", "date")))
_POSTPONING = Field("form", "种类", choices=("延期", "分期"))

CLOSING = (
    paper(
        "D36", "延期（分期）缴纳罚款申请书", None, "-", "外",
        CASE_NUMBER, PARTY, *_DECISION, _FINE, _POSTPONING, Field("reasons", "申请理由"), _INSTALMENTS, signatures(party="申请人"),
    ),
    paper(
        "D36b", "延期（分期）缴纳罚款审批表", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, *_DECISION, _FINE, _POSTPONING, Field("applied_on", "申请日期", "date"), Field("reasons", "申请理由"),
        _INSTALMENTS, BASIS, opinions(2),
    ),
    paper(
        "D36c", "延期（分期）缴纳罚款决定书", "缓缴字", "有", "外",
        CASE_NUMBER, PARTY, *_DECISION, _FINE, _POSTPONING, Field("applied_on", "申请日期", "date"), Field("granted", "是否准许", "truth"),
        Field("reasons", "理由"), Field("instalments", "缴纳期次", "list", required=False, items=_INSTALMENTS.items), BASIS,
        PAYEE_AND_RATE,
    ),
    paper(
        "D37", "当场收缴罚款登记（缴款）单", None, "-", "内",
        CASE_NUMBER, PARTY, *_DECISION, Field("ground", "当场收缴的情形"), _FINE, Field("receipt_kind", "票据种类"),
        Field("receipt_number", "票据号码"), Field("collected_at", "收缴时间", "moment"), Field("collected_place", "收缴地点"),
        Field("hand_in_by_on", "交回机关期限", "date"), Field("handed_in_at", "交回机关时间", "moment", required=False),
        Field("handed_in_to", "机关收款人", required=False), Field("bank_by_on", "缴付银行期限", "date", required=False),
        Field("banked_at", "缴付银行时间", "moment", required=False), Field("bank", "银行", required=False),
        Field("bank_slip", "缴款凭证号", required=False), OFFICERS, signatures(officers="收缴人", receiver="机关收款人"),
    ),
    paper(
        "D38", "加处罚款决定书", "加罚字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, *_DECISION, Field("served_on", "处罚决定送达日期", "date"), _FINE, Field("due_on", "缴款期限届满日", "date"),
        Field("from_on", "加处罚款起算日", "date"), Field("rate_percent", "每日加处百分比", "number"), Field("cap_yuan", "加处罚款上限", "yuan"),
        BASIS, PAYEE, REMEDY,
    ),
    # 行政强制法 35: (1) period, (2) manner, (3) sum and way of paying, (4) the party's right to be heard.
    paper(
        "D39", "催告书", "催字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, *_DECISION, Field("served_on", "处罚决定送达日期", "date"), Field("obligations", "应履行的义务", "list"),
        Field("until_days", "履行期限（日）", "number"), Field("manner", "履行方式"), Field("fine_yuan", "罚款", "yuan", required=False),
        Field("surcharge_yuan", "加处罚款", "yuan", required=False), Field("payment", "罚款缴纳", "object", required=False, items=PAYEE.items),
        Field("rights", "陈述权和申辩权"), Field("consequences", "逾期不履行的后果"), BASIS, *CONTACT,
    ),
    paper(
        "D43", "案件移送函", "移字", "有", "外",
        CASE_NUMBER, CAUSE, Field("addressee", "受移送机关"), Field("party_names", "当事人"), Field("facts", "案件基本情况"),
        Field("reasons", "移送理由"), BASIS,
        Field("attachments", "移送材料", "list", items=(Field("name", "材料名称"), Field("copies", "份数（页数）"), Field("note", "备注", required=False))),
        *CONTACT,
    ),
    paper(
        "D44", "没收（罚没）物品清单", "没清字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, *_DECISION, GOODS, OFFICERS, signatures(party="当事人", officers="执法人员"),
    ),
    paper(
        "D44b", "罚没物品处理审批表", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, *_DECISION, GOODS, Field("disposal", "处理方式（去向）"), Field("reasons", "处理理由"), BASIS, opinions(2),
    ),
    paper(
        "D44c", "罚没物品处理记录", None, "-", "内",
        CASE_NUMBER, CAUSE, *_DECISION, Field("disposed_at", "处理时间", "moment"), Field("place", "处理地点"), GOODS,
        Field("disposal", "处理方式（去向）"), Field("course", "处理经过"), Field("proceeds_yuan", "变价款", "yuan", required=False), OFFICERS,
        signatures(officers="处理人", witness="监督人"),
    ),
    paper(
        "D45", "案件中止（恢复、终止）审批表", None, "-", "内",
        Field("form", "事项", choices=("中止调查", "恢复调查", "终止调查")), CASE_NUMBER, CAUSE, PARTY, Field("filed_on", "立案日期", "date"),
        Field("summary", "基本案情"), Field("reasons", "理由"), BASIS, OFFICERS, opinions(2),
    ),
    paper(
        "D46", "结案审批表", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, Field("case_source", "案件来源"), Field("filed_on", "立案日期", "date"), Field("facts", "违法事实"),
        Field("decision", "处理结果"), Field("decision_number", "处理决定文号", required=False), Field("decided_on", "处理决定日期", "date", required=False),
        Field("penalty_done", "处罚执行情况"), Field("correction_done", "改正情况"), Field("receipts", "缴款凭证、罚没票据", required=False),
        Field("goods_done", "物品处理情况", required=False), Field("ending", "结案方式"), OFFICERS, opinions(2),
    ),
    paper(
        "D47", "卷宗封面", None, "有", "内",
        Field("fonds_number", "全宗号", required=False), Field("file_number", "案卷号"), CASE_NUMBER, CAUSE, Field("party_names", "当事人"),
        Field("decision_number", "决定书文号", required=False), Field("decision", "处理结果"),
        Field("filed_on", "立案日期", "date", unless="on_the_spot"), Field("on_the_spot", "当场处罚", "truth", required=False),
        Field("decided_on", "决定日期", "date", required=False),
        Field("closed_on", "结案日期", "date"), OFFICERS, Field("archived_on", "归档日期", "date", required=False),
        Field("retention", "保管期限"), Field("volumes", "卷数", "number"), Field("pages", "页数", "number"),
    ),
    paper(
        "D48", "卷内目录", None, "-", "内",
        CASE_NUMBER, Field("file_number", "案卷号", required=False),
        Field(
            "rows", "卷内文件", "list",
            items=(
                Field("number", "文号", required=False), Field("author", "责任者"), Field("title", "题名"), Field("on", "日期", "date"),
                Field("page", "页次"), Field("note", "备注", required=False),
            ),
        ),
    ),
    paper(
        "D48b", "卷内备考表", None, "-", "内",
        CASE_NUMBER, Field("file_number", "案卷号", required=False), Field("pages", "页数", "number"), Field("items", "件数", "number"),
        Field("situation", "本卷情况说明"), Field("filer", "立卷人"), Field("filed_on", "立卷日期", "date"), Field("checker", "检查人"),
        Field("checked_on", "检查日期", "date"), signatures(filer="立卷人", checker="检查人"),
    ),
)  # fmt: skip
