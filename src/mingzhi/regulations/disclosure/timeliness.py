"""The ledger of publicity (公示台账): everything that ought to be public, how far it is, by when it was due, and why not.

Every decision of the ordinary procedure stands here, also one whose publication nobody began: what is left out on purpose is seen.
Queries over what is on record; nothing is entered for them. Serves 公示制度 9, 12, 13 and 15.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import chain
from typing import Any

from django.db.models import Q, QuerySet

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import in_words
from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.procedure import procedure_of
from mingzhi.core.engine.viewing import region_filter, visible
from mingzhi.core.organs import HEADS, Post
from mingzhi.core.organs.models import Authority, User
from mingzhi.core.organs.people import posts_of
from mingzhi.law.provisions import cited
from mingzhi.procedures.penalty.models import Case

from . import stages as decided
from .bulletins import stages as told
from .bulletins.models import Bulletin
from .bulletins.topics import Topic
from .lapses.models import Lapse
from .models import Ground, Publication
from .registers import uncovered

SERVES = cited("disclosure-12-general", "disclosure-12-penalty", "disclosure-15")
DAYS = tuple(row.id for row in SERVES[:2])

#: Whoever answers for publication, works on it, or watches over it.
WATCH = (Post.CAPTAIN, Post.CLERK, Post.REVIEWER, *HEADS, Post.SUPERVISOR, Post.DISCIPLINE)
#: More than a town has in many years; a district that has more asks month by month.
MOST = 2000


class State(StrEnum):
    """How far something is, the most urgent first."""

    LATE = "late"
    MISSING = "missing"
    DUE = "due"
    ASKED = "asked"
    AMISS = "amiss"
    WITHHELD = "withheld"
    DONE_LATE = "done_late"
    DONE = "done"
    GONE = "gone"


TITLES = {
    State.LATE: "逾期未公开",
    State.MISSING: "没有办理",
    State.DUE: "期限内待公开",
    State.ASKED: "不公开待批",
    State.AMISS: "待撤回、更正",
    State.WITHHELD: "不予公开",
    State.DONE_LATE: "逾期公开",
    State.DONE: "按时公开",
    State.GONE: "已撤回、停止",
}
#: Not settled yet, whatever its day: shown also when another month is not asked for.
OPEN = (State.LATE, State.MISSING, State.DUE, State.ASKED, State.AMISS)

_OF_DECISIONS = {
    decided.Stage.WITHHOLDING: State.ASKED,
    decided.Stage.WITHHELD: State.WITHHELD,
    decided.Stage.OBJECTED: State.AMISS,
    decided.Stage.CORRECTING: State.AMISS,
    decided.Stage.WITHDRAWING: State.AMISS,
    decided.Stage.WITHDRAWN: State.GONE,
    decided.Stage.DROPPED: State.GONE,
}
_OF_BULLETINS = {
    told.Stage.WITHHOLDING: State.ASKED,
    told.Stage.WITHHELD: State.WITHHELD,
    told.Stage.CORRECTING: State.AMISS,
    told.Stage.ENDED: State.GONE,
}
_UNPUBLISHED = frozenset(str(stage) for stage in (*decided.UNPUBLISHED, *told.UNPUBLISHED))


@dataclass(frozen=True)
class Asked:
    """What the ledger is narrowed to; empty for everything of this year and what is still open."""

    person: str = ""
    month: date | None = None


@dataclass(frozen=True)
class Item:
    """One thing that ought to be public. kind and pk: the matter it leads to, the case where nobody began; both empty where a register changed.

    on: the day its days run from; words and tone: its deadline; why: the ground, or where it waits.
    """

    state: State
    what: str
    title: str
    number: str
    kind: str
    pk: int
    on: date
    due_on: date | None
    done_on: date | None
    who: str
    town: str
    words: str = ""
    tone: str = ""
    why: str = ""
    topic: str = ""
    lapses: tuple[tuple[int, str], ...] = ()


def watches(viewer: User, on: date) -> bool:
    """Whether this person may read the ledger of publicity."""
    return bool(posts_of(viewer, on) & set(WATCH))


def items(viewer: User, at: datetime, asked: Asked) -> list[Item]:
    """All of it that this person may see, the most urgent first, then the newest. Source: disclosure-15."""
    every = chain(
        _decisions(viewer, at, asked), _never_begun(viewer, at, asked), _bulletins(viewer, at, asked), _changes(viewer, at, asked)
    )
    order = list(State)
    return sorted(every, key=lambda one: (order.index(one.state), -one.on.toordinal(), one.pk))


def overdue(viewer: User, at: datetime) -> int:
    """How much should have been public by now and is not. Two short queries and the registers: it stands on the first page."""
    running = Deadline.objects.filter(region_filter(viewer), provision__in=DAYS, met_at__isnull=True, lifted_at__isnull=True)
    today = local_day(at)
    changed = sum(one.due_on is not None and one.due_on < today for town in _towns(viewer) for one in uncovered(town, today))
    return running.filter(due_at__lt=at).count() + changed


def _decisions(viewer: User, at: datetime, asked: Asked) -> Iterator[Item]:
    rows = visible(Publication.objects.select_related("case", "authority"), viewer).filter(
        _of("case__handler_names", asked),
        _when("decided_on", at, asked, decided.PUBLIC[1:], decided.UNPUBLISHED, (decided.Stage.WITHHOLDING,)),
    )
    found = list(rows.order_by("-decided_on", "-pk")[:MOST])
    days, lapses = _deadlines(row.pk for row in found), _lapses(row.pk for row in found)
    for row in found:
        due = days.get(row.pk)
        why = row.get_ground_display() or row.withdraw_because or _waits_at(row)
        yield _item(
            row, _OF_DECISIONS.get(decided.Stage(row.stage)), due, at, what="处罚决定", number=row.decision_number, on=row.decided_on,
            who=row.case.handler_names, why=str(why), lapses=lapses.get(row.pk, ()),
        )  # fmt: skip


def _bulletins(viewer: User, at: datetime, asked: Asked) -> Iterator[Item]:
    rows = visible(Bulletin.objects.select_related("authority"), viewer).filter(
        _of("handler_names", asked), _when("formed_on", at, asked, told.UNPUBLISHED, (told.Stage.WITHHOLDING, told.Stage.CORRECTING))
    )
    found = list(rows.order_by("-formed_on", "-pk")[:MOST])
    days, lapses = _deadlines(row.pk for row in found), _lapses(row.pk for row in found)
    for row in found:
        why = Ground(row.ground).label if row.ground else row.ended_because or _waits_at(row)
        yield _item(
            row, _OF_BULLETINS.get(told.Stage(row.stage)), days.get(row.pk), at, what=Topic(row.topic).label, number=row.number, on=row.formed_on,
            who=row.handler_names, why=str(why), lapses=lapses.get(row.pk, ()),
        )  # fmt: skip


def _never_begun(viewer: User, at: datetime, asked: Asked) -> Iterator[Item]:
    """Decisions of the ordinary procedure for which there is no publication at all: nothing may be left out unseen."""
    rows = visible(Case.objects.select_related("authority").filter(kind="penalty", publications__isnull=True), viewer)
    rows = rows.filter(documents__code="D30", documents__voided_at__isnull=True, decided_on__isnull=False).filter(
        _of("handler_names", asked), Q() if asked.month is None else _in_month("decided_on", asked.month)
    )
    found = list(rows.distinct().order_by("-decided_on", "-pk")[:MOST])
    lapses = _lapses(row.pk for row in found)
    for row in found:
        yield Item(
            State.MISSING, "处罚决定", row.title, row.decision_number, row.kind, row.pk, row.decided_on or local_day(at), None, None,
            row.handler_names, row.authority.place, why="作出后没有进入公示程序", lapses=lapses.get(row.pk, ()),
        )  # fmt: skip


def _changes(viewer: User, at: datetime, asked: Asked) -> Iterator[Item]:
    """Registers that changed and no bulletin says so. Nobody's yet, so a person's name leaves them out."""
    if asked.person:
        return
    today = local_day(at)
    for town in _towns(viewer):
        for one in uncovered(town, today):
            if asked.month is None or (one.changed_on.year, one.changed_on.month) == (asked.month.year, asked.month.month):
                late = one.due_on is not None and one.due_on < today
                unknown = "" if one.due_on else "（没有录入当年的工作日历，不能计算期限）"
                yield Item(
                    State.DUE if one.due_on and not late else State.MISSING, one.topic.label, f"{one.topic.label}有变化，还没有登记公开",
                    "", "", 0, one.changed_on, one.due_on, None, "", town.place,
                    words="已逾期" if late else "", tone="late" if late else "", why=f"{one.words}{unknown}", topic=one.topic,
                )  # fmt: skip


def _item(row: Publication | Bulletin, state: State | None, due: Deadline | None, at: datetime, **said: Any) -> Item:
    """A matter with its state: by its stage, else by whether it is public and was so in time."""
    left = in_words(due, at) if due is not None and due.met_at is None and due.lifted_at is None else None
    if state is None and row.stage in _UNPUBLISHED:
        state = State.LATE if due is not None and due.due_at < at else State.DUE
    elif state is None:
        state = State.DONE_LATE if due is not None and due.met_at is not None and due.met_at > due.due_at else State.DONE
    return Item(
        state=state, title=row.title, kind=row.kind, pk=row.pk, due_on=local_day(due.due_at) if due else None, done_on=row.published_on,
        town=row.authority.place, words=left.words if left else "", tone=left.tone if left else "", **said,
    )  # fmt: skip


def _waits_at(row: Publication | Bulletin) -> str:
    """“待审核”, while it waits for somebody."""
    return procedure_of(row).stage_title(row.stage) if row.stage in _UNPUBLISHED else ""


def _deadlines(pks: Iterable[int]) -> dict[int, Deadline]:
    """The latest deadline of becoming public, by matter."""
    rows = Deadline.objects.filter(matter__in=list(pks), provision__in=DAYS).select_related("matter").order_by("id")
    return {row.matter_id: row for row in rows}


def _lapses(pks: Iterable[int]) -> dict[int, tuple[tuple[int, str], ...]]:
    """What was registered about each, with its number. Source: disclosure-15."""
    found: dict[int, tuple[tuple[int, str], ...]] = {}
    for concerned, pk, number in Lapse.objects.filter(concerns__in=list(pks)).order_by("pk").values_list("concerns", "pk", "number"):
        found[concerned] = (*found.get(concerned, ()), (pk, number))
    return found


def _of(names: str, asked: Asked) -> Q:
    return Q(**{f"{names}__icontains": asked.person}) if asked.person else Q()


def _when(day: str, at: datetime, asked: Asked, *still_open: Iterable[str]) -> Q:
    """Of the month that was asked for; else of this year, and whatever is open."""
    if asked.month is not None:
        return _in_month(day, asked.month)
    return Q(**{f"{day}__year": local_day(at).year}) | Q(stage__in=[str(stage) for stages in still_open for stage in stages])


def _in_month(day: str, month: date) -> Q:
    return Q(**{f"{day}__year": month.year, f"{day}__month": month.month})


def _towns(viewer: User) -> QuerySet[Authority]:
    return Authority.objects.filter(region_filter(viewer), kind=Authority.Kind.TOWN).order_by("region")
