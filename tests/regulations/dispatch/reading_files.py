"""What stands in the files that are sent, read without the libraries that wrote them."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

from mingzhi.core import vault
from mingzhi.regulations.dispatch.models import Dispatch

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CELL = re.compile(r"([A-Z]+)([0-9]+)")


def contents_of(dispatch: Dispatch) -> dict[str, bytes]:
    """The attachments of a dispatch by name."""
    found = {}
    for row in dispatch.attachments.select_related("blob"):
        with vault.open(row.blob) as file:
            found[row.name] = file.read()
    return found


def sheet(file: bytes, number: int = 1) -> list[list[str]]:
    """The rows of one sheet, cells as text."""
    with zipfile.ZipFile(io.BytesIO(file)) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        words = ["".join(one.text or "" for one in item.iter(f"{_MAIN}t")) for item in shared]
        rows = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{_MAIN}row")
        return [[_text(cell, words) for cell in row] for row in rows]


def _text(cell: ElementTree.Element, words: list[str]) -> str:
    value = cell.findtext(f"{_MAIN}v") or ""
    return words[int(value)] if cell.get("t") == "s" else value


def everything(file: bytes) -> str:
    """Every part of an office file as text, properties included; or the file itself where it is no package."""
    if not file.startswith(b"PK"):
        return file.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist() if name.endswith((".xml", ".rels"))]
    return "\n".join(parts)
