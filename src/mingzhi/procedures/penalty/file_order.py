"""The order of a case file (单卷: decision, evidence, internal papers) and its page numbers, from the papers issued.

Nothing is saved here. Cover, contents and 备考表 carry no page number and are no items. Serves archive-1.5 and law.md §3.5, profile A.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.families import about

from .models import Case, FileItem

#: Sections in their order: code, title, and the papers that belong there in that order.
SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("decision", "处罚决定", ("D30", "D31", "D32", "D32b")),
    ("filing", "立案审批", ("D02", "D03", "D03b", "D04c", "D04", "D04b")),
    ("source", "案件来源", ("D01",)),
    ("correction", "责令改正", ("D15", "D15b")),
    ("notice", "事先告知", ("D23", "D24")),
    ("statement", "陈述申辩", ("D25", "D25c", "D25b")),
    ("hearing", "听证", ("D26", "D26b", "D26c", "D26d", "D26e", "D26f", "D27", "D27b")),
    (
        "measures",
        "登记保存、强制措施",
        ("D11", "D12", "D13", "D17", "D18", "D18b", "D18c", "D18d", "D18e", "D18f", "D18g", "D19", "D19b", "D19c", "D19d", "D19e"),
    ),
    ("party", "当事人主体资格", ("D34",)),
    ("records", "询问、检查笔录", ("D05", "D06", "D07")),
    ("evidence", "书证、物证、照片", ("D09", "D08", "D08b", "D10", "D10b", "D10c")),
    ("appraisal", "鉴定", ("D14", "D14b")),
    ("media", "视听资料、电子数据说明", ()),
    ("report", "调查终结报告", ("D20",)),
    ("review", "法制审核", ("D21", "D21b", "D22b", "D22")),
    ("discussion", "集体讨论", ("D28",)),
    ("approval", "决定审批", ("D29", "D45", "D43", "D43d", "D43b", "D43c")),
    (
        "performance",
        "缴款、执行、催告",
        (
            "D37",
            "D36",
            "D36b",
            "D36c",
            "D38",
            "D39",
            "D39b",
            "D40",
            "D40b",
            "D40c",
            "D40d",
            "D41",
            "D41b",
            "D42",
            "D42b",
            "D42c",
            "D42d",
            "D44",
            "D44b",
            "D44c",
        ),
    ),
    ("recheck", "复查", ("D16",)),
    ("remedy", "行政复议、行政诉讼", ("D55", "D55b")),
    ("other", "其他", ()),
    ("closing", "结案审批", ("D46",)),
)
_PLACE = {code: (number, position) for number, (_, _, codes) in enumerate(SECTIONS) for position, code in enumerate(codes)}
_SECTION_NUMBER = {name: number for number, (name, _, _) in enumerate(SECTIONS)}
#: Proof of service lies behind the paper it served.
_SERVICE = ("D33", "D35")
#: Written by the party: waiver, application.
_BY_THE_PARTY = frozenset({"D25c", "D26e", "D26f", "D36"})
#: Made for the file itself.
_OF_THE_FILE = ("D47", "D48", "D48b")


@dataclass(frozen=True)
class Item:
    """One item before it has its pages."""

    title: str
    number: str
    author: str
    made_on: date
    pages: int
    document: Document | None = None
    remark: str = ""


def contents(case: Case, extra: Iterable[Mapping[str, Any]] = ()) -> list[Item]:
    """Every item of the file in its order: papers issued and not voided, each with its proof of service, and paper from outside.

    extra: rows with section, title, author, made_on, pages, remark; they close their section.
    """
    matters = [case.pk, *([case.from_clue_id] if case.from_clue_id else ()), *(row.pk for row in about(case))]
    issued = list(Document.objects.filter(matter_id__in=matters, voided_at__isnull=True).exclude(code__in=_OF_THE_FILE).order_by("id"))
    placed: list[tuple[tuple[int, int, int, int], Item]] = []
    for paper in issued:
        served = _served_by(paper, issued) if paper.code in _SERVICE else paper
        section, position = _PLACE.get(served.code, (_SECTION_NUMBER["other"], 0))
        behind = 0 if served is paper else paper.pk
        placed.append(((section, position, served.pk, behind), _item(case, paper)))
    beyond = len(_PLACE)
    for order, row in enumerate(extra):
        item = Item(
            title=row["title"], number="", author=row["author"], made_on=row["made_on"], pages=row["pages"], remark=row.get("remark") or ""
        )
        placed.append(((_SECTION_NUMBER[row["section"]], beyond, order, 0), item))
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])]


def _served_by(proof: Document, issued: list[Document]) -> Document:
    """The paper that this proof of service is about; the proof itself when it cannot be told."""
    if proof.code == "D35":
        wanted = [{"title": proof.data.get("paper_title"), "number": proof.data.get("paper_number")}]
    else:
        wanted = proof.data.get("papers") or []
    for row in wanted:
        for paper in issued:
            same = paper.number == row["number"] if row.get("number") else paper.title == row.get("title")
            if same and paper.code not in _SERVICE:
                return paper
    return proof


def _item(case: Case, paper: Document) -> Item:
    return Item(
        title=paper.title,
        number=paper.number,
        author=_author(case, paper),
        made_on=local_day(paper.made_at),
        pages=paper.pages,
        document=paper,
    )


def _author(case: Case, paper: Document) -> str:
    """Who made it: the party for what the party wrote, else the organ; one's own organ by its short name, as contents are narrow."""
    if paper.code in _BY_THE_PARTY:
        return str(paper.data["party"]["name"])
    organ = str(paper.data.get("organ") or case.authority.name)
    return f"{case.authority.place}人民政府" if organ == case.authority.name else organ


def numbered(case: Case, items: Iterable[Item], edition: int) -> list[FileItem]:
    """The items as rows with first and last page, counted through from one."""
    rows, page = [], 0
    for position, item in enumerate(items, start=1):
        rows.append(
            FileItem(
                matter=case,
                edition=edition,
                position=position,
                title=item.title,
                number=item.number,
                author=item.author,
                made_on=item.made_on,
                first_page=page + 1,
                last_page=page + item.pages,
                document=item.document,
                remark=item.remark,
            )
        )
        page += item.pages
    return rows


def last_edition(case: Case) -> int:
    """The number of the file's latest making; 0 before the first."""
    return FileItem.objects.filter(matter_id=case.pk).order_by("-edition").values_list("edition", flat=True).first() or 0


def items_of(case: Case) -> list[FileItem]:
    """The file as it was made last."""
    return list(FileItem.objects.filter(matter_id=case.pk, edition=last_edition(case)))
