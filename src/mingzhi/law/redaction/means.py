"""What somebody earns, gets, has saved and owes: whose and by when, what, how much.

A word of means and a sum in one clause; what the clause says beside them tells whether it is a fact of the case (a fine, a price, takings,
damage) or of a policy (so much for each mu), which both stay. (执法公示制度 8（二）)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .heads import Headed
from .meanswords import CASE, EARNS, FAMILY, FLOW, OWN, SAYS, TIMES, WHEN, WHOSE
from .money import MONEY
from .patterns import alternation

#: 每月供养费 is no 月供.
_WORD = Headed(alternation([*OWN.split(), *FLOW.split()]) + "|月供(?!养)")
_IS_OWN = frozenset([*OWN.split(), "月供"])

_BY = "(?:每个?|一个?|半个?|上个?|这个?|全|头)?(?:年度|[年月天日周季])(?:均|度)?|平均(?:每[年月天日])?|按[月年天]|近[一二两三四五六0-9]+个?[月年]|逢年过节|一次性"
_GLUE = f"(?:{alternation(SAYS.split())}|{_BY}|[：:\\s（(]){{0,12}}"
_THEN = re.compile(
    f"{_GLUE}{MONEY}(?:[和、]{MONEY})?(?:[未没][结还付][完清]?|(?:的)?生活费?)?(?:，尚有{MONEY}未[结付还])?(?:(?:调整?|提高|涨|降低?|增加?)(?:至|到|为){MONEY})?(?:一个月|一年|一天|每个?月|每年|/[年月天])?"
)
_SUM_BEFORE = re.compile(f"{MONEY}(?:的|拆迁|征地|搬迁|安置|土地|青苗|移民|困难|临时|务工|打工|打零工|零工|环卫|保洁|临工){{0,3}}$")
#: Whoever gets a sum that stands before its word.
_GETS = re.compile(f"{_BY}|领|享受|拿|收到|到手|得到|寄|打回|打来|靠")

_BEFORE = re.compile(
    f"(?:{alternation(WHOSE.split())}|{_BY}|[0-9]{{4}}年|[卖种养喂打][\u4e00-\u9fff]{{1,2}}?|[0-9一二三四五六七八九十]+岁|(?:为此|看病|治病)?向[\u4e00-\u9fff]{{1,8}}?)+$"
)
_WHEN = re.compile(f"{_BY}|{alternation(WHEN.split())}")

#: Facts of a case and of a policy, in the same clause: 欠缴 a fine, 每亩 of a subsidy, 拖欠 wages of workers, 张贴 what lends money.
_CASE = re.compile(
    f"{alternation(CASE.split())}|罚(?!人)|投资(?!失败|亏)|投入(?=资金|经费|[0-9])|(?<!工伤)(?<!工亡)赔偿|损失(?!积蓄)"
    "|(?:居民|村民|农民|城镇|农村)[^，,]{0,6}可支配|以上[^，,]{1,8}以下|当[日天晚次]的?(?:收入|营业额|流水|进账)|日(?:进账|入账|到账|汇入|转入|收入(?=[0-9一二三四五六七八九]))"
    "|拖欠[^，,]{0,8}(?:工资|工钱|薪)|费(?![用]).{0,3}(?:欠|拖)|欠[^，,]{0,8}[管务置运理]费|欠[^，,]{0,6}(?:[菜肉烟酒米油炮沙砂石瓦料砖货饭茶药]钱|[圾水电气生车业清]费)"
)
#: 领工钱, 工钱一天: what is paid for the work that the case is about. What somebody has by the month is means.
_WAGES = re.compile("工钱(?!每?个?月)")
_BY_MONTH = re.compile("月[^，,。；;]{0,8}$")
#: A list of small debts goes on: 欠垃圾费120元，谷穗欠120元.
_LISTED = re.compile("欠[^，,。；;]{0,6}[费款钱][0-9一二三四五六七八九十百]{1,6}[元块][，,、][^。；;]{0,24}$")
_BIG = re.compile("[万千]|[0-9]{4,}")
_EDGE = re.compile("[，,。；;！？!?：:\n]")

_FAMILY = alternation(FAMILY.split())
_TIMES = alternation(TIMES.split())
_EARNS = f"{alternation(EARNS.split())}|卖得(?!到)|要?还款?(?!有|是|没)"
_ADVERBS = "(?:我|他|她|也|就|才|只|都|能|可以|大概|大约|约|差不多|总共|一共|最多|顶多|不过|还|要|得|仅|平均|到头|下来|不到|不足|不了|有|净|纯|[种养卖打做跑喂捡摆干][^，,。；0-9一二三四五六七八九十两]{1,5}?){0,6}"
_BY_TIME = Headed(
    f"(?:(?:{_TIMES}){_ADVERBS}(?:{_EARNS})(?:到|得|了|个|着)?{_ADVERBS}{MONEY}(?:的?[\u4e00-\u9fff]{{0,4}}?(?:钱|工资|补助|收入|退休金|低保))?"
    f"|(?:{_TIMES})(?:就|只|才|也)*(?:有|靠)?[这那]?一笔{MONEY}|(?:月月|年年){MONEY}(?=[，,。；”]|$)"
    f"|(?:{_TIMES}){_ADVERBS}{MONEY}的[\u4e00-\u9fff]{{0,4}}?(?:钱|工资|补助|收入|退休金|低保|补贴|津贴))"
)
_FROM_FAMILY = Headed(
    f"(?:{_FAMILY})(?:们|家)?(?:在外地?|在[^，,。；]{{1,4}})?(?:打工|务工|上班|工作)?(?:{_TIMES}|逢年过节|平时){_ADVERBS}(?:给(?:我们?|她|他|老人|家里))?(?:给|寄|汇|打|补贴|接济|资助|转)(?:我们?|她|他|老人|回来?|来|家里)?{MONEY}(?:的?(?:生活费?|钱|赡养费|零花钱|过日子|过活))?"
)
_OWES = Headed(
    f"(?:[拖尚还另共]欠|欠|借|贷|赊)(?![缴税给到机故口道用销条]|出去)(?:了|着|有|下|得|别人|人家|的)?[^，,。；：:;？?！!\\n“”由0-9一二三四五六七八九十两几]{{0,10}}?(?:约|近|有|共|了|计)?{MONEY}"
)
#: 手头只有三百块现金, 打工积攒的十二万元.
_HOLDS = Headed(
    "(?:银行卡|工资卡|存折|账户|卡|折子|手头|手上|手里|身上|兜里|荷包)(?:上|里|内|中)?(?:的)?(?:余额|现金|现钱)?(?:总共|一共|现在|目前|现|就|也|都)*(?:只有|只剩|仅有|仅剩|还有|尚有|有|剩|就)(?:下|了|得)?(?:约|不到|不足)?"
    f"{MONEY}(?:的?(?:现金|存款|积蓄|(?:过年|活命|吃饭|生活)?钱))?|(?:折子|存折)[上里]{MONEY}|存有?了?(?:定期|活期)?{MONEY}的?(?:定期|活期|存款)|存有(?:定期|活期){MONEY}|(?:名下|家里|家中|家庭|另|还|现|本人|我家|(?<=[，,]))有(?:(?:房产|商品房|门面房?|商铺|小?轿车|小汽车)[一两二三四五六0-9]+[套处间辆]|[一两二三四五六0-9]+(?:套(?:商品房|房产|住房|房子)|辆(?:小?轿车|小汽车)))|(?:并|还|另|尚|现)有(?:[^，,。；\\n]{{0,6}}的)?(?:房屋|商铺|门面|店面|门市|住房|铺面|房子|厂房)的?[月年]?租金(?:收入)?(?:每[月年])?{MONEY}|亏损?(?:了|掉)?(?:近|约|有)?{MONEY}|(?:积攒|攒|存)(?:了|下|的|着)+(?:约|不到|近)?{MONEY}(?:的?(?:现金|存款|积蓄|钱))?"
)
#: 一个月四千多块: by time, where the words before speak of work or of a pension.
_BARE_BY_TIME = Headed(f"(?:{_TIMES}){_ADVERBS}{MONEY}(?=[，,。；;！？”、]|$)")
_WORKS = re.compile(
    "(?:存折在|优抚|抚恤|婆娘|老婆|男人|老公|媳妇|挣|工资|收入|打工|上班|退休|做工|工地|养老|低保|失业金|救济|补助|[做当][^，,。]{1,4}工|干活|保安|保洁|环卫|零工|务工|开车|厂里|摆摊|看大门)[^。；\n]{0,10}$|存折[^。；\n]{0,34}$"
)
#: 挣得到一千二三, 亏进去九万多, 还背着六万的账, 三分利两万, 外头还差账四万七, 卖房钱十七万存了定期: no time and no word of means beside it.
_EARNED = f"(?:挣|赚|找|落)(?:得到手?|得到|得|到手|到)(?:的?(?:约|不到|有|个))?{MONEY}"
_LOST = f"亏(?:进去|进|掉|了)+(?:约|近|有)?{MONEY}"
_BEARS = f"(?:(?:背|差|拉|扯|欠)[着了起]?(?:别人|人家)?的?(?:账|债|饥荒){MONEY}|(?:背|差|拉|扯)[着了起]?(?:别人|人家)?{MONEY}的?(?:账|债|外债|饥荒)|差{MONEY}(?:没有?|未)还[清完]?)"
_AT_INTEREST = f"(?:[一二三四五六七八九]分(?:利|息)|高利息?|水钱)(?:的)?{MONEY}"
_PUT_BY = f"(?:卖[房地屋车牛猪]+(?:子)?(?:的)?钱){MONEY}存(?:了|成|的|作)?(?:定期|死期|银行|折子)"
_LETS = (
    f"有(?:铺面|门面|商铺|店面|房子|住房|厂房)[一二三两四五0-9]+[间套个处](?:出租|在租|租给别人|租出去)?，?(?:租金|房租)?每[年月]{MONEY}"
)
_WORKLESS = "(?:没有|没得|无)(?:房子?|房产|车辆?|住房|存款|积蓄|劳力|退休金|社保)[、，]?(?:也)?(?:没有|没得|无)(?:房子?|房产|车辆?|住房|存款|积蓄|劳力|退休金|社保)|(?:吃|享受|靠|领)(?:着|的|起)?(?:国家|政府|社会)(?:的)?(?:低保|救济|五保)"
_OTHERS = Headed("|".join((_EARNED, _LOST, _BEARS, _AT_INTEREST, _PUT_BY, _LETS, _WORKLESS)))
#: 问：你一年卖蜂糖多少？答：也就一万五上下: what somebody is asked about themselves.
_ASKED = Headed(
    "(?:一年|一个月|每月|每年|月|年|收入|工资|存款|挣|赚|欠|贷款?|积蓄|里头|卡上|折子上)[^。？?\\n]{0,12}?(?:多少|好多|几多|好高)(?:钱|收入|存款)?[？?]”?\\s*[“]?(?:答[：:])?"
)
_ANSWER = re.compile(
    f"(?:我|大概|大约|也就|就|差不多|最多|不到|约|一共|总共|可能|可以|挣|赚|有|得)*?(?P<sum>(?:也就|大概|大约|差不多|最多|不到|约)?{MONEY})"
)
_ASKED_OF_CASE = re.compile("罚|价|成本|货|卖给|每[斤只份桶车]|一[斤只份桶车包盒条]|工钱|租金|面积|押金|砖|瓦|买的|造价")
#: 存折，…，里头八百多块: what a book or a card holds.
_INSIDE = Headed(f"(?:里头|里面|上头|上面|卡头|卡里)(?:还|只|就|总共|一共|有|剩|得)*{MONEY}")
_BOOK = re.compile("(?:存折|折子|银行卡|工资卡|折号|存款|卡号|账户)[^。；\\n]{0,40}$")
_WITHOUT = Headed(
    "(?:无|没有|没得)(?:(?:任何|固定|稳定|其他|经济|正式)的?)?(?:收入(?!凭证|证明|来源)|收入来源|经济来源|生活来源|存款|积蓄|退休金|养老金)|(?:无|没有|没得)(?:任何|固定|稳定|其他|正式)的?(?:收入|工作)"
    "|(?:吃|享受|领着|领了|靠吃|在吃)低保(?!标准|政策|条件|待遇的)|负债累累|(?:欠了?|背了?)(?:一屁股|一身|不少|很多)(?:的)?债|债台高筑|入不敷出|身无分文|家徒四壁|一贫如洗|靠(?:低保|救济|借钱|借债|捡废品|捡破烂)(?:生活|度日|过活|过日子|维持)"
    "|(?:家境|家庭(?:经济)?(?:条件)?)(?:十分|非常|特别|较为|比较|确实|极其|极为|很)?(?:贫困|贫寒|拮据)"
)
_MORE = re.compile(
    "(?:去年|今年|前年|上年|近年|这两年|[0-9]{4}年|家里|屋里|屋头|家中|为此|看病|治病|因此|因病|建房|装修|另外|又|曾|还|尚|另|共|拖|仍|外头|外面|外边|也|才|就|能|自己|本人|[种养喂][一-鿿]|靠|全靠|两口子|夫妻俩?|全家|一家人?|老两口|我|她|他|其|父母|他们|向[\u4e00-\u9fff]{1,8}?)+$"
)
_LIVES_ON = re.compile("(?:维持)?(?:生活|过活|过日子|度日)")
_AS_OF = re.compile("(?:账户|账号|卡号|银行|农商行|信用社|[0-9]{12})[^。\n]{0,40}截[至止][^。，,\n]{0,12}[，,]$")
#: 在石壕农商行有存款: the bank stays where it stands by itself.
_BANK = re.compile("(?:银行|农商行|信用社)(?:共|现|还|另)?有")
_AT = re.compile("在[\u4e00-\u9fff]{1,6}$")
_PASSBOOK = re.compile("存折|存单|卡|账户|存款")

Bounds = tuple[int, int]


def means(text: str) -> Iterator[Bounds]:
    """Where a folded text tells of somebody's means."""
    for word in _WORD.finditer(text):
        if told := _with_sum(text, *word.span()):
            yield told
    for pattern in (_BY_TIME, _FROM_FAMILY, _OWES, _HOLDS, _WITHOUT):
        for found in pattern.finditer(text):
            if not _is_of_case(text, *found.span()):
                yield _widened(text, *found.span())
    for found in _OTHERS.finditer(text):
        if not _is_of_case(text, *found.span()):
            yield _widened(text, *found.span())
    for asked in _ASKED.finditer(text):
        answer = _ANSWER.match(text, asked.end())
        if answer and not _ASKED_OF_CASE.search(text, max(0, asked.start() - 8), asked.end()):
            yield answer.span("sum")
    for found in _INSIDE.finditer(text):
        if _BOOK.search(text, max(0, found.start() - 48), found.start()):
            yield found.span()
    for found in _BARE_BY_TIME.finditer(text):
        if _WORKS.search(text, max(0, found.start() - 40), found.start()) and not _is_of_case(text, *found.span()):
            yield found.span()


