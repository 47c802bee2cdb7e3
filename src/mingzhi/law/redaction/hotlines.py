"""Telephones that are there to be called: they stay, because whoever reads a decision has to be able to call. (执法公示制度 8)

A line of the office is told by its label (咨询电话), by how the reader is asked to call it (如有疑问请拨打), by the officer beside whom it stands
(联系人某某，电话) and by what a bracket behind it says. The line of a firm, of a shop or of somebody is none of these.
"""

from __future__ import annotations

import re

from mingzhi.law.provisions import provision

from .linewords import EITHERS_PURPOSES, FIRMS, OFFICES, PUBLIC_PURPOSES, PURPOSE_BEHIND, SOMEBODYS
from .patterns import alternation


def published_lines() -> frozenset[str]:
    """For `Options.allowed`: the line for complaints that the town's own regulation names. (投诉举报制度 2)"""
    return frozenset({str(provision("complaint-2").latest["phone"])})


_LOOKS_BACK = 56
_OFFICE = "[局委办所队]|(?<![油购气收电])站|政府|法院|检察院|办公室|值班室|传达室|服务中心|服务大厅|执法队|机关|热线|窗口|专班"
_PURPOSES = "联系 办公 咨询 举报 投诉 监督 服务 值班 受理 公开 查询 报修 应急 抢险 报名 预约 信访"
_LINE = "(?:电话|座机|热线|传真|专线|号码)(?:号码)?"
_TO_NUMBER = "[：:为是\\s]{0,3}"
_PURPOSE = f"(?:{alternation(_PURPOSES.split())})"
#: 市监局电话, 举报电话, 投诉受理电话, 办公电话, 镇里电话.
_LABEL = re.compile(
    f"(?:(?:{_OFFICE}|[镇乡村]里)(?:的|[（(，,])?{_PURPOSE}{{0,2}}{_LINE}|(?:[镇乡局办所队]|大队|政府|法院|办公室|服务中心|服务大厅)[（(]|(?<![人用其的家她他]){_PURPOSE}?(?:举报|投诉|监督|受理){_LINE}){_TO_NUMBER}(?:[(（]0[0-9]{{2,3}}[)）])?$"
)
#: Labels that a firm uses too: what stands before in the sentence tells.
_LABEL_OF_EITHER = re.compile(f"(?<![人用其的家她他])(?:办公|咨询|服务|值班|公开|查询|报修|应急|抢险|报名|预约|信访){_LINE}{_TO_NUMBER}$")
#: 如有疑问请拨打12345或, 请与…联系.
_CALL = re.compile(
    "(?:请|请您|可以?|欢迎|也可|均可|或者?|请?先)(?:及时|立即|尽快|随时|直接|提前)?(?:拨打?|打|电|致电|电询|电话咨询|联系|与|来电)"
    f"(?:[0-9]{{5}}(?:政务|便民)?(?:服务)?(?:热线)?(?:或者?|、|和))?(?:(?:我|本)[镇乡队局办所院街]|本(?:机关|大队|单位))?(?:{_PURPOSE}?{_LINE})?{_TO_NUMBER}$"
)
#: The officer whom the reader may ask.
_ASK = re.compile(
    f"(?<!备用)(?<!紧急)(?:联系人|经办人|承办人|主持人|承办人员|经办人员|执法人员|值班人员|承办|经办)[：:]?[\u4e00-\u9fff]{{2,4}}[，,、\\s]?(?:(?:联系|办公)?电话)?{_TO_NUMBER}$"
)
#: A letter of the office ends with it: 我镇无修改意见。联系电话, 请于五个工作日内补正。联系电话.
_LETTER_ENDS = re.compile(
    "(?:(?:我|本)(?:镇|乡|队|局|办|所|院|机关|大队|单位|街道)|请于|请在|逾期|到期|由你|限你|带[上好齐]|如有|如对|如不|补正|特此|告知)[^。；;\\n]{0,36}[。；;，,](?:联系电话|电话|联系方式|联系)"
    f"{_TO_NUMBER}$"
)
_SAID_BEHIND = re.compile(
    "\\s?[（(](?:(?:系|为)?(?:本|我|该)(?:队|镇|乡|局|办|所|院|机关|大队|单位|街道)[^（）()]{0,6}|[^（）()]{0,8}(?:[镇乡区县市][\u4e00-\u9fff]{1,6}[所队局办]|大队|政府|办公室|公开电话|办公电话|值班电话|咨询电话)"
    "|夜间转[0-9]{3,5}|工作(?:日|时间)[^（）()]{0,16})[)）]|[，,]\\s?[过逾]期不候"
)
#: Whoever stands before in the same sentence has the line, unless it is an office.
#: What somebody tells others to call for.
_TOUTED = re.compile("招租|出租|转让|出售|广告|张贴|喷涂|小卡片|业务")
_SOMEBODYS = re.compile(
    f"{alternation(FIRMS.split())}|[店厂](?![区房])|[0-9]{{6,}}[0-9Xx]{{11,}}|(?<![持带])身份证"
    "|当事人(?![^。；\\n]*(?:接受|携带|前往|到我|到本|提出|办理|领取))"
)
_FOR = f"(?=$|{alternation(PURPOSE_BEHIND.split())})"
_OF_AN_OFFICE = re.compile(f"(?:{alternation(OFFICES.split())})(?!的[，,])|(?:{alternation(PUBLIC_PURPOSES.split())}){_FOR}")
_OF_EITHER = re.compile(f"(?<![人用其的家她他])(?:{alternation(EITHERS_PURPOSES.split())}){_FOR}")
_OF_SOMEBODY = re.compile(alternation(SOMEBODYS.split()))
_SOMEBODYS_BEHIND = re.compile("则?(?:系|是|为)[^，。；]{0,12}(?:当事人|家中|家里|本人|座机|私人|他|她|我)")
_SENTENCE, _LABEL_ALONE = 44, 12


