"""What the interface answers with: one class per shape, filled from the engine's rows. No shape shows an informant."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.utils import timezone
from pydantic import AfterValidator, BaseModel, Field

from mingzhi.core.documents.check_code import check_url
from mingzhi.core.documents.models import Document
from mingzhi.core.engine.deadlines import in_words
from mingzhi.core.engine.models import Attachment, Deadline, Matter, Record
from mingzhi.core.engine.procedure import ACTIONS, PROCEDURES, Action
from mingzhi.core.engine.standing import Standing
from mingzhi.law.provisions import provision

from .problems import ProvisionRef, RefusalOut, provision_refs, refusal_out

#: A moment in the town's time, with its offset.
Moment = Annotated[datetime, AfterValidator(timezone.localtime)]

#: Columns of a matter in lists, in the order of `MatterOut`'s fields.
MATTER_COLUMNS = (
    "id", "kind", "number", "title", "stage", "handler_names", "opened_at", "changed_at", "closed_at", "next_due_at", "version",
)  # fmt: skip


class MatterOut(BaseModel):
    """One matter as a row. `version` goes back with an action to make sure nobody was faster."""

    id: int
    kind: str
    kind_title: str
    number: str
    title: str
    stage: str
    stage_title: str
    handlers: str
    opened_at: Moment
    changed_at: Moment
    closed_at: Moment | None
    next_due_at: Moment | None
    version: int


class MatterPage(BaseModel):
    """One page of matters, latest change first; `next` is null on the last page."""

    items: list[MatterOut]
    next: str | None


class FactOut(BaseModel):
    """One thing known of a matter."""

    name: str
    title: str
    value: Any


class AttachmentOut(BaseModel):
    """One file of a matter; its content is opened by purpose."""

    id: int
    name: str
    media_type: str
    size_bytes: int
    sha256: str
    sm3: str
    added_by: str
    added_at: Moment


class MatterDetail(MatterOut):
    """One matter with what is known of it."""

    facts: list[FactOut]
    attachments: list[AttachmentOut]


class StandingOut(BaseModel):
    """One action of the present stage: may this person do it now, and if not, why."""

    code: str
    title: str
    help: str
    allowed: bool
    mine: bool = Field(description="本人是否担任可办理此事的岗位")
    who: str
    provisions: list[ProvisionRef]
    refusals: list[RefusalOut]


class MatterStanding(BaseModel):
    """Every action of the present stage, in the order of the procedure."""

    matter: int
    stage: str
    stage_title: str
    version: int
    actions: list[StandingOut]
    openings: list[StandingOut] = []


class RecordOut(BaseModel):
    """One action that was performed."""

    version: int
    action: str
    title: str
    actor: str
    post: str
    at: Moment
    stage_from: str
    stage_to: str
    sentence: str
    event_id: str = Field(description="台账条目的事件号")


class RecordPage(BaseModel):
    """Records of a matter, latest first; `next` is the `before` of the following page."""

    items: list[RecordOut]
    next: int | None


class DeadlineOut(BaseModel):
    """One time limit under the rule that was in force when it started."""

    title: str
    subject: str
    provision: ProvisionRef
    rule: str
    since_at: Moment
    due_at: Moment
    extended: bool
    met_at: Moment | None
    lifted_at: Moment | None
    words: str
    tone: str = Field(description="late, today, urgent, soon, far, met, was_late, lifted")


class DocumentOut(BaseModel):
    """One document: enough to find it and to check a printed copy against it."""

    id: int
    matter: int
    code: str
    title: str
    number: str
    made_at: Moment
    pages: int
    sha256: str
    sm3: str
    check_url: str
    voided_at: Moment | None
    voided_because: str


class ActionDone(BaseModel):
    """What an action left. `replayed`: the same Idempotency-Key was used before, and nothing was done twice."""

    matter: MatterOut
    record: RecordOut
    documents: list[DocumentOut]
    replayed: bool


class PreviewPage(BaseModel):
    """One paper as the action would print it, as a draft."""

    title: str
    pdf: str = Field(description="PDF，base64")


class Found(BaseModel):
    """What a search found, at most a page of each."""

    matters: list[MatterOut]
    documents: list[DocumentOut]


def matter_row(values: tuple) -> MatterOut:
    """A row of `MATTER_COLUMNS`."""
    pk, kind, number, title, stage, handlers, opened_at, changed_at, closed_at, next_due_at, version = values
    procedure = PROCEDURES[kind]
    return MatterOut(
        id=pk, kind=kind, kind_title=procedure.title, number=number, title=title, stage=stage, stage_title=procedure.stage_title(stage),
        handlers=handlers, opened_at=opened_at, changed_at=changed_at, closed_at=closed_at, next_due_at=next_due_at, version=version,
    )  # fmt: skip


def matter_out(matter: Matter) -> MatterOut:
    """A matter that was already read."""
    return matter_row(tuple(getattr(matter, column) for column in MATTER_COLUMNS))


def attachment_out(row: Attachment) -> AttachmentOut:
    """Needs `blob` and `added_by`."""
    return AttachmentOut(
        id=row.pk, name=row.name, media_type=row.blob.media_type, size_bytes=row.blob.size_bytes, sha256=row.blob.sha256,
        sm3=row.blob.sm3, added_by=row.added_by.name, added_at=row.added_at,
    )  # fmt: skip


def standing_out(row: Standing) -> StandingOut:
    """What the engine answered, word for word."""
    return StandingOut(
        code=row.action.code, title=row.action.title, help=row.action.help, allowed=row.allowed, mine=row.mine, who=row.who,
        provisions=provision_refs(row.action.provisions), refusals=[refusal_out(refusal) for refusal in row.refusals],
    )  # fmt: skip


def record_out(row: Record) -> RecordOut:
    """A record without its input, which may hold what only a few may read."""
    return RecordOut(
        version=row.version, action=row.action, title=row.title, actor=row.actor_name, post=row.post, at=row.at,
        stage_from=row.stage_from, stage_to=row.stage_to, sentence=row.sentence, event_id=row.event_id,
    )  # fmt: skip


def deadline_out(row: Deadline, at: datetime) -> DeadlineOut:
    """One deadline in words."""
    said = in_words(row, at)
    return DeadlineOut(
        title=row.title, subject=row.subject, provision=provision_refs([provision(row.provision)])[0], rule=row.rule,
        since_at=row.since_at, due_at=row.due_at, extended=row.extended, met_at=row.met_at, lifted_at=row.lifted_at,
        words=said.words, tone=said.tone,
    )  # fmt: skip


def document_out(row: Document) -> DocumentOut:
    """A document's facts, without its content."""
    return DocumentOut(
        id=row.pk, matter=row.matter_id, code=row.code, title=row.title, number=row.number, made_at=row.made_at, pages=row.pages,
        sha256=row.sha256, sm3=row.sm3, check_url=check_url(row.check_code), voided_at=row.voided_at, voided_because=row.voided_because,
    )  # fmt: skip


def posts_out(action: Action) -> list[str]:
    """The posts that may do it, in words."""
    return [str(post.label) for post in action.by]


def action_named(code: str) -> Action | None:
    """The declared action, or None."""
    return ACTIONS.get(code)
