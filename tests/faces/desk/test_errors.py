"""What goes wrong before or behind any page, still said in words and never in English."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

from mingzhi.faces.desk.errors import server_error
from mingzhi.faces.desk.shapes import ActionCard
from tests.cast import Town

from .seats import seat, shown


class Nobody:
    """A person whom the database cannot name just now."""

    @property
    def is_authenticated(self) -> bool:
        raise OperationalError("database is locked")


def test_a_form_that_was_open_too_long_is_told_what_to_do(town: Town) -> None:
    desk = seat(town, "lixuemei")
    desk.handler.enforce_csrf_checks = True
    page = shown(desk.post("/clue/new/register/do", {"csrfmiddlewaretoken": "x" * 32}), 403)
    assert "这一页已经过时" in page and "刷新页面后再提交" in page and "李雪梅" in page
    assert "CSRF" not in page


def test_the_door_too_tells_a_stale_form_in_words(db) -> None:
    page = shown(Client(enforce_csrf_checks=True).post("/sign-in", {"username": "lixuemei", "password": "x"}), 403)
    assert "这一页已经过时" in page


def test_the_page_of_a_failure_asks_nothing_of_what_failed(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.user = Nobody()  # type: ignore[assignment]
    page = shown(server_error(request), 500)
    assert "系统出了错，本次操作没有生效" in page


def test_a_page_that_fails_is_said_in_words(town: Town, monkeypatch) -> None:
    def fails(*_args: object, **_values: object) -> None:
        raise RuntimeError("a fault of the program")

    monkeypatch.setattr("mingzhi.faces.desk.views.people.frame_of", fails)
    desk = seat(town, "lixuemei")
    desk.raise_request_exception = False
    assert "系统出了错" in shown(desk.get("/people/"), 500)


@pytest.mark.parametrize(("title", "said"), [("批准立案", "批准立案"), ("不予立案", "“不予立案”")])
def test_a_negation_after_a_negation_is_quoted(title: str, said: str) -> None:
    assert ActionCard(code="x.y", title=title, url="/", allowed=False).title_in_sentence == said
