"""Fixtures that every test may ask for."""

from collections.abc import Sequence

import pytest
from django.db import connection

from .append_only import flush_passes_the_append_only_triggers, triggers_suspended
from .browsing import browser
from .cast import Town, make_town
from .printing import _papers_as_the_test_reads_them, printer
from .procedures.staging import stages_of_the_run

__all__ = [
    "_papers_as_the_test_reads_them",
    "browser",
    "flush_passes_the_append_only_triggers",
    "printer",
    "stages_of_the_run",
    "town",
    "triggers_suspended",
]


@pytest.fixture
def town(db) -> Town:
    """石壕镇 with its people."""
    return make_town()


def touches_the_database(item: pytest.Item) -> bool:
    """Whether a test asks for a database, by a mark or by a fixture."""
    return item.get_closest_marker("django_db") is not None or bool({"db", "transactional_db"} & set(getattr(item, "fixturenames", ())))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`tools/test` lets several runs share the walks, which take long and come out the same on either database."""
    parser.addoption(
        "--walks", default="0/1", help="which of the walks: none, or numbers of a count: 0,2/4 is the first and third of every four"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What stands on `stages` comes last, and of that the walks, for they make every state there is.

    On PostgreSQL only what asks for a database: the rest runs on SQLite, and cannot come out differently.
    """
    items.sort(key=lambda item: ("stages_of_the_run" in getattr(item, "fixturenames", ()), item.get_closest_marker("walk") is not None))
    walks = [item for item in items if item.get_closest_marker("walk")]
    left = set(walks) - set(_share(walks, config.getoption("--walks")))
    if connection.vendor == "postgresql":
        left |= {item for item in items if not touches_the_database(item)}
    config.hook.pytest_deselected(items=[item for item in items if item in left])
    items[:] = [item for item in items if item not in left]


def _share(walks: Sequence[pytest.Item], share: str) -> list[pytest.Item]:
    """The walks of a share: “none”, or “0,2/4” for the first and third of every four."""
    if share == "none":
        return []
    numbers, _, count = share.partition("/")
    return [walk for number in numbers.split(",") for walk in walks[int(number) :: int(count)]]
