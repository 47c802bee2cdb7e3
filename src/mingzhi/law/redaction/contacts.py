"""Mail addresses, accounts of messengers, passports and other papers, plates of vehicles: what is found by its own form or its label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .folding import GAP
from .heads import Headed
from .hotlines import is_an_offices, speaks_of_somebody
from .kinds import Hidden, Kind
from .linewords import EITHERS_PURPOSES, OFFICES, PUBLIC_PURPOSES
from .numbers import is_an_officers_paper
from .patterns import alternation
from .spans import span

_MAIL = re.compile(r"[A-Za-z0-9](?<![A-Za-z0-9].)[A-Za-z0-9._+-]*\s?(?:@|\(at\)|\[at\])\s?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")

#: 我镇公开受理邮箱, 举报邮箱.
_PUBLIC_MAIL = re.compile(
    "(?<![人用其的家她他])(?:公开|受理|举报|投诉|监督|政务|信访|工作|投稿|办公|征集|(?:我|本)[镇队局办所]|本机关|大队|政府|办公室)(?:受理|工作|公开|举报|投诉|监督|电子){0,2}(?:邮箱|信箱)(?:地址)?[：:为是\\s]{0,3}$"
    "|(?:线索|意见|建议)(?:请|可)?[^。；;\\n]{0,12}(?:发|寄|送)[至到]$"
)

_BEFORE_A_MAILBOX = 48
_MAILBOX = "(?:电子)?(?:邮箱|信箱|邮件)(?:地址)?[：:为是\\s（(]*$"
_OFFICES_MAIL = re.compile(
    f"(?:{alternation([*OFFICES.split(), *PUBLIC_PURPOSES.split(), *EITHERS_PURPOSES.split()])})(?:[的对外]|公开|工作|受理|举报|投诉|监督|官方|联系|专用|公共){{0,3}}{_MAILBOX}"
)
#: 电话023-48610000，邮箱…: the mailbox is whose the line is.
_AFTER_A_LINE = re.compile(f"[0-9]{{3,}}[）)]?[，,、；;或\\s]{{1,2}}{_MAILBOX}")

_MESSENGER = "微信|QQ|qq|Qq|扣扣|支付宝|抖音|快手|微博|小红书|钉钉|陌陌|WeChat|wechat|Wechat|VX|vx|闲鱼|淘宝|拼多多"
#: What may stand between the messenger and the account, with a label of accounts and without.
_GLUE = r"[\s：:则就为是叫“\"(（]*"
_ADDED = "(?:上)?(?:转[给至到账]|发[给至到]|打[给至到]|加[过了]?(?:我的?|他的?|她的?|你)?|添加|聊过?|搜|截图|号?是)?"
_SOCIAL = Headed(
    f"(?:{_MESSENGER})(?:(?:账户|账号|帐号|号码|同号|号|群号?|ID|id|联系方式|昵称)(?:[（(][^（）()]{{0,6}}[)）])?|(?=[:：是为叫])){_GLUE}"
    r"(?P<account>[A-Za-z0-9][A-Za-z0-9_-]{3,29}(?:@[A-Za-z0-9.-]+)?|[A-Za-z_-][A-Za-z0-9_-]{4,29})(?![0-9]*\s?[年月日元万块])"
)
_SOCIAL_BARE = Headed(
    f'(?:{_MESSENGER}){_ADDED}[，,：:]?[\\s]?[（(“"]?'
    "(?P<account>(?=[A-Za-z0-9_-]*[0-9])(?=[A-Za-z0-9_-]*[A-Za-z_])[A-Za-z0-9_-]{5,29}|[A-Za-z]{2,}[_-][A-Za-z_-]{2,24}|[1-9][0-9]{4,10}(?![0-9.]*\\s*[元万余多]|-[0-9]))"
)
#: 问：你的QQ是多少？答：2890017745。
_SOCIAL_ASKED = Headed(
    f'(?:{_MESSENGER})(?:账户|账号|帐号|号码?|昵称|名字)?(?:是|呢|叫)?(?:多少|什么|哪个|好多)?[？?]\\s*(?:答[：:])?\\s*(?:有，)?(?:我的?|本人)?(?:{_MESSENGER})?号?(?:是|为|叫|就是)?[：:“"]?'
    r"(?P<account>[A-Za-z][A-Za-z0-9_-]{4,29}|[1-9][0-9]{4,11})(?![0-9.]*\s*[年月日元万余多])"
)
#: “fuxiang_7788”的聊天记录, 昵称“阿海”的用户(wxid_h7k20p5m): an account shows its own form where messages are spoken of.
_ACCOUNT_FORM = re.compile(
    r"(?<![A-Za-z0-9_@.-])(?P<account>wxid_[A-Za-z0-9_-]{4,24}|(?=[A-Za-z0-9-]*_)(?=[A-Za-z0-9_-]*[0-9])[A-Za-z][A-Za-z0-9_-]{4,24})(?![A-Za-z0-9_@./-])"
)
#: caojie_zhuzi, with the messenger before it.
_ACCOUNT_OF_LETTERS = re.compile(r"(?<![A-Za-z0-9_@./-])(?P<account>[a-z]{2,}_[a-z][a-z0-9_]{1,22})(?![A-Za-z0-9_@./-])")
#: 她的号taotao-bs0731, 号是…，写出来就是q54612000771: spoken of after the messenger.
_ACCOUNT_LATER = Headed(
    '(?:(?:[她他我其]的号|写出来|念出来|拼出来)(?:就?[是为])?|(?:账号|号)(?:就?[是为]))[：:“"]?(?P<account>(?=[A-Za-z0-9_-]*[0-9])[A-Za-z][A-Za-z0-9_-]{4,29})(?![A-Za-z0-9_@./-])'
)
#: 微信叫老柳叶儿1962.
_CALLED = Headed(
    f'(?:{_MESSENGER})(?:号|名|昵称|网名)?(?:叫做?|名叫|名为|名是|昵称)[：:“"]?'
    '(?P<account>(?![什啥哪过他她你我了]|不[详明]|未知)[\u4e00-\u9fffA-Za-z0-9_]{2,14})(?=[，,。；;、）)”"\\n]|$)'
)
#: 昵称“柏树林里一只鸟”, 网民“小渔村阿强1990”.
_QUOTED = Headed('(?:昵称|网名|网民|网友|用户名|(?<!公众)账号)(?:为|是|叫)?[：:]?[“‘"](?P<account>[^”’"\\n]{2,20})[”’"]')
#: 昵称召哥羊肉直播, 微信名：梨乡老仇, 微信同名“塬畔老计”: without marks, up to what ends it.
_NAMED = Headed(
    '(?:昵称|网名|微信名|微信同名|抖音名|快手名|直播名)(?:都|也)?(?:为|是|叫做?)?[：:]?[“"]?'
    '(?P<account>(?![为是叫称的（(“"]|什么|不[详明]|未知|无)[\u4e00-\u9fffA-Za-z0-9_]{2,14}?)(?=[，,。；;：:、）)”"\\s]|$|的(?:博主|网民|人|用户|账号)|系|在|发布|转)'
)
#: 群号300048217.
_GROUP = Headed("(?:群号码?|(?<![人族])群)[：:为是（(\\s]{0,3}(?P<account>[1-9][0-9]{5,10})(?![0-9.]|\\s*[元人户])")
_OF_SOMEBODY = "日记 日常 日子 生活 直播间 小院 人家 食堂 美食 趣事 渔家"
#: 抖音索布德的草原日子上: what somebody calls what they show.
_SHOWN = Headed(
    f"(?:{_MESSENGER})(?:账号|号|直播号)?(?P<account>(?!政务|公众|工作|官方|[是为叫号名的])"
    f"[\u4e00-\u9fffA-Za-z0-9_]{{2,10}}(?:{alternation(_OF_SOMEBODY.split())}|[0-9]{{2,4}}))(?=[上里，,。；;、）)]|$)"
)
_JOINED = re.compile("_(?<=[A-Za-z0-9]_)[A-Za-z0-9]")
_MESSAGES_NEAR = re.compile(f"{_MESSENGER}|聊天|好友|加我|网名|昵称|私信|朋友圈|群聊|群里|直播|网店|账号|用户")
_OFFICES_ACCOUNT = re.compile("(?:大队|中队|政府|[镇局办所站队]|机关)(?:的|官方|工作|公务|政务)*$")
_NICKNAME = Headed(
    f'(?:{_MESSENGER})(?:昵称|网名|名称|名|账号名?|账户|号|用户)?(?:为|是|叫)?[：:]?[“"「‘](?P<account>[^”"」’\\n]{{1,20}})[”"」’]'
)

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领"
_PAPER_NAMES = (
    "护照 通行证 台胞证 回乡证 居留证 居留卡 永居证 永久居留证 居留身份证 居留许可 居留许可证 来华工作许可证 外国人工作许可证 居住证 暂住证 签证 旅行证 海员证 边民证 出入境证 军官证 士兵证 警官证 文职干部证 残疾证 残疾人证 残疾军人证 社会保障卡 社会保障号 社保卡 社保 "
    "医保卡 医保 驾驶证 驾照 户口簿 户口本 户口册 学生证 学籍 结婚证 离婚证 出生证 出生医学证明 死亡证明 低保证 特困证 老年证 老人证 优待证 退役军人证 退役军人优待证 退伍证 复员证 退休证 失业证 就业创业证 独生子女证 准生证 "
    "导游证 病历 住院 门诊 就诊卡 就诊 公民身份 身份证件 证件 身份证明"
)
#: 护照号码E12345678, 持护照(号码C8240017), 泰国护照AB0071934, 通行证，证号05039917.
_PAPER = Headed(
    f"(?:{alternation(_PAPER_NAMES.split())})(?<!执法证件)(?<!资格证件)(?<!检查证件)(?:原件|复印件|正本|各?[一1](?:[本张份个]))?[，,、(（\\s]{{0,2}}(?:的|其|护照|证件|档案|登记)?(?:编号|号码|件号|证号|证件号|字号|号)(?:[（(][^（）()]{{0,6}}[)）])?[\\s：:为是（(]*(?P<number>(?:[\u4e00-\u9fff]{{1,2}}字|[{_PROVINCES}])?第?[A-Za-z0-9][A-Za-z0-9-]{{3,24}}号?)"
    "|(?:护照|通行证|台胞证|回乡证|旅行证|海员证|签证|居留证|居留身份证)[：:为是\\s（(]*(?P<bare>[A-Z]{1,3}[0-9]{6,12}[A-Z]?|[0-9]{2}[A-Z]{2}[0-9]{5}|[A-Z][0-9A-Z]{7,8}|[0-9]{8,9})(?![0-9A-Za-z])"
    "|(?:军官证|士兵证|警官证|文职干部证)[：:为是\\s（(]*(?P<corps>[\u4e00-\u9fff]{1,2}字第?[0-9]{4,10}号?)"
    # Cards of Hong Kong and Macao: K123456(7), 1234567(8).
    "|(?:身份证|身份证件)(?:号码?)?[：:为是\\s（(]*(?P<card>[A-Z]{0,2}[0-9]{6,7}[(（][0-9A][)）])"
)
_PAPER_AFTER = re.compile("号(?:护照|学生证|驾驶证|残疾证|居住证)")
_NUMBER_BEFORE = re.compile("(?<![A-Za-z0-9])[A-Z]?[0-9]{7,9}$")
_PASSPORT = Headed(
    r"(?:(?<=护照)[A-Z][0-9]{6,8}[A-Z]?|[EGDSP][0-9]{8}|E[A-HJ-NP-Z][0-9]{7}|[HM][0-9]{8}(?:[0-9]{2})?)(?![0-9A-Za-z])(?<![0-9A-Za-z-].{9})(?<![0-9A-Za-z-].{11})"
)

#: 渝A·12345, 渝AF·71829, 渝DZ6·715: the dot stands where whoever wrote it put it; 渝05·20417 is a tractor.
_LETTER = "[A-HJ-NP-Za-hj-np-z0-9]"
_PLATE = re.compile(
    f"[{_PROVINCES}]{GAP}?[A-HJ-NP-Za-hj-np-z][·.\\s-]?(?=[A-HJ-NP-Za-hj-np-z挂学警港澳]{{0,4}}[·.-]?[0-9])"
    f"(?:{_LETTER}{{4,6}}|{_LETTER}{{1,3}}[·.-]{_LETTER}{{3,5}})[挂学警港澳]?(?![0-9A-Za-z])"
    f"|[{_PROVINCES}][0-9]{{2}}[·.\\s-]?[0-9]{{5}}(?![0-9A-Za-z年月日元])"
)


#: Plates that a town gives out itself: 车牌石壕A38291.
_PLATE_LABELLED = Headed(
    '(?:车牌|号牌|牌照)(?:号码|号)?[：:为是系“"（(\\s]{0,3}(?P<plate>(?![为是系照号被未无的已有])[\u4e00-\u9fff]{1,3}[A-Za-z]?[·.-]?(?=[A-Za-z0-9]{0,3}[0-9]{3})[A-Za-z0-9]{4,7})(?![0-9A-Za-z年月日])'
)
_PAPER_BEFORE = re.compile("(?:执法证|资格证|工作证|证号|编号|字号|文号)[：:为是\\s（(]*$")
_ACCOUNT_WHY = "微信、QQ 等账号"


def find_contacts(text: str) -> Iterator[Hidden]:
    """Mail addresses and accounts of messengers in a folded text."""
    for found in _MAIL.finditer(text) if "@" in text or "at" in text else ():
        if not _is_public(text, found):
            yield span(Kind.EMAIL, *found.span(), "电子邮箱")
    for pattern in (_SOCIAL, _SOCIAL_BARE, _SOCIAL_ASKED, _NICKNAME, _CALLED, _QUOTED, _NAMED, _GROUP, _SHOWN):
        for found in pattern.finditer(text):
            # 大队工作微信“石壕城管小汪”: the account of an office.
            if not _OFFICES_ACCOUNT.search(text, max(0, found.start() - 8), found.start()):
                yield span(Kind.SOCIAL, *found.span("account"), _ACCOUNT_WHY)
    for found in _ACCOUNT_FORM.finditer(text) if _JOINED.search(text) else ():
        low, high = max(0, found.start() - 40), found.end() + 16
        if found["account"].startswith("wxid_") or _MESSAGES_NEAR.search(text, low, high):
            yield span(Kind.SOCIAL, *found.span("account"), _ACCOUNT_WHY)
    later = _ACCOUNT_LATER.finditer(text)
    for found in (*later, *_ACCOUNT_OF_LETTERS.finditer(text)) if _JOINED.search(text) else later:
        if _MESSAGES_NEAR.search(text, max(0, found.start() - 44), found.start()):
            yield span(Kind.SOCIAL, *found.span("account"), _ACCOUNT_WHY)


def _is_public(text: str, mail: re.Match[str]) -> bool:
    """Whether a mailbox is an office's: by its label, by who is spoken of before it, or by its name."""
    at = mail.start()
    if _PUBLIC_MAIL.search(text, max(0, at - 24), at):
        return True
    if speaks_of_somebody(text, at):
        return False
    # 大队将决定书发至邮箱…: whoever sends is an office, whoever has the mailbox is not. Only a label right before it says that.
    before = text[max(0, at - _BEFORE_A_MAILBOX) : at]
    return (
        mail[0].endswith(".gov.cn")
        or _OFFICES_MAIL.search(before) is not None
        or (_AFTER_A_LINE.search(before) is not None and is_an_offices(text, at))
    )


