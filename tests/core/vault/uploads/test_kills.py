"""kill -9 while a file is received and while it is finished, two hundred times on SQLite: no acknowledged byte lost, no wrong object,
taken exactly once, no litter.

The process that is killed is a fork of this one, so that a kill costs milliseconds. Half of the kills fall before and after every
single step that touches disk or row, the other half at moments chosen by seeded dice while a client sends over HTTP.
"""

from __future__ import annotations

import hashlib
import http.client
import io
import os
import random
import signal
import socket
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, connections
from django.utils import timezone

from mingzhi.core import vault
from mingzhi.core.organs.models import Unit
from mingzhi.core.vault import receiving, storage
from mingzhi.core.vault.models import Blob, Upload
from mingzhi.core.vault.uploads import digests, finishing, opening, places, sweeping, writing

from .conftest import STREAM, Sender, video

pytestmark = pytest.mark.django_db(transaction=True)
FILM = video(30_000)
CHUNK = 12_000
#: Kills of a server in the midst of HTTP; on PostgreSQL a part, as with everything that cannot come out differently.
WINDOW_SECONDS = 0.15
MOMENTS = 130 if connection.vendor == "sqlite" else 20


@pytest.fixture
def town_with_taker(town, monkeypatch):
    """A taker that leaves a row in its transaction: a second one for the same upload would be refused by the database."""
    monkeypatch.setattr(receiving, "_takers", {})

    @receiving.takes("sample")
    def take(upload: Upload, blob: Blob, at: Any) -> None:
        Unit.objects.create(authority=upload.owner.authority, name=upload.pk, kind=Unit.Kind.OWN)

    return town


def forked(work: Callable[[], None]) -> int:
    """A child that does this work and ends. Every connection is closed before: none may be shared."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def ended_by_kill(child: int) -> bool:
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Dying:
    """Counts the steps of a child that touch disk or row, each once before and once after it, and kills it at one of them."""

    STEPS = (
        (os, "pwrite"),
        (os, "fdatasync"),
        (os, "fsync"),
        (os, "fchmod"),
        (os, "link"),
        (os, "truncate"),
        (writing, "change"),
        (finishing, "change"),
        (storage, "row"),
        (Path, "unlink"),
        (opening, "turn"),
        (writing, "turn"),
    )

    def __init__(self, at: int) -> None:
        self.left = at
        for place, name in self.STEPS:
            setattr(place, name, self.wrapped(getattr(place, name)))

    def wrapped(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*args: Any, **kwargs: Any) -> Any:
            self.count()
            done = step(*args, **kwargs)
            self.count()
            return done

        return stepping

    def count(self) -> None:
        self.left -= 1
        if self.left == 0:
            die()


def send_all(owner: Any, report: int) -> None:
    """Send the film in chunks from wherever it stands, telling the parent each acknowledgement."""
    found = Upload.objects.exclude(state__in=("refused", "lapsed")).first()
    metadata = {"purpose": "sample", "filename": "a.mp4", "sha256": hashlib.sha256(FILM).hexdigest()}
    upload = found or opening.begin(owner, len(FILM), metadata, timezone.now())
    upload = writing.current(upload.pk)
    while upload.state == "receiving":
        offset = upload.offset_bytes
        upload = writing.write(upload.pk, offset, io.BytesIO(FILM[offset : offset + CHUNK]), min(CHUNK, len(FILM) - offset))
        os.write(report, f"{upload.offset_bytes}\n".encode())
    finishing.finish(upload, timezone.now())


def told(pipe: int) -> int:
    """The last offset the child acknowledged before it died."""
    with os.fdopen(pipe, "rb") as lines:
        said = lines.read().split()
    return int(said[-1]) if said else 0


def later():
    return timezone.now() + timedelta(minutes=10)


def settle() -> None:
    """What a worker does after a crash."""
    sweeping.finish_whole(later())
    sweeping.clear_leftovers(later())


def nothing_acknowledged_is_lost(acknowledged: int) -> None:
    upload = Upload.objects.first()
    if upload is None:
        assert acknowledged == 0
        return
    assert upload.offset_bytes >= acknowledged
    if upload.state == "receiving":
        assert places.part_of(upload.pk).exists() or upload.offset_bytes == 0
        assert writing.current(upload.pk).offset_bytes == upload.offset_bytes
        assert places.part_of(upload.pk).read_bytes() == FILM[: upload.offset_bytes]


def everything_is_right_and_nothing_is_left(vault_dir: Path, count: int = 1) -> None:
    assert [upload.state for upload in Upload.objects.all()] == ["taken"] * count
    assert sorted(Unit.objects.filter(name__in=Upload.objects.values("pk")).values_list("name", flat=True)) == sorted(
        Upload.objects.values_list("pk", flat=True)
    )
    blobs = list(Blob.objects.all())
    for blob in blobs:
        vault.check(blob)
    assert sorted(file for file in vault_dir.rglob("*") if file.is_file()) == sorted(vault.path(blob) for blob in blobs)


def test_killed_before_and_after_every_step(town_with_taker, vault_dir):
    """One step further each time, until a child gets through: the number of kills is the number of steps."""
    owner, kills = town_with_taker["lixuemei"], 0
    step = 1 if connection.vendor == "sqlite" else 3
    while True:
        digests._kept.clear()
        out, into = os.pipe()

        def dying(at: int = 1 + kills * step, into: int = into) -> None:
            Dying(at)
            send_all(owner, into)

        child = forked(dying)
        os.close(into)
        acknowledged = told(out)
        if not ended_by_kill(child):
            break
        kills += 1
        nothing_acknowledged_is_lost(acknowledged)
        settle()
        nothing_acknowledged_is_lost(acknowledged)
        out, into = os.pipe()
        assert not ended_by_kill(forked(lambda into=into: send_all(owner, into)))
        os.close(into)
        os.close(out)
        settle()
        everything_is_right_and_nothing_is_left(vault_dir)
        assert Blob.objects.get().sha256 == hashlib.sha256(FILM).hexdigest()
        begin_anew(vault_dir)
    settle()
    everything_is_right_and_nothing_is_left(vault_dir)
    assert kills * step >= 60, "the steps are no longer wrapped"


def begin_anew(vault_dir: Path) -> None:
    Unit.objects.filter(name__in=Upload.objects.values("pk")).delete()
    Upload.objects.all().delete()
    # The blob's row is append-only; the same content comes again and must find its file gone or whole.


class Server(ThreadingMixIn, WSGIServer):
    """The pages of the installation in a child, on a door that its parent keeps open."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


