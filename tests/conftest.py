"""Fixtures that every test may ask for."""

import pytest

from .append_only import flush_passes_the_append_only_triggers, triggers_suspended
from .browsing import browser
from .cast import Town, make_town

__all__ = ["browser", "flush_passes_the_append_only_triggers", "town", "triggers_suspended"]


@pytest.fixture
def town(db) -> Town:
    """石壕镇 with its people."""
    return make_town()
