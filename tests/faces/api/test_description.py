"""The OpenAPI description: 3.1, complete, with an input of its own for every action and every refusal as problem details."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django import forms
from django.test import Client

from mingzhi.core.engine.families import ABOUT
from mingzhi.core.engine.fields import FilesField, RowField, RowsField, RowsOfField, SignatureField, YuanField
from mingzhi.core.engine.procedure import ACTIONS
from mingzhi.faces.api.schema import field_schema, file_schemas, input_schema, object_schema
from tests.cast import Town


@pytest.fixture
def described(town: Town) -> dict[str, Any]:
    answer = Client().get("/api/v1/openapi.json")
    assert answer.status_code == 200
    return json.loads(answer.content)


def operations(described: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, method, found) for path, methods in described["paths"].items() for method, found in methods.items()]


def test_it_is_openapi_3_1_with_both_doors(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1")
    assert described["components"]["securitySchemes"].keys() == {"BearerKey", "SessionCookie"}
    assert all(found["security"] for _, _, found in operations(described))


def test_every_action_has_an_operation_with_an_input_of_its_own(described: dict[str, Any]) -> None:
    by_hand = {code: action for code, action in ACTIONS.items() if not action.follows}
    assert not [code for code in ACTIONS.keys() - by_hand.keys() if any(code in path for path in described["paths"])]
    for code, action in by_hand.items():
        path = f"/api/v1/actions/{code}" if action.opens else f"/api/v1/matters/{{matter_id}}/actions/{code}"
        operation = described["paths"][path]["post"]
        body = operation["requestBody"]["content"]["application/json"]["schema"]
        assert body["properties"]["input"] == {"$ref": f"#/components/schemas/Input.{code}"}
        fields = dict(action.form.base_fields if action.form else {})
        if action.opens and action.procedure.about:
            fields[ABOUT] = None
        told = described["components"]["schemas"][f"Input.{code}"]["properties"].keys() | file_schemas(action).keys()
        assert told == fields.keys()
        assert all(row.cite in operation["description"] for row in action.provisions)


def test_every_refusal_is_documented_as_problem_details(described: dict[str, Any]) -> None:
    for path, method, found in operations(described):
        refusals = {status: answer for status, answer in found["responses"].items() if status >= "400"}
        wanted = {"401", "403", "429"} | ({"404"} if "{" in path else set())
        if method == "post":
            wanted |= {"400", "409", "413", "422"}
        assert wanted <= refusals.keys(), path
        assert all(list(answer["content"]) == ["application/problem+json"] for answer in refusals.values())


def test_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(described)))
    assert named <= described["components"]["schemas"].keys()


def test_operation_ids_are_unique(described: dict[str, Any]) -> None:
    ids = [found["operationId"] for _, _, found in operations(described)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("field", "schema"),
    [
        (forms.CharField(max_length=9), {"type": "string", "maxLength": 9, "minLength": 1}),
        (forms.ChoiceField(choices=[("a", "甲"), ("b", "乙")]), {"type": "string", "enum": ["a", "b"]}),
        (forms.ChoiceField(choices=[("组", [("a", "甲")])]), {"type": "string", "enum": ["a"]}),
        (forms.MultipleChoiceField(choices=[("a", "甲")]), {"type": "array", "items": {"type": "string", "enum": ["a"]}}),
        (forms.BooleanField(), {"type": "boolean"}),
        (forms.IntegerField(min_value=1, max_value=9), {"type": "integer", "minimum": 1, "maximum": 9}),
        (RowsField({"name": forms.CharField()}, at_least=2), {"type": "array", "minItems": 2}),
        (FilesField(), {"type": "array", "items": {"type": "string", "format": "binary"}}),
        (forms.FileField(), {"type": "string", "format": "binary"}),
    ],
)
def test_a_field_is_described_as_what_it_takes(field: forms.Field, schema: dict[str, Any]) -> None:
    assert schema.items() <= field_schema(field).items()


def test_an_amount_is_text_a_day_and_a_moment_have_their_formats() -> None:
    assert field_schema(YuanField())["type"] == "string"
    assert field_schema(forms.DateField())["format"] == "date"
    assert field_schema(forms.DateTimeField())["format"] == "date-time"


def test_people_and_rows_are_named_by_number_or_by_words() -> None:
    kinds = [{"type": "integer", "minimum": 1}, {"type": "string", "minLength": 1}]
    assert field_schema(RowField())["anyOf"] == kinds
    assert field_schema(RowsOfField())["items"]["anyOf"] == kinds


def test_a_signature_may_be_refused_only_where_the_form_says_so() -> None:
    assert len(field_schema(SignatureField())["oneOf"]) == 2
    assert len(field_schema(SignatureField(may_refuse=True))["oneOf"]) == 3


def test_what_is_not_required_may_be_null_and_nothing_else_is_taken() -> None:
    schema = object_schema({"told": forms.CharField(), "more": forms.CharField(required=False)})
    assert schema["required"] == ["told"]
    assert schema["properties"]["more"]["anyOf"][1] == {"type": "null"}
    assert schema["additionalProperties"] is False


def test_a_kind_of_field_nobody_described_fails_aloud() -> None:
    with pytest.raises(TypeError, match="Field"):
        field_schema(forms.Field())


@pytest.mark.parametrize("code", sorted(ACTIONS))
def test_every_declared_field_can_be_described(code: str) -> None:
    assert input_schema(ACTIONS[code])["type"] == "object"
