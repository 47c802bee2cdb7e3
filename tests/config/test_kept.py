"""Public pages kept in the process: header for header what Django sent, until anything happens in the town."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from mingzhi.config import kept
from mingzhi.config.kept import Kept
from mingzhi.config.wsgi import at_once
from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.trying import undone
from tests.procedures.staging import db, stages
from tests.regulations.disclosure import story

__all__ = ["db", "stages"]

Answer = tuple[str, dict[str, str], bytes]


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """What a server does before and after each request would end the transaction that a test stands in."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(autouse=True)
def looked_up_each_time(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ALLOWED_HOSTS = ["office.example", "town.example"]
    monkeypatch.setattr(kept, "LOOKED_UP_SECONDS", 0.0)


@pytest.fixture
def published(stages: Stages) -> Iterator[Staged]:
    found = stages["publication: published"]
    with undone():
        yield found


class LongWay:
    """All middlewares, and how often they were asked."""

    def __init__(self, pages: Callable[..., Any] | None = None) -> None:
        self.asked = 0
        self._pages = pages or at_once(WSGIHandler())

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        self.asked += 1
        return self._pages(environ, start_response)


def answer(application: Callable[..., Any], path: str, method: str = "GET", **environ: str) -> Answer:
    said: list[Any] = []
    asked = RequestFactory().generic(method, path, **({"HTTP_HOST": "office.example"} | environ)).environ
    body = application(asked, lambda status, headers: said.extend((status, dict(headers))))
    return said[0], said[1], b"".join(body)


def place(staged: Staged, of: str = "decisions") -> str:
    return f"/t/{staged.town.authority.code}/{of}"


def test_a_page_is_sent_again_as_it_was_without_asking_django(published: Staged):
    """disclosure-11.1"""
    long = LongWay()
    pages = Kept(long)
    first, again = answer(pages, place(published)), answer(pages, place(published))
    assert (again, long.asked) == (first, 1)
    assert first == answer(LongWay(), place(published))
    assert published.matter.decision_number in first[2].decode()
    assert {"Content-Security-Policy", "X-Frame-Options", "ETag", "Cache-Control"} <= first[1].keys()


def test_whoever_has_the_page_is_told_that_it_is_the_same(published: Staged):
    """disclosure-11.1"""
    long = LongWay()
    pages = Kept(long)
    etag = answer(pages, place(published))[1]["ETag"]
    short, behind = (answer(one, place(published), HTTP_IF_NONE_MATCH=etag) for one in (pages, LongWay()))
    assert (short[0], short[2], long.asked) == ("304 Not Modified", b"", 1)
    # Whatever the long way says of a page that did not change is said here too, with the same words.
    assert behind[1].items() - {("Content-Length", "0")} <= short[1].items()


def test_what_was_withdrawn_is_gone_at_the_next_look(published: Staged):
    """disclosure-13-withdraw"""
    town, pages, address = published.town, Kept(LongWay()), place(published, f"decisions/{published.matter_id}")
    assert answer(pages, address)[0] == "200 OK"
    publication = story.act(town, "order_withdrawal", published.matter, "wangli", "2026-04-20 10:00", because="区政府撤销").matter
    story.act(town, "withdraw", publication, "wangli", "2026-04-21 09:00", public_reasons="该决定已被撤销。")
    status, _, body = answer(pages, address)
    assert status == "410 Gone" and "该决定已被撤销" in body.decode()


def test_a_change_is_looked_up_once_a_second_at_most(published: Staged, monkeypatch: Any, django_assert_num_queries: Any):
    """disclosure-11.1"""
    pages = Kept(LongWay())
    answer(pages, place(published))
    monkeypatch.setattr(kept, "LOOKED_UP_SECONDS", 1000.0)
    answer(pages, place(published))
    with django_assert_num_queries(0):
        assert answer(pages, place(published))[0] == "200 OK"


def test_the_next_day_every_page_is_made_anew(published: Staged, monkeypatch: Any):
    """credit-general: a display ends with its day"""
    long = LongWay()
    pages = Kept(long)
    answer(pages, place(published))
    monkeypatch.setattr(kept.timezone, "localdate", lambda: "tomorrow")
    answer(pages, place(published))
    assert long.asked == 2


@pytest.mark.parametrize(
    "how",
    [
        {"method": "HEAD"},
        {"method": "POST"},
        {"HTTP_RANGE": "bytes=0-9"},
        {"HTTP_IF_MODIFIED_SINCE": "Wed, 01 Apr 2026 00:00:00 GMT"},
        {"QUERY_STRING": "q=" + "a" * 200},
        {"HTTP_HOST": "town.example"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
    ],
)
def test_whatever_may_be_answered_otherwise_takes_the_long_way(published: Staged, how: dict[str, str]):
    long = LongWay()
    pages = Kept(long)
    answer(pages, place(published))
    answer(pages, place(published), **how)
    assert long.asked == 2


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("404 Not Found", [("Cache-Control", "public")]),
        ("200 OK", []),
        ("200 OK", [("Cache-Control", "private, no-store")]),
        ("200 OK", [("Cache-Control", "public"), ("Set-Cookie", "a=1")]),
        ("200 OK", [("Cache-Control", "public"), ("Vary", "Cookie")]),
    ],
)
def test_what_is_not_for_everybody_is_never_kept(published: Staged, status: str, headers: list[tuple[str, str]]):
    def page(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response(status, headers)
        return [b"page"]

    long = LongWay(page)
    pages = Kept(long)
    assert answer(pages, place(published)) == answer(pages, place(published))
    assert long.asked == 2


def test_no_more_pages_are_kept_than_there_is_room_for(published: Staged, monkeypatch: Any):
    monkeypatch.setattr(kept, "MOST_PAGES", 2)

    def page(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("200 OK", [("Cache-Control", "public")])
        return [b"page"]

    long = LongWay(page)
    pages = Kept(long)
    for number in (1, 2, 3, 3, 2, 1):
        answer(pages, place(published, f"page{number}"))
    assert long.asked == 4


def test_a_town_without_a_ledger_has_its_pages_made_each_time(db: None):
    long = LongWay()
    pages = Kept(long)
    for _ in range(2):
        assert answer(pages, "/t/500399999/decisions")[0].startswith("404")
    assert long.asked == 2
