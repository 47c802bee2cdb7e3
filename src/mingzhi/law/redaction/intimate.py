"""What is nobody's business: health and belief of persons. The sickness of a pig is a fact of the case. (个人信息保护法 28)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .kinds import Hidden, Kind
from .patterns import alternation
from .spans import BY_OTHER_LAW, span

_ILLNESSES = (
    "病毒性肝炎 乙肝 丙肝 肝炎 肺结核 结核病 艾滋病 梅毒 性病 癌症 胃癌 肝癌 肺癌 肠癌 乳腺癌 食道癌 宫颈癌 "
    "鼻咽癌 肿瘤 白血病 尿毒症 糖尿病 高血压 高血脂 冠心病 心脏病 心肌梗死 心肌梗塞 脑梗死 脑梗塞 脑梗 脑溢血 "
    "脑出血 中风 偏瘫 瘫痪 精神分裂症 精神分裂 精神病 精神障碍 精神疾病 抑郁症 焦虑症 双相情感障碍 癫痫 老年痴呆 "
    "痴呆 帕金森病 帕金森综合征 帕金森 哮喘 尘肺病 尘肺 矽肺 慢阻肺 肾衰竭 肾病 肾炎 类风湿 风湿病 痛风 智力残疾 "
    "智力障碍 聋哑 失明 自闭症 传染病 慢性病 重病 大病 肾结石 胆结石 椎间盘突出 股骨头坏死 红斑狼疮 甲亢 脑瘫 "
    "肝硬化 阿尔茨海默病 阿尔茨海默症 唐氏综合征 肺气肿 支气管炎 胃溃疡 骨折 强直性脊柱炎 白内障 青光眼 皮肤病 肺炎 "
)
_ILL = re.compile(alternation(_ILLNESSES.split()))
_DEGREE = "严重的?|重度|轻度|中度|慢性|长期|先天性|急性|[ⅠⅡ12一二]型|多年|原发性|晚期|老年性?"
_HAS = re.compile(f"(?:[曾身还]?患有?|罹患|确诊为?|诊断为|查出|检出|感染|曾?得了?|有|因|系|伴有?)(?:{_DEGREE})*$")
_AND = re.compile("(?:[、和及并]|以及)(?:患有)?(?:" + _DEGREE + ")*$")
_SUFFERER = re.compile("(?:[一二三四1-4]级|病史|患者|病人|晚期|后遗症)+")
_DISABLED = re.compile(
    "残疾(?:等级)?(?:人)?[：:为是系]?(?:[听视肢智言语力体精神多重]{2})?[一二三四1-4]级|残疾(?:人)?(?=[，。；、）)的]|儿子|女儿|老人)|怀孕(?:[0-9一二三四五六七八九十]+(?:个多?月|周))?|孕在身"
    "|HIV(?:抗体)?(?:阳性|感染者)?|身体状况：[^，。；\\n]{1,20}"
)
_DISABLED_HOW = re.compile("(?:[听视肢智言语力体精神多重]{2}|[一二三四1-4]级|[已正有]|系|是)+$")
_BELIEF = re.compile(
    "(?:信仰|信奉|笃信|皈依)(?:佛教|道教|基督教|天主教|伊斯兰教|东正教|[\u4e00-\u9fff]{1,4}教)|(?:基督|天主|佛|道|穆斯林|伊斯兰)教?(?:教徒|信徒|信众|徒(?!弟))|宗教信仰[：:为是][^，。；\\n]{1,8}"
)
_ANIMAL = "猪牛羊鸡鸭鹅犬狗兔鱼禽畜虾蜂蚕马驴树苗松竹木菌动植"
_OF_ANIMALS = re.compile(f"[{_ANIMAL}].{{0,6}}$")
_ANIMAL_AFTER = re.compile(f"的?(?:病死|死因不明的?)?[生家仔种活]?[{_ANIMAL}]")
_WHY = "健康、信仰等敏感个人信息"


def find_intimate(text: str) -> Iterator[Hidden]:
    """Health and belief of persons in a folded text."""
    end = -1
    for ill in _ILL.finditer(text):
        low = max(0, ill.start() - 14)
        has = _HAS.search(text, low, ill.start())
        joined = end >= 0 and ill.start() - end < 10 and _AND.fullmatch(text, end, ill.start())
        sufferer = _SUFFERER.match(text, ill.end())
        if not (has or joined or sufferer) or _is_animals(text, ill.start(), ill.end()):
            continue
        start = end if joined else has.start() if has else ill.start()
        end = sufferer.end() if sufferer else ill.end()
        yield span(Kind.HEALTH, start, end, _WHY, provision=BY_OTHER_LAW)
    for found in _DISABLED.finditer(text):
        how = _DISABLED_HOW.search(text, max(0, found.start() - 6), found.start())
        yield span(Kind.HEALTH, how.start() if how else found.start(), found.end(), _WHY, provision=BY_OTHER_LAW)
    for found in _BELIEF.finditer(text):
        yield span(Kind.HEALTH, *found.span(), _WHY, provision=BY_OTHER_LAW)


def _is_animals(text: str, start: int, end: int) -> bool:
    return bool(_OF_ANIMALS.search(text, max(0, start - 8), start) or _ANIMAL_AFTER.match(text, end))
