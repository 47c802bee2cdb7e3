"""Input of copies for somebody else."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from mingzhi.core.engine.fields import MomentField, RowField, RowsField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.core.engine.viewing import visible
from mingzhi.core.vault.models import Blob

from ..models import Clip, Copy
from ..stages import Stage
from .clips import offer_clips

_HUNDRED = Decimal(100)


def _seconds(label: str, **options: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, min_value=0, max_digits=9, decimal_places=1, **options)


def _percent(label: str) -> forms.DecimalField:
    return forms.DecimalField(label=label, min_value=0, max_value=100, max_digits=5, decimal_places=1)


class Ask(ActionForm):
    """Of what, for whom, what for, which part, what is hidden. Source: recording-17-release, footage-13."""

    groups = (
        ("提供", ("clip", "form", "recipient_kind", "recipient", "purpose", "basis")),
        ("处理", ("from_s", "until_s", "blurs", "unblurred_because")),
    )
    only_when = {name: when("form", Copy.Form.MARKED) for name in ("from_s", "until_s", "blurs", "unblurred_because")}

    clip = RowField(Clip.objects.none(), by=("number", "name"), label="音像资料")
    form = forms.ChoiceField(label="形式", choices=Copy.Form.choices, help_text="未经处理的原件须两人批准")
    recipient_kind = forms.ChoiceField(label="提供对象", choices=Copy.Recipient.choices)
    recipient = forms.CharField(label="接收单位（个人）", max_length=200)
    purpose = forms.CharField(label="用途", max_length=200)
    basis = forms.CharField(label="依据", max_length=300, required=False, help_text="如调取证据通知书文号")
    from_s = _seconds("从（秒）", required=False, help_text="不填的，从头开始")
    until_s = _seconds("到（秒）", required=False, help_text="不填的，到结尾为止")
    blurs = RowsField(
        {
            "from_s": _seconds("从（秒）", required=False),
            "until_s": _seconds("到（秒）", required=False),
            "left": _percent("左（%）"),
            "top": _percent("上（%）"),
            "width": _percent("宽（%）"),
            "height": _percent("高（%）"),
        },
        label="模糊处理",
        required=False,
        help_text="遮住无关人员的面部、车牌等；位置和大小是占画面的百分比，时间按原件计",
    )
    unblurred_because = forms.CharField(label="不作模糊处理的理由", max_length=300, required=False)

    def prepare(self) -> None:
        offer_clips(self, "clip", visible(Clip.objects.exclude(stage=Stage.CLEARED), self.actor))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        start, end = cleaned.get("from_s") or Decimal(0), cleaned.get("until_s")
        if end is not None and end <= start:
            self.add_error("until_s", "结束应当在开始之后。")
        for number, row in enumerate(cleaned.get("blurs") or (), start=1):
            if row["left"] + row["width"] > _HUNDRED or row["top"] + row["height"] > _HUNDRED:
                self.add_error("blurs", f"第 {number} 行超出了画面：左加宽、上加高都不能超过 100%。")
            if not row["width"] or not row["height"]:
                self.add_error("blurs", f"第 {number} 行的宽和高都应大于 0。")
        return cleaned


class Opinion(ActionForm):
    opinion = TextField(label="批准意见", rows=2)

    def known(self) -> dict[str, Any]:
        return {"opinion": "同意。"}


class Made(ActionForm):
    """What the worker made."""

    output = RowField(Blob.objects.all(), by=("sha256",), label="副本")
    recipe = forms.JSONField(label="处理方法")
    tool = forms.CharField(label="处理工具", max_length=100)
    rechecked_at = MomentField(label="原件复核时间")


class NotMade(ActionForm):
    problem = TextField(label="原因")


class HandOver(ActionForm):
    """Against whose signature. Source: recording-17-release."""

    past = ("handed_at",)
    now = ("handed_at",)

    receiver = forms.CharField(label="签收人", max_length=50)
    handed_at = MomentField(label="提供时间")
