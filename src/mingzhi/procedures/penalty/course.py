"""The course of an investigation in sentences, for the final report (D20): what was done, when it was really done, in the order of doing.

The timeline says the same by the day of recording and in short; steps inside the organ are left out. Serves penalty-law-57.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from mingzhi.core.engine.models import Record

from .models import Case, Inspection, Questioning

#: Steps inside the organ, and papers struck out: nothing the facts rest on.
_INWARD = r"\.(propose|revise|endorse_\w+|return_\w+|ask_\w+|refuse_\w+|void_paper|inspect|question)$"
#: When an act was done, by what its form calls it; a decision was made when it was put on record.
_MOMENTS = ("acted_at", "from_at", "received_at", "signed_at", "received_on")


def course(case: Case) -> list[str]:
    """One sentence an act, “2026年3月4日9时00分至9时40分，在万隆村三组现场检查，制作现场检查笔录。”, oldest first."""
    rows = [(_done_at(row), row.pk, f"{_day(_done_at(row))}，{_words(row)}。") for row in _records(case)]
    rows += [
        (
            row.from_at,
            0,
            f"{_span(row)}，执法人员{_names(row)}在{row.place}进行{row.get_form_display()}，制作{row.get_form_display()}笔录。",
        )
        for row in Inspection.objects.filter(matter_id=case.pk)
    ]
    rows += [
        (row.from_at, 0, f"{_span(row)}，执法人员{_names(row)}在{row.place}询问{row.person_name}（{row.relation}），制作询问笔录。")
        for row in Questioning.objects.filter(matter_id=case.pk)
    ]
    return [sentence for _, _, sentence in sorted(rows)]


def _records(case: Case) -> Any:
    return Record.objects.filter(matter_id=case.pk).exclude(action__regex=_INWARD).order_by("version")


def _words(record: Record) -> str:
    """What was done, as a report says it."""
    given = record.given
    match record.action.rpartition(".")[2]:
        case "approve_filing":
            return "经批准立案"
        case "summon":
            return f"向{given['addressee']}发出询问通知书"
        case "order_evidence":
            return f"向{given['addressee']}发出调取证据通知书"
        case "take_evidence":
            return f"从{given['holder']}处提取证据“{given['name']}”"
        case "order_correction":
            return f"经批准，{record.sentence}"
        case _:
            return record.sentence


def _done_at(record: Record) -> datetime:
    """The moment of the act itself where its form asked for one, else that of recording it."""
    for name in _MOMENTS:
        if told := record.given.get(name):
            moment = datetime.fromisoformat(told)
            return moment if moment.tzinfo else timezone.make_aware(moment)
    return record.at


def _day(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y年%-m月%-d日}"


def _span(row: Inspection | Questioning) -> str:
    """“2026年3月4日9时00分至9时40分”; the second day is named where it is another."""
    first, last = timezone.localtime(row.from_at), timezone.localtime(row.until_at)
    until = f"{last:%-H时%M分}" if last.date() == first.date() else f"{last:%Y年%-m月%-d日%-H时%M分}"
    return f"{first:%Y年%-m月%-d日%-H时%M分}至{until}"


def _names(row: Inspection | Questioning) -> str:
    return "、".join(officer["name"] for officer in row.officers)


__all__ = ["course"]