def find_papers(text: str) -> Iterator[Hidden]:
    """Numbers of passports and of other papers of persons."""
    for paper in _PAPER_AFTER.finditer(text):
        number = _NUMBER_BEFORE.search(text, max(0, paper.start() - 11), paper.start())
        if number:
            yield span(Kind.ID, *number.span(), "个人证件的号码")
    for found in _PAPER.finditer(text):
        form = next(name for name in ("number", "bare", "corps", "card") if found[name])
        shown = 7 < len(found[form]) < 15 and found[form].isdigit() and is_an_officers_paper(text, *found.span(form))
        if not shown and any(map(str.isdigit, found[form])):
            yield span(Kind.ID, *found.span(form), "个人证件的号码")
    for found in _PASSPORT.finditer(text):
        yield span(Kind.ID, *found.span(), "护照或者通行证的号码")


def find_plates(text: str) -> Iterator[Hidden]:
    """Plates of vehicles."""
    for found in _PLATE.finditer(text):
        # 执法证渝C05-3318: the number of an officer's paper.
        if not _PAPER_BEFORE.search(text, max(0, found.start() - 6), found.start()):
            yield span(Kind.PLATE, *found.span(), "车辆号牌能查到所有人")
    for found in _PLATE_LABELLED.finditer(text):
        yield span(Kind.PLATE, *found.span("plate"), "车辆号牌能查到所有人")
