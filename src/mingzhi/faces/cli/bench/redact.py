"""Redaction: recall, precision and letters per second on labelled passages, beside what else can be installed, in one run.

Two files of passages: nobody who makes rules reads `unseen`. Each is asked twice: with the people that a matter knows, as the product
does, and as if nobody were known. A third file, `prose`, is official text in which nobody is named: real papers are mostly that, and
passages that are dense with people say little about how often it is harmed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from mingzhi.law.provisions import all_provisions
from mingzhi.law.redaction import Kind, Options, published_lines, redact

from ..binding import proofs_directory
from .finding import machine
from .installation import Progress
from .passages import PERSON, Hider, Marked, Passage, Result, Score, read_passages, scored
from .peers import NO_JIEBA, jieba_names, patterns

GOAL = "隐去"
LEAST_RECALL, MOST_TOUCHED, LETTERS_PER_SECOND = 0.99, 1 / 200, 1_000_000
#: Ours: no more than one place in two thousand letters, which are two pages, of a text that holds nothing private.
MOST_IN_PROSE = 1 / 2000
NO_CORPUS = "语料在源码的 tests/law/redaction/corpus，安装包中没有"
_SETS = {"unseen": "未见过的段落", "development": "调试用的段落"}
#: A whole decision is longer than a passage; what is asked for its speed has this many letters.
LETTERS = 100_000
_ROUNDS = 3


def measure(tell: Progress, database: str, size: int | None) -> list[dict[str, Any]]:
    """Rows for each kind of passages and hider. `size` is the letters whose hiding is timed, fewer for a quick look."""
    tests = proofs_directory()
    if tests is None:
        return [{"goal": GOAL, "database": "", "skipped": NO_CORPUS}]
    found: list[dict[str, Any]] = []
    tagger = jieba_names()
    for name, title in _SETS.items():
        passages = read_passages(tests / "law" / "redaction" / "corpus" / f"{name}.txt")
        tell(f"{title} {len(passages)} 段")
        results = {"product": scored(passages, ours), "alone": scored(passages, ours_alone), "patterns": scored(passages, patterns)}
        if tagger:
            results["jieba"] = scored(passages, tagger)
        found += _rows(title, len(passages), results)
    prose = read_passages(tests / "law" / "redaction" / "corpus" / "prose.txt")
    tell(f"没有个人信息的公文 {len(prose)} 段")
    found.append(_prose(prose, {"product": ours, "patterns": patterns} | ({"jieba": tagger} if tagger else {})))
    tell("速度")
    found += _speeds(passages, tagger, size or LETTERS)
    if tagger is None:
        found.append({"goal": GOAL, "database": "", "skipped": NO_JIEBA})
    return found


def ours(passage: Passage) -> list[Marked]:
    """What the product hides, knowing the people of the matter."""
    return _hidden(passage, known=True)


def ours_alone(passage: Passage) -> list[Marked]:
    """What the product hides when nobody is known."""
    return _hidden(passage, known=False)


def _hidden(passage: Passage, known: bool) -> list[Marked]:
    done = redact(passage.text, passage.people if known else (), Options(allowed=published_lines()))
    return [(one.start, one.end, one.kind.value) for one in done.hidden]


def _rows(title: str, count: int, results: dict[str, Result]) -> list[dict[str, Any]]:
    product = results["product"]
    rows = [
        _recall(title, _title_of(kind), kind, score, results)
        for kind, score in sorted(product.kinds.items(), key=lambda pair: _order(pair[0]))
    ]
    rows.append(_recall(title, "全部", None, product.whole, results) | {"sizes": {"段落": count, "应隐去": product.whole.wanted}})
    touched = product.touched / product.protected
    rows.append(
        _row(f"{title}：误隐去的保留内容", 0.0, "", touched, touched, MOST_TOUCHED, "≤")
        | {
            "sizes": {"保留": product.protected, "误隐去": product.touched},
            "also": {_PEERS[name]: found.touched for name, found in results.items() if name != "product"},
        }
    )
    return rows


def _prose(passages: list[Passage], hiders: dict[str, Hider]) -> dict[str, Any]:
    """How many places of official text are hidden in which there is nothing to hide, by letter."""
    letters = sum(len(one.text) for one in passages)
    hidden = {name: sum(len(list(hide(one))) for one in passages) for name, hide in hiders.items()}
    figure = hidden["product"] / letters
    return _row("没有个人信息的公文：隐去的处数／字", hidden["patterns"] / letters, "正则", figure, figure, MOST_IN_PROSE, "≤") | {
        "sizes": {"段落": len(passages), "字": letters, "隐去": hidden["product"]},
        "also": {_PEERS[name]: count for name, count in hidden.items() if name != "product"},
    }


_PEERS = {"alone": "不知道姓名时", "patterns": "正则", "jieba": "jieba"}


def _recall(title: str, what: str, kind: str | None, score: Score, results: dict[str, Result]) -> dict[str, Any]:
    others = {name: found.whole if kind is None else found.kinds.get(kind, Score(wanted=score.wanted)) for name, found in results.items()}
    best = max((others[name].recall, _PEERS[name]) for name in others if name in ("patterns", "jieba"))
    also = {"精确率": round(score.precision, 3)} | {
        f"{_PEERS[name]}召回率/精确率": f"{one.recall:.3f}/{one.precision:.3f}" for name, one in others.items() if name != "product"
    }
    return _row(f"{title}：{what}的召回率", best[0], best[1], score.recall, score.recall, LEAST_RECALL, "≥") | {
        "sizes": {"应隐去": score.wanted},
        "also": also,
    }


def _title_of(kind: str) -> str:
    return "已知姓名" if kind == PERSON else "未知姓名" if kind == Kind.NAME else Kind(kind).label


def _order(kind: str) -> tuple[int, str]:
    return (0 if kind == PERSON else 1 if kind == Kind.NAME else 2), kind


def _row(what: str, floor: float, floor_is: str, figure: float, ratio: float, target: float, sign: str, unit: str = "") -> dict[str, Any]:
    return {
        "goal": GOAL,
        "what": what,
        "database": "",
        "floor": round(floor, 5),
        "floor_is": floor_is,
        "figure": round(figure, 5),
        "unit": unit,
        "ratio": round(ratio, 5),
        "target": f"{sign} {target:g}",
        "met": ratio <= target if sign == "≤" else ratio >= target,
        "sizes": {},
        "also": {},
        "machine": machine(),
    }


def _speeds(passages: list[Passage], tagger: Hider | None, letters: int) -> list[dict[str, Any]]:
    """Letters per second of CPU: on the passages, where every second clause hides something, and on rules, where nothing does."""
    rules = "\n".join(row.must for row in all_provisions())
    rows = []
    for what, text in (("段落连成的文本", "\n".join(one.text for one in passages)), ("没有要隐去的文本", rules)):
        long = Passage((text * (letters // len(text) + 1))[:letters], (), ())
        rates = {name: _rate(hide, long) for name, hide in {"product": ours_alone, "patterns": patterns, "jieba": tagger}.items() if hide}
        rows.append(
            _row(f"速度：{what}", rates["patterns"], "正则", rates["product"], rates["product"] / LETTERS_PER_SECOND, 1.0, "≥", "字/s")
            | {"sizes": {"字": letters}, "also": {f"{_PEERS[name]}字/s": rate for name, rate in rates.items() if name == "jieba"}}
        )
    return rows


def _rate(hide: Callable[[Passage], object], passage: Passage) -> float:
    best = 0.0
    for _ in range(_ROUNDS):
        begun = time.process_time()
        hide(passage)
        best = max(best, len(passage.text) / (time.process_time() - begun))
    return best
