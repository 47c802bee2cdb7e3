"""G10: papers set in type by the compiler that is kept, beside WeasyPrint where it is installed, in one run.

First decisions of which no two are alike, then every paper of a penalty case in turn. WeasyPrint sets the words of the same decisions as
A4, as plain as HTML can be, in the open fonts as installed, and once more in what was prepared of them. No database is asked.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from ..binding import proofs_directory
from ..installation import open_installation
from .decision import check_url, decision
from .finding import Finding
from .installation import Progress

GOAL = "G10"
LEAST_PER_SECOND, TIMES_THE_PEER = 120.0, 15.0
PAPERS, ROUNDS = 60, 5
NO_WEASYPRINT = "没有安装 WeasyPrint（.venv/bin/uv pip install --group bench），没有与它比较"
NO_EXAMPLES = "各种文书的填写样例在源码的 tests/procedures/penalty/papers，安装包中没有"
SLOW_PEER = "没有 libharfbuzz-subset（Debian、Ubuntu：apt install libharfbuzz-subset0），WeasyPrint 用较慢的办法裁剪字体"
NOT_PREPARED = "没有预备的开源字体（make setup），没有让 WeasyPrint 也用它"
_AT = datetime(2026, 4, 10, 2, 0, tzinfo=UTC)
_STYLE = "@page {{ size: A4; margin: 37mm 26mm 35mm 28mm }} body {{ font: 16pt '{family}'; line-height: 28pt }} h1 {{ font-size: 22pt; text-align: center }}"
_FACE = "@font-face {{ font-family: '{family}'; src: url('{file}'); font-weight: {weight} }} "


class _Peer(NamedTuple):
    """What papers are compared with: its name in a sentence, the font it sets them in, and how it makes one."""

    called: str
    family: str
    make: Callable[[int], bytes]


def measure(tell: Progress, database: str, size: int | None) -> list[dict[str, Any]]:
    """Papers a second of processor time. `size`: papers in a round, fewer for a quick look."""
    open_installation(None)
    papers = size or PAPERS
    tell("排版")
    ours, made = _per_second(_set, papers)
    also = _sizes(ours, made) | {"字体": _family("fang")}
    found = [_finding("决定书排版，每核每秒份数", LEAST_PER_SECOND, "目标下限", ours, 1.0, papers, also)]
    found.append(_of_a_case(tell, size))
    peers = _weasyprint()
    if not peers:
        return [*found, {"goal": GOAL, "database": "", "skipped": NO_WEASYPRINT}]
    for peer in peers:
        tell(peer.called.strip())
        theirs, made = _per_second(peer.make, max(papers // 10, 1))
        said = {f"WeasyPrint {name}": value for name, value in (_sizes(theirs, made) | {"字体": peer.family}).items()}
        what = f"决定书排版，与{peer.called}相比"
        found.append(_finding(what, theirs, "WeasyPrint 同样的文字", ours, TIMES_THE_PEER, papers, also | said | _slow_for()))
    if len(peers) == 1:
        found.append({"goal": GOAL, "database": "", "skipped": NOT_PREPARED})
    return found


def _of_a_case(tell: Progress, size: int | None) -> dict[str, Any]:
    """Every paper of a penalty case once a round, one after another, as a town prints them; `size`: only so many of them."""
    examples = _examples()
    if examples is None:
        return {"goal": GOAL, "database": "", "skipped": NO_EXAMPLES}
    from mingzhi.core.documents.typeset import typeset_paper
    from mingzhi.procedures.penalty.papers import PAPERS as CATALOGUE

    codes = [code for code in CATALOGUE if code in examples][:size]
    tell(f"案件的 {len(codes)} 种文书")

    def made(number: int) -> bytes:
        case, place = divmod(number, len(codes))
        data = examples[codes[place]]
        numbers = {name: f"{data[name].split('〔')[0]}〔2026〕{case + 1}号" for name in ("number", "case_number") if name in data}
        return typeset_paper(CATALOGUE[codes[place]], data | numbers | {"check_url": check_url(number)}, made_at=_AT)

    rate, printed = _per_second(made, len(codes))
    return _finding(
        "案件各种文书排版，每核每秒份数",
        LEAST_PER_SECOND,
        "目标下限",
        rate,
        1.0,
        len(codes),
        _sizes(rate, printed) | {"字体": _family("fang")},
    )


def _finding(what: str, floor: float, floor_is: str, figure: float, target: float, papers: int, also: dict[str, Any]) -> dict[str, Any]:
    return Finding(
        goal=GOAL, what=what, database="", floor=floor, floor_is=floor_is, figure=figure, unit="份/秒", ratio=figure / floor, target=target,
        sizes={"份": papers * ROUNDS}, also=also,
    ).as_json()  # fmt: skip


def _per_second(make: Callable[[int], bytes], papers: int) -> tuple[float, list[bytes]]:
    """Papers a second of this process's processor time, the middle of the rounds after the first; and the papers of the last round."""
    rates: list[float] = []
    made: list[bytes] = []
    for number in range(ROUNDS + 1):
        began = time.process_time()
        made = [make(number * papers + place) for place in range(papers)]
        rates.append(papers / (time.process_time() - began))
    return statistics.median(rates[1:]), made


