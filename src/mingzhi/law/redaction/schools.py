"""Schools of minors: 就读于石壕中学 finds a child as surely as its name. (未成年人保护法 103)

Who learns there is told by a class (石壕小学三年级2班), by a verb before (就读于, 上, 转到, 送…去) or by a word behind (在…读书, …的学生). A school
before whose gate somebody sells, or that is inspected, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .heads import Headed
from .kinds import Hidden, Kind
from .patterns import alternation
from .schoolwords import BEFORE_ITS_NAME, PARTS_AND_DOINGS, SCHOOLS
from .spans import span

_NUMBER = "[0-9一二三四五六七八九十]{1,3}"
_CLASS_NO = f"(?:[（(]?{_NUMBER}[)）]?班)"
_YEAR = "(?:小学|初中|高中)?(?:[一二三四五六七八九1-9]年级|[初高小][一二三四五六123456](?:年级)?|[一二三四五六七八九1-9]年)"
#: 五年级, 六年级2班, 八（6）班, 高二四班, 大二班, 中一班, 学前班, 幼儿保育2班, 2021级3班.
_CLASS = (
    f"(?:(?:(?![的有在了由与和等人门前旁外内读])[\u4e00-\u9fff]){{2,6}}?[0-9]{{4}}班|(?:20[0-9]{{2}}[级届])(?:[\u4e00-\u9fff]{{2,8}}?)[0-9]{{0,2}}班|(?:高|初|中)[一二三四](?:[\u4e00-\u9fff]{{2,6}}?)班|[大中小托学][一二三四五六七八九十0-9]{{1,2}}班|{_YEAR}(?:\\s?{_CLASS_NO})?|[一二三四五六七八九1-9]\\s?[（(]{_NUMBER}[)）]班?|(?:20[0-9]{{2}}[级届]|[0-9]{{2}}[级届](?=.{{0,10}}班))(?:[\u4e00-\u9fff]{{2,8}}专业)?{_CLASS_NO}?"
    f"|[大中小托]班|学前[大小]?班|{_CLASS_NO}|(?:(?![的有在了由与和等人门前旁外内])[\u4e00-\u9fff]){{2,6}}?(?:专业)?{_CLASS_NO})"
)
_IN_CLASS = re.compile(_CLASS)
#: 三年级、一年级: of brothers and sisters.
_OTHER_CLASS = re.compile(f"[、和及](?P<class>{_YEAR}(?:{_CLASS_NO})?)")
_SCHOOL = Headed(
    f"{alternation(SCHOOLS.split())}|(?<=[，。；在读是])[该本我]校|[一二三四五六七八九十]{{1,2}}[中小]|第[一二三四五六七八九十]{{1,2}}[中小]学?"
)
_SHORT = re.compile("[一二三四五六七八九十]{1,2}[中小]|中专|完小|[初高]中部")
#: Where the name of the school begins: after one of these.
_EDGE = re.compile(f"(?:{alternation(BEFORE_ITS_NAME.split())}|上(?!岗)|是(?!否)|[，,。；;：:、（(“”？?\\s])")
#: Letters that names of places begin with too: after another edge they do not end one.
_IN_NAMES = frozenset("上进入读念去和")
_ATTENDS = re.compile(
    "(?:就读于|就读学校[：:为是]?|就读的?(?:学校)?(?:为|是|在|于)?|入读|寄读(?:于|在)?|借读(?:于|在)?|走读于|在读于|读于|转学?[至到入]|转入|转回|考[入上取进]|升[入上]|录取[到至]|毕业于|肄业于|学籍(?:在|学校[：:为是]?)|就读[：:]?|[上读]的(?:学校)?(?:是|在)|学校[在是为]|读书的?(?:学校)?[：:为是]|所?(?:在|读)学校(?:名称)?[：:为是])\\s?$"
)
_READS = re.compile("(?:[上读念]|进了?|入)$")
_PUPIL = re.compile(
    "的?(?:在校|在读|住校)?(?:学生(?![宿食餐证家])|就读|读书|上学|念书|上课|求学|小朋友|幼儿(?!园)|学童|接回|接走|放学|毕业|走读|住校|住读|寄宿|寄读|借读|借宿就读|读[初高一二三四五六七八九]|上[初高一二三四五六七八九学]|念[初高一二三四五六七八九])"
)
_STOPS = re.compile(
    "(?=[，,。；;、！？”）)\\s]|$)|的|(?:已|才|刚|有)?(?:半|[0-9一二三四五六七八九十两])个?[多余]?(?:年|学期|月)|才|了[，。；]"
)
_NEXT_CLASS = re.compile(f"，?(?:现|正|今年)?(?:在?[读上念]|就读)(?:于)?(?={_YEAR}|学前班|{_CLASS_NO}|[大中小]班)")
_ISSUES = re.compile("(?:学生证|学籍)[^。；\\n]{0,24}由$")
_SIGNS = re.compile("签发|颁发|发放|出具")
#: The school as a place or a unit of which something else is said.
_PLACE = re.compile(f"的?(?:{alternation(PARTS_AND_DOINGS.split())})")
#: A class by itself: 读初一, 孩子是七年级9班的.
_CLASS_ALONE = Headed(
    f"(?:(?:在读|就读|读|上|念|升|升入|升到)(?:着|了|的是|于)?(?P<class>(?:小学|初中|高中)?[一二三四五六七八九]年级(?:\\s?{_CLASS_NO})?"
    f"|[初高][一二三123](?![0-9中次米层楼个])(?:\\s?{_CLASS_NO})?|学前[大小]?班|幼儿园[大中小]班|[大中小][一二三四1-4]班)"
    # 是初三 may be a day of the month.
    f"|[是系在](?P<its>(?:小学|初中|高中)?[一二三四五六七八九]年级(?:\\s?{_CLASS_NO})?|[初高][一二三]\\s?{_CLASS_NO})"
    f"|(?:孩子|小孩|娃儿?|儿子|女儿|孙子|孙女)(?:今年|现在|才|都|刚)?(?P<child>[一二三四五六七八九]年级(?:\\s?{_CLASS_NO})?))"
    "(?!教室|老师|教师|班主任|起|以上|学生(?:可|应|不得))"
)
_LEARNER_NEAR = re.compile("孩子|娃|儿|女|孙|学生|外甥|侄|弟|妹|学校|小学|中学|他|她|我|未成年|读|同学|岁")
#: 小孩三年级，在石壕镇中心小学.
_AFTER_CLASS = re.compile("(?:[一二三四五六七八九]年级|[初高][一二三]|学前班)，(?:就读|读书)?在$")
#: 孩子是中山路小学的.
_HIS_SCHOOL = re.compile("的(?=[，。；])")
_CHILD_NEAR = re.compile("孩|娃|儿|女|孙|学生|侄|甥")
#: 三年级学生可以参加: nobody of them.
_ALL_OF_THEM = re.compile("(?:全体)?学生(?:可|应|不得|都|均|代表|须|自愿|开展|及)")
_WHY = "就读的学校能找到未成年人"


def find_schools(text: str) -> Iterator[Hidden]:
    """Schools that somebody attends, in a folded text."""
    for word in _SCHOOL.finditer(text):
        start = _begins(text, word.start())
        class_ = _IN_CLASS.match(text, word.end())
        end = class_.end() if class_ else word.end()
        if _attended(text, start, word, class_, end):
            yield span(Kind.SCHOOL, start, end, _WHY)
            if class_ and (other := _OTHER_CLASS.match(text, end)):
                yield span(Kind.SCHOOL, *other.span("class"), _WHY)
    for found in _CLASS_ALONE.finditer(text):
        if found["child"] or _LEARNER_NEAR.search(text, max(0, found.start() - 24), found.start()):
            yield span(Kind.SCHOOL, *found.span(next(name for name in ("class", "its", "child") if found[name])), _WHY)


def _begins(text: str, at: int) -> int:
    """Where the name of a school that ends here begins: 在|上冈镇实验学校, 阙果果上|同华小学."""
    low = start = max(0, at - 18)
    for edge in _EDGE.finditer(text, low, at):
        # 向上冈镇: what stands right after another edge is the first letter of a name.
        if edge[0] in _IN_NAMES and edge.start() == start and start > low:
            continue
        if edge.end() < at or start == low:
            start = edge.end()
    return start


def _attended(text: str, start: int, word: re.Match[str], class_: re.Match[str] | None, end: int) -> bool:
    """Whether somebody is said to learn at the school that stands here."""
    named = start < word.start() or (class_ is not None and "班" in class_[0] and word[0] != "学校")
    if not named or _PLACE.match(text, end) or _PLACE.match(text, word.end()):
        return False
    attends = _ATTENDS.search(text, max(0, start - 10), start)
    pupil = _PUPIL.match(text, end) or _NEXT_CLASS.match(text, end)
    stops = _STOPS.match(text, end)
    if class_ and "班" not in class_[0] and _ALL_OF_THEM.match(text, end):
        return False
    # 向石壕中学初二年级学生宣讲: spoken to all of them.
    if class_ and "班" not in class_[0] and text[start - 1 : start] in ("向", "对"):
        return False
    if class_ and not _is_shift(class_[0], word[0]) and ("班" in class_[0] or attends or pupil or stops):
        return True
    if _SHORT.fullmatch(word[0]) and not (pupil or attends):
        return False
    if pupil or _AFTER_CLASS.search(text, max(0, start - 12), start) or (attends and stops):
        return True
    return bool(stops and _is_a_childs(text, start, end)) or bool(
        (stops or _SIGNS.match(text, end)) and _ISSUES.search(text, max(0, start - 30), start)
    )


def _is_a_childs(text: str, start: int, end: int) -> bool:
    """孙子上石壕小学, 读石壕小学的女儿, 孩子是石壕小学的. Without a child near it is a way that leads there."""
    if text[start - 1 : start] == "是":
        return bool(_HIS_SCHOOL.match(text, end) and _CHILD_NEAR.search(text, max(0, start - 8), start))
    if not _READS.search(text, max(0, start - 2), start):
        return False
    if text[end : end + 1] == "的":
        return bool(_CHILD_NEAR.match(text, end + 1))
    return bool(_LEARNER_NEAR.search(text, max(0, start - 16), start))


def _is_shift(class_: str, school: str) -> bool:
    """Whether 大班, 小班 stand behind something that has none."""
    return class_ in ("大班", "中班", "小班", "托班") and school not in ("幼儿园", "托儿所", "学校", "中心校")
