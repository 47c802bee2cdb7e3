"""What the declarations share by which a party gives a right up. Source: penalty-law-45, penalty-law-63."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import MomentField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm


class Waiver(ActionForm):
    """The party's own declaration. It must be signed, and signed after the notice came: silence waives nothing while the period runs.

    Each names the right as the notice tells it, what is given up, and the notice.
    """

    right: ClassVar[str]
    given_up: ClassVar[str]
    notice: ClassVar[str]
    past = ("signed_at",)
    now = ("signed_at",)

    made_by = forms.CharField(label="声明人", max_length=50)
    signed_at = MomentField(label="签署时间")
    declaration = TextField(label="声明内容", rows=3)
    party_signature = SignatureField(label="声明人签名")
    file = forms.FileField(label="声明原件扫描件", required=False)

    def known(self) -> dict[str, Any]:
        party = self.matter.penalty_partys.first()
        return {
            "made_by": party.name if party else "",
            "declaration": f"本人（单位）已经知悉拟作出的处罚内容及事实、理由、依据，知悉享有{self.right}的权利，现自愿放弃{self.given_up}。",
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        signed, told = cleaned.get("signed_at"), self.matter.told_on
        if signed and told and local_day(signed) < told:
            self.add_error("signed_at", f"早于{self.notice}送达日{told}。当事人收到告知书后才能放弃{self.given_up}。")
        return cleaned
