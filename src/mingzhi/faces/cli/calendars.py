"""`mingzhi calendar load`: a year's rest and make-up days entered from a file, for the towns of this installation."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml

from mingzhi.law.workdays import YearTable

from .installation import DataDir, open_installation, require_tables
from .outcome import CommandError, Exit, say

app = typer.Typer(help="工作日历。", no_args_is_help=True)

FORMAT = """year: 2027
source: 国办发明电〔2026〕1号
rest_days: [2027-01-01, ...]      # 放假的日期（周末可写可不写）
makeup_days: [2027-02-06, ...]    # 调休上班的周末"""


@app.callback()
def calendar() -> None:
    """工作日历。"""


@app.command("load")
def load(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="YAML 文件")],
    user: Annotated[str, typer.Option(metavar="ACCOUNT", help="由哪个账号录入，须是党政办经办人")],
    data: DataDir = None,
) -> None:
    """录入一年的放假调休安排（国务院办公厅当年通知）。"""
    year, rest, makeup, source = read_year(file)
    open_installation(data)
    require_tables()
    from django.utils import timezone

    from mingzhi.core.engine.calendar_entry import enter_year
    from mingzhi.core.engine.errors import ActionError
    from mingzhi.core.organs.models import User

    person = User.objects.filter(username=user, is_active=True).select_related("authority").first()
    if person is None:
        raise CommandError(f"没有账号 {user}，或者该账号已停用。", Exit.USAGE)
    try:
        enter_year(person.authority, year, rest, makeup, source, person, timezone.now())
    except ActionError as problem:
        raise CommandError(str(problem)) from problem
    workdays = len(YearTable(year, frozenset(rest), frozenset(makeup)).workdays())
    say(f"已录入{person.authority.place}{year}年工作日历：放假 {len(rest)} 日，调休上班 {len(makeup)} 日，全年 {workdays} 个工作日。")


def read_year(file: Path) -> tuple[int, list[date], list[date], str]:
    """Year, rest days, make-up days and source of a file, checked. Raises CommandError in words."""
    try:
        table = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as problem:
        raise CommandError(f"{file} 不是 YAML：{problem}", Exit.USAGE) from problem
    if not isinstance(table, dict) or set(table) != {"year", "source", "rest_days", "makeup_days"}:
        raise CommandError(f"{file} 应有 year、source、rest_days、makeup_days 四项：\n{FORMAT}", Exit.USAGE)
    if not isinstance(table["year"], int) or not str(table["source"] or "").strip():
        raise CommandError(f"{file} 的 year 应为年份，source 应写通知的文号。", Exit.USAGE)
    rest, makeup = _days(file, table, "rest_days"), _days(file, table, "makeup_days")
    try:
        YearTable(table["year"], frozenset(rest), frozenset(makeup))
    except ValueError as problem:
        raise CommandError(f"{file}：{problem}", Exit.USAGE) from problem
    return table["year"], rest, makeup, str(table["source"]).strip()


def _days(file: Path, table: dict[str, Any], name: str) -> list[date]:
    days = table[name]
    if not isinstance(days, list) or not all(type(day) is date for day in days):
        raise CommandError(f"{file} 的 {name} 应为日期的列表，如 [2027-01-01, 2027-01-02]。", Exit.USAGE)
    return sorted(set(days))
