"""Places where only a person can stand, found from what stands on both sides: whoever is named there may be called anything.

The weighing in `names.py` begins from a surname. Here the letters say little: they are no ordinary word, no function word, and no unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .context import after, label_before
from .doings import OBJECT, OWNED, SUBJECT
from .heads import Headed
from .kinds import Role
from .known import MASKS, Found
from .labels import LABELS
from .patterns import alternation
from .spans import Guard
from .surnames import COMMON, NEVER, PAIRS, PLAIN, POSSIBLE, RARE, SPELLED, SYLLABLES, TYPICAL
from .words import LEXICON, NAMEABLE, WORDS

#: What nobody but a person does, has or is told. Each begins with a letter or a set of them; `_led` makes letters of the sets, because a
#: pattern whose every branch begins with a letter skips what cannot begin one.
_DOES_WORDS = (
    "辩称 陈述 称(?=其|自己|[，：]) 承认 供述 回答 证实 指认 当庭 擅自 拒绝 拒不 未经 未取得 未能提供 未按 驾驶(?![员人证室座执技]) 驾车 不服 没有提出 未提出 [在到]场 到案 外出 因病 名下 "
    "系(?=[\u4e00-\u9fff]{0,6}(?:人|者|居民|村民|住户|员工|职工|司机|族|妻|夫|父|母|子|女|主|绰号)) 的(?:行为|询问|陈述|证言|笔录|申辩|身份|妻|丈夫|父|母|儿|女儿|户籍|居住|违法|签[名字]|手机|电话|住) "
    "之[妻夫子女父母兄弟姐妹孙侄] 所建 家(?:的|院|中) [（(](?:男|女|身份证|另案|[0-9]{1,3}岁) ，[男女]， 本人 同志 签收(?![人单]) 签[名字] 代为 每[日天月] 请求 申请(?=[听复延]) "
    "表示(?!为) 来自(?=[\u4e00-\u9fff]) 于(?=[0-9]{1,4}[年月日]|[一二三四五六七八九十]{1,3}[月日]|[前当次]日|[昨今]天) 将(?=房|自家|其|车|垃圾|货|渣) 达成 签订 "
    "见证(?!人) 担任 转交 陪同 在(?=管|家|读|外地|广东|重庆|成都) 手[里中上](?=[买购借租接拿]) 送医 来(?=[拉帮搬运送做修挖]) 发生(?=口角|争执|纠纷|冲突) 并[非未不没] 已(?=[迁搬离外到经]) "
    "证明(?!人|书|材) 联系 调查核实 了解 看管 照看 出庭 到庭 来电 致电 当[天晚] [昨明]天 现年 目睹 辱骂 殴打 阻挠 推搡 [骑驾]着 [一二两三四五六七八九十][户人](?=[用在，。、共每]) "
    "[倒堆搭砍挖放修建卖拿运拉烧种养挂贴写](?=的[。，；]|给) 在(?=规定期限|笔录) 所有(?=[。，；的]) 限期 负责(?=[清拆整施]) 辨认 送达(?![人地方回文证]) 处(?=以|[0-9]+元|罚款|警告) "
    "作出(?=罚|警|责|行政) 进行了?(?=询问|调查|劝) [讲说](?=[，：]) ：\\s{0,4}(?=你|您) [（(](?:微信|QQ) 租的 叫来 赶[到来] 非法 占[道用] 雇 译成 鉴定 违法(?=行为|占|建|倾) "
    "处罚款 ，其(?=承认|自?称|表示|陈述|辩称|供述|认可|未能|拒绝|对此|自述) "
)


def _led(word: str) -> str:
    """The alternatives of a pattern that begins with a set, each with its own first letter."""
    if word[0] != "[":
        return word
    end = word.index("]")
    return "|".join(re.escape(letter) + word[end + 1 :] for letter in word[1:end])


_DOES = re.compile("|".join(map(_led, _DOES_WORDS.split())))
#: What mostly persons do, have or are told: who does it must at least read like a name, surname and all.
_MOSTLY_DOES_WORDS = (
    "呢(?=[？?]) 说他 说她 说其 说没 说过 告诉 与邻居 与他人 与村民 收了 欠我 欠他 没有在 没在 不在家 养的 种的 在逃 同意 代为 缴纳 再次 离开 拍摄 种植 三日 五日 十日 十五日 罚款 正在 两口子 夫妇 夫妻 一家 "
    "老人 户(?=[，。、的占共在]) 等[二三四五六七八九十两0-9] 帮忙 出资 负责 乱[搭建倒堆扔] 电话 手机 受雇 受伤 死亡 去世 病故 生前 "
)
_ANY_SURNAME = frozenset(PLAIN + COMMON + RARE) - frozenset("但修信保家过有能同和都那里又可后右双时公足近大太多还")
_MAY_BEGIN = "[" + "".join(sorted(_ANY_SURNAME | SPELLED | {part[0] for part in SYLLABLES})) + "]"
_MOSTLY_DOES = Headed(
    f"(?:(?<={_MAY_BEGIN}..)|(?<={_MAY_BEGIN}.)|(?<={_MAY_BEGIN}...))(?:"
    + "|".join((*_MOSTLY_DOES_WORDS.split(), alternation(SUBJECT), "的" + alternation(OWNED)))
    + ")"
)
_LEADING = (
    "由 对 向 经 与 和 因 听 给 被 让 找 帮 请 将 责令 随后 认识 交给 送达给 要求 通知 事实有 只有 仅有 另有 分别为 分别是 包括 还有 房屋为 土地为 车辆为 询问 是 系 关于 及 即 名叫 但 且 而 查明 "
    "找到 看到 见到 碰到 遇到 借给 转给 给了 转账给 打给 卖给 租给 包给 责令 反映 拨打 举报 投诉 当晚 当日 当天 次日 昨晚 其中 据 委托 雇请 聘请 邀请 跟 替 陪同 电话给 "
    "从 喊 叫 雇 遂请 依 依据 显示 证实 据 翻译 鉴定人 同村 "
)
#: Sex or number: whoever has them may even be called like a word: 车主洛阳（身份证…）.
_TOLD = Headed("[（(](?:[男女][，）)]|身份证|公民身份)|，[男女]，")
_GIVEN_TO = Headed("认识|交给|租给|卖给|转给|借给|送给|付给|还给|打给|包给|给了|账给|话给|名叫")
#: Who is found, hired, hurt or given to reads like a name, and what follows goes on about somebody.
ACTED_ON = Headed(f"(?:{alternation(OBJECT)}|[由替跟托受同向找被问]|的(?:还有|就是|正是|是|叫|系))(?={_MAY_BEGIN})")
#: These lead to somebody only who is called like a word and stands before what only a person does.
_WEAK = frozenset("向找被问")
#: 一个叫米书华的人.
_CALLED = Headed("[名就人]叫|叫做|个叫|真名|本名|化名|大名")
_SOMEBODY = re.compile("的?(?=[，。；、,;）)”])|的(?=[人男女村老司工师朋亲邻])")
#: 问：你的姓名？答：乐小军。
_ASKED = Headed(
    "(?:姓名|(?<![地店厂村组狗])名字|(?<![地店厂村组司]名)(?<![店厂村组司])叫什么|怎么称呼|如何称呼|贵姓|姓什么|是谁|哪个|何人)[^。？?\\n]{0,8}[？?]\\s{0,4}答[：:]\\s{0,2}(?:我叫|他叫|她叫|叫|我是|是)?"
    "(?P<name>[\u4e00-\u9fff]{2,4})(?=[，。、；（(\\s])"
)
_AND = frozenset("、和与及")
#: Four letters are a name only in the spelling of another language.
_SIZES = (4, 3, 2)
_SIZES_OF_HAN = (3, 2)
#: 劝离宿建华时，
_WHILE = frozenset(f"{when}{mark}" for when in "时后前" for mark in "，,、")
_COUNTED = frozenset("了0123456789")
_EDGES = frozenset("、，。；（,;.(的等")
_LEFT = frozenset((*"，。；：！？“（、\n,;:!?(", *_LEADING.split()))
#: What may also lead to somebody whose letters read like a name.
_LEFT_OF_NAMES = _LEFT | OBJECT | frozenset("同问受托我带有") | {"本人"}
_HAN = re.compile("[\u4e00-\u9fff]+")
_LONGEST_HAN = 3
_LONGEST_BEFORE = max(map(len, _LEFT_OF_NAMES))
#: Letters of things, units and pronouns; a name does not end with one, or has none at all.
_NO_END = frozenset(
    "族质镇村局所司店厂部室户方组队院校站处人员者们家位名个次年月日时分元里内外上下前后中间旁边侧路街河桥书证款物品权法案件项条车房屋地点面"
)
#: Told at once, before anything is asked about the letters.
_NO_NAME_ENDS = frozenset('，。、；：！？（）()“”"《》\n 0123456789') | (_NO_END - {word[-1] for word in NAMEABLE})
#: The same, where somebody's name can end before it.
_DOES_BEHIND = Headed(f"(?<![{''.join(map(re.escape, sorted(_NO_NAME_ENDS)))}])(?:{_DOES.pattern})")
_NO_LETTER = NEVER | MASKS | frozenset("本此各每任两三四五六七八九十百千万几多共并仍才再还更否可应须需要能会已经均所受交携")


def find_slotted(text: str, guard: Guard, found: Sequence[Found], leads: Sequence[re.Match[str]]) -> Iterator[Found]:
    """Persons between something that leads to one and something that only one does, in a folded text."""
    taken = Guard((one.start, one.end) for one in found)
    for told in _TOLD.finditer(text):
        for size in _SIZES:
            start = told.start() - size
            if start >= 0 and _leads(text, start) and _free(text, start, told.start(), guard, taken, word=True):
                yield Found(start, told.start(), text[start : told.start()], label_before(text, start)[0] or Role.OTHER)
                break
    beside = list(_beside(text, guard, found))
    yield from beside
    taken = Guard((one.start, one.end) for one in (*found, *beside))
    for asked in _ASKED.finditer(text):
        start, end = asked.span("name")
        if (
            (asked["name"] in NAMEABLE or may_be_called(asked["name"]))
            and not guard.overlaps(start, end)
            and not taken.overlaps(start, end)
        ):
            yield Found(start, end, asked["name"], Role.OTHER)
    for given in _GIVEN_TO.finditer(text):
        for size in (3, 2):
            end = given.end() + size
            name = text[given.end() : end]
            if (
                (text[end : end + 1] in _EDGES or text[end : end + 1] in _COUNTED)
                and not guard.overlaps(given.end(), end)
                and not taken.overlaps(given.end(), end)
                and may_be_called(name)
            ):
                yield Found(given.end(), end, name, Role.OTHER)
                break
    acted_on = [*_acted_on(text, guard, taken, leads), *_called(text, guard, taken)]
    yield from acted_on
    taken = Guard((one.start, one.end) for one in (*found, *beside, *acted_on))
    for does in _DOES_BEHIND.finditer(text):
        end = does.start()
        for size in _sizes_before(text, end):
            start = end - size
            if start < 0:
                continue
            name = text[start:end]
            may = may_be_called(name)
            if (
                not (may or name in NAMEABLE)
                or (name[0] not in PLAIN and text[start - 1 : start + 1] in LEXICON)
                or guard.overlaps(start, end)
                or taken.overlaps(start, end)
            ):
                continue
            role = label_before(text, start)[0]
            if role or (may and _is_led(text, start)):
                yield Found(start, end, name, role or Role.OTHER)
                break
    yield from _mostly(text, guard, taken)


def _acted_on(text: str, guard: Guard, taken: Guard, leads: Sequence[re.Match[str]]) -> Iterator[Found]:
    """Who reads like a name and stands after what is done to somebody: 雇了乐小军挖基脚."""
    for acted in leads:
        start = acted.end()
        if acted[0] in _WEAK:
            continue
        for size in _SIZES if SPELLED.issuperset(text[start : start + 4]) else _SIZES_OF_HAN:
            end = start + size
            name = text[start:end]
            if len(name) < size or not _reads_like_one(name) or not _free(text, start, end, guard, taken):
                continue
            if _cuts_a_word(text, start, end):
                continue
            if size == 3 and name[2] not in TYPICAL and _goes_on(text, end - 1, 1):
                continue
            if _goes_on(text, end, size - 1):
                yield Found(start, end, name, Role.OTHER)
                break


def _called(text: str, guard: Guard, taken: Guard) -> Iterator[Found]:
    """Who is said to be called so."""
    for called in _CALLED.finditer(text):
        start = called.end()
        for size in _SIZES:
            end = start + size
            if (
                (text[start : start + 1] in _ANY_SURNAME or size > _LONGEST_HAN)
                and _SOMEBODY.match(text, end)
                and _free(text, start, end, guard, taken)
            ):
                yield Found(start, end, text[start:end], Role.OTHER)
                break


def _goes_on(text: str, end: int, given: int) -> bool:
    """Whether what follows here may follow somebody."""
    return (
        text[end : end + 1] in _EDGES
        or text[end : end + 2] in SUBJECT
        or text[end : end + 2] in _WHILE
        or after(text, end, given) >= 1.0
        or bool(_DOES.match(text, end))
    )


def _sizes_before(text: str, end: int) -> tuple[int, ...]:
    """How many letters a name that ends here may have."""
    return _SIZES if end > _LONGEST_HAN and SPELLED.issuperset(text[end - _LONGEST_HAN - 1 : end]) else _SIZES_OF_HAN


def _mostly(text: str, guard: Guard, taken: Guard) -> Iterator[Found]:
    """Who reads like a name and stands where mostly persons do: 乐小军再次倾倒."""
    for does in _MOSTLY_DOES.finditer(text):
        end = does.start()
        for size in _sizes_before(text, end):
            start = end - size
            if start < 0 or not _reads_like_one(text[start:end]):
                continue
            if _cuts_a_word(text, start, end):
                continue
            if _free(text, start, end, guard, taken) and (_is_led(text, start, _LEFT_OF_NAMES) or label_before(text, start)[0]):
                yield Found(start, end, text[start:end], label_before(text, start)[0] or Role.OTHER)
                break


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Whether a word begins before the name and ends in it, or goes on beyond it: 同意加处罚款, 坐副驾驶."""
    before, beyond = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
    return (beyond in LEXICON and beyond not in SUBJECT) or (len(before) > 1 and before in LEXICON and text[start] not in PLAIN)


