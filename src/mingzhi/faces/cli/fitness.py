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
    yield from (_ffprobe(), _protection(), _uploads(), _copy())
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
    from mingzhi.core.documents.fonts import FontsMissing, family_of
    from mingzhi.core.documents.preparing import is_prepared, of_this_machine

    try:
        told = f"标题用 {family_of('title')}，正文用 {family_of('fang')}"
    except FontsMissing as problem:
        return Finding("字体", "bad", str(problem))
    wanted = of_this_machine()
    if not wanted:
        return Finding("字体", "ok", f"{told}。")
    if not is_prepared(wanted):
        return Finding(
            "字体", "warn", f"{told}；开源字体还没有预备，或者预备之后更换过，文书排版较慢，样子不变。请运行 make setup，然后重启服务。"
        )
    return Finding("字体", "ok", f"{told}；开源字体已经预备。")


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
    """Whether recordings can be read, and within which walls: what reads a stranger's file must reach nothing else."""
    from mingzhi.core.vault import boxing
    from mingzhi.core.vault.probing import NOT_INSTALLED, version

    program = boxing.found("ffprobe")
    if program is None or boxing.found("ffmpeg") is None:
        return Finding("音像读取", "warn", NOT_INSTALLED)
    stand = boxing.walls()
    told = "、".join(title for wall, title in boxing.WALLS.items() if wall in stand) or "没有任何隔离"
    missing = [boxing.WALLS[wall] for wall in ("limits", "files", "user") if wall not in stand]
    if not stand & {"network", "tcp"}:
        missing.append(boxing.WALLS["network"])
    if missing:
        return Finding("音像读取", "warn", f"{version(program)}，隔离运行：{told}；缺少：{'、'.join(missing)}。见 docs/security.md。")
    return Finding("音像读取", "ok", f"{version(program)}，隔离运行：{told}。")


def _protection() -> Finding:
    from mingzhi.core.vault.protection import look as look_at_vault

    found = look_at_vault()
    if found.weak:
        return Finding("原件保护", "bad", "".join(found.weak) + "请按 docs/operations.md 设置目录的所有者和权限。")
    if not found.two_users:
        return Finding(
            "原件保护", "warn", "网页进程和文件库是同一个系统用户，原件只受台账和副本保护。正式使用请按 docs/operations.md 分开。"
        )
    return Finding("原件保护", "ok", f"文件库由系统用户 {found.keeper} 保管，网页进程不能改动。")


def _uploads() -> Finding:
    from mingzhi.core.vault.models import Upload

    if not has_tables() or pending_migrations():
        return Finding("上传", "warn", "数据表未就绪，没有检查。")
    damaged = Upload.objects.filter(state=Upload.State.DAMAGED).count()
    if damaged:
        return Finding("上传", "bad", f"有 {damaged} 份上传在本机损坏，磁盘可能有故障。请检查磁盘，并请上传人从头上传。")
    held = Upload.objects.filter(state=Upload.State.HELD).count()
    if held:
        return Finding("上传", "warn", f"有 {held} 份上传已收齐而未登记，等上传人补正。")
    return Finding("上传", "ok", "没有损坏或者待补正的上传。")


def _copy() -> Finding:
    from django.conf import settings

    copy = settings.VAULT_COPY_DIR
    if copy is None:
        return Finding("第二份", "warn", "没有设置 MINGZHI_VAULT_COPY，文件库只有一份；存储卡不能清空。")
    if not copy.is_dir():
        return Finding("第二份", "bad", f"{copy} 不存在。请挂上存放第二份的磁盘。")
    vault = Path(settings.VAULT_DIR)
    if vault.exists() and copy.stat().st_dev == vault.stat().st_dev:
        return Finding("第二份", "warn", f"{copy} 和文件库在同一块磁盘上，磁盘损坏时两份会一起丢失。")
    return Finding("第二份", "ok", f"第二份在 {copy}。")
