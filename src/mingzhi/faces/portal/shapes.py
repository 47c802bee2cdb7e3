"""What the public pages are given: frozen values, every word already decided by the view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class CheckPage:
    """Public answer about one document. state: genuine, voided, unknown (no such paper) or empty to ask.

    number and digits repeat what was asked; nothing of the paper's content is here, only what its foot shows.
    """

    town: str
    state: Literal["genuine", "voided", "unknown", ""]
    number: str = ""
    title: str = ""
    made_on: date | None = None
    voided_on: date | None = None
    sha256: str = ""
    sm3: str = ""
    issuer: str = ""
    phone: str = ""
    asked_number: str = ""
    asked_digits: str = ""
    problem: str = ""
