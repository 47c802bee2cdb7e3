"""What stands before and after a name, in points: labels, verbs, marks, and words that no person goes with."""

from __future__ import annotations

import re

from .doings import OBJECT, OWNED, SUBJECT
from .kinds import Role
from .known import Found
from .labels import LABELS, LONGEST
from .patterns import alternation
from .surnames import COMMON, PLAIN, RARE, TYPICAL
from .words import LEXICON, WORDS

#: Points of a label that a colon or a blank parts from the name, and of one that does not.
LABELLED_APART, LABELLED = 5.0, 4.0
TOLD = 4.0
MOST_BEFORE, MOST_AFTER = LABELLED_APART, TOLD
#: 张三撑着伞.
DOES = 1.8
#: 守塘人, 泥瓦匠, 收购员: words that end like this say who somebody is.
NAMED = 2.5
_AMONG_THINGS = -0.5
_NAMING = frozenset("贩客员人者师匠工长主妈爸爹娘哥姐弟妹伯叔婶嫂婆媳婿孙侄甥舅姨")
_NO_ROLES = (
    "他人 个人 本人 别人 二人 三人 两人 有人 无人 多人 人人 为人 某人 此人 几人 四人 五人 或者 再者 两者 施工 加工 开工 竣工 动工 完工 "
    "停工 复工 返工 手工 增长 延长 成长 生长 特长 身长 全长 总长 周长 长长 自主 民主 为主 做主 作主 出师 人工 分工 用工 务工 打工 做工 招工 "
)
_NOT_NAMING = frozenset(_NO_ROLES.split())
_CALLED = re.compile("[，。；：他她我名人都就]叫$")
LISTED, _ACTED_ON, _AT_AN_EDGE, _BROUGHT, _UNBOUND = 3.0, 2.0, 1.5, 1.2, -1.0
_IN_A_WORD, _COUNTED = -5.0, -4.0

_LINKS = '：: \u3000\t\n“"为是叫(（'
#: 隔壁家 is a house, 姓名：家明亮 somebody.
APART = frozenset("：:\u3000 ")
#: Letters that may stand between a label and a name, and last letters of labels: without one of them there is no label.
MAY_END_LABEL = frozenset(_LINKS + "）)") | {label[-1] for label in LABELS}
#: ，妻 is a label, but not in 妻子.
_OF_KIN = 2
_BETWEEN = frozenset(_LINKS + "）)")
_TAILS = frozenset(label[-2:] for label in LABELS)
_SIGNED = re.compile("[（(](?:签名|签字|盖章|签章|捺印|公章|签名或盖章|签字或盖章|签名、捺印|签名并捺印|姓名|乙方|甲方|男|女)[)）]$")
#: 工钱一天三百: a surname that is money, whatever it pays.
_MONEY = frozenset(f"{kind}钱" for kind in "工花交付给本租车饭油路房利赚挣还借要收罚赔价零现茶酒药补的凑省欠出")
_EDGE = frozenset('，。、；：！？（()）“”"《》〈〉,;:!?\n\r\t \u3000-—/|【】[]·…')
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零〇两")
_COUNTING = _NUMERALS | frozenset("0123456789")
_GROUPS = frozenset("组社队")
_PREPOSITION = frozenset("我帮于但且而在因有由向对与和及同跟将把被给经找叫名为是系让请使据从见听约雇致受替帮到问称说劝")
_BRINGING = (
    "罚没 没收 当日 次日 认识 看见 听见 听说 见到 遇到 发现 联系 通知 告知 询问 委托 收到 责令 要求 证实 指认 认为 督促 传唤 走访 协助 陪同 "
    "带领 雇请 邀请 雇佣 关于 以及 就是 属于 送达 交给 卖给 借给 租给 转给 交付 得知 证明 认定 致电 电话 指使 怂恿 "
    "唆使 查明 表明 显示 处以 责成 告诉 提醒 劝说 允许 同意 准许 追究 案由 案件 名称 涉及 针对 包括 其中 还有 此后 "
    "反映 拨打 给了 找到 看到 碰到 遇见 借给 租给 还给 打给 退给 叫来 请来 找来 雇来 带着 跟着 陪着 拦住 劝阻 制止 训诫 批评 处罚 约谈 问过 咬伤 撞伤 打伤 "
    "租用 借用 承租 接手 继承 偷走 盗走 "
    "当晚 当天 昨晚 昨天 今天 那天 后来 此时 这时 当即 据称 据说 期间 "
    "保存 扣押 查封 随后 期间 当时 另外 另有 分别 决定 建议 确认 责任 移交 依法 因为 由于 如果 虽然 但是 "
)
_BRINGS = frozenset(_BRINGING.split())
_JOIN = re.compile("(?:[（(][^（）()\\n]{1,36}[)）])?(?:、|和|及|与|以及|,|，|/|\\s{1,8}|和其[妻子]|同)")
_FAR = 42

