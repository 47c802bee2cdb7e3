"""`mingzhi export`: the files by a command, with or without somebody who answers for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mingzhi.core.ledger.models import LedgerEntry
from mingzhi.faces.cli.commands import run_command
from mingzhi.regulations.dispatch.models import Dispatch
from tests.procedures.house import Staged

from .reading_files import sheet

DAYS = ("--from", "2026-04-01", "--to", "2026-04-08")


def run(capsys: Any, staged: Staged, *words: str) -> tuple[int, Any]:
    capsys.readouterr()
    status = run_command(["export", *words, *DAYS, "--authority", staged.town.authority.code, "--json"])
    return status, json.loads(capsys.readouterr().out or "{}")


def test_a_file_taken_at_the_machine_is_in_the_ledger(nothing_sent: Staged, capsys: Any, tmp_path: Path):
    """credit-report, disclosure-11.1"""
    status, told = run(capsys, nothing_sent, "credit", "-o", str(tmp_path / "表.xlsx"))
    assert (status, len(told["rows"]), told["left_out"]) == (0, 1, [])
    assert len(sheet((tmp_path / "表.xlsx").read_bytes())) == 2
    assert LedgerEntry.objects.filter(kind="dispatch.copied").exists()
    assert not Dispatch.objects.filter(authority=nothing_sent.town.authority).exists()


def test_a_file_made_by_a_person_is_a_matter(nothing_sent: Staged, capsys: Any, tmp_path: Path):
    """disclosure-11.1"""
    status, told = run(capsys, nothing_sent, "site", "-o", str(tmp_path), "--user", nothing_sent.town["wangli"].username)
    dispatch = Dispatch.objects.get(authority=nothing_sent.town.authority)
    assert (status, told["dispatch"]) == (0, dispatch.number)
    assert {path.name for path in tmp_path.iterdir()} == set(dispatch.attachments.values_list("name", flat=True))


def test_a_row_that_cannot_go_is_told_and_the_status_says_so(nothing_sent: Staged, capsys: Any, tmp_path: Path):
    """credit-report"""
    authority = nothing_sent.town.authority
    type(authority).objects.filter(pk=authority.pk).update(credit_code="")
    status, told = run(capsys, nothing_sent, "credit", "-o", str(tmp_path / "表.xlsx"))
    assert (status, told["rows"]) == (1, [])
    assert "处罚机关统一社会信用代码：没有填写" in told["left_out"][0]["faults"][0]
    assert len(sheet((tmp_path / "表.xlsx").read_bytes())) == 1
