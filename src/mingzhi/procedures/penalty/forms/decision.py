"""Input of the decision: what is asked for, what is decided, or why the party is not punished."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import MomentField, RowField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.law.fines import PenaltyKind

from ..exemptions import SHORT, exemptions_on, listed_words
from ..grounds import LISTED, Ground
from ..hearings import advised_penalties
from ..models import Exemption
from ..severity import kinds_of
from .acts import SignedForm, told
from .penalties import PenaltiesField


class ProposeDecision(ActionForm):
    """The proposal of a decision, after the party was told and heard."""

    penalties = PenaltiesField(label="建议的处罚", help_text="可以比告知的轻，不得更重")
    lighter_reasons = TextField(
        label="从轻、减轻的理由", rows=2, required=False, help_text="采纳申辩意见、未成年人或者有其他法定情形的填写"
    )
    opinion = TextField(label="承办人意见", rows=2)

    def known(self) -> dict[str, Any]:
        advised = advised_penalties(self.matter)
        opinion = "建议采纳听证报告的意见，按上述内容作出行政处罚决定。" if advised else "建议按上述内容作出行政处罚决定。"
        return {"penalties": advised or self.matter.proposed_penalties, "opinion": opinion}


class Decide(ActionForm):
    """The decision as it will be printed (D29, D30)."""

    penalties = PenaltiesField(label="处罚决定", help_text="可以比告知的轻，不得更重")
    lighter_reasons = TextField(label="从轻、减轻的理由", rows=2, required=False, help_text="比提请的更轻时填写")
    performance = TextField(label="履行方式和期限", rows=3)
    opinion = TextField(label="负责人意见", rows=2)

    def known(self) -> dict[str, Any]:
        rows = self.matter.proposed_penalties
        if PenaltyKind.FINE in kinds_of(rows):
            words = "当事人应当在本决定规定的期限内缴清罚款。确有经济困难的，可以申请延期或者分期缴纳。"
        else:
            words = "当事人应当自收到本决定书之日起自行履行本决定的内容。"
        return {"penalties": rows, "performance": words, "opinion": "同意。"}


class NotPunish(ActionForm, SignedForm):
    """The ground on which the law leaves the party unpunished, its facts, and the education given (D32, D32b)."""

    past = ("educated_at",)
    now = ("educated_at",)
    groups = (
        (
            "不予处罚的情形",
            ("ground", "slight", "slight_harm", "harmless", "corrected", "by_list", "list_item", "list_conditions", "proof", "reasons"),
        ),
        ("教育", ("guardian", "guardian_told", "education", "educated_at", "place", "party_opinion")),
    )
    asked = ("proof", "guardian", "list_item")
    hints_over = "by_list"
    hints_of = ("ground",)
    only_when = {
        "slight": when("ground", Ground.SLIGHT),
        "harmless": when("ground", Ground.SLIGHT),
        "slight_harm": when("ground", Ground.FIRST),
        "corrected": when("ground", Ground.SLIGHT, Ground.FIRST),
        "by_list": when("ground", *LISTED),
        "list_item": when("by_list", "on", needed=True),
        "list_conditions": when("by_list", "on"),
        "proof": when("ground", Ground.MENTAL, Ground.NO_FAULT, needed=True),
        "guardian": when("ground", Ground.CHILD, Ground.MENTAL, needed=True),
        "guardian_told": when("ground", Ground.CHILD, Ground.MENTAL),
    }

    ground = forms.ChoiceField(label="不予处罚的情形", choices=Ground.choices)
    reasons = TextField(label="不予处罚的理由", rows=3)
    slight = told("违法行为轻微")
    slight_harm = told("危害后果轻微")
    harmless = told("没有造成危害后果")
    corrected = told("已经及时改正")
    by_list = told("按免罚清单办理")
    list_item = RowField(Exemption.objects.none(), by=("number",), label="适用的清单事项", required=False)
    list_conditions = told("清单事项的条件全部具备")
    proof = forms.CharField(
        label="证明材料", max_length=300, required=False, help_text="精神状况的鉴定或诊断；当事人证明没有主观过错的证据"
    )
    guardian = forms.CharField(label="监护人", max_length=50, required=False)
    guardian_told = told("已责令监护人管教（看管、治疗）")
    education = TextField(label="教育（告诫）内容", rows=3)
    educated_at = MomentField(label="教育的时间")
    place = forms.CharField(label="教育的地点", max_length=200)
    party_opinion = TextField(label="当事人意见", rows=2)
    party_signature = SignatureField(label="当事人签名", may_refuse=True, required=False)

    def prepare(self) -> None:
        self.fields["list_item"].queryset = exemptions_on(self.matter, local_day(self.at))

    def known(self) -> dict[str, Any]:
        party, listed = self.matter.penalty_partys.first(), list(self.fields["list_item"].queryset)
        only = listed[0].pk if len(listed) == 1 else None
        return {"guardian": party.guardian if party else "", "place": self.matter.authority.place, "list_item": only}

    def hints(self) -> list[str]:
        """The items of lists in force for the ground chosen, or that there are none."""
        ground = self["ground"].value() or Ground.SLIGHT
        if ground not in LISTED:
            return []
        found = listed_words(self.matter, local_day(self.at), ground)
        return found or [f"本事项没有现行有效的{SHORT[Ground(ground)]}清单事项，不能按清单不予处罚；符合法定情形的，按法定情形办理。"]
