"""Whether a name that is known is, at one place, the ordinary word that it also is."""

from __future__ import annotations

import re

from mingzhi.law.names import COMPOUND_SURNAMES

from .known import Found
from .labels import label_before
from .signs import PAD, SURNAMES, Candidate, padded
from .units import names_its_unit
from .weighing import weigher
from .words import LEXICON, WORDS

#: What a word weighs at most that is not taken for a name: of somebody whom the matter knows, where a list holds it and where none does, and of
#: one read elsewhere in the text, of two letters and of more.
OF_KNOWN, OF_KNOWN_UNLISTED, OF_MET, OF_MET_LONGER = -2.5, -5.0, -1.0, -4.0
#: How far around the letters stand that speak for a name.
_AROUND = 24
_SHORT, _LONGEST_WEIGHED = 2, 3
#: 雷公山路口, 温泉镇, 孟夏里小区.
_PLACE = re.compile("[\u4e00-\u9fff]?(?:[村镇乡县市区路街巷弄山岭江河溪湖桥楼]|小区|花园|广场|社区|水库)")
_HAN = re.compile("[\u3400-\u9fff]")


def reads_as_word(text: str, one: Found, is_known: bool) -> bool:
    """Whether a name is here the ordinary word that it also is: 用电高峰期, not 高峰在笔录中承认.

    Who was read elsewhere may be called by any word: 护林员高远, 天再高远. Of who is known a list has to hold the word; or the letters have to
    belong to a longer one, a place or a unit, and everything has to speak against a name: 关中平原, 雷公山路口.
    """
    if one.end - one.start != len(one.name) or one.name[0] not in SURNAMES:
        return False
    is_listed = one.name in WORDS or one.name in LEXICON
    if is_known and (_stands_alone(text, one) or (not is_listed and not (_can_be_weighed(one.name) and _goes_on(text, one)))):
        return False
    if label_before(text, one.start)[0] is not None:
        return False
    start = max(0, one.start - _AROUND)
    here = padded(text[start : one.end + _AROUND])
    first = len(PAD) + one.start - start
    of_known, of_met = OF_KNOWN if is_listed else OF_KNOWN_UNLISTED, OF_MET if len(one.name) <= _SHORT else OF_MET_LONGER
    most = of_known if is_known else of_met
    return weigher().weight(here, Candidate(first, first + len(one.name), 1)) < most


def _can_be_weighed(name: str) -> bool:
    """Whether it is a surname of one letter and one or two more: candidates of other forms have no weights of their own here."""
    return len(name) <= _LONGEST_WEIGHED and name[:2] not in COMPOUND_SURNAMES


def _goes_on(text: str, one: Found) -> bool:
    """Whether the letters belong to a longer word, or to the name of a place or of a unit."""
    edges = (one.start - 1, one.end - 1)
    is_crossed = any(
        text[edge : edge + 2] in LEXICON or text[edge - 1 : edge + 2] in LEXICON or text[edge : edge + 3] in LEXICON for edge in edges
    )
    return is_crossed or _PLACE.match(text, one.end) is not None or names_its_unit(text, one.end)


def _stands_alone(text: str, one: Found) -> bool:
    """Whether no word is beside it: （青山）, 高山_01.jpg; but 李子、杨梅 is one of several things."""
    around = text[max(0, one.start - 1) : one.start], text[one.end : one.end + 1]
    return not any(_HAN.match(letter) or letter == "、" for letter in around if letter)
