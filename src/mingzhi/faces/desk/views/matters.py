"""The page of one matter: progress, the one thing to do next, everything else with its reasons, the records as prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from mingzhi.core.engine.errors import NotFound
from mingzhi.core.engine.families import about
from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.page_port import reading_page, summed_up
from mingzhi.core.engine.places import handler_ids, subject_of
from mingzhi.core.engine.procedure import PROCEDURES, procedure_of
from mingzhi.core.engine.standing import Standing, line_of, openings, openings_about, out_of_place, possible
from mingzhi.core.engine.viewing import visible
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import officers_on

from ..cards import card, empty_form, form_view
from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..reading import now
from ..shapes import ActionCard, DocumentLine, FamilyLine, FileLine, Link, LogLine, MatterView, PersonLine, StepView
from ..wording import deadline, handled_by, refusal

_PICTURES = ("image/jpeg", "image/png", "image/webp")


def matter_of(kind: str, pk: int, viewer: User) -> Any:
    """The matter, if this person may see it. Raises Http404: a foreign matter and a missing one look the same."""
    procedure = PROCEDURES.get(kind)
    if procedure is None:
        raise Http404
    found = visible(procedure.matter.objects.filter(kind=kind, pk=pk).select_related("authority"), viewer).first()
    if found is None:
        raise Http404
    return found


@desk_page
def matter(request: SignedIn, kind: str, pk: int) -> HttpResponse:
    """One matter; `?do=` opens another action than the next one, with its reasons where it cannot be done now."""
    found, doing = matter_of(kind, pk, request.user), request.GET.get("do", "")
    if doing and doing not in procedure_of(found).actions:
        raise NotFound(f"“{procedure_of(found).title}”没有您要办的这个事项。请回到本件，从页面上选择。")
    return matter_page(request, found, doing=doing)


def matter_page(
    request: SignedIn,
    found: Matter,
    *,
    doing: str = "",
    form: Any = None,
    refusals: Any = None,
    status: int = 200,
    asked: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The page, with a filled form and its refusals when an act has just been refused. asked: what a page of its own is to open."""
    at = now()
    standings = possible(found, request.user, at)
    beginnings = openings_about(found, request.user, at)
    may = frozenset(row.action.code for row in (*standings, *beginnings) if row.allowed)
    may |= {action.code for action in openings(request.user, at)}
    own_page = reading_page(found, request.user, at, request.GET if asked is None else {**asked, "do": doing})
    chosen = next((row for row in standings if row.action.name == doing), None)
    if chosen is None and own_page is not None:
        chosen = next((row for row in standings if row.mine and row.action.name == own_page.opens), None)
    if chosen is None and doing in procedure_of(found).actions:
        chosen = out_of_place(procedure_of(found).actions[doing], found)
    chosen = chosen or _next(found, standings, at)
    view = MatterView(
        title=found.title,
        stage=procedure_of(found).stage_title(found.stage),
        number=found.number,
        facts=_facts(found),
        closed=found.closed_at is not None and found.stage in procedure_of(found).ends,
        notes=_notes(found),
        steps=_steps(found),
        next=_opened(found, chosen, request.user, at, may, form, refusals) if chosen else None,
        next_lead="办理：" if doing else "下一步：",
        others=[card(row, found, may=may) for row in standings if row is not chosen],
        about=_about(found),
        family=_family(found),
        beginnings=[card(row, found, may=may) for row in beginnings],
        log=_log(found),
        log_words=f"{found.version} 条 · 已存证",
        deadlines=[
            deadline(row, at) for row in found.deadlines.order_by(F("met_at").asc(nulls_first=True), "due_at") if row.lifted_at is None
        ],
        people=_people(found, at),
        parties=_parties(found),
        documents=[_document(row) for row in found.documents.defer("data")],
        files=_files(found),
    )
    crumbs = [Link(procedure_of(found).title, reverse("desk:list", args=[found.kind])), Link(found.number or found.title)]
    context = {"frame": frame_of(request, found.title, area=found.kind, crumbs=crumbs), "matter": view}
    if own_page is not None:
        return render(request, own_page.template, {**context, "reading": own_page.reading}, status=status)
    return render(request, "desk/matter.html", context, status=status)


def _next(found: Matter, standings: list[Standing], at: datetime) -> Standing | None:
    """The one thing to do next, of the main line: what is open to this person; else what they will do once others have
    done theirs, with its reasons; else what is open to somebody; else what leads on. Nothing, where the matter has ended, and where
    nothing of the main line is left: what else can be done is offered below, and pressed on nobody."""
    if found.stage in procedure_of(found).ends:
        return None
    by_code = {row.action.code: row for row in standings}
    line = [by_code[action.code] for action in line_of(found, at) if action.code in by_code]
    first_open = next((place for place, row in enumerate(line) if row.open), len(line))
    ways = (
        [row for row in line if row.allowed],
        [row for row in line[first_open + 1 :] if row.mine],
        line[first_open : first_open + 1],
        line[-1:],
    )
    return next((way[0] for way in ways if way), None)


