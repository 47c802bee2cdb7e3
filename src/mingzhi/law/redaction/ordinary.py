"""Whether a name that is known is, at one place, the ordinary word that it also is."""

from __future__ import annotations

import re

from .context import NOBODY, after, before
from .known import Found
from .units import DONE
from .words import LEXICON, WORDS

#: What a known name that is also a word needs around it: an edge or a preposition before, and after it what a person does or an edge.
_STANDS_LIKE_A_PERSON = _OF_KIN = 2.0
_DOES_SOMETHING = 1.5
_AGREES = re.compile("(?:同志)?(?:同意|辨认|核实|确认|签字|允许|介绍|指认|许可)")
_IS_SUBJECT = re.compile("的|与(?=[邻其他她村当])|由|夜[间里晚]|[昨今当]|白天|凌晨|[早晚]上|上午|下午|至今")
_NOBODY_AFTER = frozenset("在于但而因且据为")
#: 已经成功办好: what a word is made more or less of, and nobody is.
_BEFORE_WORD_LIST = "已 未 不 很 更 最 太 曾 没 较 已经 曾经 没有 非常 十分 特别 比较 终于 尚未 从未 必须 能够 可以 应当"
_BEFORE_WORDS = frozenset(_BEFORE_WORD_LIST.split())
_JOINS_ANYTHING = frozenset("和与及无")


def reads_as_word(text: str, one: Found) -> bool:
    """Whether a known name is here the ordinary word that it also is: 用电高峰期, not 高峰在笔录中承认."""
    if (one.name not in WORDS and one.name not in LEXICON) or one.end - one.start != len(one.name):
        return False
    if _is_of_a_file(text, one):
        return False
    if text[one.start - 1 : one.start] in _BEFORE_WORDS or text[max(0, one.start - 2) : one.start] in _BEFORE_WORDS:
        return True
    if text[one.start - 1 : one.start] == "经" and _AGREES.match(text, one.end):
        return False
    if (one.start == 0 or text[one.start - 1] in "。\n；：") and _IS_SUBJECT.match(text, one.end):
        return False
    stands_before = (
        0.0
        if text[one.start - 1 : one.start] in _NOBODY_AFTER and text[one.start - 2 : one.start] != "关于"
        else before(text, one.start, NOBODY)[0]
    )
    follows = 0.0 if text[one.end : one.end + 1] in _JOINS_ANYTHING else after(text, one.end, len(one.name) - 1)
    if DONE.match(text, one.end):
        follows = max(follows, _DOES_SOMETHING)
    return follows < _OF_KIN and stands_before + follows < _STANDS_LIKE_A_PERSON


def _is_of_a_file(text: str, one: Found) -> bool:
    """Whether it stands alone between letters and digits, as in the name of a file: 高山_01.jpg."""
    around = text[max(0, one.start - 1) : one.start] + text[one.end : one.end + 1]
    return bool(around.strip()) and around.isascii()
