"""Papers of footage: D56, the label of a disc with the five items that 音像制度 15 names."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from mingzhi.core.documents.paper import Field, Paper
from mingzhi.procedures.penalty.papers.shapes import papers_in

paper = papers_in(Path(__file__).resolve().parent)

_ALL = (
    paper(
        "D56", "音像资料光盘标签", None, "-", "内",
        Field("unit", "制作单位"), Field("maker", "制作人"), Field("made_on", "制作时间", "date"), Field("subject", "执法活动或者案件名称"),
        Field("label", "标号"), Field("copies", "份数", "number"), Field("sha256", "映像 SHA-256"),
        Field("files", "盘内资料", "list", items=(Field("name", "盘内文件名"), Field("number", "编号"), Field("prefix", "SHA-256（前 16 位）"))),
    ),
)  # fmt: skip

PAPERS: MappingProxyType[str, Paper] = MappingProxyType({one.code: one for one in _ALL})
