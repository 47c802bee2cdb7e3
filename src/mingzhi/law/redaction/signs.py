"""Signs by which a name of a person is told: its own letters, the words they make with those beside them, and what stands around.

A sign is a short text, and how much it speaks for a name or against one was learned (`weights.txt`). The near ones are of two letters or
so; they are looked up for every surname in a text. The others are asked for only where the near ones leave hope, and last what other
candidates say: how good those are of which it shares letters, and who else is named.
Offsets are those of a padded text: `padded` puts three line ends before and behind, so that nobody has to ask where the text ends.
"""

from __future__ import annotations

from typing import NamedTuple

from .given import SECOND, THIRD
from .labels import label_before
from .parts import parts_of
from .surnames import COMMON, NEVER, PLAIN, POSSIBLE, RARE, TYPICAL
from .words import KINDS, LEXICON, NAMEABLE, WORDS

PAD = "\n\n\n"
SURNAMES = {**dict.fromkeys(RARE, "r"), **dict.fromkeys(COMMON, "c"), **dict.fromkeys(PLAIN, "p")}
#: A name comes again, and so do words; how often is told within so many letters.
_NEAR, _OFTEN = 100, 3
#: What a rival weighs is told in steps of this size, and so many of them up and down.
_STEP, _STEPS = 1.5, 3
_PLAIN = (*((digit, "0") for digit in "123456789"), *zip("(),:;?!", "（），：；？！", strict=True))
JOINS = frozenset("、和与及跟同")


class Candidate(NamedTuple):
    """Letters that may be a name: where they stand, and how many of them are the surname: none in names of other peoples."""

    start: int
    end: int
    surname: int


def padded(text: str) -> str:
    """The text between marks, every digit a nought and every mark of half width a full one: which of them it is says nothing about a name."""
    for letter, plain in _PLAIN:
        text = text.replace(letter, plain)
    return f"{PAD}{text}{PAD}"


def of_head(two: str) -> list[str]:
    """A surname of one letter and the letter after it."""
    kinds, word = SURNAMES[two[0]] + sort_of_letter(two[1]), sort_of_word(two)
    return [f"P{two}", f"S{two[0]}", f"G{two[1]}", f"K{kinds}", f"V{word}", f"Y{kinds}{word}", f"J{SECOND.get(two[1], '')}"]


def of_long_head(letters: str) -> list[str]:
    """A surname of two letters and the letter after it."""
    return [f"S{letters[:-1]}", f"G{letters[-1]}", f"Kd{sort_of_letter(letters[-1])}"]


def of_parted(name: str) -> list[str]:
    """A name without a surname, made of parts."""
    parts = parts_of(name)
    return [f"U{len(parts)}", f"U{len(parts)}/{len(name)}", *(f"S{part}" for part in parts)]


def of_edge(two: str) -> list[str]:
    """The letter before, and the first one of the name."""
    return [f"B{two}", f"L{two[0]}", f"LV{sort_of_word(two)}{SURNAMES.get(two[1], 'd')}"]


def of_tail(size: int, two: str) -> list[str]:
    """The last letter of a name of so many letters, and the one after it."""
    return [f"E{size}{two}", f"E{two}", f"R{two[1]}", f"RV{size}{sort_of_word(two)}"]


def of_third(letter: str) -> list[str]:
    """The second letter of a given name."""
    return [f"H{letter}", f"HK{sort_of_letter(letter)}", "N3", f"HJ{THIRD.get(letter, '')}"]


def of_before(two: str) -> list[str]:
    """The two letters before a name."""
    return [f"m{two}", f"D{kind_that_ends(two)}"]


def of_behind(two: str) -> list[str]:
    """The two letters after a name."""
    return [f"o{two}", f"v{two[1:]}", f"A{kind_that_begins(two)}"]


