"""What is nobody's business: health and belief of persons. The sickness of a pig is a fact of the case. (个人信息保护法 28)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .heads import Headed
from .kinds import Hidden, Kind
from .patterns import alternation
from .spans import BY_OTHER_LAW, span

_ILLNESSES = (
    "病毒性肝炎 乙肝 丙肝 肝炎 肺结核 结核病 艾滋病 梅毒 性病 癌症 胃癌 肝癌 肺癌 肠癌 乳腺癌 食道癌 宫颈癌 "
    "鼻咽癌 肿瘤 白血病 尿毒症 糖尿病 高血压 高血脂 冠心病 心脏病 心肌梗死 心肌梗塞 脑梗死 脑梗塞 脑梗 脑溢血 "
    "脑出血 中风 偏瘫 瘫痪 精神分裂症 精神分裂 精神病 精神障碍 精神疾病 抑郁症 焦虑症 双相情感障碍 癫痫 老年痴呆 "
    "痴呆 帕金森病 帕金森综合征 帕金森 哮喘 尘肺病 尘肺 矽肺病 矽肺 慢阻肺 肾衰竭 肾病 肾炎 类风湿 风湿病 痛风 智力残疾 "
    "智力障碍 聋哑 失明 自闭症 传染病 慢性病 重病 大病 肾结石 胆结石 椎间盘突出 股骨头坏死 红斑狼疮 甲亢 脑瘫 "
    "肝病 肝腹水 心绞痛 心衰 心律失常 冠心病 脑瘤 脑外伤 关节炎 类风湿性关节炎 颈椎病 腰椎病 骨质疏松 静脉曲张 哮喘病 癫痫病 狂躁症 妄想症 贫血 血友病 白癜风 银屑病 "
    "甲状腺结节 肺结节 胃炎 肠炎 胆囊炎 胰腺炎 前列腺炎 妇科病 不孕症 小儿麻痹症 小儿麻痹 面瘫 渐冻症 肌无力 耳聋 听力障碍 言语障碍 视力障碍 "
    "肝硬化 阿尔茨海默病 阿尔茨海默症 唐氏综合征 肺气肿 支气管炎 胃溃疡 骨折 强直性脊柱炎 白内障 青光眼 皮肤病 肺炎 "
)
_ILL = Headed(alternation(_ILLNESSES.split()))
_DEGREE = "严重的?|重度|轻度|中度|慢性|长期|先天性|急性|[ⅠⅡ12一二]型|多年|原发性|晚期|老年性?"
#: Whatever somebody is said to have, by how names of illnesses end: 确诊为右肾透明细胞癌. And what is done about it.
_SAID_TO_HAVE = re.compile(
    "(?:患(?![者病])有?|罹患|确诊为?|诊断[为出]|查出|检查出)(?:有|了)?(?:(?![的了在该未并其无从将把被于由])[\u4e00-\u9fff]){1,12}?(?:癌|瘤|炎|症|综合征|结石|梗[死塞]|衰竭|障碍|萎缩|硬化|残疾|(?<![疾生看治得])病)(?:[一二三四123ⅠⅡⅢⅣ]期|[早中晚]期)?"
)
_TREATMENTS = (
    "透析 化疗 放疗 靶向治疗 肾移植 肝移植 截肢 截瘫 失聪 耳聋 失语 弱智 智障 植物人 吸毒史 戒毒史 精神病史 自杀史 流产史 心脏支架手术 心脏支架 "
    "心脏搭桥手术 心脏搭桥 支架手术 搭桥手术 开颅手术 肿瘤手术 切除手术 剖宫产 剖腹产 降压药 抗癌药 抗抑郁药 精神药物 "
)
_TREATED = re.compile(alternation(_TREATMENTS.split()))
_TREATED_HOW = re.compile(
    "(?:每[周天月]|定期|长期|需要?|正在?|接受|进行|做过?|按时|服用?|维持性|血液|左|右|双|高位|先天性?|后天|[腿臂手脚][部上]?|[下上]肢)+$"
)
_HAS = re.compile(f"(?:[曾身还]?患有?|罹患|确诊为?|诊断为|查出|检出|感染|曾?得了?|有|因|系|伴有?)(?:{_DEGREE})*$")
_AND = re.compile("(?:[、和及并]|以及)(?:患有)?(?:" + _DEGREE + ")*$")
_SUFFERER = re.compile("(?:[一二三四1-4ⅠⅡⅢ]级|[一二三123ⅠⅡⅢ]期|病史|患者|病人|晚期|后遗症)+")
_DISABLED = re.compile(
    "残疾(?:等级)?(?:人)?[：:为是系]?(?:[听视肢智言语力体精神多重]{2})?[一二三四1-4]级|残疾(?:人)?(?=[，。；、）)的]|儿子|女儿|老人)|怀孕(?:[0-9一二三四五六七八九十]+(?:个多?月|周))?|孕在身"
    "|HIV(?:抗体)?(?:阳性|感染者)?|身体状况：[^，。；\\n]{1,20}"
)
_DISABLED_HOW = re.compile("(?:[听视肢智言语力体精神多重]{2}|[一二三四1-4]级|[已正有]|系|是)+$")
_BELIEF = Headed(
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
    for found in _SAID_TO_HAVE.finditer(text):
        if not _is_animals(text, found.start(), found.end()):
            yield span(Kind.HEALTH, *found.span(), _WHY, provision=BY_OTHER_LAW)
    for found in _TREATED.finditer(text):
        how = _TREATED_HOW.search(text, max(0, found.start() - 12), found.start())
        if not _is_animals(text, found.start(), found.end()):
            yield span(Kind.HEALTH, how.start() if how else found.start(), found.end(), _WHY, provision=BY_OTHER_LAW)
    for found in _DISABLED.finditer(text):
        how = _DISABLED_HOW.search(text, max(0, found.start() - 6), found.start())
        yield span(Kind.HEALTH, how.start() if how else found.start(), found.end(), _WHY, provision=BY_OTHER_LAW)
    for found in _BELIEF.finditer(text):
        yield span(Kind.HEALTH, *found.span(), _WHY, provision=BY_OTHER_LAW)


def _is_animals(text: str, start: int, end: int) -> bool:
    return bool(_OF_ANIMALS.search(text, max(0, start - 8), start) or _ANIMAL_AFTER.match(text, end))
