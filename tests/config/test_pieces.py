"""Pieces of footage before the middlewares: answered as behind all of them, header for header, or left to them."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from mingzhi.config.pieces import Pieces
from mingzhi.config.wsgi import at_once
from mingzhi.core import vault
from mingzhi.faces.cli.bench import nginx
from mingzhi.faces.cli.bench.ingest import free_port
from mingzhi.regulations.footage import spans
from mingzhi.regulations.footage.models import Viewing
from tests.regulations.footage import story

Answer = tuple[str, dict[str, str], bytes]


@pytest.fixture(autouse=True)
def places(tmp_path, settings):
    settings.VAULT_DIR, settings.DATA_DIR, settings.PASSWORD_DAYS = tmp_path / "vault", tmp_path / "data", 0
    settings.ALLOWED_HOSTS = ["office.example", "127.0.0.1"]


@pytest.fixture
def clip(town):
    return story.brought(town)


@pytest.fixture
def desk(town) -> Client:
    client = Client(headers={"host": "office.example"})
    client.force_login(town["lixuemei"], backend="mingzhi.core.organs.sign_in.Accounts")
    return client


@pytest.fixture
def viewing(desk, clip) -> str:
    """The code of a viewing that is open, with the token among the cookies of `desk`."""
    desk.get(desk.post(reverse("desk:open_clip", args=[clip.pk]), {"purpose": "核对现场情况"}).url)
    return Viewing.objects.get().code


class LongWay:
    """All middlewares, and how often they were asked."""

    def __init__(self) -> None:
        self.asked = 0
        self._pages = at_once(WSGIHandler())

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        self.asked += 1
        return self._pages(environ, start_response)


def cookies_of(client: Client) -> str:
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def as_it_comes(path: str) -> str:
    """A path as servers hand it on: bytes, each as a character."""
    return path.encode().decode("latin-1")


def answer(application: Callable[..., Any], path: str, client: Client, method: str = "GET", secure: bool = False, **environ: str) -> Answer:
    said: list[Any] = []
    environ = {"HTTP_HOST": "office.example", "HTTP_COOKIE": cookies_of(client), "HTTP_RANGE": "bytes=10-19"} | environ
    asked = RequestFactory().generic(method, path, secure=secure, **environ).environ | {"PATH_INFO": as_it_comes(path)}
    body = application(asked, lambda status, headers: said.extend((status, dict(headers))))
    return said[0], said[1], b"".join(body)


@pytest.mark.parametrize("by_nginx", [False, True])
@pytest.mark.parametrize("secure", [False, True])
def test_a_piece_is_answered_as_behind_all_middlewares(settings, desk, clip, viewing, secure, by_nginx):
    """recording-18-approve"""
    settings.SECURE_HSTS_SECONDS = 1000
    settings.NGINX_ORIGINALS = Path("/originals") if by_nginx else None
    path, long = reverse("desk:play_content", args=[viewing]), LongWay()
    short = answer(Pieces(long), path, desk, secure=secure)
    assert long.asked == 0
    assert short == answer(long, path, desk, secure=secure)
    status, headers, body = short
    assert (status, headers["Content-Range"]) == ("206 Partial Content", f"bytes 10-19/{clip.blob.size_bytes}")
    assert {"Content-Security-Policy", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"} <= headers.keys()
    assert (headers["Cache-Control"], headers["X-Content-Type-Options"]) == ("private, no-store", "nosniff")
    assert ("Strict-Transport-Security" in headers) == secure
    assert body == (b"" if by_nginx else vault.path(clip.blob).read_bytes()[10:20])
    assert (headers.get("X-Piece"), "X-Accel-Redirect" in headers) == (("bytes=10-19", True) if by_nginx else (None, False))
    assert spans.sent(viewing) == [(10, 20)]


def left_alone(path: str, client: Client, **how: Any) -> bool:
    """Whether the long way is taken, with the request as it came."""
    seen: list[dict[str, Any]] = []

    def pages(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        seen.append(environ)
        start_response("299 Long way", [])
        return []

    status, _, _ = answer(Pieces(pages), path, client, **how)
    return status == "299 Long way" and seen[0]["PATH_INFO"] == as_it_comes(path)


@pytest.mark.parametrize(
    "how",
    [
        {"HTTP_COOKIE": ""},
        {"HTTP_RANGE": "bytes=999999-"},
        {"HTTP_HOST": "elsewhere.example"},
        {"method": "POST"},
        {"method": "HEAD"},
    ],
)
def test_what_is_not_a_piece_to_be_sent_takes_the_long_way_and_writes_nothing_down(desk, viewing, how):
    """town-footage-token"""
    assert left_alone(reverse("desk:play_content", args=[viewing]), desk, **how)
    assert spans.sent(viewing) == []


def test_a_token_of_another_session_or_viewing_opens_nothing_here_either(town, desk, viewing):
    """town-footage-token"""
    stolen = Client()
    stolen.force_login(town["luokaifu"], backend="mingzhi.core.organs.sign_in.Accounts")
    stolen.cookies["viewing"] = desk.cookies["viewing"].value
    assert left_alone(reverse("desk:play_content", args=[viewing]), stolen)
    assert left_alone(reverse("desk:play_content", args=["another-viewing-0001"]), desk)
    assert left_alone("/play/一/二/content", desk)
    assert spans.sent(viewing) == []


def test_a_viewing_that_is_over_sends_nothing_here_either(desk, viewing):
    """recording-18-approve"""
    spans.end(viewing)
    assert left_alone(reverse("desk:play_content", args=[viewing]), desk)


def test_a_whole_page_goes_out_at_once_and_a_file_as_it_is_read():
    closed = []

    class Whole(HttpResponse):
        def close(self) -> None:
            closed.append("whole")

    class Read(StreamingHttpResponse):
        def close(self) -> None:
            closed.append("read")

    def sent(response: HttpResponse | StreamingHttpResponse) -> Any:
        return at_once(lambda environ, start: response)({}, None)

    assert sent(Whole("全文")) == ["全文".encode()]
    assert b"".join(sent(Read([b"a", b"b"]))) == b"ab"
    # What is read as it is sent is closed by the server, when all is sent.
    assert closed == ["whole"]


def test_what_an_installation_is_told_to_write_is_what_is_tested():
    page = Path(__file__).parents[2] / "docs" / "operations.md"
    assert nginx.location("/srv/mingzhi/vault") in page.read_text(encoding="utf-8")


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads it."""


