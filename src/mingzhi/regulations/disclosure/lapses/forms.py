"""Input of a lapse: what was found, what is demanded, what was done. Source: disclosure-15."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, RowField, TextField
from mingzhi.core.engine.forms import ActionForm
from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.viewing import visible
from mingzhi.core.organs.models import User

from .models import Lapse

#: What can be published late, selectively or not at all.
CONCERNED = ("publication", "bulletin", "penalty")


class Register(ActionForm):
    """Who found what, and whose duty it was."""

    past = ("found_on",)

    lapse_kind = forms.ChoiceField(label="问题", choices=Lapse.Kind.choices)
    concerns = RowField(
        Matter.objects.none(), by=("number",), label="涉及的办件", required=False, widget=forms.TextInput,
        help_text="填编号，如“綦石壕府公示字〔2026〕4号”；从公示台账点“登记问题”的已填好；没有办件的不填",
    )  # fmt: skip
    responsible = RowField(User.objects.none(), by=("name", "username"), label="责任人")
    found_on = DayField(label="发现日期")
    what = TextField(label="情况", rows=3, help_text="应当何时公开什么，实际怎样")

    def prepare(self) -> None:
        self.fields["concerns"].queryset = visible(Matter.objects.filter(kind__in=CONCERNED), self.actor)
        self.fields["responsible"].queryset = User.objects.filter(authority_id=self.actor.authority_id, is_active=True).order_by("name")

    def known(self) -> dict[str, Any]:
        return {"found_on": local_day(self.at)}


class Order(ActionForm):
    """What is to be put right."""

    demand = TextField(label="整改要求", rows=3)
    serious = forms.BooleanField(label="情节严重，改正后还要追究责任", required=False)


class Report(ActionForm):
    """What was put right, and when."""

    past = ("corrected_on",)

    corrected_on = DayField(label="改正日期")
    correction = TextField(label="改正情况", rows=3)

    def known(self) -> dict[str, Any]:
        return {"corrected_on": local_day(self.at)}


class Account(ActionForm):
    """How the responsible person answers for it."""

    measure = TextField(label="追究责任的情况", rows=3, help_text="何机关何时以何种方式追究，如批评教育、诫勉、移送处分")
