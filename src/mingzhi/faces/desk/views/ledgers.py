"""The ledgers of use (使用台账): cameras, what they recorded, and who looked at it; over everything this person may read of.

Lists ask page by page; for paper all rows of the period are set out at once. Serves 音像记录管理制度 4, 全过程记录制度 18.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date

from mingzhi.core.organs.models import User
from mingzhi.regulations.equipment.asking import Asked, devices_seen_by
from mingzhi.regulations.footage.ledger import Looked, Recorded, looked, recorded
from mingzhi.regulations.recording.ledger import UseLine, uses

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..ledger_shapes import LedgerPage, LedgerRow
from ..page_shapes import Choice
from ..reading import PAGE_ROWS, now
from ..shapes import Link

#: As many rows as are set out for paper at once: forty sheets.
PRINTED_ROWS = 1000
_TABS = {"devices": "设备使用", "footage": "音像资料", "looks": "查看和下载"}
_COLUMNS = {
    "devices": ("设备", "使用人员", "使用时间", "记录内容"),
    "footage": ("设备", "摄录人员", "摄录时间", "记录内容"),
    "looks": ("音像资料", "查看人员", "查看时间", "用途和内容"),
}


@desk_page
def ledger(request: SignedIn) -> HttpResponse:
    """One ledger (`tab`), narrowed by `device`, `person`, `from` and `until`; `all` sets out every row for paper."""
    viewer, at = request.user, now()
    tab = request.GET.get("tab", "") if request.GET.get("tab", "") in _TABS else "devices"
    kept = {name: request.GET.get(name, "").strip() for name in ("device", "person", "from", "until")}
    whole = bool(request.GET.get("all"))
    limit = PRINTED_ROWS if whole else PAGE_ROWS
    asked, wrong = _asked(request, kept)
    found = [] if asked is None else _rows(tab, viewer, asked, limit + 1, at)
    rows, more = [row for _, row in found[:limit]], len(found) > limit
    page = LedgerPage(
        heading="音像记录设备使用台账" if tab == "devices" else f"{_TABS[tab]}台账",
        tab=tab,
        tabs=[Link(label, _url(tab=name, **kept), name == tab) for name, label in _TABS.items()],
        columns=_COLUMNS[tab],
        scope_words=_scope_words(viewer, kept, at),
        devices=[Choice(row.code, row.title, row.code == kept["device"]) for row in devices_seen_by(viewer)],
        person=kept["person"],
        from_on=kept["from"],
        until_on=kept["until"],
        rows=rows,
        wrong=wrong,
        whole=whole,
        left_words=f"只列出最近 {limit} 行。请缩短起止日期，分几次打印。" if whole and more else "",
        print_url=_url(tab=tab, all="1", **kept) if rows and not whole else "",
        count_words=f"本页 {len(rows)} 行",
        next_url=_url(tab=tab, after=str(found[limit - 1][0]), **kept) if more and not whole else "",
        first_url=_url(tab=tab, **kept) if whole or request.GET.get("after") else "",
    )
    return render(request, "desk/ledger.html", {"frame": frame_of(request, page.heading, area="ledger"), "page": page})


def _asked(request: HttpRequest, kept: dict[str, str]) -> tuple[Asked | None, str]:
    """What is asked for, or None and why it cannot be."""
    try:
        from_on, until_on = (_day(kept[name]) for name in ("from", "until"))
    except ValueError:
        return None, "日期写得不对。请按 2026-03-05 的样子填写。"
    if from_on and until_on and until_on < from_on:
        return None, "截止日期早于起始日期。请核对后再查询。"
    after = request.GET.get("after", "")
    return Asked(kept["device"], kept["person"], from_on, until_on, int(after) if after.isdecimal() else None), ""


def _day(text: str) -> date | None:
    """A day, None for nothing. Raises ValueError for what is no day."""
    if not text:
        return None
    found = parse_date(text)
    if found is None:
        raise ValueError(text)
    return found


def _url(**asked: str) -> str:
    return f"{reverse('desk:ledger')}?{urlencode({name: value for name, value in asked.items() if value})}"


def _scope_words(viewer: User, kept: dict[str, str], at: datetime) -> str:
    """For whose paper this is, over what, and as of when: a sheet without that proves nothing."""
    period = f"{kept['from'] or '最早'} 至 {kept['until'] or '今日'}" if kept["from"] or kept["until"] else "全部时间"
    narrowed = [f"设备 {kept['device']}" if kept["device"] else "", f"人员 {kept['person']}" if kept["person"] else ""]
    return "　".join(word for word in (viewer.authority.name, period, *narrowed, f"{_moment(at)} {viewer.name}查询") if word)


def _rows(tab: str, viewer: User, asked: Asked, limit: int, at: datetime) -> Sequence[tuple[int, LedgerRow]]:
    """Rows of a ledger, each with the number after which the next page goes on."""
    if tab == "devices":
        return [(row.pk, _use(row)) for row in uses(viewer, asked, limit)]
    if tab == "footage":
        return [(row.pk, _recorded(row)) for row in recorded(viewer, asked, limit)]
    return [(row.pk, _looked(row)) for row in looked(viewer, asked, limit, at)]


def _use(row: UseLine) -> LedgerRow:
    apart = [f"另有 {row.apart} 件资料没有归入活动"] if row.apart else []
    return LedgerRow(
        what=Link(row.device, _matter("device", row.device_pk)),
        who=row.person,
        when=_span(row.taken_at, row.returned_at),
        when_words=row.condition if row.returned_at else "未归还",
        content=[
            Link(f"{one.title}（{one.number}）{f'资料 {one.files} 件' if one.files else '没有资料'}", _matter("activity", one.pk))
            for one in row.brought
        ],
        content_words=[*apart, f"用途：{row.purpose}。使用前检查：{row.checked}"],
    )


def _recorded(row: Recorded) -> LedgerRow:
    activity = [Link(row.activity, _matter("activity", row.activity_pk))] if row.activity_pk else []
    return LedgerRow(
        what=Link(row.device, _matter("device", row.device_pk)) if row.device_pk else Link("没有注明"),
        who=row.taken_by or "没有注明",
        who_words=f"采集：{row.brought_by}" if row.brought_by not in ("", row.taken_by) else "",
        when=_span(row.began_at, row.ended_at) if row.began_at else "没有注明",
        when_words=f"{_moment(row.stored_at)} 入库",
        content=[Link(f"{row.medium} {row.number}", _matter("footage", row.pk)), *activity],
        content_words=[word for word in (row.name, row.apart, row.state) if word],
    )


def _looked(row: Looked) -> LedgerRow:
    return LedgerRow(
        what=Link(row.number, _matter("footage", row.clip_pk)),
        what_words=row.device,
        who=row.viewer,
        who_words=row.ground,
        when=_moment(row.opened_at),
        content=[],
        content_words=[row.purpose, row.words],
    )


def _span(first: datetime, last: datetime | None) -> str:
    """“2026-03-04 09:00 至 10:00”, with the day again only where it is another."""
    if last is None:
        return _moment(first)
    same_day = timezone.localdate(first) == timezone.localdate(last)
    return f"{_moment(first)} 至 {f'{timezone.localtime(last):%H:%M}' if same_day else _moment(last)}"


def _moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"


def _matter(kind: str, pk: int) -> str:
    return reverse("desk:matter", args=[kind, pk])
