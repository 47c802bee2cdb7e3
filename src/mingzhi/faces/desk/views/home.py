"""The first page: what I have to do today, what waits for my decision, what I asked of others; nothing else."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from mingzhi.core.engine.incidents import waiting_for
from mingzhi.core.engine.page_port import remarks_at_home
from mingzhi.core.engine.places import who_may
from mingzhi.core.engine.standing import openings
from mingzhi.core.organs.models import User
from mingzhi.regulations.disclosure.timeliness import overdue, watches

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..page_shapes import FirstPage, TaskRow
from ..reading import Task, now, today
from ..shapes import Link
from ..wording import cites, handled_by, nearest_deadline, way

_WEEKDAYS = "一二三四五六日"


@desk_page
def home(request: SignedIn) -> HttpResponse:
    """Today's work in order of law."""
    at = now()
    found = today(request.user, at)
    day = timezone.localtime(at)

    def rows(tasks: list[Task], asked: bool = False) -> list[TaskRow]:
        return [_row(task, at, asked) for task in tasks]

    page = FirstPage(
        date_words=f"{day:%Y-%m-%d} 星期{_WEEKDAYS[day.weekday()]}",
        remarks=[
            *_incidents(request.user, at),
            *_publicity(request.user, at),
            *(Link(sentence, reverse("desk:list", args=[kind])) for kind, sentence in remarks_at_home(request.user, at)),
        ],
        today=rows(found.mine),
        approvals=rows(found.approvals),
        asked=rows(found.asked, asked=True),
        start=[
            Link(action.title, reverse("desk:open", args=[action.procedure.code, action.name])) for action in openings(request.user, at)
        ],
    )
    return render(request, "desk/first_page.html", {"frame": frame_of(request, "工作台", area="home"), "page": page})


def _incidents(viewer: User, at: datetime) -> list[Link]:
    """What went wrong in the vault and nobody has taken note of, for who runs the machine. Source: town-vault-scrub."""
    count = waiting_for(viewer, at)
    return [Link(f"证据库有 {count} 件事件待确认：复核发现文件不符或者缺失。", reverse("desk:incidents"))] if count else []


def _publicity(viewer: User, at: datetime) -> list[Link]:
    """What should have been public by now, for whoever answers for it or watches. Source: disclosure-15."""
    late = overdue(viewer, at) if watches(viewer, timezone.localdate(at)) else 0
    return [Link(f"有 {late} 件逾期没有公示。请看公示台账。", reverse("desk:publicity"))] if late else []


def _row(task: Task, at, asked: bool) -> TaskRow:
    matter, action = task.matter, task.action
    url = reverse("desk:matter", args=[matter.kind, matter.pk])
    opens = task.opens
    return TaskRow(
        matter=matter.title,
        url=url,
        action=opens.title if opens else action.title,
        action_url=way(opens, matter) if opens else f"{url}?do={action.name}#do",
        number=matter.number,
        cite=cites(action.provisions[:1])[0],
        deadline=nearest_deadline(task.deadline, at) if task.deadline else None,
        who=who_may(action, matter, timezone.localdate(at)) if asked else handled_by(matter),
    )
