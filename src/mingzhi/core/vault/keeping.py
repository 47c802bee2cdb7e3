"""The keeper's door: how a web process that may not write the vault has a plain file kept, over a Unix socket.

The keeper asks the kernel whose process speaks, takes bytes and a name, and answers with what it kept or why not. It keeps and does
nothing else: no reading, no changing, no removing can be asked for here. One exchange for each connection:

    4 bytes length, JSON {"name", "limit_bytes"}; pieces of 4 bytes length and content, the last one empty
    4 bytes length, JSON {"kept": {...}} or {"refused": name of the error, "sentence"}
"""

from __future__ import annotations

import json
import logging
import os
import pwd
import socket
import struct
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import errors
from .errors import FileRefused, VaultError

PIECE_BYTES = 1 << 20
#: A web process that says nothing for so long is gone.
SILENCE_SECONDS = 60.0
_LENGTH = struct.Struct(">I")
_CREDENTIALS = struct.Struct("3i")

Keep = Callable[[Any, str, int], dict[str, Any]]
log = logging.getLogger(__name__)


def ask(door: Path, source: Any, name: str, limit_bytes: int) -> dict[str, Any]:
    """What the keeper at `door` kept of `source`: sha256, sm3, size_bytes, media_type, width_px, height_px.

    Raises FileRefused in one of its kinds, VaultDamaged, or VaultError when no keeper answers.
    """
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(SILENCE_SECONDS)
            line.connect(str(door))
            try:
                _say(line, {"name": name, "limit_bytes": limit_bytes})
                while piece := source.read(PIECE_BYTES):
                    line.sendall(_LENGTH.pack(len(piece)) + piece)
                line.sendall(_LENGTH.pack(0))
            except (BrokenPipeError, ConnectionResetError):
                pass  # It has refused before the end, and says why.
            answer = _heard(line)
    except OSError as problem:
        raise VaultError("文件库的保管进程没有应答，文件没有收下。请稍后再试；仍不行请报告系统管理员。") from problem
    if "kept" in answer:
        return answer["kept"]
    kind = getattr(errors, answer["refused"], VaultError)
    raise kind(answer["sentence"])


class Door:
    """The keeper's side: listens until closed, each exchange in a thread of its own."""

    def __init__(self, path: Path, keep: Keep, admitted: frozenset[int]) -> None:
        """Open the door at `path` for processes of the users `admitted`; `keep(source, name, limit_bytes)` does the work."""
        self._path, self._keep, self._admitted = path, keep, admitted
        path.unlink(missing_ok=True)
        self._line = socket.socket(socket.AF_UNIX)
        self._line.bind(str(path))
        # Whoever can reach its directory may knock; who is let in is decided by the kernel's word for each connection.
        path.chmod(0o666)
        self._line.listen(64)
        threading.Thread(target=self._open, daemon=True, name="keeper").start()

    def close(self) -> None:
        """Let nobody in any more."""
        self._line.close()
        self._path.unlink(missing_ok=True)

    def _open(self) -> None:
        while True:
            try:
                line, _ = self._line.accept()
            except OSError:
                return
            threading.Thread(target=self._exchange, args=(line,), daemon=True).start()

    def _exchange(self, line: socket.socket) -> None:
        with line:
            line.settimeout(SILENCE_SECONDS)
            try:
                user = peer(line)
                if user not in self._admitted:
                    log.warning("a process of user %d knocked at the keeper's door and was not let in", user)
                    _say(line, {"refused": "VaultError", "sentence": "当前系统用户不能向文件库存入文件。请联系系统管理员。"})
                    return
                asked = _heard(line)
                _say(line, self._answer(_Pieces(line), asked))
            except (OSError, ValueError, KeyError):
                log.warning("an exchange at the keeper's door broke off", exc_info=True)

    def _answer(self, source: _Pieces, asked: dict[str, Any]) -> dict[str, Any]:
        try:
            return {"kept": self._keep(source, str(asked["name"]), int(asked["limit_bytes"]))}
        except VaultError as refused:
            if not isinstance(refused, FileRefused):
                log.critical("the vault could not keep a file: %s", refused)
            return {"refused": type(refused).__name__, "sentence": str(refused)}


def peer(line: socket.socket) -> int:
    """The user of the process at the other end, as the kernel knows it."""
    credentials = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    return _CREDENTIALS.unpack(credentials)[1]


def admitted(web_user: str) -> frozenset[int]:
    """Whom the keeper lets in: its own user, and that of the web process. Raises ValueError for one there is not."""
    return frozenset({os.geteuid()} | ({user_number(web_user)} if web_user else set()))


def user_number(user: str) -> int:
    """The number of a user of this machine, given by name or number. Raises ValueError for one there is not."""
    try:
        return int(user) if user.isdecimal() else pwd.getpwnam(user).pw_uid
    except KeyError:
        raise ValueError(f"本机没有用户 {user}。请核对 MINGZHI_WEB_USER。") from None


class _Pieces:
    """The content of one exchange, as something to read from."""

    def __init__(self, line: socket.socket) -> None:
        self._line, self._left, self._over = line, 0, False

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end."""
        if not self._left and not self._over:
            (self._left,) = _LENGTH.unpack(_exactly(self._line, _LENGTH.size))
            self._over = self._left == 0
        if self._over:
            return b""
        piece = self._line.recv(min(size, self._left))
        if not piece:
            raise ConnectionResetError("the web process went away in the midst of a file")
        self._left -= len(piece)
        return piece


def _say(line: socket.socket, value: dict[str, Any]) -> None:
    said = json.dumps(value).encode()
    line.sendall(_LENGTH.pack(len(said)) + said)


def _heard(line: socket.socket) -> dict[str, Any]:
    (length,) = _LENGTH.unpack(_exactly(line, _LENGTH.size))
    if length > PIECE_BYTES:
        raise ValueError(f"a message of {length} bytes")
    return json.loads(_exactly(line, length))


def _exactly(line: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        piece = line.recv(size - len(found))
        if not piece:
            raise ConnectionResetError("the other end went away")
        found += piece
    return found
