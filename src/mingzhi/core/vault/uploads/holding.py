"""Who may write to an upload: its newest sender only.

After a network breaks, the old connection may live on for minutes while its client already sends again. So nobody waits for the old
one: the newcomer writes its token into a small file, and whoever finds another token there writes nothing more. The file is locked
only while bytes or the row are written, so that a sender whose client is silent holds nothing. Threads and processes alike.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from .refusals import Superseded, UploadRefused

_TOKEN_BYTES = 16
#: A write of one piece or one commit is all that anybody is kept waiting for; a disk that needs longer is asked again later.
PATIENCE_SECONDS = 30.0
_POLL_SECONDS = 0.01
LOCKED = 423


class Hold:
    """The right to write to one upload, from taking it until a newer one is taken. A context: its file is closed at the end."""

    def __init__(self, path: Path, patience_seconds: float = PATIENCE_SECONDS) -> None:
        """Take it, away from whoever has it. Raises UploadRefused (423) when a write does not end in time."""
        self._token = secrets.token_bytes(_TOKEN_BYTES)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            with self._locked(patience_seconds):
                os.pwrite(self._file, self._token, 0)
        except BaseException:
            os.close(self._file)
            raise

    def __enter__(self) -> Hold:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        os.close(self._file)

    @contextmanager
    def mine(self) -> Iterator[None]:
        """Write while nobody else can. Raises Superseded when the right has gone to somebody newer."""
        with self._locked(PATIENCE_SECONDS):
            if os.pread(self._file, _TOKEN_BYTES, 0) != self._token:
                raise Superseded
            yield

    @contextmanager
    def _locked(self, patience_seconds: float) -> Iterator[None]:
        until = time.monotonic() + patience_seconds
        while True:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise UploadRefused(LOCKED, "这份文件正在写入。请稍后继续上传。", Retry_After="5") from None
                time.sleep(_POLL_SECONDS)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)
