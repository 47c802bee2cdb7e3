"""`mingzhi bench` on towns of a few cases: what it must say, not how fast anything is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from mingzhi.faces.cli.bench import COLUMNS, measure, nginx, playback, row_of
from mingzhi.faces.cli.bench.cluster import URL_VARIABLE, NoPostgres, server
from mingzhi.faces.cli.bench.finding import Finding

SAID = {"goal", "what", "database", "floor", "floor_is", "figure", "unit", "ratio", "target", "met", "sizes", "also", "machine"}


def bench(*arguments: str) -> list[dict[str, Any]]:
    """What the command prints as JSON, in a process of its own as a person starts it."""
    command = [sys.executable, "-c", "from mingzhi.faces.cli import main; main()", "bench", *arguments, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"MINGZHI_DATABASE_URL": ""}, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_actions_are_measured_beside_syncing_of_the_same_run():
    (found,) = bench("actions", "--database", "sqlite", "--size", "3")
    assert found.keys() == SAID
    assert found["goal"] == "G5"
    assert found["sizes"] == {"办理": 3}
    assert found["ratio"] == pytest.approx(found["figure"] / found["floor"], abs=1e-4)
    assert found["met"] == (found["ratio"] >= 0.3)


def test_writers_are_measured_as_threads_and_as_processes():
    threads, processes = bench("writers", "--database", "sqlite", "--size", "2")
    assert threads["goal"] == processes["goal"] == "G6"
    for found in (threads, processes):
        assert found["sizes"] == {"写入者": 8, "办理": 16, "案件": 16}
        assert found["also"]["最少者所得份额"] == 1.0
        assert found["met"] == (found["ratio"] <= 5)


def test_the_page_is_measured_beside_the_page_by_hand():
    requests, cpu = bench("page", "--database", "sqlite", "--size", "60")
    assert requests["goal"] == cpu["goal"] == "G1"
    assert requests["sizes"]["案件"] == 60
    # Both pages carry fifty rows: neither is an error page or an empty list.
    assert requests["also"]["页面字节"] > 50 * 200
    assert requests["also"]["下限页面字节"] > 50 * 200


def test_playback_is_measured_beside_a_range_by_hand_and_nginx_where_there_is_one():
    cost, *rates = bench("playback", "--database", "sqlite", "--size", "4")
    assert cost["goal"] == "G8"
    assert cost["met"] == (cost["figure"] <= 0.3)
    # Each size by itself and, where nginx has the module, sent by nginx; what is missing is said in words.
    for found in rates:
        if "skipped" in found:
            assert "本机" in found["skipped"]
        else:
            assert found["floor_is"] == "nginx 同一文件"
            assert found["ratio"] == pytest.approx(found["figure"] / found["floor"], abs=1e-4)
    assert len(rates) == (2 if nginx.program() is None else 4)


def test_what_could_not_be_measured_of_playback_is_said_in_words():
    alone = {playback.PRODUCT: [2.0], playback.BY_HAND: [4.0]}
    (missing,) = playback._findings("SQLite", 4, 1 << 20, 4, alone)
    assert len(row_of(missing)) == len(COLUMNS)
    assert "没有 nginx" in missing["skipped"]
    assert "（0.50）" in missing["skipped"]
    _, sending = playback._findings("SQLite", 4, 1 << 20, 4, alone | {playback.PLAIN: [8.0]})
    assert "headers-more" in sending["skipped"]


def test_redaction_is_measured_on_both_parts_beside_what_is_installed(monkeypatch):
    monkeypatch.setattr("mingzhi.faces.cli.bench.redact.jieba_names", lambda: None)
    *rows, without = measure(["redact"], size=500)
    assert "没有安装 jieba" in without["skipped"]
    assert all(len(row_of(row)) == len(COLUMNS) for row in (*rows, without))
    whole = {row["what"]: row for row in rows if row["what"].endswith("全部的召回率")}
    assert whole["未见过的段落：全部的召回率"]["sizes"]["段落"] + whole["调试用的段落：全部的召回率"]["sizes"]["段落"] >= 300
    # A plain set of patterns finds fewer than half of what the product finds.
    assert all(row["floor"] * 2 < row["figure"] for row in whole.values())
    prose, *speeds = rows[-3:]
    assert prose["sizes"]["字"] > 20_000
    assert 0 < prose["figure"] == pytest.approx(prose["sizes"]["隐去"] / prose["sizes"]["字"], abs=1e-5)
    assert [row["unit"] for row in speeds] == ["字/s", "字/s"]


def test_a_database_server_that_cannot_be_had_is_said_in_words(monkeypatch, tmp_path):
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    monkeypatch.setattr("mingzhi.faces.cli.bench.cluster.programs", lambda: None)
    with pytest.raises(NoPostgres, match="initdb") as refused, server(tmp_path / "postgres"):
        pass
    line = row_of({"goal": "G5", "database": "postgres", "skipped": str(refused.value)})
    assert len(line) == len(COLUMNS)
    assert URL_VARIABLE in line[-1]


@pytest.mark.parametrize(("most", "ratio", "met"), [(False, 0.31, True), (False, 0.29, False), (True, 4.9, True), (True, 5.1, False)])
def test_a_target_is_a_lower_or_an_upper_bound(most, ratio, met):
    target = 5.0 if most else 0.3
    found = Finding("G0", "", "", 1.0, "", ratio, "", ratio, target, most)
    assert found.met is met
    assert found.as_json()["target"] == f"{'≤' if most else '≥'} {target}"