def _opened(found: Matter, row: Standing, actor: User, at: datetime, may: frozenset[str], form: Any, refusals: Any) -> ActionCard:
    if not row.mine or row.action.follows or not row.action.allowed_at(found.stage):
        return card(row, found, may=may)
    words = ""
    if form is None:
        form, words = empty_form(row.action, found, actor, at)
    shown = card(row, found, may=may, form=form_view(row.action, found, form, words))
    if refusals:
        # What was sent is told why it was refused; the button stays open unless a gate is shut whatever is sent.
        shown = replace(shown, refusals=[refusal(one, found, may) for one in refusals])
    return shown


def _about(found: Matter) -> Link | None:
    """The matter that this one is about."""
    subject = subject_of(found)
    return None if subject is None else Link(str(subject), reverse("desk:matter", args=[subject.kind, subject.pk]))


def _family(found: Matter) -> list[FamilyLine]:
    """The matters about this one, oldest first."""
    return [_relative(row) for row in about(found)]


def _relative(row: Matter) -> FamilyLine:
    """One of them; a result that its stage says already is not said twice."""
    told, stage = summed_up(row), procedure_of(row).stage_title(row.stage)
    return FamilyLine(
        title=told.title,
        url=reverse("desk:matter", args=[row.kind, row.pk]),
        stage=stage,
        result="" if told.result == stage else told.result,
        number=row.number,
        closed=row.stage in procedure_of(row).ends,
    )


def _facts(found: Any) -> list[str]:
    facts = [found.number, procedure_of(found).title]
    if handlers := handled_by(found):
        facts.append(f"承办 {handlers}")
    power = getattr(found, "power", None)
    if power is not None:
        facts.append(f"事项 {power.code}（{power.version}版）")
    return [fact for fact in facts if fact]


def _notes(found: Any) -> list[str]:
    """What must be seen before anything else: what a review organ or a court left of the decision."""
    said = found.get_decision_standing_display() if getattr(found, "decision_standing", "") else ""
    return [f"经复议、诉讼，本件的决定已经{said}（{found.decision_number}）。"] if said else []


def _steps(found: Matter) -> list[StepView]:
    """The ordinary way with the day each stage was reached; a side exit is put where the matter left the way."""
    procedure = procedure_of(found)
    reached: dict[str, str] = {}
    for at, stage in found.records.order_by("version").values_list("at", "stage_to"):
        reached.setdefault(stage, f"{timezone.localtime(at):%m-%d}")
    path = list(procedure.path_of(found))
    if found.stage not in path:
        passed = [place for place, stage in enumerate(path) if stage in reached]
        path.insert(max(passed, default=-1) + 1, found.stage)
    here = path.index(found.stage)
    if found.stage in procedure.ends:
        path = path[: here + 1]
    return [
        StepView(
            title=procedure.stage_title(stage),
            words=reached.get(stage, "") or ("进行中" if place == here else ""),
            state="now" if place == here else "was" if place < here and stage in reached else "",
        )
        for place, stage in enumerate(path)
    ]


def _log(found: Matter) -> list[LogLine]:
    """Records as prose, newest first, each with the documents it made."""
    papers: dict[int, list[Link]] = {}
    for row in found.documents.defer("data"):
        papers.setdefault(row.record_id, []).append(Link(row.title, reverse("desk:document", args=[row.pk])))
    lines, year = [], ""
    for record in found.records.order_by("-version"):
        this = f"{timezone.localtime(record.at):%Y}"
        lines.append(
            LogLine(
                at=record.at,
                sentence=f"{record.actor_name}　{record.sentence}",
                links=papers.get(record.pk, []),
                year=this if this != year else "",
            )
        )
        year = this
    return lines


def _people(found: Matter, at: datetime) -> list[PersonLine]:
    people = User.objects.in_bulk(handler_ids(found))
    rows = [people[pk] for pk in handler_ids(found)]
    return [
        PersonLine(
            name=row.name,
            role="承办人",
            note=f"执法证 {row.certificate}" if row.certificate else "今天没有有效的执法证",
            tone="quiet" if row.certificate else "late",
        )
        for row in officers_on(rows, timezone.localdate(at))
    ]


def _parties(found: Any) -> list[PersonLine]:
    if not hasattr(found, "penalty_partys"):
        return []
    return [PersonLine(name=row.name, role=row.get_kind_display(), note=row.phone) for row in found.penalty_partys.order_by("id")]


def _document(row: Any) -> DocumentLine:
    return DocumentLine(
        title=row.title,
        url=reverse("desk:document", args=[row.pk]),
        number=row.number,
        made_on=timezone.localdate(row.made_at),
        pages=row.pages,
        voided=row.voided_at is not None,
    )


def _files(found: Matter) -> list[FileLine]:
    lines = []
    for row in found.attachments.select_related("blob").order_by("id"):
        url = reverse("desk:attachment", args=[row.pk])
        picture = row.blob.media_type in _PICTURES
        lines.append(FileLine(row.name, url, f"{row.blob.size_bytes / 1024:.0f} KB", f"{url}thumbnail" if picture else ""))
    return lines
