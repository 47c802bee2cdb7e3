"""One row as one digest: what the ledger holds of the database, so that no row can change unseen.

A digest covers every stored column. Values are first brought to one form, so that a row just saved and the same row
read back from SQLite or PostgreSQL give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import models

from .columns import Column, columns_of

#: What a column of JSON holds; an empty one is in form already.
_JSON = (list, dict)

_encode = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def _plain(field: models.Field, value: Any) -> Any:
    """A column's value as JSON, in one form whatever the database returned."""
    if value is None:
        return None
    if isinstance(field, models.ForeignKey):
        return str(value)
    if isinstance(field, models.JSONField):
        return json.loads(json.dumps(value, cls=field.encoder, ensure_ascii=False))
    value = field.to_python(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(field, models.DecimalField):
        return str(Decimal(value).quantize(Decimal(1).scaleb(-(field.decimal_places or 0))))
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def facts(row: models.Model) -> dict[str, Any]:
    """Every stored column of a row by its column name."""
    held, found = row.__dict__, {}
    for column in columns_of(type(row)):
        name = column.attname
        value = held[name] if name in held else getattr(row, name)
        # Most values of most rows: nothing, or a text in a text column, which are in form already.
        in_form = value is None or (column.holds is str is type(value))
        found[name] = value if in_form else _brought_to_form(column, value)
    return found


def _brought_to_form(column: Column, value: Any) -> Any:
    """What `_plain` says; a value that is plain in its column gets there without asking Django."""
    kind = type(value)
    if kind is column.holds:
        if kind is int:
            return str(value)
        if kind is datetime:
            return _moment(value)
        return value.isoformat() if kind is date else value
    if not value and kind in _JSON:
        return value
    return _plain(column.field, value)


def row_name(row: models.Model) -> str:
    """“penalty.evidence/12”."""
    return f"{row._meta.label_lower}/{row.pk}"


def digest(row: models.Model, without: Collection[str] = ()) -> str:
    """SHA-256 of the row as canonical JSON, hexadecimal. without: columns that it does not cover."""
    said = facts(row)
    if without:
        said = {name: value for name, value in said.items() if name not in without}
    return hashlib.sha256(f"{row_name(row)}\n{_encode(said)}".encode()).hexdigest()
