"""Originals out of the web process's reach: it may have files kept, and can change none. Forks with two users; needs root."""

from __future__ import annotations

import io
import json
import os
import shutil
import socket
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mingzhi.core.vault import keeping, protection, storage
from mingzhi.core.vault.errors import FileTooLarge, UnknownKind, VaultError

from .conftest import SAMPLES

KEEPER, WEB, STRANGER = 65_501, 65_502, 65_503
PDF = SAMPLES["责令改正.pdf"][0]
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="two users can only be had by root: the attacks of a web process were not tried")


def as_user(user: int, work: Callable[[], Any]) -> Any:
    """What `work` gives (as JSON) in a fork of this user."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
            said = json.dumps(work())
        except BaseException as problem:
            said = json.dumps(f"{type(problem).__name__}: {problem}")
        os.write(into, said.encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return json.loads(said)


@pytest.fixture
def place(settings) -> Iterator[Path]:
    """A directory that everybody may enter, only root writes, with a vault of the keeper's."""
    made = Path(tempfile.mkdtemp(prefix="mingzhi-vault-"))
    made.chmod(0o755)
    for name in ("vault", "door"):
        (made / name).mkdir(mode=0o755)
        os.chown(made / name, KEEPER, KEEPER)
    settings.VAULT_DIR, settings.KEEPER_SOCKET, settings.WEB_USER = made / "vault", made / "door" / "keeper.sock", str(WEB)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def keeper(place: Path, settings) -> Iterator[None]:
    """The keeper's process, with its door open."""
    ready, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.setgroups([])
        os.setgid(KEEPER)
        os.setuid(KEEPER)
        keeping.Door(settings.KEEPER_SOCKET, storage.lay, keeping.admitted(settings.WEB_USER))
        os.write(said, b"x")
        while True:
            time.sleep(60)
    os.read(ready, 1)
    yield
    os.kill(child, 9)
    os.waitpid(child, 0)


def put() -> dict[str, Any]:
    from django.conf import settings

    assert not storage.writable()
    return keeping.ask(settings.KEEPER_SOCKET, io.BytesIO(PDF), "a.pdf", 1 << 20)


@needs_root
def test_the_web_process_has_a_file_kept_and_can_read_it(place, keeper):
    kept = as_user(WEB, put)
    assert (kept["media_type"], kept["size_bytes"]) == ("application/pdf", len(PDF))
    original = place / "vault" / "sha256" / kept["sha256"][:2] / kept["sha256"][2:4] / kept["sha256"]
    assert (original.stat().st_uid, stat.S_IMODE(original.stat().st_mode)) == (KEEPER, 0o444)
    assert as_user(WEB, lambda: original.read_bytes() == PDF) is True


ATTACKS: dict[str, Callable[[Path, Path], Any]] = {
    "unlink": lambda original, own: original.unlink(),
    "overwrite": lambda original, own: original.write_bytes(b"other"),
    "truncate": lambda original, own: os.truncate(original, 0),
    "chmod": lambda original, own: original.chmod(0o666),
    "rename": lambda original, own: original.rename(own / "taken"),
    "rename over it": lambda original, own: (own / "other").replace(original),
    "link-swap": lambda original, own: (original.unlink(missing_ok=True), original.symlink_to(own / "other")),
    "swap its directory": lambda original, own: original.parent.rename(original.parent.with_name("gone")),
    "swap the vault": lambda original, own: original.parents[3].rename(original.parents[4] / "gone"),
    "new file beside it": lambda original, own: original.with_name("f" * 64).write_bytes(b"planted"),
}


@needs_root
@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_of_the_web_process_on_an_original_works(place, keeper, attack):
    kept = as_user(WEB, put)
    original = place / "vault" / "sha256" / kept["sha256"][:2] / kept["sha256"][2:4] / kept["sha256"]
    own = place / "web"
    own.mkdir()
    (own / "other").write_bytes(b"other")
    os.chown(own, WEB, WEB)
    os.chown(own / "other", WEB, WEB)
    answer = as_user(WEB, lambda: str(ATTACKS[attack](original, own)))
    assert answer.startswith(("PermissionError", "OSError")), answer
    assert original.read_bytes() == PDF
    assert not original.is_symlink()
    assert stat.S_IMODE(original.stat().st_mode) == 0o444
    # The same attack succeeds for the keeper itself: what stops it is the user, not a mistake in the test.
    if attack in ("unlink", "rename", "swap its directory"):
        os.chown(own, KEEPER, KEEPER)
        assert not as_user(KEEPER, lambda: str(ATTACKS[attack](original, own))).startswith("PermissionError")


@needs_root
def test_a_stranger_is_not_let_in(place, keeper):
    assert "不能向文件库存入" in as_user(STRANGER, put)


@needs_root
def test_what_the_keeper_refuses_the_web_process_hears_as_its_own_refusal(place, keeper, settings):
    def refused(content: bytes, limit: int) -> str:
        try:
            keeping.ask(settings.KEEPER_SOCKET, io.BytesIO(content), "a.pdf", limit)
        except UnknownKind as error:
            return f"unknown {error}"
        except FileTooLarge as error:
            return f"large {error}"
        return ""

    assert as_user(WEB, lambda: refused(b"MZ" + bytes(50), 1 << 20)).startswith("unknown 不收这类文件")
    assert as_user(WEB, lambda: refused(PDF + bytes(5 << 20), 1 << 20)).startswith("large 文件超过 1 MiB")
    assert [file for file in (place / "vault").rglob("*") if file.is_file()] == []


@needs_root
def test_the_installation_says_whether_originals_are_out_of_reach(place, settings):
    found = protection.look()
    assert (found.two_users, found.keeper, found.weak) == (True, str(KEEPER), ())
    (place / "vault").chmod(0o777)
    assert any("vault 可由网页进程的用户改动" in sentence for sentence in protection.look().weak)
    (place / "vault").chmod(0o755)
    os.chown(place, WEB, WEB)
    assert len(protection.look().weak) == 1
    settings.WEB_USER = "nobody-of-this-name"
    assert "没有用户" in protection.look().weak[0]
    settings.KEEPER_SOCKET = None
    assert protection.look().two_users is False


def test_without_a_keeper_at_the_door_it_is_said_in_words(tmp_path):
    with pytest.raises(VaultError, match="没有应答"):
        keeping.ask(tmp_path / "no.sock", io.BytesIO(PDF), "a.pdf", 1 << 20)


def test_the_kernel_tells_who_knocks():
    here, there = socket.socketpair(socket.AF_UNIX)
    with here, there:
        assert keeping.peer(here) == os.geteuid()


@pytest.mark.django_db
def test_a_file_put_where_the_vault_may_not_be_written_goes_through_the_door(settings, tmp_path, monkeypatch):
    settings.KEEPER_SOCKET = tmp_path / "keeper.sock"
    door = keeping.Door(settings.KEEPER_SOCKET, storage.lay, keeping.admitted(""))
    monkeypatch.setattr(storage, "writable", lambda: False)
    try:
        blob = storage.put(PDF, declared_name="a.pdf")
    finally:
        door.close()
    storage.check(blob)
    with pytest.raises(VaultError, match="没有应答"):
        storage.put(PDF, declared_name="a.pdf")
