"""Objections that citizens send from the public site: put on record as they came, and followed by a code alone.

Sending is no action of the procedure: whoever sends holds no post. It waits here until somebody with a post takes it in, and its days
run from the day it was sent. Serves 公示制度 14. See docs/decisions/0111.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet

from mingzhi.core import ledger, vault
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import due_moment
from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.town_entry.tables import ENTERED, Entered, entered, seal
from mingzhi.core.organs.models import Authority, User
from mingzhi.core.organs.turns import turn
from mingzhi.law.provisions import cited, provision

from .masking import latest
from .models import Publication, SentObjection, SentProof
from .stages import PUBLIC, Stage

SERVES = cited("disclosure-14-objection")

#: So many wait in one publication and come to one town in an hour; beyond that the telephone is quicker for both sides. Source: none.
MOST_WAITING, MOST_AN_HOUR = 5, 20
#: Letters and digits that nobody takes for one another when a code is read out.
_LETTERS = "23456789ACDEFGHJKMNPQRTUVWXY"
_LENGTH = 12

entered(Entered(SentObjection, "objection", "publication__authority", ("publication_id",)))
entered(Entered(SentProof, "objection-proof", "objection__publication__authority", ("objection_id",)))


class TooMany(Exception):
    """More came than can be looked at; the sender is asked to call."""


@dataclass(frozen=True)
class Progress:
    """What the sender of an objection is told by its code; nothing that the sender wrote, for anybody may hold the code.

    state: waiting, checking, wrong (it was not right), correcting, corrected, gone (what it was about is no longer public).
    """

    state: Literal["waiting", "checking", "wrong", "correcting", "corrected", "gone"]
    code: str
    sent_on: date
    due_on: date
    publication: int
    number: str
    title: str
    answer: str = ""
    answered_on: date | None = None
    corrected_on: date | None = None


def send(
    publication: Publication, *, made_by: str, contact: str, content: str, proof: str, attachments: Iterable[UploadedFile], at: datetime
) -> SentObjection:
    """Keep an objection and seal it in the ledger, which gets no word of it in the open.

    Raises TooMany, and InvalidInput (field `attachments`) for a file that the vault does not take.
    """
    with turn(), transaction.atomic():
        _room_for_one_more(publication, at)
        row = SentObjection.objects.create(
            publication=publication, code=_code(), made_by=made_by, contact=contact, content=content, proof=proof, sent_at=at
        )
        proofs = [_laid(row, file) for file in attachments]
        rows: dict[str, str] = {}
        for one in (row, *proofs):
            rows |= seal(one)[ENTERED]
        ledger.append(
            publication.authority,
            event_id=None,
            kind="publication.objection_sent",
            at=at,
            actor={"id": None, "post": "public"},
            obj=f"publication/{publication.pk}",
            case=publication.number or None,
            facts={"objection": row.pk, "files": len(proofs)},
            private={ENTERED: rows},
        )
    return row


def waiting(publication: Publication) -> QuerySet[SentObjection]:
    """What was sent about a publication and nobody has taken in."""
    return publication.sent_objections.filter(taken_in__isnull=True)


def waiting_seen_by(viewer: User) -> QuerySet[SentObjection]:
    """What waits in the viewer's own authority and can be taken in: what it is about is still public."""
    return SentObjection.objects.filter(publication__authority=viewer.authority_id, publication__stage__in=PUBLIC, taken_in__isnull=True)


def answer_due_on(sent: SentObjection) -> date:
    """The last day for the answer. Source: town-objection-sla."""
    since = local_day(sent.sent_at)
    return local_day(due_moment(since, provision("town-objection-sla").period(since), sent.publication.authority_id, False))


def progress(authority: Authority, code: str) -> Progress | None:
    """Where an objection stands; None for a code that nobody was given. Blanks, hyphens and small letters do not matter."""
    plain = "".join(code.split()).replace("-", "").upper()
    row = SentObjection.objects.filter(publication__authority=authority, code=plain).select_related("publication", "taken_in").first()
    if row is None:
        return None
    publication = row.publication
    edition = latest(publication) if publication.stage in PUBLIC else None
    taken = getattr(row, "taken_in", None)
    told = Progress(
        state="waiting",
        code=spaced(row.code),
        sent_on=local_day(row.sent_at),
        due_on=answer_due_on(row),
        publication=publication.pk,
        number=publication.decision_number,
        title=edition.title if edition else "",
        answer=taken.answer if taken else "",
        answered_on=taken.told_on if taken else None,
        corrected_on=local_day(edition.published_at) if edition and edition.published_at else None,
    )
    return _with_state(told, publication, taken.upheld if taken else None, taken is not None)


def spaced(code: str) -> str:
    """A code in three groups, so that it can be written down."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def _with_state(told: Progress, publication: Publication, upheld: bool | None, taken: bool) -> Progress:
    if upheld is False:
        return replace(told, state="wrong", corrected_on=None)
    if publication.stage not in PUBLIC:
        return replace(told, state="gone", corrected_on=None)
    if upheld:
        fixed = publication.stage != Stage.CORRECTING
        return replace(told, state="corrected" if fixed else "correcting", corrected_on=told.corrected_on if fixed else None)
    return replace(told, state="checking" if taken else "waiting", corrected_on=None)


def _room_for_one_more(publication: Publication, at: datetime) -> None:
    """No address of any sender is kept to count by: what is counted is what waits, and what came to the town within the hour."""
    came = SentObjection.objects.filter(publication__authority=publication.authority_id, sent_at__gt=at - timedelta(hours=1))
    if waiting(publication).count() >= MOST_WAITING or came.count() >= MOST_AN_HOUR:
        raise TooMany


def _laid(row: SentObjection, file: UploadedFile) -> SentProof:
    name = file.name or "材料"
    try:
        blob = vault.put(file, declared_name=name)
    except vault.VaultError as refused:
        raise InvalidInput(f"文件“{name}”没有收下。", errors={"attachments": [f"“{name}”没有收下：{refused}"]}) from refused
    return SentProof.objects.create(objection=row, blob=blob, name=name[:200])


def _code() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
