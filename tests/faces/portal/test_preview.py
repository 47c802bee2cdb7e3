"""Before something is public, those who answer for it see it as everybody will; nobody else does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone

from mingzhi.core.organs.models import User
from mingzhi.regulations.disclosure.masking import latest
from mingzhi.regulations.disclosure.models import Publication
from tests.cast import at
from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.trying import undone
from tests.regulations.disclosure import story


@pytest.fixture
def checked(stages: Stages) -> Iterator[Staged]:
    """A decision that waits to be published."""
    found = stages["publication: checked"]
    with undone():
        yield found


def address(staged: Staged, page: str = "preview") -> str:
    return f"/t/{staged.town.authority.code}/{page}/{staged.matter.pk}"


def as_(person: User, client: Client | None = None) -> Client:
    """Somebody signed in, whose password need not be changed."""
    User.objects.filter(pk=person.pk).update(password_changed_at=timezone.now())
    client = client or Client()
    client.force_login(person)
    return client


def whole(html: str) -> list[str]:
    """Title and content of a page, without what frames it."""
    return re.findall(r"<title>.*?</title>|<main.*?</main>|<footer.*?</footer>", html, re.S)


def test_what_is_looked_at_is_what_becomes_public(checked: Staged, monkeypatch: pytest.MonkeyPatch):
    """disclosure-4, disclosure-8.1"""
    monkeypatch.setattr(timezone, "now", lambda: at("2026-04-07 10:00"))
    before = as_(checked.town["wangli"]).get(address(checked)).content.decode()
    assert Client().get(address(checked, "decisions")).status_code == 404
    story.published(checked.town, checked.matter)
    after = Client().get(address(checked, "decisions")).content.decode()
    assert len(whole(after)) == 3 and whole(before) == whole(after)
    assert "刘某某" in before and "预览" in before and "预览" not in after


@pytest.mark.parametrize("account", ["lixuemei", "zhaomingyuan", "wangli"])
def test_each_of_the_three_may_look(checked: Staged, account: str):
    """disclosure-4"""
    assert as_(checked.town[account]).get(address(checked)).status_code == 200


def test_nobody_else_may(checked: Staged):
    """disclosure-4: not the public, not who runs the machine, not another town."""
    assert Client().get(address(checked))["Location"].startswith("/sign-in")
    assert Client().post(address(checked), {"text": "某"})["Location"].startswith("/sign-in")
    assert as_(checked.town["sysadmin"]).get(address(checked)).status_code == 404
    clerk = as_(checked.town["wangli"])
    User.objects.filter(pk=checked.town["wangli"].pk).update(password_changed_at=at("2020-01-01"))
    assert clerk.get(address(checked))["Location"] == "/"


def test_it_is_kept_and_listed_by_nobody(checked: Staged):
    answer = as_(checked.town["wangli"]).get(address(checked))
    assert "no-store" in answer["Cache-Control"] and "noindex" in answer["X-Robots-Tag"] and b'name="robots"' in answer.content


def test_words_that_are_still_being_written_are_looked_at_unsent(checked: Staged):
    """disclosure-8.1: and nothing of them is kept."""
    said = {"title": "刘某某堆放柴草案", "text": "主要违法事实：在院坝堆放柴草。"}
    page = as_(checked.town["lixuemei"]).post(address(checked), said).content.decode()
    assert all(words in page for words in ("刘某某堆放柴草案", "在院坝堆放柴草。"))
    assert latest(checked.matter).title != said["title"]
    client = as_(checked.town["lixuemei"], Client(enforce_csrf_checks=True))
    assert client.post(address(checked), said).status_code == 403


def test_nothing_is_there_before_something_was_collected(checked: Staged):
    Publication.objects.get(pk=checked.matter.pk).disclosure_editions.all().delete()
    assert as_(checked.town["wangli"]).get(address(checked)).status_code == 404
