"""G8: pieces of footage as a player asks for them, each with its person, purpose and record, beside a range by hand and beside nginx.

Where nginx has the module for it, also with nginx sending the bytes that the product has written down (MINGZHI_NGINX_ORIGINALS).
"""

from __future__ import annotations

import random
import socket
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mingzhi.core.vault.ranges import MOST_BYTES

from ..outcome import CommandError
from . import nginx
from .finding import Finding
from .ingest import ended, film, free_port, reached
from .installation import Installation, Progress, installation
from .ranges_served import CALLS, SLICES
from .side_by_side import side_by_side

MIB = 1 << 20
SIZE_MIB = 64
#: Bytes of a piece and how many are asked for in a round: what a player asks for that seeks, and the most that is given at once.
PIECES = {256 << 10: 2000, MOST_BYTES: 400}
CONNECTIONS, ROUNDS = 4, 5
#: Who is measured: the product, a range by hand on the same server, nginx on the file, and nginx sending for the product.
PRODUCT, BY_HAND, PLAIN, THROUGH = "product", "by_hand", "nginx", "through_nginx"
MOST_MS, TARGET = 0.3, 0.65
_HEAD_BYTES = 8192
NO_NGINX = "本机没有 nginx（Debian 上 apt-get install nginx-light），没有与它比较"
NO_MODULE = "本机的 nginx 没有 headers-more 模块（Debian 上 apt-get install libnginx-mod-http-headers-more-filter），没有测由 nginx 发送"


def measure(tell: Progress, database: str, size: int | None) -> list[dict[str, Any]]:
    """Pieces per second of each in turns, and what one costs in Python. `size` is the film's in MiB, smaller for a quick look."""
    mib = size or SIZE_MIB
    with installation(database, tell, cases=0) as made, tempfile.TemporaryDirectory(prefix="mingzhi-bench-film-") as work:
        Path(work).chmod(0o755)
        shown = film(Path(work) / "bench.mp4", mib)
        version = made.run("version")
        player = made.run("open_viewing", film=str(shown))
        tell(f"{database}：每一段的 Python 时间")
        cost = made.run("piece_ms", path=player["path"], cookie=player["cookie"])
        with (
            _served(made, "serve", by_hand=False) as product,
            _served(made, "serve_ranges", film=str(shown)) as by_hand,
            _plain_file(shown) as plain,
            _sent_by_nginx(made, Path(player["object"]).parents[3]) as through,
        ):
            asked = {
                PRODUCT: (product, player["path"], player["cookie"]),
                BY_HAND: (by_hand, "/", ""),
                PLAIN: (plain, "/bench.mp4", ""),
                THROUGH: (through, player["path"], player["cookie"]),
            }
            served = {name: Asked(port, path, cookie, mib * MIB) for name, (port, path, cookie) in asked.items() if port}
            found = [_cost(version, cost)]
            for length, pieces in PIECES.items():
                pieces = pieces if mib >= SIZE_MIB else CONNECTIONS
                tell(f"{database}：每段 {length >> 10} KiB，共 {ROUNDS} 轮")
                found += _findings(version, mib, length, pieces, _in_turns(served, length, pieces))
    return found


@dataclass(frozen=True)
class Asked:
    """Where pieces of a film of `size` bytes are asked for."""

    port: int
    path: str
    cookie: str
    size: int


def _in_turns(served: dict[str, Asked], length: int, pieces: int) -> dict[str, list[float]]:
    """Pieces per second of each, round by round, so that all meet the same neighbours."""
    for asked in served.values():
        # The first piece loads the program, which a viewer waits for once and nobody measures.
        _rate(asked, length, CONNECTIONS)
    rates: dict[str, list[float]] = {name: [] for name in served}
    for _ in range(ROUNDS):
        for name, asked in served.items():
            rates[name].append(_rate(asked, length, pieces))
    return rates


def _cost(version: str, cost: float) -> dict[str, Any]:
    return Finding(
        "G8", "播放的一段，处理器时间", version, MOST_MS, "目标上限", cost, "毫秒", cost / MOST_MS, 1.0, most=True, sizes={"次": CALLS * SLICES}
    ).as_json()  # fmt: skip


