"""The party's particulars, asked for once and used in every document. Identifiers are checked by their check digits."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import DayField
from mingzhi.core.engine.forms import ActionForm, When, when
from mingzhi.law.identifiers import citizen_number, credit_code

from ..models import Party

#: Fields of `Party` that forms ask for as `party_<name>`.
PARTY_FIELDS = tuple(field.name for field in Party._meta.local_fields if field.name not in {"id", "matter"})

PARTY_GROUP = ("当事人", tuple(f"party_{name}" for name in PARTY_FIELDS if not name.startswith(("agent", "guardian"))))
AGENT_GROUP = ("代理人、监护人", tuple(f"party_{name}" for name in PARTY_FIELDS if name.startswith(("agent", "guardian"))))

#: Which particulars a citizen, a trader and an organisation have.
PARTY_WHEN: dict[str, When] = {
    "party_gender": when("party_kind", Party.Kind.CITIZEN),
    "party_birth_on": when("party_kind", Party.Kind.CITIZEN),
    "party_employer": when("party_kind", Party.Kind.CITIZEN),
    "party_trade_name": when("party_kind", Party.Kind.TRADER),
    "party_operator": when("party_kind", Party.Kind.TRADER, needed=True),
    "party_operator_identifier": when("party_kind", Party.Kind.TRADER),
    "party_representative": when("party_kind", Party.Kind.ORGANISATION, needed=True),
    "party_representative_title": when("party_kind", Party.Kind.ORGANISATION),
    "party_guardian": when("party_kind", Party.Kind.CITIZEN),
    "party_guardian_phone": when("party_guardian"),
    "party_agent_phone": when("party_agent"),
    "party_agent_powers": when("party_agent"),
}


class PartyForm(ActionForm):
    """A party: which fields are needed follows from its kind."""

    groups: tuple[tuple[str, tuple[str, ...]], ...] = (PARTY_GROUP, AGENT_GROUP)
    only_when = PARTY_WHEN

    party_kind = forms.ChoiceField(label="当事人类别", choices=Party.Kind.choices)
    party_name = forms.CharField(label="姓名或名称", max_length=100)
    party_identifier = forms.CharField(label="身份证号或统一社会信用代码", max_length=32)
    party_gender = forms.ChoiceField(label="性别", choices=[("", "—"), *Party.Gender.choices], required=False)
    party_birth_on = DayField(label="出生日期", required=False, help_text="身份证号中已有的，不必填写")
    party_address = forms.CharField(label="住址或住所", max_length=200)
    party_phone = forms.CharField(label="联系电话", max_length=40, required=False)
    party_employer = forms.CharField(label="工作单位", max_length=100, required=False)
    party_trade_name = forms.CharField(label="字号", max_length=100, required=False, help_text="个体工商户有字号的填写")
    party_operator = forms.CharField(label="经营者姓名", max_length=50, required=False)
    party_operator_identifier = forms.CharField(label="经营者身份证号", max_length=32, required=False)
    party_representative = forms.CharField(label="法定代表人或负责人", max_length=50, required=False)
    party_representative_title = forms.CharField(label="职务", max_length=50, required=False)
    party_agent = forms.CharField(label="委托代理人", max_length=50, required=False)
    party_agent_phone = forms.CharField(label="代理人电话", max_length=40, required=False)
    party_agent_powers = forms.CharField(label="代理权限", max_length=100, required=False)
    party_guardian = forms.CharField(label="监护人", max_length=50, required=False, help_text="当事人未成年的填写")
    party_guardian_phone = forms.CharField(label="监护人电话", max_length=40, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        kind = cleaned.get("party_kind")
        if kind == Party.Kind.CITIZEN:
            self._check_citizen(cleaned, "party_identifier")
        elif kind in (Party.Kind.TRADER, Party.Kind.ORGANISATION):
            found = credit_code(cleaned.get("party_identifier") or "")
            if cleaned.get("party_identifier") and not found.valid:
                self.add_error("party_identifier", f"统一社会信用代码不正确：{found.reason}")
            if kind == Party.Kind.TRADER:
                self.require("party_operator", when="当事人是个体工商户")
                if cleaned.get("party_operator_identifier"):
                    self._check_citizen(cleaned, "party_operator_identifier", fill=False)
            else:
                self.require("party_representative", when="当事人是单位")
        return cleaned

    def _check_citizen(self, cleaned: dict[str, Any], field: str, fill: bool = True) -> None:
        """Check an identity number; fill in gender and birth from it when it gives them and the form does not."""
        if not cleaned.get(field):
            return
        found = citizen_number(cleaned[field])
        if not found.valid:
            self.add_error(field, f"身份证号不正确：{found.reason}")
            return
        if fill:
            cleaned["party_birth_on"] = cleaned.get("party_birth_on") or found.facts.get("birth_on")
            cleaned["party_gender"] = cleaned.get("party_gender") or (
                Party.Gender.MALE.value if found.facts.get("male") else Party.Gender.FEMALE.value
            )


def party_from(matter: Any, given: dict[str, Any]) -> Party:
    """The party's row out of checked input."""
    return Party(matter=matter, **{name: given[f"party_{name}"] for name in PARTY_FIELDS if given.get(f"party_{name}") not in (None, "")})
