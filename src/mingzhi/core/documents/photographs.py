"""Photographs inside papers: a small copy of each is kept in the vault on its own, and the data of the document names it.

The original stays evidence and is never touched; not here: pages of issued documents as pictures (`pictures`).
Serves penalty-law-46: what is printed can be traced to the file it was printed from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from mingzhi.core import vault
from mingzhi.core.vault.models import Blob

from .paper import Field, Paper

#: Longest side of the copy: over 250 dots to the inch at the width of a ruled cell.
_SIDE_PX = 1200


def keep_copies(paper: Paper, data: dict[str, Any], *, at: datetime) -> Mapping[str, bytes]:
    """Put a small copy of every picture of the paper into the vault; the data, which named originals, then names the copies.

    Gives the copies by their SHA-256. What no program here can draw (a film, HEIC) is left blank in the data, for a print to be pasted in.
    """
    copies: dict[str, bytes] = {}
    for row, name in _places(paper.fields, data):
        try:
            small = vault.thumbnail(_blob(row[name]), _SIDE_PX)
        except vault.NoThumbnail:
            row[name] = ""
            continue
        row[name] = vault.put(small, declared_name="照片.jpg", at=at).sha256
        copies[row[name]] = small
    return copies


def kept_copies(paper: Paper, data: Mapping[str, Any]) -> Mapping[str, bytes]:
    """The copies that the data of an issued document names, by their SHA-256. Raises VaultDamaged when one is gone."""
    copies: dict[str, bytes] = {}
    for row, name in _places(paper.fields, data):
        with vault.open(_blob(row[name])) as file:
            copies[row[name]] = file.read()
    return copies


def leave_out(paper: Paper, data: dict[str, Any]) -> None:
    """Blank the pictures of a draft: its files are not in the vault yet."""
    for row, name in _places(paper.fields, data):
        row[name] = ""


def _places(fields: Iterable[Field], data: Any) -> Iterator[tuple[Any, str]]:
    """Every object of the data and its key under which a picture is named."""
    for one in fields:
        value = data.get(one.name)
        if one.kind == "picture" and value:
            yield data, one.name
        elif one.kind == "object" and value:
            yield from _places(one.items, value)
        elif one.kind == "list" and one.items:
            for row in value or ():
                yield from _places(one.items, row)


def _blob(sha256: str) -> Blob:
    found = Blob.objects.filter(sha256=sha256).first()
    if found is None:
        raise vault.VaultDamaged(f"文件 {sha256[:16]} 不在证据库中。请立即报告系统管理员，从副本恢复。")
    return found
