"""The interface as a client sees it: keys, sessions, a fixed clock, a case on its way."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from mingzhi.core.engine.perform import perform
from mingzhi.core.organs.keys import new_key
from mingzhi.core.organs.models import User
from tests.cast import CITIZEN, Town, at
from tests.procedures.staging import db, stages

__all__ = ["db", "stages"]

NOW = "2026-03-03 16:00"


@pytest.fixture(autouse=True)
def _nobody_asked_before() -> None:
    """The count of requests lives in the cache, and starts anew."""
    cache.clear()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], datetime]:
    """Set what time it is for everybody; it stands still until set again."""

    def set_to(text: str) -> datetime:
        moment = at(text)
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
        return moment

    set_to(NOW)
    return set_to


@dataclass
class Caller:
    """A client with a bearer key; answers are Django responses."""

    secret: str
    client: Client

    def get(self, path: str, **options: Any) -> HttpResponse:
        return self.client.get(f"/api/v1{path}", headers=self._headers(options), **options)

    def post(self, path: str, body: Any = None, **options: Any) -> HttpResponse:
        return self.client.post(
            f"/api/v1{path}", json.dumps(body or {}), content_type="application/json", headers=self._headers(options), **options
        )

    def put(self, path: str, body: Any, **options: Any) -> HttpResponse:
        return self.client.put(
            f"/api/v1{path}", json.dumps(body), content_type="application/json", headers=self._headers(options), **options
        )

    def delete(self, path: str, **options: Any) -> HttpResponse:
        return self.client.delete(f"/api/v1{path}", headers=self._headers(options), **options)

    def _headers(self, options: dict[str, Any]) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.secret}", **options.pop("headers", {})}


@pytest.fixture
def caller(db: None, clock: Any) -> Callable[..., Caller]:
    """A caller with a new key of the person."""

    def make(person: User, scope: str = "act") -> Caller:
        _, secret = new_key(person, "测试", scope, at("2026-01-01"))
        return Caller(secret, Client(enforce_csrf_checks=True))

    return make


def signed_in(person: User, moment: datetime) -> Client:
    """A browser in which this person has signed in, with a password changed at that moment."""
    person.password_changed_at = moment
    person.save(update_fields=["password_changed_at"])
    client = Client()
    client.force_login(person, backend="mingzhi.core.organs.sign_in.Accounts")
    return client


def proposal(town: Town, **changes: Any) -> dict[str, Any]:
    """A proposal of a case as JSON."""
    return {
        **CITIZEN,
        "power": town.powers["building"].pk,
        "cause": "未取得乡村建设规划许可证建设",
        "source": "巡查发现",
        "place": "万隆村三组",
        "acted_from_on": "2026-02-20",
        "discovered_on": "2026-03-02",
        "facts": "当事人在万隆村三组自建房屋，未取得乡村建设规划许可证。",
        "officers": ["李雪梅", "陈志强"],
        "opinion": "涉嫌违反《城乡规划法》第四十一条第一款，建议立案。",
        **changes,
    }


def proposed(town: Town, **changes: Any) -> Any:
    """A case that waits for approval."""
    return perform("penalty.propose", actor=town["lixuemei"], data=proposal(town, **changes), at=at("2026-03-03 10:00")).matter


def filed(town: Town, **changes: Any) -> Any:
    """A case under investigation, with its printed sheet."""
    case = proposed(town, **changes)
    perform("penalty.endorse_filing", case, actor=town["luokaifu"], data={"opinion": "同意。"}, at=at("2026-03-03 11:00"))
    return perform(
        "penalty.approve_filing", case, actor=town["zhouweimin"], data={"opinion": "同意立案。"}, at=at("2026-03-03 15:00")
    ).matter


CLUE = {
    "source": "patrol",
    "received_at": "2026-03-03T09:00",
    "subject": "万隆村三组新建房屋",
    "place": "万隆村三组",
    "content": "巡查时发现正在浇筑地基，没有看到许可证。",
}


def registered(town: Town, **changes: Any) -> Any:
    """A clue just taken in."""
    return perform("clue.register", actor=town["lixuemei"], data={**CLUE, **changes}, at=at("2026-03-03 10:00")).matter
