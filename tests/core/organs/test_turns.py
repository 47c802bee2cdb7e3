"""One writer at a time, in the order they came: processes draw numbers, and nobody waits for the dead."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from mingzhi.core.organs.turns import in_line

COMER = """
import sys
from pathlib import Path
from mingzhi.core.organs.turns import in_line
door, book, name = sys.argv[1:]
with in_line(Path(door)):
    with Path(book).open("a", encoding="utf-8") as lines:
        lines.write(f"{name} in\\n")
    with Path(book).open("a", encoding="utf-8") as lines:
        lines.write(f"{name} out\\n")
"""


def drawn(door: Path) -> int:
    """The number drawn last."""
    return int.from_bytes(door.read_bytes()[:8], "little")


def come(door: Path, book: Path, name: str) -> subprocess.Popen[bytes]:
    """A process that has drawn its number and waits."""
    before = drawn(door)
    process = subprocess.Popen([sys.executable, "-c", COMER, str(door), str(book), name])
    end = time.monotonic() + 60
    while drawn(door) == before:
        assert time.monotonic() < end, "the process never came"
        time.sleep(0.01)
    return process


def test_processes_pass_in_the_order_in_which_they_came(tmp_path):
    door, book = tmp_path / "turn", tmp_path / "book"
    with in_line(door):
        comers = [come(door, book, str(number)) for number in range(4)]
        assert not book.exists()
    assert [process.wait(60) for process in comers] == [0, 0, 0, 0]
    assert book.read_text(encoding="utf-8").split("\n")[:-1] == [f"{number} {way}" for number in range(4) for way in ("in", "out")]


def test_nobody_waits_for_a_process_that_died_in_the_line(tmp_path):
    door, book = tmp_path / "turn", tmp_path / "book"
    with in_line(door):
        first, dead, last = (come(door, book, name) for name in ("first", "dead", "last"))
        dead.kill()
        dead.wait(60)
        # Its successor may move up, but not in: somebody is inside.
        assert not book.exists()
    assert first.wait(60) == last.wait(60) == 0
    said = book.read_text(encoding="utf-8").split()
    assert {said[0], said[4]} == {"first", "last"}
    assert said[1::2] == ["in", "out", "in", "out"]