def _findings(version: str, mib: int, length: int, pieces: int, rates: dict[str, list[float]]) -> list[dict[str, Any]]:
    """The product by itself, and with nginx sending what it has written down, each against nginx on the plain file."""
    middle = {name: statistics.median(found) for name, found in rates.items()}
    alone = f"每段 {length >> 10} KiB，每秒 {middle[PRODUCT]:,.0f} 段，同一服务器手写读一段每秒 {middle[BY_HAND]:,.0f} 段（{middle[PRODUCT] / middle[BY_HAND]:.2f}）"
    if PLAIN not in middle:
        return [{"goal": "G8", "database": version, "skipped": f"{NO_NGINX}；{alone}。"}]
    found: list[dict[str, Any]] = []
    for name, what in ((PRODUCT, "播放，每秒段数"), (THROUGH, "播放，由 nginx 发送，每秒段数")):
        if name not in middle:
            found.append({"goal": "G8", "database": version, "skipped": f"{NO_MODULE}（每段 {length >> 10} KiB）。"})
            continue
        also: dict[str, Any] = {"各轮": [round(one) for one in rates[name]], "nginx 各轮": [round(one) for one in rates[PLAIN]]}
        if name == PRODUCT:
            also = {"同一服务器手写读一段": round(middle[BY_HAND], 1), "对手写": round(middle[PRODUCT] / middle[BY_HAND], 3)} | also
        found.append(
            Finding(
                goal="G8",
                what=what,
                database=version,
                floor=middle[PLAIN],
                floor_is="nginx 同一文件",
                figure=middle[name],
                unit="段/秒",
                ratio=middle[name] / middle[PLAIN],
                target=TARGET,
                sizes={"影片 MiB": mib, "每段 KiB": length >> 10, "段": pieces * ROUNDS, "并发": CONNECTIONS},
                also=also,
            ).as_json()
        )
    return found


@contextmanager
def _served(made: Installation, task: str, **arguments: Any) -> Iterator[int]:
    port = free_port()
    process = made.start(task, port=port, **arguments)
    try:
        reached(port, process)
        yield port
    finally:
        ended(process)


@contextmanager
def _plain_file(shown: Path) -> Iterator[int | None]:
    """nginx on the directory of the film; None where there is none."""
    if nginx.program() is None:
        yield None
        return
    port = free_port()
    with nginx.plain(shown.parent, port):
        yield port


@contextmanager
def _sent_by_nginx(made: Installation, vault: Path) -> Iterator[int | None]:
    """nginx before a product that leaves the sending to it; None where its module is missing."""
    if nginx.module() is None:
        yield None
        return
    leaving = replace(made, environment=made.environment | {"MINGZHI_NGINX_ORIGINALS": nginx.ORIGINALS})
    port = free_port()
    with _served(leaving, "serve", by_hand=False) as product, nginx.before(product, vault, port):
        yield port


def _rate(asked: Asked, length: int, pieces: int) -> float:
    """Pieces per second over kept connections, at places drawn alike for everybody who is measured."""
    return pieces / side_by_side(CONNECTIONS, lambda number: _ask(asked, length, pieces // CONNECTIONS, random.Random(number)))


def _ask(asked: Asked, length: int, pieces: int, chance: random.Random) -> None:
    """As cheap as a client in Python can be: what it costs is taken from those it measures."""
    room = memoryview(bytearray(length + _HEAD_BYTES))
    with socket.create_connection(("127.0.0.1", asked.port)) as line:
        for _ in range(pieces):
            start = chance.randrange(asked.size // length) * length
            head = f"GET {asked.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nRange: bytes={start}-{start + length - 1}\r\n"
            line.sendall((head + (f"Cookie: {asked.cookie}\r\n" if asked.cookie else "") + "\r\n").encode())
            have, ends = 0, -1
            while ends < 0:
                have += _more(line, room[have:])
                ends = bytes(room[: min(have, _HEAD_BYTES)]).find(b"\r\n\r\n")
            if not bytes(room[:16]).startswith(b"HTTP/1.1 206"):
                raise CommandError(f"{asked.path} 返回 {bytes(room[:40]).decode(errors='replace')}，不是要测的一段。")
            while have < ends + 4 + length:
                have += _more(line, room[have:])


def _more(line: socket.socket, room: memoryview) -> int:
    got = line.recv_into(room)
    if not got:
        raise CommandError("要测的服务断开了连接。")
    return got
