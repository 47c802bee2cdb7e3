"""G7: one large upload beside one pass from socket to disk, in turns; memory, bytes written, and `@tus/server` where npm can be had."""

from __future__ import annotations

import hashlib
import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..outcome import CommandError
from .finding import Finding
from .installation import Installation, Progress, installation
from .uploads_served import metadata, peak_bytes, state, written_bytes

MIB = 1 << 20
SIZE_MIB = 2048
ROUNDS = 3
TARGET, MOST_MIB, MOST_WRITTEN = 0.8, 150, 1.02
_HEAD = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2"
_PATIENCE_SECONDS = 120.0
_TUS_SERVER = """
const { Server } = require('@tus/server'), { FileStore } = require('@tus/file-store');
new Server({ path: '/files', datastore: new FileStore({ directory: process.argv[3] }) }).listen({ host: '127.0.0.1', port: +process.argv[2] });
"""
_PACKAGES = ("@tus/server@1.10.2", "@tus/file-store@1.5.1")


def measure(tell: Progress, database: str, size: int | None) -> list[dict[str, Any]]:
    """Throughput against its floor, the peak of memory and the bytes written. `size` is the file's in MiB."""
    mib = size or SIZE_MIB
    with installation(database, tell, cases=0) as made, tempfile.TemporaryDirectory(prefix="mingzhi-bench-file-") as work:
        tell(f"{database}：正在写出 {mib} MiB 的文件")
        shown = film(Path(work) / "bench.mp4", mib)
        key, version = made.run("upload_key"), made.run("version")
        with _product(made) as (port, process), _floor(made) as floor_port, _tus_server(tell, made.home) as tus:
            rates: dict[str, list[float]] = {"product": [], "floor": [], "tus": [], "finished": []}
            written = 0
            for number in range(ROUNDS):
                tell(f"{database}：第 {number + 1} 轮，共 {ROUNDS} 轮")
                rates["floor"].append(mib / _floor_pass(floor_port, shown))
                before = written_bytes(process)
                # Another content each time: one that is there already would only be linked.
                _change(shown, number)
                took, finished = _upload(port, shown, key)
                rates["product"].append(mib / took)
                rates["finished"].append(mib / finished)
                written += written_bytes(process) - before
                if tus:
                    rates["tus"].append(mib / _tus_upload(tus, shown))
            peak = peak_bytes(process)
    return _findings(version, mib, rates, peak, written / (ROUNDS * mib * MIB))


def _findings(version: str, mib: int, rates: dict[str, list[float]], peak: int, written: float) -> list[dict[str, Any]]:
    middle = {name: statistics.median(found) for name, found in rates.items() if found}
    sizes = {"文件 MiB": mib, "轮数": ROUNDS}
    also: dict[str, Any] = {"各轮": [round(one, 1) for one in rates["product"]], "各轮下限": [round(one, 1) for one in rates["floor"]]}
    also["到核验入库"] = round(middle["finished"], 1)
    also["@tus/server（不计算摘要、不落盘确认）"] = round(middle["tus"], 1) if "tus" in middle else "没有 npm，未测"
    found = [
        Finding("G7", "上传一份大文件", version, middle["floor"], "套接字到 SHA-256 到落盘，一遍", middle["product"], "MiB/秒",
                middle["product"] / middle["floor"], TARGET, sizes=sizes, also=also),
        Finding("G7", "上传时的最大内存", version, MOST_MIB, "目标上限", peak / MIB, "MiB", peak / MIB / MOST_MIB, 1.0, most=True, sizes=sizes),
        Finding("G7", "写入磁盘的字节对文件字节", version, 1.0, "文件", written, "倍", written, MOST_WRITTEN, most=True, sizes=sizes),
    ]  # fmt: skip
    return [one.as_json() for one in found]


def film(path: Path, mib: int) -> Path:
    block = os.urandom(MIB)
    with path.open("wb") as file:
        file.write(_HEAD)
        for number in range(mib):
            file.write(block[number % 251 :] + block[: number % 251])
        file.truncate(mib * MIB)
    return path


def _change(film: Path, number: int) -> None:
    with film.open("r+b") as file:
        file.seek(len(_HEAD))
        file.write(number.to_bytes(8) + os.urandom(8))


def _digest(film: Path) -> str:
    with film.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def reached(port: int, process: subprocess.Popen[Any]) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.1)
    raise CommandError("要测的服务没有启动。")