def _reads_as_given(letters: str) -> bool:
    return letters in PAIRS or (letters[-1] in TYPICAL and all(letter in _GIVEN for letter in letters) and _ADVERBS.isdisjoint(letters))


def _beside(text: str, guard: Guard, found: Sequence[Found]) -> Iterator[Found]:
    """Who is listed next to somebody, and next to whom that one is listed: 展鹏、木合塔尔、占小红."""
    open_ends = list(found)
    ends, starts = {one.end for one in found}, {one.start for one in found}
    taken = Guard((one.start, one.end) for one in found)
    while open_ends:
        one = open_ends.pop()
        for bounds in (_listed_before(text, one.start, guard, taken), _listed_after(text, one.end, guard, taken)):
            if bounds and bounds[0] not in starts and bounds[1] not in ends:
                new = Found(*bounds, text[slice(*bounds)], one.role)
                starts.add(new.start)
                ends.add(new.end)
                open_ends.append(new)
                yield new


def _listed_before(text: str, start: int, guard: Guard, taken: Guard) -> tuple[int, int] | None:
    end = start - 1
    if text[end : end + 1] not in _AND or end < 0:
        return None
    for size in _SIZES:
        first = end - size
        if first < 0 or not (_is_led(text, first) or label_before(text, first)[0]):
            continue
        between = text[first - 1 : first] == "、" and _begins_listed(text, first - 1)
        if _free(text, first, end, guard, taken, word=between and text[first] in _ANY_SURNAME):
            return first, end
    return None


