"""The WSGI application of the keeper: uploads and nothing else, because its user may write the vault."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .wsgi import application as pages

UPLOADS = "/vault/uploads/"


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """What is under /vault/uploads/; every other address is not here."""
    if environ.get("PATH_INFO", "").startswith(UPLOADS):
        return pages(environ, start_response)
    start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
    return ["这里只接收上传。\n".encode()]
