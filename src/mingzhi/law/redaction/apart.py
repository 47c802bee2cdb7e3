"""Names whose letters stand apart, as under a paper that is signed: 谭 小 龙, or in a row: 仇 敏　苟 以 华　谷 丰."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingzhi.law.names import COMPOUND_SURNAMES

from .folding import GAP
from .kinds import Role
from .known import Found
from .labels import LABELS, label_before
from .parts import parts_of
from .patterns import alternation
from .signs import PAD, Candidate, padded
from .spans import Guard
from .surnames import COMMON, NEVER, PAIRS, PLAIN, RARE
from .weighing import weigher
from .words import LEXICON, WORDS, is_of_the_house

_HAN = "\u4e00-\u9fff"
_COMPOUND = frozenset(COMPOUND_SURNAMES)
_LONGEST_WITH_SURNAME = 4
#: Letters that begin a surname: most gaps stand after none of them.
_BEGINS = frozenset((*PLAIN, *COMMON, *RARE, *(surname[0] for surname in COMPOUND_SURNAMES)))
_SURNAME = f"(?:{alternation(COMPOUND_SURNAMES)}|[{PLAIN}{COMMON}{RARE}])"
#: A surname and a given name, the same gap after each letter, or one gap somewhere: 谭 小 龙, 余 彩凤.
_SPREAD = re.compile(
    f"(?P<surname>{_SURNAME})(?:(?P<gap>{GAP}{{1,3}})(?P<one>[{_HAN}])(?:(?P=gap)(?P<two>[{_HAN}])|[{_HAN}](?![{_HAN}]))?|[{_HAN}]{GAP}{{1,3}}[{_HAN}](?![{_HAN}]))"
)
#: A run of letters, the same gap after each, and no letter right beside it: 扎 西 顿 珠, 上 官 文 清.
_RUN = re.compile(f"(?<![{_HAN}])[{_HAN}](?P<gap>{GAP}{{1,3}})[{_HAN}](?:(?P=gap)[{_HAN}]){{1,5}}(?![{_HAN}])")
_GAP_BETWEEN = re.compile(f"{GAP}(?<=[{_HAN}].){GAP}{{0,2}}(?=[{_HAN}])", re.DOTALL)
_IS_HAN = re.compile(f"[{_HAN}]")
_BETWEEN = re.compile("[\\s、，,/]{1,8}")
_GAPS = re.compile(GAP + "+")
_LETTER_BEFORE = re.compile(f"([{_HAN}]){GAP}{{1,3}}$")
_LETTER_BEHIND = re.compile(f"{GAP}{{1,3}}([{_HAN}])")
#: How far around a name the letters may stand that speak for it.
_AROUND = 24
#: Letters that stand apart speak for a name: less of everything else is asked.
_LEAST, _LEAST_OVER_LINES, _LEAST_BESIDE_LETTERS = -3.0, 0.0, 0.0


@dataclass(frozen=True, slots=True)
class _Spread:
    """Letters that stand apart, where they stand and what they are without the gaps."""

    start: int
    end: int
    name: str
    surname: int
    over_lines: bool


def find_apart(text: str, guard: Guard, found: Sequence[Found]) -> Iterator[Found]:
    """Names with gaps in them, in a folded text. Who stands in a row with others is one whatever the letters say."""
    taken = Guard((one.start, one.end) for one in found)
    spread = [one for one in _spread(text) if not guard.overlaps(one.start, one.end) and not taken.overlaps(one.start, one.end)]
    for at, one in enumerate(spread):
        role, _ = label_before(text, one.start)
        beside = (*spread[max(0, at - 1) : at], *spread[at + 1 : at + 2])
        is_bare = not _IS_HAN.match(text, one.end) and bool(role or one.start == 0 or not _IS_HAN.match(text, one.start - 1))
        if (
            (role and is_bare and one.name not in WORDS)
            or (is_bare and any(_are_in_a_row(text, one, other) for other in beside))
            or _weight(text, one, is_bare) >= (_least(one) if is_bare else _LEAST_BESIDE_LETTERS)
        ):
            surname = one.name[: one.surname]
            yield Found(one.start, one.end, one.name, role or Role.OTHER, surname if len(surname) > 1 else None)


def _spread(text: str) -> Iterator[_Spread]:
    """Where letters stand apart like those of a name; looked for from the gaps, because most texts have few."""
    last = 0
    for gap in _GAP_BETWEEN.finditer(text):
        # The gap stands after the surname, or after the first letter of the given name.
        if gap.start() - 1 >= last and (run := _RUN.match(text, gap.start() - 1)):
            name = _GAPS.sub("", run[0])
            surname = 2 if name[:2] in _COMPOUND and len(name) <= _LONGEST_WITH_SURNAME else 0
            if surname or parts_of(name):
                last = run.end()
                yield _Spread(run.start(), last, name, surname, "\n" in run[0])
                continue
        begins = (at for at in (gap.start() - 2, gap.start() - 1) if at >= last and text[at] in _BEGINS)
        match = next((found for at in begins if (found := _SPREAD.match(text, at))), None)
        if match is None:
            continue
        start, end = match.span()
        if match["two"] and text[end - 1 : end + 1] in LEXICON:
            # 任　何　以上签字属实: the last letter begins a word.
            end = match.end("one")
        name, surname = _GAPS.sub("", text[start:end]), len(match["surname"])
        given = name[surname:]
        if _joins_two_words(text, start, end):
            continue
        if (
            (surname > 1 or match["two"] or weigher().may_begin(name[:2]))
            and name not in LABELS
            and not is_of_the_house(name)
            and (NEVER.isdisjoint(given) or given in PAIRS)
        ):
            last = end
            yield _Spread(start, end, name, surname, "\n" in text[start:end])


def _joins_two_words(text: str, start: int, end: int) -> bool:
    """合 计　备 注: whether what stands here ends one word whose letters stand apart and begins another."""
    before, behind = _LETTER_BEFORE.search(text[max(0, start - 4) : start]), _LETTER_BEHIND.match(text, end)
    if before is None or behind is None:
        return False
    return before[1] + text[start] in LEXICON and text[end - 1] + behind[1] in LEXICON


def _are_in_a_row(text: str, one: _Spread, other: _Spread) -> bool:
    """Whether they stand side by side; of 合 计　备 注 both are words."""
    if one.name in LEXICON and other.name in LEXICON:
        return False
    return bool(_BETWEEN.fullmatch(text, min(one.end, other.end), max(one.start, other.start)))


def _least(one: _Spread) -> float:
    # At the end of a line, what follows is as likely the next line: 送达于 / 送达回证.
    return _LEAST_OVER_LINES if one.over_lines else _LEAST


def _weight(text: str, one: _Spread, is_bare: bool) -> float:
    """What a name weighs when its letters are put together; nothing at all if it has no hope at first look and letters stand beside it, or its
    own stand on two lines."""
    left = text[max(0, one.start - _AROUND) : one.start]
    together = padded(f"{left}{one.name}{text[one.end : one.end + _AROUND]}")
    start = len(PAD) + len(left)
    return weigher().weight(together, Candidate(start, start + len(one.name), one.surname), sifted=one.over_lines or not is_bare)
