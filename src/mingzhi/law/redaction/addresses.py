"""Where people live, hidden down to the last number; where something happened stays.

A label decides (住址, 户籍地, 住 ...). Where the home itself is the place of the offence, it is cut to the village. (执法公示制度 8（二）)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .doors import NUMBER, doors, possible_doors
from .dwellings import dwellings
from .heads import Headed
from .kinds import Hidden, Kind
from .nooks import nooks
from .patterns import alternation
from .placewords import ADDRESS_ENDS, SPEAKS_OF_A_PERSON, SPEAKS_OF_A_UNIT, SURE_PLACES
from .spans import span

_NUMERAL = "[0-9一二三四五六七八九十百零〇甲乙丙丁A-Za-z]"
_LEVEL = f"{alternation(ADDRESS_ENDS.split())}|号附[0-9]+"
_ENDS = re.compile(f"(?:{_LEVEL})(?:附?{_NUMERAL}+号?)?|{_NUMERAL}+(?:[-#之]{_NUMERAL}+)+(?:号|室|房)?|[0-9]+")
_STOP = re.compile(
    '[，。；：、！？,;:“”"《》\n]|[\t ]{2,}|\\s(?=[\u4e00-\u9fff]{2,6}[：:])|(?:的(?![\u4e00-\u9fff]{0,2}(?:路|街)))|[（()）]|身份证|公民身份|电话|手机|联系|邮编|系|于[0-9]'
)
#: A bracket that belongs to the address: （原万隆乡）, （小地名：大水井）.
_ASIDE = re.compile(
    "[（(](?:(?:原|现|附|又名|即|小?地名|俗称|小名|[0-9])[^（）()\n]{0,20}|[\u4e00-\u9fff]{1,7}(?:院子?|大院|[坡湾坝沟坪塘垭坳岩梁坎嘴岭冲屋]|屋基|桥头|旁边?|对面|隔壁|楼[上下]|后面|前面|侧))[)）]"
)
#: Letters after the last number that may be the name of a spot: 3组大水井. With a label before, more.
_SPOT, _SPOT_LABELLED = 10, 12
_LONGEST = 70
#: How to get there, told in the next breath: …宋庄村，进村头一个胡同口朝南的蓝大门.
_FURTHER = re.compile(
    "[，,](?:进[村门院]|紧?挨着?|靠近?|水渠|涝坝|公路|大路|从[^，。；]{1,6}数|[村路街河桥]的?[东南西北口头边尽])[^，,。；;：:（）()\n]{2,14}(?=[，,。；;）)\n]|$)"
)
_PLACE = re.compile(
    f"{alternation(SURE_PLACES.split())}|[组社队](?=[0-9一二三四五六七八九十，。、；）)号 ]|$)|[0-9一二三四五六七八九十]+[组社队号]|[0-9]+[室房]"
)

_WHERE = "家庭 常住 户籍 户口 居住 邮寄 通信 通讯 联系 收件 收货 收信 寄件 寄信 发件 回信 来信 退件 投递 暂住 现居 经常居住 租住 居留 居留登记 收件人 寄件人 联系人"
_HOMES = "住址 原住址 原住处 原籍 祖籍 老家地址 现居地 落户地 租住地址 居住地点 暂住地点 现住地点 租住地点 住处地址 籍贯 居住地 户籍地 现住地 暂住地 出生地 租住地 住地 常住地 户籍 居留地 居留登记地 居所 寓所 暂住处 租住处 现住处 新住处 新居 新家 迁居地 安置住房 现住房 身份证地址 身份证住址 家庭所在地"
_LABELS = [*_HOMES.split(), *(where + word for where in _WHERE.split() for word in ("地址", "所在地"))]
#: What stands between a label and the address: 住址栏填写：, 地址一栏写的是, 寄信地址写的是.
_TOLD = "(?:一?栏)?(?:内|里|上|中)?(?:所?(?:填写|填报|填|写|登记|记载|载明|注明|标注|显示|变更)的?)?(?:均?为|是|均?在|于|系|位于|[（(][^，。：:\\n（）()]{1,6}[)）])?[\\s：:（(“]*"
_ALWAYS = Headed(f"(?:{alternation(_LABELS)}|送达地址(?!确认))" + _TOLD)
_PREMISES = Headed(
    "(?:地址|住所地?|住所（地）)(?:为|是|在|于|位于)?[\\s：:]+|(?:地址|住所)(?:为|是|在|位于|于)|住所地(?=[\u4e00-\u9fff]{2,6}[省市区县镇])|(?<!网络)(?<!网)(?:地址|住所)(?=[\u4e00-\u9fff]{2,6}[省市区县镇乡])"
)
_LIVES = Headed(
    "(?:住处|住哪[儿里]?|现住|家住)(?:[：:]\\s?|，答[，：:])(?=[\u4e00-\u9fff]{2,7}[省市区县旗镇乡村])|住的(?:是|地方是|地址是|房子[是在])(?=[\u4e00-\u9fff]{2,7}[省市区县镇乡村道])|住在?[^，。；\\n]{1,10}?(?:旁边|隔壁|对面|附近|后面|前面|楼上|楼下)的(?=[\u4e00-\u9fff]{2,7}[省市区县镇乡村])|住(?:在|于|到|进)?(?![所址宅房户院宿处建持校嘉地院改区环点]|人(?!民))[：:]?\\s?|(?:家[里中头]?|家庭|户口|户籍|屋头|屋里)(?:就|也|现|原|都)?(?:在|位于|住(?![址所处房宅])|落在)[：:]?\\s?|租(?:赁|用|下|了)?(?=[\u4e00-\u9fff0-9-]{4,26}居住)|(?:出生于|出生在)(?=[\u4e00-\u9fff])|(?:租住|借住|寄住|暂住|寄宿|借宿|留宿|投宿|合住|同住|独居|现居|居住|居留(?!许可|证|期|卡)|旅居|寓居|客居|蜗居|寄居|定居|安家|栖身)(?:在|于|到)?(?![房户者所证民处地登成区建环条面权点]|人(?!民))"
    "|(?:搬回|搬去|老家(?![具电])(?:在|是|住)?|娘家(?:在|住)?|婆家(?:在|住)?|祖籍(?:在|是)?|家在|家是|户口在|户口落在|户籍在|户籍是)(?=[\u4e00-\u9fff]{2,7}[省市区县镇乡村])|搬(?:至|到|往)(?=[\u4e00-\u9fff0-9-]{2,26}(?:居住|暂住))"
)
#: （男，52岁，重庆市綦江区永城镇复兴村2组）: what follows sex and age in a bracket is where somebody lives.
_IN_BRACKETS = re.compile(
    "[（(][男女](?:，[\u4e00-\u9fff]{1,4}族)?，(?:[0-9]{1,3}岁，|[0-9]{4}年[0-9月日]{0,6}出?生，)?(?=[\u4e00-\u9fff]{2,6}[省市区县镇乡村])"
)
#: What a letter came back with: 高山村6组88号查无此人.
_UNKNOWN_THERE = Headed("查无此人|查无收件人")
#: 挡住了, 按住: nobody lives there.
_HELD = re.compile("[挡堵拦拉按抓围封盖遮捂卡拴捆绑扣压顶缠锁夹钩粘扎咬拖逮]住")
#: Where many live or anybody may stay: 工棚, 街上, 民宿, 208房; a district or an inn by its name alone leads to nobody's door.
_ANYWHERE = re.compile(
    "(?:了|在|了在|的是|着)?(?:这|那|本|该|隔壁|附近)?(?:[\u4e00-\u9fff]{0,6}(?:工地|厂|矿|场|店|公司|单位|学校)的?)?(?:街上|场上|镇上|村上|村里|城里|城区|县城|乡下|山上|工棚里?|棚子里?|板房里?|工地(?:板房|工棚|宿舍)?里?|活动板房里?|民宿|旅馆|旅社|宾馆|酒店|招待所|出租屋里?|出租房里?|宿舍里?|路边|村)"
    "|(?:工棚|工地|板房)[0-9一二三四五六七八九十两半]+(?:个?[天年月]|号[\u4e00-\u9fff]{0,2}房)"
    "|[0-9]{1,4}(?:号?房|室)|[\u4e00-\u9fff]{2,12}(?:民宿|旅馆|旅社|宾馆|酒店|招待所)|(?:[\u4e00-\u9fff]{2,8}[省市区县])?[\u4e00-\u9fff]{2,4}[镇乡]"
)
#: 籍贯毕节市, 户口在江北区: nobody is found by it.
_REGION_ONLY = re.compile("(?:[\u4e00-\u9fff]{2,3}省|重庆市?)?[\u4e00-\u9fff]{1,4}[省市县区州]")
#: 租住花坝村的旧校舍.
_VILLAGE_ONLY = re.compile("[\u4e00-\u9fff]{2,4}村")
#: 家在文明巷12号门面外堆放: the place of something else. Where a home is told, nothing follows.
_FAMILY_AT = re.compile("(?:家[里中头]?|家庭)(?:就|也|现|原|都)?(?:在|位于)[：:]?\\s?$")
_TOLD_END = re.compile("[，,。；;、）)\n：:”]|$|(?:附近|旁边?|隔壁|对面|楼[上下])?[，,。；;）)\n]|住|居住|的[，。]")
#: 问：住哪里？答：永城镇凤凰村8组62号。
_ASKED = Headed(
    "(?:住(?:在)?(?:哪|什么地方|何处|啥子?地方)|(?:家庭)?(?:住址|住处|地址)(?:是|在|呢)?(?:哪|什么|多少)?|家在哪|(?:是|系)?哪里(?:的)?人|户籍(?:地)?(?:在|是)(?:哪|什么)|什么地方(?:的)?人)[^？?。，\n]{0,8}[？?]\\s*(?:答[：:])?\\s*(?:[我就现是家住在的：:]|目前|本人|租|暂)*"
)
_HOME = re.compile(
    "(?:(?:的)?(?:[\u4e00-\u9fff]{2,4}|其|他|她)(?:的)?)?(?:家中|家里|家门[口前]|家院坝|自家|住宅|住房|住处|居所|出租屋|出租房|租住处|租住房屋?|租住屋|宿舍|老宅|老屋|自建房|卧室|院坝|自家院子|的家)"
)
_HOME_BEFORE = re.compile("(?:家中|家里|家|住处|住房|住宅)[（(][^（）()]{0,20}$")
_OF_A_PERSON = re.compile(f"{alternation(SPEAKS_OF_A_PERSON.split())}|[，,（(\\s：:][男女](?=[，,）)\\s])|[\u4e00-\u9fff]族")
_OF_A_UNIT = re.compile(f"{alternation(SPEAKS_OF_A_UNIT.split())}|[店厂部社场馆](?=[，,（(\\s])")

_VILLAGE = re.compile("村(?!民)|社区|居委会|街道|镇|乡")
_DOOR = re.compile(
    f"(?:[\u4e00-\u9fff]{{0,6}}?{_NUMERAL}+(?:村民小组|组|社|队))?(?:[\u4e00-\u9fff]{{0,8}}?(?:路|街|巷|小区|花园|新村|湾|坝|沟|坪|院子))?"
    f"(?:附?{_NUMERAL}+(?:-{_NUMERAL}+)*(?:号楼|号院|号|栋|幢|单元|楼|层|室|附{_NUMERAL}+号|号附{_NUMERAL}+))*"
)
#: How far the number of a door stands from its village.
_FROM_ITS_VILLAGE = 24
_IS_HAN = re.compile("[\u4e00-\u9fff]")
_NUMBERED = re.compile("[0-9一二三四五六七八九十]")


def find_addresses(text: str) -> Iterator[Hidden]:
    """Homes in a folded text."""
    for label in _ALWAYS.finditer(text):
        yield from _value(text, label.end(), _ends_as_label(label[0]), is_home="住址" in label[0] or "户籍" in label[0])
    for label in _PREMISES.finditer(text):
        if _is_personal(text, label.start()):
            yield from _value(text, label.end(), labelled=True)
    for label in _ASKED.finditer(text):
        yield from _value(text, label.end(), labelled=False)
    for label in _LIVES.finditer(text):
        if not _HELD.search(text, max(0, label.start() - 1), label.end()) and not _is_anywhere(text, label):
            yield from _value(text, label.end(), labelled=False)
    for found in _UNKNOWN_THERE.finditer(text):
        low = max(0, found.start() - _LONGEST)
        start = max([low, *(edge.end() for edge in _STOP.finditer(text, low, found.start()))])
        if _PLACE.search(text, start, found.start()):
            yield span(Kind.ADDRESS, start, found.start(), "送达时查过的住址")
    for label in _IN_BRACKETS.finditer(text):
        yield from _value(text, label.end(), labelled=False)
    for start, end in dwellings(text):
        yield span(Kind.ADDRESS, start, end, "自然人的住处")
    for start, end in (*doors(text), *nooks(text)):
        yield span(Kind.ADDRESS, start, end, "自然人的住处")


def find_possible_homes(text: str) -> Iterator[Hidden]:
    """Addresses with a door as homes have it, which may be what the case is about."""
    for start, end in possible_doors(text):
        yield span(Kind.ADDRESS, start, end, "可能是住址，也可能是违法行为发生地", sure=False)


def find_doors(text: str) -> Iterator[Hidden]:
    """Doors of homes at which something happened: everything after the village goes."""
    last = -1
    for number in NUMBER.finditer(text):
        # 石壕镇响水村6组: the village that stands last is where it is cut.
        low = max(0, number.start() - _FROM_ITS_VILLAGE)
        village = max(_VILLAGE.finditer(text, low, number.start()), key=lambda found: found.end(), default=None)
        if village is None or village.start() == last:
            continue
        last = village.start()
        door = _DOOR.match(text, village.end())
        if door and _NUMBERED.search(door[0]) and not _VILLAGE.search(door[0]) and _is_home(text, village.start(), door.end()):
            yield span(Kind.ADDRESS, *door.span(), "行为发生在住处，只保留到村（社区）", replacement="（门牌略）")


def _is_home(text: str, start: int, end: int) -> bool:
    """Whether a home is spoken of: 响水村6组18号住宅, 家中（响水村6组18号）."""
    return bool(_HOME.match(text, end) or (text[end : end + 1] in ")）" and _HOME_BEFORE.search(text, max(0, start - 24), start)))


def _is_anywhere(text: str, label: re.Match[str]) -> bool:
    """Whether what follows is no address of somebody's."""
    body = text[label.end() : _end(text, label.end())].rstrip()
    if _FAMILY_AT.search(label[0]):
        last = max((found.end() for found in _ENDS.finditer(body)), default=0)
        if last and not _TOLD_END.match(text, label.end() + last):
            return True
    return bool(_ANYWHERE.fullmatch(body) or (_VILLAGE_ONLY.fullmatch(body) and text.startswith("的", label.end() + len(body))))


