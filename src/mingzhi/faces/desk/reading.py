"""Reads for pages: lists by keyset, what a person has to do today, what came last. Everything is scoped by the viewer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.gates import gates_of
from mingzhi.core.engine.models import Deadline, Handler, Matter
from mingzhi.core.engine.perform import refusals_of
from mingzhi.core.engine.places import handler_ids, post_for, stand_in
from mingzhi.core.engine.procedure import ACTIONS, PROCEDURES, WAITED_FOR, Action
from mingzhi.core.engine.standing import next_action
from mingzhi.core.engine.viewing import visible, whole_region
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.core.organs.prepared import Prepared

#: Rows of one page of a list, and how many open matters the first page looks through.
PAGE_ROWS = 50
TODAY_ROWS = 60

_COLUMNS = ("id", "number", "title", "stage", "handler_names", "changed_at", "closed_at")


#: The list as it is opened: everything open in one's own town, newest change first. Other lists are built as they are asked for.
_OPENED = Prepared(
    lambda region, kind: (
        Matter.objects.filter(region=region, kind=kind, closed_at__isnull=True)
        .order_by("-changed_at", "-id")
        .values_list(*_COLUMNS)[: PAGE_ROWS + 1]
    ),
    region=str,
    kind=str,
)
#: The running deadlines of as many matters as are asked for at once; fewer are filled up with the last one. Nothing else is asked by:
#: PostgreSQL's driver takes a statement of more than fifty values apart anew each time.
_RUNNING = Prepared(
    lambda **matters: (
        Deadline.objects.filter(matter__in=list(matters.values()), met_at__isnull=True, lifted_at__isnull=True)
        .order_by("-due_at")
        .values_list("matter_id", "title", "rule", "due_at", "matter__authority_id", "provision", "since_at", "extended")
    ),
    **{f"matter_{place}": int for place in range(PAGE_ROWS)},
)


@dataclass(frozen=True)
class Page:
    """One page of matters as tuples of `_COLUMNS`, newest change first; `after` asks for the next one."""

    rows: list[tuple]
    after: str


def matters_page(viewer: User, kind: str, *, tab: str, stage: str, query: str, after: str) -> Page:
    """One keyset page of the matters of a kind. tab: mine, open or closed."""
    region = whole_region(viewer, timezone.localdate())
    if region and tab == "open" and not (stage or query or after):
        found = _OPENED.rows(region=region, kind=kind)
    else:
        found = _matters(viewer, kind, tab=tab, stage=stage, query=query, after=after)
    more = len(found) > PAGE_ROWS
    found = found[:PAGE_ROWS]
    return Page(found, f"{found[-1][5].isoformat()}_{found[-1][0]}" if more else "")


def _matters(viewer: User, kind: str, *, tab: str, stage: str, query: str, after: str) -> list[tuple]:
    """Up to one row more than a page has, by every filter."""
    rows = visible(Matter.objects.filter(kind=kind), viewer)
    if tab == "mine":
        rows = rows.filter(_of(_handled_by(viewer)), closed_at__isnull=True)
    else:
        rows = rows.filter(closed_at__isnull=tab != "closed")
    if stage:
        rows = rows.filter(stage=stage)
    if query:
        rows = rows.filter(Q(number__icontains=query) | Q(title__icontains=query) | Q(handler_names__icontains=query))
    if after:
        moment, _, pk = after.partition("_")
        changed = parse_datetime(moment)
        if changed is not None and pk.isdecimal():
            rows = rows.filter(Q(changed_at__lt=changed) | Q(changed_at=changed, id__lt=int(pk)))
    return list(rows.order_by("-changed_at", "-id").values_list(*_COLUMNS)[: PAGE_ROWS + 1])


def handlers_of_subjects(kind: str, pks: Sequence[int]) -> dict[int, str]:
    """For matters about others: names of those who handle what each is about. Nothing for other kinds."""
    procedure = PROCEDURES[kind]
    if not (procedure.about and pks):
        return {}
    return dict(procedure.matter.objects.filter(pk__in=pks).values_list("pk", f"{procedure.about}__handler_names"))


class Nearest(NamedTuple):
    """The nearest running deadline of a matter, as pages need it."""

    matter_id: int
    title: str
    rule: str
    due_at: datetime
    authority_id: int
    provision: str
    since_at: datetime
    extended: bool


def nearest_deadlines(matter_ids: Sequence[int]) -> dict[int, Nearest]:
    """The nearest running deadline of each matter that has one, by matter. One query for every page's worth of matters."""
    found: dict[int, Nearest] = {}
    for start in range(0, len(matter_ids), PAGE_ROWS):
        asked = matter_ids[start : start + PAGE_ROWS]
        places = {f"matter_{place}": asked[min(place, len(asked) - 1)] for place in range(PAGE_ROWS)}
        for row in map(Nearest._make, _RUNNING.rows(**places)):
            if row.provision not in WAITED_FOR:
                found[row.matter_id] = row  # the nearest comes last
    return found


