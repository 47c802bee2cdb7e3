"""Half-filled forms that survive: what a person has typed and not yet sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mingzhi.core.organs.models import User
from mingzhi.core.organs.prepared import Prepared
from mingzhi.core.organs.turns import turn

from .given import as_json
from .models import Draft, Matter

_OF_A_MATTER = Prepared(
    lambda person, matter, action: Draft.objects.filter(person_id=person, matter_id=matter, action=action),
    person=int,
    matter=int,
    action=str,
)
_OF_A_NEW_MATTER = Prepared(
    lambda person, action: Draft.objects.filter(person_id=person, matter__isnull=True, action=action), person=int, action=str
)


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


def forget_draft(person: User, action: str, matter_id: int | None) -> None:
    """Let go of what the person had typed, now that it is done; inside the action's transaction, and one read when there is none."""
    values: dict[str, Any] = {"person": person.pk, "action": action}
    for draft in _OF_A_NEW_MATTER.rows(**values) if matter_id is None else _OF_A_MATTER.rows(**values, matter=matter_id):
        draft.delete()
