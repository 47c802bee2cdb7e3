"""Input of notice and statement: what the party is told, what it answers, and what comes of the answer."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import MomentField, RowField, RowsField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when

from ..hearings import has_been_told
from ..models import Statement
from .acts import SignedForm
from .people import handlers_of, offer_officers, officers_field
from .waiving import Waiver


class Notify(ActionForm):
    """The notice before a decision (D23); the penalties told are those of the report that was agreed to."""

    reasons = TextField(label="处罚的理由", rows=3)
    new_facts = TextField(label="新的事实", required=False, rows=3, help_text="重新告知时必填：写明原告知后查明的新事实、证据")

    def known(self) -> dict[str, Any]:
        return {"reasons": "上述违法事实清楚，证据确凿，应当依法给予行政处罚。"}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        # A second notice struck out does not undo the first, which the party has: penalty-law-45.2 still holds.
        if self.matter.told_penalties or has_been_told(self.matter):
            self.require("new_facts", when="本件已经告知过，现在是重新告知")
        return cleaned


class HearStatement(ActionForm, SignedForm):
    """What the party says in answer to the notice, spoken (D25) or in writing."""

    past = ("from_at", "until_at", "received_at")
    groups = (
        ("方式", ("channel", "made_by", "received_at", "from_at", "until_at", "place", "officers", "recorder")),
        ("内容", ("content", "reasons", "file")),
    )
    only_when = {
        "received_at": when("channel", Statement.Channel.WRITTEN, needed=True),
        **{name: when("channel", Statement.Channel.ORAL, needed=True) for name in ("from_at", "until_at", "place", "officers", "recorder")},
        **{name: when("channel", Statement.Channel.ORAL) for name in ("speaker_signature", "first_signature", "second_signature")},
    }

    channel = forms.ChoiceField(
        label="方式", choices=[(Statement.Channel.ORAL, "口头陈述，制作笔录"), (Statement.Channel.WRITTEN, "收到书面意见")]
    )
    made_by = forms.CharField(label="陈述申辩人", max_length=50)
    from_at = MomentField(label="开始时间", required=False, help_text="口头陈述的填写")
    until_at = MomentField(label="结束时间", required=False, help_text="口头陈述的填写")
    place = forms.CharField(label="地点", max_length=200, required=False, help_text="口头陈述的填写")
    officers = officers_field("执法人员", required=False, help_text="口头陈述的填写，两名以上")
    recorder = forms.CharField(label="记录人", max_length=50, required=False, help_text="口头陈述的填写")
    received_at = MomentField(label="收到时间", required=False, help_text="书面意见的填写")
    content = TextField(label="陈述申辩的内容", rows=5, help_text="书面意见的摘录要点，原件作为附件")
    reasons = TextField(label="理由和证据", required=False, rows=3)
    file = forms.FileField(label="书面意见或证据", required=False)
    speaker_signature = SignatureField(label="陈述申辩人签名", may_refuse=True, required=False)

    def prepare(self) -> None:
        offer_officers(self)

    def known(self) -> dict[str, Any]:
        party = self.matter.penalty_partys.first()
        name = party.name if party else ""
        return {"made_by": name, "officers": handlers_of(self), "recorder": self.actor.name, "channel": Statement.Channel.ORAL}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("channel") == Statement.Channel.ORAL:
            self.require("from_at", "until_at", "place", "officers", "recorder", when="口头陈述")
            first, last = cleaned.get("from_at"), cleaned.get("until_at")
            if first and last and last <= first:
                self.add_error("until_at", "结束时间应当晚于开始时间。")
        elif cleaned.get("channel"):
            self.require("received_at", when="收到书面意见")
            # Nobody takes down a written statement, so the number of officers is not asked.
            cleaned.pop("officers", None)
            cleaned["from_at"] = cleaned["until_at"] = None
        return cleaned


class WaiveStatement(Waiver):
    """The party's own declaration that it will not speak (D25c)."""

    right, given_up, notice = "陈述、申辩", "陈述和申辩", "告知书"


class ReviewStatement(ActionForm):
    """Point by point: what was said, what was found, whether it is taken, and why (D25b)."""

    statement = RowField(Statement.objects.none(), label="陈述申辩", by=("made_by",))
    points = RowsField(
        {
            "point": forms.CharField(label="意见", max_length=300),
            "finding": forms.CharField(label="复核情况", max_length=500),
            "accepted": forms.BooleanField(label="采纳", required=False),
            "reasons": forms.CharField(label="理由", max_length=500),
        },
        at_least=1,
        label="逐条复核",
    )
    conclusion = TextField(label="复核结论", rows=3)

    def prepare(self) -> None:
        waiting = Statement.objects.filter(matter_id=self.matter.pk, reviewed_at__isnull=True)
        self.fields["statement"].queryset = waiting.exclude(channel=Statement.Channel.WAIVED)

    def known(self) -> dict[str, Any]:
        first = self.fields["statement"].queryset.first()
        return {"statement": first.pk if first else None, "conclusion": "不因当事人陈述、申辩而给予更重的处罚。"}
