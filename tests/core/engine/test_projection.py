"""No state without its record, no record without its state: whatever is changed behind the engine is found and named."""

import pytest
from django.db import connection

from mingzhi.core.ledger import verify
from tests.cast import Town

from .test_perform import registered


def differences() -> list[str]:
    return [str(row) for row in verify().differences]


def test_an_untouched_town_verifies(town: Town):
    registered(town)
    assert differences() == []


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE engine_matter SET stage = 'not_filed'", "clue.clue/"),
        ("UPDATE clue_clue SET content = '改过'", "clue.clue/"),
        ("UPDATE clue_informant SET contact = '13900000008'", "clue.informant/"),
        ("DELETE FROM clue_informant", "该行被删除"),
        ("UPDATE engine_deadline SET due_at = '2030-01-01 00:00:00+00:00'", "engine.deadline/"),
        ("DELETE FROM engine_handler", "该行被删除"),
    ],
)
def test_a_row_changed_by_hand_is_named(town: Town, statement: str, named: str):
    registered(town, informant_name="郑大山", informant_contact="13900000009")
    with connection.cursor() as cursor:
        cursor.execute(statement)
    assert any(named in sentence for sentence in differences())


def test_a_row_put_in_by_hand_is_named(town: Town):
    from mingzhi.procedures.clue.models import Informant

    clue = registered(town)
    Informant.objects.create(matter=clue, name="某人", contact="0")
    assert any("没有任何办理记录" in sentence for sentence in differences())
