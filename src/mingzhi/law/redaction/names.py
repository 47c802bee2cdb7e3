"""Names of persons that the matter does not know: weighed by their letters and by what stands around them.

Each sign adds or takes away points; what reaches HIDE is hidden everywhere in the text, what reaches DOUBT is shown to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingzhi.law.names import COMPOUND_SURNAMES

from .context import (
    APART,
    DOES,
    DOES_SOON,
    LABELLED,
    LISTED,
    MAY_END_LABEL,
    MOST_AFTER,
    MOST_BEFORE,
    NAMED,
    NOBODY,
    TELLS_OF_A_PERSON,
    TELLS_SOON,
    TOLD,
    after,
    before,
    label_before,
    may_follow_label,
    most_after,
)
from .doings import SUBJECT
from .folding import GAP
from .foreign import HAN, find_foreign
from .heads import Headed
from .kinds import Role
from .known import MASKS, Found
from .labels import LABELS
from .lists import find_counted
from .patterns import alternation
from .slots import ACTED_ON, find_slotted, may_be_called
from .spans import Guard
from .surnames import COMMON, NEVER, PAIRS, PLAIN, POSSIBLE, RARE, TYPICAL
from .worded import find_worded
from .words import LEXICON, NAMEABLE, WORDS

HIDE, DOUBT = 4.5, 3.0
_PLAIN, _COMMON, _RARE = 2.5, 1.5, 0.0
_TYPICAL, _POSSIBLE, _STRANGE_LETTER, _SHORT = 1.5, 0.3, -0.7, -0.3
#: Letters that go on about somebody whose name could end before them, and seldom end a name themselves.
_GOES_ON = (
    frozenset(
        "后前时中里内外上下救读合劝照看打写按送领撤拿搬拉推骂叫喊走跑站坐躺睡吃喝买卖租借还付交收取砍挖填拆搭盖修种养喂赶追找问答讲谈指认签持提抱背扶牵拖扛捡摔跌住停扔丢倒砸踢咬撞插堆放雇请托带陪跟"
        "私随为做办听见闹吵骗偷抢犯罚欠赔补"
    )
    - TYPICAL
)
#: 于发现时: a given name that is a word, after a surname that is one too.
_HOLDS_A_WORD = 1.0
_ALSO_PREPOSITIONS = frozenset("向于有应全同和从")
#: 相对人和社会公众: a rare surname right after a label is more often a word.
_BOUND = 1.5
_A_THING = 2.0
_A_WORD, _BEGINS_A_WORD, _MAY_GO_ON, _A_PLACE = 5.0, 2.5, 1.0, 5.0
#: A name of two letters has to beat one of three by this much: 张三明 rather than 张三 and 明.
_LONGER = 0.5

#: 当事人陈述, 听取申辩: words of every paper of the house that read like a surname and a given name. Nobody is taken to be called so.
HOUSE_WORDS = frozenset(("陈述", "申辩"))

_SURNAMES = dict.fromkeys(RARE, _RARE) | dict.fromkeys(COMMON, _COMMON) | dict.fromkeys(PLAIN, _PLAIN)
_LETTERS = dict.fromkeys(POSSIBLE, _POSSIBLE) | dict.fromkeys(TYPICAL, _TYPICAL)
_COMPOUND = frozenset(COMPOUND_SURNAMES)
_COMPOUND_FIRST = frozenset(name[0] for name in COMPOUND_SURNAMES)
_LABEL_HEADS = frozenset(label[:2] for label in LABELS)
_LONG = re.compile(alternation(COMPOUND_SURNAMES))

#: Surnames that stand second in a name of two surnames.
_SECOND = frozenset("王李张刘陈杨赵吴徐孙朱胡郭罗郑谢宋唐韩邓冯曹彭肖蔡潘袁董魏吕沈姚卢傅钟姜崔谭廖黄周林何")
_OFTEN = "".join(sorted(set(PLAIN + COMMON)))
_SELDOM = "".join(sorted(set(RARE) - set(PLAIN + COMMON)))
_GIVEN = "[" + "".join(sorted(_LETTERS.keys() - NEVER)) + "]"
_PAIR = alternation(PAIRS)
_TYPICAL_LETTER = "[" + "".join(sorted(TYPICAL - NEVER)) + "]"
_LABEL_ENDS = "[" + "".join(re.escape(letter) for letter in sorted(MAY_END_LABEL)) + "]"
_CANDIDATES = (
    re.compile(f"[{COMMON}](?={_GIVEN}|{_PAIR})"),
    re.compile(f"[{PLAIN}](?=[{HAN}])(?:(?![{''.join(sorted(NEVER))}])|(?={_PAIR}))"),
    _LONG,
    re.compile(f"[{_SELDOM}](?={_TYPICAL_LETTER}{{2}})"),
    # A rare surname only after what may end a label, or before what tells of a person; a strange given name only after a label.
    re.compile(f"[{_SELDOM}](?<={_LABEL_ENDS}[{_SELDOM}])(?={_GIVEN}|{_PAIR})"),
    re.compile(f"[{_SELDOM}](?={_GIVEN}{{1,2}}[，,、（(][男女身公\u4e00-\u9fff][，,、。份民]?)"),
    re.compile(f"[{_OFTEN}](?<={_LABEL_ENDS}[{_OFTEN}])(?=[{HAN}])(?!{_GIVEN})"),
)
_SPREAD = re.compile(
    f"[{_OFTEN}]{GAP}{{1,3}}{_GIVEN}{{2}}|[{_OFTEN}]{_GIVEN}{GAP}{{1,3}}{_GIVEN}|[{_OFTEN}](?:{GAP}{{1,3}}{_GIVEN}){{1,2}}"
)
_ROW = re.compile(
    f"[{_OFTEN}](?<![{HAN}].)(?<![{HAN}] .)(?P<gap> {{1,2}}|\u3000)[{HAN}](?:(?P=gap)[{HAN}])?(?![{HAN}])(?!(?P=gap)[{HAN}](?![{HAN}])(?!(?P=gap)))"
)
_ROW_GAP = re.compile("[\\s、，,]{1,8}")
_LABELLED = Headed(
    f"(?:[：:]\\s{{0,8}}|[\u3000 ]{{1,8}})(?P<name>[{HAN}](?:{GAP}{{0,3}}[{HAN}]){{1,5}}|[A-Z][A-Za-z]+(?:[ ,.]{{1,2}}[A-Z][A-Za-z]*){{0,3}})"
    "(?=[，,。；;、（(）)\\n\\s]|$)"
)
_GAPS = re.compile(GAP + "+")
_NO_LETTER = re.compile("[\0-\u33ff\ufe00-\uffff" + "".join(sorted(NEVER | MASKS)) + "]")
#: What follows a surname to address somebody; the name itself is not there.
_ADDRESSED = re.compile(
    "先生|女士|小姐|同志|师傅|老师|老板|经理|主任|书记|镇长|所长|队长|会计|医生|律师|大[爷嫂哥姐妈叔伯娘]|阿姨|老[汉头太]|[姐嫂哥叔姨婶爷总某氏]|[家工](?!["
    + "".join(sorted(TYPICAL - NEVER))
    + "])"
)
_ADDRESSED_BY = frozenset("先女小同师老经主书镇所队会医律大阿姐嫂哥叔姨婶爷总某氏家工")
#: A last letter that makes a place of it: 金溪镇, 向阳处.
_OF_PLACES = frozenset("处镇村乡县市区街路桥社组坝湾沟坪寺庙校厂店场站边口外上下内旁侧")


#: What speaks of a deed, in points.
_DOES_SOMETHING = 1.5


@dataclass(frozen=True, slots=True)
class Names:
    """Names that are taken for names, and what may be one."""

    found: list[Found]
    doubtful: list[Found]


def find_names(text: str, guard: Guard) -> Names:
    """Persons named in a folded text. Nothing inside the guard is one."""
    found = list(find_foreign(text, guard))
    found += find_counted(text, Guard([*guard, *((one.start, one.end) for one in found)]))
    doubtful: list[Found] = []
    last = NOBODY
    starts = _starts(text)
    places = frozenset(starts)
    for start in Guard([*guard, *((one.start, one.end) for one in found)]).outside(starts):
        if start < last.end:
            continue
        points, one = _weighed(text, start, last)
        if one and points >= HIDE and text[start] in _ALSO_PREPOSITIONS and start + 1 in places:
            # 向郎文彬出示: the name begins after the preposition, if one does.
            later, other = _weighed(text, start + 1, last)
            if other and later >= HIDE and other.end >= one.end:
                points, one = later, other
        if points >= HIDE and one:
            found.append(one)
            last = one
        elif points >= DOUBT and one and _is_worth_asking(text, one):
            doubtful.append(one)
    found += _rows(text, guard, Guard((one.start, one.end) for one in found))
    found += _spread(text, guard, Guard((one.start, one.end) for one in found))
    found += _labelled(text, guard, Guard((one.start, one.end) for one in found))
    leads = list(ACTED_ON.finditer(text))
    found += find_slotted(text, guard, found, leads)
    found += find_worded(text, guard, found, leads)
    return Names(found, doubtful)


def _is_worth_asking(text: str, one: Found) -> bool:
    """Whether a person should look: not where it is a piece of ordinary words and nothing around speaks of anybody (摘要公开、全文公开)."""
    name, size = one.name, one.end - one.start
    words = [name[at : at + 2] for at in range(size - 1)] + [text[one.end - 1 : one.end + 1]] * (size > 2)
    if not any(word in LEXICON for word in words):
        return True
    return before(text, one.start, NOBODY)[0] >= NAMED or after(text, one.end, size - 1) >= 2.0


def _starts(text: str) -> list[int]:
    """Where a name may begin."""
    found: set[int] = set()
    for pattern in _CANDIDATES:
        found.update([match.start() for match in pattern.finditer(text)])
    return sorted(found)


def _weighed(text: str, start: int, last: Found) -> tuple[float, Found | None]:
    """(points, the best reading of what begins here as a name)."""
    first = text[start]
    long = _LONG.match(text, start) if first in _COMPOUND_FIRST else None
    if not long and _is_no_name(text, start):
        return 0.0, None
    weight = _PLAIN if long else _SURNAMES[first]
    around: tuple[float, Role] | None = None
    best: tuple[float, Found | None] = (0.0, None)
    sizes = (long.end() - start,) if long else (1,)
    for surname in (*sizes, 1) if long and first in _SURNAMES else sizes:
        for given in (3, 2, 1) if text[start + 1 : start + 2] in _SECOND and surname == 1 else (2, 1):
            end = start + surname + given
            letters = text[start + surname : end]
            # 张王晓月 bears the names of both her parents.
            if given == 3 and not (letters[1:2] in TYPICAL and letters[2:] in _LETTERS and first in _OFTEN):
                continue
            if len(letters) < given or (_NO_LETTER.search(letters) and letters not in PAIRS):
                continue
            own = weight + _given(letters) - _as_a_word(text, start, end)
            if given == 1 and text[start:end] in NAMEABLE and not (_may_go_on(text, end) and after(text, end + 1, 2) >= 1.0):
                around = around or before(text, start, last)
                if around[0] >= LISTED:
                    own += _A_WORD - _BEGINS_A_WORD + _BOUND
            # Not even the best that could stand around it would make a name of it.
            if own + MOST_BEFORE + MOST_AFTER < DOUBT:
                continue
            around = around or before(text, start, last)
            if own + around[0] + most_after(text, end) < DOUBT:
                continue
            own -= (
                _less_of_two(text, start, end, last)
                if given == 1
                else _less_of_three(text, end, letters, first, weight)
                if given == 2
                else 0.0
            )
            if own + around[0] + most_after(text, end) < DOUBT:
                continue
            what_follows = after(text, end, given)
            if what_follows == 0.0 and weight < _PLAIN:
                what_follows = -1.5 if first in _ALSO_PREPOSITIONS else -0.5
            if what_follows == DOES and given == 2 and first in _ALSO_PREPOSITIONS and letters in LEXICON:
                # 向社会说明: what is done follows the word, not somebody.
                what_follows = 0.0
            if weight == _RARE and given == 2 and letters in LEXICON and around[0] < LISTED:
                continue
            if weight == _RARE and not _stands_for_a_rare_one(own, around[0], what_follows):
                continue
            total = own + around[0] + what_follows - _BOUND * (around[0] == LABELLED and _is_bound(text, start, letters, weight))
            if best[1] is None or total > best[0] + _LONGER * (given == 1):
                best = (total, Found(start, end, text[start:end], around[1], text[start : start + surname] if surname > 1 else None))
    return best


def _less_of_two(text: str, start: int, end: int, last: Found) -> float:
    """What speaks against a name of two letters: 黄连、杜仲 are two of several things."""
    after_one = text[start - 1 : start] == "、" and last.end != start - 1
    before_one = text[end : end + 1] == "、" and text[end + 1 : end + 3] in LEXICON
    return _A_THING if (after_one or before_one) and text[start:end] in LEXICON else 0.0


def _less_of_three(text: str, end: int, letters: str, first: str, weight: float) -> float:
    """What speaks against a name of three letters: a word in it, or a last letter that belongs to what somebody does."""
    less = _HOLDS_A_WORD + (first in _ALSO_PREPOSITIONS) if weight < _PLAIN and letters in WORDS else 0.0
    last, begun = letters[1], text[end - 1 : end + 1]
    if begun in SUBJECT or (last not in _LETTERS and after(text, end - 1, 1) >= _DOES_SOMETHING):
        # 王芳离开: the letter belongs to what she does.
        return less + 2 * _LONGER + (last in TYPICAL)
    if letters[0] in TYPICAL and (last in _GOES_ON or (last not in _LETTERS and after(text, end, 2) < 1.0)):
        # 霍刚救起, 晏强后: such a letter hardly ends a name that could end before it.
        return less + 3 * _LONGER
    return less + _LONGER if last not in TYPICAL and begun in LEXICON else less


def _is_bound(text: str, start: int, letters: str, weight: float) -> bool:
    """Whether what stands right after a label may go on with it: 相对人和社会公众, not 公公印国才."""
    if text[start : start + 2] in WORDS:
        return True
    return weight == _RARE and (
        len(letters) < 2 or letters in LEXICON or text[start : start + 2] in LEXICON or not all(letter in _LETTERS for letter in letters)
    )


def _stands_for_a_rare_one(own: float, before_points: float, after_points: float) -> bool:
    """Whether a rare surname is labelled, listed with a typical letter after it, or has two of them and stands like a name: 成小龙擅自占用."""
    if before_points >= LABELLED or after_points >= TOLD:
        return True
    if own >= _TYPICAL and before_points >= LISTED:
        return True
    return own >= 2 * _TYPICAL and before_points >= 1.0 and after_points >= 1.0


def _is_no_name(text: str, start: int) -> bool:
    """What can be told at once: a label, 王师傅, and most words that begin with a surname."""
    two = text[start : start + 2]
    if (
        two in HOUSE_WORDS
        or (text[start] == "家" and text[start - 1 : start] not in APART)
        or (text[start] == "和" and text[start + 1 : start + 3] in LABELS)
        or (two in _LABEL_HEADS and any(text[start : start + size] in LABELS for size in (2, 3, 4, 5)))
        or (text[start + 1 : start + 2] in _ADDRESSED_BY and _ADDRESSED.match(text, start + 1))
    ):
        return True
    if two not in WORDS or may_follow_label(text, start) or start == 0:
        return False
    return not _may_go_on(text, start + 2) and not TELLS_SOON.match(text, start + 2) and not DOES_SOON.match(text, start + 2)


def _may_go_on(text: str, at: int) -> bool:
    """Whether the letter after a word may be the second of a given name: 高兴国, not 高兴地."""
    return text[at : at + 1] in TYPICAL and text[at : at + 2] not in WORDS


def _given(letters: str) -> float:
    if letters in PAIRS or (len(letters) > 1 and letters[0] == letters[1] and letters[0] in _LETTERS and letters[0] not in _GOES_ON):
        # 果果, 豆豆: what children are called.
        return 2 * _TYPICAL
    points = _LETTERS.get(letters[-1], _STRANGE_LETTER)
    if len(letters) > 1:
        points += _LETTERS.get(letters[-2], _STRANGE_LETTER)
    if letters[-1] in _OF_PLACES:
        points -= _A_PLACE
    return points if len(letters) > 1 else points + _SHORT


def _as_a_word(text: str, start: int, end: int) -> float:
    """How much it looks like an ordinary word: 安全 most, 高兴国 less."""
    if text[start:end] in WORDS or text[start : end + 1] in WORDS or text[start:end] in SUBJECT:
        return _A_WORD
    if text[start : start + 2] not in WORDS:
        return 0.0
    return _MAY_GO_ON if end - start > 2 and _may_go_on(text, end - 1) else _BEGINS_A_WORD


def _rows(text: str, guard: Guard, taken: Guard) -> Iterator[Found]:
    """Names of which each has its letters apart, one after the other: 仇 敏　苟 以 华　谷 丰."""
    if " " not in text and "\u3000" not in text:
        return
    items = [match for match in _ROW.finditer(text) if not guard.overlaps(*match.span()) and not taken.overlaps(*match.span())]
    for at, item in enumerate(items):
        start, end = item.span()
        beside = [other for other in items[max(0, at - 1) : at + 2] if other is not item]
        if not any(_ROW_GAP.fullmatch(text, min(end, other.end()), max(start, other.start())) for other in beside):
            continue
        name = _GAPS.sub("", item[0])
        if NEVER.isdisjoint(name[1:]) or name[1:] in PAIRS:
            yield Found(start, end, name, label_before(text, start)[0] or Role.OTHER)


def _spread(text: str, guard: Guard, taken: Guard) -> Iterator[Found]:
    """Names whose letters stand apart, as under a paper that is signed: 谭 小 龙."""
    for match in _SPREAD.finditer(text):
        start, end = match.span()
        name = _GAPS.sub("", match[0])
        if guard.overlaps(start, end) or taken.overlaps(start, end) or name in WORDS or name[:2] in WORDS or _NO_LETTER.search(name[1:]):
            continue
        points, role = before(text, start, NOBODY)
        # At the end of a line, what follows is as likely the next line: 送达于 / 送达回证.
        if "\n" in match[0] and points < LABELLED and _SURNAMES[name[0]] < _PLAIN:
            continue
        points += _SURNAMES[name[0]] + _given(name[1:]) - ("\n" in match[0])
        if points + (1.5 if after(text, end, len(name) - 1) >= 1.0 else -1.0) >= HIDE:
            yield Found(start, end, name, role)


def _labelled(text: str, guard: Guard, taken: Guard) -> Iterator[Found]:
    """What stands between a label with a colon and a mark, whatever its letters: 证人：囡囡."""
    for match in _LABELLED.finditer(text):
        start, end = match.span("name")
        role, _ = label_before(text, start)
        if role is None or taken.overlaps(start, end) or guard.overlaps(start, end):
            continue
        name = _GAPS.sub(" " if match["name"].isascii() else "", match["name"])
        if (
            MASKS & set(name)
            or name in LABELS
            or (not _reads_like_a_name(name) and not (len(name) <= 4 and TELLS_OF_A_PERSON.match(text, end)))
        ):
            continue
        yield Found(start, end, name, role)


def _reads_like_a_name(name: str) -> bool:
    if name.isascii():
        return True
    if name in WORDS or name[:2] in WORDS or name[-2:] in WORDS or name in LABELS or NEVER & set(name) or "略" in name:
        return False
    if name[0] in _SURNAMES or name[:2] in _COMPOUND:
        return len(name) <= 4
    return (len(name) >= 3 and may_be_called(name)) or (len(name) in (3, 4) and all(letter in _LETTERS for letter in name))
