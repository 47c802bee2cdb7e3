"""What is done in the background: asked of the rows, again at once while there is something, and never stopped by a failure."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from mingzhi.core.vault import duties


@pytest.fixture(autouse=True)
def own_register(monkeypatch):
    monkeypatch.setattr(duties, "_duties", {})
    monkeypatch.setattr(duties, "close_old_connections", lambda: None)


def test_a_duty_that_did_something_is_asked_again_at_once_and_one_that_did_not_waits():
    until = threading.Event()
    left = [3, 2, 0]
    asked = []

    @duties.duty("copy", every=timedelta(hours=1))
    def copy(at) -> int:
        asked.append("copy")
        return left.pop(0)

    @duties.duty("scrub", every=timedelta(hours=1))
    def scrub(at) -> int:
        asked.append("scrub")
        if not left:
            until.set()
        return 0

    @duties.duty("count", every=timedelta(0))
    def count(at) -> int:
        if not left:
            until.set()
        return 0

    told = []
    duties.walk(until, lambda name, number: told.append((name, number)))
    assert asked == ["copy", "scrub", "copy", "copy"]
    assert told == [("copy", 3), ("copy", 2)]


def test_a_duty_that_fails_is_logged_and_the_others_are_done(caplog):
    until = threading.Event()

    @duties.duty("bad", every=timedelta(hours=1))
    def bad(at) -> int:
        raise OSError("disk full")

    @duties.duty("good", every=timedelta(hours=1))
    def good(at) -> int:
        until.set()
        return 1

    duties.walk(until)
    assert "the duty bad failed" in caplog.text


def test_a_name_is_registered_once():
    register = duties.duty("copy", every=timedelta(hours=1))
    register(lambda at: 0)
    with pytest.raises(ValueError, match="copy"):
        register(lambda at: 0)
    assert [one.name for one in duties.duties()] == ["copy"]
