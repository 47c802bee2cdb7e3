"""Which columns hold values that need no bringing into form: text in a text column, a whole number in a number column.

Django walks through half a dozen functions for every value it writes, and most values come out as they went in. Rows and
digests ask here first, and go Django's way with whatever is not plain.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from django.db import models

_HOLDS: dict[str, type] = dict.fromkeys(("CharField", "TextField"), str) | {
    "BooleanField": bool,
    "DateField": date,
    "DateTimeField": datetime,
}
#: Ids given by the database, and numbers of our own, which PostgreSQL wants told by their size.
_IDS = ("AutoField", "BigAutoField")
_SIZED = ("BigIntegerField", "IntegerField", "PositiveIntegerField", "PositiveSmallIntegerField", "SmallIntegerField")


class Column(NamedTuple):
    """One column: where its value lies in the row, and `holds`, the exact type that is plain in it; None when no type is.

    sized: what Django calls the kind of a number of our own, “” for every other column.
    """

    field: models.Field
    attname: str
    holds: type | None
    sized: str


@cache
def columns_of(model: type[models.Model]) -> tuple[Column, ...]:
    """Every stored column of a model, those of the tables above it first."""
    return tuple(_column(field) for field in model._meta.concrete_fields)


def _column(field: models.Field) -> Column:
    kept = field
    while isinstance(kept, models.ForeignKey):
        kept = kept.target_field
    stored_as = kept.get_internal_type()
    return Column(
        field, field.attname, _holds(field, stored_as) if _is_djangos_own(kept) else None, stored_as if stored_as in _SIZED else ""
    )


def _holds(field: models.Field, stored_as: str) -> type | None:
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return None  # Django makes the value when the row is written
    return int if stored_as in (*_IDS, *_SIZED) else _HOLDS.get(stored_as)


def _is_djangos_own(field: models.Field) -> bool:
    """Whether nobody has given this kind of column ways of its own."""
    return type(field).__module__.startswith("django.db.models.fields")
