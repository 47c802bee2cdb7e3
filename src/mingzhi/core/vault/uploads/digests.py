"""SHA-256 of what is being received, carried on from one request to the next while this process lives.

What another process received, or this one before it was killed, is read again from the file: the digest never decides from memory alone.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from pathlib import Path
from typing import Any

READ_BYTES = 1 << 20
#: States kept at once; each is some hundred bytes. The one used least recently goes first.
KEPT = 256

_guard = threading.Lock()
_kept: OrderedDict[str, tuple[int, Any]] = OrderedDict()


class Running:
    """The SHA-256 of the first `position` bytes of an upload."""

    def __init__(self, code: str, position: int) -> None:
        """Carried on from what was remembered at or before `position` bytes, else from nothing."""
        with _guard:
            at, state = _kept.pop(code, (0, None))
        if state is None or at > position:
            at, state = 0, hashlib.sha256()
        self._code = code
        self._state = state
        self.position = at

    def add(self, piece: bytes, offset: int) -> None:
        """Take the next bytes in; bytes that do not follow are left for `catch_up`."""
        if offset == self.position:
            self._state.update(piece)
            self.position += len(piece)

    def mark(self) -> tuple[int, Any]:
        """Something to come back to."""
        return self.position, self._state.copy()

    def back(self, mark: tuple[int, Any]) -> None:
        """Forget what came after `mark`."""
        self.position, self._state = mark[0], mark[1].copy()

    def catch_up(self, part: Path, size_bytes: int) -> str:
        """The digest in hex of the first `size_bytes`, reading from the file what was not seen."""
        with part.open("rb") as file:
            file.seek(self.position)
            while left := size_bytes - self.position:
                piece = file.read(min(READ_BYTES, left))
                if not piece:
                    raise EOFError(f"{part.name} ends at {self.position}, before {size_bytes}")
                self._state.update(piece)
                self.position += len(piece)
        return self._state.hexdigest()

    def remember(self) -> None:
        """Keep the state for the next request."""
        with _guard:
            _kept[self._code] = (self.position, self._state)
            _kept.move_to_end(self._code)
            while len(_kept) > KEPT:
                _kept.popitem(last=False)


def forget(code: str) -> None:
    """Drop what is remembered of an upload."""
    with _guard:
        _kept.pop(code, None)
