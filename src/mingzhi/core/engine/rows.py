"""Rows into the database by statements made once for each table: what `save()` does, without building it anew each time.

Only the engine writes rows, and only here and where it deletes drafts. No signals are sent; nobody listens to any.
"""

from __future__ import annotations

import copy
from collections.abc import Collection
from datetime import date, datetime
from functools import cache
from typing import Any, cast

from django.db import DatabaseError, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from mingzhi.core.organs.statements import execute

from .columns import Column, columns_of


@cache
def _columns(model: type[Model]) -> tuple[Column, ...]:
    """The columns of the model's own table that are written."""
    own = set(model._meta.local_concrete_fields)
    return tuple(column for column in columns_of(model) if column.field in own and not column.field.primary_key)


@cache
def _links(model: type[Model]) -> tuple[models.ForeignKey, ...]:
    return tuple(field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey))


@cache
def _parent(model: type[Model]) -> type[Model] | None:
    """The table whose row comes first, for a kind of matter."""
    parents = list(model._meta.parents)
    return parents[0] if parents else None


@cache
def _insertion(model: type[Model], vendor: str) -> str:
    quote = transaction.get_connection().ops.quote_name
    columns = _columns(model)
    names = ", ".join(quote(column.field.column) for column in columns)
    marks = ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks}) RETURNING {quote(model._meta.pk.column)}"


@cache
def _update(model: type[Model], names: tuple[str, ...], vendor: str) -> str:
    """names: the `attname` of every column that is written."""
    quote = transaction.get_connection().ops.quote_name
    marks = ", ".join(f"{quote(column.field.column)} = %s" for column in _columns(model) if column.attname in names)
    return f"UPDATE {quote(model._meta.db_table)} SET {marks} WHERE {quote(model._meta.pk.column)} = %s"


def keep(row: Model, before: dict[str, Any] | None = None) -> None:
    """Write a row: insert a new one and give it its id, write an old one over.

    before: what `remembered` said of it; then only columns that have changed since are written.
    Raises IntegrityError as `save()` does, and DatabaseError when an old row is not there any more.
    """
    _settle_links(row)
    if row._state.adding and row.pk is None and not _is_child(row):
        _insert(row)
    elif row._state.adding:
        row.save()  # a kind of matter, or a row given its id beforehand: rare, and Django knows how
    else:
        _write_over(row, before)


def remembered(row: Model) -> dict[str, Any]:
    """The values of a row as they are now, against which `keep` compares later."""
    values = row.__dict__
    return {
        # What a list or dict holds may be changed in place; an empty one is not worth a deep copy.
        column.attname: (copy.deepcopy(value) if value else value.copy())
        if isinstance(value := values[column.attname], list | dict)
        else value
        for column in columns_of(type(row))
    }


def _is_child(row: Model) -> bool:
    return _parent(type(row)) is not None


def _settle_links(row: Model) -> None:
    """Take over the ids of rows that were linked before they had one. Raises ValueError for a link to an unsaved row."""
    for link in _links(type(row)):
        other = row.__dict__["_state"].fields_cache.get(link.name)
        if other is None:
            continue
        if other.pk is None:
            raise ValueError(f"{row._meta.label}.{link.name} is linked to a row that is not kept yet")
        if getattr(row, link.attname) is None:
            setattr(row, link.attname, other.pk)


def _values(row: Model, columns: Collection[Column], add: bool, database: BaseDatabaseWrapper) -> list[Any]:
    """What goes into each column: a plain value as it is or as the database wants it, any other the way Django takes."""
    held: dict[str, Any] = row.__dict__
    ops, values = database.ops, []
    for column in columns:
        value: Any = held[column.attname]
        holds = column.holds
        if value is None and holds:
            pass
        elif type(value) is not holds or (holds is datetime and cast(datetime, value).tzinfo is None):
            value = column.field.get_db_prep_save(column.field.pre_save(row, add), database)
        elif column.sized:
            value = ops.adapt_integerfield_value(value, column.sized)
        elif holds is datetime:
            value = ops.adapt_datetimefield_value(cast(datetime, value))
        elif holds is date:
            value = ops.adapt_datefield_value(cast(date, value))
        values.append(value)
    return values


def _insert(row: Model) -> None:
    model, database = type(row), transaction.get_connection()
    written = execute(database, _insertion(model, database.vendor), _values(row, _columns(model), True, database))
    (row.pk,) = written.fetchone()
    row._state.adding, row._state.db = False, database.alias


def _write_over(row: Model, before: dict[str, Any] | None) -> None:
    model: type[Model] | None = type(row)
    database = transaction.get_connection()
    while model is not None:
        columns = _columns(model)
        if before is not None:
            held = row.__dict__
            columns = tuple(column for column in columns if before[column.attname] != held[column.attname])
        if columns:
            values = _values(row, columns, False, database)
            names = tuple(column.attname for column in columns)
            written = execute(database, _update(model, names, database.vendor), [*values, row.pk])
            if written.rowcount != 1:
                raise DatabaseError(f"{row._meta.label} {row.pk} is not there any more")
        model = _parent(model)


__all__ = ["keep", "remembered"]
