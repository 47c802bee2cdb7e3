"""G10: a decision set in type by the compiler that is kept, beside WeasyPrint where it is installed, in one run.

Both set the same words as A4 with the same fonts; WeasyPrint is given them as plain as HTML can be. No database is asked.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from typing import Any

from ..installation import open_installation
from .decision import DECISION
from .finding import Finding
from .installation import Progress

GOAL = "G10"
LEAST_PER_SECOND, TIMES_THE_PEER = 120.0, 15.0
PAPERS, ROUNDS = 60, 5
NO_WEASYPRINT = "没有安装 WeasyPrint（.venv/bin/uv pip install --group bench），没有与它比较"
_AT = datetime(2026, 4, 10, 2, 0, tzinfo=UTC)
_STYLE = "@page { size: A4; margin: 37mm 26mm 35mm 28mm } body { font: 16pt 'Noto Serif CJK SC'; line-height: 28pt } h1 { font-size: 22pt; text-align: center }"


def measure(tell: Progress, database: str, size: int | None) -> list[dict[str, Any]]:
    """Papers a second of processor time. `size`: papers in a round, fewer for a quick look."""
    open_installation(None)
    papers = size or PAPERS
    tell("排版")
    ours, pages = _per_second(_set, papers)
    peer = _weasyprint()
    also: dict[str, Any] = {"每份页数": _pages(pages), "每秒页数": round(ours * _pages(pages), 1), "每份字节": len(pages)}
    found = [_finding("文书排版，每核每秒份数", LEAST_PER_SECOND, "目标下限", ours, 1.0, papers, also)]
    if peer is None:
        return [*found, {"goal": GOAL, "database": "", "skipped": NO_WEASYPRINT}]
    tell("WeasyPrint")
    theirs, made = _per_second(peer, max(papers // 10, 1))
    also |= {"WeasyPrint 每份页数": _pages(made), "WeasyPrint 每秒页数": round(theirs * _pages(made), 1), "WeasyPrint 每份字节": len(made)}
    return [*found, _finding("文书排版，与 WeasyPrint 相比", theirs, "WeasyPrint 同样的文字", ours, TIMES_THE_PEER, papers, also)]


def _finding(what: str, floor: float, floor_is: str, figure: float, target: float, papers: int, also: dict[str, Any]) -> dict[str, Any]:
    return Finding(
        goal=GOAL, what=what, database="", floor=floor, floor_is=floor_is, figure=figure, unit="份/秒", ratio=figure / floor, target=target,
        sizes={"份": papers * ROUNDS}, also=also,
    ).as_json()  # fmt: skip


def _per_second(make: Callable[[int], bytes], papers: int) -> tuple[float, bytes]:
    """Papers a second of this process's processor time, the middle of the rounds after the first; and the last paper."""
    rates, made = [], b""
    for number in range(ROUNDS + 1):
        began = time.process_time()
        for place in range(papers):
            made = make(number * papers + place)
        rates.append(papers / (time.process_time() - began))
    return statistics.median(rates[1:]), made


def _set(number: int) -> bytes:
    """The product's own way, but for number, digest and vault; no two are alike, so nothing is remembered."""
    from mingzhi.core.documents.typeset import typeset_paper
    from mingzhi.procedures.penalty.papers import PAPERS as CATALOGUE

    return typeset_paper(CATALOGUE["D30"], DECISION | {"number": f"某镇府罚决字〔2026〕{number + 1}号"}, made_at=_AT)


def _weasyprint() -> Callable[[int], bytes] | None:
    """The same words by WeasyPrint; None where it is not installed."""
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError):
        return None
    fonts = FontConfiguration()
    style = CSS(string=_STYLE, font_config=fonts)
    words = "".join(f"<p>{escape(line)}</p>" for line in _lines(DECISION))

    def made(number: int) -> bytes:
        page = f"<h1>行政处罚决定书</h1><p>某镇府罚决字〔2026〕{number + 1}号</p>{words}"
        return bytes(HTML(string=page).write_pdf(stylesheets=[style], font_config=fonts))

    return made


def _lines(value: Any) -> list[str]:
    """Every text in the data of a paper, a paragraph each."""
    if isinstance(value, dict):
        return [line for one in value.values() for line in _lines(one)]
    if isinstance(value, list):
        return [line for one in value for line in _lines(one)]
    return [str(value)]


def _pages(pdf: bytes) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)
