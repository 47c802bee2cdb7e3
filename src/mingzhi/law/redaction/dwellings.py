"""Homes that no label announces: what is said around an address, and a door that only homes have, tell that somebody lives there.

其住处石壕镇顺江村9组3号, 搬到沱湾路77号4幢3-2住了, 到罗汉村7组66号，某某不在. A house as the place of the offence has none of these around it and stays.
(执法公示制度 8（二）)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .heads import Headed
from .patterns import alternation
from .placewords import GOODS, NO_HOME_BEHIND

Bounds = tuple[int, int]

_NUMERAL = "[0-9一二三四五六七八九十百零〇甲乙丙丁A-Za-z]"
_LEVELS = (
    "特别行政区 自治区 自治州 自治县 省 市 州 盟 区 县 旗 街道 镇 乡 苏木 村 社区 居委会 组 大道 公路 路 街 巷 弄 胡同 小区 花园 家园 公寓 新村 新城 花城 广场 大厦 大院 院子 院坝 苑 园 城 "
    "府 庄 湾 坝 沟 坪 坡 岩 塘 垭 坳 安置点 安置房 宿舍 住宅楼 宿舍楼 家属院 家属楼 片区"
)
_UNITS = "村 村民小组 小组 组 社 队 号楼 号院 号 栋 幢 座 单元 楼 层 室 户 房"
_DOOR = f"第?附?{_NUMERAL}{{1,5}}(?:[-#之]{_NUMERAL}{{1,5}})*(?:{alternation(_UNITS.split())})"
_FLAT = f"{_NUMERAL}{{1,4}}(?:-{_NUMERAL}{{1,4}})+"
_ASIDE = "[（(](?:原|现|附|又名|小?地名|俗称)[^（）()\\n]{1,12}[)）]"
#: An address that begins where somebody says it begins: levels, doors and the names of spots between them.
_ADDRESS = re.compile(
    f"(?:[\u4e00-\u9fff]{{1,8}}?(?:{alternation(_LEVELS.split())})(?:{_ASIDE})?|[\u4e00-\u9fff]{{0,6}}?(?:{_DOOR}|{_FLAT})(?:{_ASIDE})?){{2,9}}(?:[0-9]{{3,4}}(?![0-9年]))?"
)
#: A door that only homes have; a shop in the street has 25号.
_OF_A_HOME = re.compile(
    f"(?:村|社区|庄|居委会)[\u4e00-\u9fff]{{0,6}}?{_NUMERAL}{{0,3}}(?:村民小组|小组|组|社|队)|[栋幢室]|单元|号楼|号院|第[一二三四五六七八九十]户|{_FLAT}$|号{_NUMERAL}{{1,2}}楼|[号]附|宿舍|安置|住宅"
)
_NUMBERED = re.compile(f"{_NUMERAL}(?:组|社|队|号|栋|幢|室|楼|房)|{_FLAT}")
#: Behind an address, these make it a spot before or beside the house, or the seat of a unit.
_NO_HOME_BEHIND = re.compile(f"[的之]?(?:{alternation(NO_HOME_BEHIND.split())}|（[^）]{{0,10}}(?:办公室|大队|政府|[店馆]|公司|中心|经营))")

#: 住处…, 其居住的…, 寓所为…: a home whatever follows, where the door is one.
_HOUSE_BEFORE = Headed(
    "(?:(?:住处|居所|寓所|住宅|居住(?![点区权环条])|租住|暂住|借住)(?:的|的房屋)?|(?:安置点?的?|现有?|唯一|自有)?住房|户籍所在|(?:其|本人|当事人|受送达人|被处罚人)?的?住所)(?:地|地址)?(?:即|为|是|系|在|位于|坐落于|于)?[：:]?\\s?[（(]?(?=[\u4e00-\u9fff]{2})"
)
_A_UNIT = re.compile(
    "公司|合作社|企业|工厂|经营部|商行|事务所|[店厂场馆](?=[，,（(；;：:\\s的住])|中心(?=[，,（(；;：:\\s的住])|营业执照|信用代码|名称"
)
_A_PERSON = re.compile("其|本人|当事人|受送达人|经营者|被处罚人|法定代表人|负责人|业主|身份证|[男女](?=[，,])|户主|居民")
_MOVED = Headed(
    "(?:搬(?:家|迁)?(?:到|至|往|去|进|入|回)了?|迁(?:居|往|至|到|入|回)(?:到|至|在|于)?了?|移居(?:到|至|在)?|(?:搬家|搬走|迁居|搬迁)[^。；;\\n]{0,10}?(?:新址|新家|新居)(?:是|为|在|位于)?[：:]?)\\s?"
)
_GOODS = re.compile(f"(?:将|把)(?![家搬迁于])|{alternation(GOODS.split())}")
_LETTER = Headed(
    "(?:寄件人|收件人|来信人|发件人|收信人)[：:]?[\u4e00-\u9fff]{2,4}[，,、\\s]{1,2}|信封(?:上|背面|正面|封面)?(?:地址)?(?:写|注明|落款|署)(?:着|的是|明|有)?[：:]?"
    "|(?:户口[本簿册页]|身份证|居住证)(?:上|里|内)?(?:写|登记|载明|显示|记载|印)(?:着|有)?的?(?:地址|住址)?(?:还?是|为|在)?[：:]?"
    "|(?:告诉|告知|提供|留下|记下|报出|写下|说出|变更|确认|填写|填报|登记)(?:的|了|其|他|她)*(?:新|联系|现)?(?:地址|住址)(?:是|为)?[：:]?|(?:改|变更)为|(?:入户|住户|租客|房客|租户|居住|户口|外来人员|流动人口)登记[：:]|门牌号?(?:为|是)?[：:]?"
)
_SERVED_AT = Headed(
    "(?:邮寄|留置|直接|上门)送达[：:]\\s?|(?:寄|送|邮)(?:往|至|到)[^，,。；;：:\\n]{0,8}?(?:处|家中?|住处)[：:]\\s?|(?:送达|投递|留置|邮寄|妥投)(?:地点|处所|场所|地)(?:为|是|在)?[：:]?\\s?"
)
_TO = re.compile("(?:前往|到|在|至|往|赴|于|去)(?=[\u4e00-\u9fff]{1,8}?(?:省|市|区|县|镇|乡|街道|村|社区|小区|花园|路|街))")
_SERVING = (
    "(?:[家房大]门上|敲门|送达|不在家?|未找到|未见到?|无人|查无|签收|代收|拒收|拒签|留置|回访|家访|已外出|外出务工|搬走|锁门|寄出|退回)"
)
_SERVICE_AFTER = re.compile(f"[^。\\n]{{0,24}}?{_SERVING}")
#: 在…经营，当事人拒签: what is done there stands first.
_SERVED_THERE = re.compile(f"[^。；，,\\n]{{0,8}}?{_SERVING}")
_SERVICE_BEFORE = re.compile("(?:送达人?|寄|邮寄|投递|邮件|挂号信|回访|走访|留置|文书)[^。；;，,\\n]{0,16}$")
#: 请于三日内到…领取: whoever is asked to come is not at home there.
_ASKED_TO_COME = re.compile("请|须|应当?|可(?!能)|听证|会议")
_SERVES = ["送达", "签收", "代收", "拒收", "拒签", "查无", "回访", "家访", "投递", "寄", "挂号信", "不在", "敲门", "无人", "外出", "门上"]
_ANY_DOOR = re.compile("[0-9](?:号|室|房|户|-[0-9])|第[一二三四五六七八九十]户")
#: Brought to a door, not to a village.
_TO_THE_DOOR = re.compile(f"(?:[号室房户]|{_FLAT}|[0-9]{{3,4}})$")
_AT_HOME = Headed("(?:家|住处|住所|居所|寓所|家庭)[（(](?=[\u4e00-\u9fff]{2})")

#: Said behind: …为送达地址, …是某人的身份证住址, …他妈屋头, …组人.
_SAID_BEHIND = Headed(
    "(?:可?作?为|系|是)(?:其|本人|我|双方)?(?:的)?(?:文书)?(?:送达|接收|收件|通讯|通信|联系|邮寄)(?:文书|法律文书)?(?:的)?地址"
    "|(?:的)?(?:[他她其我](?:的)?)?(?:妈|爸|娘|爹|母亲|父亲|父母|姐姐?|哥哥?|弟弟?|妹妹?|儿子|女儿|姑妈?|舅舅?|亲戚|岳[父母]|丈母娘|外婆|奶奶|婆婆|女婿|老丈人)(?:家|的)?(?:屋头|屋里|家里|家头|家中|那里|那边|那儿|家(?=[，,。；;住]))"
)
_ITS_HOME = Headed("住址|住处|住所")
_IS_HIS = re.compile("[，,]?这?(?:是|系|为)[一-鿿]{0,4}?的?(?:身份证|户籍|户口|居住|家庭|老家)?$")
_MAN_OF = Headed("(?:村民小组|小组|组|社|队)人(?=[，,。；;、）)\\s]|$)")
_LEAD = re.compile("^(?:(?:本人|我|兹|现)?(?:确认|同意|自愿|将|以|提供|指定)|目前|现在|一直|[在到住是系])+")
_EDGE = re.compile('[，,。；;：:、（(“”"\\s！？!?]|系(?=[\u4e00-\u9fff]{2,6}[省市区县镇乡])|[是在](?=[\u4e00-\u9fff]{2,6}[省市区县镇乡])')
_LONGEST = 60


def dwellings(text: str) -> Iterator[Bounds]:
    """Where an address in a folded text is told to be somebody's home."""
    for found in _HOUSE_BEFORE.finditer(text):
        if not ("住所" in found[0] and _is_a_units(text, found.end())) and (home := _home(text, found.end())):
            yield home
    for found in _MOVED.finditer(text):
        if not _GOODS.search(text, _clause(text, found.start()), found.start()) and (home := _home(text, found.end())):
            yield home
    for found in _LETTER.finditer(text):
        if home := _home(text, found.end(), any_door=not found[0].startswith(("门牌", "改为", "变更为"))):
            yield home
    for found in _SERVED_AT.finditer(text):
        if home := _home(text, found.end()):
            yield home
    yield from _served(text)
    for found in _AT_HOME.finditer(text):
        home = _home(text, found.end())
        # 家中（响水村6组18号): where it is the place of the offence it is cut to the village.
        if home and ("村" not in text[slice(*home)] or (_SERVICE_AFTER.match(text, home[1]) and text[home[1] : home[1] + 1] in "）)")):
            yield home
    for found in _SAID_BEHIND.finditer(text):
        if home := _home_before(text, found.start(), found.start()):
            yield home
    for found in _ITS_HOME.finditer(text):
        said = _IS_HIS.search(text, max(0, found.start() - 10), found.start())
        if said and (home := _home_before(text, said.start(), said.start())):
            yield home
    for found in _MAN_OF.finditer(text):
        if home := _home_before(text, found.start(), found.end() - 1):
            yield home