def serve(door: socket.socket) -> None:
    server = Server(door.getsockname()[:2], Quiet, bind_and_activate=False)
    server.socket.close()
    server.socket = door
    server.server_name, server.server_port = "127.0.0.1", door.getsockname()[1]
    server.setup_environ()
    server.set_app(WSGIHandler())
    server.serve_forever(poll_interval=0.05)


def ask(port: int, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, dict[str, str]]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        line.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        answer.read()
        return answer.status, dict(answer.headers)
    finally:
        line.close()


def test_killed_at_moments_chosen_by_dice_while_a_client_sends(town_with_taker, vault_dir):
    dice = random.Random(20260304)
    sender = Sender(town_with_taker["lixuemei"])
    door = socket.create_server(("127.0.0.1", 0), backlog=64)
    port = door.getsockname()[1]
    kills = films = 0
    child = 0
    while kills < MOMENTS:
        film = video(400_000, films)
        films += 1
        path, acknowledged = "", 0
        while True:
            if not child:
                child = forked(lambda: serve(door))
            kill_at = time.monotonic() + (dice.uniform(0.0, WINDOW_SECONDS) if kills < MOMENTS else 60.0)
            try:
                path, acknowledged = send_until(port, sender, film, path, acknowledged, dice, kill_at)
            except Killing as killing:
                path, acknowledged = killing.path, killing.acknowledged
                os.kill(child, signal.SIGKILL)
                assert ended_by_kill(child)
                child, kills = 0, kills + 1
                continue
            break
    os.kill(child, signal.SIGKILL)
    ended_by_kill(child)
    door.close()
    settle()
    # A creation whose answer was lost is begun again: its first row waits, empty, until it expires.
    forgotten = Upload.objects.filter(state="receiving", offset_bytes=0)
    forgotten.update(expires_at=timezone.now())
    while sweeping.expire_unfinished(later()):
        pass
    Upload.objects.filter(state="lapsed").delete()
    everything_is_right_and_nothing_is_left(vault_dir, films)
    assert set(Blob.objects.values_list("sha256", flat=True)) == {hashlib.sha256(video(400_000, film)).hexdigest() for film in range(films)}


class Killing(Exception):
    """The moment has come: how far the client knows it is."""

    def __init__(self, path: str, acknowledged: int) -> None:
        self.path, self.acknowledged = path, acknowledged


def send_until(
    port: int, sender: Sender, film: bytes, path: str, acknowledged: int, dice: random.Random, kill_at: float
) -> tuple[str, int]:
    """Send a film over HTTP until it is whole; at the moment `kill_at` the server is to be killed, in the midst of a request."""
    from .conftest import told as metadata

    def in_time(method: str, where: str, body: bytes | None = None, **headers: str) -> dict[str, str]:
        """The answer of a request, unless the moment comes first."""
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=max(0.001, kill_at - time.monotonic()))
        try:
            line.request(method, where, body, sender.headers | {name.replace("_", "-"): value for name, value in headers.items()})
            answer = line.getresponse()
            answer.read()
        except (TimeoutError, OSError):
            raise Killing(path, acknowledged) from None
        finally:
            line.close()
        assert answer.status in (200, 201, 204, 409), answer.status
        return dict(answer.headers) | {"status": str(answer.status)}

    if not path:
        given = metadata(purpose="sample", filename="a.mp4", sha256=hashlib.sha256(film).hexdigest())
        path = in_time("POST", "/vault/uploads/", Upload_Length=str(len(film)), Upload_Metadata=given)["Location"]
    offset = int(in_time("HEAD", path)["Upload-Offset"])
    assert offset >= acknowledged, "an acknowledged byte was lost"
    acknowledged = offset
    while offset < len(film):
        size = dice.choice((1_000, 20_000, 150_000))
        answer = in_time("PATCH", path, film[offset : offset + size], Upload_Offset=str(offset), Content_Type=STREAM)
        if answer["status"] == "409":
            # A piece sent before the kill waited at the door, and was taken after we had asked: ask again, as a client is told to.
            offset = int(in_time("HEAD", path)["Upload-Offset"])
            assert offset > acknowledged, "refused although nobody else had sent anything"
        else:
            assert answer["status"] == "204"
            offset = int(answer["Upload-Offset"])
        acknowledged = offset
    return path, acknowledged
