"""States of matters that many tests start from: made once for all by the real actions, and never committed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.procedures.house import Stages


@pytest.fixture
def db(request: pytest.FixtureRequest) -> None:
    """The database. A test on `stages` stands in their transaction and undoes its own doings."""
    if "stages" not in request.fixturenames:
        request.getfixturevalue("_django_db_helper")


@pytest.fixture(scope="session")
def stages_of_the_run(django_db_setup: Any, django_db_blocker: Any) -> Iterator[Stages]:
    """One transaction for every test on `stages`. They run after all others (`tests/conftest.py`), which know nothing of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Stages()
        transaction.set_rollback(True)


@pytest.fixture
def stages(db: None, stages_of_the_run: Stages) -> Stages:
    """Every state by its name."""
    return stages_of_the_run
