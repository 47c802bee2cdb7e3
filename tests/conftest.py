"""Fixtures that every test may ask for."""

from collections.abc import Sequence

import pytest
from django.db import connection

from .append_only import flush_passes_the_append_only_triggers, triggers_suspended
from .browsing import browser
from .cast import Town, make_town
from .procedures.staging import stages_of_the_run

__all__ = ["browser", "flush_passes_the_append_only_triggers", "stages_of_the_run", "town", "triggers_suspended"]


@pytest.fixture
def town(db) -> Town:
    """石壕镇 with its people."""
    return make_town()


def touches_the_database(item: pytest.Item) -> bool:
    """Whether a test asks for a database, by a mark or by a fixture."""
    return item.get_closest_marker("django_db") is not None or bool({"db", "transactional_db"} & set(getattr(item, "fixturenames", ())))


#: Of the walks over all actions and states, which ask the same gates again and again, one in so many runs on PostgreSQL.
_ONE_IN = 4


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What stands on `stages` comes last, and of that the walks, for they make every state there is.

    On PostgreSQL only what asks for a database, and of the walks one in four: the rest runs on SQLite, and cannot come out differently.
    """
    items.sort(key=lambda item: ("stages_of_the_run" in getattr(item, "fixturenames", ()), item.get_closest_marker("walk") is not None))
    if connection.vendor != "postgresql":
        return
    walks = [item for item in items if item.get_closest_marker("walk")]
    spared = set(walks) - set(walks[::_ONE_IN])
    chosen: Sequence[pytest.Item] = [item for item in items if touches_the_database(item) and item not in spared]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
    items[:] = chosen
