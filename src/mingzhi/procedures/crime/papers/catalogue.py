"""Papers of a transfer: D43d approval, D43b letter to the police, D43c list of goods. Source: crime-transfer-5, crime-transfer-6."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from mingzhi.core.documents.paper import Field, Paper
from mingzhi.procedures.penalty.papers.shapes import (
    BASIS,
    CASE_NUMBER,
    CAUSE,
    CONTACT,
    EVIDENCE,
    GOODS,
    OFFICERS,
    PARTY,
    opinions,
    papers_in,
    signatures,
)

paper = papers_in(Path(__file__).resolve().parent)

_OFFENCE = (Field("offence", "涉嫌罪名"), Field("offence_basis", "刑法条款和立案追诉标准"))

_ALL = (
    paper(
        "D43d", "涉嫌犯罪案件移送审批表", None, "-", "内",
        CASE_NUMBER, Field("transfer_number", "移送编号"), CAUSE, PARTY, Field("found", "查明的事实"), EVIDENCE, *_OFFENCE,
        Field("reported_at", "报告时间", "moment"), OFFICERS, opinions(2),
    ),
    paper(
        "D43b", "涉嫌犯罪案件移送书", "涉移字", "有", "外",
        CASE_NUMBER, CAUSE, Field("addressee", "受移送的公安机关"), PARTY, Field("found", "涉嫌犯罪的事实"), *_OFFENCE, BASIS,
        Field("attachments", "移送材料", "list", items=(Field("name", "材料名称"), Field("copies", "份数（页数）"))),
        Field("has_goods", "附物品清单", "truth", required=False), OFFICERS, *CONTACT,
    ),
    paper(
        "D43c", "涉案物品移交清单", None, "有", "外",
        CASE_NUMBER, CAUSE, PARTY, Field("police", "接收机关"), Field("handed_at", "移交时间", "moment"), GOODS,
        Field("receiver", "接收人"), Field("receipt", "回执"), OFFICERS, signatures(receiver="接收人", officers="移交人"),
    ),
)  # fmt: skip

PAPERS: MappingProxyType[str, Paper] = MappingProxyType({one.code: one for one in _ALL})
