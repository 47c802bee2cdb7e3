"""Input of changing the handlers and of recusal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from mingzhi.core.engine.fields import RowField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.organs.models import User

from ..models import Recusal
from .acts import choose_the_only, concerned
from .people import handlers_of, offer_officers, officers_field


class Assign(ActionForm):
    """Who handles the case from now on (D04c)."""

    officers = officers_field("承办人")
    reasons = TextField(label="事由", rows=3)

    def prepare(self) -> None:
        offer_officers(self)

    def known(self) -> dict[str, Any]:
        return {"officers": handlers_of(self)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        wanted = [officer.pk for officer in cleaned.get("officers") or []]
        if wanted and set(wanted) == set(handler_ids(self.matter)):
            self.add_error("officers", "承办人没有变化。")
        return cleaned


class RequestRecusal(ActionForm):
    """Who is asked to keep out, by whom and why (D04)."""

    only_when = {"person": when("own", "", needed=True), "asked_by": when("own", "", needed=True)}

    own = forms.BooleanField(label="本人主动申请回避", required=False)
    person = RowField(User.objects.none(), label="被申请回避人", required=False, by=("name", "username"), help_text="本人申请的不必选择")
    asked_by = forms.CharField(label="申请人", max_length=50, required=False, help_text="当事人申请的，填写当事人姓名或者名称")
    reason = TextField(label="申请回避的理由", rows=3)
    applicant_signature = SignatureField(label="申请人签名", required=False)

    def prepare(self) -> None:
        people = User.objects.filter(authority_id=self.actor.authority_id, is_active=True)
        self.fields["person"].queryset = people.order_by("name")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("own"):
            cleaned["person"], cleaned["asked_by"] = self.actor, self.actor.name
        else:
            self.require("person", "asked_by", when="不是本人申请")
        return cleaned


def undecided(case: Any) -> QuerySet[Recusal]:
    """Requests for recusal that nobody has decided."""
    return Recusal.objects.filter(matter_id=case.pk, granted__isnull=True)


class DecideRecusal(ActionForm):
    """Whether a person must keep out, and why (D04b)."""

    recusal = concerned("回避申请")
    granted = forms.ChoiceField(label="决定", choices=[("yes", "准许回避"), ("no", "驳回申请")])
    reasons = TextField(label="决定理由", rows=3)

    def prepare(self) -> None:
        self.fields["recusal"].queryset = undecided(self.matter)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choose_the_only(self, "recusal", undecided(self.matter))
        return cleaned
