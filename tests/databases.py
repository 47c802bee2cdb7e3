"""Which tests ask for a database, and which are worth asking of two."""

from __future__ import annotations

import pytest


def touches_the_database(item: pytest.Item) -> bool:
    """Whether a test asks for a database, by a mark or by a fixture."""
    return item.get_closest_marker("django_db") is not None or bool({"db", "transactional_db"} & set(getattr(item, "fixturenames", ())))


def differs_by_database(item: pytest.Item) -> bool:
    """Whether a test is worth asking of the second database too."""
    return touches_the_database(item) and item.get_closest_marker("once") is None