def is_public_line(text: str, start: int, end: int) -> bool:
    """Whether the landline that stands here is there to be called. A mobile is somebody's even there."""
    low = max(0, start - _LOOKS_BACK)
    if _LABEL.search(text, low, start):
        return True
    sentence = _sentence(text, low, start)
    if (_SAID_BEHIND.match(text, end) or _CALL.search(text, low, start)) and not _TOUTED.search(text, sentence, start):
        return True
    told = any(one.search(text, low, start) for one in (_LABEL_OF_EITHER, _ASK, _LETTER_ENDS))
    if told and not _SOMEBODYS.search(text, sentence, start):
        return True
    return not _SOMEBODYS_BEHIND.match(text, end) and is_an_offices(text, start)


def is_an_offices(text: str, at: int) -> bool:
    """Whether a line or a mailbox that stands here is an office's by what is said nearest before it."""
    clause = _sentence(text, max(0, at - _SENTENCE), at)
    told = _told(text, clause, at)
    # …人民法院；电话: where the clause is no more than a label, the one before tells.
    if told is None and at - clause <= _LABEL_ALONE and text[clause - 1 : clause] in ("；", ";"):
        told = _told(text, max(at - _SENTENCE - _LABEL_ALONE, text.rfind("。", 0, at) + 1, text.rfind("\n", 0, at) + 1), clause - 1)
    if told is not None:
        return told
    return bool(_OF_EITHER.search(text, clause, at)) and not _SOMEBODYS.search(text, clause, at)


def speaks_of_somebody(text: str, at: int) -> bool:
    """Whether the sentence speaks of somebody before this place."""
    return bool(_OF_SOMEBODY.search(text, _sentence(text, max(0, at - _SENTENCE), at), at))


def _told(text: str, low: int, at: int) -> bool | None:
    """Whether what stands nearest is an office; None where nobody is spoken of."""
    office, somebody = _last(_OF_AN_OFFICE, text, low, at), _last(_OF_SOMEBODY, text, low, at)
    return None if office == somebody else office > somebody


def _last(pattern: re.Pattern[str], text: str, low: int, high: int) -> int:
    return max((found.end() for found in pattern.finditer(text, low, high)), default=-1)


def _sentence(text: str, low: int, at: int) -> int:
    return max(low, *(text.rfind(edge, low, at) + 1 for edge in "。；;\n")) if low < at else low