@contextmanager
def behind_nginx() -> Iterator[int]:
    """The port of nginx before pieces; no other page is there, for only pieces ask no database."""
    with make_server("127.0.0.1", 0, Pieces(lambda environ, start: start("404 Not Found", []) or []), handler_class=_Silent) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = free_port()
        try:
            with nginx.before(server.server_port, vault.storage.settings.VAULT_DIR, port):
                yield port
        finally:
            server.shutdown()


@pytest.mark.skipif(nginx.module() is None, reason=f"needs nginx with {nginx.MODULE}")
def test_nginx_sends_exactly_what_was_written_down_under_the_same_headers(settings, tmp_path, desk, clip, viewing):
    """recording-18-approve: a browser asks for everything to the end, in other words or under conditions; it gets the piece."""
    for above in (tmp_path, *tmp_path.parents[:3]):
        above.chmod(above.stat().st_mode | 0o055)
    path, content = reverse("desk:play_content", args=[viewing]), vault.path(clip.blob).read_bytes()
    _, alone, _ = answer(Pieces(LongWay()), path, desk)
    spans.end(viewing)
    spans.begin(viewing)
    settings.NGINX_ORIGINALS = Path("/originals")
    conditions = {"If-Range": '"x"', "If-None-Match": alone["ETag"], "If-Modified-Since": "Sat, 01 Jan 2050 00:00:00 GMT"}
    with behind_nginx() as port:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)

        def got(**headers: str) -> tuple[int, dict[str, str], bytes]:
            line.request("GET", path, headers={"Cookie": cookies_of(desk)} | headers)
            found = line.getresponse()
            return found.status, dict(found.getheaders()), found.read()

        status, sent, body = got(Range="bytes=10-19")
        assert (status, body, spans.sent(viewing)) == (206, content[10:20], [(10, 20)])
        of_a_server = {"Server", "Date", "Connection"}
        assert {name: value for name, value in sent.items() if name not in of_a_server} == alone
        assert got(Range="bytes=20-24, 30-34")[::2] == (206, content)
        assert got(Range="bytes=10-19", **{"If-None-Match": alone["ETag"]})[::2] == (206, content[10:20])
        assert got(Range="bytes=-5", **conditions)[::2] == (206, content)
        line.request("GET", f"/originals/{clip.blob.sha256[:2]}/{clip.blob.sha256[2:4]}/{clip.blob.sha256}")
        assert line.getresponse().status == 404