@dataclass(frozen=True)
class Task:
    """One thing to do: the matter, the next action of its main line, and its nearest deadline.

    `opens`: what is to be opened first, when only that lets the action be done (a clue becomes a case by proposing one).
    """

    matter: Any
    action: Action
    deadline: Nearest | None
    opens: Action | None = None


@dataclass(frozen=True)
class Today:
    """What I handle and must carry on, what waits for my decision, what others have to do in what I handle."""

    mine: list[Task]
    approvals: list[Task]
    asked: list[Task]


def today(viewer: User, at: datetime) -> Today:
    """The open matters this person moves or waits for, by nearest deadline."""
    found = Today([], [], [])
    on = local_day(at)
    open_rows = visible(Matter.objects.filter(closed_at__isnull=True), viewer)
    own = _handled_by(viewer)
    soonest = F("next_due_at").asc(nulls_last=True), "id"
    # What is one's own is looked through first, then what one's posts carry on, however much the town has open.
    soonest_first = dict.fromkeys(
        row
        for rows in (open_rows.filter(_of(own)), open_rows.filter(_carried_on_by(posts_of(viewer, on))))
        for row in rows.order_by(*soonest).values_list("id", "kind", "next_due_at")[:TODAY_ROWS]
    )
    nearest = [(pk, kind) for pk, kind, due in sorted(soonest_first, key=lambda row: (row[2] is None, row[2] or at, row[0]))]
    deadlines = nearest_deadlines([pk for pk, _ in nearest])
    matters = {
        row.pk: row for code in {kind for _, kind in nearest} for row in _matters_of(code, [pk for pk, kind in nearest if kind == code])
    }
    for pk, _ in nearest:
        matter = matters[pk]
        handles = viewer.pk in handler_ids(matter)
        action = next_action(matter, at)
        if action is None:
            continue
        task = Task(matter, action, deadlines.get(pk), _opened_first(action, matter, viewer, at))
        post = post_for(action, matter, viewer, on)
        if post == Post.HANDLER or (post == Post.OFFICER and handles):
            found.mine.append(task)
        elif post not in (None, Post.OFFICER):
            if not _left_to_another(action, matter, viewer, at):
                found.approvals.append(task)
        elif handles:
            found.asked.append(task)
    return found


def _handled_by(viewer: User) -> QuerySet:
    return Handler.objects.filter(person=viewer, until_at__isnull=True).values("matter")


def _of(own: QuerySet) -> Q:
    """Matters among these, and those about them."""
    about = (procedure for procedure in PROCEDURES.values() if procedure.about)
    rows = (procedure.matter.objects.filter(**{f"{procedure.about}__in": own}).values("pk") for procedure in about)
    return reduce(or_, (Q(pk__in=matters) for matters in rows), Q(pk__in=own))


def _carried_on_by(posts: Iterable[Post]) -> Q:
    """Matters at a stage where something of the main line is done by one of these posts; officers are asked of their own only."""
    held = set(posts) - {Post.OFFICER}
    found = Q(pk__in=[])
    for procedure in PROCEDURES.values():
        line = [procedure.actions[name] for name in procedure.mainline if held & set(procedure.actions[name].by)]
        if line:
            stages = [stage for stage in procedure.stages.values if any(action.allowed_at(stage) for action in line)]
            found |= Q(kind=procedure.code, stage__in=stages)
    return found


def _matters_of(kind: str, pks: Sequence[int]) -> QuerySet:
    procedure = PROCEDURES[kind]
    return procedure.matter.objects.filter(pk__in=pks).select_related("authority", *([procedure.about] if procedure.about else []))


def _left_to_another(action: Action, matter: Any, viewer: User, at: datetime) -> bool:
    """Whether somebody else with the post can do it and this person may not: a review assigned to a colleague, one's own request."""
    if not refusals_of(action, matter, viewer, at, None):
        return False
    other = stand_in(action, matter, local_day(at))
    return other is not None and other.pk != viewer.pk and not refusals_of(action, matter, other, at, None)


def _opened_first(action: Action, matter: Any, viewer: User, at: datetime) -> Action | None:
    """What must be opened before an action that waits for it; None for nearly all."""
    if not any(gate.mend and ACTIONS[gate.mend].opens for gate in gates_of(action)):
        return None
    mends = (refusal.mend for refusal in refusals_of(action, matter, viewer, at, None))
    return next((ACTIONS[code] for code in mends if code and ACTIONS[code].opens), None)


def now() -> datetime:
    """The present moment; pages ask for it here so that they all mean the same."""
    return timezone.now()
