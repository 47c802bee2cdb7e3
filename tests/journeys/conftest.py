"""Whole stories in headless Chromium, on a clock that the story sets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import timezone

from tests.cast import Town, make_town

from .desk import Clock, Desk
from .phone import Phone

SHOTS = Path(__file__).parent / "shots"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The story's clock: the server in this process tells its time by it."""
    told = Clock()
    monkeypatch.setattr(timezone, "now", told.now)
    return told


@pytest.fixture
def staffed(transactional_db) -> Town:
    """石壕镇, everybody with a password."""
    town = make_town()
    for person in town.people.values():
        person.set_password(Desk.PASSWORD)
        person.password_changed_at = None
        person.save()
    return town


@pytest.fixture
def desk(browser, live_server, clock: Clock, staffed: Town, request: pytest.FixtureRequest, settings) -> Iterator[Desk]:
    """A browser at the desk; screenshots of the story go into `shots/<test>/`."""
    settings.PASSWORD_DAYS = 0
    folder = SHOTS / request.node.name
    folder.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(viewport={"width": 1366, "height": 768}, locale="zh-CN", timezone_id="Asia/Shanghai")
    yield Desk(page, live_server.url, clock, folder)
    page.close()


@pytest.fixture
def phone(browser, live_server, clock: Clock, staffed: Town, request: pytest.FixtureRequest, settings) -> Iterator[Phone]:
    """The desk on an officer's phone, drawn on with a finger."""
    settings.PASSWORD_DAYS = 0
    folder = SHOTS / request.node.name
    folder.mkdir(parents=True, exist_ok=True)
    held = browser.new_context(
        viewport={"width": Phone.WIDTH, "height": Phone.HEIGHT}, has_touch=True, is_mobile=True, locale="zh-CN", timezone_id="Asia/Shanghai"
    )
    yield Phone(held.new_page(), live_server.url, clock, folder)
    held.close()
