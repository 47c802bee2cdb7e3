"""Two texts side by side: cut where something is hidden, numbered in order, and nothing of it left over."""

from __future__ import annotations

from typing import Any

from mingzhi.regulations.disclosure.comparing import Piece, compared


def place(start: int, end: int, replacement: str = "某", **changes: Any) -> dict[str, Any]:
    told = {"kind": "name", "why": "姓名", "provision": "disclosure-8.1", "sure": True}
    return {"start": start, "end": end, "replacement": replacement, **told, **changes}


def test_each_line_is_cut_where_something_is_hidden_or_doubtful():
    """disclosure-8.1"""
    lines, spans = compared("事实：刘大成倒垃圾\n见证：高山", [place(3, 6, "刘某某")], [place(13, 15)], 4)
    assert [line.label for line in lines] == ["事实", "见证"]
    assert lines[0].original == [Piece("same", "事实："), Piece("hidden", "刘大成", 4), Piece("same", "倒垃圾")]
    assert lines[0].proposed == [Piece("same", "事实："), Piece("hidden", "刘某某", 4), Piece("same", "倒垃圾")]
    assert lines[1].original == lines[1].proposed == [Piece("same", "见证："), Piece("doubt", "高山", 5)]
    assert [(span.number, span.words, span.doubtful) for span in spans] == [(4, "刘大成", False), (5, "高山", True)]


def test_what_is_hidden_over_the_end_of_a_line_leaves_nothing_on_the_next():
    """disclosure-8.2"""
    lines, _ = compared("住址：石壕镇\n万隆村三组。", [place(3, 12, "（住址略）")], [], 1)
    assert "".join(piece.words for line in lines for piece in line.proposed) == "住址：（住址略）。"


def test_a_long_sentence_with_a_colon_is_no_name_of_an_item():
    lines, _ = compared("以上事实，有下列各项证据予以证明如下：一", [], [], 1)
    assert lines[0].label == ""
