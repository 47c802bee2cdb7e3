"""Persons who are called like a word: 阳光来收废铁, 向卿云借了氧焊机. Only two signs that nothing but a person has make a name of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .context import label_before
from .doings import OBJECT, SUBJECT
from .heads import Headed
from .kinds import Role
from .known import Found
from .labels import LABELS
from .spans import Guard
from .surnames import COMMON, PLAIN, RARE
from .words import LEXICON, NAMEABLE, WORDS

_WHO = "[\u4e00-\u9fff]{0,8}?(?:人(?![工造行为员])|邻居|房东|老板|司机|妻|丈夫|儿子|女儿|父亲|母亲|哥|弟|姐|妹|亲戚|朋友|同学|同事|工人|员工|村民|居民|徒弟|师傅|帮工)(?=[，。；、,;]|$)"
_SURNAMES = frozenset(PLAIN + COMMON + RARE) - frozenset("家过有能同和都那里又可后右双时公足近大太多还全各从经应有当须由")
_OFTEN = _SURNAMES & frozenset(PLAIN + COMMON)
_BEGINS = "[" + "".join(sorted(_SURNAMES)) + "]"
#: What only a person does, has or is, told by what follows the word.
_ONLY = (
    f"[是系](?![别他有某]人)(?:[我他她其你]|本[村组镇]|[\u4e00-\u9fff]{{2,3}}[村组镇县])?{_WHO} 本人 名下 称(?=[其他她不没自我曾，：“]) 表示[不愿同理认没要歉] 说(?=[，：“他她其我没不]) 认为 承认 否认 辩称 答(?=[：，“]) 答称 不知情 知情 不在家 在家 在证言 在笔录 在陈述 现在何处 "
    "把(?=[钱款车货狗我他她其]) 拿着 撑着伞 骑着 骑车 开着 开车 背着 抱着 牵着 挑着 扛着 提着 推着 来电 来找 来[收拉帮搬运做修挖买卖] 告诉[我他她其] 提醒过?[我他她其] 借给 卖给 送给 交给 租给 转给 还给 付给 给[我他她其你] 给(?=[搭修建盖做运拉]) 到场(?!坝) 到案 到庭 当庭 当场(?=[承认道表交说念拒签骂哭答]) 自述 口述 "
    "未按 未经(?!许可的|批准的) 未取得 没有(?=[驾营操许提异]) 不服 拒签 拒不 反映 投诉(?!电话) 系(?=[当其他她我][一-鿿]{0,4}[弟妹哥姐夫妻父母子女侄甥]) 带来的 接的 签的 倒的 堆的 砍的 放的 挖的 手里 说他 说她 说老 常年 代为 找人 上前 也[看听说]到? 读[高初小大]雇的 雇来 请的 赊的 借的 租的 卖的 搭的 盖的 养的 种的 开的 倒的 拖来 拉来 运来 送来 拿来 写的 今年[0-9二三四五六七八九十] 现年 住院 受伤 去世 退休 打工 结婚 离婚 出生 喝酒 醉酒 吃饭 外出(?!务工人) 回家 [自亲]己? 亲自 亲口 亲眼 姓(?!名) 大名 就叫 "
    "的(?:妻|丈夫|儿|女儿|女婿|父|母|哥|弟|姐|妹|孙|侄|舅|叔|电话|手机|微信|徒弟|证言|笔录|陈述|证词|签名|身份证|住处|鱼塘|老屋|房子|摊子|摊位|货车|小车|小型|三轮|摩托|田里|地里|工钱|狗|牛|羊) 之[妻夫子女父母弟兄姐妹] 家的 家有 家里 一家 两口子 夫妇 夫妻 "
)
_DOES = Headed(f"(?:(?<={_BEGINS}.)|(?<={_BEGINS}..))(?:{'|'.join(_ONLY.split())})")
#: 签收人：高兴。
_FILLED = Headed(f"[：:]\\s{{0,2}}(?P<name>{_BEGINS}[\u4e00-\u9fff]{{1,2}})(?=[，。；、（(\\s]|$)")
_EDGE = frozenset("。；：！？“”\n，（、,;:!?(")
_LED = frozenset("由被受跟替同向找托叫问是系")
_MUST_FOLLOW = re.compile(
    "所[托雇请写建]|委托|借了|借过|借[走用来]|问[起过]|要[了过回]|[打道]了?[歉招]|是什么关系|现在|本人|打[伤了的]|[咬撞推骂]|租[了来下]|买[了来]|[说讲喊]|[给搭做雇写借赊租开修拿拉运倒种养卖]的|他|她"
)
#: Persons by their calling, units and things that act like persons, though no label.
_OTHER_WORDS = (
    "公安 边防 单位 高校 学校 企业 医院 商家 平台 市场 城管 商户 厂家 店家 店方 车队 车间 部门 党委 党员 支部 商会 农民 农村 农户 牧民 渔民 居民 市民 司机 管家 房东 房客 法官 官方 应聘 相关 相对 方面 方案 文件 文书 通知 "
    "时候 国家 地方 全家 全村 全体 全部 家长 家人 家属 亲属 亲人 成员 成年 童年 老师 师傅 师父 母亲 母子 母女 父亲 班组 班长 包工 工人 工友 工会 工头 任务 任何 有关 有人 有的 何人 何时 何处 时间 广告 广播 干部 干警 边上 左边 右边 后来 "
    "过去 过后 水务 水厂 水泥 电话 石油 石料 石头 金融 金额 银行 车辆 车上 路上 路边 路人 路面 应当 应该 从前 从此 一直 那里 那边 那时 那天 双方 东家 乙方 甲方 丙方 万一 安检 安保 保安 管理 管道 常委 别人 别的 宗教 项目 项下 温度 "
    "云南 贵州 江西 江苏 河南 河北 湖南 湖北 广东 广西 海南 安徽 福建 山东 山西 黑龙江 宁夏 温州 杭州 苏州 郑州 成都 武汉 江津 万州 万盛 南川 宜宾 毕节 安顺 铜仁 石柱 奉节 云阳 金堂 简阳市 常州 柳州 汕头 包头 鞍山 "
    "同意 属实 不详 暂无 全权 附件 时间 从宽 从轻 从重 从严 明细 "
    "经济 经过 经常 经理 施工 明天 明年 明显 明确 明知 和解 和谐 向来 花费 花钱 花圈 申请 申辩 申诉 陈述 查处 查明 查封 强制 强行 关于 关系 容易 解释 易燃 能够 能否 令其 印章 印件 盖章 随后 随即 时常 时而 平时 平常 平房 房屋 房子 房顶 "
)
_OTHERS = frozenset(_OTHER_WORDS.split())


def find_worded(text: str, guard: Guard, found: Sequence[Found], leading: Sequence[re.Match[str]]) -> Iterator[Found]:
    """Words that stand as only persons do on both sides, in a folded text."""
    taken = Guard((one.start, one.end) for one in found)
    for does in _DOES.finditer(text):
        end = does.start()
        for size in (3, 2):
            start = end - size
            if (
                start >= 0
                and text[start - 1 : start + 1] not in LEXICON
                and _may_be(text, start, end)
                and _stands_alone(text, start)
                and _is_open(start, end, guard, taken)
            ):
                yield Found(start, end, text[start:end], label_before(text, start)[0] or Role.OTHER)
                break
    for filled in _FILLED.finditer(text):
        start, end = filled.span("name")
        role = label_before(text, start)[0]
        if role and text[start] in _OFTEN and _may_be(text, start, end) and _is_open(start, end, guard, taken):
            yield Found(start, end, filled["name"], role)
    for leads in leading:
        start = leads.end()
        if text[start] not in _SURNAMES:
            continue
        for size in (3, 2):
            end = start + size
            if not _may_be(text, start, end) or not _is_open(start, end, guard, taken):
                continue
            if (_MUST_FOLLOW if len(leads[0]) == 1 else _AFTER_VERB).match(text, end) or _DOES.pattern.match(text, end):
                yield Found(start, end, text[start:end], Role.OTHER)
                break


_AFTER_VERB = re.compile(_MUST_FOLLOW.pattern + "|[，。；](?=[他她])|现在")


def _is_open(start: int, end: int, guard: Guard, taken: Guard) -> bool:
    return not guard.overlaps(start, end) and not taken.overlaps(start, end)


def _may_be(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    if name[:1] not in _SURNAMES or len(name) < end - start or name in _OTHERS or name in SUBJECT or name in LABELS or name[-2:] in LABELS:
        return False
    return name in NAMEABLE or ((name in LEXICON or name in WORDS) and name[-1] not in _NO_END)


_NO_END = frozenset(
    "人员者师生长匠工民户家方位客商警官队村镇乡社区县市厂店所局站院校部会司处厅室委办组层边面里上下中外内前后时候日天年月的是有"
)


def _stands_alone(text: str, start: int) -> bool:
    """Whether a sentence begins here, or something that leads to a person ends."""
    return (
        start == 0
        or text[start - 1] in _EDGE
        or text[start - 1] in _LED
        or label_before(text, start)[0] is not None
        or any(text[start - size : start] in OBJECT for size in (2, 3) if start >= size)
    )
