"""Certificates of property, and what somebody owns and earns.

Fines, takings, prices and the value of goods are facts of the case and stay. (执法公示制度 8（二）、（三）)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .heads import Headed
from .kinds import Hidden, Kind
from .means import means
from .patterns import alternation
from .spans import of_its_owner, span

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_SHORT_TITLES = (
    "农房 宅基 房字 林字 房权证 集土 国土 集用 国用 集建 国建 集土用 集宅用 房权 房地 林证 林权 林承 农地承包 集体土用 土集用 土国用"
)
_TITLE_KEY = Headed(
    "不动产权证?书?|不动产证明|不动产登记证明|房权证|房地证|房产证|房屋所有权证|房屋产权证|房地产权证|国用|集用|集建|集体土地使用证|国有土地使用证|"
    "土地使用权?证|用地使用权?证|土地房屋权证|土地承包证|自留山证|山林所?有?权?证|土地证|宅基地使用权?证|宅基地证|林权证|林证字|林地权证|土地承包经营权证|农村土地承包|产权证书?|权属证书|所有权证|权利证书|农地承包权"
)
_TITLE_BEFORE = re.compile(
    "(?:[\u4e00-\u9fff]{1,2})?[（(〔\\[][0-9]{4}[)）〕\\]][\u4e00-\u9fff]{0,12}$"
    f"|[{_PROVINCES}][0-9]{{4}}[\u4e00-\u9fff]{{0,12}}$"
    "|[0-9]{2,4}$|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,4}$"
)
_TITLE_NUMBER = re.compile(
    '[，,、]?(?:权属)?(?:证书|证)?(?:编号|证号|号码|字号|号)[\\s：:为是（(“"]*(?P<number>'
    "[\u4e00-\u9fff]{0,5}[（(〔\\[]?[0-9]{0,4}年?[)）〕\\]]?[\u4e00-\u9fff]{0,12}?字?第?[A-Za-z0-9][A-Za-z0-9-]{2,24}\\s?号?)"
    "|[：:]\\s?(?P<behind>[\u4e00-\u9fff]{1,8}(?:[（(〔][0-9]{2,4}年?[)）〕])?[\u4e00-\u9fff]{0,6}?字?第\\s?[A-Za-z0-9-]{1,20}\\s?号)"
    "|(?P<form>[\u4e00-\u9fff]{0,4}?[（(〔\\[]?(?:[0-9]{2,4}年?)?[)）〕\\]]?[\u4e00-\u9fff]{0,6}?字?第\\s?[A-Za-z0-9-]{1,20}\\s?号)"
    "|[（(][\u4e00-\u9fff]{0,3}(?:编号|证号|号)?[:：]?(?P<inner>[A-Za-z0-9][A-Za-z0-9-]{4,24})[)）]"
)
#: How registers of land, houses and woods are called in numbers: 綦集用（2006）第04471号, 渝房地证2009字第01234号.
_SHORT_TITLE = Headed(
    f"(?:{alternation(_SHORT_TITLES.split())})(?:证)?(?:字)?(?:[（(〔\\[][0-9]{{2,4}}年?[)）〕\\]]|[0-9]{{4}}年?(?=[\u4e00-\u9fff])|(?=[\u4e00-\u9fff]{{0,6}}第))[\u4e00-\u9fff]{{0,6}}?(?:字)?第?\\s?[A-Za-z0-9-]{{1,20}}\\s?号"
)
#: What stands before the letters for the place and is none of them.
_BEFORE_REGION = frozenset("号证书为是系的持有另示于在与及编和即存取得领发载记本份页张件由凭按据称")
#: The code of a contract of farmland: eighteen digits and J.
_CONTRACT = re.compile("(?<![0-9A-Za-z])[0-9]{18}J(?![0-9A-Za-z])")
_VEHICLE = Headed(
    "(?:机动车登记证书?|登记证书|行驶证|车辆识别代[号码]|车架号?|VIN码?|发动机|船舶登记证书?|船舶所有权证书?|农机登记证|农用机械登记证|拖拉机登记证|拖拉机行驶证|船舶识别号|机架号?|车证|车证押[^，。；]{0,6}，证号|大绿本|绿本)"
    "(?:档案)?(?:编号|号码|证号|代号|代码|号)?[\\s：:为是（(]*(?P<number>[A-Za-z0-9][A-Za-z0-9*-]{4,24})"
)

#: Papers of boats, machines, pastures and farmland: 草原证（证号刚草承字2003-0461）, 船证鄂洪湖渔01187, 权属证书桂2021平乐不动产权0004477.
_REGISTER = Headed(
    "(?:登记证书?|承包地|承包经营权证|草原证|船证|行驶证|权属证书|大本)(?:[（(]登记证书[)）])?(?:复印件|原件)?[，,、（(\\s]{0,2}(?:证号|编号|号码?)?[：:为是\\s]{0,2}"
    "(?P<number>[0-9]{4}(?:\\s[0-9]{4,5}){1,3}(?![0-9])|[\u4e00-\u9fff]{0,6}[A-Z]{0,2}-?[A-Z]{0,3}-?[0-9]{4,}(?![年月日元])[0-9\u4e00-\u9fff-]{0,14}[0-9](?![0-9年月日元]))"
)
_FEWEST_DIGITS = 5

_THING = "房产|房屋|住房|商品房|车辆|汽车|轿车|货车|面包车|摩托车|存款|门面|商铺|不动产|财产|股权|理财|土地|宅基地|承包地"
_OWNS = Headed(
    f"名下(?:现|共|还|另|仅|并?无其他|没有其他|并?无|没有|登记)*(?:有|登记有|拥有|登记)?[^，,。；;\\n]{{0,16}}?(?:{_THING})(?![车位])[^，,。；;（(\\n]{{0,24}}?(?=[，,。；;（(\\n]|$)(?:[，,](?:银行)?存款[^，,。；;\\n]{{0,16}})?"
    "|持有?[^，,。；;\\n]{0,16}?[0-9.]+[%％]的?股[份权]"
)
_POVERTY = Headed(
    "(?:低保户|低保对象|最低生活保障对象|特困(?:供养)?人员|建档立卡(?:贫困户|脱贫户)?|脱贫户|贫困户|五保户|低保边缘户|困难家庭|低收入家庭)"
)

#: Whoever belongs to it is not named: 五保户老人, 低保户名单, 特困人员供养.
_AS_A_CLASS = re.compile(
    "(?:的?(?:老人|群众|家庭|名单|评定|申请|认定|资格|政策|标准|待遇|档案|台账|危房|住房改造|供养|救助|家里|门口)|们|等|和|、|以及|或者?)"
)
#: A policy, or a visit to all of them: 对低保户、特困人员免收.
_OF_MANY = re.compile("(?:对|对于|凡|[全各][镇村乡县区街市]|走访|慰问|优先|包括|[0-9一二三四五六七八九十百]户)[^，。；\n]{0,8}$")


def find_certificates(text: str) -> Iterator[Hidden]:
    """Numbers of certificates of land, houses, forests and vehicles."""
    for key in _TITLE_KEY.finditer(text):
        number = _TITLE_NUMBER.match(text, key.end())
        if number is None:
            continue
        for name in ("number", "inner", "behind"):
            if number[name]:
                yield span(Kind.CERTIFICATE, *number.span(name), "权属证书编号", provision=of_its_owner(text, key.start()))
        if number["form"]:
            before = _TITLE_BEFORE.search(text, max(0, key.start() - 20), key.start())
            start = before.start() if before and (any(map(str.isdigit, before[0])) or "（" in before[0]) else key.start()
            yield span(Kind.CERTIFICATE, start, number.end(), "权属证书编号", provision=of_its_owner(text, start))
    for found in _SHORT_TITLE.finditer(text):
        start = _region(text, found.start())
        yield span(Kind.CERTIFICATE, start, found.end(), "权属证书编号", provision=of_its_owner(text, start))
    for found in _CONTRACT.finditer(text) if "J" in text else ():
        yield span(Kind.CERTIFICATE, *found.span(), "承包经营权证的编号")
    for found in _REGISTER.finditer(text):
        if sum(map(str.isdigit, found["number"])) >= _FEWEST_DIGITS:
            yield span(Kind.CERTIFICATE, *found.span("number"), "权属证书、登记证书的编号", provision=of_its_owner(text, found.start()))
    for found in _VEHICLE.finditer(text):
        if any(map(str.isdigit, found["number"])):
            yield span(Kind.CERTIFICATE, *found.span("number"), "车船的登记证书编号、识别代号", provision=of_its_owner(text, found.start()))


def _region(text: str, at: int) -> int:
    """Where the letters for the place begin that stand before a short title: 编号|綦集用, 登记于|綦江区集建."""
    start = at
    while start > max(0, at - 6) and "\u4e00" <= text[start - 1] <= "\u9fff" and text[start - 1] not in _BEFORE_REGION:
        start -= 1
    return start


def find_holdings(text: str) -> Iterator[Hidden]:
    """What somebody owns and earns."""
    for start, end in means(text):
        yield span(Kind.PROPERTY, start, end, "收入、存款、负债等财产状况", provision=of_its_owner(text, start))
    for found in _OWNS.finditer(text):
        yield span(Kind.PROPERTY, *found.span(), "财产状况", provision=of_its_owner(text, found.start()))
    for found in _POVERTY.finditer(text):
        if not _OF_MANY.search(text, max(0, found.start() - 12), found.start()) and not _AS_A_CLASS.match(text, found.end()):
            yield span(Kind.PROPERTY, *found.span(), "财产状况", provision=of_its_owner(text, found.start()))