def _is_a_units(text: str, at: int) -> bool:
    """Whether a 住所 is the seat of a unit: what names one stands nearer than what names a person."""
    before = text[max(0, at - 48) : at]
    unit = max((found.end() for found in _A_UNIT.finditer(before)), default=-1)
    return unit > max((found.end() for found in _A_PERSON.finditer(before)), default=-1)


def _served(text: str) -> Iterator[Bounds]:
    """Where papers were brought or sent to somebody."""
    if not _ANY_DOOR.search(text) or not any(word in text for word in _SERVES):
        return
    for found in _TO.finditer(text):
        home = _home(text, found.end())
        if home is None or not _TO_THE_DOOR.search(text[slice(*home)]):
            continue
        if _ASKED_TO_COME.search(text, _clause(text, found.start()), found.start()):
            continue
        after = _SERVED_THERE if found[0] == "在" else _SERVICE_AFTER
        if after.match(text, home[1]) or _SERVICE_BEFORE.search(text, max(0, found.start() - 20), found.start()):
            yield home


def _home(text: str, start: int, any_door: bool = False) -> Bounds | None:
    """The address that begins here, if its door is one of a home."""
    body = _ADDRESS.match(text, start, start + _LONGEST)
    if body is None or _NO_HOME_BEHIND.match(text, body.end()):
        return None
    return body.span() if (_NUMBERED if any_door else _OF_A_HOME).search(body[0]) else None


def _home_before(text: str, at: int, end: int) -> Bounds | None:
    """The address that ends here, if its door is one of a home."""
    low = max(0, at - _LONGEST)
    start = max([low, *(edge.end() for edge in _EDGE.finditer(text, low, at))])
    if lead := _LEAD.match(text[start:at]):
        start += lead.end()
    body = _ADDRESS.match(text, start, end)
    return (start, end) if body and body.end() >= end and _OF_A_HOME.search(body[0]) else None


def _clause(text: str, at: int) -> int:
    return max(text.rfind(edge, 0, at) + 1 for edge in "，,。；;\n")
