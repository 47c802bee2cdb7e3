"""Input of service: which papers, in which way, with the proof that way needs; announcements and their end."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, MomentField, RowField, RowsOfField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when

from ..models import Service
from ..serving import announcements, case_of, confirmed_address, unserved
from .acts import ActForm, SignedForm, told

#: Who may sign for the party. Source: civil-procedure-88.
RECEIVERS = ("本人", "同住成年家属", "法定代表人", "单位负责人", "单位负责收件的人", "委托代理人", "指定的代收人")

_WAYS = [(way.value, way.label) for way in Service.Method if way != Service.Method.ANNOUNCED]
_NO_SUCH_WAY = "“%(value)s”不是法定的送达方式，电话通知不是送达。请按《民事诉讼法》第八十八条至第九十四条选择方式；公告送达另行办理。"

#: Ways in which the paper arrives later than it is sent, with what the day of arrival is called.
_ARRIVES_LATER = {
    Service.Method.ENTRUSTED: "委托送达",
    Service.Method.POST: "邮寄送达",
    Service.Method.ELECTRONIC: "电子送达",
    Service.Method.FORWARDED: "转交送达",
}
#: Ways in which somebody takes the paper from a hand.
_HANDED = (Service.Method.DIRECT, Service.Method.ENTRUSTED, Service.Method.FORWARDED)
_SIGNED_FOR = (*_HANDED, Service.Method.POST)


class Serve(ActForm, SignedForm):
    """One visit, one mailing or one message: the papers it carried and how they were received (D33, one for each paper)."""

    past = ("acted_at", "received_on")
    now = ("acted_at",)
    groups = (
        ("送什么、送给谁", ("documents", "recipient")),
        ("怎样送达", ("method", "acted_at", "place", "officers")),
        ("签收", ("receiver", "relation", "refused_because", "witness", "recorded", "received_on", "proof", "file")),
        ("没有送到", ("failed", "failed_because")),
        ("备注", ("note",)),
    )
    only_when = {
        "receiver": when("method", *_SIGNED_FOR, needed=(Service.Method.DIRECT, Service.Method.FORWARDED)),
        "relation": when("method", *_SIGNED_FOR, needed=(Service.Method.DIRECT,)),
        "refused_because": when("method", Service.Method.LEAVE, needed=True),
        "witness": when("method", Service.Method.LEAVE),
        "recorded": when("method", Service.Method.LEAVE),
        "witness_signature": when("method", Service.Method.LEAVE),
        "receiver_signature": when("method", *_HANDED, Service.Method.LEAVE),
        "received_on": when("method", *_ARRIVES_LATER, needed=True),
        "proof": when("method", *_ARRIVES_LATER, needed=True),
        "failed_because": when("failed", "on", needed=True),
    }

    documents = RowsOfField(Document.objects.none(), by=("number", "code"), label="送达文书")
    recipient = forms.CharField(label="受送达人", max_length=100)
    method = forms.ChoiceField(label="送达方式", choices=_WAYS, error_messages={"invalid_choice": _NO_SUCH_WAY})
    acted_at = MomentField(label="送达时间", help_text="当面送达的时刻；寄出、发出或者交付转交的时刻")
    received_on = DayField(label="收件日期", required=False, help_text="邮寄以回执注明的日期，电子以到达对方系统的日期，转交以签收日期为准")
    receiver = forms.CharField(label="签收人", max_length=50, required=False)
    relation = forms.ChoiceField(label="签收人与受送达人关系", choices=[("", "—"), *((name, name) for name in RECEIVERS)], required=False)
    refused_because = forms.CharField(label="拒收事由", max_length=200, required=False)
    witness = forms.CharField(label="见证人", max_length=100, required=False, help_text="基层组织或者受送达人单位的代表，写明姓名和单位")
    recorded = told("留置过程已拍照、录像")
    proof = forms.CharField(label="凭证", max_length=200, required=False, help_text="邮件号、委托函号、回执号或者系统到达记录")
    file = forms.FileField(label="回执或影像", required=False)
    failed = told("没有送到")
    failed_because = forms.CharField(label="没有送到的经过", max_length=300, required=False)
    note = forms.CharField(label="备注", max_length=200, required=False)
    receiver_signature = SignatureField(label="签收人签名", may_refuse=True, required=False)
    witness_signature = SignatureField(label="见证人签名", required=False)

    def prepare(self) -> None:
        super().prepare()
        self.fields["documents"].queryset = unserved(self.matter)

    def known(self) -> dict[str, Any]:
        party, confirmed = case_of(self.matter).penalty_partys.first(), confirmed_address(self.matter)
        address = confirmed.address if confirmed else party.address if party else ""
        papers = [paper.pk for paper in self.fields["documents"].queryset]
        return super().known() | {
            "recipient": party.name if party else "",
            "place": address,
            "documents": papers,
            "receiver": party.name if party else "",
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        method = cleaned.get("method")
        if cleaned.get("failed"):
            self.require("failed_because", when="没有送到")
        elif method == Service.Method.DIRECT:
            self.require("receiver", "relation", when="直接送达")
        elif method == Service.Method.LEAVE:
            self.require("refused_because", when="留置送达")
        elif method in _ARRIVES_LATER:
            self.require("proof", "received_on", when=_ARRIVES_LATER[Service.Method(method)])
            if method == Service.Method.FORWARDED:
                self.require("receiver", when="转交送达")
            received, sent = cleaned.get("received_on"), cleaned.get("acted_at")
            if received and sent and received < local_day(sent):
                self.add_error("received_on", "收件日期不能早于寄出（发出、交付）的日期。")
        return cleaned


class Announce(ActionForm):
    """A paper announced because nothing else can reach the party (D35)."""

    past = ("acted_at",)
    now = ("acted_at",)

    document = RowField(Document.objects.none(), by=("number", "code"), label="送达文书")
    recipient = forms.CharField(label="受送达人", max_length=100)
    ground = forms.ChoiceField(label="公告的原因", choices=[("missing", "受送达人下落不明"), ("others_failed", "采用其他方式无法送达")])
    tried = TextField(label="原因和经过", rows=4, required=False, help_text="写明何时何地以何种方式送达、查找，结果如何")
    summary = TextField(label="文书内容摘要", rows=4)
    carrier = forms.CharField(label="公告载体", max_length=200)
    acted_at = MomentField(label="公告发出时间")
    rights = TextField(label="受送达人的权利", rows=2, required=False)

    def prepare(self) -> None:
        self.fields["document"].queryset = unserved(self.matter)

    def known(self) -> dict[str, Any]:
        party, papers = case_of(self.matter).penalty_partys.first(), list(self.fields["document"].queryset[:2])
        return {
            "document": papers[0].pk if len(papers) == 1 else None,
            "recipient": party.name if party else "",
            "carrier": f"{self.matter.authority.name}公告栏",
            "rights": "受送达人可以到本机关领取上述文书；依法享有的陈述、申辩或者申请行政复议、提起行政诉讼的期限，自视为送达之日起计算。",
        }


class CompleteAnnouncement(ActionForm, SignedForm):
    """The end of an announcement's period, put on record (D33)."""

    announcement = RowField(Service.objects.none(), label="公告", required=False, help_text="只有一项时不必选择")
    note = forms.CharField(label="备注", max_length=200, required=False)

    def prepare(self) -> None:
        self.fields["announcement"].queryset = announcements(self.matter)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        waiting = list(announcements(self.matter)[:2])
        if cleaned.get("announcement") is None and "announcement" not in self.errors and waiting:
            if len(waiting) == 1:
                cleaned["announcement"] = waiting[0]
            else:
                self.add_error("announcement", "有几项公告，请选择其中一项。")
        return cleaned
