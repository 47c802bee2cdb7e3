"""Two towns with a ledger each, and a short way to append to it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import transaction

from mingzhi.core import ledger
from mingzhi.core.organs.models import Authority

AT = datetime(2026, 3, 2, 6, 30, 15, 123456, tzinfo=UTC)


@pytest.fixture
def district(db) -> Authority:
    return Authority.objects.create(code="500399", kind="district", region="500399", name="某区人民政府", place="某区", word="某府")


@pytest.fixture
def town(district) -> Authority:
    return Authority.objects.create(
        code="500399-a", kind="town", parent=district, region="500399.1", name="甲镇人民政府", place="甲镇", word="甲府"
    )


@pytest.fixture
def other_town(district) -> Authority:
    return Authority.objects.create(
        code="500399-b", kind="town", parent=district, region="500399.2", name="乙镇人民政府", place="乙镇", word="乙府"
    )


@pytest.fixture
def write():
    """Append one entry in a transaction of its own; every part may be given."""

    def append(authority, event_id=None, **given) -> ledger.Entry:
        parts = {
            "kind": "penalty.decide",
            "at": AT,
            "actor": {"id": "u1", "role": "officer", "session": "s1"},
            "obj": "matter:1",
            "case": "matter:1",
            "facts": {"version": 4},
            "private": {"party": "张某某"},
        }
        with transaction.atomic():
            return ledger.append(authority, event_id=event_id, **(parts | given))

    return append
