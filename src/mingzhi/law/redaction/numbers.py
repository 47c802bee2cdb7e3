"""Runs of digits: identity numbers, telephones and accounts, told from dates, amounts, credit codes and numbers of papers.

A number that fails its check digit is hidden all the same: it may be one digit wrong. (执法公示制度 8（二）、（三）)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mingzhi.law.identifiers import citizen_number, credit_code

from .folding import GAP
from .heads import Headed
from .hotlines import is_public_line
from .kinds import Hidden, Kind
from .spans import OF_UNITS, PERSONAL, span

_BETWEEN = f"(?:{GAP}|[-.·_/]){{0,3}}"
# The shortest that can be anything is a telephone of seven places.
_RUN = re.compile(f"[0-9](?:{_BETWEEN}[0-9]){{6,}}(?:{_BETWEEN}[Xx](?![A-Za-z0-9]))?")
#: An identity number with a blank after each letter; a column of a table is longer.
_MOST_PIECES = 19
_MOST_GROUPS = 6
_TOKEN = re.compile("[0-9]+[Xx]?")
_STARRED = re.compile(r"[0-9](?<![0-9A-Za-z*].)[0-9]{1,9}[*×]{3,14}[0-9]{0,6}[Xx]?(?![0-9A-Za-z*])")
_BRACKETED = Headed(rf"[(（](?:\+?86-?)?0[0-9]{{2,3}}[)）]{_BETWEEN}[1-9](?:{GAP}?-?[0-9]){{6,7}}(?![0-9])(?:[-转][0-9]{{1,5}}(?![0-9]))?")
_IN_WORDS = Headed("[零〇一二三四五六七八九幺]{11,18}")
_DATE = re.compile(r"(?:19|20)[0-9]{2}([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])")
_DAY = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_LANDLINE = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})[2-9][0-9]{6,7}")
_MOBILE = re.compile("(?:0?0?86)?(1[3-9][0-9]{9})")
_EXTENSION = re.compile("(?:转|-)[0-9]{1,5}(?![0-9])")
_PREFIX = re.compile(r"(?:\+|＋)(?:86[- ]?)?$|(?:\+|＋)?[(（]\+?(?:00)?86[)）][- ]?$")

_AFTER_LABEL = r"(?:号码|编号|号|码)?(?:[（(][^（）()]{0,8}[)）])?[\s：:为是:=（(“\"第]*$"
_CREDIT = re.compile("信用代码[：:为是\\s（(]*$")
_KEPT = re.compile(
    "(?:[建地用乡选]字|信用代码|组织机构代码|注册号|税务登记证?|税号|纳税人识别号|许可证?|备案|编号|文号|字号|案号|票据|票号|发票|收据|缴款书?|通知书|缴款码|"
    "执法证|执法证件|执法证号|资格证|执业证|条形码|条码|批号|批次|货号|产品标准|型号|规格|项目代码|统一代码|订单|运单|快递单|邮编|"
    "凭证|凭单|清单|地块|代码|许可|标识|邮政编码|报告|受理|公告|证书编号|机构代码|行政区划代码|序列号|设备编号|标准号|身份标识|监管码|校验码|哈希|流水号)"
    + _AFTER_LABEL
)
_ACCOUNT = re.compile(
    "(?:账号|帐号|账户|帐户|卡号|银行卡|储蓄卡|信用卡|借记卡|社保卡|存折|存单|对公户|支行|银行|分理处|信用社|储蓄所|农商行|折号|户头)"
    + _AFTER_LABEL
)
#: 货款付至…: of an account, or of a date and a telephone, which are shorter.
_PAID_TO = re.compile("[付打转汇存退划收]款?[至到入进在给]" + _AFTER_LABEL)
_SHORTEST_ACCOUNT = 12
_PHONE = re.compile(
    "(?:电话|手机|联系方式|联系号码|联系人?|传真|座机|热线|移动|固话|致电|拨打|来电|(?i:tel|phone|mobile|fax)|☎|短号|小灵通)" + _AFTER_LABEL
)
#: 打她上班的店里48712093, liu@163.com，48712093: a number of eight places that somebody is called by.
_CALLED = re.compile("(?:[打拨]|致电|回电|电询|呼)(?!折|工|印)[^，。；0-9\n]{0,14}$|@[A-Za-z0-9.-]{4,24}[，,、；;]\\s?$")
#: What an officer's badge, a meter or a place of work is numbered by.
_NUMBERED = re.compile("(?:证号|工号|工牌号?|户号|表号|桩号|单号)[：:为是\\s]*$")
_IDENTITY = re.compile(
    "(?:身份证件?|身份证明|公民身份|身份号|(?<!执法)证件|驾驶证|护照|残疾人?证|社保|医保|户口簿?|军官证|士兵证|通行证|居住证|居留证|学籍|学号)"
    + _AFTER_LABEL
)
#: 执法证（证号…、…）, 出示证件，证号为: what an officer shows to everybody. A person's paper has another form than these digits.
_OFFICERS_PAPER = re.compile(
    "(?:执法证件?|执法资格证|检查证|行政执法|执法人员|检查人员|(?:出示|亮明|亮出)(?:了|过|各自|本人)?的?证件)[^。；;\n]{0,24}?(?:证号|编号|证件号码?)[：:为是分别（(\\s]{0,5}(?:[A-Za-z]?[0-9]{5,14}[、，和及,\\s]{1,2})*$"
    "|(?:出示|亮明|亮出)(?:了|过|各自|本人)?的?证件[（(，,：:\\s]{0,2}$"
)
_LOST_PAPER = re.compile("(?:已|现|因)?(?:挂失|作废|注销|收回|声明|缴回)")
_QUANTITY = re.compile(
    r"\s*(?:余|多)?(?:[万亿百千]?元|平方|立方|公里|千米|米|吨|公斤|千克|亩|只|头|件|瓶|盒|袋|辆|株|人|次|个|%|％|年|日|时)"
)
_OF_A_UNIT = re.compile("公司|企业|合作社|个体工商户|工厂|商行|经营部|单位|对公|统一社会信用代码|[店厂场社](?![区会])")

_WHY = {
    "citizen": "身份号码，校验位相符",
    "wrong": "像身份号码，校验位不符，仍按身份号码隐去",
    "labelled": "前面写明是证件号码",
    "starred": "只遮住一部分的号码仍能查到本人，全部隐去",
    "mobile": "手机号码",
    "landline": "固定电话号码",
    "local": "前面写明是联系电话",
    "account": "前面写明是账号",
    "long": "十五位以上的数字，没有写明是什么，按账号隐去",
    "words": "用汉字写的号码",
}


def find_numbers(text: str) -> Iterator[Hidden]:
    """Identity numbers, telephones and accounts in a folded text."""
    for run in _RUN.finditer(text):
        yield from _run(text, *run.span())
    for found in _STARRED.finditer(text) if "**" in text or "××" in text else ():
        if sum(map(str.isdigit, found[0])) >= 5:
            digits = len(found[0])
            kind = (
                Kind.PHONE
                if digits <= 12
                else Kind.ACCOUNT
                if _ACCOUNT.search(text[max(0, found.start() - 24) : found.start()])
                else Kind.ID
            )
            yield span(kind, *found.span(), _WHY["starred"])
    for found in _BRACKETED.finditer(text):
        if not is_public_line(text, *found.span()):
            yield span(Kind.PHONE, *found.span(), _WHY["landline"])
    for found in _IN_WORDS.finditer(text):
        digits = len(found[0])
        if digits == 11 and found[0][0] in "一幺":
            yield span(Kind.PHONE, *found.span(), _WHY["words"])
        elif digits in (15, 18):
            yield span(Kind.ID, *found.span(), _WHY["words"])


def _run(text: str, start: int, end: int) -> Iterator[Hidden]:
    """What a run of digits and of what stands between them holds: whole, or piece by piece where it is several numbers in a row."""
    pieces = [(piece.start(), piece.end()) for piece in _TOKEN.finditer(text, start, end)]
    at = 0
    while at < len(pieces):
        dated = _DATE.match(text, pieces[at][0])
        if dated:
            while at < len(pieces) and pieces[at][0] < dated.end():
                at += 1
            continue
        for last in range(min(len(pieces), at + _MOST_PIECES), at, -1):
            found = _number(text, pieces[at][0], pieces[last - 1][1], last - at)
            if found:
                yield found
                at = last
                break
        else:
            at += 1


def _number(text: str, start: int, end: int, pieces: int) -> Hidden | None:
    """What one number is; None where it is nothing to hide."""
    written = text[start:end]
    digits = "".join(letter for letter in written if letter.isalnum()).upper()
    size = len(digits)
    if size < 7 or size > 30 or ("\n" in written and (written.count("\n") > 1 or size not in (11, 15, 18))):
        return None
    if _alphanumeric(text, start - 1) or (_alphanumeric(text, end)):
        return None
    before = text[max(0, start - 24) : start]
    if size < 15 and digits.isdigit() and is_an_officers_paper(text, start, end):
        return None
    # Numbers in a row of a table; one number is written in few groups, or letter by letter.
    if _MOST_GROUPS < pieces < size and not _IDENTITY.search(before):
        return None
    if size in (15, 18) and (found := _identity(before, digits, start, end)):
        return found
    if (
        (digits[-1] == "X" and not _CREDIT.search(before))
        or (size in (17, 18, 19, 20) and _has_birthday(digits) and not _KEPT.search(before))
        or _IDENTITY.search(before)
    ):
        return None if pieces > 1 and size < 15 else span(Kind.ID, start, end, _WHY["labelled" if _IDENTITY.search(before) else "wrong"])
    if (_ACCOUNT.search(before) and size >= 8) or (size >= _SHORTEST_ACCOUNT and _PAID_TO.search(before) and not _KEPT.search(before)):
        return span(Kind.ACCOUNT, start, end, _WHY["account"], provision=_owner(text, start))
    if found := _phone(text, before, digits, start, end, pieces):
        return found
    if size < 15 or size > 19 or _KEPT.search(before) or _QUANTITY.match(text, end) or (pieces > 1 and "." in written):
        return None
    return span(Kind.ACCOUNT, start, end, _WHY["long"], provision=_owner(text, start))


def is_an_officers_paper(text: str, start: int, end: int) -> bool:
    """Whether it is the number of a paper by which officers show who they are; eleven digits are its usual form."""
    if _OFFICERS_PAPER.search(text, max(0, start - 60), start):
        return True
    return end - start == 11 and text.startswith("证件", start - 2) and bool(_LOST_PAPER.match(text, end))


def _identity(before: str, digits: str, start: int, end: int) -> Hidden | None:
    is_citizen = citizen_number(digits).valid
    if not is_citizen and (credit_code(digits).valid or _KEPT.search(before) or _ACCOUNT.search(before)):
        return None
    if is_citizen and len(digits) == 15 and (_KEPT.search(before) or _ACCOUNT.search(before)):
        return None
    if is_citizen:
        return span(Kind.ID, start, end, _WHY["citizen"])
    if len(digits) == 18 or _IDENTITY.search(before):
        return span(Kind.ID, start, end, _WHY["wrong"])
    return None


def _phone(text: str, before: str, digits: str, start: int, end: int, pieces: int) -> Hidden | None:
    if mobile := _MOBILE.fullmatch(digits):
        if _QUANTITY.match(text, end) or (len(digits) == 11 and _KEPT.search(before) and not _PHONE.search(before)):
            return None
        prefix = _PREFIX.search(before)
        first = start - len(prefix[0]) if prefix else start
        return span(Kind.PHONE, first, end, _WHY["mobile"], replacement="") if mobile else None
    if is_public_line(text, start, end) or (_KEPT.search(before) and not _PHONE.search(before)) or _NUMBERED.search(before):
        return None
    if _LANDLINE.fullmatch(digits) and not _QUANTITY.match(text, end):
        extension = _EXTENSION.match(text, end)
        return span(Kind.PHONE, start, extension.end() if extension else end, _WHY["landline"])
    if 12 < len(digits) <= 17 and pieces > 2 and _LANDLINE.match(digits) and "-" in text[start:end]:
        return span(Kind.PHONE, start, end, _WHY["landline"])
    if 7 <= len(digits) <= 12 and _PHONE.search(before) and not _DAY.fullmatch(digits):
        return span(Kind.PHONE, start, end, _WHY["local"])
    if len(digits) == 8 and pieces == 1 and digits[0] in "2345678" and _CALLED.search(before) and not _QUANTITY.match(text, end):
        return span(Kind.PHONE, start, end, _WHY["local"])
    return None


def _alphanumeric(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isascii() and text[at].isalnum()


def _has_birthday(digits: str) -> bool:
    try:
        date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    return digits[6:8] in ("19", "20")


def _owner(text: str, start: int) -> str:
    """Whose account it is decides which of the two articles hides it."""
    return OF_UNITS if _OF_A_UNIT.search(text, max(0, start - 60), start) else PERSONAL
