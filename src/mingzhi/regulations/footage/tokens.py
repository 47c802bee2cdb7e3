"""The token of one viewing: good for one person, one session and one content, two minutes at a time. Serves 全过程记录制度 18.

The address of a viewing is worth nothing without it; the page renews it while somebody watches. It says all that sending needs, so that
no database is asked for every piece.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from dataclasses import dataclass
from functools import cache

from django.conf import settings

#: What a token says, in order; none of it contains the separator.
_PARTS = 6
_SEPARATOR = "."


@dataclass(frozen=True, slots=True)
class Pass:
    """What a valid token lets out: the content of one viewing, to one person."""

    code: str
    person_id: int
    expires: int
    sha256: str
    size: int
    media_type: str


@cache
def _key(secret: str) -> bytes:
    return hashlib.sha256(b"mingzhi.footage.viewing\x00" + secret.encode()).digest()


def _mark(said: str, session: str) -> str:
    return hmac.new(_key(settings.SECRET_KEY), f"{said}\x00{session}".encode(), hashlib.sha256).hexdigest()


def made(code: str, person_id: int, session: str, *, sha256: str, size: int, media_type: str, expires: int) -> str:
    """A token until `expires` (seconds of the epoch) for this session key."""
    said = _SEPARATOR.join((code, str(person_id), str(expires), sha256, str(size), media_type.replace(".", "~")))
    return f"{said}{_SEPARATOR}{_mark(said, session)}"


def read(token: str, code: str, session: str, now: float | None = None) -> Pass | None:
    """What a token lets out now, None for one that is forged, over, of another session or of another viewing."""
    said, _, mark = token.rpartition(_SEPARATOR)
    if not session or not hmac.compare_digest(mark.encode(), _mark(said, session).encode()):
        return None
    parts = said.split(_SEPARATOR)
    if len(parts) != _PARTS or parts[0] != code or int(parts[2]) <= (time.time() if now is None else now):
        return None
    return Pass(parts[0], int(parts[1]), int(parts[2]), parts[3], int(parts[4]), parts[5].replace("~", "."))
