"""`mingzhi check`: is this installation fit for work, one line for each thing that must be."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

import typer

from .installation import AsJson, DataDir, has_tables, open_installation, pending_migrations
from .outcome import CommandError, Exit, print_json, say

#: Below this much free space uploads will soon fail.
LEAST_FREE_BYTES = 2 * 1024**3
#: From this month the next year's calendar should be there: the notice comes out in autumn.
CALENDAR_MONTH = 11


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: `state` is ok, warn (works, but look at it) or bad."""

    name: str
    state: str
    sentence: str


_MARKS = {"ok": "正常", "warn": "注意", "bad": "不行"}


def check(as_json: AsJson = False, data: DataDir = None) -> None:
    """检查这套安装能否使用。"""
    from django.core.exceptions import ImproperlyConfigured

    try:
        open_installation(data)
    except ImproperlyConfigured as problem:
        raise CommandError(str(problem)) from problem
    findings = list(look())
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            say(f"{_MARKS[finding.state]}  {finding.name}：{finding.sentence}")
    if any(finding.state == "bad" for finding in findings):
        raise typer.Exit(Exit.FAILED)


def look() -> Iterator[Finding]:
    """Every finding, in the order of importance."""
    yield from (_database(), _hashes(), _fonts(), _disk(), _clock())
    yield from _calendar()
    yield _ffprobe()
    yield Finding("备份", "warn", "本版本没有备份命令，请按 docs/operations.md 自行备份。")


def _database() -> Finding:
    from django.db import connection

    try:
        if not has_tables():
            return Finding("数据库", "bad", "还没有数据表。请运行 mingzhi run。")
        steps = pending_migrations()
    except CommandError as problem:
        return Finding("数据库", "bad", str(problem))
    if steps:
        return Finding("数据库", "bad", f"数据表还差 {steps} 步更新。请运行一次 mingzhi run。")
    return Finding("数据库", "ok", f"{connection.vendor}，数据表为本版本。")


def _hashes() -> Finding:
    from django.core.exceptions import ImproperlyConfigured

    from mingzhi.core.ledger.self_test import self_test

    try:
        self_test()
    except ImproperlyConfigured as problem:
        return Finding("国密算法", "bad", str(problem))
    return Finding("国密算法", "ok", "SM3 和 SHA-256 计算正确。")


def _fonts() -> Finding:
    from mingzhi.core.documents.fonts import FontsMissing, faces

    try:
        return Finding("字体", "ok", f"标题用 {faces()['title'][0]}，正文用 {faces()['fang'][0]}。")
    except FontsMissing as problem:
        return Finding("字体", "bad", str(problem))


def _disk() -> Finding:
    from django.conf import settings

    place = next(path for path in (Path(settings.DATA_DIR), *Path(settings.DATA_DIR).parents) if path.exists())
    free = shutil.disk_usage(place).free
    state = "ok" if free >= LEAST_FREE_BYTES else "warn"
    return Finding("磁盘", state, f"{settings.DATA_DIR} 还可写 {free / 1024**3:.1f} GiB。")


def _clock() -> Finding:
    from django.utils import timezone

    from mingzhi.core.engine.models import Record

    now = timezone.now()
    latest = Record.objects.order_by("-at").values_list("at", flat=True).first() if has_tables() else None
    if latest and latest > now + timedelta(minutes=1):
        return Finding("时钟", "bad", f"本机时间早于最近的记录（{timezone.localtime(latest):%Y-%m-%d %H:%M}）。请校准时钟。")
    return Finding("时钟", "ok", f"{timezone.localtime(now):%Y-%m-%d %H:%M:%S}，请与标准时间核对。")


def _calendar() -> Iterator[Finding]:
    from django.utils import timezone

    from mingzhi.core.organs.calendars import calendar_of
    from mingzhi.core.organs.models import Authority
    from mingzhi.law.workdays import Calendar

    today = timezone.localdate()
    towns = list(Authority.objects.filter(kind="town").order_by("code")) if has_tables() else []
    for town in towns or [None]:
        known = calendar_of(town.pk) if town else Calendar.published()
        missing = [year for year in (today.year, today.year + 1) if not known.has_year(year)]
        name = f"工作日历（{town.place}）" if town else "工作日历"
        if not missing:
            yield Finding(name, "ok", f"{today.year} 年和 {today.year + 1} 年都有。")
        elif today.year in missing:
            yield Finding(name, "bad", f"没有 {today.year} 年的放假调休安排。请运行 mingzhi calendar load。")
        else:
            urgent = today.month >= CALENDAR_MONTH
            yield Finding(name, "warn" if urgent else "ok", f"还没有 {today.year + 1} 年的放假调休安排，通知公布后请录入。")


def _ffprobe() -> Finding:
    where = shutil.which("ffprobe")
    return Finding("ffprobe", "ok" if where else "warn", where or "没有安装；本版本用不到，音像记录功能需要。")
