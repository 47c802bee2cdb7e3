"""`mingzhi run`: from nothing to a page that answers, and a clean end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

_PATIENCE_SECONDS = 120


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def start(folder: Path, port: int, *words: str) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MINGZHI_")}
    line = [sys.executable, "-c", "from mingzhi.faces.cli import main; main()", *words, "--data", str(folder), "--port", str(port)]
    return subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def get(port: int, path: str) -> tuple[int, str]:
    """The answer to a request, asked once: who was told the address is not refused."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=_PATIENCE_SECONDS) as answer:
            return answer.status, answer.headers["Content-Type"]
    except urllib.error.HTTPError as error:
        return error.code, ""


@pytest.fixture
def running(tmp_path: Path):
    port = free_port()
    process = start(tmp_path / "data", port, "run", "--no-demo")
    yield process, port, tmp_path / "data"
    if process.poll() is None:
        process.kill()
        process.wait()


def test_an_empty_installation_is_made_serves_pages_and_files_and_ends_when_asked(running):
    process, port, folder = running
    assert process.stdout.readline() == f"明执已启动：http://127.0.0.1:{port}/ （按 Ctrl+C 停止）\n"
    assert get(port, "/sign-in")[0] == 200
    status, kind = get(port, "/static/desk/desk.css")
    assert (status, kind.partition(";")[0]) == (200, "text/css")
    assert (folder / "mingzhi.sqlite3").is_file()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=_PATIENCE_SECONDS)
    assert process.returncode == 0
    assert (out, err) == ("", "")


def test_a_port_that_is_taken_is_said_before_anything_is_made(tmp_path: Path):
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        process = start(tmp_path / "data", door.getsockname()[1], "run", "--no-demo")
        out, err = process.communicate(timeout=_PATIENCE_SECONDS)
    assert process.returncode == 1
    assert out == ""
    assert "已被别的程序占用" in err
    assert not (tmp_path / "data" / "mingzhi.sqlite3").exists()


def test_serving_needs_an_installation(tmp_path: Path):
    process = start(tmp_path / "data", free_port(), "serve")
    _, err = process.communicate(timeout=_PATIENCE_SECONDS)
    assert process.returncode == 1
    assert "请先运行 mingzhi run" in err
