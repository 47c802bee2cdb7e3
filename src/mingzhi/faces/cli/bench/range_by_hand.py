"""The floor of playback: a WSGI application that reads the range asked for out of one file and sends it. No person, no purpose, no record.

No part of the product; it exists so that the product can be compared with what the same server can do. `BENCH_FILE` names the file.
"""

from __future__ import annotations

import os
from typing import Any

FILE = "BENCH_FILE"


def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """One piece."""
    first, _, last = environ["HTTP_RANGE"].removeprefix("bytes=").partition("-")
    start, length = int(first), int(last) - int(first) + 1
    handle = os.open(os.environ[FILE], os.O_RDONLY)
    try:
        body, size = os.pread(handle, length, start), os.fstat(handle).st_size
    finally:
        os.close(handle)
    said = [
        ("Content-Type", "video/mp4"),
        ("Content-Length", str(len(body))),
        ("Content-Range", f"bytes {start}-{start + length - 1}/{size}"),
    ]
    start_response("206 Partial Content", said)
    return [body]
