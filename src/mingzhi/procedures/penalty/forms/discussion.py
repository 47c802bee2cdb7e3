"""Input of a collective discussion: who sat, what each said, what was concluded (D28)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import MomentField, RowField, RowsField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.organs import HEADS
from mingzhi.core.organs.models import Appointment, User

from ..models import Discussion
from ..severity import in_words
from .penalties import PenaltiesField

Attendance, Position, Result = Discussion.Attendance, Discussion.Position, Discussion.Result

#: Who sits by without a vote.
WITHOUT_VOTE = ("承办人", "承办机构负责人", "法制审核人员", "法律顾问", "其他列席人员")


def heads_of(authority_id: int, on: Any) -> QuerySet[User]:
    """The heads of the organ on a day who have an account."""
    held = Appointment.objects.on(on).filter(authority_id=authority_id, post__in=HEADS)
    return User.objects.filter(pk__in=held.values("person"), is_active=True).order_by("name")


class MinutesForm(ActionForm):
    """The minutes of a discussion. Who may sit and how many must is asked by gates, so that a refusal cites its article."""

    past = ("from_at", "until_at")
    now = ("until_at",)
    officers_sign = ("chair_signature", "recorder_signature")

    from_at = MomentField(label="开始时间")
    until_at = MomentField(label="结束时间")
    place = forms.CharField(label="地点", max_length=200)
    chair = RowField(User.objects.none(), by=("name", "username"), label="主持人")
    recorder = forms.CharField(label="记录人", max_length=50)
    members = RowsField(
        {
            "name": forms.CharField(label="姓名", max_length=50),
            "title": forms.CharField(label="职务", max_length=50),
            "attendance": forms.ChoiceField(label="出席情况", choices=Attendance.choices),
            "because": forms.CharField(label="缺席、回避的原因", max_length=200, required=False),
            "opinion": TextField(label="意见", max_length=1000, rows=2, required=False),
            "position": forms.ChoiceField(label="对结论", choices=[("", "—"), *Position.choices], required=False),
        },
        label="讨论成员（机关负责人）",
        at_least=1,
        blank_rows=1,
        help_text="应到的负责人都列入，各自写明意见；承办人汇报案情，列入列席人员",
    )
    attendants = RowsField(
        {
            "role": forms.ChoiceField(label="身份", choices=[(name, name) for name in WITHOUT_VOTE]),
            "name": forms.CharField(label="姓名", max_length=50),
            "about": TextField(label="发言要点", max_length=500, rows=2, required=False),
        },
        label="列席人员（没有表决权）",
        blank_rows=1,
    )
    case_put = TextField(label="承办人汇报的案情、证据、当事人意见和处理建议", rows=5)
    reasons = TextField(label="结论的理由", rows=3, help_text="有不同意见的，一并写明")
    chair_signature = SignatureField(label="主持人签名", required=False)
    recorder_signature = SignatureField(label="记录人签名", required=False)

    def prepare(self) -> None:
        self.fields["chair"].queryset = heads_of(self.actor.authority_id, local_day(self.at))

    def known(self) -> dict[str, Any]:
        case = self.matter
        heads = list(self.fields["chair"].queryset)
        rows = [
            {
                "name": one.name,
                "title": "、".join(post.label for post in HEADS if post in self._posts(one)),
                "attendance": Attendance.PRESENT,
            }
            for one in heads
            if one.pk not in handler_ids(case)
        ]
        handlers = User.objects.filter(pk__in=handler_ids(case)).order_by("id")
        return {
            "place": f"{case.authority.name}会议室",
            "recorder": self.actor.name,
            "members": rows,
            "attendants": [{"role": WITHOUT_VOTE[0], "name": one.name} for one in handlers],
        }

    def _posts(self, person: User) -> set[str]:
        held = Appointment.objects.on(local_day(self.at)).filter(authority_id=self.actor.authority_id, person=person, post__in=HEADS)
        return set(held.values_list("post", flat=True))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("from_at"), cleaned.get("until_at")
        if first and last and last <= first:
            self.add_error("until_at", "结束时间必须晚于开始时间。")
        if "members" in cleaned:
            self._check_members(cleaned["members"])
        return cleaned

    def _check_members(self, rows: list[dict[str, Any]]) -> None:
        """Name each by account where there is one, and ask for what belongs to being there, or to not being there."""
        people = {one.name: one.pk for one in User.objects.filter(authority_id=self.actor.authority_id, is_active=True).order_by("-id")}
        seen: set[str] = set()
        for number, row in enumerate(rows, start=1):
            row["id"] = people.get(row["name"])
            if row["name"] in seen:
                self.add_error("members", f"第 {number} 行：{row['name']}已经列入。")
            seen.add(row["name"])
            if row["attendance"] == Attendance.PRESENT and not row["position"]:
                self.add_error("members", f"第 {number} 行：{row['name']}出席了讨论，请写明是否同意结论。")
            if row["attendance"] != Attendance.PRESENT:
                if not row["because"]:
                    self.add_error("members", f"第 {number} 行：{row['name']}没有参加讨论，请写明原因。")
                row["opinion"] = row["position"] = ""


#: When, where and who, as every form of minutes begins.
SITTING = ("时间、地点和人员", ("from_at", "until_at", "place", "chair", "recorder", "members", "attendants"))


class Discuss(MinutesForm):
    """The minutes of a discussion of what to decide in a case."""

    groups = (SITTING, ("讨论", ("case_put",)), ("结论", ("result", "penalties", "reasons")))
    only_when = {"penalties": when("result", Result.PUNISH, needed=True)}

    result = forms.ChoiceField(label="结论", choices=Result.choices)
    penalties = PenaltiesField(label="决定给予的处罚", required=False)

    def known(self) -> dict[str, Any]:
        case = self.matter
        return super().known() | {
            "case_put": f"{case.found or case.facts}\n建议：{in_words(case.proposed_penalties) or '不予行政处罚'}。",
            "penalties": case.proposed_penalties,
            "result": Result.PUNISH if case.proposed_penalties else Result.NOT_PUNISH,
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("result") == Result.PUNISH:
            self.require("penalties", when="结论是给予处罚")
        elif "penalties" not in self.errors:
            cleaned["penalties"] = []
        return cleaned


__all__ = ["SITTING", "WITHOUT_VOTE", "Discuss", "MinutesForm", "heads_of"]
