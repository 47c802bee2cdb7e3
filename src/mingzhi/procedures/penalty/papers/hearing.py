"""Papers of a hearing: D24, D26 to D26f, D27 and D27b (行政处罚法 63 to 65; 重庆市行政处罚听证程序规定)."""

from __future__ import annotations

from mingzhi.core.documents.paper import Field

from .shapes import (
    BASIS,
    CASE_NUMBER,
    CAUSE,
    CONTACT,
    ENDED_AT,
    FACTS,
    OFFICERS,
    PARTY,
    PENALTIES,
    PLACE,
    RECORDER,
    STARTED_AT,
    VIOLATED,
    paper,
    signatures,
)

_CHAIR = Field("chair", "听证主持人")
_MEMBERS = Field("members", "听证员", required=False)
_OPEN = Field("openness", "公开情况")
_NOTICE = (Field("notice_number", "听证告知书文号"), Field("notice_served_on", "告知书送达日期", "date"))
_AGENT_ITEMS = (
    Field("name", "代理人"),
    Field("about", "工作单位或者关系"),
    Field("phone", "联系电话"),
    Field("powers", "代理权限"),
)
_TIME_AND_PLACE = (Field("begins_at", "听证时间", "moment"), PLACE)

HEARING = (
    # 行政处罚法 63, 64(1).
    paper(
        "D24", "行政处罚听证告知书", "听告字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, FACTS, VIOLATED, BASIS, PENALTIES, Field("hearing_because", "告知听证的理由"),
        Field("hearing_basis", "听证依据", "list", items=BASIS.items), Field("application_workdays", "申请期限（工作日）", "number"),
        *CONTACT, OFFICERS,
    ),
    paper(
        "D26", "听证申请登记表", None, "-", "外",
        CASE_NUMBER, CAUSE, PARTY, *_NOTICE, Field("asked_by", "申请人"), Field("channel", "提出方式"), Field("asked_on", "提出日期", "date"),
        Field("last_on", "申请期届满日", "date"), Field("reasons", "听证请求和理由"),
        Field("agents", "委托代理人", "list", required=False, items=_AGENT_ITEMS), Field("registered_by", "登记人"),
        signatures(applicant="申请人"),
    ),
    # 行政处罚法 64(2) to (5).
    paper(
        "D26b", "行政处罚听证通知书", "听通字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("asked_on", "提出日期", "date"), *_TIME_AND_PLACE, _OPEN, _CHAIR, _MEMBERS, RECORDER, OFFICERS,
        Field("most_agents", "代理人人数", "number"), BASIS, *CONTACT,
    ),
    paper(
        "D26c", "行政处罚听证公告", "听公字", "有", "外",
        CAUSE, Field("party_name", "当事人"), *_TIME_AND_PLACE, _CHAIR, _MEMBERS, RECORDER, BASIS, *CONTACT,
    ),
    paper(
        "D26d", "行政处罚听证延期（终止）通知书", "听变字", "有", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("form", "通知种类", choices=("延期", "终止")), Field("asked_on", "提出日期", "date"),
        Field("begins_at", "原定听证时间", "moment", required=False), Field("because", "情形"), Field("reasons", "具体情况"), BASIS, *CONTACT,
    ),
    paper(
        "D26e", "听证授权委托书", None, "-", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("agents", "受委托人", "list", items=_AGENT_ITEMS), signatures(party="委托人"),
    ),
    paper(
        "D26f", "放弃听证权利声明", None, "-", "外",
        CASE_NUMBER, CAUSE, PARTY, *_NOTICE, Field("declaration", "声明内容"), signatures(party="声明人"),
    ),
    # 行政处罚法 64(7), (8).
    paper(
        "D27", "行政处罚听证笔录", None, "-", "外",
        CASE_NUMBER, CAUSE, STARTED_AT, ENDED_AT, PLACE, _OPEN, _CHAIR, _MEMBERS, RECORDER, PARTY, OFFICERS,
        Field("attendants", "参加人", "list", items=(Field("role", "身份"), Field("name", "姓名"), Field("about", "单位、职务或者证件"))),
        Field("rights_told", "权利义务告知"), Field("rights_answer", "当事人对告知的回答"), Field("case_put", "调查人员的陈述"),
        Field("evidence", "举证和质证", "list",
              items=(Field("evidence", "证据"), Field("proof", "证明内容"), Field("view", "质证意见"))),
        Field("party_statement", "当事人的陈述和申辩"), Field("debate", "辩论", required=False), Field("last_words", "最后陈述"),
        signatures(party="当事人（代理人）", chair="主持人", officers="调查人员", recorder="记录人"),
    ),
    # 行政处罚法 65.
    paper(
        "D27b", "行政处罚听证报告", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, STARTED_AT, ENDED_AT, PLACE, _OPEN, _CHAIR, _MEMBERS, RECORDER, OFFICERS,
        Field("case_put", "调查人员的陈述"), Field("party_statement", "当事人的陈述和申辩"),
        Field("facts_found", "对事实的认定"), Field("evidence_found", "对证据的认定"), Field("law_found", "对法律适用和裁量的认定"),
        Field("procedure_found", "对程序的认定"), Field("advice", "处理意见"), Field("reasons", "理由"), signatures(chair="主持人"),
    ),
)  # fmt: skip