def _ends_as_label(label: str) -> bool:
    return label.rstrip()[-1] in "：:"


def _value(text: str, start: int, labelled: bool, is_home: bool = False) -> Iterator[Hidden]:
    """The address that begins here; without a colon before it, only if it reads like one."""
    body = text[start : _end(text, start)].rstrip()
    if not _IS_HAN.search(body) or body.startswith(("所属", "管辖", "辖区", "变更")):
        return
    last = max((found.end() for found in _ENDS.finditer(body)), default=0)
    if not labelled and _REGION_ONLY.fullmatch(body[:last]):
        return
    if last and (labelled or _PLACE.search(body)):
        stays = len(body) if len(body) - last <= (_SPOT_LABELLED if labelled else _SPOT) or body[-1] in ")）" else last
        further = _FURTHER.match(text, start + stays)
        yield span(Kind.ADDRESS, start, further.end() if further else start + stays, "自然人的家庭住址")
    elif labelled and is_home and 2 <= len(body) <= 40 and "略" not in body and "同上" not in body:
        yield span(Kind.ADDRESS, start, start + len(body), "前面写明是住址")


def _end(text: str, start: int) -> int:
    """Where what can be an address ends; a bracket that tells another name of the place is part of it."""
    limit = min(len(text), start + _LONGEST)
    at = start
    while stop := _STOP.search(text, at, limit):
        aside = _ASIDE.match(text, stop.start())
        if aside is None:
            return stop.start()
        at = aside.end()
    return limit


def _is_personal(text: str, at: int) -> bool:
    """Whether an address here is a person's: what speaks of a person stands nearer before it than what speaks of a unit."""
    before = text[max(0, at - 120) : at]
    person = max((found.end() for found in _OF_A_PERSON.finditer(before)), default=-1)
    unit = max((found.end() for found in _OF_A_UNIT.finditer(before)), default=-1)
    return person > unit
