"""Papers of a legal review: D21 application, D21b papers sent back, D22 opinion, D22b extension. Serves 审核制度 6, 7, 8, 9, 13."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from mingzhi.core.documents.paper import Field
from mingzhi.procedures.penalty.papers.shapes import BASIS, CASE_NUMBER, CAUSE, OFFICERS, PARTY, opinions, papers_in, signatures

paper = papers_in(Path(__file__).resolve().parent)

_HANDLING_UNIT = Field("handling_unit", "承办机构")
_ROUND = (Field("review_number", "审核编号"), Field("round", "送审次数", "number"))
_SUBMITTED_ON = Field("submitted_on", "送审日期", "date")
_RECEIVED_ON = Field("received_on", "收件日期", "date")
_PACKAGE = Field(
    "package", "送审材料", "list",
    items=(Field("title", "材料名称"), Field("number", "文号", required=False), Field("pages", "页次", required=False)),
)  # fmt: skip
_ASPECT = (
    Field("aspect", "审核方面"),
    Field("verdict", "结论", choices=("合格", "瑕疵", "不合格")),
    Field("grounds", "理由", required=False),
)
_COREVIEWER = (Field("name", "会同审核人"), Field("opinion", "意见"), Field("on", "日期", "date"))
#: 审核制度 9 names ten aspects.
_ASPECTS = 10

_ALL = (
    # 审核制度 7: (1) facts, (2) law and benchmark, (3) evidence taking, (4) whatever else.
    paper(
        "D21", "重大行政执法决定法制审核申请书", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, _HANDLING_UNIT, *_ROUND, _SUBMITTED_ON, Field("reasons", "属于重大决定的情形"), Field("facts", "基本事实"),
        Field("law_and_benchmark", "适用法律、法规、规章和执行裁量基准的情况"), Field("evidence_taking", "调查取证情况"),
        Field("other", "其他需要说明的情况"), Field("changes", "与上次送审的变化", required=False),
        Field("proposed_decision", "拟作出的决定"), _PACKAGE, BASIS, OFFICERS,
    ),
    paper(
        "D21b", "法制审核材料退回补正单", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, *_ROUND, _SUBMITTED_ON, Field("missing", "缺少的材料"), Field("reasons", "应当补正的内容"), BASIS,
        Field("reviewer", "审核人"), Field("returned_on", "退回日期", "date"),
    ),
    paper(
        "D22", "重大行政执法决定法制审核意见书", "审意字", "-", "内",
        CASE_NUMBER, CAUSE, PARTY, _HANDLING_UNIT, Field("reviewing_unit", "审核机构"), *_ROUND, _SUBMITTED_ON, _RECEIVED_ON, Field("proposed_decision", "拟作出的决定"),
        Field("aspects", "逐项审核", "list", at_least=_ASPECTS, items=_ASPECT), Field("outcome", "审核意见"), Field("because", "理由"),
        Field("opinion", "意见和建议"), BASIS, Field("coreviewers", "会同审核", "list", required=False, items=_COREVIEWER),
        Field("reviewer", "审核人"), Field("qualification", "审核人资格"), Field("copies", "份数", "number"), signatures(reviewer="审核人"),
    ),
    paper(
        "D22b", "延长法制审核期限审批表", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, *_ROUND, _RECEIVED_ON, Field("was_due_on", "原期限届满日", "date"), Field("extended_by", "延长"),
        Field("due_on", "延长后届满日", "date"), Field("reasons", "延长的理由"), BASIS, opinions(2),
    ),
)  # fmt: skip

PAPERS = MappingProxyType({one.code: one for one in _ALL})
