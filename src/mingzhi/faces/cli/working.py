"""`mingzhi worker`: the process in the background, which walks the duties and opens the keeper's door; one can be kept beside a server."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from .installation import DataDir, open_installation, require_tables
from .outcome import CommandError, print_json, say

#: How often a worker looks whether the server it was started by still lives.
_LOOK_SECONDS = 1.0
#: How long a worker is given to end the step it is in.
_END_SECONDS = 30.0


def worker(
    once: Annotated[bool, typer.Option("--once", help="每项任务做一遍就结束")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="与 --once 合用：在标准输出上给出 JSON")] = False,
    with_parent: Annotated[bool, typer.Option("--with-parent", hidden=True)] = False,
    data: DataDir = None,
) -> None:
    """后台任务：核验上传、清理过期的上传、检查文件库；可随时停止，不会丢失要做的事。"""
    parent = os.getppid()
    open_installation(data)
    require_tables()
    from mingzhi.core.vault.duties import do_once, duties, walk
    from mingzhi.core.vault.storage import writable

    if not writable():
        raise CommandError("当前系统用户不能写文件库。请用保管进程的用户运行，见 docs/operations.md。")
    if once:
        done = {one.name: do_once(one) for one in duties()}
        if as_json:
            print_json(done)
        else:
            for name, count in done.items():
                say(f"{name}\t{count}")
        return
    until = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: until.set())
    if with_parent:
        threading.Thread(target=_end_with, args=(parent, until), daemon=True).start()
    with _open_door(), _only_one(until):
        walk(until)


@contextmanager
def beside() -> Iterator[None]:
    """A worker that runs as long as this block, and never outlives this process."""
    from django.conf import settings

    line = [sys.executable, "-m", "mingzhi", "worker", "--with-parent", "--data", str(settings.DATA_DIR)]
    process = subprocess.Popen(line, stdin=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _end_with(parent: int, until: threading.Event) -> None:
    while os.getppid() == parent and not until.wait(_LOOK_SECONDS):
        pass
    until.set()


@contextmanager
def _open_door() -> Iterator[None]:
    """The keeper's door for the web process, where the installation has one."""
    from django.conf import settings

    if settings.KEEPER_SOCKET is None:
        yield
        return
    from mingzhi.core.vault import keeping, storage

    try:
        door = keeping.Door(settings.KEEPER_SOCKET, storage.lay, keeping.admitted(settings.WEB_USER))
    except (OSError, ValueError) as problem:
        raise CommandError(f"保管进程不能打开 {settings.KEEPER_SOCKET}：{problem}") from problem
    try:
        yield
    finally:
        door.close()


@contextmanager
def _only_one(until: threading.Event) -> Iterator[None]:
    """One worker of a vault works, others stand by until it is gone or they are asked to end."""
    from django.conf import settings

    path = Path(settings.VAULT_DIR) / "worker.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    door = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        while not until.is_set():
            try:
                fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                until.wait(_LOOK_SECONDS)
        yield
    finally:
        os.close(door)
