"""Sets a paper in type: template and data in, PDF/A-2b out, byte for byte the same for the same input.

One Typst compiler per process, its fonts read once. Not here: what a paper must hold (`paper`), numbers, issuing.
Serves GB/T 9704-2012 and 政务电子文件 long-term storage (PDF/A).
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import typst

import mingzhi

from . import fonts
from .check_code import check_svg
from .paper import Paper, require_complete, with_blanks

ROOT = Path(mingzhi.__file__).resolve().parent
_SHANGHAI = ZoneInfo("Asia/Shanghai")
_NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})
_lock = threading.Lock()
_compiler: typst.Compiler | None = None
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")
#: How many pages a template had when it was last set. A foot tells the number of the last page: with the right one at once a paper is set
#: once, else twice, and comes out the same.
_pages: dict[Path, int] = {}


class TypesetError(RuntimeError):
    """A template could not be set with its data; the message carries the place that Typst named."""


class MissingGlyphs(TypesetError):
    """A character that no installed font can draw; printing it would leave a box on the paper."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        super().__init__(
            f"以下文字没有字体可以印出：{'、'.join(characters)}。请安装生僻字字体（Debian、Ubuntu：apt install fonts-hanazono），"
            "或者把含有这些字的字体放入 MINGZHI_FONT_PATHS 所列目录，然后重启服务。"
        )


def typeset(
    template: Path | str,
    data: Mapping[str, Any],
    *,
    draft: bool = False,
    sealed: bool = True,
    made_at: datetime,
    pictures: Mapping[str, bytes] = _NO_PICTURES,
) -> bytes:
    """The PDF/A-2b of a template (a path inside the package) filled with JSON data; identical input gives identical bytes.

    draft: a watermark, no seal. sealed: draw the seal where the template has one; False leaves the place for the real stamp.
    made_at: aware; the only moment that enters the file. pictures: JPEG by the SHA-256 under which the data names it.
    Raises FontsMissing, MissingGlyphs, TypesetError.
    """
    path = _inside(template)
    given = {
        "data": data,
        "draft": draft,
        "sealed": sealed,
        # As the list of its bytes: JSON holds no others.
        "pictures": {name: list(jpeg) for name, jpeg in sorted(pictures.items())},
        "qr": check_svg(str(data["check_url"])) if data.get("check_url") else "",
    }
    with _lock:
        pages = _pages.get(path, 1)
        made = _compiled(path, given | {"pages": pages}, made_at)
        if (counted := _counted(made)) != pages:
            _pages[path] = counted
            made = _compiled(path, given | {"pages": counted}, made_at)
    return made


def _compiled(path: Path, given: Mapping[str, Any], made_at: datetime) -> bytes:
    """One pass: a main file that takes in the template, and beside it a file with what is printed, as the library reads it."""
    # Some fonts draw U+FFE5 as a dollar sign; the half-width sign is drawn right by all.
    text = json.dumps(given, ensure_ascii=False, sort_keys=True, separators=(",", ":")).replace("￥", "¥")
    moment = made_at.astimezone(_SHANGHAI).replace(microsecond=0)
    try:
        made = _kept_compiler().compile(
            input={"main": f'#include "/{path.relative_to(ROOT).as_posix()}"'.encode(), "given.json": text.encode()},  # type: ignore[type-var]
            format="pdf",
            pdf_standards="a-2b",
            timestamp=moment.replace(tzinfo=timezone(moment.utcoffset())),  # type: ignore[arg-type]
        )
    except typst.TypstError as error:
        lacking = fonts.missing_glyphs(json.dumps(given["data"], ensure_ascii=False))
        if lacking:
            raise MissingGlyphs(lacking) from error
        raise TypesetError(f"文书模板 {path.name} 排版失败：{error.message}\n{error.diagnostic}") from error
    if not isinstance(made, bytes):
        raise TypesetError(f"文书模板 {path.name} 没有排出 PDF。")
    return made


def _counted(pdf: bytes) -> int:
    """How many pages the compiler set: the greatest count in its tree of pages, which it writes unpacked."""
    return max(map(int, _PAGES.findall(pdf)))


def typeset_paper(
    paper: Paper,
    data: Mapping[str, Any],
    *,
    draft: bool = False,
    sealed: bool = True,
    made_at: datetime,
    pictures: Mapping[str, bytes] = _NO_PICTURES,
) -> bytes:
    """The PDF of a declared paper. A final paper with a blank statutory field raises `PaperIncomplete`; a draft may have gaps."""
    if not draft:
        require_complete(paper, data)
    full = with_blanks(paper, data)
    return typeset(paper.template, full, draft=draft, sealed=sealed and paper.sealed, made_at=made_at, pictures=pictures)


def _inside(template: Path | str) -> Path:
    path = (ROOT / template).resolve()
    if not path.is_relative_to(ROOT):
        raise TypesetError(f"文书模板 {path.name} 不在程序目录之内。")
    return path


def _kept_compiler() -> typst.Compiler:
    global _compiler
    if _compiler is None:
        # Told once: with inputs, even the same ones, the compiler makes its library anew for every paper.
        _compiler = typst.Compiler(
            root=str(ROOT), font_paths=fonts.installed(), ignore_system_fonts=True, sys_inputs={"faces": fonts.faces_json()}
        )  # fmt: skip
    return _compiler
