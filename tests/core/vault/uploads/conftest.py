"""A taker of uploads of its own, so that nothing here depends on what footage is; a sender who speaks tus."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from mingzhi.core.organs.keys import new_key
from mingzhi.core.organs.models import User
from mingzhi.core.vault import receiving
from mingzhi.core.vault.models import Blob, Upload
from mingzhi.core.vault.uploads import digests

PURPOSE = "sample"
STREAM = "application/offset+octet-stream"
#: A recording as short as one can be: the brand of its first box makes it MP4, whatever follows.
HEAD = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2"


@dataclass
class Taken:
    """What the taker took, and what it says when it should refuse."""

    uploads: list[tuple[str, str]] = field(default_factory=list)
    says: str = ""
    asked: list[receiving.Asked] = field(default_factory=list)
    admits: str | None = None


class GateShut(Exception):
    """An error of a higher folder that is a refusal."""


@pytest.fixture
def taken(monkeypatch) -> Iterator[Taken]:
    """The taker of the purpose `sample`."""
    monkeypatch.setattr(receiving, "_takers", {})
    seen = Taken()

    def admits(asked: receiving.Asked, at: datetime) -> str | None:
        seen.asked.append(asked)
        return seen.admits

    @receiving.takes(PURPOSE, admits=admits, refused=GateShut)
    def take(upload: Upload, blob: Blob, at: datetime) -> None:
        seen.uploads.append((upload.name, blob.sha256))
        if seen.says:
            raise GateShut(seen.says)

    yield seen


@pytest.fixture(autouse=True)
def nothing_remembered():
    """No digest of another test."""
    digests._kept.clear()


def video(size: int, seed: int = 0) -> bytes:
    """Bytes of a recording, different for every seed."""
    body = hashlib.shake_256(seed.to_bytes(4)).digest(max(0, size - len(HEAD)))
    return HEAD + body


def told(**values: str) -> str:
    """Upload-Metadata."""
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in values.items())


def checksum(content: bytes, algorithm: str = "sha1") -> str:
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, content).digest()).decode()}"


class Sender:
    """Somebody who sends by a bearer key, in the words of the protocol."""

    def __init__(self, person: User, scope: str = "upload") -> None:
        self.client = Client()
        self.key, secret = new_key(person, "执法记录仪 3 号", scope, timezone.now())
        self.headers = {"Authorization": f"Bearer {secret}", "Tus-Resumable": "1.0.0"}

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = STREAM, **headers: str | None) -> Any:
        given = self.headers | {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {name: value for name, value in given.items() if value is not None}
        return self.client.generic(method, path, body, content_type=kind, headers=sent, CONTENT_TYPE=kind)

    def begin(self, size: int | str, body: bytes = b"", **metadata: str) -> Any:
        return self.ask("POST", "/vault/uploads/", body, Upload_Length=str(size), Upload_Metadata=told(**{"purpose": PURPOSE} | metadata))

    def at(self, size: int, **metadata: str) -> str:
        """The address of a new upload."""
        answer = self.begin(size, **metadata)
        assert answer.status_code == 201, answer.content.decode()
        return answer["Location"]

    def patch(self, path: str, offset: int, body: bytes, **headers: str) -> Any:
        return self.ask("PATCH", path, body, Upload_Offset=str(offset), **headers)

    def offset(self, path: str) -> int:
        answer = self.ask("HEAD", path)
        assert answer.status_code == 200
        return int(answer["Upload-Offset"])

    def state(self, path: str) -> dict[str, Any]:
        return self.ask("GET", path).json()


@pytest.fixture
def sender(town, taken) -> Sender:
    return Sender(town["lixuemei"])
