"""D60: the report of a year's enforcement figures, tables and words. Serves 公示制度 10."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from mingzhi.core.documents.paper import Field, Paper
from mingzhi.procedures.penalty.papers.shapes import papers_in

paper = papers_in(Path(__file__).resolve().parent)

_ROW = (
    Field("title", "项目"), Field("unit", "单位"), Field("value", "本年", required=False), Field("before", "上年", required=False),
    Field("change", "增减", required=False), Field("note", "说明", required=False),
)  # fmt: skip
_TABLE = (Field("title", "表名"), Field("note", "填表说明", required=False), Field("rows", "各项", "list", items=_ROW))

_ALL = (
    paper(
        "D60", "年度行政执法数据报告", "执年报字", "有", "外",
        Field("year", "年度", "number"), Field("tables", "统计表", "list", items=_TABLE), Field("compared", "与上年比较", required=False),
        Field("overall", "总体情况"), Field("work", "主要工作"), Field("problems", "存在的问题"), Field("plans", "下一步打算"),
    ),
)  # fmt: skip

PAPERS: MappingProxyType[str, Paper] = MappingProxyType({one.code: one for one in _ALL})
