"""The only trace of an action that was not done: under which provision it was refused, to whom, in which words."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from mingzhi.core.organs.models import User
from mingzhi.core.organs.turns import turn

from .errors import ActionError
from .models import Matter, RefusalNote
from .procedure import Action


def note_refusal(refused: ActionError, action: Action, matter: Matter | None, actor: User, at: datetime) -> None:
    """Keep every refusal, once for each provision, after what was tried has been rolled back."""
    with turn(), transaction.atomic():
        RefusalNote.objects.bulk_create(
            RefusalNote(
                authority_id=actor.authority_id,
                matter_id=matter.pk if matter is not None else None,
                action=action.code,
                actor=actor,
                at=at,
                provision=provision,
                sentence=refusal.sentence,
            )
            for refusal in refused.refusals
            for provision in ([row.id for row in refusal.provisions] or [""])
        )
