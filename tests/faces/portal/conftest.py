"""A town as its citizens see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.cast import Town
from tests.procedures.staging import db, stages

__all__ = ["db", "stages"]

ROOT = "/t/500110112/"
#: Every public page of the town, by what stands after its address.
PLACES = (
    "", "search?q=李雪梅", "officers", "badge", "badge/不存在", "powers", "powers?kind=statutory", "powers/法定-001", "courses", "courses/summary",
    "courses/seizure", "bulletins", "bulletins?topic=sampling", "help", "screen", "board",
    "officers?look=contrast-large",
)  # fmt: skip

#: What is no page, but is kept and sent as one.
FILES = (
    "files/decisions.csv", "files/decisions.json", "files/officers.csv", "files/officers.json", "files/powers.csv", "files/powers.json",
    "files/bulletins.csv", "files/bulletins.json", "feed.atom", "sitemap.xml",
)  # fmt: skip


@pytest.fixture
def read(town: Town) -> Callable[[str], str]:
    """The text of a page of the town's site, which must be there."""

    def page(place: str, **asked: str) -> str:
        response = Client().get(ROOT + place, asked)
        assert response.status_code == 200
        return response.content.decode()

    return page
