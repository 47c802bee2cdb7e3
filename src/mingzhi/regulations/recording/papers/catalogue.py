"""D50, the statement of what the record of an activity lacks. Serves 全过程记录制度 12, 音像记录管理制度 11."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from mingzhi.core.documents.paper import Field
from mingzhi.procedures.penalty.papers.shapes import BASIS, ENDED_AT, OFFICERS, PLACE, STARTED_AT, papers_in, signatures

paper = papers_in(Path(__file__).resolve().parent)

_BREAK = (
    Field("kind", "情形"),
    Field("when", "时间"),
    Field("length", "时长", required=False),
    Field("reason", "原因"),
    Field("spoken", "语音说明", required=False),
)

_ALL = (
    # 记录制度 12, 音像制度 11: when, why, in writing, signed by two officers or more, reported to the head in charge.
    paper(
        "D50", "音像记录情况说明", None, "-", "内",
        Field("case_number", "案件编号", required=False), Field("cause", "案由", required=False), Field("activity_number", "执法活动编号"),
        Field("what", "活动种类"), STARTED_AT, ENDED_AT, PLACE, Field("devices", "记录设备"),
        Field("breaks", "中断、未录的情况", "list", items=_BREAK), Field("situation", "情况说明"), BASIS, OFFICERS,
        Field("reported_to", "报告的分管负责人"), signatures(officers="执法人员"),
    ),
)  # fmt: skip

PAPERS = MappingProxyType({one.code: one for one in _ALL})
