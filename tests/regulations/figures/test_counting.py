"""The figures of a small year equal what a hand counts, one rule of law.md §3.4 each."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest

from mingzhi.faces.cli.commands import run_command
from mingzhi.law.fines import PenaltyKind
from mingzhi.procedures.penalty.models import Case, Power
from mingzhi.procedures.penalty.severity import heaviest
from mingzhi.regulations.figures.counting import Span, count
from mingzhi.regulations.figures.tables import COLUMNS, TABLES, UNKNOWN, Cell, number_in_words, with_totals
from tests.cast import Town

#: What a hand counts of 2026; every other counted cell is nought.
BY_HAND = {
    "penalty.warning": "1", "penalty.fine": "3", "penalty.total": "4", "penalty.amount": "0.06", "compulsion.seize": "1",
    "compulsion.total": "1", "officers.posted": "5", "officers.certified": "4", "officers.rate": "80", "course.filed": "2",
    "course.summary": "3", "course.reviewed": "1", "course.review_corrected": "1",
}  # fmt: skip


def counted(town: Town, year: int, today: date = date(2027, 1, 12)) -> dict[str, Cell]:
    return count(Span(town.authority, year, today))


def test_a_small_year_is_as_a_hand_counts_it(small_year: Town, capsys: pytest.CaptureFixture[str], tmp_path: Path):
    """disclosure-10, three-rules-yearly: several penalties together are one in the heaviest, a revoked decision stays counted."""
    cells = counted(small_year, 2026)
    found = {code: number_in_words(cells[code].value) for code, column in COLUMNS.items() if column.counted}
    assert {code: value for code, value in found.items() if value != "0"} == BY_HAND
    assert {cell.words for code, cell in cells.items() if not COLUMNS[code].counted} == {UNKNOWN}
    revoked = Case.objects.get(decision_standing=Case.Standing.REVOKED)
    assert revoked.pk in cells["penalty.fine"].matters and revoked.pk in cells["penalty.amount"].matters
    assert len(cells["penalty.total"].matters) == 4
    before = counted(small_year, 2025)
    assert (number_in_words(before["penalty.total"].value), number_in_words(before["penalty.amount"].value)) == ("1", "0.015")
    # The year is cut where it is not over.
    assert number_in_words(counted(small_year, 2026, date(2026, 12, 20))["penalty.total"].value) == "3"
    # What is decided in another organ's name, that organ counts.
    Case.objects.filter(pk=revoked.pk).update(power=_entrusted(small_year))
    without = counted(small_year, 2026)
    assert number_in_words(without["penalty.total"].value) == "3" and "另有1宗" in without["penalty.total"].words
    _printed(capsys, small_year, tmp_path)


def _entrusted(town: Town) -> Power:
    power = town.powers["temp"]
    power.kind, power.entrusting_organ = Power.Kind.ENTRUSTED, "重庆市綦江区城市管理局"
    power.save()
    return power


def _printed(capsys: pytest.CaptureFixture[str], town: Town, folder: Path) -> None:
    """The command says the same, as JSON, as CSV, and as files."""
    assert run_command(["figures", "2025", "--authority", town.authority.code, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [table["code"] for table in told["tables"]] == [table.code for table in TABLES]
    cells = {cell["code"]: cell for table in told["tables"] for cell in table["cells"]}
    assert (cells["penalty.fine"]["value"], cells["penalty.amount"]["value"]) == ("1", "0.015")
    assert cells["penalty.fine"]["matters"] == [Case.objects.get(decided_on="2025-12-31").number]
    assert (cells["licence.applied"]["value"], cells["licence.applied"]["words"]) == (None, UNKNOWN)
    assert run_command(["figures", "2025", "--csv"]) == 0
    rows = list(csv.reader(capsys.readouterr().out.splitlines()))
    assert len(rows) == len(COLUMNS) + 1 and ["表一 行政处罚实施情况", "罚款", "1", "宗", "", "", ""] in rows
    sheets, report = folder / "2025.xlsx", folder / "2025.pdf"
    assert run_command(["figures", "2025", "--xlsx", str(sheets), "--pdf", str(report)]) == 0
    assert capsys.readouterr().out == "" and report.read_bytes().startswith(b"%PDF")
    names = ZipFile(sheets).read("xl/workbook.xml").decode()
    assert all(f'name="{table.title.partition("　")[0]}"' in names for table in TABLES)


@pytest.mark.parametrize("words", [("figures", "9998"), ("figures", "2025", "--authority", "1"), ("figures", "2025", "--json", "--csv")])
def test_figures_that_cannot_be_asked_for_are_wrong_usage(town: Town, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    assert run_command(list(words)) == 2
    said = capsys.readouterr()
    assert said.out == "" and len(said.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("kinds", "counts_as"),
    [
        (["warning"], "warning"),
        (["fine", "warning"], "fine"),
        (["fine", "confiscation", "warning"], "confiscation"),
        (["suspend_licence", "confiscation"], "suspend_licence"),
        (["restrict_business", "lower_grade"], "restrict_business"),
        (["stop_business", "restrict_business", "fine"], "stop_business"),
        (["revoke_licence", "close_business"], "revoke_licence"),
        (["other", "warning"], "warning"),
        (["other"], "other"),
        ([], None),
    ],
)
def test_the_heaviest_counts_and_another_kind_only_alone(kinds: list[str], counts_as: str | None):
    """three-rules-yearly: from light to heavy as the yearly statistics have it; 明确类别 before 其他."""
    found = heaviest(PenaltyKind(kind) for kind in kinds)
    assert found == (PenaltyKind(counts_as) if counts_as else None)


def test_every_column_has_its_place_and_its_rule_or_is_entered_by_hand():
    assert len({column.code for table in TABLES for column in table.columns}) == sum(len(table.columns) for table in TABLES)
    assert all(code.startswith(f"{table.code}.") for table in TABLES for code in (column.code for column in table.columns))
    assert not COLUMNS["other.inspection"].counted and COLUMNS["penalty.total"].counted


def test_a_total_says_what_it_leaves_out_and_a_rate_of_nobody_is_no_nought():
    known = with_totals({code: Cell(Decimal(1)) for code in COLUMNS} | {"officers.posted": Cell(Decimal(0))})
    assert (known["compulsion.total"].value, known["compulsion.total"].words) == (11, "")
    assert known["officers.rate"].value is None and known["officers.rate"].words == "没有在岗执法人员"
    partly = with_totals({code: Cell(Decimal(1)) for code in COLUMNS} | {"compulsion.freeze": Cell(words=UNKNOWN)})
    assert (partly["compulsion.total"].value, partly["compulsion.total"].words) == (10, "没有登记的各项没有计入")


@pytest.mark.parametrize(("value", "words"), [("0", "0"), ("12", "12"), ("0.0600", "0.06"), ("1234.5", "1,234.5"), ("100.0", "100")])
def test_a_number_is_written_as_an_office_writes_it(value: str, words: str):
    assert number_in_words(Decimal(value)) == words
