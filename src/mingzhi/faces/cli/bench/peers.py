"""What else can be installed to find names and numbers, put to the same passages: a plain set of patterns, and jieba's tags."""

from __future__ import annotations

import re
from typing import Any

from .passages import Hider, Marked, Passage

NO_JIEBA = "没有安装 jieba（.venv/bin/uv pip install --group bench），没有与它比较"

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
#: As somebody would write them in an afternoon.
_PATTERNS = {
    "id": re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15})(?!\d)"),
    "phone": re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)"),
    "account": re.compile(r"(?<!\d)\d{16,19}(?!\d)"),
    "email": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "plate": re.compile("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][A-HJ-NP-Z0-9]{5,6}"),
    "certificate": re.compile("[（(]\\d{4}[)）].{1,12}不动产权第\\d+号"),
    "social": re.compile("(?<=微信号)[A-Za-z0-9_-]{5,20}|(?<=QQ：)\\d{5,11}"),
    "address": re.compile("(?<=[住址])[：:]?[^，。；\n]{4,40}[号组社村室]"),
    "name": re.compile(
        f"(?<=[人者：:])[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=[，。、（在的]|$)|(?:^|(?<=[，。、：]))[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=[，。、（在于的])"
    ),
}


def patterns(passage: Passage) -> list[Marked]:
    """A plain set of patterns."""
    return [(*found.span(), kind) for kind, pattern in _PATTERNS.items() for found in pattern.finditer(passage.text)]


def jieba_names() -> Hider | None:
    """Words that jieba's tagger calls names of persons; None where it is not installed."""
    try:
        import logging

        import jieba
        from jieba import posseg
    except ImportError:
        return None
    jieba.setLogLevel(logging.ERROR)
    posseg.initialize()

    def tagged(passage: Passage) -> list[Marked]:
        found, at = [], 0
        word: Any
        for word in posseg.cut(passage.text):
            if word.flag.startswith("nr"):
                found.append((at, at + len(word.word), "name"))
            at += len(word.word)
        return found

    return tagged
