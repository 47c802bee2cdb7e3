"""Whether a name that is known is, at one place, the ordinary word that it also is."""

from __future__ import annotations

import re

from .known import Found
from .labels import label_before
from .signs import PAD, SURNAMES, Candidate, padded
from .weighing import weigher
from .words import LEXICON, WORDS

#: What a word weighs at most that is not taken for a name: of somebody whom the matter knows, and of one read elsewhere in the text, of two
#: letters and of more.
OF_KNOWN, OF_MET, OF_MET_LONGER = -2.5, -1.0, -4.0
#: How far around the letters stand that speak for a name.
_AROUND = 24
_SHORT = 2
_HAN = re.compile("[\u3400-\u9fff]")


def reads_as_word(text: str, one: Found, is_known: bool) -> bool:
    """Whether a name is here the ordinary word that it also is: 用电高峰期, not 高峰在笔录中承认.

    Who is known is called by a word only where the lists hold it; who was read elsewhere may be called by any: 护林员高远, 天再高远.
    """
    if one.end - one.start != len(one.name) or one.name[0] not in SURNAMES:
        return False
    if is_known and ((one.name not in WORDS and one.name not in LEXICON) or _stands_alone(text, one)):
        return False
    if label_before(text, one.start)[0] is not None:
        return False
    start = max(0, one.start - _AROUND)
    here = padded(text[start : one.end + _AROUND])
    first = len(PAD) + one.start - start
    most = OF_KNOWN if is_known else OF_MET if len(one.name) <= _SHORT else OF_MET_LONGER
    return weigher().weight(here, Candidate(first, first + len(one.name), 1)) < most


def _stands_alone(text: str, one: Found) -> bool:
    """Whether no word is beside it: （青山）, 高山_01.jpg; but 李子、杨梅 is one of several things."""
    around = text[max(0, one.start - 1) : one.start], text[one.end : one.end + 1]
    return not any(_HAN.match(letter) or letter == "、" for letter in around if letter)