def _listed_after(text: str, end: int, guard: Guard, taken: Guard) -> tuple[int, int] | None:
    if text[end : end + 1] not in _AND:
        return None
    start = end + 1
    for size in _SIZES:
        last = start + size
        follows = text[last : last + 1]
        reads = _reads_like_one(text[start:last])
        if not (follows in _EDGES or _DOES.match(text, last) or (reads and _goes_on(text, last, size - 1))):
            continue
        between = text[end] == "、" == follows and _ends_listed(text, last + 1)
        if _free(text, start, last, guard, taken, word=between and text[start] in _ANY_SURNAME):
            return start, last
    return None


def _begins_listed(text: str, end: int) -> bool:
    """Whether the item of a list that ends here reads like a name."""
    return any(_is_listed(text[max(0, end - size) : end]) for size in (3, 2))


def _ends_listed(text: str, start: int) -> bool:
    """Whether the item of a list that begins here reads like a name."""
    return any(text[start + size : start + size + 1] in _EDGES and _is_listed(text[start : start + size]) for size in (3, 2))


def _is_listed(name: str) -> bool:
    return _reads_like_one(name) and may_be_called(name)


def _reads_like_one(name: str) -> bool:
    """Whether it has a surname and a given name, or is spelled like the name of another people."""
    return len(name) > _LONGEST_HAN or name in _SYLLABLES or (name[:1] in _ANY_SURNAME and _reads_as_given(name[1:]))


