"""Inside a passing installation: a viewing that is open, with the address and cookies of its player, and what one piece costs in Python."""

from __future__ import annotations

import io
import os
import statistics
import time
from importlib import import_module
from typing import Any

BY_HAND = "mingzhi.faces.cli.bench.range_by_hand:application"
SESSION = "a-session-of-the-measurement-0001"
CODE = "viewing-of-the-bench"
SLICES, CALLS = 20, 100
_HOURS = 24 * 3600


def open_viewing(film: str) -> dict[str, str]:
    """The film in the vault and a viewing of it: its path, the cookies of its player, where the object lies."""
    from pathlib import Path

    from django.conf import settings
    from django.urls import reverse

    from mingzhi.core import vault
    from mingzhi.regulations.footage import spans, tokens

    with Path(film).open("rb") as file:
        blob = vault.put(file, declared_name="bench.mp4", limit_bytes=Path(film).stat().st_size)
    spans.begin(CODE)
    token = tokens.made(
        CODE, 1, SESSION, sha256=blob.sha256, size=blob.size_bytes, media_type=blob.media_type, expires=int(time.time()) + _HOURS
    )
    cookie = f"{settings.SESSION_COOKIE_NAME}={SESSION}; viewing={token}"
    return {"path": reverse("desk:play_content", args=[CODE]), "cookie": cookie, "object": str(vault.path(blob))}


def piece_ms(path: str, cookie: str) -> float:
    """Processor time of one piece of one byte through the whole application, in ms: the median of slices."""
    application = import_module("mingzhi.config.wsgi").application
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "HTTP_HOST": "127.0.0.1",
        "HTTP_COOKIE": cookie, "HTTP_RANGE": "bytes=7-7", "wsgi.input": io.BytesIO(), "wsgi.url_scheme": "http",
    }  # fmt: skip
    took = []
    for _ in range(SLICES):
        began = time.process_time()
        for _ in range(CALLS):
            _asked(application, environ)
        took.append((time.process_time() - began) / CALLS * 1000)
    return statistics.median(took[1:])


def _asked(application: Any, environ: dict[str, Any]) -> None:
    said: list[str] = []
    answer = application(dict(environ), lambda status, headers: said.append(status))
    b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    if not said[0].startswith("206"):
        raise RuntimeError(f"播放的一段返回 {said[0]}。")


def serve_on(port: int, film: str) -> None:
    """Serve ranges of a film by hand, under the settings of the product."""
    from .range_by_hand import FILE
    from .serving import serve_application

    os.environ[FILE] = film
    serve_application(BY_HAND, port)
