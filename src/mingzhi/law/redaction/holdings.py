"""Certificates of property, and what somebody owns and earns.

Fines, takings, prices and the value of goods are facts of the case and stay. (执法公示制度 8（二）、（三）)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .heads import Headed
from .kinds import Hidden, Kind
from .spans import OF_UNITS, PERSONAL, span

_TITLE_KEY = re.compile(
    "不动产权证?书?|不动产证明|不动产登记证明|房权证|房地证|房产证|房屋所有权证|房屋产权证|房地产权证|国用|集用|集建|集体土地使用证|国有土地使用证|"
    "土地使用权?证|土地证|宅基地使用权?证|宅基地证|林权证|林证字|林地权证|土地承包经营权证|农村土地承包|产权证书?|权属证书|所有权证|权利证书|农地承包权"
)
_TITLE_BEFORE = re.compile(
    "(?:[\u4e00-\u9fff]{1,2})?[（(〔\\[][0-9]{4}[)）〕\\]][\u4e00-\u9fff]{0,12}$|[0-9]{2,4}$|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,4}$"
)
_TITLE_NUMBER = re.compile(
    "(?P<form>[\u4e00-\u9fff]{0,4}?[（(〔\\[]?(?:[0-9]{4})?[)）〕\\]]?[\u4e00-\u9fff]{0,6}?字?第\\s?[A-Za-z0-9-]{1,20}\\s?号)"
    "|(?:权属)?(?:证书|证)?(?:编号|证号|号码|字号|号)[\\s：:为是（(]*(?P<number>"
    "[\u4e00-\u9fff]{0,4}[（(〔\\[]?[0-9]{0,4}[)）〕\\]]?[\u4e00-\u9fff]{0,12}?字?第?[A-Za-z0-9][A-Za-z0-9-]{2,24}\\s?号?)"
    "|[（(][\u4e00-\u9fff]{0,3}(?:编号|证号|号)?[:：]?(?P<inner>[A-Za-z0-9][A-Za-z0-9-]{4,24})[)）]"
)
_VEHICLE = re.compile(
    "(?:机动车登记证书?|登记证书|行驶证|车辆识别代[号码]|车架号?|VIN码?|发动机|船舶登记证书?|船舶所有权证书?|农机登记证|船舶识别号|机架号?)"
    "(?:档案)?(?:编号|号码|证号|代号|代码|号)?[\\s：:为是（(]*(?P<number>[A-Za-z0-9][A-Za-z0-9*-]{4,24})"
)

_MONEY = "[0-9０-９一二三四五六七八九十百千两][0-9０-９,，.．一二三四五六七八九十百千零两]*(?:余|多|来|几)?[万亿千百]?(?:余|多)?元(?:左右|以上|以下)?"
_SINCE = "(?:大约|约|共计|共|为|是|有|仅有?|不足|达到?|在|只有|计|：|:|近|超过|人民币|尚有|还有|总额|总计|合计|来源)*"
# Takings, prices and fines are facts of the case: income counts where it is somebody's by month or year, savings and debts always.
_INCOME = re.compile(
    f"(?:收入|工资|薪金|薪酬|薪水|退休金|养老金|低保金|抚恤金|存款|积蓄|余额|资产|负债|欠款|外债|欠债|房贷|车贷|营业额|营收|利润)(?:{_SINCE}\\s?{_MONEY})"
)
_WHOSE = re.compile(
    "(?:(?:家庭|全家|本人|个人|人均|夫妻|每[年月日]|[年月日]|上年度|年度|均|纯|总|固定|退休|净|账户|银行|贷款|公司|尚欠|尚有|欠有|主营业务|营业|[其他她])+的?)$"
)
_ALWAYS_OWN = ("存款", "积蓄", "负债", "外债", "欠债", "退休金", "养老金", "低保金", "抚恤金", "房贷", "车贷")
_THING = "房产|房屋|住房|商品房|车辆|汽车|轿车|货车|面包车|摩托车|存款|门面|商铺|不动产|财产|股权|理财|土地|宅基地|承包地"
_OWNS = re.compile(
    f"名下(?:现|共|还|另|仅|并?无其他|没有其他|并?无|没有|登记)*(?:有|登记有|拥有|登记)?[^，。；;\\n]{{0,16}}?(?:{_THING})[^，。；;\\n]{{0,24}}?(?=[，。；;\\n]|$)(?:，(?:银行)?存款[^，。；;\\n]{{0,16}})?"
)
_OWES = Headed(
    f"欠(?:着|下|有)?(?:银行|信用社|农商行|亲戚|亲友|朋友|他人|别人|外债|私人|网贷)[^，。；;\\n]{{0,12}}?{_MONEY}|(?:房贷|车贷|网贷|按揭|助学贷款|扶贫贷款|小额贷款)[^，。；;\\n]{{0,6}}?{_MONEY}"
    f"|(?:月薪|年薪|日薪|退休工资|打工收入|务工收入|种地收入|养老保险金?|工亡补助|抚养费|赡养费|离婚补偿)(?:{_SINCE}\\s?{_MONEY})"
    "|(?:无|没有|没得)(?:(?:任何|固定|稳定|其他)的?)?(?:收入来源|经济来源|生活来源)|(?:无|没有|没得)(?:任何|固定|稳定|其他)的?(?:收入|工作)|负债累累|(?:家境|家庭(?:经济)?(?:条件)?)(?:十分|非常|特别|较为|比较|确实|极其|极为|很)?(?:贫困|贫寒|拮据)"
)
_POVERTY = re.compile(
    "(?:低保户|低保对象|最低生活保障对象|特困(?:供养)?人员|建档立卡(?:贫困户|脱贫户)?|脱贫户|贫困户|五保户|低保边缘户|困难家庭|低收入家庭)"
)


def find_certificates(text: str) -> Iterator[Hidden]:
    """Numbers of certificates of land, houses, forests and vehicles."""
    for key in _TITLE_KEY.finditer(text):
        number = _TITLE_NUMBER.match(text, key.end())
        if number is None:
            continue
        for name in ("number", "inner"):
            if number[name]:
                yield span(Kind.CERTIFICATE, *number.span(name), "权属证书编号", provision=_owner(text, key.start()))
        if number["form"]:
            before = _TITLE_BEFORE.search(text, max(0, key.start() - 20), key.start())
            start = (
                before.start()
                if before and ("(" in before[0] or "（" in before[0] or before[0][0].isdigit() or "〔" in before[0])
                else key.start()
            )
            yield span(Kind.CERTIFICATE, start, number.end(), "权属证书编号", provision=_owner(text, start))
    for found in _BARE_TITLE.finditer(text):
        region = 1 if found.start() and _IS_HAN.match(text, found.start() - 1) else 0
        yield span(Kind.CERTIFICATE, found.start() - region, found.end(), "权属证书编号", provision=_owner(text, found.start()))
    for found in _VEHICLE.finditer(text):
        if any(map(str.isdigit, found["number"])):
            yield span(Kind.CERTIFICATE, *found.span("number"), "车船的登记证书编号、识别代号", provision=_owner(text, found.start()))


_BARE_TITLE = re.compile("(?:房权证|房地证|林证|国用|集用)[\u4e00-\u9fff]{0,6}字第?\\s?[A-Za-z0-9-]{2,20}\\s?号")
_IS_HAN = re.compile("[\u4e00-\u9fff]")


def find_holdings(text: str) -> Iterator[Hidden]:
    """What somebody owns and earns."""
    for found in _INCOME.finditer(text):
        whose = _WHOSE.search(text, max(0, found.start() - 12), found.start())
        if whose or found[0].startswith(_ALWAYS_OWN):
            start = whose.start() if whose else found.start()
            yield span(Kind.PROPERTY, start, found.end(), "收入、存款、负债等财产状况", provision=_owner(text, start))
    for pattern in (_OWNS, _OWES, _POVERTY):
        for found in pattern.finditer(text):
            start = found.start() - (pattern is _OWES and found.start() > 0 and text[found.start() - 1] in "还尚仍共")
            yield span(Kind.PROPERTY, start, found.end(), "财产状况", provision=_owner(text, start))


def _owner(text: str, start: int) -> str:
    return OF_UNITS if re.search("(?:公司|企业|合作社|商行|经营部|单位)[^。\n]{0,30}$", text[max(0, start - 40) : start]) else PERSONAL
