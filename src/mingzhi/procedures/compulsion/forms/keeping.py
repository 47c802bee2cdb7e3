"""Input while things are held: the register of custody, testing."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, MomentField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.procedures.penalty.forms.acts import choose_the_only, concerned, told

from ..models import Custody
from ..serving import under_test


class KeepCustody(ActionForm):
    """One entry of the register of custody (D18d)."""

    past = ("acted_at",)
    now = ("acted_at",)
    only_when = {"why": when("event", Custody.Event.MOVED, Custody.Event.HANDED_ON, needed=True)}

    event = forms.ChoiceField(label="事项", choices=Custody.Event.choices)
    acted_at = MomentField(label="时间")
    place = forms.CharField(label="保管地点", max_length=200)
    custodian = forms.CharField(label="保管人", max_length=50)
    condition = forms.CharField(label="状况", max_length=200)
    why = forms.CharField(label="原因", max_length=200, required=False)

    def known(self) -> dict[str, Any]:
        return {"event": Custody.Event.CHECKED.value, "place": self.matter.kept_place, "custodian": self.matter.custodian}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("event") in (Custody.Event.MOVED, Custody.Event.HANDED_ON):
            self.require("why", when="移动、更换保管人的")
        return cleaned


class SendForTesting(ActionForm):
    """The stated time of a testing, from today on, and how the party is told (D19d)."""

    institution = forms.CharField(label="机构", max_length=100)
    what = forms.CharField(label="检测、检验、检疫或者技术鉴定的事项", max_length=200)
    until_on = DayField(label="检测（鉴定）期间的止日")
    told_how = forms.CharField(label="告知当事人的方式", max_length=200, required=False)
    told = told("期间书面告知当事人")

    asked = ("told_how",)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("until_on") and cleaned["until_on"] <= local_day(self.at):
            self.add_error("until_on", "止日应当晚于今天。")
        return cleaned


class TestingDone(ActionForm):
    """When the result came; time not used counts again."""

    past = ("done_on",)

    testing = concerned("检测（鉴定）", by=("institution",))
    done_on = DayField(label="完成日期")
    result = TextField(label="结果", rows=2)

    def prepare(self) -> None:
        self.fields["testing"].queryset = under_test(self.matter)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "testing", under_test(self.matter))
        testing, done = cleaned.get("testing"), cleaned.get("done_on")
        if testing and done and done < testing.from_on:
            self.add_error("done_on", f"完成日期不能早于送检日期（{testing.from_on}）。")
        return cleaned
