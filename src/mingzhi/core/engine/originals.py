"""Looking at an original file: for a stated purpose, and never without an entry in the ledger.

Every face that serves an original asks here first. Serves 个人信息保护法 and complaint-8: who looked, when, what for.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from ulid import ULID

from mingzhi.core import ledger
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.core.organs.turns import turn

from .days import local_day
from .errors import InvalidInput, NotFound
from .models import Attachment, Matter
from .viewing import visible

#: A purpose is a sentence, not an essay; the ledger keeps it whole.
PURPOSE_CHARACTERS = 200


def open_original(attachment: Attachment | int, viewer: User, purpose: str, at: datetime) -> Attachment:
    """The attachment with its blob, after the look was written into the ledger of the matter's authority.

    Raises NotFound when the viewer may not see its matter, InvalidInput (field `purpose`) without a purpose.
    """
    pk = attachment.pk if isinstance(attachment, Attachment) else attachment
    seen = visible(Matter.objects.all(), viewer, local_day(at)).values("pk")
    found = Attachment.objects.select_related("blob", "matter__authority").filter(pk=pk, matter__in=seen).first()
    if found is None:
        raise NotFound("没有这个附件，或者您无权查看。")
    purpose = purpose.strip()
    if not purpose:
        raise InvalidInput("查看原件须说明用途，用途记入台账。", errors={"purpose": ["请填写查看原件的用途。"]})
    if len(purpose) > PURPOSE_CHARACTERS:
        raise InvalidInput("查看原件的用途写得太长。", errors={"purpose": [f"用途不超过 {PURPOSE_CHARACTERS} 字。"]})
    with turn(), transaction.atomic():
        ledger.append(
            found.matter.authority,
            event_id=str(ULID()),
            kind="attachment.opened",
            at=at,
            actor={"id": viewer.pk, "posts": sorted(str(post) for post in posts_of(viewer, local_day(at)))},
            obj=f"{found.matter.kind}/{found.matter_id}",
            case=found.matter.number or None,
            facts={"attachment": found.pk},
            private={"purpose": purpose, "name": found.name, "sha256": found.blob.sha256, "viewer": viewer.name},
        )
    return found
