"""The words about a year's figures as far as the numbers give them; the brigade reads, mends and finishes them. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from .comparing import SAME, change_in_words
from .tables import COLUMNS, LICENCES, MEASURES, OTHERS, PENALTIES, Cells, Table, number_in_words


def overall(place: str, year: int, cells: Cells, before: Cells | None) -> str:
    """总体情况: penalties and their money, coercion, what else there was, who is certified; each beside the year before where it is known."""
    kinds = [code for code in _codes(PENALTIES) if COLUMNS[code].share and cells[code].value]
    parts = [
        f"{year}年，{place}作出行政处罚{_told('penalty.total', cells, before)}"
        + (f"，其中{_listed(kinds, cells)}" if kinds else "")
        + f"；罚没金额{_told('penalty.amount', cells, before)}。",
        f"实施行政强制{_told('compulsion.total', cells, before)}"
        + _among([code for code in _codes(MEASURES) if COLUMNS[code].share and cells[code].value], cells)
        + "。",
    ]
    entered = [code for table in (LICENCES, OTHERS) for code in _codes(table) if cells[code].value is not None]
    if entered:
        parts.append(f"{'，'.join(f'{COLUMNS[code].title}{_told(code, cells, before)}' for code in entered)}。")
    parts.append(
        f"年末在岗执法人员{_number('officers.posted', cells)}，持有执法证{_number('officers.certified', cells)}"
        + (f"，持证率{_number('officers.rate', cells)}。" if cells["officers.rate"].value is not None else "。")
    )
    return "\n".join(parts)


def work(cells: Cells, before: Cells | None) -> str:
    """主要工作: how the cases went."""
    codes = ("course.filed", "course.summary", "course.closed", "course.not_punished", "course.reports", "course.crime")
    told = [f"{COLUMNS[code].title}{_told(code, cells, before)}" for code in codes if cells[code].value or _was(code, before)]
    return f"{'，'.join(told)}。" if told else ""


def problems(cells: Cells) -> str:
    """存在的问题: what the numbers themselves show; empty where they show nothing, and the brigade writes what it knows."""
    found = []
    if lost := [code for code in ("course.review_corrected", "course.lost") if cells[code].value]:
        found.append(f"{_listed(lost, cells)}，办案质量需要提高。")
    posted, certified = cells["officers.posted"].value, cells["officers.certified"].value
    if posted and certified is not None and certified < posted:
        found.append(f"在岗执法人员中有{number_in_words(posted - certified)}人没有有效的执法证，没有证件的不得执法。")
    return "\n".join(found)


def _codes(table: Table) -> Iterable[str]:
    return [column.code for column in table.columns]


def _among(codes: list[str], cells: Cells) -> str:
    return f"，其中{_listed(codes, cells)}" if codes else ""


def _listed(codes: list[str], cells: Cells) -> str:
    return "、".join(f"{COLUMNS[code].title}{_number(code, cells)}" for code in codes)


def _number(code: str, cells: Cells) -> str:
    """“3宗”, “80%”."""
    return f"{number_in_words(cells[code].value)}{COLUMNS[code].unit}"


def _was(code: str, before: Cells | None) -> bool:
    return before is not None and bool(before[code].value)


def _told(code: str, cells: Cells, before: Cells | None) -> str:
    """“3宗（上年2宗，增加1宗）”, without the bracket where the year before is not known."""
    change = change_in_words(cells[code], before[code] if before else None, COLUMNS[code]).replace(" ", "")
    if not change or before is None:
        return _number(code, cells)
    unit = "" if change == SAME or "百分点" in change else COLUMNS[code].unit
    return f"{_number(code, cells)}（上年{_number(code, before)}，{change}{unit}）"
