"""Input of what is done with one clip."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Case, QuerySet, When

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, MomentField, RowField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.viewing import visible
from mingzhi.core.organs.models import User
from mingzhi.core.vault.models import Upload
from mingzhi.regulations.equipment.models import Device

from ..models import Clip, Hold
from ..retention import term_of

#: The kind of matter at which footage is taken; the floor above declares it.
ACTIVITY = "activity"
#: Uploads whose content is whole and that nobody has taken yet.
_UNTAKEN = (Upload.State.VERIFIED, Upload.State.HELD)


def devices_of(actor: User) -> QuerySet[Device]:
    """Devices of the person's own authority."""
    return Device.objects.filter(authority_id=actor.authority_id).order_by("code")


def activities_seen_by(actor: User) -> QuerySet[Matter]:
    """Activities of enforcement that this person may see, the latest first."""
    return visible(Matter.objects.filter(kind=ACTIVITY), actor).order_by("-changed_at")


def offer_clips(form: ActionForm, name: str, rows: QuerySet[Clip], *before: Any) -> None:
    """Let a field choose among clips: the one the page came with first, then in the order of `before`; each with where it was taken, for cameras name files by numbers."""
    wanted = form.initial.get(name)
    chosen = [value for value in (wanted if isinstance(wanted, list) else [wanted]) if str(value).isdecimal()]
    first = Case(When(pk__in=chosen, then=0), default=1)
    field: Any = form.fields[name]
    field.queryset = rows.select_related("blob", "activity").order_by(first, *before, "-changed_at")
    field.label_from_instance = _in_a_list


def _in_a_list(clip: Clip) -> str:
    words = (str(clip), clip.activity.title if clip.activity else "", "长期保存" if clip.permanent_class else "")
    return "　".join(word for word in words if word)


class TakeIn(ActionForm):
    """What is said of a file that this person uploaded; what is left blank is read from its name.

    Only an upload of one's own can be named, so nobody registers bytes that somebody else brought.
    """

    past = ("began_at", "ended_at", "exported_at")
    now = ("exported_at",)

    upload = RowField(Upload.objects.none(), by=("code", "name"), label="上传的文件", help_text="本人上传并已核验的文件")
    device = RowField(Device.objects.none(), by=("code",), label="设备", required=False, help_text="不填的，按文件名识别")
    taken_by = RowField(
        User.objects.none(), by=("name", "username"), label="摄录人", required=False, help_text="不填的，按文件名或者领用人识别"
    )
    began_at = MomentField(label="开始时间", required=False, help_text="标准时间；不填的，按文件名和设备时钟偏差推算")
    ended_at = MomentField(label="结束时间", required=False, help_text="不填的，按文件内容推算")
    exported_at = MomentField(label="导出时间", help_text="从设备导出之时，最低保存期限自此起算")
    activity = RowField(Matter.objects.none(), by=("number",), label="执法活动", required=False, help_text="不填的，按携带的设备和时间归入")
    secrecy = forms.ChoiceField(label="涉密情况", choices=Clip.Secrecy.choices, initial=Clip.Secrecy.NONE)

    def prepare(self) -> None:
        own = Upload.objects.filter(owner=self.actor, purpose="footage", state__in=_UNTAKEN)
        self.fields["upload"].queryset = own.select_related("blob").order_by("-changed_at")
        self.fields["device"].queryset = devices_of(self.actor)
        self.fields["taken_by"].queryset = User.objects.filter(authority_id=self.actor.authority_id).order_by("name")
        self.fields["activity"].queryset = activities_seen_by(self.actor)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        began, ended = cleaned.get("began_at"), cleaned.get("ended_at")
        if began and ended and ended < began:
            self.add_error("ended_at", "结束时间不能早于开始时间。")
        return cleaned


class NoteFacts(ActionForm):
    facts = forms.JSONField(label="文件信息", required=False)


class Bind(ActionForm):
    """At which activity it was taken."""

    activity = RowField(Matter.objects.none(), by=("number",), label="执法活动")

    def prepare(self) -> None:
        self.fields["activity"].queryset = activities_seen_by(self.actor)


class ExplainUnbound(ActionForm):
    """Why it belongs to no activity. Source: footage-5."""

    only_when = {
        "unbound_words": when("unbound_because", Clip.Unbound.UNRELATED, Clip.Unbound.TRAINING, Clip.Unbound.ACCIDENT, needed=True)
    }

    unbound_because = forms.ChoiceField(label="原因", choices=Clip.Unbound.choices)
    unbound_words = forms.CharField(label="说明", max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("unbound_because") not in (Clip.Unbound.TEST, None):
            self.require("unbound_words", when="不是使用前检查的")
        return cleaned


class Mark(ActionForm):
    """What in it the law protects. Source: footage-13."""

    secrecy = forms.ChoiceField(
        label="涉密情况", choices=Clip.Secrecy.choices, help_text="标为国家秘密的，立即停止任何人查看，并按保密规定处置"
    )
    reasons = TextField(label="涉及的内容", rows=2)


class KeepForEver(ActionForm):
    """Which of the three classes, and why. Source: footage-15."""

    permanent_class = forms.ChoiceField(label="情形", choices=Clip.Permanent.choices)
    permanent_because = TextField(label="具体理由", rows=3)


class KeepLonger(ActionForm):
    """A later day than the one it would be kept to anyway. Source: footage-14."""

    keep_until = DayField(label="延长保存至")
    reasons = TextField(label="理由", rows=2)

    def hints(self) -> list[str]:
        return [f"现在的保存期限：{term_of(self.matter, self.at).sentence}"]

    def clean_keep_until(self) -> Any:
        until, term = self.cleaned_data["keep_until"], term_of(self.matter, self.at)
        if until <= (term.until or local_day(self.at)):
            raise forms.ValidationError(f"保存期限只能延长，不能缩短；{term.sentence}请填写更晚的日期。")
        return until


class PlaceHold(ActionForm):
    hold_kind = forms.ChoiceField(label="原因", choices=Hold.Kind.choices)
    because = TextField(label="理由", rows=2, help_text="如“投诉举报〔2026〕3号正在办理”")


class LiftHold(ActionForm):
    held = RowField(Hold.objects.none(), label="解除的事项")
    reasons = TextField(label="解除的理由", rows=2)

    def prepare(self) -> None:
        self.fields["held"].queryset = Hold.objects.filter(matter_id=self.matter.pk, lifted_at__isnull=True)