def _sizes(rate: float, made: list[bytes]) -> dict[str, Any]:
    """How long the papers are, in the mean, and how many pages a second that makes."""
    pages = statistics.fmean(map(_pages, made))
    return {"每份页数": round(pages, 2), "每秒页数": round(rate * pages, 1), "每份字节": round(statistics.fmean(map(len, made)))}


def _set(number: int) -> bytes:
    """The product's own way, but for digest and vault; no two are alike, so that what it remembers are the sentences of the form."""
    from mingzhi.core.documents.typeset import typeset_paper
    from mingzhi.procedures.penalty.papers import PAPERS as CATALOGUE

    return typeset_paper(CATALOGUE["D30"], decision(number), made_at=_AT)


def _examples() -> Mapping[str, dict[str, Any]] | None:
    """The data of every paper of a penalty case as the tests print it, by code; None where there are no tests."""
    tests = proofs_directory()
    if tests is None:
        return None
    sys.path.insert(0, str(tests.parent))
    try:
        return import_module("tests.procedures.penalty.papers.examples").EXAMPLES
    finally:
        sys.path.remove(str(tests.parent))


def _family(face: str) -> str:
    from mingzhi.core.documents.fonts import faces

    return faces()[face][0]


def _weasyprint() -> list[_Peer]:
    """The words of the same decision by WeasyPrint, in the open serif as installed and in what was prepared of it, if it was; nothing where
    WeasyPrint is not installed."""
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError):
        return []
    from mingzhi.core.documents.fonts import OPEN_SERIF, OWN_SERIF, faces, installed

    def peer(called: str, family: str, files: str = "") -> _Peer:
        fonts = FontConfiguration()
        style = CSS(string=files + _STYLE.format(family=family), font_config=fonts)

        def made(number: int) -> bytes:
            data = decision(number)
            words = "".join(f"<p>{escape(line)}</p>" for line in _lines(data))
            page = f"<h1>行政处罚决定书</h1><p>{data['number']}</p>{words}"
            return bytes(HTML(string=page).write_pdf(stylesheets=[style], font_config=fonts))

        return _Peer(called, family, made)

    found = [peer(" WeasyPrint ", next((name for name in faces()["song"] if name in OPEN_SERIF), "serif"))]
    prepared = [info for info in installed().fonts() if info.family == OWN_SERIF and info.path]
    if prepared:
        files = "".join(_FACE.format(family=OWN_SERIF, file=Path(info.path).as_uri(), weight=info.weight) for info in prepared)
        found.append(peer("用预备字体的 WeasyPrint ", OWN_SERIF, files))
    return found


def _slow_for() -> dict[str, str]:
    """Why WeasyPrint was slower than it can be: it cuts out fonts faster with a library that need not be there."""
    try:
        from weasyprint.text.ffi import harfbuzz_subset
    except ImportError:
        return {}
    return {} if harfbuzz_subset else {"注意": SLOW_PEER}


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
