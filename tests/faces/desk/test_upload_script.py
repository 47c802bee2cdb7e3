"""The script of the page of uploads in a real browser, against a small server of tus that can be told to fail."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page, expect

from .gallery import Server, write

pytestmark = pytest.mark.journey

PIECE_BYTES = 8 << 20


class Vault(Server):
    """Serves the gallery and receives one upload at a time as tus does."""

    door = threading.Lock()
    received = bytearray()
    told: dict[str, str] = {}
    length = 0
    begun = 0
    #: How many of the next pieces break off after half of their bytes, unanswered.
    cuts = 0
    #: What the taker says of the whole.
    outcome: dict[str, str] = {"state": "taken", "reason": ""}
    #: A refusal of the beginning: status and sentence.
    refusal: tuple[int, str] | None = None

    def do_POST(self) -> None:
        """Begins an upload."""
        kind = type(self)
        if kind.refusal:
            self._answer(kind.refusal[0], kind.refusal[1].encode())
            return
        pairs = (pair.split(" ") for pair in self.headers["Upload-Metadata"].split(","))
        kind.told = {key: base64.b64decode(value).decode() for key, value in pairs}
        kind.received, kind.length, kind.begun = bytearray(), int(self.headers["Upload-Length"]), kind.begun + 1
        self._answer(201, Location="/vault/uploads/one")

    def do_HEAD(self) -> None:
        """How far the upload is."""
        if not self.path.startswith("/vault/"):
            super().do_HEAD()
            return
        self._answer(200, **{"Upload-Offset": str(len(self.received)), "Upload-Length": str(self.length)})

    def do_PATCH(self) -> None:
        """Takes a piece, or breaks off in its middle. One at a time, and only where the last one ended."""
        kind = type(self)
        size = int(self.headers["Content-Length"])
        with self.door:
            if int(self.headers["Upload-Offset"]) != len(kind.received):
                self.rfile.read(size)
                self._answer(409)
                return
            if kind.cuts:
                kind.cuts -= 1
                kind.received += self.rfile.read(size // 2)
                self.connection.close()
                return
            piece = self.rfile.read(size)
            algorithm, digest = self.headers["Upload-Checksum"].split(" ")
            right = base64.b64decode(digest) == hashlib.new(algorithm, piece).digest()
            if not right or self.headers["X-CSRFToken"] != "token-of-the-page":
                self._answer(400)
                return
            kind.received += piece
            self._answer(204, **{"Upload-Offset": str(len(kind.received))})

    def do_GET(self) -> None:
        """What became of it; else a file of the gallery."""
        if not self.path.startswith("/vault/"):
            super().do_GET()
            return
        self._answer(200, json.dumps(self.outcome).encode())

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@pytest.fixture(scope="module", name="address")
def _address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    directory = tmp_path_factory.mktemp("desk")
    write(directory)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Vault, directory=str(directory)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(name="tab")
def _tab(browser: Browser, address: str) -> Iterator[Page]:
    Vault.cuts, Vault.begun, Vault.refusal = 0, 0, None
    Vault.outcome = {"state": "taken", "reason": ""}
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    tab = context.new_page()
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: complaints.append(message.text) if "Content Security Policy" in message.text else None)
    tab.goto(f"{address}/uploads.html")
    yield tab
    context.close()
    assert complaints == []


@pytest.fixture(scope="module", name="film")
def _film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pieces and a half that no pattern repeats."""
    file = tmp_path_factory.mktemp("card") / "ZF03_0007.MP4"
    file.write_bytes(Random(7).randbytes(PIECE_BYTES * 5 // 2))
    return file


def choose(tab: Page, *files: Path) -> None:
    tab.locator("input[type=file]").set_input_files([str(file) for file in files])


def says(tab: Page, words: str) -> None:
    expect(tab.locator("[data-list] [data-words]").last).to_contain_text(words, timeout=60_000)


def test_the_digest_of_the_page_is_sha_256_at_every_length(tab: Page) -> None:
    """recording-17-immutable"""
    dice = Random(1)
    samples = [dice.randbytes(length) for length in (0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 1000, 70_001)]
    found = tab.evaluate(
        """async (samples) => {
            const { Sha256 } = await import("/static/desk/sha256.js");
            return samples.map((sample) => {
                const bytes = Uint8Array.from(atob(sample), (sign) => sign.charCodeAt(0));
                const hash = new Sha256();
                for (let from = 0; from < bytes.length; from += 97) hash.update(bytes.subarray(from, from + 97));
                return hash.hex();
            });
        }""",
        [base64.b64encode(sample).decode() for sample in samples],
    )
    assert found == [hashlib.sha256(sample).hexdigest() for sample in samples]


def test_a_file_arrives_as_it_is_and_says_what_it_is(tab: Page, film: Path) -> None:
    """recording-16"""
    tab.select_option("select[name=device]", "ZF-03")
    choose(tab, film)
    says(tab, "已入库，校验一致")
    assert bytes(Vault.received) == film.read_bytes()
    assert Vault.told == {
        "filename": film.name,
        "sha256": hashlib.sha256(film.read_bytes()).hexdigest(),
        "device": "ZF-03",
        "activity": "綦石壕府活动〔2026〕7号",
    }


def test_a_line_cut_three_times_costs_nothing_that_was_received(tab: Page, film: Path) -> None:
    """recording-16"""
    Vault.cuts = 3
    choose(tab, film)
    says(tab, "已入库，校验一致")
    assert bytes(Vault.received) == film.read_bytes()
    assert Vault.begun == 1


def test_after_the_machine_died_the_same_file_goes_on_where_it_stopped(tab: Page, film: Path) -> None:
    """recording-16"""
    Vault.cuts = 1000
    choose(tab, film)
    says(tab, "连接中断")
    kept = len(Vault.received)
    assert kept
    # Whoever leaves with something under way is asked.
    tab.on("dialog", lambda dialog: dialog.accept())
    tab.reload()
    Vault.cuts = 0
    choose(tab, film)
    says(tab, "已入库，校验一致")
    assert bytes(Vault.received) == film.read_bytes()
    assert Vault.begun == 1


def test_a_pause_lasts_until_somebody_goes_on(tab: Page, film: Path) -> None:
    Vault.cuts = 1000
    choose(tab, film)
    says(tab, "连接中断")
    tab.get_by_role("button", name="暂停").click()
    says(tab, "已暂停，已收到的部分不会丢失")
    Vault.cuts = 0
    tab.wait_for_timeout(2500)
    says(tab, "已暂停")
    tab.get_by_role("button", name="继续").click()
    says(tab, "已入库，校验一致")
    assert bytes(Vault.received) == film.read_bytes()


def test_a_refusal_is_told_in_the_words_of_the_server(tab: Page, film: Path) -> None:
    Vault.refusal = (422, "没有编号为 ZF-99 的设备。请核对后再上传。")
    choose(tab, film)
    says(tab, "没有编号为 ZF-99 的设备。请核对后再上传。")


def test_what_the_taker_holds_back_is_told(tab: Page, film: Path) -> None:
    Vault.outcome = {"state": "held", "reason": "这个文件已经入库。"}
    choose(tab, film)
    says(tab, "这个文件已经入库。")
