"""Half-filled forms that survive: what a person has typed and not yet sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mingzhi.core.organs.models import User

from .given import as_json
from .models import Draft, Matter
from .turns import turn


def keep_draft(person: User, action: str, matter: Matter | None, data: Mapping[str, Any], at: datetime) -> Draft:
    """Keep raw input as the person's draft for this action, in place of an earlier one."""
    with turn():
        row, _ = Draft.objects.update_or_create(
            person=person, action=action, matter=matter, defaults={"data": as_json(dict(data)), "saved_at": at}
        )
    return row


def draft_of(person: User, action: str, matter: Matter | None) -> Draft | None:
    """The person's draft for this action, or None."""
    return Draft.objects.filter(person=person, action=action, matter=matter).first()


def discard_draft(person: User, action: str, matter: Matter | None) -> None:
    with turn():
        Draft.objects.filter(person=person, action=action, matter=matter).delete()
