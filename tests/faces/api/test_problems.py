"""Every refusal in one form: also those that the framework would tell in plain text or as a page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from mingzhi.config import refusals
from mingzhi.faces.api.problems import MEDIA_TYPE
from tests.cast import Town

pytestmark = pytest.mark.django_db


def problem(answer: HttpResponse, status: int, kind: str) -> dict[str, Any]:
    """The body, after what every problem has in common was seen to be right."""
    assert (answer.status_code, answer["Content-Type"]) == (status, MEDIA_TYPE)
    told = json.loads(answer.content)
    assert (told["status"], told["type"]) == (status, f"urn:mingzhi:problem:{kind}")
    assert told["title"] and told["detail"] and told["what_now"]
    return told


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("delete", "/api/v1/matters", "GET, HEAD"),
        ("post", "/api/v1/matters/1", "GET, HEAD"),
        ("options", "/api/v1/search", "GET, HEAD"),
        ("get", "/api/v1/actions/clue.register", "POST"),
        ("put", "/api/v1/matters/1/actions/penalty.decide", "POST"),
        ("post", "/api/v1/matters/1/drafts/penalty.decide", "DELETE, GET, HEAD, PUT"),
        ("head", "/api/v1/actions/clue.register", "POST"),
    ],
)
def test_a_method_that_an_address_does_not_take_is_a_problem_that_says_which_it_takes(method: str, path: str, allowed: str):
    answer = getattr(Client(), method)(path)
    told = problem(answer, 405, "method-not-allowed") if method != "head" else None
    assert (answer.status_code, answer["Allow"]) == (405, allowed)
    assert told is None or allowed in told["detail"]


@pytest.mark.parametrize("path", ["/api/v1/matters", "/api/v1/me", "/api/v1/matters/999999"])
def test_head_is_get_without_its_content(town: Town, caller: Any, path: str):
    """RFC 9110, 9.3.2"""
    key = {"Authorization": f"Bearer {caller(town['wangli'], scope='read').secret}"}
    head, get = Client().head(path, headers=key), Client().get(path, headers=key)
    assert (head.status_code, head["Content-Type"]) == (get.status_code, get["Content-Type"])
    assert head["Content-Length"] == str(len(get.content)) and head.content == b""


def test_head_without_a_key_is_told_that_it_needs_one(town: Town):
    assert Client().head("/api/v1/matters").status_code == 401


def test_a_body_in_another_form_is_told_which_forms_there_are(town: Town, caller: Any):
    key = {"Authorization": f"Bearer {caller(town['wangli']).secret}"}
    answer = Client().post("/api/v1/actions/clue.register", "<clue/>", content_type="application/xml", headers=key)
    problem(answer, 415, "unsupported-type")
    assert answer["Accept-Post"] == "application/json, multipart/form-data"


@pytest.mark.parametrize("path", ["/api/", "/api/v2/matters", "/api/nowhere"])
def test_an_address_that_is_none_is_no_page(town: Town, caller: Any, path: str):
    key = {"Authorization": f"Bearer {caller(town['wangli']).secret}"}
    problem(Client().get(path, headers=key), 404, "not-found")


def test_what_is_refused_before_any_view_is_told_in_the_form_of_the_face():
    asked, page = RequestFactory().get("/api/v1/me"), RequestFactory().get("/people/")
    problem(refusals.bad_request(asked), 400, "bad-request")
    problem(refusals.not_found(asked), 404, "not-found")
    problem(refusals.server_error(asked), 500, "server-error")
    assert [told(page)["Content-Type"] for told in (refusals.bad_request, refusals.not_found, refusals.server_error)] == [
        "text/html; charset=utf-8"
    ] * 3


def test_the_description_tells_of_them(town: Town):
    described = json.loads(Client().get("/api/v1/openapi.json").content)
    wrong_method = described["components"]["responses"]["MethodNotAllowed"]
    assert list(wrong_method["content"]) == [MEDIA_TYPE] and "Allow" in wrong_method["headers"]
    assert "405" in described["info"]["description"]
    posted = [found["post"]["responses"] for found in described["paths"].values() if "post" in found]
    assert posted and all("415" in responses for responses in posted)
