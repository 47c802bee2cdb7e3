"""Inside a passing installation: what the keeper serves, with a taker that only takes, so that receiving alone is measured."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

PURPOSE = "bench"
SERVED = "mingzhi.faces.cli.bench.uploads_served:application"


def application(environ: dict[str, Any], start_response: Any) -> Any:
    """The keeper's application."""
    return _keeper()(environ, start_response)


@cache
def _keeper() -> Any:
    """Made at the first request: settings are read in the process that serves."""
    made = import_module("mingzhi.config.keeper").application
    _register()
    return made


def _register() -> None:
    from mingzhi.core.vault import receiving
    from mingzhi.core.vault.models import Blob, Upload

    @receiving.takes(PURPOSE)
    def take(upload: Upload, blob: Blob, at: datetime) -> None:
        """Taken, and nothing more."""


def upload_key() -> str:
    """A bearer key of the town's officer, for uploads."""
    from django.utils import timezone

    from mingzhi.core.organs.keys import new_key
    from mingzhi.core.organs.models import User

    from .town import ACCOUNT

    return new_key(User.objects.get(username=ACCOUNT), "bench", "upload", timezone.now())[1]


def serve_on(port: int) -> None:
    """Serve uploads on loopback until told to stop, as `mingzhi keeper` does."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from mingzhi.faces.cli.serving import KEEPER_THREADS

    Granian(
        SERVED,
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=KEEPER_THREADS,
        websockets=False,
        log_level=LogLevels.error,
    ).serve()


def metadata(sha256: str) -> str:
    """Upload-Metadata of the measured file."""
    from base64 import b64encode

    told = {"purpose": PURPOSE, "filename": "bench.mp4", "sha256": sha256}
    return ",".join(f"{key} {b64encode(value.encode()).decode()}" for key, value in told.items())


def state(answer: bytes) -> str:
    """What the answer about an upload says has become of it."""
    return json.loads(answer)["state"]


def written_bytes(process: int) -> int:
    """What the kernel sent to disks for a process and its children, by /proc."""
    return sum(_number(each, "io", "write_bytes") for each in _tree(process))


def peak_bytes(process: int) -> int:
    """The most memory that any process of a tree had resident."""
    return max(_number(each, "status", "VmHWM") for each in _tree(process)) * 1024


def _tree(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [process, *(found for child in children for found in _tree(int(child)))]


def _number(process: int, file: str, name: str) -> int:
    for line in Path(f"/proc/{process}/{file}").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    return 0
