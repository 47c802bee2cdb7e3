"""What every test of law needs: the published calendar, and identity numbers that belong to nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from mingzhi.law.identifiers import citizen_check
from mingzhi.law.workdays import Calendar

NOBODYS_AREA = "500399"


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return Calendar.published()


@pytest.fixture(scope="session")
def valid_test_id() -> Callable[..., str]:
    """A well-formed number under an area code that was never given out."""

    def made(birth: date, seq: int = 1, area: str = NOBODYS_AREA) -> str:
        body = f"{area}{birth:%Y%m%d}{seq:03d}"
        return body + citizen_check(body)

    return made
