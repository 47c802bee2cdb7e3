"""One row as one digest: what the ledger holds of the database, so that no row can change unseen.

A digest covers every stored column. Values are first brought to one form, so that a row just saved and the same row
read back from SQLite or PostgreSQL give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import models


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
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def facts(row: models.Model) -> dict[str, Any]:
    """Every stored column of a row by its column name."""
    return {field.attname: _plain(field, getattr(row, field.attname)) for field in row._meta.concrete_fields}


def row_name(row: models.Model) -> str:
    """“penalty.evidence/12”."""
    return f"{row._meta.label_lower}/{row.pk}"


def digest(row: models.Model) -> str:
    """SHA-256 of the row as canonical JSON, hexadecimal."""
    text = json.dumps(facts(row), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{row_name(row)}\n{text}".encode()).hexdigest()
