"""Pages of an issued document as pictures, drawn from the kept PDF itself: what is shown is what was issued."""

from __future__ import annotations

import io
import threading
from functools import lru_cache

import pypdfium2 as pdfium

from mingzhi.core import vault

from .models import Document

#: Width of a page on the screen.
_WIDTH_PX = 1000
#: Documents whose pages are kept in memory; a page is about 60 kB.
_KEPT = 32
# PDFium is not thread-safe.
_lock = threading.Lock()


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


def draw(pdf: bytes, width_px: int = _WIDTH_PX) -> list[bytes]:
    """PNG of every page of a PDF, `width_px` wide."""
    found = []
    with _lock:
        opened = pdfium.PdfDocument(pdf)
        try:
            for page in opened:
                picture = page.render(scale=width_px / page.get_width(), grayscale=False).to_pil()
                target = io.BytesIO()
                picture.quantize(64).save(target, "PNG", optimize=False)
                found.append(target.getvalue())
        finally:
            opened.close()
    return found
