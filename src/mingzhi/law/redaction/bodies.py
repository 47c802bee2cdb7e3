"""What is told of somebody's body and mind beside the names of illnesses: injuries, disabilities, operations, medicines, pregnancy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bodywords import DEVICES, HARMED, HOW_BAD, MEDICINES, PARTS, TREATMENTS
from .heads import Headed
from .illnesses import of_animals
from .patterns import alternation

Bounds = tuple[int, int]

_PARTS = alternation(PARTS.split())
_SIDE = "[左右双两单](?:侧|边|只)?"
_HOW_BAD = f"(?:{alternation(HOW_BAD.split())}|[一二三四五两0-9]+[指根处节颗枚])*"
_HARMED = f"{_HOW_BAD}(?:{alternation(HARMED.split())})"
_BROKEN = Headed(
    f"{_SIDE}{_PARTS}(?:没得|没有|没了|少了?|缺了?)[一二两三四五0-9]+[根个只节](?:手?指头?|脚趾)?|{_SIDE}{_PARTS}(?:{_PARTS})?{_HARMED}|{_PARTS}(?:烧伤|烫伤|冻伤|灼伤)[浅深]?[一二三ⅠⅡⅢ]+度|{_PARTS}[摔跌撞砸扭拉轧压](?:断|折|坏|裂|残)了?(?=[，。；、打上植装]|$)|{_PARTS}(?:{_PARTS})?{_HARMED}|{_PARTS}(?:[摔跌撞砸扭拉轧压]?[断折]|扭|崴)了(?:[一二三四五两几0-9]+[根颗节])?|{_SIDE}?{_PARTS}(?:{_PARTS})?被[^，,。；;\\n]{{0,8}}[割切锯轧压砸夹绞炸烧咬削剁铡](?:掉|断|去|没)(?:了|过)?[^，,。；;\\n]{{0,8}}|(?:[摔跌撞砸扭拉轧][断伤坏裂折残]|断)(?:了|过)?{_SIDE}{_PARTS}|(?:[摔跌撞砸扭拉轧][断伤坏裂折残]|断)[了过]{_PARTS}"
    "|耳朵?背(?:了(?:[一二三四五六七八九十几0-9]+年)?|得[^，。]{0,3})?(?=[，。；])|说不出话|讲不出话|打摆子(?:发高烧)?|发高烧|高烧不退|(?:听力|视力|智力|记忆力)(?:严重|明显)?(?:下降|受损|减退|丧失|很差|不好|不行)|卧床(?=至今|多年|[，。；])|视力(?:只有|仅有?|为|是|不足)?0\\.[0-9]+|(?:腿|手|腰|身|脚|膝盖)上?有(?:旧伤|残疾)|一瘸一拐|近乎失明|搭了?[一二三四]个?桥|精神病医?院(?:住院|治疗|住过)(?:治疗)?|中(?:了|过)风(?!险)|(?:常年|长期|一直|多年)?(?:瘫痪|偏瘫)(?:在|于)?(?:卧床|床上?)(?:不起|多年)?|(?:长|生)(?:了|有)个?(?:肿?瘤|肿块|息肉|囊肿|结节)|(?:要|刚|才|动过?)开刀|(?:装|安|放)[有了][一两二三四五]个(?:心脏|血管)?支架(?=[，。；])|卧床不起|长期卧床|瘫痪在床|瘫在床上|生活(?:完全)?不能自理|生活无法自理|(?:没有|无|没得|失去了?)劳动能力|丧失(?:了)?(?:部分|大部分|全部)?劳动能力|(?:坐|靠|离不开)轮椅|拄(?:着)?双?拐杖?|卧病在床|体弱多病|(?:住进|送入|转入)(?:重症监护室|重症监护|ICU)"
    "|身体状况[：:][^，。；\\n]{1,20}"
)
#: 装了假肢, 打着钢板: the thing is looked for, and then what was done with it.
_DEVICE = Headed(f"(?:{alternation(DEVICES.split())})(?![板线像粉和])")
_WEARS = re.compile("(?<!车[上里])(?:装|安|佩?戴|植入?|配|打|上[了着过])(?:了|有|着|过|上)*[^，。；\\n]{0,4}$")
#: 扶|手损伤, 桌|腿断裂, 机械|手臂变形: things have parts too.
_OF_A_THING = re.compile(
    "(?:[扶把摇拉塔吊桌椅凳床柜架门盖机车船桥墙吊悬]|[桌椅凳架柜梯盖]子|起重|机械|机组|设备|器具?|雕塑|塑像|石像|挖掘机?大|[泵铲]车大)的?$"
)
#: 前年|中了风.
_SINCE = re.compile("(?:前年|去年|今年|早年|上个?月|[0-9一二三四五六七八九十几]+年前?|曾经?|突然)+$")
_KINDS_OF = "听力|视力|肢体|智力|言语|语言|精神|多重|身体|听|视|肢|智"
_GRADE = "[一二三四五六七八九十1-9]0?级"
_DISABLED = Headed(
    f"(?:{_SIDE}?{_PARTS}){_GRADE}(?:{_KINDS_OF})?(?:残疾|伤残)|先天性?(?:{_KINDS_OF})(?:残疾|伤残|残障|障碍)(?:{_GRADE})?|[他她](?:哑巴|聋子|瞎子)(?=[，。])|(?:{_KINDS_OF})(?:(?:[和、及]?(?:{_KINDS_OF}))?(?:残疾|伤残|残障)(?:[（(]?{_GRADE}[)）]?人?|(?!人))|{_GRADE}(?:残疾|伤残)?)(?!人?(?:联合会|保障|就业|协会|康复|服务|事业|证的?(?:办理|申领)))"
    f"|{_GRADE}(?:{_KINDS_OF})?(?:重度)?(?:残疾|伤残)(?:军人|人)?|(?:残疾|伤残|残障)(?:等级|级别|类别|程度)?[：:为是系]*(?:(?:{_KINDS_OF}){_GRADE}|{_GRADE})"
    f"|残疾(?=[，。；、）)的]|儿子|女儿|老人)|(?:(?:系|是|属)(?:一名|一个|个)?(?:重度|[一二三四]级)?|为(?:一名|一个)?(?=[^，。；、]{{2,6}}[，,。；;）)]))(?:(?:{_KINDS_OF})?残疾人|聋哑人|聋人|盲人|残障人士?|哑巴|聋子|瞎子|瘸子|跛子|傻子|疯子)(?![联就保按])|持有?(?:{_KINDS_OF})残疾人?证|聋哑(?=[，。；]|儿|多年)|双目失明|[（(，,](?:聋哑人|盲人|聋人|哑巴|聋哑|智障)(?=[，,）)、])"
)
_LEVEL_AFTER = re.compile(f"{_GRADE}残疾|残疾{_GRADE}")

_MEDICINES = alternation(MEDICINES.split())
_MEDICINE = Headed(f"(?:{_MEDICINES}|[抗降镇][\u4e00-\u9fff]{{1,3}}[药剂片])(?:[^，。；、\\n]{{0,4}}?(?:维持|控制|度日))?")
_TAKES = re.compile("(?:吃|服|服用|口服|注射|打|用|靠|依赖|依靠|离不开|停不了|停不得)(?:着|了|的|过|些|药物)?[^，。；\\n、]{0,3}$")
_TAKES_HOW = re.compile("(?:每[天日周月]|天天|长期|一直|定期|按时|需要?|必须|常年|还|正在?|要|得|靠|都|遵医嘱|平时|终身|终生)+$")

_OPERATION = Headed(
    "(?:切除|置换|移植)(?![手]?术)|(?:切除|置换|移植|修补|融合|固定|搭桥|造瘘|介入|微创|支架|引流|取石|开颅|开胸|剖腹|剖宫|矫正|根治|穿刺|消融|结扎|清创|截肢|植皮|复位)手?术(?:后|期间)?|手术(?:后|住院|治疗)?"
)
_OPERATED = re.compile(
    "(?:(?:正?在)?(?:做|动|行|接受|进行|施行|经历)(?:完|过|了)?[^，。；：\\n]{0,10}|(?:刚|因|曾|等待|准备|待|需|经|要|急需)[^，。；：\\n]{0,8}"
    "|[胃肠肝胆脾肺肾心脑胸腹乳子甲阑疝髋膝腰颈脊骨白眼腺瘤癌肌囊][^，。；：\\n]{0,6})$"
)
_ORGAN = re.compile("[胃肠肝胆脾肺肾心脑胸腹乳宫甲阑疝髋膝腰颈脊骨眼腺瘤癌肌囊痔肛腿脚肩疤障颅腔]|剖|支架|搭桥|截肢|结石")
_NOT_HERS = re.compile("室|台|刀|器械|记录仪|费用?标准")
_TREATED = Headed(alternation(TREATMENTS.split()))
_TREATED_HOW = re.compile(
    "(?:每[周天月]|定期|长期|需要?|正在?|在|接受|进行|做过?|按时|服用?|维持性|血液|腹膜|左|右|双|高位|先天性?|后天|[腿臂手脚][部上]?|[下上]肢|刚|曾|有|过|因|术后|开过|做过|动过|装过)+$"
)
_TRADE = re.compile("(?:权|生产|销售|经营|企业|产品|厂|中心|机构|价格|集采)")
_DENIED = re.compile("(?:无|没有|未曾?)[^，。；\n]?$")
_TREATED_AFTER = re.compile("(?:[一二三四五六七八九十两0-9]+[次个周疗程期月]+)+|手术|后|期间|治疗|中|不久")
_PREGNANT = Headed(
    "(?:已|现|正|刚)?(?:怀孕|有孕|怀胎)(?:已|有|了|快)*(?:[0-9一二三四五六七八九十两]+(?:个多?月|周|多个?月)(?:余|多)?)?|(?:有孕|孕)在身|怀[有着]身孕|怀了孕|妊娠(?:[0-9一二三四五六七八九十]+\\+?(?:周|个月)|期)|先兆早产|有了?身孕|身怀六甲|大着肚子|挺着大肚子|孕[早中晚]期|怀有[^，。；\\n]{1,6}身孕|孕(?:期)?[0-9一二三四五六七八九十]{1,3}\\+?(?:周|个月)|(?:系|是|为)(?:一名)?(?:孕妇|孕产妇|产妇)"
    "|孕(?:期)?(?:已|满)?[0-9]{1,2}\\+?[0-9]?(?:周|个?月)|(?:处于|正在|系|在|还在|尚在)(?:孕期|哺乳期|产褥期|月子)|预产期(?:为|是|在)?[0-9年月日]*|(?:怀着?|生)(?:了)?(?:二胎|三胎|双胞胎)(?:[一二三四五六七八九十0-9]+个?多?个?月)?|刚生(?:完|了|下)(?:孩子|小孩|娃|二胎|双胞胎)?|流产(?=不久|后|住院|[，。]|了)"
    "|HIV(?:抗体)?(?:检测)?(?:结果)?(?:呈|为)?(?:阳性|感染者|携带者)?|(?:曾因?|因|系|有过?)吸毒(?:人员|成瘾|史|前科|经历)?(?:被?(?:强制)?(?:隔离)?戒毒)?|术后(?:恢复|休养|康复)期?"
)
_PREGNANT_HOUSE = re.compile("检查|服务|指导|管理|证|手术室|妇女")


def bodies(text: str) -> Iterator[Bounds]:
    """What is told of bodies and minds of persons in a folded text."""
    for found in _BROKEN.finditer(text):
        if not of_animals(text, *found.span()) and not _OF_A_THING.search(text, max(0, found.start() - 6), found.start()):
            yield _with(text, found, _SINCE) if found[0][0] == "中" else found.span()
    for found in _DISABLED.finditer(text):
        if of_animals(text, *found.span()):
            continue
        level = _LEVEL_AFTER.match(text, found.end())
        yield found.start() + (found[0][0] in "（(，,"), level.end() if level else found.end()
    for found in _DEVICE.finditer(text):
        worn = _WEARS.search(text, max(0, found.start() - 10), found.start())
        if worn and not of_animals(text, worn.start(), found.end()):
            yield worn.start(), found.end()
    for found in _MEDICINE.finditer(text):
        takes = _TAKES.search(text, max(0, found.start() - 9), found.start())
        if takes and not of_animals(text, takes.start(), found.end()):
            how = _TAKES_HOW.search(text, max(0, takes.start() - 12), takes.start())
            yield how.start() if how else takes.start(), found.end()
    for found in _OPERATION.finditer(text):
        before = _OPERATED.search(text, max(0, found.start() - 14), found.start())
        whole = (before[0] if before else "") + found[0]
        if before and _ORGAN.search(whole) and not _NOT_HERS.match(text, found.end()) and not of_animals(text, before.start(), found.end()):
            yield before.start(), found.end()
    for found in _TREATED.finditer(text):
        if (
            not of_animals(text, *found.span())
            and not _DENIED.search(text, max(0, found.start() - 4), found.start())
            and not _TRADE.match(text, found.end())
        ):
            start, end = _with(text, found, _TREATED_HOW)
            after = _TREATED_AFTER.match(text, end)
            yield start, after.end() if after else end
    for found in _PREGNANT.finditer(text):
        if not of_animals(text, *found.span()) and not _PREGNANT_HOUSE.match(text, found.end()):
            yield found.span()


def _with(text: str, found: re.Match[str], how: re.Pattern[str]) -> Bounds:
    before = how.search(text, max(0, found.start() - 12), found.start())
    return before.start() if before else found.start(), found.end()