def ended(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def _product(made: Installation) -> Iterator[tuple[int, int]]:
    port = free_port()
    process = made.start("serve_uploads", port=port)
    try:
        reached(port, process)
        yield port, process.pid
    finally:
        ended(process)


@contextmanager
def _floor(made: Installation) -> Iterator[int]:
    port = free_port()
    line = [sys.executable, "-m", "mingzhi.faces.cli.bench.one_pass", str(port), str(made.home / "data" / "floor")]
    process = subprocess.Popen(line)
    try:
        reached(port, process)
        yield port
    finally:
        ended(process)


@contextmanager
def _tus_server(tell: Progress, home: Path) -> Iterator[int | None]:
    """The reference server from npm in a directory of its own, None where it cannot be had."""
    place = home / "tus"
    place.mkdir()
    if shutil.which("npm") is None or shutil.which("node") is None:
        yield None
        return
    tell("正在取 @tus/server")
    line = ["npm", "install", "--prefix", str(place), "--silent", "--no-audit", "--no-fund", *_PACKAGES]
    if subprocess.run(line, capture_output=True, check=False).returncode:
        yield None
        return
    script = place / "serve.js"
    script.write_text(_TUS_SERVER, encoding="utf-8")
    (place / "files").mkdir()
    port = free_port()
    process = subprocess.Popen(["node", str(script), str(port), str(place / "files")], stdout=subprocess.DEVNULL)
    try:
        reached(port, process)
        yield port
    finally:
        ended(process)


def _floor_pass(port: int, film: Path) -> float:
    """Seconds from the first byte to the word that all is durable."""
    with socket.create_connection(("127.0.0.1", port)) as line, film.open("rb") as file:
        began = time.perf_counter()
        line.sendall(film.stat().st_size.to_bytes(8))
        line.sendfile(file)
        if len(line.recv(32, socket.MSG_WAITALL)) != 32:
            raise CommandError("下限的一遍没有完成。")
        return time.perf_counter() - began


def _upload(port: int, film: Path, key: str) -> tuple[float, float]:
    """Seconds to the answer that every byte is durable, and to its being verified and taken."""
    headers = {"Tus-Resumable": "1.0.0", "Authorization": f"Bearer {key}"}
    told = {"Upload-Length": str(film.stat().st_size), "Upload-Metadata": metadata(_digest(film))}
    place = _asked(port, "POST", "/vault/uploads/", headers | told, 201).getheader("Location") or ""
    took = _sent(port, place, film, headers)
    began = time.perf_counter()
    while state(_asked(port, "GET", place, headers, 200).read()) != "taken":
        if time.perf_counter() - began > _PATIENCE_SECONDS * 5:
            raise CommandError("上传的文件没有入库。")
        time.sleep(0.05)
    return took, took + time.perf_counter() - began


def _tus_upload(port: int, film: Path) -> float:
    headers = {"Tus-Resumable": "1.0.0"}
    answer = _asked(port, "POST", "/files", headers | {"Upload-Length": str(film.stat().st_size)}, 201)
    place = "/" + (answer.getheader("Location") or "").split("/", 3)[3]
    return _sent(port, place, film, headers)


def _sent(port: int, place: str, film: Path, headers: dict[str, str]) -> float:
    """The whole file in one request, from the page cache by the kernel: the client costs next to nothing."""
    told = {"Host": "127.0.0.1", "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    told |= {"Content-Length": str(film.stat().st_size)} | headers
    head = f"PATCH {place} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in told.items()) + "\r\n"
    with socket.create_connection(("127.0.0.1", port)) as line, film.open("rb") as file:
        began = time.perf_counter()
        line.sendall(head.encode())
        line.sendfile(file)
        answer = http.client.HTTPResponse(line)
        answer.begin()
        took = time.perf_counter() - began
        if answer.status != http.client.NO_CONTENT:
            raise CommandError(f"上传返回 {answer.status}：{answer.read().decode(errors='replace')}")
    return took


def _asked(port: int, method: str, path: str, headers: dict[str, str], expected: int) -> http.client.HTTPResponse:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_SECONDS)
    line.request(method, path, headers=headers)
    answer = line.getresponse()
    if answer.status != expected:
        raise CommandError(f"{path} 返回 {answer.status}：{answer.read().decode(errors='replace')}")
    return answer
