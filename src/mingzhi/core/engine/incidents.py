"""What went wrong in the vault, for the administrators: found, repaired from which copy or not, and who took note of it.

The machine is theirs, the content is not: nothing here opens an object. Serves town-vault-scrub, 装备管理制度 8.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from mingzhi.core import ledger
from mingzhi.core.organs import ADMINISTRATORS, Post
from mingzhi.core.organs.models import Authority, User
from mingzhi.core.organs.people import posts_of
from mingzhi.core.organs.turns import turn
from mingzhi.core.vault import scrubbing
from mingzhi.core.vault.models import Acknowledgement, Incident
from mingzhi.law.provisions import cited

from .days import local_day
from .errors import InvalidInput, PostNotHeld, Refusal, Refused
from .places import posts_in_words
from .viewing import region_filter

WORDS_CHARACTERS = 300
_SCRUB = cited("town-vault-scrub", "equipment-8-store")


def incidents_seen_by(viewer: User, at: datetime) -> QuerySet[Incident]:
    """Incidents of objects of the viewer's authority and below, the latest first. Raises PostNotHeld for who is no administrator."""
    if not posts_of(viewer, local_day(at)) & ADMINISTRATORS:
        sentence = f"证据库事件由{posts_in_words(post for post in Post if post in ADMINISTRATORS)}查看，您没有这些岗位。"
        raise PostNotHeld(sentence, [Refusal(sentence, _SCRUB)])
    rows = Incident.objects.filter(scrubbing.concerning(Authority.objects.filter(region_filter(viewer))))
    return rows.select_related("blob", "acknowledged__person").order_by("-pk")


def waiting_for(viewer: User, at: datetime) -> int:
    """How many incidents wait for this person to take note of them; none for whoever does not run the machine."""
    if not acknowledges(viewer, at):
        return 0
    return incidents_seen_by(viewer, at).filter(acknowledged__isnull=True).count()


def acknowledges(person: User, at: datetime) -> bool:
    """Whether it is this person's to take note of incidents: who runs the machine."""
    return Post.SYSTEM_ADMIN in posts_of(person, local_day(at))


def acknowledge(incident: Incident, person: User, words: str, at: datetime) -> Acknowledgement:
    """Take note of an incident, with what was done about it; in the ledger of every authority whose object it is.

    Raises PostNotHeld, InvalidInput (field `words`), Refused when somebody did already.
    """
    if not acknowledges(person, at):
        sentence = f"证据库事件由{Post.SYSTEM_ADMIN.label}确认和处置，您没有这个岗位。"
        raise PostNotHeld(sentence, [Refusal(sentence, _SCRUB)])
    words = words.strip()
    if not words:
        raise InvalidInput("还没有写明处置情况。", errors={"words": ["请写明原因和处置，如“二号磁盘有坏道，已更换”。"]})
    if len(words) > WORDS_CHARACTERS:
        raise InvalidInput("处置情况写得太长。", errors={"words": [f"处置情况不超过 {WORDS_CHARACTERS} 字。"]})
    with turn(), transaction.atomic():
        row, fresh = Acknowledgement.objects.get_or_create(incident=incident, defaults={"person": person, "at": at, "words": words})
        if not fresh:
            sentence = f"这件事件已由{row.person}确认。"
            raise Refused(sentence, [Refusal(sentence, _SCRUB)])
        for authority in scrubbing.owners_of(incident.blob):
            ledger.append(
                authority,
                event_id=None,
                kind="vault.acknowledged",
                at=at,
                actor={"id": person.pk, "post": str(Post.SYSTEM_ADMIN)},
                obj=f"vault/{incident.blob.sha256}",
                case=None,
                facts={"incident": incident.pk},
                private={"words": words, "person": person.name},
            )
    return row
