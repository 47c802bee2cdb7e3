"""A PostgreSQL to measure on: the one named in MINGZHI_BENCH_POSTGRES_URL, or a durable one of our own in a passing directory.

Unlike the cluster of the tests this one waits for the disk (fsync and synchronous_commit on), because that is what is measured.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

URL_VARIABLE = "MINGZHI_BENCH_POSTGRES_URL"
_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")


class NoPostgres(Exception):
    """There is no PostgreSQL to measure on; the message says why and what to do."""


def programs() -> Path | None:
    """The newest directory with PostgreSQL's server programs, or None."""
    found = [path for place in _PLACES for path in Path("/").glob(place.lstrip("/")) if (path / "initdb").exists()]
    if found:
        return max(found, key=lambda path: [int(part) for part in path.parent.name.replace("-", ".").split(".") if part.isdigit()])
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextmanager
def server(home: Path) -> Iterator[tuple[str, Path | None]]:
    """(address of a database server, directory of its files if it is ours). Raises NoPostgres."""
    given = os.environ.get(URL_VARIABLE)
    if given:
        yield given, None
        return
    found = programs()
    if found is None:
        raise NoPostgres(f"没有找到 PostgreSQL 的 initdb。请安装 PostgreSQL，或者用 {URL_VARIABLE} 指明一个服务器。")
    owner = _owner()
    home.mkdir(mode=0o755, parents=True)
    if owner:
        os.chown(home, owner.pw_uid, owner.pw_gid)
    cluster, port, password = home / "cluster", _free_port(), secrets.token_hex(16)
    word = home / "word"
    word.write_text(password, encoding="ascii")
    word.chmod(0o644 if owner else 0o600)
    _run(
        owner, found / "initdb", "-D", cluster, "-U", "mingzhi", "-A", "scram-sha-256", f"--pwfile={word}", "-E", "UTF8", "--locale=C.UTF-8"
    )
    word.unlink()
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on -c synchronous_commit=on"
    _run(owner, found / "pg_ctl", "-D", cluster, "-l", home / "log", "-w", "-s", "start", "-o", options)
    try:
        yield f"postgresql://mingzhi:{password}@127.0.0.1:{port}/postgres", cluster
    finally:
        _run(owner, found / "pg_ctl", "-D", cluster, "-m", "immediate", "-s", "stop")


@contextmanager
def database(url: str) -> Iterator[str]:
    """An empty database of its own on that server, dropped afterwards; gives its address."""
    import psycopg

    name = f"mingzhi_bench_{os.getpid()}_{time.monotonic_ns()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # the name is made above
    try:
        yield urlsplit(url)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _owner() -> pwd.struct_passwd | None:
    """Whom the server runs as when we are root, which PostgreSQL refuses; None when we are not."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise NoPostgres("PostgreSQL 不能以 root 运行，本机也没有 postgres 或 nobody 用户。请换普通用户运行。")


def _run(owner: pwd.struct_passwd | None, *command: str | Path) -> None:
    # Output goes to a file that nobody keeps: a server started here would hold a pipe open.
    done = subprocess.run(
        [str(part) for part in command],
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        user=owner.pw_uid if owner else None,
        group=owner.pw_gid if owner else None,
        extra_groups=[] if owner else None,
    )
    if done.returncode:
        raise NoPostgres(f"PostgreSQL 没有启动（{Path(command[0]).name} 返回 {done.returncode}）。请用 {URL_VARIABLE} 指明一个服务器。")


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]
