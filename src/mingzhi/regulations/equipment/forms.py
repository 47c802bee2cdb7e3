"""Input of what is done with a device."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import MomentField, RowField, TextField
from mingzhi.core.engine.forms import ActionForm
from mingzhi.core.organs.models import User

from .models import Device


class Register(ActionForm):
    """A device as it is bought and numbered. Source: footage-2, footage-3."""

    code = forms.CharField(label="设备编号", max_length=40, help_text="写在设备上、设在设备菜单里的编号，如 ZF-03")
    device_kind = forms.ChoiceField(label="种类", choices=Device.Kind.choices)
    vendor = forms.CharField(label="厂商", max_length=60)
    model = forms.CharField(label="型号", max_length=60, required=False)
    serial = forms.CharField(label="序列号", max_length=60, required=False)
    keeper = RowField(User.objects.none(), by=("name", "username"), label="保管人")

    def prepare(self) -> None:
        self.fields["keeper"].queryset = User.objects.filter(authority_id=self.actor.authority_id, is_active=True).order_by("name")

    def clean_code(self) -> str:
        code = self.cleaned_data["code"].strip()
        if Device.objects.filter(authority_id=self.actor.authority_id, code=code).exists():
            raise forms.ValidationError(f"已经有编号为 {code} 的设备。请核对编号。")
        return code


class CheckOut(ActionForm):
    """The check that comes before every use. Source: footage-6."""

    purpose = forms.CharField(label="用途", max_length=200, help_text="如“万隆村三组现场检查”")
    works = forms.BooleanField(label="开机、摄录、回放正常", required=False)
    power_percent = forms.IntegerField(label="电量（%）", min_value=0, max_value=100)
    space_gib = forms.DecimalField(label="剩余存储（GiB）", min_value=0, max_digits=7, decimal_places=1)


class GiveBack(ActionForm):
    condition = forms.CharField(label="归还时状况", max_length=200)

    def known(self) -> dict[str, Any]:
        return {"condition": "完好"}


class ReadClock(ActionForm):
    """Both clocks at one glance. Source: footage-9."""

    now = ("true_at",)
    past = ("true_at",)

    shown_at = MomentField(label="设备显示的时间", help_text="精确到秒，如 2026-03-05 14:20:07")
    true_at = MomentField(label="标准时间")


class Reasons(ActionForm):
    reasons = TextField(label="情况", rows=3)
