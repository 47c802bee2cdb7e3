"""`mingzhi redact` as a person and as a partner's program use it: text or JSON lines in, the same out."""

from __future__ import annotations

import io
import json

import pytest

from mingzhi.faces.cli.commands import run_command


@pytest.fixture
def redact(capsys, monkeypatch):
    """Give stdin to `mingzhi redact`; returns exit status, stdout, stderr."""

    def run(given: str | bytes, *words: str) -> tuple[int, str, str]:
        content = given if isinstance(given, bytes) else given.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        status = run_command(["redact", *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_text_comes_out_as_it_may_be_published(redact):
    """disclosure-8.1, disclosure-8.2; the line for complaints stays (complaint-2)."""
    given = "当事人：张三，男，电话13900001234。\r\n投诉电话：023-48740007"
    assert redact(given) == (0, "当事人：张某某，男，电话（电话略）。\r\n投诉电话：023-48740007", "")


def test_the_switches_are_the_towns(redact):
    """disclosure-7.2, disclosure-7.2-mask"""
    given = "法定代表人：李大海；当事人：张三，男"
    assert redact(given, "--mode", "summary", "--style", "star")[1] == "法定代表人：李大海；当事人：张*，男"
    assert redact(given, "--mode", "summary", "--legal-rep", "hide", "--party", "keep")[1] == "法定代表人：李某某；当事人：张三，男"


def test_lines_of_json_know_their_people_and_say_what_was_hidden(redact):
    """disclosure-9.1: false where the party is a minor, null where a person has to decide."""
    lines = [
        {"id": 7, "text": "高峰占道，用电高峰时段", "people": [{"name": "高峰", "role": "party"}]},
        {"id": "b", "text": "法定代表人：李大海，当事人系未成年人。", "mode": "summary"},
        {"id": None, "text": ""},
    ]
    status, out, err = redact("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "--jsonl")
    first, second, third = map(json.loads, out.splitlines())
    assert (status, err) == (0, "")
    assert first["redacted"] == "高某某占道，用电高峰时段"
    assert (first["id"], first["hidden"], first["publish"]) == (7, [[0, 2, "name"]], None)
    assert (second["redacted"], second["publish"]) == ("法定代表人：李大海，当事人系未成年人。", False)
    assert second["reasons"]
    assert third == {"id": None, "redacted": "", "hidden": [], "publish": True, "reasons": []}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("{", "第 1 行不是 JSON。\n"),
        ('{"id": 1}', '第 1 行应为对象，含字符串 text，如 {"id": 1, "text": "……"}。\n'),
        ('\n{"text": "", "mode": "half"}', "第 2 行mode 只能是 full、summary 之一。\n"),
        ('{"text": "", "people": ["张三"]}', '第 1 行people 应为列表，如 [{"name": "张三", "role": "party"}]。\n'),
    ],
)
def test_a_line_that_cannot_be_read_is_named(redact, given, said):
    assert redact(given, "--jsonl") == (2, "", said)


def test_a_role_nobody_knows_is_hidden_and_said(redact):
    status, out, err = redact('{"text": "张三到场", "people": [{"name": "张三", "role": "boss"}]}', "--jsonl")
    assert (status, json.loads(out)["redacted"]) == (0, "张某某到场")
    assert err.startswith("第 1 行：没有角色 boss，按其他自然人隐去")


def test_what_is_no_utf_8_is_refused(redact):
    assert redact("当事人".encode("gb18030")) == (2, "", "标准输入不是 UTF-8 文本，请先转换编码。\n")
