"""The screen in the hall and the sheets for the board."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from mingzhi.core.organs.models import Certificate
from mingzhi.faces.portal.views import boards
from mingzhi.regulations.disclosure.models import Publication
from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.trying import undone
from tests.regulations.disclosure import bulletin_story


@pytest.fixture
def staged(stages: Stages) -> Iterator[Staged]:
    """A decision that is public."""
    found = stages["publication: published"]
    with undone():
        Publication.objects.filter(pk=found.matter.pk).update(shown_until_on=timezone.localdate() + timedelta(days=1))
        yield found


def read(staged: Staged, place: str, **asked: str) -> str:
    response = Client().get(f"/t/{staged.town.authority.code}/{place}", asked)
    assert response.status_code == 200
    return response.content.decode()


def test_the_screen_shows_officers_then_decisions_and_begins_again(staged: Staged):
    """disclosure-11.2"""
    assert "李雪梅" in read(staged, "screen") and "刘某某" not in read(staged, "screen")
    assert "刘某某" in (page := read(staged, "screen", page="1")) and staged.matter.decision_number in page and "刘大成" not in page
    assert read(staged, "screen", page="2").count("李雪梅") == 1


def test_the_screen_turns_only_when_it_is_asked_to(staged: Staged):
    """disclosure-11.2; WCAG 2.2.1: whoever reads slowly must be able to stay."""
    assert "refresh" not in read(staged, "screen")
    assert '<meta http-equiv="refresh" content="20;url=' in (page := read(staged, "screen", turn="20")) and "page=1&amp;turn=20" in page
    for nonsense in ("0", "1", "9999", "x", "-5", "²"):
        assert "refresh" not in read(staged, "screen", turn=nonsense, page=nonsense)


def test_what_does_not_fit_on_one_screen_goes_on_the_next(staged: Staged, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(boards, "_OFFICERS", 1)
    count = Certificate.objects.filter(holder__authority=staged.town.authority).count()
    assert f"共 {count + 1} 页" in read(staged, "screen")


def test_a_town_with_nothing_to_show_says_so(staged: Staged):
    Publication.objects.filter(pk=staged.matter.pk).update(stage="withheld")
    Certificate.objects.filter(holder__authority=staged.town.authority).update(withdrawn_on="2026-01-01")
    assert "没有可以展示" in read(staged, "screen") and "没有在展示的决定" in read(staged, "board")


def test_the_board_prints_officers_and_whole_decisions(staged: Staged):
    """disclosure-11.2"""
    page = read(staged, "board")
    assert (
        all(words in page for words in ("李雪梅", "刘某某", staged.matter.decision_number, "履行方式和期限", "<svg"))
        and "刘大成" not in page
    )


def test_what_is_no_decision_hangs_there_too_until_it_is_ended(stages: Stages):
    """disclosure-11.2, disclosure-5.5"""
    found = stages["bulletin: published"]
    with undone():
        assert found.matter.title in (page := read(found, "screen", page="1")) and "随机抽查事项清单" in page
        assert found.matter.title in read(found, "board")
        bulletin_story.act(found.town, "end", found.matter, "wangli", "2026-05-07 09:00", because="抽查改由区里统一组织。")
        assert all(found.matter.title not in read(found, place) for place in ("screen?page=1", "board"))


def test_the_lists_lead_to_files_board_and_screen(staged: Staged):
    """disclosure-11.1, disclosure-11.2"""
    for place in ("decisions", "officers", "powers", "bulletins"):
        page = read(staged, place)
        assert all(words in page for words in (f"files/{place}.csv", f"files/{place}.json", "/board", "/screen"))
