"""Comparing what stands after a step with what the story says: stages, values, and deadlines with their counted days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.procedure import Procedure, procedure_of
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.law.periods import Hours, due
from mingzhi.law.provisions import provision

from .reading import Step

_STATES = ("进行", "已办", "逾期后办", "不再计", "无")


def stage_named(procedure: Procedure, word: str) -> str | None:
    """The stage with this code or title."""
    for code, title in procedure.stages.choices:
        if word in (code, title):
            return str(code)
    return None


def compare_values(matter: Any, wanted: Mapping[str, str]) -> Iterator[str]:
    """Compare fields of the matter as text; an empty word stands for nothing."""
    for name, word in wanted.items():
        found = getattr(matter, name)
        text = "" if found is None else str(found)
        if text != word:
            yield f"{name} 应当是“{word}”，实际是“{text}”。"


def compare_deadlines(step: Step, matter: Any, wanted: Mapping[str, Any]) -> Iterator[str]:
    """Compare the latest deadline of each provision: its last day or state, and the days that were counted."""
    for provision_id, said in wanted.items():
        row = Deadline.objects.filter(matter_id=matter.pk, provision=provision_id).order_by("id").last()
        if isinstance(said, str):
            said = {"状态": said} if said in _STATES else {"到期": said}
        if unknown := set(said) - {"到期", "状态", "日子", "起算"}:
            raise step.error(f"期限中不认识“{'、'.join(unknown)}”；可以写：到期、起算、日子、状态。", "期限")
        state = _state(row)
        if "状态" in said and said["状态"] != state:
            yield f"期限 {provision_id} 应当“{said['状态']}”，实际“{state}”。"
        if row is None:
            if "状态" not in said:
                yield f"没有起算期限 {provision_id}。"
            continue
        last = f"{timezone.localtime(row.due_at):%Y-%m-%d %H:%M}" if "小时" in row.rule else str(local_day(row.due_at))
        if "到期" in said and said["到期"] != last:
            yield f"期限 {provision_id} 应当到 {said['到期']}，实际到 {last}。"
        if "起算" in said and said["起算"] != str(local_day(row.since_at)):
            yield f"期限 {provision_id} 应当自 {said['起算']} 起算，实际自 {local_day(row.since_at)}。"
        if "日子" in said:
            counted = _counted(matter, row)
            if counted != list(said["日子"]):
                yield f"期限 {provision_id} 计入的日子应当是{'、'.join(said['日子'])}，实际是{'、'.join(counted)}。"


def _state(row: Deadline | None) -> str:
    if row is None:
        return "无"
    if row.met_at is not None:
        return "逾期后办" if row.met_at > row.due_at else "已办"
    return "不再计" if row.lifted_at is not None else "进行"


def _counted(matter: Any, row: Deadline) -> list[str]:
    """The days the law floor counts for this row: every working day, or the first and last day of a calendar period."""
    since = local_day(row.since_at)
    period = provision(row.provision).period(since)
    rolls = any(rule.rolls for rule in procedure_of(matter).deadlines if rule.provision.id == row.provision)
    found = due(row.since_at if isinstance(period, Hours) else since, period, calendar_of(matter.authority_id), roll=rolls)
    return [day.isoformat() for day in found.counted]
