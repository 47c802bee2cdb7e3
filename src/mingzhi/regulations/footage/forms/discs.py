"""Input of discs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Case, When

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, RowField, RowsField, RowsOfField, TextField
from mingzhi.core.engine.forms import ActionForm
from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.viewing import visible
from mingzhi.law.provisions import provision

from ..models import Clip, Disc
from ..stages import Stage
from .clips import offer_clips

_DIGEST = forms.RegexField(r"^[0-9a-fA-F]{64}$", label="读回的 SHA-256", error_messages={"invalid": "SHA-256 是 64 位十六进制数。"})


def copies(at: Any) -> int:
    """How many are burned alike. Source: footage-15-disc."""
    return provision("footage-15-disc").number("copies", local_day(at))


class Make(ActionForm):
    """What goes on it, and the name and number on its label. Source: footage-15-disc."""

    clips = RowsOfField(Clip.objects.none(), by=("number", "name"), label="刻录的资料")
    label = forms.CharField(label="标号", max_length=60)
    subject = RowField(Matter.objects.none(), by=("number",), label="执法活动或者案件", required=False)
    subject_name = forms.CharField(label="执法活动或者案件名称", max_length=300)

    def prepare(self) -> None:
        rows = visible(Clip.objects.exclude(stage=Stage.CLEARED), self.actor).exclude(secrecy=Clip.Secrecy.STATE)
        offer_clips(self, "clips", rows, Case(When(permanent_class="", then=1), default=0))
        self.fields["subject"].queryset = visible(Matter.objects.filter(kind__in=("activity", "penalty", "summary")), self.actor)

    def known(self) -> dict[str, Any]:
        year = local_day(self.at).year
        number = Disc.objects.filter(authority_id=self.actor.authority_id, opened_at__year=year).count() + 1
        return {"label": f"{year}-{number:03}"}


class Built(ActionForm):
    image_sha256 = forms.CharField(max_length=64)
    image_bytes = forms.IntegerField()


class NotBuilt(ActionForm):
    problem = TextField(label="原因")


class Lost(ActionForm):
    """That the image is gone or no longer what it was, and how that came about. Source: footage-15-disc."""

    reasons = TextField(label="映像遗失、损坏的情况", rows=2)


class Burn(ActionForm):
    """The discs by their own numbers. Source: footage-15-disc."""

    past = ("burned_on",)

    burned_on = DayField(label="刻录日期")
    discs = RowsField(
        {"serial": forms.CharField(label="光盘编号", max_length=40), "kind": forms.CharField(label="光盘种类", max_length=40)},
        label="光盘",
        at_least=1,
        blank_rows=2,
    )

    def prepare(self) -> None:
        self.fields["discs"].help_text = f"同一映像刻录一式 {copies(self.at)} 份"

    def known(self) -> dict[str, Any]:
        rows = [{"serial": f"{self.matter.label}-{letter}", "kind": "BD-R 档案级"} for letter in "甲乙丙丁"[: copies(self.at)]]
        return {"burned_on": local_day(self.at), "discs": rows}

    def clean_discs(self) -> Any:
        rows = self.cleaned_data["discs"]
        if len({row["serial"] for row in rows}) != len(rows):
            raise forms.ValidationError("每张光盘的编号应当不同。")
        return rows


class Check(ActionForm):
    """What reading each disc back gave; what is filled in is the image's own, to be replaced by what was read. Source: footage-15-disc."""

    readings = RowsField(
        {"serial": forms.CharField(label="光盘编号", max_length=40), "sha256": _DIGEST}, label="读回校验", at_least=1, blank_rows=2,
        help_text="对整张光盘计算 SHA-256，如在采集站上运行 sha256sum /dev/sr0",
    )  # fmt: skip

    def known(self) -> dict[str, Any]:
        return {"readings": [{"serial": row["serial"], "sha256": ""} for row in self.matter.discs]}


class Reasons(ActionForm):
    reasons = TextField(label="理由", rows=2)


class Shelve(ActionForm):
    """Where the two stay, apart. Source: footage-15-disc."""

    place = forms.CharField(label="存放位置", max_length=100)
    second_place = forms.CharField(label="另一份存放位置", max_length=100)
