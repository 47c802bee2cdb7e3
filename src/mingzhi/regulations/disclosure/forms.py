"""Input of a publication: what is collected and how it is masked, the final words, why something is not published."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, RowField, TextField
from mingzhi.core.engine.forms import ActionForm, when

from .masking import latest
from .models import Edition, Ground, Publication, SentObjection, Withholding
from .sending import waiting

#: What 公示 7 and 8 say of the legal representative: named in the summary, hidden in the full text. See docs/decisions/0020.
REPRESENTATIVE = {Edition.Form.SUMMARY: Edition.Shown.KEEP, Edition.Form.FULL: Edition.Shown.HIDE}


def choices_in_words(publication: Publication, given: dict[str, Any]) -> str:
    """“采集公示信息（摘要公开，隐名用某某，显示法定代表人姓名）” for the timeline: every switch is a decision on record."""
    parts = [
        Edition.Form(given["form"]).label,
        f"隐名用{Edition.Style(given['style']).label}",
        f"{Edition.Shown(given['legal_rep']).label}法定代表人（负责人）姓名",
    ]
    if given["party"] == Edition.Shown.KEEP:
        parts.append("显示自然人当事人的名字")
    because = f"，理由：{given['because']}" if given["because"] else ""
    return f"采集公示信息（{'，'.join(parts)}）{because}"


class Begin(ActionForm):
    """Given by the reaction to the decision; nobody types it."""

    decision_number = forms.CharField(label="决定书文号", max_length=64)
    decided_on = DayField(label="决定日期")


class Collect(ActionForm):
    """Summary or full text, and how it is masked. Source: disclosure-7.2, disclosure-7.2-mask, disclosure-8.1."""

    form = forms.ChoiceField(label="公开形式", choices=Edition.Form.choices, help_text="摘要公开包括规定的十项内容")
    style = forms.ChoiceField(label="隐名方式", choices=Edition.Style.choices, help_text="保留姓氏，不显示名字的字数")
    legal_rep = forms.ChoiceField(
        label="法定代表人（负责人）姓名",
        choices=[("", "按规定（摘要显示，全文隐去）"), *Edition.Shown.choices],
        required=False,
    )
    party = forms.ChoiceField(label="自然人当事人的名字", choices=Edition.Shown.choices, help_text="摘要公开的必须隐去")
    because = TextField(
        label="改变通常做法的理由", rows=2, required=False, help_text="用*、改变法定代表人姓名的做法、显示当事人名字的，写明理由"
    )

    asked = ("because",)

    def known(self) -> dict[str, Any]:
        edition = latest(self.matter) if self.matter.pk else None
        if edition is None:
            return {"form": Edition.Form.SUMMARY, "style": Edition.Style.SOME, "party": Edition.Shown.HIDE}
        return {name: getattr(edition, name) for name in ("form", "style", "legal_rep", "party", "because")}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        usual = REPRESENTATIVE[Edition.Form(cleaned["form"])]
        cleaned["legal_rep"] = cleaned.get("legal_rep") or usual.value
        changed = cleaned["style"] != Edition.Style.SOME or cleaned["party"] != Edition.Shown.HIDE or cleaned["legal_rep"] != usual
        if changed and not cleaned.get("because"):
            self.add_error("because", "改变了通常的做法，必须写明理由。")
        return cleaned


class Confirm(ActionForm):
    """The final words, compared with the original place by place. Source: disclosure-8.1 to disclosure-8.4."""

    title = forms.CharField(label="公开的案件名称", max_length=300, required=False, help_text="留空表示照系统隐去后的名称")
    text = TextField(
        label="公开的内容", rows=14, required=False, help_text="还有应当隐去的信息，在这里删去或者改写；留空表示照系统隐去后的内容"
    )
    kept_words = TextField(
        label="核对后保留的字词", rows=2, required=False, help_text="系统认作姓名、号码而其实不是的，每行一个；留空表示没有"
    )
    compared = forms.BooleanField(label="已经与原文逐处对照，待确认的也已核对")

    def known(self) -> dict[str, Any]:
        edition = latest(self.matter) if self.matter.pk else None
        return {"title": edition.title, "text": edition.text, "kept_words": "\n".join(edition.kept_words)} if edition else {}

    def clean_kept_words(self) -> list[str]:
        return [word.strip() for word in self.cleaned_data["kept_words"].splitlines() if word.strip()]

    def clean_title(self) -> str:
        edition = latest(self.matter) if self.matter.pk else None
        return self.cleaned_data["title"] or (edition.title if edition else "")

    def clean_text(self) -> str:
        """Lines end as the office's own do, whatever the browser sent."""
        edition = latest(self.matter) if self.matter.pk else None
        said = self.cleaned_data["text"] or (edition.text if edition else "")
        return "\n".join(line.rstrip() for line in said.splitlines())


