"""Papers of notice, decision and service: D23 to D35 (行政处罚法 44, 45, 51, 52, 57, 59, 61; 民诉法 87 to 95)."""

from __future__ import annotations

from mingzhi.core.documents.paper import Field

from .shapes import (
    BASIS,
    CASE_NUMBER,
    CAUSE,
    CONTACT,
    ENDED_AT,
    EVIDENCE,
    FACTS,
    OFFICERS,
    PARTY,
    PAYMENT,
    PENALTIES,
    PLACE,
    RECORDER,
    REMEDY,
    STARTED_AT,
    VIOLATED,
    opinions,
    paper,
    signatures,
)

_DISCRETION = (Field("discretion", "裁量说明"), Field("discretion_basis", "裁量依据"))
# Law gives no length for ordinary statements, so the window is the authority's own setting and comes with the data.
_STATEMENT_WINDOW = (Field("statement_workdays", "陈述申辩期限（工作日）", "number"),)

DECIDING = (
    paper(
        "D23", "行政处罚事先告知书", "罚告字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, FACTS, EVIDENCE, VIOLATED, Field("reasons", "处罚理由"), BASIS, PENALTIES, *_DISCRETION,
        *_STATEMENT_WINDOW, *CONTACT, OFFICERS,
    ),
    paper(
        "D25", "陈述申辩笔录", None, "-", "外",
        CASE_NUMBER, CAUSE, STARTED_AT, ENDED_AT, PLACE, PARTY, OFFICERS, RECORDER, Field("speaker", "陈述申辩人"),
        Field("notice_number", "告知书文号", required=False), Field("statement", "陈述申辩的内容"), Field("reasons", "理由和证据"),
        signatures(speaker="陈述申辩人", officers="执法人员", recorder="记录人"),
    ),
    paper(
        "D25b", "陈述申辩复核意见书", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, Field("statement", "陈述申辩的主要意见"), Field("received_on", "收到日期", "date"),
        Field("review", "复核情况", "list", items=(Field("point", "意见"), Field("finding", "复核情况"), Field("accepted", "是否采纳", "truth"),
                                                Field("reasons", "理由"))),
        Field("conclusion", "复核结论"), opinions(2),
    ),
    paper(
        "D25c", "放弃陈述申辩权利声明", None, "-", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("notice_number", "告知书文号"), Field("notice_served_on", "收到告知书日期", "date"),
        Field("declaration", "声明内容"), signatures(party="声明人"),
    ),
    paper(
        "D29", "行政处罚决定审批表", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, Field("filed_on", "立案日期", "date"), FACTS, EVIDENCE, VIOLATED, BASIS, *_DISCRETION,
        Field("notice_result", "告知与陈述申辩情况"), Field("hearing_result", "听证情况"), Field("review_result", "法制审核结论"),
        Field("discussion_result", "集体讨论情况", required=False), Field("proposal", "拟作出的决定"), OFFICERS, opinions(3),
    ),
    # 行政处罚法 59: (1) party, (2) facts and evidence, (3) kinds and basis, (4) performance, (5) remedies, (6) organ and date.
    paper(
        "D30", "行政处罚决定书", "罚决字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("process", "立案、告知及听取意见情况"), FACTS, EVIDENCE, VIOLATED, BASIS, *_DISCRETION, PENALTIES,
        Field("correction", "责令改正", required=False), Field("performance", "履行方式和期限"), Field("payment", "罚款缴纳", "object", required=False, items=PAYMENT.items),
        REMEDY, Field("publication", "公示提示"), OFFICERS,
    ),
    # 行政处罚法 52(2), with review first (行政复议法 23).
    paper(
        "D31", "当场行政处罚决定书", "当罚字", "有", "外",
        PARTY, CAUSE, Field("punished_at", "处罚时间", "moment"), PLACE, FACTS, EVIDENCE, VIOLATED, BASIS, *_DISCRETION, PENALTIES,
        Field("told", "告知与陈述申辩"), Field("correction", "责令改正", required=False),
        Field("paid", "缴款方式", choices=("当场收缴", "银行缴纳", "无罚款")), Field("receipt_number", "票据号码", required=False),
        Field("payment", "罚款缴纳", "object", required=False, items=PAYMENT.items),
        REMEDY, OFFICERS, signatures(party="被处罚人", officers="执法人员"),
    ),
    paper(
        "D32", "不予行政处罚决定书", "不罚字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, FACTS, EVIDENCE, VIOLATED, Field("reasons", "不予处罚的理由"), BASIS, Field("education", "教育内容"),
        Field("correction", "责令改正", required=False), REMEDY, OFFICERS,
    ),
    paper(
        "D32b", "教育（告诫）记录", None, "-", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("educated_at", "时间", "moment"), PLACE, FACTS, BASIS, Field("education", "教育（告诫）内容"),
        Field("party_opinion", "当事人意见"), OFFICERS, signatures(party="当事人", officers="执法人员"),
    ),
    paper(
        "D33", "送达回证", None, "有", "外",
        CASE_NUMBER, CAUSE, Field("recipient", "受送达人"), Field("address", "送达地址"),
        Field("papers", "送达文书", "list", items=(Field("title", "文书名称"), Field("number", "文号", required=False), Field("copies", "份数"))),
        Field("manner", "送达方式"), PLACE, Field("served_at", "送达时间", "moment"), Field("receiver", "签收人", required=False),
        Field("receiver_relation", "代收人与受送达人关系", required=False), Field("refusal", "拒收事由", required=False),
        Field("witness", "见证人", required=False), Field("proof", "邮件号、回执或影像", required=False),
        Field("note", "备注", required=False), OFFICERS, signatures(receiver="签收人", witness="见证人", officers="送达人"),
    ),
    paper(
        "D34", "送达地址（方式）确认书", None, "-", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("told", "告知事项"), Field("post_address", "邮寄地址"), Field("post_recipient", "收件人"),
        Field("post_phone", "收件人电话"), Field("electronic", "是否同意电子送达", "truth"), Field("sms", "短信号码", required=False),
        Field("email", "电子邮箱", required=False), Field("platform", "平台账号", required=False), Field("change_told", "变更告知"),
        OFFICERS, signatures(party="当事人", officers="执法人员"),
    ),
    paper(
        "D35", "送达公告", "送公字", "有", "外",
        CASE_NUMBER, CAUSE, Field("recipient", "受送达人"), Field("paper_title", "送达文书"), Field("paper_number", "送达文书文号"),
        Field("summary", "内容摘要"), Field("reasons", "公告送达的原因与经过"), Field("days", "公告期（日）", "number"),
        Field("media", "公告载体"), Field("rights", "受送达人权利", required=False), BASIS, *CONTACT,
    ),
)  # fmt: skip
