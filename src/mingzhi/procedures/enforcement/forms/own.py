"""Input of what the organ does itself: the decision, the public notice, substitution, the act on the spot."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, MomentField, RowsField, SignatureField, TextField, YuanField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.procedures.penalty.forms.acts import SignedForm, TimedActForm, told
from mingzhi.procedures.penalty.forms.performance import GOODS

from ..models import Enforcement, Order
from ..times import order_of, proposal_of


def _proposed(matter: Any) -> dict[str, Any]:
    """What was proposed last, which is what a head decides on; nothing where nothing was."""
    row = proposal_of(matter) if matter.pk else None
    return {"reasons": row.reasons, "manner": row.manner, "begins_at": row.begins_at} if row else {}


class Propose(ActionForm):
    """The decision to execute as its handler proposes it: reasons, manner and time. Source: compulsion-law-37, review-6."""

    reasons = TextField(label="强制执行的理由", rows=3)
    manner = TextField(label="强制执行的方式", rows=2)
    begins_at = MomentField(label="强制执行的时间", help_text="强制拆除的，在自行拆除期限和复议、诉讼期限都届满之后")
    opinion = TextField(label="承办人意见", rows=2)

    def known(self) -> dict[str, Any]:
        matter = self.matter
        if not matter.pk:
            return {}
        demolishes = matter.way == Enforcement.Way.DEMOLISH
        manner = {"manner": "组织人员、机械拆除违法建设，清空现场"} if demolishes else {}
        return {"reasons": matter.checked} | manner | _proposed(matter)


class Decide(ActionForm):
    """The decision to execute (D40): reasons, manner and time. Source: compulsion-law-37."""

    reasons = TextField(label="强制执行的理由", rows=3)
    manner = TextField(label="强制执行的方式", rows=2)
    begins_at = MomentField(label="强制执行的时间", help_text="与审核同意的一致")
    opinion = TextField(label="审批意见", rows=2)

    def known(self) -> dict[str, Any]:
        return _proposed(self.matter)


class Announce(ActionForm):
    """The public notice (D40c). Source: compulsion-law-44."""

    past = ("posted_at",)
    now = ("posted_at",)

    posted_at = MomentField(label="张贴时间")
    carrier = forms.CharField(label="公告载体", max_length=200, help_text="现场显著位置、村（社区）公告栏、本机关网站等")
    remove_by_on = DayField(label="自行拆除期限")


class OrderSubstitute(ActionForm):
    """The decision that somebody else does it (D40b): what compulsion-law-51 wants in it."""

    groups = (
        ("理由", ("reasons", "harm")),
        ("代履行", ("manner", "begins_at", "performer")),
        ("费用", ("estimate_yuan", "estimate_because")),
        ("审批", ("opinion",)),
    )

    reasons = TextField(label="代履行的理由", rows=3)
    harm = forms.ChoiceField(label="不履行的后果", choices=Order.Harm.choices)
    manner = TextField(label="代履行的方式和标的", rows=2)
    begins_at = MomentField(label="代履行的时间")
    performer = forms.CharField(label="代履行人", max_length=100, help_text="本机关或者没有利害关系的第三人")
    estimate_yuan = YuanField(label="费用预算（元）")
    estimate_because = TextField(label="费用预算的依据", rows=2, help_text="按照成本合理确定")
    opinion = TextField(label="审批意见", rows=2)

    def known(self) -> dict[str, Any]:
        return {"reasons": self.matter.checked} | _proposed(self.matter) if self.matter.pk else {}


class Remind(ActionForm):
    """The day on which somebody else will do it, told once more (D39). Source: compulsion-law-51."""

    on = DayField(label="代履行日期")

    def known(self) -> dict[str, Any]:
        order = order_of(self.matter) if self.matter.pk else None
        return {"on": local_day(order.begins_at)} if order else {}


class CarryOut(TimedActForm, SignedForm):
    """What happened on the spot (D40d). Source: compulsion-law-43, 44, 51, recording-9.2."""

    groups = (
        ("时间和人员", ("from_at", "until_at", "place", "officers", "recorder", "performer")),
        ("到场", ("party_absent", "witness")),
        ("经过", ("course", "goods", "cost_yuan")),
        ("确认", ("recorded", "no_supply_cut", "emergency")),
    )
    only_when = {"witness": when("party_absent", "on")}
    asked = ("witness",)

    performer = forms.CharField(label="实施（代履行）人", max_length=100)
    party_absent = told("当事人没有到场")
    witness = forms.CharField(label="见证人", max_length=100, required=False, help_text="基层组织或者邻近的无利害关系人，写明姓名和单位")
    course = TextField(label="执行经过", rows=4)
    goods = RowsField(GOODS, label="清点、登记的物品", required=False)
    cost_yuan = YuanField(label="费用（元）", required=False)
    recorded = told("已全程音像记录")
    no_supply_cut = told("没有对居民生活采取停水、停电、停热、停燃气等方式")
    emergency = TextField(label="紧急情况", rows=2, required=False, help_text="夜间或者法定节假日实施的，写明紧急情况")
    party_signature = SignatureField(label="当事人签名", may_refuse=True, required=False)
    witness_signature = SignatureField(label="见证人签名", required=False)
    performer_signature = SignatureField(label="代履行人签名", required=False)

    def known(self) -> dict[str, Any]:
        if not self.matter.pk:
            return super().known()
        order = order_of(self.matter)
        performer = (order.performer if order else "") or self.matter.authority.name
        return super().known() | {"place": self.matter.case.place, "performer": performer}
