"""Papers from the clue to the end of the investigation: D01 to D20 (行政处罚法 54 to 57)."""

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
    GOODS,
    OFFICERS,
    PARTY,
    PLACE,
    RECORDER,
    REMEDY,
    STARTED_AT,
    VIOLATED,
    opinions,
    paper,
    signatures,
)

_QUESTIONS = Field("questions", "问答", "list", items=(Field("question", "问"), Field("answer", "答")))
_PRESERVED = (
    Field("kept_place", "保存地点"),
    Field("kept_manner", "保存方式"),
)

INVESTIGATING = (
    paper(
        "D01", "案件来源登记表", None, "-", "内",
        Field("clue_number", "线索编号"),
        Field("source", "线索来源"),
        Field("received_at", "登记时间", "moment"),
        # The informant is in a separate restricted record; here stands only "提供人信息另册保密登记" or a public name.
        Field("informant", "提供人"),
        Field("content", "线索内容"),
        Field("place", "发生地点", required=False),
        Field("attachments", "附件", required=False),
        Field("verification", "核实情况", required=False),
        Field("handling", "处理意见"),
        opinions(1),
    ),
    paper(
        "D02", "立案审批表", "立字", "-", "内", CASE_NUMBER,
        Field("case_source", "案件来源"), CAUSE, PARTY,
        Field("found_at", "发现时间", "moment", required=False),
        Field("summary", "案情及立案理由"),
        VIOLATED, OFFICERS, opinions(3),
    ),
    paper(
        "D03", "不予立案审批表", "不立字", "-", "内",
        Field("case_source", "案件来源"), CAUSE, PARTY,
        Field("summary", "核查情况"), Field("reasons", "不予立案的理由"), BASIS, opinions(2),
    ),
    paper(
        "D03b", "撤销立案审批表", "撤立字", "-", "内",
        CASE_NUMBER, CAUSE, PARTY, Field("filed_on", "立案日期", "date"),
        Field("summary", "调查情况"), Field("reasons", "撤销立案的理由"), BASIS, opinions(2),
    ),
    paper(
        "D04", "回避申请书", None, "-", "外",
        CASE_NUMBER, CAUSE,
        Field("applicant", "申请人"), Field("applicant_role", "申请人身份"), Field("challenged", "被申请回避人"),
        Field("challenged_role", "被申请回避人职务", required=False), Field("reasons", "申请回避的理由"), signatures(applicant="申请人"),
    ),
    paper(
        "D04b", "回避决定书", "避决字", "有", "外",
        CASE_NUMBER, CAUSE, Field("applicant", "申请人"), Field("applied_on", "申请日期", "date"), Field("challenged", "被申请回避人"),
        Field("reasons", "申请理由"), Field("granted", "是否准许", "truth"), Field("decision_reasons", "决定理由"), BASIS,
        Field("decided_by", "作出决定的负责人"),
    ),
    paper(
        "D04c", "指定（变更）承办人员审批表", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, OFFICERS, Field("former_officers", "原承办人员", required=False), Field("reasons", "事由"), opinions(1),
    ),
    paper(
        "D05", "现场检查（勘验）笔录", None, "-", "外",
        Field("form", "笔录种类", choices=("检查", "勘验")), CASE_NUMBER, CAUSE, STARTED_AT, ENDED_AT, PLACE, PARTY, OFFICERS, RECORDER,
        Field("person_in_charge", "现场负责人", required=False), Field("witness", "见证人", required=False), Field("attire", "着装和标识"),
        Field("rights_told", "出示证件与告知"), Field("rights_answer", "被检查人确认"), Field("situation", "现场情况"),
        Field("measures", "现场取证情况", required=False), Field("party_opinion", "当事人意见"),
        signatures(party="当事人", witness="见证人", officers="执法人员", recorder="记录人"),
    ),
    paper(
        "D06", "询问通知书", "询字", "有", "外",
        CASE_NUMBER, CAUSE, Field("addressee", "被通知人"), Field("appear_at", "到场时间", "moment"), PLACE,
        Field("materials", "需携带材料", "list"), BASIS, OFFICERS, *CONTACT,
    ),
    paper(
        "D07", "询问笔录", None, "-", "外",
        Field("times", "询问次数", "number"), CASE_NUMBER, CAUSE, STARTED_AT, ENDED_AT, PLACE, OFFICERS, RECORDER,
        Field(
            "asked", "被询问人", "object",
            items=(
                Field("name", "姓名"), Field("gender", "性别"), Field("birth_on", "出生日期", "date"), Field("id_number", "身份证号码"),
                Field("address", "住址"), Field("phone", "联系电话"), Field("employer", "工作单位", required=False),
                Field("title", "职务", required=False), Field("relation", "与本案关系"),
            ),
        ),
        Field("card_shown", "亮证告知"), Field("card_answer", "亮证确认"), Field("rights_told", "权利义务告知"),
        Field("rights_answer", "对告知的回答"), _QUESTIONS, Field("confirmation", "被询问人核对意见"),
        signatures(asked="被询问人", officers="询问人", recorder="记录人"),
    ),
    paper(
        "D08", "证据提取单", None, "-", "外",
        CASE_NUMBER, CAUSE, Field("evidence_name", "证据名称"), Field("evidence_kind", "证据种类"), Field("source", "证据来源"),
        Field("proves", "证明内容"), Field("taken_at", "提取时间", "moment"), PLACE, Field("method", "提取（制作）方法"),
        Field("copies", "数量（页数）"), Field("holder", "提供人（持有人）"), Field("maker", "制作人", required=False),
        Field("true_copy", "与原件一致声明"), Field("sha256", "电子数据摘要 SHA-256", required=False),
        Field("sm3", "电子数据摘要 SM3", required=False), OFFICERS, signatures(holder="提供人", officers="提取人"),
    ),
    paper(
        "D08b", "照片（影像）证据说明", None, "-", "外",
        CASE_NUMBER, CAUSE, Field("taken_at", "拍摄时间", "moment"), PLACE, Field("maker", "拍摄人"), Field("method", "制作方法"),
        Field("proves", "证明内容"),
        Field(
            "photos", "照片（影像）", "list",
            items=(
                Field("name", "名称"), Field("about", "说明"), Field("sha256", "SHA-256", required=False),
                Field("picture", "印入的照片", "picture", required=False),
            ),
        ),
        OFFICERS, signatures(party="当事人", officers="执法人员"),
    ),
    paper(
        "D09", "调取证据通知书", "调证字", "有", "外",
        CASE_NUMBER, CAUSE, Field("addressee", "证据持有人"), BASIS,
        Field("items", "调取证据清单", "list", items=(Field("name", "证据名称"), Field("quantity", "数量"), Field("note", "备注", required=False))),
        Field("until_on", "提供期限", "date"), PLACE, OFFICERS, *CONTACT,
    ),
    paper(
        "D10", "抽样取证审批表", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, Field("reasons", "抽样取证的理由"), BASIS, Field("objects", "抽样对象"), Field("method", "抽样方法"), opinions(2),
    ),
    paper(
        "D10b", "抽样取证凭证", "抽字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("taken_at", "抽样时间", "moment"), PLACE, BASIS, Field("method", "抽样方法"), Field("sealing", "封样情况"),
        Field(
            "samples", "样品", "list",
            items=(
                Field("name", "样品名称"), Field("spec", "规格"), Field("batch", "批号"), Field("quantity", "抽样数量"),
                Field("base", "抽样基数"), Field("note", "备注", required=False),
            ),
        ),
        OFFICERS, signatures(party="当事人", witness="见证人", officers="抽样人"),
    ),
    paper(
        "D10c", "抽样取证物品处理通知书", "抽处字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("voucher_number", "抽样取证凭证文号"), Field("taken_on", "抽样日期", "date"),
        Field("disposals", "处理", "list", items=(Field("name", "样品名称"), Field("quantity", "数量"), Field("disposal", "处理"))),
        BASIS,
    ),
    paper(
        "D11", "先行登记保存证据审批表", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, Field("ground", "先行登记保存的理由", choices=("可能灭失", "以后难以取得")), Field("reasons", "具体情况"),
        BASIS, GOODS, *_PRESERVED, opinions(2), Field("approved_at", "负责人批准时间", "moment"),
    ),
    paper(
        "D12", "先行登记保存证据通知书", "登保字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("ground", "理由", choices=("可能灭失", "以后难以取得")), BASIS, GOODS, *_PRESERVED,
        Field("from_on", "保存起日", "date"), Field("until_on", "保存止日", "date"), Field("workdays", "期限（工作日）", "number"),
        REMEDY, OFFICERS, signatures(party="当事人", witness="见证人", officers="执法人员"),
    ),
    paper(
        "D13", "先行登记保存证据处理决定书", "登处字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("notice_number", "通知书文号"), Field("noticed_on", "通知日期", "date"),
        Field("disposals", "处理", "list", items=(Field("name", "物品名称"), Field("quantity", "数量"), Field("disposal", "处理方式"))),
        Field("reasons", "处理理由"), BASIS, REMEDY,
    ),
    paper(
        "D14", "鉴定（检测）委托书", "鉴委字", "有", "外",
        CASE_NUMBER, CAUSE, Field("institution", "受托机构"), Field("qualification", "机构资质"),
        Field("objects", "送检物品（材料）", "list", items=(Field("name", "名称"), Field("spec", "规格", required=False), Field("quantity", "数量"))),
        Field("questions", "鉴定（检测）事项", "list"), Field("until_on", "完成期限", "date"), BASIS, *CONTACT,
    ),
    paper(
        "D14b", "鉴定意见告知书", "鉴告字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("institution", "鉴定机构"), Field("qualification", "机构资质"),
        Field("question", "鉴定（检测）事项"), Field("report_number", "鉴定意见编号"), Field("result", "鉴定意见"),
        Field("object_until_on", "申请重新鉴定期限", "date"), *CONTACT,
    ),
    paper(
        "D15", "责令改正通知书", "责改字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, FACTS, EVIDENCE, VIOLATED, BASIS, Field("corrections", "改正内容", "list"),
        Field("until_on", "改正期限", "date"), Field("consequences", "逾期不改正的后果"), REMEDY, OFFICERS, *CONTACT,
    ),
    paper(
        "D15b", "责令停止违法行为通知书", "责停字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, FACTS, EVIDENCE, VIOLATED, BASIS, Field("stops", "停止的行为", "list"),
        Field("consequences", "拒不停止的后果"), REMEDY, OFFICERS, *CONTACT,
    ),
    paper(
        "D16", "整改复查（核查）记录", None, "-", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("order_number", "责令改正文号"), Field("checked_at", "复查时间", "moment"), PLACE,
        Field("results", "逐项结果", "list", items=(Field("item", "整改要求"), Field("result", "复查情况"), Field("done", "是否完成", "truth"))),
        Field("conclusion", "复查结论"), Field("party_opinion", "当事人意见"), OFFICERS, signatures(party="当事人", officers="复查人"),
    ),
    paper(
        "D20", "案件调查终结报告", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, Field("case_source", "案件来源"), Field("filed_on", "立案日期", "date"), Field("course", "调查经过"),
        FACTS, EVIDENCE, VIOLATED, BASIS, Field("discretion", "裁量说明"), Field("discretion_basis", "裁量依据"),
        Field("measures", "强制措施、先行登记保存等处理情况", required=False), Field("correction", "责令改正情况"), Field("proposal", "处理建议"),
        OFFICERS, signatures(officers="承办人"),
    ),
)  # fmt: skip
