"""Input of misuse."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, RowField, TextField
from mingzhi.core.engine.forms import ActionForm
from mingzhi.core.engine.viewing import visible
from mingzhi.core.organs.models import User
from mingzhi.regulations.equipment.models import Device

from ..models import Clip, Misuse
from .clips import devices_of


class Register(ActionForm):
    """Who did what, found when. Source: footage-16."""

    past = ("found_on",)

    misuse_kind = forms.ChoiceField(label="行为", choices=Misuse.Kind.choices)
    person = RowField(User.objects.none(), by=("name", "username"), label="行为人")
    device = RowField(Device.objects.none(), by=("code",), label="设备", required=False)
    clip = RowField(Clip.objects.none(), by=("number",), label="音像资料", required=False)
    found_on = DayField(label="发现日期")
    what = TextField(label="情况", rows=4)

    def prepare(self) -> None:
        self.fields["person"].queryset = User.objects.filter(authority_id=self.actor.authority_id, is_active=True).order_by("name")
        self.fields["device"].queryset = devices_of(self.actor)
        self.fields["clip"].queryset = visible(Clip.objects.all(), self.actor).order_by("-changed_at")

    def known(self) -> dict[str, Any]:
        return {"found_on": local_day(self.at)}


class Hear(ActionForm):
    statement = TextField(label="本人说明", rows=3)


class Educate(ActionForm):
    measure = TextField(label="批评教育的情况", rows=3, help_text="何人、何时、以何种方式")
    result = TextField(label="处理结果", rows=2)

    def known(self) -> dict[str, Any]:
        return {"result": "本人认识到错误，保证改正。"}


class HandOn(ActionForm):
    past = ("handed_on",)

    handed_to = forms.CharField(label="移交处理的机构", max_length=100, help_text="如镇纪委、任免机关")
    handed_on = DayField(label="移交日期")
    reasons = TextField(label="情节严重的理由", rows=2)

    def known(self) -> dict[str, Any]:
        return {"handed_on": local_day(self.at)}


class Result(ActionForm):
    result = TextField(label="处理结果", rows=3)
