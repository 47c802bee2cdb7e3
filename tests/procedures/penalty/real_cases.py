"""The two cases of kinds that towns publish, typed in field by field until the file is closed; checked by test_real_cases."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile

from mingzhi.core import vault
from mingzhi.core.documents.models import Document
from mingzhi.core.engine.perform import perform, rehearse
from mingzhi.core.engine.procedure import ACTIONS
from mingzhi.core.ledger import verify
from mingzhi.procedures.penalty.file_order import items_of
from mingzhi.procedures.penalty.models import Case, FileItem
from tests.cast import Town, at

from .papers.test_papers import printed
from .test_evidence import picture

REAL = Path(__file__).parents[2] / "examples" / "real"


def signature(value: Any, shift: int = 0) -> Any:
    """手签 is drawn on the screen, 笔签 left for the pen, {拒签, 见证人} refused."""
    if value == "手签":
        paths = [
            f"M{20 + shift} 30 C60 20 90 40 70 90",
            "M40 60 L110 55",
            f"M130 25 Q150 80 {120 + shift} 100",
            "M150 40 C190 30 230 60 200 95",
        ]
        return {"kind": "drawn", "paths": paths, "w": 300, "h": 120}
    if value == "笔签":
        return {"kind": "paper"}
    return {"kind": "refused", "reason": value["拒签"], "witness": value["见证人"]}


def typed(town: Town, told: dict[str, Any], kept: dict[str, Any], matter: Any) -> dict[str, Any]:
    """The input of a step: rows for the names the file uses, days as text."""
    data: dict[str, Any] = {}
    for position, (name, value) in enumerate(told.items()):
        if name.endswith("_signature"):
            data[name] = signature(value, position)
        elif name == "clue":
            data[name] = kept["clue"].pk
        elif name == "about":
            data[name] = kept[value].pk
        elif name == "power":
            data[name] = town.powers[value].pk
        elif name == "documents":
            data[name] = [Document.objects.filter(matter=matter, code=code).latest("id").pk for code in value]
        elif name == "order":
            made_at = Document.objects.filter(matter=matter, code=value).latest("id").made_at
            data[name] = matter.penalty_correctionorders.get(ordered_at=made_at).pk
        elif isinstance(value, list):
            data[name] = [{key: plain(cell) for key, cell in row.items()} if isinstance(row, dict) else row for row in value]
        else:
            data[name] = plain(value)
    return data


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@dataclass
class Played:
    """A closed case and everything printed for it, its clue's sheet too, in the order of printing; nothing here asks the database."""

    case: Case
    listed: list[str]
    drafts: list[tuple[str, bytes]]
    papers: list[Document]
    items: list[FileItem]
    due: dict[str, date]
    receipts_yuan: list[Any]
    ledger_holds: bool
    pdfs: dict[int, bytes] = field(default_factory=dict)

    def of(self, code: str) -> list[Document]:
        return [paper for paper in self.papers if paper.code == code]

    def words(self, paper: Document) -> str:
        return printed(self.pdfs[paper.pk])

    def text(self, code: str, which: int = 0) -> str:
        return self.words(self.of(code)[which])


def play(town: Town, name: str) -> Played:
    """Type a file in, step by step; every action that prints is looked at as a draft first."""
    story = yaml.safe_load((REAL / f"{name}.yaml").read_text(encoding="utf-8"))
    kept: dict[str, Any] = {}
    drafts: list[tuple[str, bytes]] = []
    for step in story["steps"]:
        action, actor, when = ACTIONS[step["do"]], town[step["by"]], at(step["at"])
        kind = step["do"].partition(".")[0]
        row = kind if kind in ("clue", "activity") else "case"
        matter = None if action.opens else kept[row]
        blank = action.procedure.matter() if action.procedure.about else None
        form = action.form(matter=matter or blank, actor=actor, at=when) if action.form else None
        data = (form.filled if form else {}) | typed(town, step["data"], kept, matter)
        files = {field: uploads(names) for field, names in step.get("files", {}).items()}
        if action.prints:
            drafts += rehearse(step["do"], matter, actor=actor, data=data, files=files or None, at=when)
        kept[row] = perform(step["do"], matter, actor=actor, data=data, files=files or None, at=when).matter
    case = kept["case"]
    papers = list(Document.objects.filter(matter_id__in=[case.pk, case.from_clue_id or case.pk]).order_by("made_at", "id"))
    played = Played(
        case, story["papers"], drafts, papers,
        items=list(FileItem.objects.filter(pk__in=[item.pk for item in items_of(case)]).select_related("document").order_by("position")),
        due={row.provision: row.due_at.date() for row in case.deadlines.order_by("id")},
        receipts_yuan=[row.amount_yuan for row in case.penalty_payments.all()],
        ledger_holds=verify().ok,
    )  # fmt: skip
    for paper in papers:
        with vault.open(paper.blob) as file:
            played.pdfs[paper.pk] = file.read()
    return played


def uploads(names: str | list[str]) -> Any:
    if isinstance(names, str):
        return SimpleUploadedFile(names, picture(7))
    return [SimpleUploadedFile(one, picture(number)) for number, one in enumerate(names)]


#: Each case is played once; the tests read what it left.
_played: dict[str, Played] = {}


def played_once(name: str, request: pytest.FixtureRequest) -> Played:
    if name not in _played:
        _played[name] = play(request.getfixturevalue("town"), name)
    return _played[name]


@pytest.fixture
def building(request: pytest.FixtureRequest) -> Played:
    return played_once("illegal-building", request)


@pytest.fixture
def stall(request: pytest.FixtureRequest) -> Played:
    return played_once("street-stall", request)


@pytest.fixture(params=["illegal-building", "street-stall"])
def played(request: pytest.FixtureRequest) -> Played:
    return played_once(request.param, request)
