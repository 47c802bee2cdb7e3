"""How long a clip is kept, and what stands against clearing it. Serves 音像制度 14, 15, 装备制度 8; see docs/decisions/0033.

The longest of its reasons counts: a year from export, the term of the case's file, a day to which somebody extended it, for ever in
the three classes. A file that is not made yet has no end, so what belongs to an open case is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.places import subject_of
from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.law.periods import add_months
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.remedy.models import Remedy
from mingzhi.procedures.remedy.stages import OPEN

from .models import Clip, Hold
from .stages import SETTLED, Stage

FOR_EVER = "永久"
_MONTHS = 12
_YEARS = re.compile(r"^(\d+)年$")


@dataclass(frozen=True, slots=True)
class Term:
    """Until which day a clip is kept (that day included), None for no end in sight; `sentence` says why, in words."""

    until: date | None
    sentence: str

    def over(self, on: date) -> bool:
        return self.until is not None and self.until < on


def case_of(clip: Clip) -> Case | None:
    """The case at whose activity it was taken, None where there is none."""
    if clip.activity is None:
        return None
    subject = subject_of(of_its_kind(clip.activity))
    return subject if isinstance(subject, Case) else None


def of_its_kind(matter: Matter) -> Matter:
    """A matter as a row of its own kind, which knows what it is about."""
    procedure = PROCEDURES.get(matter.kind)
    return procedure.matter.objects.get(pk=matter.pk) if procedure and type(matter) is not procedure.matter else matter


def term_of(clip: Clip, at: datetime) -> Term:
    """How long it is kept as things stand. Source: footage-14, footage-15, equipment-8-store."""
    if clip.permanent_class:
        return Term(None, f"永久保存：{clip.get_permanent_class_display()}。")
    case = case_of(clip)
    if case is not None and not case.kept_for:
        return Term(None, f"与案卷同期保存；案件{case.number}还没有立卷。")
    if case is not None and case.kept_for == FOR_EVER:
        return Term(None, f"与案卷同期保存：案件{case.number}永久保存。")
    exported_on = local_day(clip.exported_at)
    ends = {_after(exported_on, provision("footage-14").number("min", exported_on)): "自导出之日起的最低期限"}
    if case is not None and case.closed_on and (years := _YEARS.match(case.kept_for)):
        ends[_after(case.closed_on, int(years[1]))] = f"与案件{case.number}的案卷同期"
    if clip.keep_until:
        ends[clip.keep_until] = "延长保存"
    until = max(ends)
    return Term(until, f"保存至{until}（{ends[until]}）。")


def _after(day: date, years: int) -> date:
    """The last day of so many years that began on a day."""
    return add_months(day, years * _MONTHS)


def holds_on(clip: Clip) -> list[str]:
    """What stands against clearing it now, in words: holds placed by hand, and remedies against its case that are open."""
    found = [str(row) for row in Hold.objects.filter(matter_id=clip.pk, lifted_at__isnull=True)]
    if (case := case_of(clip)) is not None:
        for row in Remedy.objects.filter(case_id=case.pk, stage__in=OPEN):
            found.append(f"{row.get_remedy_kind_display()}（{row.number}）正在办理")
    for copy in clip.copies.exclude(stage__in=SETTLED):
        found.append(f"复制（{copy.number}）正在办理")
    return found


def may_be_over(authority_id: int, on: date) -> QuerySet[Clip]:
    """Clips whose least term is over: each is then asked for its whole term. Set-based, because there may be thousands."""
    before = add_months(on, -_MONTHS * provision("footage-14").number("min", on))
    return (
        Clip.objects.filter(authority_id=authority_id, permanent_class="", exported_at__date__lte=before)
        .exclude(stage=Stage.CLEARED)
        .filter(Q(keep_until__isnull=True) | Q(keep_until__lt=on))
        .select_related("blob", "activity", "device")
    )


def expired(authority_id: int, at: datetime) -> list[Clip]:
    """Every clip of an authority that could be cleared today: its term is over and nothing holds it."""
    on = local_day(at)
    return [clip for clip in may_be_over(authority_id, on).order_by("pk") if term_of(clip, at).over(on) and not holds_on(clip)]
