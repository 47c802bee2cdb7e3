"""Input of a legal review: the application, receiving and returning it, the ten aspects, questions, the opinion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, RowField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, When, when
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import holders
from mingzhi.law.provisions import cited
from mingzhi.law.reviewing import Aspect, Outcome, Verdict, may_be, result, unjudged
from mingzhi.procedures.enforcement.models import Enforcement, Plea
from mingzhi.procedures.enforcement.times import demand_ends, demand_of, served_on
from mingzhi.procedures.penalty.filling.evidence import evidence_list
from mingzhi.procedures.penalty.forms.acts import choose_the_only, concerned

from .forcing import FORCE_LAW, order_in_words, reasons_of, waiting
from .models import CoReviewer, Question, Submission
from .package import latest, proposal_in_words
from .queries import findings_of, verdicts_of
from .triggers import in_words, major_reasons


def _cited(rows: list[dict[str, str]]) -> str:
    return "、".join(f"{row['law']}{row['article']}" for row in rows)


class Submit(ActionForm):
    """The application with its four items (D21). Source: review-7."""

    facts = TextField(label="基本事实", rows=5)
    law_and_benchmark = TextField(label="适用法律、法规、规章和执行裁量基准的情况", rows=4)
    evidence_taking = TextField(label="调查取证情况", rows=4)
    other = TextField(label="其他需要说明的情况", rows=3)
    proposed_decision = TextField(label="拟作出的决定", rows=2)

    def known(self) -> dict[str, Any]:
        case = self.matter.case if self.matter.case_id else None
        if case is None:
            return {}
        force = self.matter.execution if self.matter.pk else waiting(case)
        if force is not None:
            return self._of_force(force)
        evidence = "；".join(row["name"] for row in evidence_list(case))
        law = f"违反{_cited(case.power.violated)}，依据{_cited(case.power.basis)}。"
        benchmark = f"裁量说明：{case.discretion}\n裁量基准：{case.discretion_basis}" if case.discretion else ""
        reasons = in_words(major_reasons(case, local_day(self.at)))
        return {
            "facts": case.found or case.facts,
            "law_and_benchmark": f"{law}\n{benchmark}".strip(),
            "evidence_taking": f"已收集下列证据：{evidence}。" if evidence else "",
            "other": f"属于重大行政执法决定的情形：{reasons}。" if reasons else "",
            "proposed_decision": proposal_in_words(case),
        }

    def _of_force(self, row: Enforcement) -> dict[str, Any]:
        """What is known of a decision to execute. Source: review-7."""
        demand, plea = demand_of(row), Plea.objects.filter(matter_id=row.pk).last()
        called = f"已于{served_on(demand)}送达催告书（{demand.number}），履行期限到{demand_ends(row)}届满。" if demand else ""
        said = f"{plea.made_by}陈述申辩：{plea.content}复核：{plea.get_answer_display()}。" if plea else "催告后当事人没有提出陈述申辩。"
        power = [one for one in row.case.power.enforcement if one["kind"] == row.way]
        articles = [*power, *({"law": f"《{one.title}》", "article": one.article} for one in cited(*FORCE_LAW[Enforcement.Way(row.way)]))]
        return {
            "facts": f"处罚决定{row.case.decision_number}于{row.case.decision_served_on}送达当事人。{row.checked}",
            "law_and_benchmark": f"依据{_cited(articles)}。强制执行没有裁量基准，选择的方式应当适当。",
            "evidence_taking": f"{row.checked_on}核查当事人履行情况。{called}{said}",
            "other": f"属于重大行政执法决定的情形：{in_words(reasons_of(row))}。",
            "proposed_decision": order_in_words(row),
        }


class Resubmit(Submit):
    """The application once more, with what has changed since. Source: review-12."""

    changes = TextField(label="与上次送审的变化", rows=3, help_text="根据审核意见完善、补正了什么")

    def known(self) -> dict[str, Any]:
        earlier = latest(self.matter)
        return super().known() | {"other": earlier.other, "law_and_benchmark": earlier.law_and_benchmark}


class AssignReviewer(ActionForm):
    """Who reviews."""

    reviewer = RowField(User.objects.none(), label="审核人", by=("name", "username"))

    def prepare(self) -> None:
        people = holders(self.actor.authority_id, Post.REVIEWER, local_day(self.at))
        self.fields["reviewer"].queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")


class ReturnIncomplete(ActionForm):
    """What is missing (D21b). Source: review-6."""

    missing = forms.MultipleChoiceField(label="缺少的材料", choices=Submission.Missing.choices)
    reasons = TextField(label="应当补正的内容", rows=3)


class Ask(ActionForm):
    question = TextField(label="需要了解的情况", rows=3)


class Answer(ActionForm):
    """An answer to one question. Source: review-10."""

    question = concerned("问题", by=("question",))
    answer = TextField(label="答复", rows=4)

    def _waiting(self) -> Any:
        return Question.objects.filter(matter_id=self.matter.pk, answered_at__isnull=True).order_by("id")

    def prepare(self) -> None:
        self.fields["question"].queryset = self._waiting()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "question", self._waiting())
        return cleaned


class Consult(ActionForm):
    """Who reviewed as well, and what they said. Source: review-5-cosign."""

    past = ("on",)

    kind = forms.ChoiceField(label="身份", choices=CoReviewer.Kind.choices)
    name = forms.CharField(label="姓名", max_length=50)
    unit = forms.CharField(label="单位", max_length=100, required=False)
    opinion = TextField(label="会同审核的意见", rows=4)
    on = DayField(label="日期")

    def known(self) -> dict[str, Any]:
        return {"on": local_day(self.at)}


def _aspect_fields() -> Iterator[tuple[str, forms.Field]]:
    for number, aspect in enumerate(Aspect, start=1):
        choices = [("", "—"), *((verdict.value, verdict.title) for verdict in Verdict if may_be(aspect, verdict))]
        yield f"{aspect}_verdict", forms.ChoiceField(label=f"（{number}）{aspect.title}", choices=choices, required=False)
        yield f"{aspect}_grounds", TextField(label="理由", rows=2, required=False, help_text="瑕疵、不合格的必须写明")
        yield f"{aspect}_paper", RowField(Document.objects.none(), label="所指文书", by=("code", "number"), required=False)
        yield f"{aspect}_page", forms.IntegerField(label="页", min_value=1, required=False)


def _aspect_rules() -> Iterator[tuple[str, When]]:
    """Grounds and page belong to a fault; a paper may be named for what is fit, too."""
    for aspect in Aspect:
        faults = tuple(verdict for verdict in (Verdict.FLAWED, Verdict.UNFIT) if may_be(aspect, verdict))
        for name in ("grounds", "paper", "page"):
            yield f"{aspect}_{name}", when(f"{aspect}_verdict", *faults)


class _Examine(ActionForm):
    """The ten aspects, each fit, flawed or unfit; saved as far as one has got, as often as one likes. Source: review-9."""

    groups = tuple((aspect.title, (f"{aspect}_verdict", f"{aspect}_grounds", f"{aspect}_paper", f"{aspect}_page")) for aspect in Aspect)
    only_when = dict(_aspect_rules())
    asked = tuple(f"{aspect}_{name}" for aspect in Aspect for name in ("grounds", "paper", "page"))

    def prepare(self) -> None:
        if not self.matter.pk:
            return
        papers = [row["id"] for row in latest(self.matter).package if row["kind"] == "document"]
        for aspect in Aspect:
            self.fields[f"{aspect}_paper"].queryset = Document.objects.filter(pk__in=papers).order_by("id")

    def known(self) -> dict[str, Any]:
        if not self.matter.pk:
            return {}
        found: dict[str, Any] = {}
        for aspect, row in findings_of(latest(self.matter)).items():
            found |= {f"{aspect}_verdict": row.verdict, f"{aspect}_grounds": row.grounds}
            found |= {f"{aspect}_paper": row.document_id, f"{aspect}_page": row.page}
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not any(cleaned.get(f"{aspect}_verdict") for aspect in Aspect):
            self.add_error(None, "还没有写明任何一个方面的结论。请逐项审核后再保存，可以分次保存。")
        for aspect in Aspect:
            paper, page = cleaned.get(f"{aspect}_paper"), cleaned.get(f"{aspect}_page")
            if paper and page and page > paper.pages:
                self.add_error(f"{aspect}_page", f"《{paper.title}》只有{paper.pages}页。")
        return cleaned


Examine: type[ActionForm] = type("Examine", (_Examine,), dict(_aspect_fields()) | {"__module__": __name__, "__doc__": _Examine.__doc__})


class Issue(ActionForm):
    """The opinion (D22): its kind follows from the findings and is not chosen. Source: review-11, review-13."""

    opinion = TextField(label="审核意见和建议", rows=4, help_text="意见的种类由逐项审核的结论得出，不填写")
    course = forms.ChoiceField(
        label="事实、证据、主体、程序不合格的处理",
        choices=[("", "—"), *Submission.Course.choices],
        required=False,
        help_text="结论为重新调查、补充调查或者不予作出决定的，选择其中一种",
    )
    reviewer_signature = SignatureField(label="审核人签名", required=False)

    asked = ("course",)

    def prepare(self) -> None:
        if not self.matter.pk:
            return
        verdicts = verdicts_of(latest(self.matter))
        if not unjudged(verdicts):
            self.fields["opinion"].help_text = f"逐项审核得出的意见：{result(verdicts).title}"
            if result(verdicts) is not Outcome.REINVESTIGATE:
                self.fields["course"].help_text = "本次不填"

    def known(self) -> dict[str, Any]:
        verdicts = verdicts_of(latest(self.matter)) if self.matter.pk else {}
        agreed = verdicts and not unjudged(verdicts) and result(verdicts) is Outcome.AGREE
        return {"opinion": "经审核，同意拟作出的决定。"} if agreed else {}


class Liability(ActionForm):
    """Who was held to account, for what and how. Source: review-15."""

    past = ("decided_on",)

    persons = forms.CharField(label="责任人员", max_length=200, help_text="负有领导责任的人员和其他直接责任人员")
    breach = TextField(label="违反制度的情形", rows=3)
    harm = TextField(label="造成的损害或者影响", rows=2)
    consequence = TextField(label="追究的责任", rows=2)
    decided_by = forms.CharField(label="作出处理的机关（机构）", max_length=100)
    decided_on = DayField(label="处理日期")
