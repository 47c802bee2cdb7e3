"""What is wrong with a town's file: where, what, and what to write instead; every mistake at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import InvalidInput


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing to mend, at a line and a path such as people[3].posts[1].from."""

    line: int
    path: str
    wrong: str
    instead: str

    def __str__(self) -> str:
        place = f"第 {self.line} 行 {self.path}".strip()
        return f"{place}：{self.wrong}。{self.instead}。"


class FileMistaken(InvalidInput):
    """The file has mistakes, and nothing of it was entered."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = sorted(set(mistakes))
        super().__init__(f"文件有 {len(self.mistakes)} 处要改，一项也没有录入。", errors={row.path: [str(row)] for row in self.mistakes})
