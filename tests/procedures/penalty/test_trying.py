"""What the walks go by when they say that a refusal left nothing."""

from __future__ import annotations

import pytest
from django.db import transaction

from mingzhi.core.organs.models import Authority

from .trying import left_behind, undone

TABLE = Authority._meta.db_table


def change() -> None:
    Authority.objects.update(phone="023-00000000")


@pytest.mark.django_db
def test_reading_leaves_nothing_and_writing_is_seen():
    with left_behind() as left:
        list(Authority.objects.all())
        assert left.tables == []
        change()
    assert left.tables == [TABLE]


@pytest.mark.django_db
def test_what_was_rolled_back_is_not_left_and_what_was_written_around_it_is():
    with left_behind() as left, transaction.atomic():
        with undone():
            change()
            with transaction.atomic():
                change()
        assert left.tables == []
        change()
        with undone():
            change()
        with transaction.atomic():
            change()
    assert left.tables == [TABLE, TABLE]