def near(text: str, one: Candidate) -> list[str]:
    """The near signs of one candidate of a padded text."""
    start, end, surname = one
    edge = [*of_before(text[start - 2 : start]), *of_edge(text[start - 1 : start + 1])]
    tail = [*of_tail(tail_size(one), text[end - 1 : end + 1]), *of_behind(text[end : end + 2])]
    if not surname:
        return [*of_parted(text[start:end]), *edge, *tail]
    head = text[start : start + surname + 1]
    third = of_third(text[end - 1]) if end - start - surname > 1 else []
    return [*(of_head(head) if surname == 1 else of_long_head(head)), *edge, *tail, *third]


def tail_size(one: Candidate) -> int:
    """By which length the end of a name is told: 2 or 3, and 3 or 4 after a surname of more letters or none."""
    start, end, surname = one
    return end - start if surname == 1 else min(end - start, 4) if not surname else 2 + end - start - surname


def around(text: str, one: Candidate) -> list[str]:
    """All other signs, in a padded text."""
    start, end, surname = one
    name, given = text[start:end], text[start + surname : end]
    size = f"{end - start}{surname}"
    kinds = SURNAMES.get(name[:surname], "d") + "".join(map(sort_of_letter, given))
    left, right = text[start - 1], text[end]
    left2, right2 = text[start - 2 : start], text[end : end + 2]
    over = sort_of_word(text[end - 1 : end + 1])
    role, apart = label_before(text, start)
    next_kind, last_kind = kind_that_begins(right2), kind_that_ends(left2)
    end_kind, start_kind = kind_that_begins(text[end - 1 : end + 1]), kind_that_ends(text[start - 1 : start + 1])
    return [
        f"a{size}",
        f"b{size}{kinds}",
        f"c{given}",
        f"d{name}",
        f"e{size}{sort_of_word(name)}",
        f"h{size}{sort_of_word(given) if len(given) > 1 else ''}",
        f"i{size}{sort_of_word(right2)}",
        f"j{size}{over}/{sort_of_word(right2)}",
        f"l{size}{sort_of_word(name)}/{over}/{sort_of_word(text[start - 1 : start + 1])}",
        f"q{size}{right}",
        f"r{size}{right2}",
        f"s{size}{left}",
        f"t{left}{right}",
        f"u{left2}{right}",
        f"w{text[end + 1 : end + 3]}",
        f"x{text[start - 2]}",
        f"F{last_kind}/{next_kind}",
        f"g{size}{next_kind}",
        f"k{size}{last_kind}",
        f"n{end_kind}",
        f"p{start_kind}",
        f"y{size}{end_kind[0]}{start_kind[0]}",
        f"Z{role}{apart}",
        f"C{min(_OFTEN, text.count(name, max(0, start - _NEAR), end + _NEAR))}{kinds}",
    ]


def rival(weight: float) -> str:
    """What the heaviest of the candidates weighs with which it shares letters; minus infinity where there is none."""
    return f"O{round(max(-_STEPS, min(_STEPS, weight / _STEP)))}"


def company(is_after_one: bool, is_before_one: bool, alike: int) -> list[str]:
    """Whether somebody else is listed right before it, or right after, and how many others stand between the same two letters."""
    return ["1"] * is_after_one + ["2"] * is_before_one + [f"3{min(_OFTEN, alike)}"] * (alike > 0)


def sort_of_letter(letter: str) -> str:
    """How well a letter goes into a given name: T typical, P possible, N never, O nobody knows."""
    return "T" if letter in TYPICAL else "P" if letter in POSSIBLE else "N" if letter in NEVER else "O"


def sort_of_word(letters: str) -> str:
    """Which lists hold the letters: L words and their kinds, W words that are no names by themselves, M those of them that parents choose."""
    return "L" * (letters in LEXICON) + "W" * (letters in WORDS) + "M" * (letters in NAMEABLE)


def kind_that_begins(two: str) -> str:
    """How many letters the word has that begins with the first of two letters, and its kind."""
    kind = KINDS.get(two)
    return f"2{kind}" if kind else f"1{KINDS.get(two[:1], '')}"


def kind_that_ends(two: str) -> str:
    """How many letters the word has that ends with the second of two letters, and its kind."""
    kind = KINDS.get(two)
    return f"2{kind}" if kind else f"1{KINDS.get(two[1:], '')}"
