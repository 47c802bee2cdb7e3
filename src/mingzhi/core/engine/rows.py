"""Rows into the database by statements made once for each table: what `save()` does, without building it anew each time.

Only the engine writes rows, and only here and where it deletes drafts. No signals are sent; nobody listens to any.
"""

from __future__ import annotations

import copy
from collections.abc import Collection
from functools import cache
from typing import Any

from django.db import DatabaseError, connection, models
from django.db.models import Model


@cache
def _columns(model: type[Model]) -> tuple[models.Field, ...]:
    """The columns of the model's own table that are written."""
    return tuple(field for field in model._meta.local_concrete_fields if not field.primary_key)


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
    quote = connection.ops.quote_name
    key = model._meta.pk
    fields = _columns(model) if _parent(model) is None else (key, *_columns(model))
    names = ", ".join(quote(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    given_back = "" if _parent(model) else f" RETURNING {quote(key.column)}"
    return f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks}){given_back}"


@cache
def _update(model: type[Model], fields: tuple[models.Field, ...], vendor: str) -> str:
    quote = connection.ops.quote_name
    names = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    return f"UPDATE {quote(model._meta.db_table)} SET {names} WHERE {quote(model._meta.pk.column)} = %s"


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
        field.attname: copy.deepcopy(value) if isinstance(value := values[field.attname], list | dict) else value
        for field in row._meta.concrete_fields
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


def _prepared(row: Model, field: models.Field, add: bool) -> Any:
    return field.get_db_prep_save(field.pre_save(row, add), connection)


def _insert(row: Model) -> None:
    model = type(row)
    values = [_prepared(row, field, True) for field in _columns(model)]
    with connection.cursor() as cursor:
        cursor.execute(_insertion(model, connection.vendor), values)
        (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = False, connection.alias


def _write_over(row: Model, before: dict[str, Any] | None) -> None:
    model: type[Model] | None = type(row)
    while model is not None:
        fields: Collection[models.Field] = _columns(model)
        if before is not None:
            fields = [field for field in fields if before[field.attname] != row.__dict__[field.attname]]
        if fields:
            values = [_prepared(row, field, False) for field in fields]
            with connection.cursor() as cursor:
                cursor.execute(_update(model, tuple(fields), connection.vendor), [*values, row.pk])
                if cursor.rowcount != 1:
                    raise DatabaseError(f"{row._meta.label} {row.pk} is not there any more")
        model = _parent(model)


__all__ = ["keep", "remembered"]
