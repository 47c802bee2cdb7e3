"""Plain values go their short way into rows and digests, and arrive as by the long one."""

from datetime import date

import pytest
from django.db import connection, models

from mingzhi.core.engine.columns import columns_of
from mingzhi.core.engine.digest import _plain, facts
from mingzhi.core.engine.models import Record
from mingzhi.core.engine.projection import kept_tables
from mingzhi.core.engine.rows import _values
from tests.cast import at

SAMPLES = {
    str: "某镇某村三组",
    int: 70_000,
    bool: True,
    date: at("2026-03-02 14:20").date(),
    type(at("2026-03-02 14:20")): at("2026-03-02 14:20"),
}

TABLES = [*kept_tables(), Record]


def filled(model: type[models.Model]) -> models.Model:
    """A row with a plain value in every column that has one."""
    return model(**{column.attname: SAMPLES[column.holds] for column in columns_of(model) if column.holds})


@pytest.mark.django_db
@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.label)
def test_a_plain_value_is_written_as_django_would_write_it(model):
    row, columns = filled(model), [column for column in columns_of(model) if column.holds]
    long_way = [column.field.get_db_prep_save(getattr(row, column.attname), connection) for column in columns]
    written = _values(row, columns, True, connection)
    assert written == long_way
    assert [type(value) for value in written] == [type(value) for value in long_way]


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.label)
def test_a_plain_value_is_digested_as_any_other(model):
    row = filled(model)
    assert facts(row) == {column.attname: _plain(column.field, getattr(row, column.attname)) for column in columns_of(model)}


@pytest.mark.django_db
def test_a_text_in_a_number_column_is_not_taken_for_plain():
    row = filled(Record)
    row.version = "12"
    as_text = facts(row)
    row.version = 12
    assert facts(row) == as_text
    assert 12 in _values(row, columns_of(Record), True, connection)
