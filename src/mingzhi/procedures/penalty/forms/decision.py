"""Input of the decision: what is asked for, what is decided, or why the party is not punished."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import MomentField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.law.fines import PenaltyKind

from ..grounds import Ground
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
        return {"penalties": self.matter.proposed_penalties, "opinion": "建议按上述内容作出行政处罚决定。"}


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
        ("不予处罚的情形", ("ground", "slight", "slight_harm", "harmless", "corrected", "proof", "reasons")),
        ("教育", ("guardian", "guardian_told", "education", "educated_at", "place", "party_opinion")),
    )
    asked = ("proof", "guardian")
    only_when = {
        "slight": when("ground", Ground.SLIGHT),
        "harmless": when("ground", Ground.SLIGHT),
        "slight_harm": when("ground", Ground.FIRST),
        "corrected": when("ground", Ground.SLIGHT, Ground.FIRST),
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

    def known(self) -> dict[str, Any]:
        party = self.matter.penalty_partys.first()
        return {"guardian": party.guardian if party else "", "place": self.matter.authority.place}