def _with_sum(text: str, start: int, end: int) -> Bounds | None:
    """The word with the sum that belongs to it, after or before: 存款只剩三千余元, 两万块网贷."""
    word = text[start:end]
    before = _BEFORE.search(text, max(0, start - 20), start)
    low = before.start() if before else start
    if (bank := _BANK.match(text, low)) and _AT.search(text, max(0, low - 8), low):
        low = bank.end()
    if then := _THEN.match(text, end):
        if _is_of_case(text, low, then.end()) or not (
            word in _IS_OWN
            or _WHEN.search(text, _clause(text, low), then.end())
            or (word == "余额" and (_PASSBOOK.search(text, max(0, low - 12), low) or _AS_OF.search(text, max(0, low - 60), low)))
        ):
            return None
        return low, then.end()
    amount = _SUM_BEFORE.search(text, max(0, start - 20), start)
    if amount is None or not (word in _IS_OWN or _GETS.search(text, _clause(text, amount.start()), amount.start())):
        return None
    if _is_of_case(text, amount.start(), end):
        return None
    more = _BEFORE.search(text, max(0, amount.start() - 14), amount.start())
    return more.start() if more else amount.start(), end


def _is_of_case(text: str, start: int, end: int) -> bool:
    """Whether the clause speaks of the case or of a policy."""
    low = _clause(text, start)
    if (wages := _WAGES.search(text, start, end)) and not _BY_MONTH.search(text, low, wages.start()):
        return True
    if not _BIG.search(text, start, end) and _LISTED.search(text, max(0, start - 48), start):
        return True
    stop = _EDGE.search(text, end, min(len(text), end + 12))
    return bool(_CASE.search(text, low, stop.start() if stop else min(len(text), end + 12)))


def _clause(text: str, at: int) -> int:
    """Where the clause begins."""
    low = max(0, at - 30)
    for edge in _EDGE.finditer(text, low, at):
        low = edge.end()
    return low


def _widened(text: str, start: int, end: int) -> Bounds:
    more = _MORE.search(text, max(0, start - 14), start)
    lives = _LIVES_ON.match(text, end)
    return more.start() if more else start, lives.end() if lives else end
