"""Sets a paper in type: template and data in, PDF/A-2b out, byte for byte the same for the same input.

One Typst compiler per process, its fonts read once. Not here: what a paper must hold (`paper`), numbers, issuing.
Serves GB/T 9704-2012 and 政务电子文件 long-term storage (PDF/A).
"""

from __future__ import annotations

import json
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
    # Some fonts draw U+FFE5 as a dollar sign; the half-width sign is drawn right by all.
    text = json.dumps(data, ensure_ascii=False, sort_keys=True).replace("￥", "¥")
    moment = made_at.astimezone(_SHANGHAI).replace(microsecond=0)
    inputs = {
        "data": text,
        "draft": "1" if draft else "0",
        "sealed": "1" if sealed else "0",
        "faces": fonts.faces_json(),
        # The compiler takes text only: each picture as the list of its bytes.
        "pictures": json.dumps({name: list(jpeg) for name, jpeg in sorted(pictures.items())}, separators=(",", ":")),
        "qr": check_svg(str(data["check_url"])) if data.get("check_url") else "",
    }
    try:
        with _lock:
            made = _kept_compiler().compile(
                input=_inside(template),
                format="pdf",
                sys_inputs=inputs,
                pdf_standards="a-2b",
                timestamp=moment.replace(tzinfo=timezone(moment.utcoffset())),  # type: ignore[arg-type]
            )
    except typst.TypstError as error:
        lacking = fonts.missing_glyphs(text)
        if lacking:
            raise MissingGlyphs(lacking) from error
        raise TypesetError(f"文书模板 {Path(template).name} 排版失败：{error.message}\n{error.diagnostic}") from error
    if not isinstance(made, bytes):
        raise TypesetError(f"文书模板 {Path(template).name} 没有排出 PDF。")
    return made


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


def _inside(template: Path | str) -> str:
    path = Path(template)
    path = path if path.is_absolute() else ROOT / path
    if not path.resolve().is_relative_to(ROOT):
        raise TypesetError(f"文书模板 {path.name} 不在程序目录之内。")
    return str(path)


def _kept_compiler() -> typst.Compiler:
    global _compiler
    if _compiler is None:
        _compiler = typst.Compiler(root=str(ROOT), font_paths=fonts.installed(), ignore_system_fonts=True)
    return _compiler
