"""Forms as they are read: headings, what applies when, what is optional, and what is said when something is wrong."""

from __future__ import annotations

import json

import pytest
from django import forms

from mingzhi.core.engine.fields import MomentField, RowsField
from mingzhi.core.engine.form_words import speak_plainly
from mingzhi.core.engine.forms import ActionForm
from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.core.organs.models import User
from mingzhi.faces.desk.form_parts import errors_of, parts_of
from mingzhi.procedures.clue.forms import Register
from mingzhi.procedures.penalty.forms.parties import PartyForm
from mingzhi.procedures.penalty.forms.service import Serve
from tests.cast import at

DECLARED = sorted(
    {action.form for procedure in PROCEDURES.values() for action in procedure.actions.values() if action.form},
    key=lambda form: form.__name__,
)
PLAIN = {"matter": None, "actor": User(name="李雪梅"), "at": at("2026-03-05 14:20")}


def fields(form: ActionForm) -> dict:
    return {field.bound.name: field for part in parts_of(form) for field in part.fields}


@pytest.mark.parametrize("form", DECLARED)
def test_what_a_form_says_of_its_fields_is_said_of_fields_it_has(form: type[ActionForm]) -> None:
    own = vars(form)
    grouped = [name for _, names in own.get("groups", ()) for name in names]
    assert len(grouped) == len(set(grouped))
    assert set(grouped) | set(own.get("now", ())) | set(own.get("asked", ())) <= set(form.base_fields)


@pytest.mark.parametrize("form", DECLARED)
def test_a_field_that_applies_only_sometimes_may_be_left_blank_and_waits_for_what_can_be_chosen(form: type[ActionForm]) -> None:
    """A hidden field is not sent, so the form must do without it."""
    for name, rule in form.only_when.items():
        assert not form.base_fields[name].required, name
        other = form.base_fields[rule.field]
        choices = {str(value) for value, _ in getattr(other, "choices", ())} | (
            {"on", ""} if isinstance(other, forms.BooleanField) else set()
        )
        assert set(rule.values) <= choices, name
        assert set(rule.needed) <= (set(rule.values) or {"*"}), name


@pytest.mark.parametrize("form", DECLARED)
def test_what_is_filled_in_with_the_moment_of_acting_is_a_moment(form: type[ActionForm]) -> None:
    assert all(isinstance(form.base_fields[name], MomentField) for name in form.now)


def test_no_field_is_lost_between_the_headings() -> None:
    form = Register(**PLAIN)
    assert sorted(fields(form)) == sorted(form.fields)
    assert [part.title for part in parts_of(form)] == ["线索", "举报人（单独保密保存）"]


def test_particulars_of_a_party_say_for_whom_they_are() -> None:
    found = fields(PartyForm(**PLAIN))
    assert found["party_operator"].hint == "当事人类别是个体工商户时必填"
    assert json.loads(found["party_operator"].when) == {"field": "party_kind", "values": ["trader"], "needed": ["trader"]}
    assert found["party_agent_phone"].hint == "有委托代理人时填写"
    assert found["party_name"].when == ""


def test_short_fields_stand_side_by_side_and_long_ones_alone() -> None:
    found = fields(PartyForm(**PLAIN))
    assert found["party_name"].half
    assert found["party_birth_on"].half
    assert not found["party_address"].half


def test_what_a_gate_asks_for_is_not_called_optional() -> None:
    """penalty-law-28, penalty-law-40"""
    punish = PROCEDURES["summary"].actions["punish"].form
    assert {"evidence", "correction"} <= set(punish.asked)


def test_what_is_missing_is_said_with_the_name_of_the_field() -> None:
    form = Register({"wants_answer": "on"}, **PLAIN)
    assert form.errors["subject"] == ["请填写摘要。"]
    assert form.errors["source"] == ["请选择来源。"]
    said = [text for texts in form.errors.values() for text in texts]
    assert not [text for text in said if "字段" in text or "确保该变量" in text]


def test_what_is_too_long_or_not_to_be_chosen_is_said_with_the_name_of_the_field() -> None:
    form = Register({"subject": "字" * 101, "source": "dream"}, **PLAIN)
    assert form.errors["subject"] == ["摘要最多 100 个字，现有 101 个，请精简。"]
    assert form.errors["source"] == ["来源里没有“dream”，请从列表中选择。"]


def test_words_that_a_field_has_of_its_own_stay() -> None:
    assert "电话通知不是送达" in Serve.base_fields["method"].error_messages["invalid_choice"]
    field = forms.ChoiceField(label="送达方式", choices=[("a", "直接送达")], error_messages={"invalid_choice": "不是法定的送达方式。"})
    speak_plainly([("method", field)])
    assert field.error_messages["invalid_choice"] == "不是法定的送达方式。"
    assert field.error_messages["required"] == "请选择送达方式。"


def test_columns_of_rows_speak_too() -> None:
    rows = RowsField({"name": forms.CharField(label="名称", max_length=3)}, label="物品清单", at_least=1)
    speak_plainly([("goods", rows)])
    with pytest.raises(forms.ValidationError, match="第 1 行“名称”：名称最多 3 个字，现有 4 个，请精简。"):
        rows.clean([{"name": "建筑垃圾"}])


def test_a_percent_sign_in_a_label_is_not_taken_for_a_place_to_fill():
    field = forms.DecimalField(label="电量（%）", max_digits=3, max_value=100)
    speak_plainly([("power", field)])
    with pytest.raises(forms.ValidationError) as wrong:
        field.clean("1001")
    assert "电量（％）的数字太长，请核对。" in wrong.value.messages


def test_each_mistake_is_a_link_to_its_field() -> None:
    form = Register({"source": "report"}, **PLAIN)
    found = {error.url: error.label for error in errors_of(form)}
    assert found["#at-id_subject"] == "请填写摘要。"
    assert errors_of(Register(**PLAIN)) == []
