"""`mingzhi due`, `surcharge` and `check-id`: questions of law that need no installation."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, Any

import typer

from mingzhi.law.answers import check_id_answer, due_answer, moment_or_day, surcharge_answer
from mingzhi.law.periods import day_of
from mingzhi.law.provisions import NumberUnknown, UnknownProvision, cited
from mingzhi.law.workdays import Calendar, YearUnknown

from .installation import AsJson, DataDir, has_tables, open_installation
from .outcome import CommandError, Exit, print_json, say


class Unit(StrEnum):
    WORKDAY = "workday"
    DAY = "day"
    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"


_UNIT_TITLES = {"workday": "按工作日", "day": "按日", "hour": "按小时", "month": "按月", "year": "按年"}


def due(
    from_: Annotated[str, typer.Option("--from", metavar="日期或时刻", help="起算的日期或时刻，当日不计入")],
    provision: Annotated[str | None, typer.Option(help="按条款计算，如 penalty-law-60")] = None,
    within: Annotated[int | None, typer.Option(min=0, help="长度")] = None,
    unit: Annotated[Unit | None, typer.Option(help="单位")] = None,
    roll: Annotated[bool, typer.Option("--roll", help="当事人的期间，末日是休息日的顺延")] = False,
    extended: Annotated[bool, typer.Option("--extended", help="加上该条款规定的延长")] = False,
    as_json: AsJson = False,
    data: DataDir = None,
) -> None:
    """期限的最后一日或者最后时刻。"""
    try:
        answer = due_answer(
            moment_or_day(from_),
            work_calendar(data),
            provision_id=provision,
            within=within,
            unit=unit.value if unit else None,
            roll=True if roll else None,
            extended_too=extended,
        )
    except (YearUnknown, NumberUnknown) as problem:
        raise CommandError(str(problem), Exit.UNKNOWN) from problem
    except UnknownProvision as problem:
        raise CommandError(str(problem), Exit.USAGE) from problem
    except ValueError as problem:
        raise CommandError(str(problem), Exit.USAGE) from problem
    if as_json:
        print_json(answer)
        return
    say(f"到期：{answer['due']}" + ("（末日为休息日，已顺延）" if answer["rolled"] else ""))
    counted = answer["counted"]
    if answer["unit"] == Unit.WORKDAY:
        say(f"计入的工作日 {len(counted)} 个：{'、'.join(counted)}")
    elif counted:
        say(f"自 {counted[0]} 至 {counted[-1]}（{_UNIT_TITLES[answer['unit']]}计算）")
    say(f"计算依据：{'、'.join(rule.cite for rule in cited(*answer['rules']))}")


def surcharge(
    fine: Annotated[str, typer.Option(metavar="元", help="罚款数额")],
    due: Annotated[str, typer.Option(metavar="日期", help="缴款期限的最后一日")],
    on: Annotated[str, typer.Option(metavar="日期", help="算到哪一日")],
    paused: Annotated[list[str] | None, typer.Option(metavar="起 止", help="复议、诉讼期间，首尾两日都不计；可重复")] = None,
    as_json: AsJson = False,
) -> None:
    """逾期缴纳罚款的加处罚款。"""
    try:
        pauses = [(day_of(moment_or_day(first)), day_of(moment_or_day(last))) for first, last in map(_pair, paused or ())]
        answer = surcharge_answer(Decimal(fine), day_of(moment_or_day(due)), day_of(moment_or_day(on)), pauses)
    except InvalidOperation as problem:
        raise CommandError(f"罚款数额 {fine} 不是金额，请写作 1000 或 1000.50。", Exit.USAGE) from problem
    except ValueError as problem:
        raise CommandError(str(problem), Exit.USAGE) from problem
    if as_json:
        print_json(answer)
        return
    capped = "，已达到罚款数额，不再增加" if answer["capped"] else ""
    say(
        f"逾期 {answer['days']} 日，每日 {answer['percent_per_day']}%，加处罚款 {answer['surcharge']} 元{capped}；合计 {answer['total']} 元"
    )


def check_id(codes: Annotated[list[str], typer.Argument(metavar="CODE…", help="号码")], as_json: AsJson = False) -> None:
    """号码的种类、是否有效和理由。"""
    answers: list[Any] = [check_id_answer(code) for code in codes]
    if as_json:
        print_json(answers)
    else:
        for answer in answers:
            say(f"{answer['code']}\t{answer['kind']}\t{'有效' if answer['valid'] else '无效：' + answer['reason']}")
    if not all(answer["valid"] for answer in answers):
        raise typer.Exit(Exit.FAILED)


def work_calendar(data: Any) -> Calendar:
    """The published years, and over them what the only town of this installation entered, where there is one."""
    open_installation(data)
    from mingzhi.core.organs.calendars import calendar_of
    from mingzhi.core.organs.models import Authority

    if not has_tables():
        return Calendar.published()
    entered = list(Authority.objects.filter(work_years__isnull=False).distinct().order_by("pk")[:2])
    return calendar_of(entered[0].pk) if len(entered) == 1 else Calendar.published()


def _pair(text: str) -> tuple[str, str]:
    first, comma, last = text.partition(",")
    if not comma:
        raise ValueError("中止期间应写起止两个日期，如 --paused 2026-03-01 2026-04-30")
    return first, last
