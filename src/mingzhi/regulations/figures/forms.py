"""Input of a year's figures: which year, what is entered by hand, and the words about it."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import RowsField, TextField
from mingzhi.core.engine.forms import ActionForm

from . import drafting
from .counting import Span, count
from .keeping import cells_of, latest, published
from .models import Tally
from .tables import COLUMNS, ENTERED_BY_HAND, PENALTIES, TABLES, number_in_words

_FIRST_YEAR, _LAST_YEAR = 2000, 9999


def _choices() -> list[tuple[str, str]]:
    """“表二 申请（件）” for each number that nothing here counts."""
    return [
        (column.code, f"{table.title.partition('　')[0]} {column.title}（{column.unit}）")
        for table in TABLES
        for column in table.columns
        if column.code in ENTERED_BY_HAND
    ]


class EnteredField(RowsField):
    """Numbers given by hand, each once and with its source."""

    def __init__(self) -> None:
        columns = {
            "column": forms.ChoiceField(label="项目", choices=_choices()),
            "value": forms.DecimalField(label="数值", min_value=0, max_digits=14, decimal_places=6),
            "source": forms.CharField(label="来源", max_length=200),
        }
        super().__init__(columns, label="手工填写的数", help_text="只填系统没有登记的项目，写明来源，如“行政检查台账”；没有的不填")

    def clean(self, value: Any) -> list[dict[str, Any]]:
        rows = super().clean(value)
        codes = [row["column"] for row in rows]
        if twice := [COLUMNS[code].title for code in dict.fromkeys(codes) if codes.count(code) > 1]:
            raise forms.ValidationError(f"{'、'.join(twice)}填写了两次。每项只填一次。")
        return rows


class Supply(ActionForm):
    """The year, and what is entered by hand; the rest is counted. Source: disclosure-10."""

    hints_of = ("year",)

    year = forms.IntegerField(label="年度", min_value=_FIRST_YEAR, max_value=_LAST_YEAR, help_text="已经过完的年度")
    entered = EnteredField()

    def known(self) -> dict[str, Any]:
        return {"year": local_day(self.at).year - 1}

    def hints(self) -> list[str]:
        """What would be supplied, before it is."""
        told = self.data.get("year") if self.is_bound else self.initial.get("year")
        if not str(told).isdecimal() or not _FIRST_YEAR <= int(str(told)) <= local_day(self.at).year:
            return []
        cells = count(Span(self.actor.authority, int(str(told)), local_day(self.at)))
        first = "，".join(
            f"{column.title} {number_in_words(cells[column.code].value)} {column.unit}"
            for column in PENALTIES.columns
            if cells[column.code].value
        )
        return [f"按现在的记录，{told}年的行政处罚：{first}。" if first else f"按现在的记录，{told}年没有行政处罚。"]


class SupplyAnew(ActionForm):
    """What is entered by hand, as it was given before. Source: disclosure-10."""

    entered = EnteredField()

    def known(self) -> dict[str, Any]:
        return {"entered": latest(self.matter).entered} if self.matter.pk else {}


class Write(ActionForm):
    """The words about the numbers: drafted from them, finished by the brigade. Source: law.md §3.4."""

    overall = TextField(label="总体情况", rows=6)
    work = TextField(label="主要工作", rows=5)
    problems = TextField(label="存在的问题", rows=4)
    plans = TextField(label="下一步打算", rows=4)

    def known(self) -> dict[str, Any]:
        """What was written of these numbers; else what the numbers give, and of older ones what does not come out of numbers."""
        if not self.matter.pk:
            return {}
        tally = latest(self.matter)
        if tally.overall:
            return {name: getattr(tally, name) for name in self.base_fields}
        cells, last = cells_of(tally), published(self.matter.authority_id, self.matter.year - 1)
        before = cells_of(last) if last else None
        older = Tally.objects.filter(matter_id=self.matter.pk).exclude(overall="").order_by("number").last()
        return {
            "overall": drafting.overall(self.matter.authority.name, self.matter.year, cells, before),
            "work": drafting.work(cells, before),
            "problems": older.problems if older else drafting.problems(cells),
            "plans": older.plans if older else "",
        }
