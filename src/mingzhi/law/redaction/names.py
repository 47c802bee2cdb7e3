"""Names of persons that the matter does not know: weighed by their letters and by what stands around them.

Each sign adds or takes away points; what reaches HIDE is hidden everywhere in the text, what reaches DOUBT is shown to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from mingzhi.law.names import COMPOUND_SURNAMES, INTERPUNCT

from .folding import GAP
from .kinds import Role
from .known import MASKS, Found
from .labels import LABELS, LONGEST
from .spans import Guard
from .surnames import COMMON, NEVER, PLAIN, POSSIBLE, RARE, SYLLABLES, TYPICAL

HIDE, DOUBT = 5.0, 3.5

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
#: Words that begin like a name, end where one would begin, or follow one; none is a name.
WORDS = frozenset(files(__package__).joinpath("words.txt").read_text("utf-8").split())

_SURNAMES = dict.fromkeys(RARE, 0.0) | dict.fromkeys(COMMON, 1.5) | dict.fromkeys(PLAIN, 2.5)
_COMPOUND = sorted(COMPOUND_SURNAMES, key=len, reverse=True)
_CANDIDATE = re.compile("[" + "".join(sorted(_SURNAMES)) + "](?=[" + "".join(sorted((TYPICAL | POSSIBLE) - NEVER)) + "])")

_GENDER = re.compile(
    "[\\s，,、；;（(]{0,2}(?:男|女)(?=[，,、。；;\\s）)]|性)|[\\s，,]{0,2}[（(](?:男|女|身份证|公民身份|证件|现年|时年|[0-9]{1,3}岁|[0-9]{4}年|生于|出生|汉族|[\u4e00-\u9fff]{1,4}族|执法证|证号|电话|手机|联系|已故|系|签[名字]|以下简称|化名|另案|未成年|经营者|法定代表人|[\u4e00-\u9fff]{0,4}(?:妻|夫|父|母|子|女|兄|弟|姐|妹|邻居|村民|司机|员工))"
    "|[，,\\s]{1,2}(?:身份证|公民身份|[0-9]{1,3}岁|现年|时年|生于|[0-9]{4}年[0-9]{1,2}月[0-9]{0,2}日?出?生|汉族|苗族|土家族|彝族|藏族|[\u4e00-\u9fff]{1,4}族(?=[，,、])|住(?![所院宅]))"
)
_KIN = re.compile(
    "[的之]?(?:妻子?|丈夫|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|家中|家里|家门|家的|家庭|家院|夫妇|夫妻|父子|母子|母女|父女|兄弟|姐妹|一家|一行|等(?:人|[0-9二两三四五六七八九十]+[人名户])|本人|二人|两人|三人|先生|女士|同志|老人|之[妻子女父母夫兄弟]|名下|户(?=[，。、的在])|签名|签字|身份证|所有的|驾驶的)"
)
_VERB = re.compile(
    "(?:[在于未擅违称说提陈反认承否签拒将把被从系是自以驾骑购买卖销售租雇请砍挖捕烧搭占拆堆倒倾运养种放办辩诉举]|经营|经[查过营]|到[场案达该]|表示|陈述|反映|明确|明知|说明|及其|与其|的(?:行为|询问|陈述|证言|笔录|身份|上述|违法|住宅|房屋|车辆|店|家|申辩|意见|申请|养殖|承包|鱼塘|土地|摊位|银行|手机|电话)|"
    "因|为[了其]?|对[该其上此]|向[本我执]|没有|不[服在愿予能是]|无[证照异法]|已[经于将]?|曾|又|也|均|都|应[当]?|可|要求|希望|建[房造设]|修建|开[设办]|利用|使用|使[用]?|通过|私自|多次|再次|主动|当场|随即|立即|随后|现场|积极|配合|接受|收到|取得|持有|拥有|雇佣|组织|参与|委托|受[托委]|代[签收为]|收[到受]|缴纳|履行|申请|要求|予以|进行|实施|存在|涉嫌|违反|共同|分别|独自|私|负责|担任|作为|作出|出具|出示|提供|送达|签收|拒签|拒绝|"
    "今年|当日|当天|当时|于|日常|长期|平时|平常|昨|今|近|刚|正在|正|前往|来|去|回|进|出|上门|死亡|受伤|去世|遗|名下|得知|知道|发现|看见|看到|听到|目睹|阻|劝|打|骂|推|拉|拿|给|叫|让|带|找|借|还|欠|付|交|领|取|拖|赔|辱|威胁|殴|损|毁|破|偷|盗|抢|骗|跑|逃|走|站|坐|睡|喝|吃|用|和|与|及|同|跟|等|对|向)"
)
_CLOSING = re.compile('[，。、；：！？）)”"》\\s,;:/]|$')
_NEXT_NAME = re.compile("(?:、|和|及|与|以及)(?=[" + "".join(sorted(_SURNAMES)) + "])")
#: What follows a place, a thing or a rule, never a person.
_NOT_A_PERSON = re.compile(
    "[村镇乡县市区街路桥河沟坝坪湾湖岛峡谷坡岩洞寺庙社组队局厅院署厂店场站校馆库港湖塘]|社区|大道|大桥|水库|小区|广场|公园|景区|公司|合作|集团|中学|小学|医院|银行|工程|项目|条例|办法|规定|标准|制度|条款|法|学院|大学|品牌|牌|型|款|号|系列|元|万|亿|吨|米|公里|日|月|年|周年|时代|主义|问题|情况|方面|部分|工作|要求|原则|能力|水平|质量|"
    "机构|部门|单位|设备|设施|材料|建筑|产品|商品|食品|药品|车辆|机械|资源|资金|费用|信息|数据|系统|平台|网络|技术|服务|管理|安全|环境|卫生|文化|教育|体育|旅游|经济|社会|政治"
)
_PREPOSITION = frozenset("由向对与和及同跟将把被给经找叫名为是系让请使据从")
_EDGE = frozenset('，。、；：！？（()）“”"《》〈〉,;:!?\n\r\t \u3000-—/|【】[]·…')
_SIGNED = re.compile("[（(](?:签名|签字|盖章|签章|捺印|公章|签名或盖章|签字或盖章|签名、捺印|签名并捺印|姓名|乙方|甲方|男|女)[)）]$")
_LINK = '\\s\u3000：:“"为是叫（('
_LATIN = re.compile("[A-Z](?<![A-Za-z0-9].)(?:[a-z]+|\\.)(?:[ \u00b7.-]{1,2}[A-Z](?:[a-z]+|\\.)){1,3}(?![A-Za-z0-9])")
_DOTTED = re.compile(f"[{HAN}]{{1,8}}(?:{INTERPUNCT}[{HAN}]{{1,8}}){{1,4}}")
_SYLLABLE = "(?:" + "|".join(SYLLABLES) + ")"
_MINORITY = re.compile(f"{_SYLLABLE}{{2,4}}|(?:阿|吉|尔|木|依|曲|布|约){_SYLLABLE}{{2}}")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零〇两")


@dataclass(frozen=True, slots=True)
class Names:
    """Names that are taken for names, and what may be one."""

    found: list[Found]
    doubtful: list[Found]


def find_names(text: str, guard: Guard) -> Names:
    """Persons named in a folded text. Nothing inside the guard is one."""
    found: list[Found] = []
    doubtful: list[Found] = []
    for one in _foreign(text, guard):
        found.append(one)
    taken = Guard((one.start, one.end) for one in found)
    last = Found(-1, -1, "", Role.OTHER)
    for match in _CANDIDATE.finditer(text):
        start = match.start()
        if start < last.end or taken.overlaps(start, start + 2) or guard.overlaps(start, start + 2):
            continue
        best = _weighed(text, start, last)
        if best is None:
            continue
        points, one = best
        if points >= HIDE:
            found.append(one)
            last = one
        elif points >= DOUBT:
            doubtful.append(one)
    found += _labelled(text, guard, Guard((one.start, one.end) for one in found))
    return Names(found, doubtful)


def _weighed(text: str, start: int, last: Found) -> tuple[float, Found] | None:
    """The best reading of what begins here as a name."""
    surname = 2 if text[start : start + 2] in _COMPOUND_SET else 1
    points, role = _before(text, start, last)
    points += 2.5 if surname == 2 else _SURNAMES[text[start]]
    best: tuple[float, Found] | None = None
    for given in (2, 1):
        end = start + surname + given
        letters = text[start + surname : end]
        if len(letters) < given or not _can_be_given(letters):
            continue
        total = points + _given(letters) + _after(text, start, end, given) - _as_a_word(text, start, end)
        if best is None or total > best[0] + (0.0 if given == 2 else 0.5):
            best = (total, Found(start, end, text[start:end], role, text[start : start + surname] if surname == 2 else None))
    return best


_COMPOUND_SET = frozenset(name for name in _COMPOUND if len(name) == 2)


def _as_a_word(text: str, start: int, end: int) -> float:
    """How much it looks like an ordinary word: 安全 most, 高兴国 less."""
    if text[start:end] in WORDS or text[start : end + 1] in WORDS:
        return 5.0
    return 3.5 if text[start : start + 2] in WORDS else 0.0


def _can_be_given(letters: str) -> bool:
    return not any(letter in NEVER or letter in MASKS or not letter >= "\u3400" for letter in letters)


def _given(letters: str) -> float:
    points = 0.0
    for letter in letters:
        points += 1.5 if letter in TYPICAL else 0.3 if letter in POSSIBLE else -1.0
    return points if len(letters) == 2 else points - 0.3


def _before(text: str, start: int, last: Found) -> tuple[float, Role]:
    """Points for what stands before, and the role that a label there gives."""
    if start == 0:
        return 1.5, Role.OTHER
    label, colon = _label_before(text, start)
    if label is not None:
        return (5.0 if colon else 4.0), label
    letter = text[start - 1]
    if last.end > 0 and start - last.end <= 42 and _joins(text, last.end, start):
        return 3.0, last.role
    if letter in _EDGE:
        return 1.5, Role.OTHER
    if text[start - 1 : start + 1] in WORDS or text[start - 2 : start + 1] in WORDS:
        return -5.0, Role.OTHER
    if letter in _PREPOSITION:
        return 1.2, Role.OTHER
    if letter in _NUMERALS or letter.isdigit() or letter.isascii():
        return -4.0, Role.OTHER
    return -1.0, Role.OTHER


def _joins(text: str, end: int, start: int) -> bool:
    """Whether only a joining mark, perhaps after a bracket, stands between two names."""
    between = text[end:start]
    return _JOIN.fullmatch(between) is not None


_JOIN = re.compile("(?:[（(][^（）()\\n]{1,36}[)）])?(?:、|和|及|与|以及|,|，|/|\\s{1,8}|和其[妻子]|同)")


def _label_before(text: str, start: int) -> tuple[Role | None, bool]:
    """The role of a label that ends right before, and whether a colon or a blank stands between."""
    end = start
    colon = False
    for _ in range(6):
        if end == 0:
            return None, False
        letter = text[end - 1]
        if letter in '：: \u3000\t\n“"为是叫(（':
            colon = colon or letter in "：:\u3000"
            end -= 1
        elif letter in ")）":
            signed = _SIGNED.search(text, max(0, end - 12), end)
            if signed is None:
                return None, False
            end = signed.start()
            colon = True
        else:
            break
    for size in range(min(LONGEST, end), 1, -1):
        role = LABELS.get(text[end - size : end])
        if role is not None:
            return role, colon
    return None, False


def _after(text: str, start: int, end: int, given: int) -> float:
    """Points for what follows."""
    if _GENDER.match(text, end):
        return 4.0
    if _NEXT_NAME.match(text, end):
        return 1.5
    if _KIN.match(text, end):
        return 2.0
    two = text[end - 1 : end + 1]
    if two in WORDS and given == 1:
        return -3.0
    if _CLOSING.match(text, end):
        return 1.0
    if _VERB.match(text, end):
        return 1.5 if two not in WORDS else 0.0
    if _NOT_A_PERSON.match(text, end):
        return -4.0
    if two in WORDS:
        return -1.5
    return -0.5


def _foreign(text: str, guard: Guard) -> Iterator[Found]:
    """Names with an interpunct, names in letters, and names made of the syllables of other languages."""
    for match in _DOTTED.finditer(text):
        start, end = match.span()
        if _NUMERALS & set(match[0]) and len(match[0]) <= 5:
            continue
        start += _cut_label(text, start, end)
        if guard.overlaps(start, end) or INTERPUNCT not in text[start:end] or any(letter in MASKS for letter in text[start:end]):
            continue
        end = _cut_tail(text, start, end)
        yield Found(start, end, text[start:end], _label_before(text, start)[0] or Role.OTHER)
    for match in _LATIN.finditer(text):
        if not guard.overlaps(*match.span()):
            yield Found(match.start(), match.end(), match[0], _label_before(text, match.start())[0] or Role.OTHER)
    for match in _MINORITY.finditer(text):
        start, end = match.span()
        if (
            not guard.overlaps(start, end)
            and text[end : end + 1] != INTERPUNCT
            and text[start - 1 : start] != INTERPUNCT
            and len(match[0]) >= 4
        ):
            yield Found(start, end, match[0], _label_before(text, start)[0] or Role.OTHER)


def _cut_label(text: str, start: int, end: int) -> int:
    """How many letters before the interpunct belong to a label or a preposition, not to the name."""
    first = text.index(INTERPUNCT, start, end)
    head = text[start:first]
    for size in range(min(len(head) - 1, LONGEST), 0, -1):
        for at in range(len(head) - size, -1, -1):
            if head[at : at + size] in LABELS:
                return at + size
    for at in range(len(head) - 2, -1, -1):
        if head[at] in _PREPOSITION or head[at] in NEVER:
            return at + 1
    return 0


_TAIL = re.compile(
    "(?:在|于|未|擅|违|称|说|陈述|反映|承认|否认|签|拒|将|把|被|从|系|是|自|以|驾|购|买|卖|销|的|到|因|对|向|已|曾|不|没|与|和|及|等|经营|提|表|作|之)"
)


def _cut_tail(text: str, start: int, end: int) -> int:
    """Where the name ends: the last part runs on into what its bearer does."""
    last = text.rindex(INTERPUNCT, start, end)
    tail = _TAIL.search(text, last + 2, end)
    return tail.start() if tail else end


_LABELLED = re.compile(
    "(?:" + "|".join(sorted((word for word in LABELS if len(word) > 1), key=len, reverse=True)) + ")"
    f"(?:[（(](?:签名|签字|签章|盖章|捺印)[)）])?(?:\\s?[：:]\\s*|[\u3000 ]+)(?P<name>[{HAN}](?:{GAP}{{0,3}}[{HAN}]){{1,5}}|[A-Z][A-Za-z]+(?:[ ,.]{{1,2}}[A-Z][A-Za-z]*){{0,3}})(?=[，,。；;、（(）)\\n\\s]|$)"
)


def _labelled(text: str, guard: Guard, taken: Guard) -> Iterator[Found]:
    """What stands between a label with a colon and a mark, whatever its letters: 证人：囡囡."""
    for match in _LABELLED.finditer(text):
        start, end = match.span("name")
        name = re.sub(GAP + "+", "" if not match["name"].isascii() else " ", match["name"])
        if taken.overlaps(start, end) or guard.overlaps(start, end) or MASKS & set(name):
            continue
        if not _reads_like_a_name(name) and not (len(name) <= 4 and _GENDER.match(text, end)):
            continue
        role, _ = _label_before(text, start)
        yield Found(start, end, name, role or Role.OTHER)


def _reads_like_a_name(name: str) -> bool:
    if name.isascii():
        return True
    if (
        name in WORDS
        or name[:2] in WORDS
        or name[-2:] in WORDS
        or name in LABELS
        or any(letter in NEVER for letter in name)
        or "略" in name
    ):
        return False
    if name[0] in _SURNAMES or name[:2] in _COMPOUND_SET:
        return len(name) <= 4
    return len(name) in (3, 4) and all(letter in TYPICAL or letter in POSSIBLE for letter in name)
