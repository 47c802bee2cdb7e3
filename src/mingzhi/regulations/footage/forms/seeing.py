"""Input of requests to see footage."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

from mingzhi.core.engine.days import end_of_day, local_day
from mingzhi.core.engine.fields import MomentField, RowsOfField, TextField
from mingzhi.core.engine.forms import ActionForm
from mingzhi.core.engine.viewing import visible
from mingzhi.law.provisions import provision

from ..models import AccessRequest, Clip
from ..stages import Stage
from .clips import offer_clips


class Ask(ActionForm):
    """Which clips, to look or to copy, and why. Source: recording-18-approve."""

    clips = RowsOfField(Clip.objects.none(), by=("number", "name"), label="申请调阅的资料")
    want = forms.ChoiceField(label="方式", choices=AccessRequest.Want.choices)
    because = TextField(label="工作需要和理由", rows=3)

    def prepare(self) -> None:
        offer_clips(self, "clips", visible(Clip.objects.exclude(stage=Stage.CLEARED), self.actor))


def longest(at: Any) -> timedelta:
    """For how long at most it is allowed. Source: town-footage-access."""
    return timedelta(days=provision("town-footage-access").number("within", local_day(at)))


class Approve(ActionForm):
    """Until when. Source: recording-18-approve, town-footage-access."""

    granted_until = MomentField(label="准许至")
    opinion = TextField(label="批准意见", rows=2)

    def prepare(self) -> None:
        days = longest(self.at).days
        self.fields["granted_until"].help_text = f"最长 {days} 日（本镇自定）；期满自动失效"

    def known(self) -> dict[str, Any]:
        return {"granted_until": end_of_day(local_day(self.at + longest(self.at)) - timedelta(days=1)), "opinion": "确因工作需要，同意。"}

    def clean_granted_until(self) -> Any:
        until = self.cleaned_data["granted_until"]
        if until <= self.at:
            raise forms.ValidationError("准许的期限应当在现在之后。")
        if until > self.at + longest(self.at):
            latest = timezone.localtime(self.at + longest(self.at))
            raise forms.ValidationError(f"最长准许 {longest(self.at).days} 日，即不晚于 {latest:%Y-%m-%d %H:%M}。")
        return until


class Reasons(ActionForm):
    reasons = TextField(label="理由", rows=3)
