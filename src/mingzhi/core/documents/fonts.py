"""Which fonts papers are set in: the town's own official faces where installed, else open ones, and who covers a rare character.

Directories are read once per process. Not here: sizes and layout (the Typst library). Serves GB/T 9704-2012 5.2.2.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

import typst
from django.conf import settings
from fontTools.ttLib import TTCollection, TTFont

# Searched after the directories the installation names itself.
SYSTEM_DIRECTORIES = (
    Path("/usr/local/share/fonts"),
    Path("/usr/share/fonts"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)

# Best first. Fandol is left out on purpose: it draws U+FFE5 as a dollar sign.
OPEN_SERIF = ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Source Han Serif CN")
OPEN_SANS = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN")
#: What their usual letters are called once `preparing` has drawn them anew. They come before them, for they are faster, and look the same.
OWN_SERIF, OWN_SANS = "Mingzhi Serif", "Mingzhi Sans"
_SERIF, _SANS = (OWN_SERIF, *OPEN_SERIF), (OWN_SANS, *OPEN_SANS)
_SMALL_TITLE_SONG = ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05")
_WANTED = {
    "title": (*_SMALL_TITLE_SONG, *_SERIF),
    "fang": (
        "仿宋_GB2312",
        "FangSong_GB2312",
        "方正仿宋简体",
        "方正仿宋_GBK",
        "FZFangSong-Z02S",
        "FZFangSong-Z02",
        "仿宋",
        "FangSong",
        "STFangsong",
        *_SERIF,
    ),
    "kai": (
        "楷体_GB2312",
        "KaiTi_GB2312",
        "方正楷体_GBK",
        "FZKai-Z03S",
        "FZKai-Z03",
        "楷体",
        "KaiTi",
        "STKaiti",
        "LXGW WenKai",
        *_SERIF,
    ),
    "hei": ("黑体", "SimHei", "方正黑体_GBK", "FZHei-B01S", "FZHei-B01", "STHeiti", *_SANS),
    "song": ("宋体", "SimSun", "方正书宋_GBK", "FZShuSong-Z01S", "FZShuSong-Z01", "STSong", *_SERIF),
}
# For characters the chosen face lacks: a GB2312 font knows some seven thousand, a name may need another.
_RARE = (*_SERIF, *_SANS, "LXGW WenKai", "HanaMinA", "HanaMinB", "TW-Sung", "TW-Sung-Ext-B", "WenQuanYi Micro Hei")


class FontsMissing(RuntimeError):
    """No Chinese font is installed, so no paper can be printed; the message says which package to install."""

    def __init__(self) -> None:
        super().__init__(
            "没有找到中文字体，不能印制文书。请安装思源字体（Debian、Ubuntu：apt install fonts-noto-cjk），"
            "或者把方正小标宋、仿宋_GB2312 等字体文件放入目录并写入 MINGZHI_FONT_PATHS，然后重启服务。"
        )


def directories() -> list[Path]:
    """The font directories that exist, the installation's own first."""
    return [path for path in (*settings.FONT_PATHS, prepared(), *SYSTEM_DIRECTORIES) if path.is_dir()]


def prepared() -> Path:
    """Where `preparing` puts what it draws: of this installation, beside its packages."""
    return Path(sys.prefix) / "share" / "mingzhi" / "fonts"


@cache
def installed() -> typst.Fonts:
    """Every font in those directories, read once per process; system configuration and built-in fonts play no part."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(path) for path in directories()])


@cache
def faces() -> dict[str, list[str]]:
    """The family chain of each face (title, fang, kai, hei, song), installed families only. Raises FontsMissing."""
    present = set(installed().families())
    chains = {name: list(dict.fromkeys(family for family in (*wanted, *_RARE) if family in present)) for name, wanted in _WANTED.items()}
    if not all(set(chain) - {OWN_SERIF, OWN_SANS} for chain in chains.values()):
        raise FontsMissing
    return chains


@cache
def faces_json() -> str:
    """The chains as the Typst library reads them; an open serif stands in for 小标宋 only in its bold."""
    chains = faces()
    return json.dumps({**chains, "title-weight": "regular" if chains["title"][0] in _SMALL_TITLE_SONG else "bold"}, ensure_ascii=False)


def family_of(face: str) -> str:
    """What the font of a face is called by whoever made it; it has rare letters too. Raises FontsMissing."""
    return next(name for name in faces()[face] if name not in (OWN_SERIF, OWN_SANS))


def file_of(face: str) -> Path | None:
    """The file of that font, for what is drawn elsewhere than in papers; None where no font is installed."""
    try:
        family = family_of(face)
    except FontsMissing:
        return None
    found = [info for info in installed().fonts() if info.path and info.family == family]
    plain = [info for info in found if "Regular" in Path(info.path).name] or found
    return Path(plain[0].path) if plain else None


def missing_glyphs(text: str) -> str:
    """The characters of `text` that no installed font can draw, each once, in order; empty when every one prints."""
    drawn = _covered()
    return "".join(dict.fromkeys(letter for letter in text if not letter.isspace() and letter.isprintable() and ord(letter) not in drawn))


@cache
def _covered() -> frozenset[int]:
    covered: set[int] = set()
    wanted = {family for chain in faces().values() for family in chain}
    for path in sorted({info.path for info in installed().fonts() if info.path and info.family in wanted}):
        covered |= _characters(Path(path))
    return frozenset(covered)


def _characters(path: Path) -> set[int]:
    with path.open("rb") as file:
        collection = file.read(4) == b"ttcf"
    if not collection:
        with TTFont(path, lazy=True) as font:
            return set(font.getBestCmap() or ())
    with TTCollection(path, lazy=True) as several:
        return {code for font in several.fonts for code in font.getBestCmap() or ()}
