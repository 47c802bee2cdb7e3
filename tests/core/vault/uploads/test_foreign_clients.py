"""Clients that are not ours send 200 MB over a line that is cut twenty times, to a server that is killed on the way: hashes equal."""

from __future__ import annotations

import hashlib
import http.client
import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import HEAD
from .cutting import CuttingProxy

SIZE = 200_000_000
CUTS = 20
CHUNK = 8 << 20
#: Half of these bytes are lost with every cut and sent again, so that the cuts fall within what is sent in any case.
WITHIN = SIZE
PATIENCE_SECONDS = 120


class Served:
    """The server as a process that can be killed and started again on the same port."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            self.port = door.getsockname()[1]
        self.kills = 0
        self.start()

    def start(self) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("MINGZHI_")}
        environment |= {"MINGZHI_DATA": str(self.directory / "data")}
        line = [sys.executable, str(Path(__file__).with_name("served.py")), str(self.directory), str(self.port)]
        self.process = subprocess.Popen(line, env=environment, start_new_session=True)
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/vault/uploads/nothing") as answer:
                    answer.read()
            except urllib.error.HTTPError:
                return
            except (urllib.error.URLError, ConnectionError, http.client.HTTPException):
                assert self.process.poll() is None
                time.sleep(0.1)
        raise AssertionError("the server did not begin")

    def kill(self) -> None:
        """kill -9 of every process of the server."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.kills += 1

    @property
    def key(self) -> str:
        return (self.directory / "key").read_text(encoding="ascii")

    def row(self, digest: str) -> tuple[str, int]:
        """State and size of the upload whose whole has this digest."""
        with sqlite3.connect(self.directory / "data" / "mingzhi.sqlite3") as database:
            return database.execute("SELECT state, size_bytes FROM vault_upload WHERE sha256 = ?", (digest,)).fetchone()


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    server = Served(tmp_path_factory.mktemp("served"))
    yield server
    server.kill()


@pytest.fixture
def film(tmp_path, request) -> tuple[Path, str]:
    """A recording of 200 MB, another one for every test, and its SHA-256."""
    path = tmp_path / "film.mp4"
    seed = request.node.name
    content = HEAD + random.Random(seed).randbytes(SIZE - len(HEAD))
    path.write_bytes(content)
    return path, hashlib.sha256(content).hexdigest()


def kept_right(served: Served, digest: str) -> None:
    """The object is there with this content, nothing else is left, and the upload was taken."""
    until = time.monotonic() + PATIENCE_SECONDS
    while served.row(digest) != ("taken", SIZE) and time.monotonic() < until:
        time.sleep(0.1)
    assert served.row(digest) == ("taken", SIZE)
    vault = served.directory / "data" / "vault"
    with (vault / "sha256" / digest[:2] / digest[2:4] / digest).open("rb") as file:
        assert hashlib.file_digest(file, "sha256").hexdigest() == digest
    assert [path.name for path in (vault / "receiving").iterdir()] == []


def test_tuspy_sends_through_twenty_cuts_and_two_kills_of_the_server(served, film):
    client = pytest.importorskip("tusclient.client")
    path, digest = film
    proxy = CuttingProxy(served.port, CUTS, WITHIN, seed=20260304)
    places = [SIZE // 3, SIZE * 2 // 3]

    guard = threading.Lock()

    def reached(carried: int) -> None:
        with guard:
            if places and carried > places[0]:
                places.pop(0)
                served.kill()
                served.start()

    proxy.reached = reached
    tus = client.TusClient(f"http://127.0.0.1:{proxy.port}/vault/uploads/", headers={"Authorization": f"Bearer {served.key}"})
    metadata = {"purpose": "sample", "filename": "film.mp4", "sha256": digest}
    uploader, until = None, time.monotonic() + PATIENCE_SECONDS
    while (uploader is None or uploader.offset < SIZE) and time.monotonic() < until:
        try:
            address = uploader.url if uploader else None
            uploader = tus.uploader(str(path), chunk_size=CHUNK, metadata=metadata, url=address)
            uploader.upload()
        except Exception:
            # Its own retries end where the connection does; a person would press "continue".
            time.sleep(0.1)
    proxy.close()
    assert (proxy.cut, served.kills, uploader.offset) == (CUTS, 2, SIZE)
    kept_right(served, digest)


NODE = """
const tus = require('tus-js-client'), fs = require('fs');
const [path, endpoint, key, sha256] = process.argv.slice(2);
const upload = new tus.Upload(fs.createReadStream(path), {
  endpoint, uploadSize: fs.statSync(path).size, chunkSize: CHUNK, retryDelays: Array(200).fill(20),
  headers: {Authorization: 'Bearer ' + key}, metadata: {purpose: 'sample', filename: 'film.mp4', sha256},
  onError: (error) => { console.error(String(error)); process.exit(1) },
  onSuccess: () => process.exit(0),
});
upload.start();
"""


def has_tus_js_client() -> bool:
    """Whether node finds it: `tools/test` installs it where there is npm."""
    if shutil.which("node") is None:
        return False
    return subprocess.run(["node", "-e", "require('tus-js-client')"], capture_output=True, check=False).returncode == 0


def test_tus_js_client_sends_through_twenty_cuts(served, film, tmp_path):
    if not has_tus_js_client():
        pytest.skip("node does not find tus-js-client: npm install tus-js-client, and NODE_PATH")
    path, digest = film
    proxy = CuttingProxy(served.port, CUTS, WITHIN, seed=20260305)
    script = tmp_path / "send.js"
    script.write_text(NODE.replace("CHUNK", str(CHUNK)), encoding="utf-8")
    endpoint = f"http://127.0.0.1:{proxy.port}/vault/uploads/"
    done = subprocess.run(["node", str(script), str(path), endpoint, served.key, digest], capture_output=True, text=True, check=False)
    proxy.close()
    assert (done.returncode, proxy.cut) == (0, CUTS), done.stderr
    kept_right(served, digest)
