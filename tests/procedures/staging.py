"""States of matters that many tests start from: made once for a module by the real actions, and never committed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.procedures.house import Stages


@pytest.fixture
def db(request: pytest.FixtureRequest) -> None:
    """The database. A test on `stages` stands in the module's transaction and undoes its own doings."""
    if "stages" not in request.fixturenames:
        request.getfixturevalue("_django_db_helper")


@pytest.fixture(scope="module")
def stages_of_the_module(django_db_setup: Any, django_db_blocker: Any) -> Iterator[Stages]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield Stages()
        transaction.set_rollback(True)


@pytest.fixture
def stages(db: None, stages_of_the_module: Stages) -> Stages:
    """Every state by its name."""
    return stages_of_the_module
