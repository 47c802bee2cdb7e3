"""Input of the way to a hearing: asked for or waived, arranged, postponed, ended."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, MomentField, RowField, RowsField, RowsOfField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.organs import ADMINISTRATORS, Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import holders

from ..models import Hearing
from .waiving import Waiver


def agents_field() -> RowsField:
    """Who speaks for the party; how many there may be is asked by a gate. Source: penalty-law-64.5."""
    return RowsField(
        {
            "name": forms.CharField(label="代理人姓名", max_length=50),
            "about": forms.CharField(label="工作单位或者与当事人的关系", max_length=100),
            "phone": forms.CharField(label="代理人电话", max_length=40),
            "powers": forms.CharField(label="代理权限", max_length=100),
            "mandate": forms.BooleanField(label="有授权委托书", required=False),
        },
        label="委托代理人",
        required=False,
        blank_rows=1,
    )


class AskHearing(ActionForm):
    """The application of the party (D26), with the mandate of its agents (D26e). Source: penalty-law-64, cq-hearing-apply."""

    past = ("asked_on",)
    groups = (
        ("申请", ("asked_by", "channel", "asked_on", "reasons", "file")),
        ("代理人", ("agents",)),
    )
    only_when = {"applicant_signature": when("channel", Hearing.Channel.ORAL)}

    asked_by = forms.CharField(label="申请人", max_length=100)
    channel = forms.ChoiceField(label="提出方式", choices=Hearing.Channel.choices)
    asked_on = DayField(label="提出日期", help_text="邮寄的，填写交邮日期；在期限内交邮的不算过期")
    reasons = TextField(label="听证请求和理由", rows=3)
    agents = agents_field()
    file = forms.FileField(label="申请书、邮件或者委托书", required=False)
    applicant_signature = SignatureField(label="申请人签名", required=False)

    def known(self) -> dict[str, Any]:
        party = self.matter.penalty_partys.first()
        return {"asked_by": party.name if party else "", "asked_on": local_day(self.at), "reasons": "要求就拟作出的行政处罚举行听证。"}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        asked, told = cleaned.get("asked_on"), self.matter.told_on
        if asked and told and asked < told:
            self.add_error("asked_on", f"早于听证告知书送达日{told}。请核对提出日期。")
        return cleaned


class WaiveHearing(Waiver):
    """The party's own declaration that it wants no hearing (D26f)."""

    right, given_up, notice = "要求听证", "听证", "听证告知书"


def chairs_of(form: ActionForm) -> QuerySet[User]:
    """Those appointed to preside over hearings on that day."""
    held = [person.pk for person in holders(form.actor.authority_id, Post.HEARING_CHAIR, local_day(form.at))]
    return User.objects.filter(pk__in=held).order_by("name")


class ArrangeHearing(ActionForm):
    """Who presides, who sits beside, who writes, when and where, open or not (D26b, D26c)."""

    groups = (
        ("听证人员", ("chair", "members", "recorder")),
        ("时间和地点", ("begins_at", "place", "closed_because")),
    )

    chair = RowField(User.objects.none(), by=("name", "username"), label="听证主持人", help_text="由非本案调查人员担任")
    members = RowsOfField(User.objects.none(), by=("name", "username"), label="听证员", required=False, help_text="可以不设")
    recorder = RowField(User.objects.none(), by=("name", "username"), label="记录人")
    begins_at = MomentField(label="听证时间")
    place = forms.CharField(label="听证地点", max_length=200)
    closed_because = forms.ChoiceField(label="是否公开", choices=[("", "公开举行"), *Hearing.Closed.choices], required=False)

    def prepare(self) -> None:
        others = User.objects.filter(authority_id=self.actor.authority_id, is_active=True).exclude(pk__in=handler_ids(self.matter))
        administrators = [person.pk for post in ADMINISTRATORS for person in holders(self.actor.authority_id, post, local_day(self.at))]
        others = others.exclude(pk__in=administrators)
        self.fields["chair"].queryset = chairs_of(self)
        self.fields["members"].queryset = self.fields["recorder"].queryset = others.order_by("name")

    def known(self) -> dict[str, Any]:
        # A handler is not proposed, though a choice of one is refused in words only when it is made.
        free = self.fields["chair"].queryset.exclude(pk__in=handler_ids(self.matter))
        found = list(free[:2])
        return {"chair": found[0].pk if len(found) == 1 else None, "place": f"{self.matter.authority.name}会议室"}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        begins, chair, recorder = cleaned.get("begins_at"), cleaned.get("chair"), cleaned.get("recorder")
        if begins and begins <= self.at:
            self.add_error("begins_at", "听证时间必须在通知之后。")
        if chair and chair in cleaned.get("members", ()):
            self.add_error("members", "主持人不必再列为听证员。")
        if recorder and recorder in (chair, *cleaned.get("members", ())):
            self.add_error("recorder", "记录人应当是主持人、听证员以外的人。")
        return cleaned


class PostponeHearing(ActionForm):
    """Why the hearing is not held at the time that was told (D26d); the new time is told by a notice of its own."""

    reasons = TextField(label="延期的理由", rows=3)


class EndHearing(ActionForm):
    """Why there is no hearing, or no more of it (D26d). Source: penalty-law-64.6."""

    past = ("ended_at",)
    now = ("ended_at",)

    because = forms.ChoiceField(label="终止的情形", choices=Hearing.End.choices)
    ended_at = MomentField(label="终止时间")
    reasons = TextField(label="具体情况", rows=3)
    party_signature = SignatureField(label="撤回人签名", required=False)

    only_when = {"party_signature": when("because", Hearing.End.WITHDRAWN)}
