"""Papers of a remedy: D55 answer to the review organ (行政复议法 48), D55b answer to the court (行政诉讼法 67)."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from mingzhi.core.documents.paper import Field, Paper
from mingzhi.procedures.penalty.papers.shapes import CASE_NUMBER, CAUSE, CONTACT, EVIDENCE, PARTY, papers_in

paper = papers_in(Path(__file__).resolve().parent)

_FIELDS = (
    CASE_NUMBER, CAUSE, PARTY, Field("addressee", "复议机关（人民法院）"), Field("organ_head", "法定代表人", required=False), Field("applicant", "申请人（原告）"), Field("file_number", "案号"),
    Field("received_on", "收到副本日期", "date"), Field("decision_title", "决定书名称"), Field("decision_number", "决定书文号"), Field("decided_on", "决定日期", "date"),
    Field("claims", "申请人的请求和理由"), Field("facts", "事实和证据"), Field("law", "程序和依据"), Field("request", "请求"), EVIDENCE, *CONTACT,
)  # fmt: skip

PAPERS: MappingProxyType[str, Paper] = MappingProxyType(
    {
        "D55": paper("D55", "行政复议答复书", "复答字", "有", "外", *_FIELDS),
        "D55b": paper(
            "D55b",
            "行政诉讼答辩状",
            "应诉字",
            "有",
            "外",
            *_FIELDS,
            Field("applicant_is", "对方的诉讼地位"),
            Field("answers_as", "本机关的诉讼地位"),
            Field("went", "起诉或者上诉"),
        ),
    }
)
