"""The life of an action, in one transaction:

lock matter (and compare version) → post held? 403 → stage right? 409 → input valid? 422
  → all gates asked, every refusal listed: 409 → change → record (ledger lock last) → deadlines → reactions → commit
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from ulid import ULID

from mingzhi.core import ledger
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.core.organs.prepared import Prepared
from mingzhi.core.organs.turns import turn

from .days import local_day
from .deadlines import follow
from .digest import digest, row_name
from .drafts import forget_draft
from .errors import ActionError, InvalidInput, KeyReused, NotFound, PostNotHeld, Refusal, Refused, Stale, WrongStage
from .families import ABOUT, lay_subject
from .gates import Already, gates_of, reactions_of
from .given import as_json
from .models import Handler, Matter, Record
from .noting import note_refusal
from .numbers import take_number
from .out_of_turn import not_at_this_stage, not_by_itself, not_theirs
from .paper_port import draw_papers, print_papers
from .places import post_for, subject_of, who_may
from .procedure import ACTIONS, Action, Procedure
from .rows import keep, remembered
from .search import index, searchable_text
from .uploads import lay_files
from .viewing import may_see


@dataclass(frozen=True)
class Done:
    """What an action left: the matter as it now stands, its record, and the documents printed."""

    matter: Any
    record: Record
    documents: Sequence[models.Model] = ()
    replayed: bool = False


@dataclass
class _Act:
    """One attempt, from the request to its rows."""

    action: Action
    actor: User
    at: datetime
    data: Mapping[str, Any]
    files: Mapping[str, Any] | None
    matter: Any = None
    post: Post | None = None
    given: dict[str, Any] = field(default_factory=dict)
    rows: list[models.Model] = field(default_factory=list)
    draft: bool = False
    entailed: bool = False
    before: dict[str, Any] | None = None


def perform(
    code: str,
    matter: Matter | int | None = None,
    *,
    actor: User,
    data: Mapping[str, Any] | None = None,
    files: Mapping[str, Any] | None = None,
    version: int | None = None,
    at: datetime | None = None,
    key: str | None = None,
) -> Done:
    """Do one action, wholly or not at all.

    matter: the matter or its id; None for an action that opens one. data: raw input, checked by the action's form.
    version: what the person had before their eyes; None skips the comparison. key: the same key acts once.
    Raises an `ActionError` of `errors`; KeyError for an unknown code.
    """
    action = ACTIONS[code]
    act = _Act(action=action, actor=actor, at=at or timezone.now(), data=data or {}, files=files)
    matter_id = matter.pk if isinstance(matter, Matter) else matter
    try:
        with turn(), transaction.atomic():
            if key and (done := _done_before(act, matter_id, key)):
                return done
            _lock(act, matter_id, version)
            _check_post_and_stage(act)
            _read_input(act)
            _ask_gates(act)
            return _change(act, key)
    except (ActionError, IntegrityError) as problem:
        # PostgreSQL runs two requests with one key side by side: the second learns of the first only when it meets its trace.
        if key and (done := _done_before(act, matter_id, key)):
            return done
        if isinstance(problem, Refused | PostNotHeld | WrongStage):
            note_refusal(problem, action, act.matter, actor, act.at)
        raise


def entail(code: str, matter: Matter | int | None, *, actor: User, at: datetime, data: Mapping[str, Any] | None = None) -> Done:
    """Do what another matter's action entails for this one, inside its transaction: an action declared with `follows`.

    matter: None for an action that opens one.

    Whoever did the first does this too, whatever their post; stage and gates are asked, and a refusal stops both.
    """
    act = _Act(action=ACTIONS[code], actor=actor, at=at, data=data or {}, files=None, entailed=True)
    with transaction.atomic():
        _lock(act, matter.pk if isinstance(matter, Matter) else matter, None)
        _check_post_and_stage(act)
        _read_input(act)
        _ask_gates(act)
        return _change(act, None)


class _Rehearsed(Exception):
    """Carries what a rehearsal printed out of the transaction that is rolled back."""

    def __init__(self, papers: list[tuple[str, bytes]]) -> None:
        self.papers = papers


def rehearse(
    code: str,
    matter: Matter | int | None = None,
    *,
    actor: User,
    data: Mapping[str, Any],
    files: Mapping[str, Any] | None = None,
    at: datetime | None = None,
) -> list[tuple[str, bytes]]:
    """What the action would print, as drafts: title and PDF of each paper. Nothing is kept, not even its files; no number is used.

    A shut gate does not stop it, as long as the paper can be made: it may be looked at before everything is ready.
    Raises like `perform` otherwise.
    """
    act = _Act(action=ACTIONS[code], actor=actor, at=at or timezone.now(), data=data, files=files, draft=True)
    try:
        with turn(), transaction.atomic():
            _lock(act, matter.pk if isinstance(matter, Matter) else matter, None)
            _check_post_and_stage(act)
            _read_input(act)
            shut = refusals_of(act.action, act.matter, act.actor, act.at, act.given)
            try:
                _change(act, None)
            except (_Rehearsed, ActionError):
                raise
            except Exception as failed:
                # The change leans on what a shut gate guards: then the gate is the answer.
                if not shut:
                    raise
                raise Refused(f"现在还不能预览“{act.action.title}”的文书，差 {len(shut)} 项。", shut) from failed
    except _Rehearsed as done:
        return done.papers
    return []


def _request_digest(act: _Act, matter_id: int | None) -> str:
    text = json.dumps([act.action.code, matter_id, act.actor.pk, as_json(dict(act.data))], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _done_before(act: _Act, matter_id: int | None, key: str) -> Done | None:
    """The outcome of the same request, when its key was used already. Raises KeyReused for another request."""
    record = Record.objects.filter(authority_id=act.actor.authority_id, key=key).first()
    if record is None:
        return None
    if record.request_digest != _request_digest(act, matter_id):
        raise KeyReused("这个幂等键已用于另一项请求。请为每次办理换一个新键。")
    return Done(act.action.procedure.matter.objects.get(pk=record.matter_id), record, replayed=True)


@cache
def _locked(procedure: Procedure) -> Prepared:
    """One matter of a procedure, held until the transaction ends.

    Both its rows are locked: PostgreSQL reads again only what it locks after it has waited, and the version is in the common one.
    """
    links = [link.name for link in procedure.matter._meta.parents.values() if link is not None]
    rows = procedure.matter.objects.select_for_update(of=("self", *links)).filter(kind=procedure.code)
    return Prepared(lambda matter: rows.filter(pk=matter), matter=int)


def _lock_family(*subjects: int) -> None:
    """Hold the matter that this one is about: one family is acted on by one person at a time. Always before the member itself."""
    list(Matter.objects.select_for_update().filter(pk__in=subjects).values_list("pk"))


def _lock(act: _Act, matter_id: int | None, version: int | None) -> None:
    """Lay hold of the matter, or begin a new one. A foreign matter is not found."""
    procedure = act.action.procedure
    if act.action.opens:
        authority = act.actor.authority
        act.matter = procedure.matter(
            authority=authority, region=authority.region, kind=procedure.code, stage="", opened_at=act.at, changed_at=act.at
        )
        lay_subject(act.matter, act.data, act.actor)
        if (subject := subject_of(act.matter)) is not None:
            _lock_family(subject.pk)
        return
    # The database is asked as it is: what no column can hold is no matter either.
    possible = matter_id is not None and matter_id <= models.BigIntegerField.MAX_BIGINT
    if procedure.about and possible:
        _lock_family(*procedure.matter.objects.filter(pk=matter_id).values_list(procedure.about, flat=True))
    found = _locked(procedure).first(matter=matter_id) if possible else None
    if found is None or not may_see(found, act.actor, local_day(act.at)):
        raise NotFound("没有这个办件，或者您无权查看。")
    act.matter, act.before = found, remembered(found)
    if found.authority_id == act.actor.authority_id:
        found.authority = act.actor.authority
    if version is not None and version != act.matter.version:
        changed = timezone.localtime(act.matter.changed_at)
        raise Stale(f"他人已于 {changed:%H:%M} 更新本件，请刷新后再办。您填写的内容已保留在草稿中。")


def _check_post_and_stage(act: _Act) -> None:
    action, matter = act.action, act.matter
    on = local_day(act.at)
    act.post = post_for(action, matter, act.actor, on)
    if act.entailed:
        act.post = act.post or min(posts_of(act.actor, on), default=None)
    elif action.follows:
        refusal = not_by_itself(action)
        raise PostNotHeld(refusal.sentence, [refusal])
    elif act.post is None:
        raise not_theirs(action, matter, on)
    if not action.allowed_at(matter.stage):
        refusal = not_at_this_stage(action, matter)
        raise WrongStage(refusal.sentence, [refusal])


def _read_input(act: _Act) -> None:
    if act.action.form is None:
        return
    form = act.action.form(act.data, act.files, matter=act.matter, actor=act.actor, at=act.at)
    if not form.is_valid():
        errors = {name: [str(text) for text in texts] for name, texts in form.errors.items()}
        raise InvalidInput("填写有误，请改正标出的各项后再提交。", errors=errors)
    act.given = dict(form.cleaned_data)
    act.given.pop(ABOUT, None)


def refusals_of(action: Action, matter: Any, actor: User, at: datetime, given: dict[str, Any] | None) -> list[Refusal]:
    """Ask every gate before an action. Gates that read input are asked only when there is some."""
    found = []
    for gate in gates_of(action):
        asked_of = gate.asked_of(matter)
        if asked_of is None or (gate.reads_input and given is None):
            continue
        if gate.reads_input:
            sentence = gate.function(asked_of, actor=actor, at=at, given=given)
        else:
            sentence = gate.function(asked_of, actor=actor, at=at)
        if sentence:
            mend = ACTIONS[gate.mend] if gate.mend else None
            who = who_may(mend, matter, local_day(at)) if mend and matter.pk else ""
            done = isinstance(sentence, Already)
            code, title = (mend.code, mend.title) if mend else (None, "")
            found.append(Refusal(sentence, gate.provisions, mend=code, mend_title=title, who=who, done=done))
    return found


def _ask_gates(act: _Act) -> None:
    found = refusals_of(act.action, act.matter, act.actor, act.at, act.given)
    if any(row.done for row in found):
        raise Refused(f"“{act.action.title}”已经办理，不必再办。", found)
    if found:
        raise Refused(f"现在还不能“{act.action.title}”，差 {len(found)} 项。", found)


def _change(act: _Act, key: str | None) -> Done:
    """Everything after the gates: files, the change itself, stage, deadlines, reactions, documents, record."""
    action, matter = act.action, act.matter
    matter_id = matter.pk
    attachments = lay_files(act.given, matter, act.actor, act.at, draft=act.draft)
    stage_from, named = matter.stage, _names(matter)
    returned = _rows(action.function(matter, actor=act.actor, at=act.at, **act.given))
    if action.to is not None:
        matter.stage = action.to
    matter.version += 1
    matter.changed_at = act.at
    if matter.stage in action.procedure.ends or action.closes:
        matter.closed_at = act.at
    elif action.to is not None:
        matter.closed_at = None
    if action.numbered and not matter.number:
        matter.number = take_number(matter.authority, action.numbered, local_day(act.at))
    if matter.pk is None:
        _save(act, [matter])
    _save(act, [*attachments, *returned])
    for reaction in reactions_of(action):
        _save(act, _rows(reaction.function(matter, actor=act.actor, at=act.at, given=act.given)))
    if any(isinstance(row, Handler) for row in act.rows):
        _name_handlers(matter)
    _save(act, follow(matter, action.procedure, action, act.at, act.given))
    record = Record(
        matter_id=matter.pk,
        authority_id=matter.authority_id,
        event_id=str(ULID()),
        action=action.code,
        title=action.title,
        actor=act.actor,
        actor_name=act.actor.name,
        post=str(act.post),
        at=act.at,
        stage_from=stage_from,
        stage_to=matter.stage,
        version=matter.version,
        sentence="",
        given=as_json(act.given),
        key=key,
        request_digest=_request_digest(act, matter_id) if key else "",
    )
    if act.draft:
        raise _Rehearsed(draw_papers(matter, record, action, actor=act.actor, at=act.at, given=act.given))
    papers = list(print_papers(matter, record, action, actor=act.actor, at=act.at, given=act.given))
    record.sentence = action.sentence(matter, act.given)
    keep(record)
    _save(act, papers)
    _save(act, [matter])
    if papers or _names(matter) != named:
        index(matter, searchable_text(matter))
    _append(act, record)
    forget_draft(act.actor, action.code, matter_id)
    return Done(matter, record, papers)


def _names(matter: Any) -> tuple[str, str, str]:
    """What a matter is searched by besides its papers; a party's name stands in the title."""
    return matter.title, matter.number, matter.handler_names


