"""Illnesses that somebody is said to have, by their names in `ailments.txt` and by how such names end.

The name alone is no secret: a hospital, a law, an advertisement and a rule about who may handle food name them too. What stands around
tells whether somebody has it: a verb before, its course after, or nothing else in the clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

from .heads import Headed
from .patterns import alternation

Bounds = tuple[int, int]

_NAMED = Headed(alternation(files(__package__).joinpath("ailments.txt").read_text("utf-8").split()))
_DEGREE = (
    "严重的?|重度|轻度|中度|轻微的?|慢性|长期|先天性?|急性|突发|突发性|继发性|遗传性|间歇性|顽固性|老毛病|[ⅠⅡ12一二]型|多年的?|原发性|晚期|早期|中期|老年性?|多发性?|陈旧性|双侧|左侧|右侧"
    "|左|右|双|[腿臂手脚腰膝肩胸颈头眼耳肺肝肾胃肠心脑][部上]?|[下上]肢|股骨|胸椎|腰椎|肋骨|非典型|术后|各种|一种|了|过|着|的|迟发性|失代偿|妊娠|先天"
)
_HAS = re.compile(
    "(?:身?患(?![者病])有?|罹患|确诊(?:为|患有?|有|是)?|诊断(?:为|出|是|患有?|[^，。；]{1,3}为)|体检发现|发现患?有|检测出|查出|检查出|检出|验出|感染|染上|落下|留下|曾?得[了过的]?|犯[了过]?|因病|说(?:是)?[我他她]?|载明|显示|证明|病情|病名[：:]?|[单书历][：:]|外出治疗?|(?:住院|接受|在家|外地|外出|正在?|医院|卫生院|回家|就医|长期)治疗?|办理了?|接受|(?:到|在|去|赴|往)(?![本我该]院|诊所|药店)[\u4e00-\u9fff]{2,8}(?:治疗?|医治)|有|因|系|是|属|(?<!老)伴有?|合并|并发|突发|引发|导?致|造成|由于|突然|"
    f"(?:要|买|在|去|(?:给|为|帮|替)[^，,。；]{{0,10}})(?:治疗?|医治)|(?:有|存在)(?:疑似)?|自称|自述|疑似|称|以|治好)(?:{_DEGREE})*$"
)
_BARE = re.compile(
    f'(?:^|[，,。；;：:、（(“"\n]|接送|照顾|照料|护理|陪护|看护|赡养|侍候|伺候|抚养|(?:妻子?|夫|丈夫|老公|老婆|老伴|爱人|父亲?|母亲?|爸|妈|儿子?|女儿?|孙[子女]?|孩子|娃儿?|小孩|老人|老太太|老母亲|岳[父母]|老[汉头]子?|一个|[幼长次][子女]|当事人|户主|户主妻子?|媳妇?|女婿|兄|弟|姐|妹|哥|公公|婆婆|奶奶|爷爷|外公|外婆|其|他|她|我|本人|自己|说|称)(?:[\u4e00-\u9fff]{{2,3}})??)(?:现|已|还|又|都|且|也|尚|去年|今年|前年|早年|近年|多年前?|[0-9]{{4}}年|上个?月|突然|突|因)?(?:{_DEGREE})*$'
)
_COURSE = re.compile(
    "(?:[一二三四1-4ⅠⅡⅢⅣ壹贰叁肆][级期度型]|失代偿期?|代偿期|溃烂|化脓|出血|发了|犯起|发作了|发起来?|偏瘫|截瘫|离不开[^，。；]{0,3}?(?:氧气机|氧气|呼吸机|轮椅|药)|看不清(?:字|东西)?|看不见|听不清|走不[得动远]|药不能[断停]|离不得药|急性发作|犯了|又犯|急性加重|特病门诊|慢病门诊|特殊病门诊|就诊|就医|送医|入院|抢救|昏厥|晕厥|昏迷|休克|晕倒|危象|酮症|病史|史(?![料书])|患者|病人|[早中晚末]期|后遗症|病毒感染者|病毒携带者|感染者|携带者|(?:表面抗原|抗体|检测(?:结果)?(?:呈|为)?)?阳性|倾向|术后|手术后?|待手术|待产|复发|发作|瘫痪|卧床|失语|失明|住院|(?:已|有)?好?(?:十)?[0-9一二三四五六七八九十几数多]+余?年(?:多了?|了)?|多年|在家休养|休养|"
    "未愈|不愈|久治不愈|恶化|转移|扩散|并发症|腹水|急性期|缓解期|康复期?|恢复期|治疗(?:中|期间)?|化疗|放疗|透析|切除|需长期服药|长期服药|期|的病|的药|症状?|伴[\u4e00-\u9fff]{1,6}|缠身|在身|致残){1,6}"
)
_ENDS = re.compile(
    "[，,。；;！？、”）)\n]|$|(?:每[周天月日]|手[都伸抬]|药[不没]|已|去世|过世|死亡|走了|眼花|并|导致|需|要|不能|无法|请假|在家|没|后|之[母父妻夫子女兄弟姐妹]|的?老?(?:[母父]亲?(?![^，。]*节)|[妻伴])|的(?:母亲|父亲|妻子|丈夫|儿子|女儿|老伴|老人|婆婆|公公|孙))"
)
_AND = re.compile(f"(?:后|[、和及并与，,]|以及|还有|合并|伴有?)?(?:患有|有)?(?:{_DEGREE})*$")
#: An institution, a measure, a thing for sale or a rule is named after it.
_NOT_SOMEBODYS = re.compile(
    "(?:专科)?(?:医院|防治|门诊|诊所|科室|研究|病房|专家|知识|宣传|筛查|防控|预防|报告|监测|管理|患者权益|保险|救助|统筹|疫苗|药品|疫情|危害|传播|媒介|联合会|协会|鉴定|诊断(?:证明|书)?格式)"
    "|(?:等[^，。；\n]{0,12})?的?(?:从业|工作|食品|患者)?(?:人员|人群|职工|学生|儿童|病例)|(?:等[^，。；\n]{0,12})?(?:患者)?的?，?(?:一律)?不得|(?:[、和及][\u4e00-\u9fff]{2,6}?){0,3}(?:患者)?(?:的)?(?:免费|健康体检|体检通知|随访|健康管理|用药保障)|等(?:症状|病症|功效|疾病的(?:功效|作用|药))|有(?:疗效|效|辅助)|作用"
)
_TOLD_BY_SELLERS = re.compile(
    "(?:极易|容易|易|可能|以免|避免|防止|谨防|预防|防治|治愈|可治|能治|包治|主治|专治|根治|疗效|适用于|宣称|广告|功效|辅助治疗|缓解|用于治疗|有助于|不得患|无|没有|未患|未发现|排除|不患|凡患?|引起|防范|传播|宣传)[^，。；\n]{0,14}$"
)
#: Whatever somebody is said to have, by how names of illnesses end: 确诊为右肾透明细胞癌.
_SAID_TO_HAVE = Headed(
    "(?:患(?![者病])有?|罹患|确诊为?|诊断[为出]|查出|检查出|得了)(?:有|了)?(?:(?![的了在该未并其无从将把被于由])[\u4e00-\u9fff]){1,12}?(?:癌|瘤|炎|症|综合[征症]|结石|梗[死塞]|衰竭|障碍|萎缩|硬化|残疾|狭窄|溃疡|增生|突出|坏死|骨折|畸形|感染|(?<![疾生看治得])病|[心肺肝肾脑胃肠血骨眼神经统性脏管]疾[病患])"
    "(?:[一二三四123ⅠⅡⅢⅣ]期|[早中晚]期|术后|后遗症|多年)?"
)
_ANIMAL = "猪牛羊鸡鸭鹅犬狗兔鱼禽畜虾蜂蚕马驴树苗松竹木菌动植稻"
#: 牛, 马, 苗 begin names too: alone they are animals only where the verb follows at once.
_OF_ANIMALS = re.compile(
    "(?:[猪羊鸡鸭鹅犬狗兔禽畜虾蜂蚕驴稻]|[黄奶水耕肉母公小种]牛|牛[只群犊]|马[匹驹]|[活养草鲤种]?鱼[苗类塘群]|[活草鲤]鱼|树[木苗]|苗木|[种秧菜果幼]苗|松[树材木]|竹[子木林]|林木|[动植]物)[^。；]{0,6}$"
    "|[牛马鱼苗树](?:[都均已])*(?:患|得|感染|染|发生|出现|因|有).{0,4}$|[牛马鱼苗树]$"
)
_ANIMAL_AFTER = re.compile(f"的?(?:病死|死因不明的?)?[生家仔种活公母]?[{_ANIMAL}]")


def illnesses(text: str) -> Iterator[Bounds]:
    """Illnesses of persons in a folded text."""
    end = -1
    for ill in _NAMED.finditer(text):
        low = max(0, ill.start() - 16)
        course = _COURSE.match(text, ill.end())
        last = course.end() if course else ill.end()
        joined = end >= 0 and ill.start() - end < 10 and _AND.fullmatch(text, end, ill.start())
        has = _HAS.search(text, low, ill.start())
        bare = not has and (course or _ENDS.match(text, last)) and _BARE.search(text, low, ill.start())
        if not (joined or has or bare or (course and _tells(course[0]))):
            continue
        if of_animals(text, ill.start(), ill.end()) or _NOT_SOMEBODYS.match(text, last) or _TOLD_BY_SELLERS.search(text, low, ill.start()):
            continue
        start = end if joined else _start(text, has, ill.start())
        end = last
        yield start, end
    for found in _SAID_TO_HAVE.finditer(text):
        if (
            not of_animals(text, found.start(), found.end())
            and not _NOT_SOMEBODYS.match(text, found.end())
            and not _TOLD_BY_SELLERS.search(text, max(0, found.start() - 8), found.start())
        ):
            yield found.span()


def of_animals(text: str, start: int, end: int) -> bool:
    """Whether what stands here is said of an animal or a plant: its sickness is a fact of the case."""
    return bool(_OF_ANIMALS.search(text, max(0, start - 8), start) or _ANIMAL_AFTER.match(text, end))


def _tells(course: str) -> bool:
    return course not in ("症", "症状", "的病", "治疗", "康复", "手术")


def _start(text: str, has: re.Match[str] | None, at: int) -> int:
    """Words of degree before the name go with it; so does the verb, not the hospital before it."""
    if has:
        return has.start() + max(has[0].find("治"), 0)
    degree = _DEGREES.search(text, max(0, at - 10), at)
    return degree.start() if degree else at


_DEGREES = re.compile(f"(?:{_DEGREE})+$")
