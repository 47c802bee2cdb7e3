"""Pages of a PDF as pictures, drawn from the kept file itself: what is shown is what was issued, or what was laid to the matter."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pypdfium2 as pdfium

from mingzhi.core import vault
from mingzhi.core.vault.models import Blob

from .models import Document

#: Width of a page on the screen.
_WIDTH_PX = 1000
#: Documents whose pages are kept in memory; a page is about 60 kB.
_KEPT = 32
#: PDFium is not thread-safe.
ONE_AT_A_TIME = threading.Lock()


def pictures(document: Document) -> list[bytes]:
    """PNG of every page, first to last."""
    kept = _pages(document.blob.sha256)
    if not kept:
        with vault.open(document.blob) as file:
            kept.extend(draw(file.read()))
    return kept


@lru_cache(maxsize=_KEPT)
def _pages(sha256: str) -> list[bytes]:
    """The place for the pages of one PDF, empty until they are drawn."""
    return []


#: Pages of PDFs by digest: a digest's content never changes.
_counted: dict[str, int] = {}


class NotDrawn(Exception):
    """The file is no PDF that can be drawn: damaged, or locked by a password."""


def page_count(blob: Blob) -> int:
    """Pages of a PDF that somebody laid to a matter; 0 where it cannot be drawn. Counted once."""
    if blob.sha256 not in _counted:
        try:
            _counted[blob.sha256] = _with_pdf(blob, len)
        except NotDrawn:
            _counted[blob.sha256] = 0
    return _counted[blob.sha256]


def page_picture(blob: Blob, page: int) -> bytes:
    """PNG of one page, from one on, of a PDF that somebody laid to a matter. Raises NotDrawn, IndexError for a page it does not have."""

    def drawn(opened: pdfium.PdfDocument) -> bytes:
        if not 1 <= page <= len(opened):
            raise IndexError(page)
        return _png(opened[page - 1], _WIDTH_PX)

    return _with_pdf(blob, drawn)


def _with_pdf(blob: Blob, use: Callable[[pdfium.PdfDocument], Any]) -> Any:
    with vault.open(blob) as file:
        content = file.read()
    with ONE_AT_A_TIME:
        try:
            opened = pdfium.PdfDocument(content)
        except pdfium.PdfiumError as damaged:
            raise NotDrawn(str(damaged)) from damaged
        try:
            return use(opened)
        finally:
            opened.close()


def draw(pdf: bytes, width_px: int = _WIDTH_PX) -> list[bytes]:
    """PNG of every page of a PDF, `width_px` wide."""
    found = []
    with ONE_AT_A_TIME:
        opened = pdfium.PdfDocument(pdf)
        try:
            for page in opened:
                found.append(_png(page, width_px))
        finally:
            opened.close()
    return found


def _png(page: pdfium.PdfPage, width_px: int) -> bytes:
    picture = page.render(scale=width_px / page.get_width(), grayscale=False).to_pil()
    target = io.BytesIO()
    picture.quantize(64).save(target, "PNG", optimize=False)
    return target.getvalue()
