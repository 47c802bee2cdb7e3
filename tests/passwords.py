"""Passwords in tests: hashed by the product's algorithm with hardly any work, for a town has dozens of people and each hash takes as
long as a page. What strength an installation uses stands in its settings, and every process that a test starts uses that one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher


@pytest.fixture(scope="session", autouse=True)
def passwords_are_hashed_at_once() -> Iterator[None]:
    """The least work that Argon2 takes: one pass over eight kibibytes, by one lane."""
    with pytest.MonkeyPatch.context() as patch:
        for name, least in {"time_cost": 1, "memory_cost": 8, "parallelism": 1}.items():
            patch.setattr(Argon2PasswordHasher, name, least)
        yield