def _free(text: str, start: int, end: int, guard: Guard, taken: Guard, word: bool = False) -> bool:
    return not guard.overlaps(start, end) and not taken.overlaps(start, end) and may_be_called(text[start:end], word)


def _leads(text: str, start: int) -> bool:
    return _is_led(text, start) or bool(label_before(text, start)[0])


def _is_led(text: str, start: int, left: frozenset[str] = _LEFT) -> bool:
    """Whether a text begins here, or something that leads to a person ends."""
    return start == 0 or any(text[max(0, start - size) : start] in left for size in range(1, _LONGEST_BEFORE + 1))


def may_be_called(name: str, word: bool = False) -> bool:
    """Whether these letters say nothing else; `word` where an ordinary word may be a name too."""
    if len(name) > _LONGEST_HAN and not SPELLED.issuperset(name):
        return False
    if name[-1:] in _NO_END or name[:1] in _NO_FIRST or not _HAN.fullmatch(name) or name in LABELS or name[-2:] in LABELS:
        return False
    if name[:2] in LABELS and (len(name) == 2 or name[2] not in TYPICAL or name[2] in _ADVERBS):
        return False
    if not _NO_LETTER.isdisjoint(name[1:]) and name[1:] not in PAIRS:
        return False
    if word:
        return True
    if name in WORDS or name in LEXICON:
        return False
    words = sum(name[at : at + 2] in LEXICON for at in range(len(name) - 1))
    # 房东升, 农建国: one of its halves is a word; then the first letter has to be a surname, and the others such as parents choose.
    return not words or (words == 1 and len(name) == 3 and name[0] in _SURNAMES and name[1] in _GIVEN and name[2] in TYPICAL - _ADVERBS)


_SURNAMES = frozenset(PLAIN + COMMON + RARE) - frozenset("经应当向于由从和同与全有须")
_GIVEN = TYPICAL | POSSIBLE
_SYLLABLES = frozenset(SYLLABLES) - LEXICON
_ADVERBS = frozenset("先常全同亦特故正真")
_NO_FIRST = (
    MASKS
    | frozenset(
        "不与且个之也了些什仅从他们你使便俩几则别到却又及吗吧在她它对就很怎您我或把无最未条此每的着而自莫被请谁跟这本各两三几多共并仍才再还更否可须需要已均所第"
    )
) - frozenset(RARE)