_ABOUT = (
    "男|女|身份证|公民身份|证件|现年|时年|[0-9]{1,3}岁|[0-9]{4}年|生于|出生|汉族|[\u4e00-\u9fff]{1,4}族|执法证|证号|电话|手机|联系|已故|系|"
    "签[名字]|以下简称|微信|QQ|化名|曾用名|另案|未成年|经营者|法定代表人|[\u4e00-\u9fff]{0,4}(?:妻|夫|父|母|子|女|兄|弟|姐|妹|邻居|村民|司机|员工)"
)
#: Sex, birth, people, number: nothing but a person has them.
TELLS_OF_A_PERSON = re.compile(
    f"[\\s，,、；;（(]{{0,2}}(?:男|女)(?=[，,、。；;\\s）)]|性)|[\\s，,]{{0,2}}[（(](?:{_ABOUT})|[，,\\s]{{1,2}}(?:身份证|公民身份|[0-9]{{1,3}}岁|今年[0-9二三四五六七八九十]|现年|时年|生于|"
    "系(?=其|他|她)|[他她](?=是|在|做|今年|住|说)|[0-9]{4}年[0-9]{1,2}月[0-9]{0,2}日?出?生|[\u4e00-\u9fff]{1,4}族(?=[，,、])|住(?![所院宅]))"
)
#: What that can begin with, asked before.
TELLS_SOONEST = frozenset("，,、；;（(男女") | {letter for letter in map(chr, range(0x3001)) if letter.isspace()}
#: The same, looked for after one letter or two, before more is asked.
TELLS_SOON = re.compile("[\u4e00-\u9fff]?[\\s，,、；;（(]{1,2}[男女身公证0-9现时生出汉\u4e00-\u9fff]")
#: What only a person does, one letter further on: 常胜利未按, 夏天成名下.
DOES_SOON = re.compile("[\u4e00-\u9fff](?:名下|将(?!要)|擅自|拒绝|承认|辩称|未[按经]|驾驶|陈述|称[其，：]|证实|反映|之[妻夫子女父母])")
_SURNAMES = "".join(sorted(set(PLAIN + COMMON + RARE)))
_NEXT_NAME = f"(?:、|和|及|与|以及)(?=[{_SURNAMES}])"
_KIN = (
    "[的之]?(?:妻子?|丈夫|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|家中|家里|家门|家的|家庭|家院|夫妇|夫妻|父子|母子|母女|父女|兄弟|姐妹|两口子|俩口子|夫妻俩|一家|一行|"
    "等(?:人|[0-9二两三四五六七八九十]+[人名户])|本人|二人|两人|三人|[一两二三四五六七八九十0-9]+[户人名位](?=[，。、；）均都在共用])|先生|女士|同志|老人|之[妻子女父母夫兄弟]|名下|手机|的居住|承包地|宅基地|自留地|菜地|之[父母兄弟姐妹孙侄]|会计|队长|组长|社长|师傅|户(?=[，。、的在])|签名|签字|身份证|所有的|驾驶的|的(?=[，。；、]))"
    "|家(?=[（(，。、在]|送达|走访|中|里)"
)
_VERB = (
    "[所每限辨讲赶患名户质身在于未擅违称说提陈反认承否签拒将把被从系是自以驾骑购买卖销售租雇请砍挖捕烧搭占拆堆倒倾运养种放办辩诉举无因又也均都可曾开建收私于死打骂推拉拿给叫让带找借还欠付交领取拖赔辱损毁破偷盗抢骗"
    "跑逃走站坐睡喝吃用和与及同跟等离乱再收缴拍欠养种告伙擅对向来去回进出阻昨今近刚正]|经营|经[查过营]|到[场案达该]|表示|明确|明知|及其|"
    "的(?:行为|询问|陈述|证言|笔录|身份|上述|违法|住宅|房屋|车辆|店|家|申辩|意见|申请|养殖|承包|鱼塘|土地|摊位|银行|手机|电话)|"
    "为[了其]|没有|不[服在愿予能是]|已[经于将]?|外[出地逃]|应[当]?|要求|希望|修建|利用|使用|通过|多次|再次|主动|当[场日天时]|随[即后]|立即|现场|积极|配合|接受|取得|持有|拥有|组织|参与|委托|代[签收为]|"
    "缴纳|履行|申请|予以|进行|实施|存在|涉嫌|共同|分别|独自|负责|担任|作为|作出|出具|送达|日常|长期|平[时常]|前往|上门|受伤|遗|同意|辨认|核实|寄[放存来]|驶[离入出向]|占用|并[非未不没]|达成|协商|手[里中]|均|出示|施工|带[班路]|喝|译|翻译|签发|一[起同道]|当庭|亲眼|证实|指出|得知|知道|发现|看[见到]|听到|目睹|威胁|殴"
)
_NOT_A_PERSON = (
    "[村镇乡县市区街路桥河沟坝坪湾湖岛峡谷坡岩洞寺庙社组队局厅署厂场站校馆库港塘]|大[道桥学]|小区|广场|公园|景区|公司|合作|集团|[中小]学|医院|银行|工程|项目|条[例款]|办法|规定|标准|制度|法|学院|品?牌|型|款|号|"
    "系列|元|万|亿|吨|米|公里|日|月|年|周年|时代|主义|问题|情况|方面|部[分门]|工作|原则|能力|水平|质量|机构|单位|设[备施]|材料|产品|商品|食品|药品|机械|资[源金]|费用|信息|数据|系统|平台|网络|技术|服务|管理|安全|"
    "环境|卫生|文化|教育|体育|旅游|经济|社会|政治"
)
_AFTER = re.compile(
    f'(?P<next>{_NEXT_NAME})|(?P<kin>{_KIN})|(?P<does>{alternation(SUBJECT)}|的{alternation(OWNED)}|为(?=[\u4e00-\u9fff]{{1,4}}[工人员主者长师]))|(?P<closing>[时后前](?=[，,])|[，。、；：！？）)”"》\\s,;:/]|$)|(?P<verb>{_VERB})|(?P<thing>{_NOT_A_PERSON})'
)
_AFTER_POINTS = {"next": 1.5, "kin": 2.0, "does": DOES, "closing": 1.0, "verb": 1.5, "thing": -4.0}
_MOST_OTHERWISE = max(_AFTER_POINTS.values())

