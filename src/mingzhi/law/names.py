"""People's names: where the surname ends, and the two ways of hiding the rest.

A guess from the form of the name; a surname stored with the person overrides it (pass `surname`). Names of shops and units are not
for this module. (执法公示制度 7（二）; 法释〔2016〕19号 9)
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

INTERPUNCT = "\u00b7"
STARS_OF_FOREIGN_NAMES = 2
Style = Literal["some", "star"]

# A full stop is an interpunct only between Chinese characters: J. Smith keeps his.
_DOTS = re.compile("\\s*(?:[\u2022\u2027\u30fb\uff65\u00b7]|(?<=[\u3400-\u9fff])[．.](?=[\u3400-\u9fff]))\\s*")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U000323af]")

# Published lists differ; this is the union in use. None of them begins with another.
COMPOUND_SURNAMES = (
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊",
    "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文",
    "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正",
    "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "公户",
    "公玉", "公仪", "梁丘", "公仲", "公上", "公门", "公山", "公坚", "左丘", "公伯", "西门", "公祖", "第五", "公乘",
    "贯丘", "公皙", "南荣", "东里", "东宫", "仲长", "子书", "子桑", "即墨", "达奚", "褚师", "哥舒", "完颜", "耶律",
    "相里", "贺兰", "纳兰", "叶赫", "那拉", "爱新觉罗", "富察", "瓜尔佳", "钮祜禄", "佟佳",
)  # fmt: skip


def normalised(name: str) -> str:
    """The name with one kind of interpunct (U+00B7) and no blanks around, inside a Chinese name, or around the interpunct."""
    text = unicodedata.normalize("NFC", name).replace("\u3000", " ").strip()
    text = _DOTS.sub(INTERPUNCT, text)
    return re.sub(r"\s+", "" if _is_chinese(text) else " ", text)


def split(name: str, surname: str | None = None) -> tuple[str, str]:
    """(what stays, what is hidden) of a name.

    A stored `surname` at the name's beginning decides. Else a name with an interpunct keeps its first character, a foreign name in letters
    its first letter, a name that begins with a compound surname and goes on keeps that surname, and every other its first character.
    """
    text = normalised(name)
    if not text:
        raise ValueError("姓名为空，请填写姓名")
    if surname and text.startswith(normalised(surname)):
        kept = normalised(surname)
        return kept, text[len(kept) :]
    if INTERPUNCT in text or not _is_chinese(text):
        return text[0], text[1:]
    for compound in COMPOUND_SURNAMES:
        if text.startswith(compound) and len(text) > len(compound):
            return compound, text[len(compound) :]
    return text[0], text[1:]


def masked(name: str, style: Style = "some", surname: str | None = None) -> str:
    """The name as it may be published: 张某某, or with `star` 张*.

    `some` never shows how long the name is. `star` shows one * per hidden character, but two for foreign names in letters and for names
    with an interpunct. A name of one character becomes 某 in both.
    """
    kept, hidden = split(name, surname)
    if not hidden:
        return "某"
    if style == "some":
        return f"{kept}某某"
    foreign = INTERPUNCT in hidden or not _is_chinese(kept)
    return kept + "*" * (STARS_OF_FOREIGN_NAMES if foreign else len(hidden))


def _is_chinese(text: str) -> bool:
    return bool(_HAN.search(text))
