"""The Chinese words that the program itself writes: on pages, in papers, in refusals. Nobody is named in them.

They teach what reads like no name, and a test asks that nothing of them is hidden. The register of provisions is left out, because it measures
what is hidden too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import mingzhi

_PLACES = ("core", "procedures", "regulations", "faces/desk", "faces/portal", "faces/api")
_KINDS = frozenset((".py", ".html", ".typ"))
_CHINESE = re.compile("[^\"'<>{}|\\n]*[\u4e00-\u9fff][^\"'<>{}|\\n]*")


def house_words() -> Iterator[tuple[str, list[str]]]:
    """(file, its pieces of text that hold Chinese), file by file; of a file of code its comments too."""
    source = Path(mingzhi.__file__).parent
    for place in _PLACES:
        for file in sorted(file for file in (source / place).rglob("*") if file.suffix in _KINDS):
            yield file.relative_to(source).as_posix(), _CHINESE.findall(file.read_text("utf-8"))