NOBODY = Found(-1, -1, "", Role.OTHER)


def before(text: str, start: int, last: Found) -> tuple[float, Role]:
    """(points for what stands before, the role that a label there gives). `last` is the name found before this one."""
    if start == 0:
        return _AT_AN_EDGE, Role.OTHER
    letter = text[start - 1]
    if letter + text[start] in _MONEY:
        return _IN_A_WORD, Role.OTHER
    # 林业主管部门: the word wins over the label in it, but not over 户主张伟.
    if text[start] in "孙傅" and text[start - 1 : start + 1] in LABELS:
        return _IN_A_WORD, Role.OTHER
    if text[start - 2 : start] in LABELS and _reads_as_given(text[start + 1 : start + 3]) and text[start - 1 : start + 1] not in LABELS:
        # 学生成思源: two letters such as parents choose.
        return LABELLED, label_before(text, start)[0] or Role.OTHER
    if text[start] not in PLAIN and (text[start - 1 : start + 1] in WORDS or text[start - 2 : start + 1] in WORDS):
        return _IN_A_WORD, Role.OTHER
    if text[start - 1 : start + 1] in OBJECT:
        return _IN_A_WORD, Role.OTHER
    if letter in _BETWEEN or text[start - 2 : start] in _TAILS:
        role, apart = label_before(text, start)
        if role is not None:
            return (LABELLED_APART if apart else LABELLED), role
    if last.end > 0 and start - last.end <= _FAR and _JOIN.fullmatch(text, last.end, start):
        return LISTED, last.role
    if letter in _NAMING and text[start - 2 : start] not in _NOT_NAMING and text[start - 1 : start + 1] not in WORDS:
        return NAMED, Role.OTHER
    if letter == "叫" and _CALLED.search(text, max(0, start - 2), start):
        return LABELLED, Role.OTHER
    if letter == "、" and (text[start - 3 : start - 1] in WORDS or text[start - 3 : start - 1] in LEXICON):
        # 李子、杨梅: one of several things.
        return _AMONG_THINGS, Role.OTHER
    if letter in _EDGE or (letter == "." and text[start - 2 : start - 1].isdigit()):
        return _AT_AN_EDGE, Role.OTHER
    if text[start - 1 : start + 1] in WORDS or text[start - 2 : start + 1] in WORDS:
        return _IN_A_WORD, Role.OTHER
    if text[start - 2 : start] in OBJECT or text[start - 3 : start] in OBJECT:
        return _ACTED_ON, Role.OTHER
    if letter in _GROUPS and text[start - 2 : start - 1] in _COUNTING:
        # 3组瞿国庆.
        return NAMED, Role.OTHER
    if letter in _PREPOSITION or text[start - 2 : start] in _BRINGS:
        return _BROUGHT, Role.OTHER
    if letter == "的":
        return 0.0, Role.OTHER
    if letter in _NUMERALS or letter.isascii():
        return _COUNTED, Role.OTHER
    return _UNBOUND, Role.OTHER


