"""Papers of an execution: D39b, D40 to D42d; the demand and the proof of service are those of the case. Serves 行政强制法 35 to 58."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from mingzhi.core.documents.paper import Field
from mingzhi.procedures.penalty.papers.catalogue import PAPERS as OF_THE_CASE
from mingzhi.procedures.penalty.papers.shapes import (
    BASIS,
    CASE_NUMBER,
    CAUSE,
    CITATION_ITEMS,
    CONTACT,
    ENDED_AT,
    GOODS_ITEMS,
    OFFICERS,
    PARTY,
    PLACE,
    RECORDER,
    REMEDY,
    STARTED_AT,
    papers_in,
    signatures,
)

paper = papers_in(Path(__file__).resolve().parent)

#: The decision executed; blank where a road is cleared before there is one.
_DECISION = (
    Field("decision_title", "处罚决定书名称", required=False),
    Field("decision_number", "处罚决定书文号", required=False),
    Field("decided_on", "处罚决定日期", "date", required=False),
    Field("decision_served_on", "处罚决定送达日期", "date", required=False),
    Field("enforcement_number", "执行编号"),
    Field("way", "执行方式"),
)
_DEMAND = (Field("demand_number", "催告书文号", required=False), Field("demand_served_on", "催告书送达日期", "date", required=False))
_DUTIES = Field("duties", "未履行的义务", "list")
_ORDER = Field("order_number", "强制执行决定书文号", required=False)
_BEGINS = Field("begins_at", "执行时间", "moment")
_HEAD = (CASE_NUMBER, CAUSE, PARTY, *_DECISION)

_ALL = (
    paper(
        "D39b", "催告后陈述申辩笔录", None, "-", "内",
        *_HEAD, *_DEMAND, STARTED_AT, ENDED_AT, PLACE, RECORDER, Field("speaker", "陈述申辩人"), Field("statement", "陈述申辩的内容"),
        Field("reasons", "理由和证据"), Field("answer", "复核结果"), Field("review", "复核意见和理由"), OFFICERS,
        signatures(speaker="陈述申辩人", officers="执法人员"),
    ),
    # 行政强制法 37: (1) the party, (2) reasons and basis, (3) manner and time, (4) remedies, (5) organ, seal, date.
    paper(
        "D40", "行政强制执行决定书", "强执字", "有", "外",
        *_HEAD, *_DEMAND, _DUTIES, Field("reasons", "强制执行的理由"), BASIS, Field("manner", "强制执行的方式"), _BEGINS, REMEDY, *CONTACT,
    ),
    # 行政强制法 51: those of 37, the object, the estimate of cost, and who does it.
    paper(
        "D40b", "代履行决定书", "代履字", "有", "外",
        *_HEAD, *_DEMAND, _DUTIES, Field("reasons", "代履行的理由"), Field("harm", "不履行的后果"), BASIS, Field("manner", "代履行的方式和标的"),
        _BEGINS, Field("performer", "代履行人"), Field("estimate_yuan", "费用预算", "yuan"), Field("estimate_because", "费用预算的依据"),
        REMEDY, *CONTACT,
    ),
    paper(
        "D40c", "限期拆除公告", "拆公字", "有", "外",
        *_HEAD, _ORDER, _DUTIES, PLACE, Field("remove_by_on", "自行拆除期限", "date"), Field("carrier", "公告载体"), BASIS, *CONTACT,
    ),
    paper(
        "D40d", "强制执行现场笔录", None, "-", "内",
        *_HEAD, _ORDER, STARTED_AT, ENDED_AT, PLACE, RECORDER, Field("performer", "实施（代履行）人"), Field("present", "当事人到场情况"),
        Field("witness", "见证人", required=False), Field("course", "执行经过"),
        Field("goods", "清点、登记的物品", "list", required=False, items=GOODS_ITEMS), Field("emergency", "紧急情况", required=False),
        Field("recorded", "音像记录"), Field("cost_yuan", "费用", "yuan", required=False), OFFICERS,
        signatures(party="当事人", officers="执法人员", witness="见证人", performer="代履行人"),
    ),
    # 行政强制法 55: application with the head's name and seal, decision with its facts and basis, opinion and demand, object.
    paper(
        "D41", "强制执行申请书", "强申字", "有", "外",
        *_HEAD, *_DEMAND, Field("court", "人民法院"), Field("requested", "申请执行的事项"), Field("facts", "事实和理由"),
        Field("penalty_basis", "处罚依据", "list", items=CITATION_ITEMS), Field("party_opinion", "当事人的意见", required=False),
        Field("subject_matter", "申请强制执行标的情况", required=False), BASIS, Field("head", "行政机关负责人"), *CONTACT,
        signatures(head="行政机关负责人"),
    ),
    paper(
        "D41b", "申请强制执行材料清单", None, "-", "外",
        *_HEAD, Field("court", "人民法院"),
        Field("materials", "材料", "list", items=(Field("name", "材料名称"), Field("copies", "份数（页数）"), Field("note", "文号、备注", required=False))),
        OFFICERS,
    ),
    paper(
        "D42", "中止执行通知书", "中执字", "有", "外",
        *_HEAD, _DUTIES, Field("ground", "中止的情形"), Field("reasons", "理由"), Field("harmless", "确无能力履行且没有明显社会危害", "truth"),
        Field("years", "不再执行的年限", "number"), BASIS, *CONTACT,
    ),
    paper(
        "D42b", "终结执行决定书", "终执字", "有", "外",
        *_HEAD, _DUTIES, Field("ground", "终结的情形"), Field("reasons", "理由"), BASIS, *CONTACT,
    ),
    paper(
        "D42c", "执行协议", "执协字", "有", "外",
        *_HEAD, _DUTIES, Field("steps", "分阶段履行", "list", items=(Field("by_on", "履行期限", "date"), Field("content", "履行内容"))),
        Field("remedial", "补救措施", required=False), Field("waived_yuan", "减免的加处罚款", "yuan", required=False), BASIS,
        signatures(party="当事人"),
    ),
    paper(
        "D42d", "恢复执行通知书", "恢执字", "有", "外",
        *_HEAD, _DUTIES, Field("because", "恢复的情形"), Field("reasons", "理由"), BASIS, *CONTACT,
    ),
)  # fmt: skip

PAPERS = MappingProxyType(
    {one.code: one for one in (*_ALL, OF_THE_CASE["D28"], OF_THE_CASE["D33"], OF_THE_CASE["D35"], OF_THE_CASE["D39"])}
)
