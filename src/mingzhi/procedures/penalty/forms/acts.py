"""What forms of an act on the spot share: officers, place, beginning and end, signatures, and choosing the row it concerns."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from mingzhi.core.engine.fields import MomentField, RowField, SignatureField
from mingzhi.core.engine.forms import ActionForm, when

from ..models import Attire
from .people import handlers_of, offer_officers, officers_field


def told(text: str) -> forms.BooleanField:
    """A confirmation that a gate insists on: it may be left blank here, so that the refusal cites its article."""
    return forms.BooleanField(label=text, required=False)


class ActForm(ActionForm):
    """An act of officers at one place. Officers are the handlers unless others are chosen."""

    officers = officers_field()
    place = forms.CharField(label="地点", max_length=200)

    def prepare(self) -> None:
        offer_officers(self)
        self.order_fields([name for name in self.fields if not name.endswith("_signature")])

    def known(self) -> dict[str, Any]:
        return {"officers": handlers_of(self)}


class DressedForm(forms.Form):
    """How the officers were dressed; left blank, a gate asks for it under its article. Source: disclosure-6.1."""

    attire = forms.ChoiceField(label="着装和标识", choices=[("", "—"), *Attire.choices], required=False)
    attire_because = forms.CharField(label="未按规定着装的原因", max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("attire") == Attire.NOT_WORN and not cleaned.get("attire_because"):
            self.add_error("attire_because", "未按规定着装、佩戴标识的，写明原因。")
        elif cleaned.get("attire") != Attire.NOT_WORN:
            cleaned["attire_because"] = ""
        return cleaned


#: When the reason is asked for.
DRESSED_WHEN = {"attire_because": when("attire", Attire.NOT_WORN, needed=True)}


def attire_words(given: dict[str, Any]) -> str:
    """How the officers were dressed, as papers say it."""
    because = f"，原因：{given['attire_because'].strip('。 ')}" if given["attire_because"] else ""
    return f"{Attire(given['attire']).label}{because}"


class TimedActForm(ActForm):
    """An act that begins and ends: the record carries both, to the minute."""

    past = ("from_at", "until_at")
    now = ("until_at",)

    from_at = MomentField(label="开始时间")
    until_at = MomentField(label="结束时间")
    recorder = forms.CharField(label="记录人", max_length=50)

    def known(self) -> dict[str, Any]:
        people = list(self.fields["officers"].queryset.filter(pk__in=handlers_of(self)))
        other = next((person.name for person in people if person.pk != self.actor.pk), "")
        return super().known() | {"recorder": other}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("from_at"), cleaned.get("until_at")
        if first and last and last <= first:
            self.add_error("until_at", "结束时间必须晚于开始时间。")
        return cleaned


class SignedForm(forms.Form):
    """Signatures of two officers; left blank, the paper has a line for the pen."""

    first_signature = SignatureField(label="执法人员签名（一）", required=False)
    second_signature = SignatureField(label="执法人员签名（二）", required=False)


def signed(given: dict[str, Any], **others: str) -> dict[str, Any]:
    """The signature block of a paper; `others` maps names of the block to fields of the input."""
    pen = {"kind": "paper"}
    found = {"officers": [given.get("first_signature") or pen, given.get("second_signature") or pen]}
    return found | {name: given.get(field) or pen for name, field in others.items()}


def concerned(label: str, **options: Any) -> RowField:
    """Which row the act concerns; when only one is open it need not be chosen. See `choose_the_only`."""
    return RowField(label=label, required=False, help_text="只有一项时不必选择", **options)


def choose_the_only(form: Any, name: str, rows: QuerySet) -> None:
    """Take the only open row when none is chosen, and ask for a choice when there are several."""
    if form.cleaned_data.get(name) is not None or name in form.errors:
        return
    found = list(rows[:2])
    if len(found) == 1:
        form.cleaned_data[name] = found[0]
    elif found:
        form.add_error(name, "有几项待办，请选择其中一项。")