def _reads_as_given(letters: str) -> bool:
    return len(letters) > 1 and letters not in LEXICON and letters[0] in TYPICAL and letters[1] in TYPICAL


def may_follow_label(text: str, start: int) -> bool:
    """Whether it is worth looking for a label before."""
    return text[start - 1 : start] in _BETWEEN or text[start - 2 : start] in _TAILS


def label_before(text: str, start: int) -> tuple[Role | None, bool]:
    """(role of a label that ends right before, whether a colon or a blank stands between). (签名)： alone is a label too."""
    end = start
    apart = is_signed = False
    for _ in range(6):
        letter = text[end - 1 : end]
        if letter and letter in _LINKS:
            apart = apart or letter in "：:\u3000"
            end -= 1
        elif letter and letter in ")）":
            signed = _SIGNED.search(text, max(0, end - 12), end)
            if signed is None:
                return None, False
            end = signed.start()
            apart = is_signed = True
        else:
            break
    if text[end - 2 : end] not in _TAILS:
        return (Role.OTHER, True) if is_signed else (None, False)
    for size in range(min(LONGEST, end), 1, -1):
        role = LABELS.get(text[end - size : end])
        if role is not None and not (size == _OF_KIN and end == start and text[end - 1 : end + 1] in LABELS):
            return role, apart
    return (Role.OTHER, True) if is_signed else (None, False)


def most_after(text: str, end: int) -> float:
    """The most that `after` can say, told by one letter."""
    return TOLD if text[end : end + 1] in TELLS_SOONEST else _MOST_OTHERWISE


def after(text: str, end: int, given: int) -> float:
    """Points for what follows; `given` is how many letters the given name has."""
    if text[end : end + 1] in TELLS_SOONEST and TELLS_OF_A_PERSON.match(text, end):
        return TOLD
    is_word = text[end - 1 : end + 1] in WORDS
    found = _AFTER.match(text, end)
    kind = found.lastgroup if found else None
    if is_word and given == 1 and kind not in ("next", "kin"):
        return -3.0
    if kind is None:
        return -1.5 if is_word else 0.0
    if kind in ("does", "verb") and is_word:
        return 0.0
    return _AFTER_POINTS[kind]
