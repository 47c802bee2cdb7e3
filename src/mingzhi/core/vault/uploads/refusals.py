"""Why an upload is not received: each with its status of the protocol and a sentence for the person."""

from __future__ import annotations


class UploadRefused(Exception):
    """Something asked of an upload was not done. `status` as tus 1.0 and HTTP name it."""

    def __init__(self, status: int, sentence: str, **headers: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class Superseded(Exception):
    """Somebody else has begun to send this upload: what is still coming here is not written."""
