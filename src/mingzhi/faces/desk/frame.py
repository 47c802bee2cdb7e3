"""What surrounds every page: the areas, who is signed in and in which post, the way here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.core.engine.viewing import kinds_read
from mingzhi.core.organs import ADMINISTRATORS
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of, reads_matters
from mingzhi.regulations.disclosure.timeliness import watches
from mingzhi.regulations.equipment.procedure import devices

from .shapes import Frame, Link

#: Procedures whose lists stand in the bar, in this order, for a bar holds no more; the others are behind 更多.
_IN_SIGHT = ("penalty", "summary", "clue", "review")


@cache
def address(name: str, *args: str) -> str:
    """The address of a view; worked out once, because every page names the same dozen."""
    return reverse(name, args=args)


def frame_of(request: HttpRequest, title: str, *, area: str = "", crumbs: Sequence[Link] = (), side: Sequence[Link] = ()) -> Frame:
    """The frame of one page for the person of the request."""
    person = cast(User, request.user)
    today = timezone.localdate()
    posts = "、".join(sorted(post.label for post in posts_of(person, today)))
    areas = [Link("工作台", "/", area == "home")]
    rarer: list[Link] = []
    reads = reads_matters(person, today)
    kinds = frozenset() if reads else kinds_read(person, today)
    for row in listed():
        if reads or row.code in kinds:
            # Whoever reads few kinds has them in sight: a bar holds so many.
            place = areas if row.code in _IN_SIGHT or not reads else rarer
            place.append(Link(row.section or row.title, address("desk:list", row.code), area == row.code))
    if reads or devices.code in kinds:
        (rarer if reads else areas).append(Link("使用台账", address("desk:ledger"), area == "ledger"))
    if reads:
        rarer.append(Link("报送对账", address("desk:reconciliation"), area == "reconciliation"))
        areas.append(Link("执法事项", address("desk:powers"), area == "powers"))
    if watches(person, today):
        rarer.append(Link("公示台账", address("desk:publicity"), area == "publicity"))
    if posts_of(person, today) & ADMINISTRATORS:
        rarer.append(Link("证据库事件", address("desk:incidents"), area == "incidents"))
    areas.append(Link("人员", address("desk:people"), area == "people"))
    areas.append(Link("条款", address("desk:provisions"), area == "provisions"))
    return Frame(
        town=f"{person.authority.place}综合行政执法",
        title=title,
        nav=areas,
        more=[
            *rarer,
            Link("上传音像资料", address("desk:uploading"), area == "uploads"),
            Link("流程", address("desk:flows"), area == "flows"),
            Link("工作日历", address("desk:calendar"), area == "calendar"),
            Link("修改密码", address("desk:password")),
        ],
        side=side,
        crumbs=crumbs,
        unit=person.unit.name if person.unit else person.authority.place,
        person=person.name,
        post=posts or "未任岗位",
        person_key=str(person.pk),
        person_url=address("desk:password"),
        search_url=address("desk:search"),
        sign_out_url=address("desk:sign_out"),
        password_url=address("desk:password"),
        footer=f"{person.authority.name}　明执",
    )


def listed() -> list:
    """Procedures with a list of their own, those in sight first."""
    order = {code: place for place, code in enumerate(_IN_SIGHT)}
    return sorted(PROCEDURES.values(), key=lambda row: (order.get(row.code, len(order)), row.code))