class AskWithholding(ActionForm):
    """On which of the six grounds, and why. Source: disclosure-9.1 to disclosure-9.6."""

    only_when = {
        "other_case": when("ground", Ground.INVESTIGATION, needed=True),
        "basis": when("ground", Ground.FORBIDDEN, needed=True),
    }

    ground = forms.ChoiceField(label="不予公开的情形", choices=Ground.choices)
    reasons = TextField(label="理由", rows=3)
    other_case = forms.CharField(label="可能影响的案件", max_length=200, required=False, help_text="文号或者办理机关")
    basis = forms.CharField(label="规定不得公开的条款", max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("ground") == Ground.INVESTIGATION:
            self.require("other_case", when="可能影响其他案件调查处理")
        if cleaned.get("ground") == Ground.FORBIDDEN:
            self.require("basis", when="法律、法规、规章规定不得公开")
        return cleaned


class OrderWithdrawal(ActionForm):
    """Why it may no longer be public; after a remedy, given by the reaction to its result. Source: disclosure-13-withdraw."""

    because = forms.CharField(label="事由", max_length=500, help_text="决定被谁变更、撤销、确认违法，文号和日期")


class Withdraw(ActionForm):
    """What is told to everybody; no new personal data. Source: penalty-law-48.2."""

    public_reasons = TextField(label="公开说明的理由", rows=3, help_text="代替原公示信息公开，不得写入个人信息")

    def known(self) -> dict[str, Any]:
        because = self.matter.withdraw_because if self.matter.pk else ""
        return {"public_reasons": f"{self.matter.decision_number}：{because}，原公示信息予以撤回。"} if because else {}


class RegisterObjection(ActionForm):
    """Who objects to what; what was sent from the public site stays as it was sent. Source: disclosure-14-objection."""

    past = ("received_on",)

    sent = RowField(
        label="网上提出的异议", required=False, empty_label="不是网上提出的", help_text="选了的，提出人、内容和日期以网上提出的为准"
    )
    made_by = forms.CharField(label="提出人", max_length=50)
    content = TextField(label="异议内容", rows=3)
    received_on = DayField(label="收到日期")

    def prepare(self) -> None:
        cast(RowField, self.fields["sent"]).queryset = waiting(self.matter) if self.matter.pk else SentObjection.objects.none()

    def known(self) -> dict[str, Any]:
        sent = waiting(self.matter).first() if self.matter.pk else None
        if sent is not None:
            return {"sent": sent.pk, **_as_sent(sent)}
        party = self.matter.case.penalty_partys.order_by("id").values_list("name", flat=True).first() if self.matter.pk else ""
        return {"made_by": party, "received_on": local_day(self.at)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        return cleaned | (_as_sent(cleaned["sent"]) if cleaned.get("sent") else {})


def _as_sent(sent: SentObjection) -> dict[str, Any]:
    return {"made_by": sent.made_by, "content": sent.content, "received_on": local_day(sent.sent_at)}


class AnswerObjection(ActionForm):
    """Whether it is right, and what was told. Source: disclosure-14-objection."""

    past = ("told_on",)

    upheld = forms.ChoiceField(label="核实结论", choices=[("yes", "异议属实，予以更正"), ("no", "异议不实")])
    answer = TextField(label="核实情况和答复", rows=3, help_text="不实的说明理由")
    told_on = DayField(label="告知提出人的日期")

    def known(self) -> dict[str, Any]:
        return {"told_on": local_day(self.at)}


class Correct(ActionForm):
    """The text as it should read, and what was changed in it. Source: disclosure-14-correct."""

    title = forms.CharField(label="公开的案件名称", max_length=300, required=False, help_text="留空表示不改")
    text = TextField(label="公开的内容", rows=14, required=False, help_text="留空表示不改")
    changes = TextField(label="更正了什么", rows=2)

    def known(self) -> dict[str, Any]:
        edition = latest(self.matter) if self.matter.pk else None
        return {"title": edition.title, "text": edition.text} if edition else {}

    clean_title = Confirm.clean_title
    clean_text = Confirm.clean_text


class LiftWithholding(ActionForm):
    """Why it becomes public after all, with the proof. Source: disclosure-9-override, information-rules-15."""

    only_when = {"proof": when("lifted_because", Withholding.Lift.CONSENT, Withholding.Lift.INTEREST)}

    lifted_because = forms.ChoiceField(label="改为公开的根据", choices=Withholding.Lift.choices)
    lifted_reasons = TextField(label="理由和证明", rows=3, help_text="谁在何时书面同意；或者不公开对公共利益有何重大影响、依据什么材料")
    proof = forms.FileField(label="证明材料", required=False, help_text="权利人的书面同意，或者说明公共利益的材料")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("lifted_because") in (Withholding.Lift.CONSENT, Withholding.Lift.INTEREST):
            self.require("proof", when="依权利人同意或者公共利益公开")
        return cleaned
