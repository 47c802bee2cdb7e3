"""Input of a hearing itself and of the report on it."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import RowsField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.organs.models import User

from ..hearings import evidence_told, hearing_at
from ..models import Hearing
from .acts import SignedForm, TimedActForm, told
from .penalties import PenaltiesField
from .people import officers_field

#: Who besides officers and staff takes part, and whether they are or speak for the party.
FOR_THE_PARTY = ("当事人", "法定代表人（负责人）", "委托代理人", "法定代理人")
OTHERS = ("第三人", "证人", "鉴定人", "翻译人员", "其他参加人")


class HoldHearing(TimedActForm, SignedForm):
    """The record of a hearing (D27). Source: penalty-law-64.7, penalty-law-64.8."""

    groups = (
        ("时间、地点和人员", ("from_at", "until_at", "place", "recorder", "officers", "attendants")),
        ("权利告知", ("told_rights", "rights_answer")),
        ("听证经过", ("case_put", "evidence", "party_statement", "debate", "last_words")),
    )
    officers_sign = ("first_signature", "second_signature", "chair_signature", "recorder_signature")

    officers = officers_field("出席的本案调查人员")
    attendants = RowsField(
        {
            "role": forms.ChoiceField(label="身份", choices=[(name, name) for name in (*FOR_THE_PARTY, *OTHERS)]),
            "name": forms.CharField(label="姓名", max_length=50),
            "about": forms.CharField(label="单位、职务或者身份证件", max_length=100),
        },
        label="参加人",
        at_least=1,
        blank_rows=2,
    )
    told_rights = told("已核对参加人身份，告知听证的权利义务，询问是否申请回避")
    rights_answer = forms.CharField(label="当事人对告知的回答", max_length=200)
    case_put = TextField(label="调查人员提出的违法事实、证据和处罚建议", rows=5)
    evidence = RowsField(
        {
            "evidence": forms.CharField(label="证据", max_length=200),
            "proof": forms.CharField(label="证明内容", max_length=500),
            "view": forms.CharField(label="当事人的质证意见", max_length=500),
        },
        label="举证和质证",
        at_least=1,
        blank_rows=1,
    )
    party_statement = TextField(label="当事人的陈述和申辩", rows=4)
    debate = TextField(label="辩论的内容", rows=3, required=False)
    last_words = TextField(label="当事人最后陈述", rows=3)
    party_signature = SignatureField(label="当事人（代理人）签名", may_refuse=True)
    chair_signature = SignatureField(label="主持人签名", required=False)
    recorder_signature = SignatureField(label="记录人签名", required=False)

    def prepare(self) -> None:
        super().prepare()
        self.fields["officers"].queryset = User.objects.filter(pk__in=handler_ids(self.matter)).order_by("name")

    def known(self) -> dict[str, Any]:
        row = hearing_at(self.matter, Hearing.Status.ARRANGED)
        rows = [{"evidence": one["name"], "proof": one.get("proves") or "", "view": ""} for one in evidence_told(self.matter)]
        known = super().known() | {"rights_answer": "听清楚了，不申请回避。", "evidence": rows}
        if row is not None:
            agents = [{"role": "委托代理人", "name": one["name"], "about": one["about"]} for one in row.agents]
            known |= {"place": row.place, "from_at": row.begins_at, "recorder": row.recorder.name, "attendants": agents}
        return known


class AdvisedPenaltiesField(PenaltiesField):
    """Penalties that are asked for in one case only."""

    def clean(self, value: Any) -> list[dict[str, Any]]:
        return super().clean(value) if value not in (None, "", []) else []


class ReportHearing(ActionForm):
    """What the chair finds and recommends (D27b). Source: penalty-law-65."""

    groups = (
        ("认定", ("facts", "evidence", "law", "procedure")),
        ("处理意见", ("advice", "penalties", "reasons")),
    )
    only_when = {"penalties": when("advice", Hearing.Advice.LIGHTER, needed=True)}

    facts = TextField(label="对事实的认定", rows=4)
    evidence = TextField(label="对证据的认定", rows=3)
    law = TextField(label="对法律适用和裁量的认定", rows=3)
    procedure = TextField(label="对程序的认定", rows=2)
    advice = forms.ChoiceField(label="处理意见", choices=Hearing.Advice.choices)
    penalties = AdvisedPenaltiesField(label="建议的处罚", required=False, help_text="从轻、减轻的填写，不得比告知的重")
    reasons = TextField(label="理由", rows=3)
    chair_signature = SignatureField(label="主持人签名", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("advice") == Hearing.Advice.LIGHTER:
            self.require("penalties", when="建议从轻、减轻处罚")
        elif "penalties" not in self.errors:
            cleaned["penalties"] = []
        return cleaned


__all__ = ["FOR_THE_PARTY", "HoldHearing", "ReportHearing"]
