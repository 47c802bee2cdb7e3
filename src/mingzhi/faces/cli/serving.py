"""`mingzhi run`, `mingzhi serve`, `mingzhi keeper`: the embedded default set up if absent, then the web server.

`run` keeps a worker beside the server; a real installation starts `mingzhi worker` by itself. Static files are gathered beside the
data and sent by the server itself, without passing through Python.
"""

from __future__ import annotations

import errno
import os
import shutil
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from .installation import DataDir, bring_up_to_date, open_installation, require_tables
from .outcome import CommandError, print_table, say
from .working import beside

#: A static file may be kept by browsers this long; short, because its name does not change with its content.
STATIC_SECONDS = 300
#: How long a process that serves may take to end what it is answering.
STOPPING_SECONDS = 20
#: Requests answered at once by a process: more threads than cores, because requests wait for the disk.
THREADS = 8
#: Ports are numbers of sixteen bits.
LAST_PORT = 65535
#: The keeper's mostly wait for somebody's line.
KEEPER_THREADS = 32
#: Seconds between two looks whether the server listens yet.
MOMENT = 0.1

Progress = Callable[[str], None]


def run(
    port: Annotated[int, typer.Option(min=1, max=LAST_PORT, help="端口")] = 8000,
    data: DataDir = None,
    no_demo: Annotated[bool, typer.Option("--no-demo", help="不装演示镇")] = False,
) -> None:
    """安装内置的缺省系统（如尚未安装），装入演示镇，启动服务。"""
    open_installation(data)
    free(port)
    with progress() as tell:
        tell("正在准备数据库")
        bring_up_to_date()
        if not no_demo:
            load_demo(tell)
        tell("正在准备页面文件")
        static = gather_static()
    introduce(port)
    with beside():
        start(static, host="127.0.0.1", port=port, workers=1, threads=THREADS)


def serve(
    host: Annotated[str, typer.Option(help="监听地址")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=LAST_PORT, help="端口")] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="进程数")] = 1,
    threads: Annotated[int, typer.Option(min=1, help="每个进程的线程数")] = THREADS,
    data: DataDir = None,
) -> None:
    """启动正式安装的服务进程；数据库须已由 mingzhi run 或者上一版本建好。"""
    open_installation(data)
    free(port, host)
    require_tables()
    start(gather_static(), host=host, port=port, workers=workers, threads=threads)


def keeper(
    host: Annotated[str, typer.Option(help="监听地址")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="端口")] = 8001,
    threads: Annotated[int, typer.Option(min=2, help="线程数；同时接收的上传比它少四分之一")] = KEEPER_THREADS,
    data: DataDir = None,
) -> None:
    """文件库的保管进程：以自己的系统用户写文件库，接收上传、替网页进程存文件，并做后台任务。"""
    # What it makes, the group may read and only it may change.
    os.umask(0o027)
    os.environ.setdefault("MINGZHI_UPLOADS_AT_ONCE", str(threads - threads // 4))
    open_installation(data)
    free(port, host)
    require_tables()
    from mingzhi.core.vault.storage import writable

    if not writable():
        raise CommandError("当前系统用户不能写文件库。请用文件库目录的所有者运行，见 docs/operations.md。")
    with beside():
        start(None, host=host, port=port, workers=1, threads=threads, target="mingzhi.config.keeper:application")


def load_demo(tell: Progress) -> None:
    """Put the demo town into an installation that has no authority yet; leave every other as it is."""
    from mingzhi.core.organs.models import Authority

    if Authority.objects.exists():
        return
    from . import demo

    tell("正在建立演示镇")
    demo.load(tell)


def gather_static() -> Path:
    """Copy what apps bring as static files into one directory of the installation, and return it."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders

    target = Path(settings.DATA_DIR) / "static"
    for finder in get_finders():
        for name, storage in finder.list([]):
            source, copy = Path(storage.path(name)), target / name
            if not copy.exists() or copy.stat().st_mtime != source.stat().st_mtime:
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, copy)
    return target


def free(port: int, host: str = "127.0.0.1") -> None:
    """Raise CommandError when nothing can listen there: the port is taken or not allowed, or the address is not this machine's."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError as problem:
            if isinstance(problem, socket.gaierror) or problem.errno == errno.EADDRNOTAVAIL:
                raise CommandError(f"本机没有地址 {host}。请用 --host 写本机的地址，如 127.0.0.1。") from problem
            if problem.errno == errno.EACCES:
                raise CommandError(f"端口 {port} 只有系统管理员能用。请换一个 1024 以上的端口：--port 8000。") from problem
            other = port + 1 if port < LAST_PORT else port - 1
            raise CommandError(f"端口 {port} 已被别的程序占用。请停止那个程序，或者换一个端口：--port {other}。") from problem


def introduce(port: int) -> None:
    """Print the address and, for the demo, who can sign in: as soon as somebody who opens the address is answered."""
    from . import demo

    threading.Thread(target=_introduce_when_open, args=(port, demo.sign_ins(), demo.password()), daemon=True).start()


def _introduce_when_open(port: int, people: list[list[str]], password: str) -> None:
    while not _is_open(port):
        time.sleep(MOMENT)
    say(f"明执已启动：http://127.0.0.1:{port}/ （按 Ctrl+C 停止）")
    if people:
        print_table(f"演示镇的人员，密码都是 {password}", ["账号", "姓名", "岗位"], people)
        if not sys.stdout.isatty():
            say(f"密码\t{password}")
    sys.stdout.flush()


def _is_open(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def start(
    static: Path | None, *, host: str, port: int, workers: int, threads: int, target: str = "mingzhi.config.wsgi:application"
) -> None:
    """Serve until stopped by SIGINT or SIGTERM."""
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    connections.close_all()  # the processes that serve open their own
    Granian(
        target,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        backpressure=threads * 8,
        # Who asks it to stop does not wait for a request that never ends; uploads go on where they were.
        workers_kill_timeout=STOPPING_SECONDS,
        websockets=False,
        log_level=LogLevels.error,
        static_path_route=["/static"] if static else None,
        static_path_mount=[static] if static else None,
        static_path_expires=STATIC_SECONDS,
    ).serve()


@contextmanager
def progress() -> Iterator[Progress]:
    """A way to tell what is being done: a moving line on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda text: None
        return
    from rich.console import Console

    with Console(stderr=True).status("正在启动") as status:
        yield status.update
