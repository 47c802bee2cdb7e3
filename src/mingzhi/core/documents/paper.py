"""What a statutory paper is: its code, title, 代字, seal, template and the fields the law wants on it.

The papers themselves are declared by their procedures (`procedures/*/papers`). Nothing is typeset or numbered here.
Serves 行政执法案卷评查: a paper with a blank statutory field costs the file points, so it is refused before it is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

GAP = "＿＿＿＿"


@dataclass(frozen=True)
class Field:
    """One thing a paper prints: key in the data, Chinese label, kind, and whether the law wants it there.

    kind: "text", "date" (2026-03-05), "moment" (2026-03-05T14:20), "yuan" (decimal as text), "number", "truth",
    "picture" (the SHA-256 of one in the vault: of the original as filled in, of its small copy as issued),
    "object" (see `items`) or "list" (of objects with `items`, or of texts when `items` is empty; `at_least` rows).
    choices: the only values allowed, empty for any. unless: truth key in the same object that excuses a blank.
    """

    name: str
    label: str
    kind: str = "text"
    required: bool = True
    at_least: int = 1
    items: tuple[Field, ...] = ()
    choices: tuple[str, ...] = ()
    unless: str = ""


@dataclass(frozen=True)
class Paper:
    """One kind of paper: `word` is the suffix of its 代字 (罚决字) or None when unnumbered; inward: stays in the organ."""

    code: str
    title: str
    word: str | None
    sealed: bool
    inward: bool
    template: Path
    fields: tuple[Field, ...] = field(repr=False)

    def field_named(self, name: str) -> Field:
        """The declared field. Raises KeyError when the paper has none of that name."""
        for one in self.fields:
            if one.name == name:
                return one
        raise KeyError(f"{self.code} 没有字段 {name}")


@dataclass(frozen=True)
class Blank:
    """A required field without a value: its path in the data (`officers.1.certificate`) and what the form calls it."""

    path: str
    label: str


class PaperIncomplete(ValueError):
    """A paper may not be printed because required fields are blank or hold a value the form does not know."""

    def __init__(self, paper: Paper, blanks: Sequence[Blank]) -> None:
        self.paper = paper
        self.blanks = tuple(blanks)
        names = "、".join(f"{blank.label}（{blank.path}）" for blank in blanks)
        super().__init__(f"《{paper.title}》（{paper.code}）还不能出具：{names} 未填写或填写无效。请补全后再出具。")


def blanks(paper: Paper, data: Mapping[str, Any]) -> list[Blank]:
    """Every required field of the paper that the data leaves blank, in the order of the form; empty when complete."""
    return list(_blanks(paper.fields, data, ""))


def require_complete(paper: Paper, data: Mapping[str, Any]) -> None:
    """Pass when nothing required is blank, else raise `PaperIncomplete` naming every missing field at once."""
    missing = blanks(paper, data)
    if missing:
        raise PaperIncomplete(paper, missing)


def with_blanks(paper: Paper, data: Mapping[str, Any]) -> dict[str, Any]:
    """The data with a blank for every declared field that is absent, so that a template may name each without asking."""
    return _filled(paper.fields, data)


def _filled(fields: Iterable[Field], data: Mapping[str, Any]) -> dict[str, Any]:
    filled = dict(data)
    for one in fields:
        value = data.get(one.name)
        if one.kind == "object":
            # An optional object stays absent as a whole, unless nothing in it is required (a block of signature lines).
            block = one.required or not any(item.required for item in one.items)
            filled[one.name] = _filled(one.items, value or {}) if value or block else ""
        elif one.kind == "list":
            filled[one.name] = [_filled(one.items, row) if one.items else row for row in value or ()]
        elif one.kind == "truth":
            filled[one.name] = bool(value)
        elif _empty(value):
            # Only a draft lacks what is required; there the gap is shown as a line to fill.
            excused = one.unless and data.get(one.unless)
            gap = one.required and not excused and one.kind in {"text", "number"}
            filled[one.name] = GAP if gap else ""
    return filled


def _blanks(fields: Iterable[Field], data: Mapping[str, Any], prefix: str) -> Iterable[Blank]:
    for one in fields:
        value = data.get(one.name)
        path = f"{prefix}{one.name}"
        if _empty(value):
            if one.required and not (one.unless and data.get(one.unless)):
                yield Blank(path, one.label)
            continue
        if one.choices and value not in one.choices:
            yield Blank(path, f"{one.label}只能是{'、'.join(one.choices)}")
        if one.kind == "object":
            yield from _blanks(one.items, value, f"{path}.")
        if one.kind == "list":
            if one.required and len(value) < one.at_least:
                yield Blank(path, f"{one.label}至少{one.at_least}项")
            for position, row in enumerate(value):
                if one.items:
                    yield from _blanks(one.items, row, f"{path}.{position}.")
                elif _empty(row):
                    yield Blank(f"{path}.{position}", one.label)


def _empty(value: Any) -> bool:
    """Zero and False are answers; None, blank text and empty collections are not."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    return isinstance(value, (list, tuple, dict)) and not value
