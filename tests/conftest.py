"""Fixtures that every test may ask for."""

import gc

import pytest
from django.db import connection

from .append_only import flush_passes_the_append_only_triggers, triggers_suspended
from .browsing import browser
from .cast import Town, make_town
from .databases import differs_by_database
from .passwords import passwords_are_hashed_at_once
from .printing import _papers_as_the_test_reads_them, printer
from .procedures.staging import stages_of_the_run

__all__ = [
    "_papers_as_the_test_reads_them",
    "browser",
    "flush_passes_the_append_only_triggers",
    "passwords_are_hashed_at_once",
    "printer",
    "stages_of_the_run",
    "town",
    "triggers_suspended",
]


@pytest.fixture
def town(db) -> Town:
    """石壕镇 with its people."""
    return make_town()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What stands on `stages` comes last, and of that the walks, for they make every state there is.

    On PostgreSQL only what asks for a database and has no mark `once`: the rest runs on SQLite, and cannot come out differently.
    """
    items.sort(key=lambda item: ("stages_of_the_run" in getattr(item, "fixturenames", ()), item.get_closest_marker("walk") is not None))
    if connection.vendor == "postgresql":
        config.hook.pytest_deselected(items=[item for item in items if not differs_by_database(item)])
        items[:] = [item for item in items if differs_by_database(item)]


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end of the run: the collector need not walk over it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
