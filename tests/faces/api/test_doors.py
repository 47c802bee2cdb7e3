"""Who may come in: keys and their scopes, sessions and their CSRF check, how often."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from mingzhi.core.organs.models import Key
from mingzhi.faces.api.doors import PersonThrottle
from mingzhi.faces.api.service import api
from tests.cast import Town, at

from .conftest import CLUE, proposed


def signed_in(town: Town, account: str, **options: Any) -> Client:
    person = town[account]
    person.password_changed_at = at("2026-03-01")
    person.save(update_fields=["password_changed_at"])
    client = Client(**options)
    client.force_login(person, backend="mingzhi.core.organs.sign_in.Accounts")
    return client


def test_without_key_and_session_nothing_opens(town: Town, clock: Any) -> None:
    answer = Client().get("/api/v1/matters")
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["type"] == "urn:mingzhi:problem:not-signed-in"


def test_an_unknown_address_is_a_problem_too(town: Town, caller: Any) -> None:
    answer = caller(town["lixuemei"]).get("/nowhere/at/all")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_a_revoked_key_opens_nothing(town: Town, caller: Any) -> None:
    person = caller(town["lixuemei"])
    Key.objects.update(revoked_at=at("2026-03-01"))
    assert person.get("/me").status_code == 401


def test_a_key_of_somebody_who_left_opens_nothing(town: Town, caller: Any) -> None:
    person = caller(town["lixuemei"])
    town["lixuemei"].is_active = False
    town["lixuemei"].save(update_fields=["is_active"])
    assert person.get("/me").status_code == 401


def test_only_the_digest_of_a_key_is_kept(town: Town, caller: Any) -> None:
    secret = caller(town["lixuemei"]).secret
    assert secret not in json.dumps(list(Key.objects.values_list("digest", "name", "scope")))


def test_a_wrong_key_is_refused_even_beside_a_good_session(town: Town, clock: Any) -> None:
    client = signed_in(town, "lixuemei")
    assert client.get("/api/v1/me", headers={"Authorization": "Bearer wrong"}).status_code == 401


def test_a_reading_key_reads_and_does_nothing(town: Town, caller: Any) -> None:
    case = proposed(town)
    reader = caller(town["luokaifu"], "read")
    assert reader.get(f"/matters/{case.pk}").status_code == 200
    answer = reader.post(f"/matters/{case.pk}/actions/penalty.endorse_filing", {"input": {"opinion": "同意。"}})
    assert (answer.status_code, answer.json()["type"]) == (403, "urn:mingzhi:problem:forbidden")
    assert reader.put(f"/matters/{case.pk}/drafts/penalty.endorse_filing", {"input": {}}).status_code == 403
    case.refresh_from_db()
    assert case.version == 1


def test_a_key_for_clues_registers_clues_and_nothing_else(town: Town, caller: Any) -> None:
    partner = caller(town["wangli"], "clues")
    done = partner.post("/actions/clue.register", {"input": CLUE})
    assert done.status_code == 201
    assert partner.get("/me").status_code == 403
    assert partner.get(f"/matters/{done.json()['matter']['id']}").status_code == 403
    assert partner.post("/actions/penalty.propose", {"input": {}}).status_code == 403


def test_a_key_for_uploads_opens_no_endpoint_yet(town: Town, caller: Any) -> None:
    device = caller(town["wangli"], "upload")
    assert device.get("/matters").status_code == 403
    assert device.post("/actions/clue.register", {"input": CLUE}).status_code == 403


def test_a_session_reads_without_and_acts_only_with_the_csrf_token(town: Town, clock: Any) -> None:
    case = proposed(town)
    client = signed_in(town, "luokaifu", enforce_csrf_checks=True)
    path, body = f"/api/v1/matters/{case.pk}/actions/penalty.endorse_filing", json.dumps({"input": {"opinion": "同意。"}})
    assert client.get("/api/v1/me").status_code == 200
    refused = client.post(path, body, content_type="application/json")
    assert (refused.status_code, refused["Content-Type"]) == (403, "application/problem+json")
    token = "0123456789abcdef0123456789abcdef"
    client.cookies["csrftoken"] = token
    done = client.post(path, body, content_type="application/json", headers={"X-CSRFToken": token})
    assert done.status_code == 200, done.content.decode()


def test_an_expired_password_must_be_changed_first(town: Town, clock: Any) -> None:
    client = signed_in(town, "lixuemei")
    town["lixuemei"].password_changed_at = at("2025-01-01")
    town["lixuemei"].save(update_fields=["password_changed_at"])
    answer = client.get("/api/v1/me")
    assert (answer.status_code, answer.json()["type"]) == (403, "urn:mingzhi:problem:password-expired")


def test_too_many_requests_are_told_when_to_come_back(town: Town, caller: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    throttle = next(one for one in api.throttle if isinstance(one, PersonThrottle))
    monkeypatch.setattr(throttle, "num_requests", 2)
    person = caller(town["lixuemei"])
    assert [person.get("/me").status_code for _ in range(3)] == [200, 200, 429]
    answer = person.get("/me")
    assert answer["Content-Type"] == "application/problem+json"
    assert int(answer["Retry-After"]) > 0
