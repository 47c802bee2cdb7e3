"""Programs that read what strangers sent run boxed in: without network, without other files, bounded, and never for long.

`box.py` builds the walls from inside; here it is started, waited for and stopped. Where a wall cannot stand the program still runs within
the others, and `mingzhi check` says which stand.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

BOX = Path(__file__).with_name("box.py")
# A video of 4096 by 2176 pixels is decoded in less than half of this.
MEMORY_BYTES = 2 << 30
OUTPUT_BYTES = 64 << 20
COMPLAINT_BYTES = 4096
# Seconds of processor are counted over all threads, of which ffmpeg has some.
PROCESSORS = 4
#: The walls of the box, in the order in which they matter, and how `mingzhi check` calls them.
WALLS = {"limits": "内存、处理器、输出上限", "network": "断网", "files": "只能读这一个文件", "tcp": "不能连网", "user": "不用管理员身份"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a boxed program ended.

    status: its exit status, negative for the signal that stopped it, None when time ran out. output: what it wrote, at its beginning.
    complaint: the beginning of what it wrote to stderr. walls: keys of WALLS that stood.
    """

    status: int | None
    output: BinaryIO
    complaint: str
    walls: frozenset[str]


def found(program: str) -> str | None:
    """The absolute path of a program that is installed, else None."""
    where = shutil.which(program)
    return str(Path(where).resolve()) if where else None


@contextmanager
def boxed(
    program: str, arguments: Sequence[str], source: BinaryIO, *, seconds: int | None = None, output_bytes: int | None = None
) -> Iterator[Outcome]:
    """Run a program, by absolute path, on one open file; in the arguments `{source}` stands for its path, which exists only in there.

    Never raises for what the program does. Takes at most settings.PROBE_SECONDS, then it and all it started are killed;
    who makes something longer than a look says so in `seconds` and `output_bytes`.
    """
    seconds = seconds or settings.PROBE_SECONDS
    with (
        tempfile.TemporaryDirectory(prefix="mingzhi-box-") as empty,
        tempfile.TemporaryFile() as output,
        tempfile.TemporaryFile() as complaint,
        tempfile.TemporaryFile() as report,
    ):
        # Its working directory: empty, and nothing can be made in it.
        Path(empty).chmod(0o555)
        given = [one.replace("{source}", f"file:/proc/self/fd/{source.fileno()}") for one in arguments]
        bounds = (source.fileno(), report.fileno(), MEMORY_BYTES, PROCESSORS * seconds + 1, output_bytes or OUTPUT_BYTES)
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(BOX), *map(str, bounds), program, *given],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=complaint,
            env={"LC_ALL": "C"},
            cwd=empty,
            pass_fds=(source.fileno(), report.fileno()),
            start_new_session=True,
        )
        try:
            status: int | None = process.wait(seconds)
        except subprocess.TimeoutExpired:
            status = None
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        for file in (output, complaint, report):
            file.seek(0)
        yield Outcome(status, output, complaint.read(COMPLAINT_BYTES).decode("utf-8", "replace"), frozenset(report.read().decode().split()))


@cache
def walls() -> frozenset[str]:
    """The walls that stand on this machine, found out by boxing in a program that does nothing."""
    harmless = found("true")
    if harmless is None:
        return frozenset()
    with BOX.open("rb") as source, boxed(harmless, [], source) as outcome:
        return outcome.walls if outcome.status == 0 else frozenset()
