"""Places where only a person can stand, found from what stands on both sides: whoever is named there may be called anything.

The weighing in `names.py` begins from a surname. Here the letters say little: they are no ordinary word, no function word, and no unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .context import label_before
from .heads import Headed
from .kinds import Role
from .known import MASKS, Found
from .labels import LABELS
from .spans import Guard
from .surnames import COMMON, NEVER, PAIRS, PLAIN, POSSIBLE, RARE, TYPICAL
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


_DOES = Headed("|".join(map(_led, _DOES_WORDS.split())))
#: What mostly persons do, have or are told: who does it must at least read like a name, surname and all.
_MOSTLY_DOES_WORDS = (
    "说他 说她 说其 说没 说过 告诉 与邻居 与他人 与村民 收了 欠我 欠他 没有在 没在 不在家 养的 种的 在逃 同意 代为 缴纳 再次 离开 拍摄 种植 三日 五日 十日 十五日 罚款 正在 两口子 夫妇 夫妻 一家 "
    "老人 户(?=[，。、的占共在]) 等[二三四五六七八九十两0-9] 帮忙 出资 负责 乱[搭建倒堆扔] 电话 手机 受雇 受伤 死亡 去世 病故 生前 "
)
_MOSTLY_DOES = Headed("|".join(_MOSTLY_DOES_WORDS.split()))
_LEADING = (
    "由 对 向 经 与 和 因 听 给 被 让 找 帮 请 将 责令 随后 认识 交给 送达给 要求 通知 事实有 只有 仅有 另有 分别为 分别是 包括 还有 房屋为 土地为 车辆为 询问 是 系 关于 及 即 名叫 但 且 而 查明 "
    "找到 看到 见到 碰到 遇到 借给 转给 给了 转账给 打给 卖给 租给 包给 责令 反映 拨打 举报 投诉 当晚 当日 当天 次日 昨晚 其中 据 委托 雇请 聘请 邀请 跟 替 陪同 电话给 "
    "从 喊 叫 雇 遂请 依 依据 显示 证实 据 翻译 鉴定人 同村 "
)
#: Sex or number: whoever has them may even be called like a word: 车主洛阳（身份证…）.
_TOLD = Headed("[（(](?:[男女][，）)]|身份证|公民身份)|，[男女]，")
_GIVEN_TO = Headed("认识|交给|租给|卖给|转给|借给|送给|付给|还给|打给|包给|给了|账给|话给|名叫")
#: 问：你的姓名？答：乐小军。
_ASKED = Headed(
    "(?:姓名|(?<![地店厂村组狗])名字|(?<![地店厂村组司]名)(?<![店厂村组司])叫什么|怎么称呼|如何称呼|贵姓|姓什么|是谁|哪个|何人)[^。？?\\n]{0,8}[？?]\\s{0,4}答[：:]\\s{0,2}(?:我叫|他叫|她叫|叫|我是|是)?"
    "(?P<name>[\u4e00-\u9fff]{2,4})(?=[，。、；（(\\s])"
)
_AND = frozenset("、和与及")
_COUNTED = frozenset("了0123456789")
_EDGES = frozenset("、，。；（的等")
_LEFT = frozenset((*"，。；：！？“（、\n", *_LEADING.split()))
_HAN = re.compile("[\u4e00-\u9fff]+")
_LONGEST_BEFORE = max(map(len, _LEFT))
#: Letters of things, units and pronouns; a name does not end with one, or has none at all.
_NO_END = frozenset(
    "族质镇村局所司店厂部室户方组队院校站处人员者们家位名个次年月日时分元里内外上下前后中间旁边侧路街河桥书证款物品权法案件项条车房屋地点面"
)
#: Told at once, before anything is asked about the letters.
_NO_NAME_ENDS = frozenset('，。、；：！？（）()“”"《》\n 0123456789') | (_NO_END - {word[-1] for word in NAMEABLE})
_NO_LETTER = NEVER | MASKS | frozenset("本此各每任两三四五六七八九十百千万几多共并仍才再还更否可应须需要能会已经均所受交携")


def find_slotted(text: str, guard: Guard, found: Sequence[Found]) -> Iterator[Found]:
    """Persons between something that leads to one and something that only one does, in a folded text."""
    taken = Guard((one.start, one.end) for one in found)
    for told in _TOLD.finditer(text):
        for size in (3, 2):
            start = told.start() - size
            if start >= 0 and _leads(text, start) and _free(text, start, told.start(), guard, taken, word=True):
                yield Found(start, told.start(), text[start : told.start()], label_before(text, start)[0] or Role.OTHER)
                break
    beside = list(_beside(text, guard, taken, found))
    yield from beside
    yield from _beside(text, guard, Guard((one.start, one.end) for one in (*found, *beside)), beside)
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
    for does in _DOES.finditer(text):
        end = does.start()
        if text[end - 1 : end] in _NO_NAME_ENDS:
            continue
        for size in (3, 2) if end > 2 else (2,) if end > 1 else ():
            start = end - size
            name = text[start:end]
            may = may_be_called(name)
            if not (may or name in NAMEABLE) or guard.overlaps(start, end) or taken.overlaps(start, end):
                continue
            role = label_before(text, start)[0]
            if role or (may and _is_led(text, start)):
                yield Found(start, end, name, role or Role.OTHER)
                break
    yield from _mostly(text, guard, Guard((one.start, one.end) for one in (*found, *beside)))


def _mostly(text: str, guard: Guard, taken: Guard) -> Iterator[Found]:
    """Who reads like a name and stands where mostly persons do: 乐小军再次倾倒."""
    for does in _MOSTLY_DOES.finditer(text):
        end = does.start()
        for size in (3, 2):
            start = end - size
            if start < 0 or text[start] not in _ANY_SURNAME or not _reads_as_given(text[start + 1 : end]):
                continue
            if _free(text, start, end, guard, taken) and _leads(text, start):
                yield Found(start, end, text[start:end], label_before(text, start)[0] or Role.OTHER)
                break


def _reads_as_given(letters: str) -> bool:
    return letters in PAIRS or (letters[-1] in TYPICAL and all(letter in _GIVEN for letter in letters) and _ADVERBS.isdisjoint(letters))


def _beside(text: str, guard: Guard, taken: Guard, found: Sequence[Found]) -> Iterator[Found]:
    """Who is listed next to somebody: 展鹏、木合塔尔、占小红."""
    for one in found:
        if text[one.start - 1 : one.start] in _AND:
            end = one.start - 1
            for size in (3, 2):
                start = end - size
                if start >= 0 and _is_led(text, start) and _free(text, start, end, guard, taken):
                    yield Found(start, end, text[start:end], one.role)
                    break
        if text[one.end : one.end + 1] in _AND:
            start = one.end + 1
            for size in (3, 2):
                end = start + size
                if (text[end : end + 1] in _EDGES or _DOES.pattern.match(text, end)) and _free(text, start, end, guard, taken):
                    yield Found(start, end, text[start:end], one.role)
                    break


def _free(text: str, start: int, end: int, guard: Guard, taken: Guard, word: bool = False) -> bool:
    return not guard.overlaps(start, end) and not taken.overlaps(start, end) and may_be_called(text[start:end], word)


def _leads(text: str, start: int) -> bool:
    return _is_led(text, start) or bool(label_before(text, start)[0])


def _is_led(text: str, start: int) -> bool:
    """Whether a text begins here, or something that leads to a person ends."""
    return start == 0 or any(text[max(0, start - size) : start] in _LEFT for size in range(1, _LONGEST_BEFORE + 1))


def may_be_called(name: str, word: bool = False) -> bool:
    """Whether these letters say nothing else; `word` where an ordinary word may be a name too."""
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
_ANY_SURNAME = _SURNAMES - frozenset("家过有能同和都那里又可后右双时公足近大太多还")
_GIVEN = TYPICAL | POSSIBLE
_ADVERBS = frozenset("先常全同亦特故正真")
_NO_FIRST = (
    MASKS
    | frozenset(
        "不与且个之也了些什仅从他们你使便俩几则别到却又及吗吧在她它对就很怎您我或把无最未条此每的着而自莫被请谁跟这本各两三几多共并仍才再还更否可须需要已均所第"
    )
) - frozenset(RARE)
