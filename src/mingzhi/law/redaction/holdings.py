"""Certificates of property, what somebody owns and earns, and what is nobody's business: health, belief.

Fines, takings, prices and the value of goods are facts of the case and stay. (执法公示制度 8（二）至（四）)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .kinds import Hidden, Kind
from .spans import BY_OTHER_LAW, OF_UNITS, PERSONAL, span

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
_EARNED = "(?:家庭|全家|本人|个人|人均|夫妻)?(?:每?[年月日]|每[年月])?(?:均|纯|总|固定|养老|退休)?(?:收入|工资|薪金|薪酬|退休金|养老金|低保金|抚恤金|存款|积蓄|余额|资产总额|资产|净资产|负债|欠款|外债|欠债|贷款余额|房贷|营业额|营业收入|营收|销售收入|利润|净利润|毛利|固定资产)"
_EARNING = re.compile(
    "(?:家庭|全家|本人|个人|人均|夫妻|每年|每月|年|月|日|纯|总|养老|退休|净|负债|欠款|外债|欠债|存款|积蓄|资产|房贷|贷款余额|账户余额|营业|营收|利润|毛利|固定|低保|抚恤|工资|薪)"
)
_INCOME = re.compile(
    f"(?:{_EARNED})(?:来源)?(?:总额|总计|合计)?(?:大约|约|共计|共|为|是|有|仅有?|不足|达到?|在|只有|计|：|:|近|超过|人民币)*\\s?{_MONEY}"
)
_OWNS = re.compile(
    "(?:其|本人|家庭|夫妻|家中|家里|个人|单位|公司)?名下(?:现|共|还|另|仅|无其他|没有其他|无)?(?:有|登记有|拥有|登记)?[^，。；;\\n]{0,24}?(?:房产|房屋|住房|商品房|车辆|汽车|轿车|货车|存款|门面|商铺|不动产|财产|股权|理财|土地)"
    "(?:[^，。；;\\n]{0,16}?(?:套|辆|处|间|万元|元|亩|台))?"
)
_POVERTY = re.compile(
    "(?:系|属|是|为)?(?:城镇|农村|城市|城乡)?(?:低保户|低保对象|最低生活保障对象|特困(?:供养)?人员|建档立卡(?:贫困户|脱贫户)?|脱贫户|贫困户|五保户|低保边缘户|困难家庭|低收入家庭)"
)

_ILL = (
    "(?:病毒性肝炎|乙肝|丙肝|肝炎|肺结核|结核病?|艾滋病?|梅毒|性病|癌症|[胃肝肺肠乳腺食道]{1,3}癌|肿瘤|白血病|尿毒症|糖尿病|高血压|冠心病|心脏病|心肌梗[死塞]|脑梗[死塞]?|脑溢血|脑出血|中风|偏瘫|瘫痪|"
    "精神分裂症?|精神病|精神障碍|精神疾病|抑郁症|焦虑症|双相情感障碍|癫痫|老年痴呆|痴呆|帕金森(?:病|综合征)?|哮喘|尘肺病?|矽肺|慢阻肺|肾衰竭|肾病|类风湿|风湿病|痛风|智力残疾|智力障碍|聋哑|失明|自闭症|传染病|慢性病|重病|大病|"
    "肾结石|胆结石|椎间盘突出|股骨头坏死|红斑狼疮|甲亢|脑瘫|肝硬化|(?:阿尔茨海默|唐氏)(?:病|综合征|症)?)"
)
_SICK = re.compile(
    f"(?:身)?(?:患有|患|罹患|确诊为?|诊断为|查出|检出|感染|身患|有|因|系|曾患|得了)(?:严重的?|重度|轻度|中度|慢性|长期|先天性|急性|Ⅱ型|2型|二型)*{_ILL}(?:[、和及并]{{0,2}}(?:慢性|重度)?{_ILL})*(?:病史|患者|晚期|后遗症)?"
    f"|{_ILL}(?:患者|病史|病人|晚期)|(?:[听视肢智言语力体精神多重]{{2}})残疾(?:人)?(?:[一二三四1-4]级)?|残疾(?:等级)?(?:人)?(?:为)?[一二三四1-4]级|(?:[一二三四1-4]级)残疾(?:人)?"
    "|(?:已|正)?怀孕(?:[0-9一二三四五六七八九十]+(?:个多?月|周))?|有?孕在身|HIV(?:抗体)?(?:阳性|感染者)|身体状况：[^，。；\\n]{1,20}"
)
_BELIEF = re.compile(
    "(?:信仰|信奉|笃信|皈依)(?:佛教|道教|基督教|天主教|伊斯兰教|东正教|[\u4e00-\u9fff]{1,4}教)|(?:系|是|为)?(?:基督|天主|佛|道|穆斯林|伊斯兰)教?(?:徒|信徒|信众)|宗教信仰[：:为是][^，。；\\n]{1,8}"
)
_OF_ANIMALS = re.compile("[猪牛羊鸡鸭鹅犬狗兔鱼禽畜虾蜂蚕马驴树苗松竹木菌动植].{0,6}$")


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
    for found in _VEHICLE.finditer(text):
        if any(map(str.isdigit, found["number"])):
            yield span(Kind.CERTIFICATE, *found.span("number"), "车船的登记证书编号、识别代号", provision=_owner(text, found.start()))


def find_holdings(text: str) -> Iterator[Hidden]:
    """What somebody owns and earns."""
    for found in _INCOME.finditer(text):
        if _EARNING.search(found[0]):
            yield span(Kind.PROPERTY, *found.span(), "收入、存款、负债等财产状况", provision=_owner(text, found.start()))
    for pattern in (_OWNS, _POVERTY):
        for found in pattern.finditer(text):
            yield span(Kind.PROPERTY, *found.span(), "财产状况", provision=_owner(text, found.start()))


def find_intimate(text: str) -> Iterator[Hidden]:
    """Health and belief of persons; the sickness of a pig is a fact of the case."""
    for pattern in (_SICK, _BELIEF):
        for found in pattern.finditer(text):
            if not _OF_ANIMALS.search(text, max(0, found.start() - 8), found.start()) and not _of_animals_after(text, found.end()):
                yield span(Kind.HEALTH, *found.span(), "健康、信仰等敏感个人信息", provision=BY_OTHER_LAW)


def _of_animals_after(text: str, at: int) -> bool:
    return bool(re.match("的?(?:病死|死因不明的?)?[生家仔种]?[猪牛羊鸡鸭鹅犬狗兔鱼禽畜动]", text[at : at + 8]))


def _owner(text: str, start: int) -> str:
    return OF_UNITS if re.search("(?:公司|企业|合作社|商行|经营部|单位)[^。\n]{0,30}$", text[max(0, start - 40) : start]) else PERSONAL
