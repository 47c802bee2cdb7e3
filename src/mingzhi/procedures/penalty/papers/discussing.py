"""The paper of a collective discussion: D28 (行政处罚法 57(2); 审核制度 5)."""

from __future__ import annotations

from mingzhi.core.documents.paper import Field

from .shapes import CASE_NUMBER, CAUSE, ENDED_AT, OFFICERS, PARTY, PLACE, RECORDER, STARTED_AT, paper, signatures

DISCUSSING = (
    paper(
        "D28", "重大案件集体讨论笔录", None, "-", "内",
        CASE_NUMBER, CAUSE, PARTY, STARTED_AT, ENDED_AT, PLACE, Field("chair", "主持人"), RECORDER, OFFICERS,
        Field("members", "讨论成员", "list", at_least=1,
              items=(Field("name", "姓名"), Field("title", "职务"), Field("attendance", "出席情况"), Field("because", "缺席、回避的原因", required=False),
                     Field("opinion", "意见", required=False), Field("position", "对结论", required=False))),
        Field("attendants", "列席人员", "list", required=False,
              items=(Field("role", "身份"), Field("name", "姓名"), Field("about", "发言要点", required=False))),
        Field("case_put", "案情汇报"), Field("votes", "表决情况"), Field("conclusion", "结论"), Field("reasons", "结论的理由"),
        signatures(chair="主持人", recorder="记录人"),
    ),
)  # fmt: skip
