"""Input of what is done at an activity of enforcement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import MomentField, RowField, RowsOfField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.organs.models import User
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.forms.people import handlers_of, offer_officers, officers_field
from mingzhi.regulations.equipment.models import Device
from mingzhi.regulations.equipment.stages import Stage as Where
from mingzhi.regulations.footage.models import Clip

from .demands import must_be_whole
from .judging import Judged, judged
from .models import Activity, Content, Explanation
from .offsets import OffsetField
from .stating import situation_of


class _OnTheSpot(ActionForm):
    """What every activity begins with: what, where, for what, who."""

    what = forms.ChoiceField(label="活动种类", choices=Activity.What.choices)
    place = forms.CharField(label="地点", max_length=200)
    purpose = forms.CharField(label="目的、任务", max_length=300)
    officers = officers_field()

    def prepare(self) -> None:
        offer_officers(self)

    def known(self) -> dict[str, Any]:
        return {"officers": self._team(), "place": getattr(getattr(self.matter, "case", None), "place", "")}

    def _team(self) -> list[int]:
        return handlers_of(self) or (handler_ids(self.matter) if self.matter.case_id else [])


class Arrive(_OnTheSpot):
    """Arriving: who, where, for what, with which devices switched on. Source: recording-12-continuous, footage-7, equipment-7."""

    past = ("arrived_at",)
    now = ("arrived_at",)
    asked = ("without_camera_because",)

    arrived_at = MomentField(label="到达现场时间", help_text="到达即开机，用语音说明目的、任务和执法人员")
    devices = RowsOfField(Device.objects.none(), by=("code",), label="携带的设备", required=False, help_text="先在“装备”中检查并领用")
    without_camera_because = forms.CharField(label="没有使用执法记录仪的原因", max_length=200, required=False)

    field_order = ("what", "place", "purpose", "arrived_at", "officers", "devices", "without_camera_because")

    def prepare(self) -> None:
        super().prepare()
        self.fields["devices"].queryset = Device.objects.filter(authority_id=self.actor.authority_id, stage=Where.OUT).order_by("code")

    def known(self) -> dict[str, Any]:
        team = self._team() or [self.actor.pk]
        return super().known() | {"devices": list(self.fields["devices"].queryset.filter(holder__in=team))}


class NotRecorded(_OnTheSpot):
    """An activity that was not recorded and need not be, with the reason. Source: recording-13-should."""

    past = ("began_at", "ended_at")

    began_at = MomentField(label="开始时间")
    ended_at = MomentField(label="结束时间")
    unrecorded_because = TextField(label="未作音像记录的原因", rows=3)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("began_at") and cleaned.get("ended_at") and cleaned["ended_at"] < cleaned["began_at"]:
            self.add_error("ended_at", "不能早于开始时间。")
        return cleaned


class Depart(ActionForm):
    """Leaving: what was said on the spot; where footage cannot be stored at once, why. Source: footage-7, footage-8, recording-16."""

    past = ("departed_at",)
    now = ("departed_at",)
    asked = ("not_spoken_because", "not_told_because")
    only_when = {"remote_because": when("remote", needed=True)}

    departed_at = MomentField(label="离开现场时间")
    spoke = forms.BooleanField(label="开机后已语音说明目的、任务和执法人员", required=False)
    not_spoken_because = forms.CharField(label="没有语音说明的原因", max_length=200, required=False)
    told_party = forms.BooleanField(label="已事先告知当事人正在录音录像", required=False)
    not_told_because = forms.CharField(label="没有告知的原因", max_length=200, required=False, help_text="如当事人不在现场")
    remote = forms.BooleanField(label="异地、边远或者交通不便，确实不能及时存储", required=False)
    remote_because = forms.CharField(label="不能及时存储的原因", max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("remote"):
            self.require("remote_because", when="不能及时存储的")
        left = cleaned.get("departed_at")
        if left is not None and left < self.matter.arrived_at:
            self.add_error("departed_at", "不能早于到达现场的时间。")
        return cleaned


class ComeBack(ActionForm):
    past = ("returned_at",)
    now = ("returned_at",)

    returned_at = MomentField(label="返回单位时间")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        back: datetime | None = cleaned.get("returned_at")
        if back is not None and self.matter.departed_at and back < self.matter.departed_at:
            self.add_error("returned_at", "不能早于离开现场的时间。")
        return cleaned


class Store(ActionForm):
    """That nothing is left on the cards; what a device did not bring, why. Source: recording-16, footage-12."""

    asked = ("nothing_from",)

    nothing_from = forms.CharField(label="没有资料的设备和原因", max_length=300, required=False)

    def hints(self) -> list[str]:
        rows = Clip.objects.filter(activity_id=self.matter.pk)
        found = f"已入库 {rows.count()} 件" if rows.exists() else "还没有资料入库"
        return [f"{found}。资料不得自行保管，存入以后才能办理。"]


class Examine(ActionForm):
    """The six kinds of key content at moments of the record, and what it shows. Source: recording-14, footage-9, footage-10."""

    asked = ("not_shown_because", "unclear_because", "no_photographs_because")
    groups = (
        *((f"重点内容：{kind.label}", (f"{kind}_clip", f"{kind}_at", f"{kind}_none")) for kind in Content.Kind),
        ("记录的质量", ("shown", "not_shown_because", "clear", "unclear_because", "no_photographs_because")),
    )

    shown = forms.MultipleChoiceField(label="音像反映的内容", choices=Activity.Shown.choices, required=False)
    not_shown_because = forms.CharField(label="没有反映的内容和原因", max_length=300, required=False)
    clear = forms.BooleanField(label="画质清晰、内容完整、记录有效", required=False)
    unclear_because = forms.CharField(label="画质或者内容的缺陷", max_length=300, required=False)
    no_photographs_because = forms.CharField(label="没有对关键节点拍照的原因", max_length=200, required=False)

    def prepare(self) -> None:
        clips = clips_of(self.matter) if self.matter is not None else Clip.objects.none()
        for kind in Content.Kind:
            self.fields[f"{kind}_clip"].queryset = clips

    def known(self) -> dict[str, Any]:
        if self.matter is None or clips_of(self.matter).count() != 1:
            return {}
        return {f"{kind}_clip": clips_of(self.matter).get() for kind in Content.Kind}

    def told(self) -> Iterator[tuple[str, Clip | None, int | None, str]]:
        """Each kind with its clip, the moment in it, and the word that there was none."""
        for kind in Content.Kind:
            yield (
                str(kind),
                self.cleaned_data.get(f"{kind}_clip"),
                self.cleaned_data.get(f"{kind}_at"),
                self.cleaned_data.get(f"{kind}_none", ""),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for kind, clip, moment, _ in self.told():
            end = clip.facts.get("duration_ms") if clip is not None else None
            if moment is not None and clip is None:
                self.add_error(f"{kind}_clip", "写了位置的，须选择音像资料。")
            elif moment is not None and end is not None and moment * 1000 > end:
                self.add_error(f"{kind}_at", "超出了这件资料的时长。")
        return cleaned


for _kind in Content.Kind:
    Examine.base_fields[f"{_kind}_clip"] = RowField(Clip.objects.none(), by=("number", "name"), label="音像资料", required=False)
    Examine.base_fields[f"{_kind}_at"] = OffsetField(label="片内位置", required=False)
    Examine.base_fields[f"{_kind}_none"] = forms.CharField(label="本次没有的说明", max_length=200, required=False)


class Explain(ActionForm):
    """Why the record broke off, as it was spoken or is written. Source: recording-12-interrupt, footage-11."""

    asked = ("unspoken_because",)

    breaks = forms.MultipleChoiceField(label="要说明的情形", choices=())
    reason = forms.ChoiceField(label="原因", choices=Explanation.Reason.choices)
    words = TextField(label="具体情况", rows=3)
    clip = RowField(Clip.objects.none(), by=("number", "name"), label="语音说明所在的资料", required=False)
    offset = OffsetField(label="语音说明的位置", required=False)
    unspoken_because = forms.CharField(label="恢复记录时没有语音说明的原因", max_length=200, required=False)

    def prepare(self) -> None:
        found = judged(self.matter).breaks if self.matter is not None else ()
        choices = [(one.key, one.finding.sentence) for one in found]
        self.fields["breaks"].choices = choices  # type: ignore[attr-defined]
        self.fields["clip"].queryset = clips_of(self.matter) if self.matter is not None else Clip.objects.none()

    def known(self) -> dict[str, Any]:
        return {"breaks": [one.key for one in judged(self.matter).unexplained]} if self.matter is not None else {}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if (cleaned.get("clip") is None) != (cleaned.get("offset") is None):
            self.add_error("offset" if cleaned.get("clip") else "clip", "语音说明须同时写明资料和位置。")
        return cleaned


class State(ActionForm):
    """The statement as the system drafts it, and who signs. Source: recording-12-interrupt, footage-11."""

    situation = TextField(label="情况说明", rows=8, help_text="由核对结果和已经登记的说明生成，可以补充")
    signers = RowsOfField(User.objects.none(), by=("name", "username"), label="签字的执法人员", help_text="参加本次执法的两名以上执法人员")
    first_signature = SignatureField(label="执法人员签名")
    second_signature = SignatureField(label="另一名执法人员签名", required=False)

    def prepare(self) -> None:
        team = handler_ids(self.matter) if self.matter is not None else []
        self.fields["signers"].queryset = User.objects.filter(pk__in=team).order_by("id")

    def known(self) -> dict[str, Any]:
        if self.matter is None:
            return {}
        found: Judged = judged(self.matter)
        return {"situation": situation_of(self.matter, found), "signers": list(self.fields["signers"].queryset)}

    def hints(self) -> list[str]:
        if self.matter is None:
            return []
        least = provision("recording-12-interrupt").number("signers", local_day(self.at))
        whole = "本次活动必须全程音像记录，说明出具并阅知以前，有关案件不得进入下一环节。" if must_be_whole(self.matter.what) else ""
        return [f"由 {least} 名以上执法人员签字，报分管负责人。{whole}"]


class Acknowledge(ActionForm):
    """What the head in charge says to it. Source: recording-12-interrupt, footage-11."""

    asked = ("measures",)

    opinion = TextField(label="阅知意见", rows=2)
    measures = TextField(label="处理意见", rows=2, required=False, help_text="没有正当理由停止记录的，必须写明")

    def known(self) -> dict[str, Any]:
        return {"opinion": "已阅。"}


def clips_of(activity: Activity) -> Any:
    """Recordings and photographs of an activity, in the order of their time."""
    return Clip.objects.filter(activity_id=activity.pk).order_by("began_at", "id")
