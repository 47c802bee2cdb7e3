"""What an execution tells its case; given by the reaction that entails it."""

from __future__ import annotations

from django import forms

from mingzhi.core.engine.fields import YuanField
from mingzhi.core.engine.forms import ActionForm

MONEY, ACT = "money", "act"
#: How an execution may end, by what it means for the case.
FORCED = frozenset({"enforced", "kept", "court_done"})
ENDED = frozenset({"ended", "court_stopped"})
PERFORMED = "performed"


class ConcludeEnforcement(ActionForm):
    result = forms.ChoiceField(label="执行结果", choices=[(code, code) for code in (*sorted(FORCED), *sorted(ENDED), PERFORMED)])
    covers = forms.MultipleChoiceField(label="执行的义务", choices=[(MONEY, "金钱义务"), (ACT, "行为义务")])
    words = forms.CharField(label="执行情况")


class RestoreSurcharge(ActionForm):
    agreement = forms.CharField(label="执行编号")


class WaiveSurcharge(RestoreSurcharge):
    amount_yuan = YuanField(label="减免的加处罚款（元）")
