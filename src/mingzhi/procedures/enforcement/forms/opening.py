"""Input of beginning an execution, of the demand, and of what the party says to it."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.procedures.penalty.actions.performance import obligations
from mingzhi.procedures.penalty.forms.acts import SignedForm, TimedActForm
from mingzhi.procedures.penalty.forms.performance import Demand as MoneyDemand
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.penalty.owing import owed

from ..actions.opening import ACT, MONEY
from ..models import Enforcement, Plea
from ..times import deferred_until


def money_due_on(case: Case) -> Any:
    """The last day to pay, put off or not."""
    return max(filter(None, (case.pay_by_on, deferred_until(case))), default=None)


class Begin(ActionForm):
    """By which way what is executed, and how one knows that it was not performed."""

    past = ("checked_on",)
    groups = (("执行", ("way", "covers", "duties", "due_on")), ("没有履行", ("checked_on", "checked")), ("提请", ("opinion",)))
    only_when = {"due_on": when("way", *(way for way in Enforcement.Way if way != Enforcement.Way.CLEAR))}
    asked = ("due_on",)

    way = forms.ChoiceField(label="执行方式", choices=Enforcement.Way.choices)
    covers = forms.MultipleChoiceField(label="执行的义务", choices=[(MONEY, "缴纳罚款等金钱义务"), (ACT, "拆除、恢复原状等行为义务")])
    duties = TextField(label="未履行的义务", rows=3, help_text="一项一行，与处罚决定书（责令改正通知书）一致")
    due_on = DayField(label="履行期限届满日", required=False, help_text="决定书确定的最后一日；批准延期、分期的，为最后一期")
    checked_on = DayField(label="核查日期")
    checked = TextField(label="未履行的情况", rows=3)
    opinion = TextField(label="承办人意见", rows=2)

    def known(self) -> dict[str, Any]:
        case = self.matter.case if self.matter.case_id else None
        today = local_day(self.at)
        if case is None or not owed(case, today).left_yuan:
            return {"checked_on": today}
        return {
            "checked_on": today,
            "way": Enforcement.Way.COURT,
            "covers": [MONEY],
            "duties": "\n".join(obligations(case, today)),
            "due_on": money_due_on(case),
        }


class Demand(ActionForm):
    """What the demand says beyond what is known (D39). Source: compulsion-law-35."""

    manner = forms.CharField(label="履行方式", max_length=200)
    consequences = TextField(label="逾期不履行的后果", rows=2)

    def known(self) -> dict[str, Any]:
        matter = self.matter
        if not matter.pk:
            return {}
        court = matter.way == Enforcement.Way.COURT
        force = f"申请{matter.case.power.court}强制执行" if court else f"作出{matter.get_way_display()}的决定并强制执行"
        money = MoneyDemand(matter=matter.case, actor=self.actor, at=self.at).known() if not matter.covers_act else {}
        return {"manner": "自行按照决定书履行，并告知本机关核查", "consequences": f"逾期仍不履行的，本机关将依法{force}。"} | money


class Hear(TimedActForm, SignedForm):
    """What the party says to the demand, and the answer (D39b). Source: compulsion-law-36."""

    groups = (
        ("陈述申辩", ("made_by", "from_at", "until_at", "place", "officers", "recorder", "content", "reasons")),
        ("复核", ("answer", "review")),
    )

    made_by = forms.CharField(label="陈述申辩人", max_length=50)
    content = TextField(label="陈述申辩的内容", rows=4)
    reasons = TextField(label="理由和证据", rows=2, required=False)
    answer = forms.ChoiceField(label="复核结果", choices=Plea.Answer.choices)
    review = TextField(label="复核意见和理由", rows=3)
    speaker_signature = SignatureField(label="陈述申辩人签名", may_refuse=True, required=False)

    def known(self) -> dict[str, Any]:
        party = self.matter.case.penalty_partys.first() if self.matter.pk else None
        return super().known() | ({"made_by": party.name} if party else {})
