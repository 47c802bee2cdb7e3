"""Input of agreement, suspension, going on and ending."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, RowsField, SignatureField, TextField, YuanField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.procedures.penalty.forms.acts import told

from ..models import Ending, Pause


class Agree(ActionForm):
    """The agreement (D42c). Source: compulsion-law-42."""

    steps = RowsField(
        {"by_on": DayField(label="履行期限"), "content": forms.CharField(label="履行内容", max_length=200)},
        label="分阶段履行",
        at_least=1,
    )
    remedial = TextField(label="当事人采取的补救措施", rows=2, required=False)
    waived_yuan = YuanField(label="减免的加处罚款（元）", required=False)
    unharmful = told("不损害公共利益和他人合法权益")
    opinion = TextField(label="审批意见", rows=2)
    party_signature = SignatureField(label="当事人签名", required=False)

    asked = ("remedial",)


class Dated(ActionForm):
    """Something that happened on a day, in words."""

    past = ("on",)

    on = DayField(label="日期")
    words = TextField(label="情况", rows=3)

    def known(self) -> dict[str, Any]:
        return {"on": local_day(self.at)}


class Suspend(ActionForm):
    """Why to wait (D42). Source: compulsion-law-39."""

    only_when = {"harmless": when("ground", Pause.Ground.UNABLE)}

    ground = forms.ChoiceField(label="中止的情形", choices=Pause.Ground.choices)
    harmless = told("没有明显社会危害，当事人确无能力履行")
    reasons = TextField(label="理由和证据", rows=3)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("ground") != Pause.Ground.UNABLE:
            cleaned["harmless"] = False
        return cleaned


class End(ActionForm):
    """Why it ends (D42b). Source: compulsion-law-40."""

    ground = forms.ChoiceField(label="终结的情形", choices=Ending.choices)
    reasons = TextField(label="理由和证据", rows=3)


class Conclude(ActionForm):
    """How it stands in the end."""

    words = TextField(label="执行情况", rows=3)