def _rows(returned: Any) -> list[models.Model]:
    """What an action or a reaction returned, as a list."""
    if returned is None:
        return []
    if isinstance(returned, models.Model):
        return [returned]
    return [row for row in returned if row is not None]


def _save(act: _Act, rows: Iterable[models.Model]) -> None:
    for row in rows:
        keep(row, act.before if row is act.matter else None)
        if row not in act.rows:
            act.rows.append(row)


def _name_handlers(matter: Matter) -> None:
    """Repeat the handlers' names on the matter, for lists."""
    rows = matter.handlers.filter(until_at__isnull=True).order_by("id").select_related("person")
    matter.handler_names = "、".join(row.person.name for row in rows)
    matter.__dict__.pop("_handler_ids", None)


def _append(act: _Act, record: Record) -> None:
    """Write the ledger entry: public facts without personal data, the rest as a commitment."""
    matter, action = act.matter, act.action
    ledger.append(
        matter.authority,
        event_id=record.event_id,
        kind=action.code,
        at=act.at,
        actor={"id": act.actor.pk, "post": str(act.post)},
        obj=f"{matter.kind}/{matter.pk}",
        case=matter.number or None,
        facts={"from": record.stage_from, "to": record.stage_to, "version": record.version},
        private={
            "record": {"id": record.pk, "digest": digest(record)},
            "sentence": record.sentence,
            "given": record.given,
            "rows": {row_name(row): digest(row) for row in act.rows},
        },
        fresh=True,
    )
