"""What a citizen reads besides decisions: lists and results by heading, the version that holds and those before it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.trying import undone
from tests.regulations.disclosure import bulletin_story as told


@pytest.fixture
def staged(stages: Stages) -> Iterator[Staged]:
    """A list of random inspections that is public since 2026-04-07."""
    found = stages["bulletin: published"]
    with undone():
        yield found


def read(staged: Staged, place: str, status: int = 200, **asked: str) -> str:
    response = Client().get(f"/t/{staged.town.authority.code}/{place}", asked)
    assert response.status_code == status
    return response.content.decode()


def test_a_list_of_random_inspections_stands_behind_its_door(staged: Staged):
    """disclosure-5.5: 主体、依据、对象、内容、比例、方式"""
    assert "随机抽查事项清单（1）" in read(staged, "powers") and "topic=sampling" in read(staged, "powers")
    assert staged.matter.title in read(staged, "bulletins", topic="sampling") and staged.matter.title in read(
        staged, "search", q="随机抽查"
    )
    page = read(staged, f"bulletins/{staged.matter_id}")
    assert all(words in page for words in (*told.ROW.values(), told.WORDS["text"], "2026-04-07 起"))


def test_every_version_stays_readable_with_the_days_it_held(staged: Staged):
    """disclosure-13-update"""
    new = told.renewed(staged.town, staged.matter)
    old, now = read(staged, f"bulletins/{staged.matter_id}"), read(staged, f"bulletins/{new.pk}")
    assert "这是历史版本" in old and told.WORDS["text"] in old and f"/bulletins/{new.pk}" in old and "2026-04-07 至 2026-05-06" in old
    assert "这是历史版本" not in now and "2026-04-07 至 2026-05-06" in now
    assert read(staged, "bulletins").count(f"/bulletins/{staged.matter_id}") == 0


def test_what_was_ended_says_why_and_shows_its_text_no_more(staged: Staged):
    """disclosure-13-update"""
    told.act(staged.town, "end", staged.matter, "wangli", "2026-05-07 09:00", because="抽查改由区里统一组织。")
    page = read(staged, f"bulletins/{staged.matter_id}")
    assert "抽查改由区里统一组织。" in page and told.WORDS["text"] not in page and told.ROW["share"] not in page
    assert staged.matter.title not in read(staged, "bulletins") and "没有查到" in read(staged, "search", q=staged.matter.title)


@pytest.mark.parametrize("state", ["begun", "checked", "withheld"])
def test_what_is_not_public_yet_or_not_at_all_is_not_there(stages: Stages, state: str):
    """disclosure-9.5"""
    found = stages[f"bulletin: {state}"]
    with undone():
        read(found, f"bulletins/{found.matter_id}", 404)
        assert found.matter.title not in read(found, "bulletins")


def test_the_place_of_inspections_is_kept(staged: Staged):
    """Their results come as texts until inspections are matters of their own."""
    assert "抽查和检查结果（0）" in read(staged, "decisions") and "还没有公开" in read(staged, "bulletins", topic="inspected")
    result = told.begun(staged.town, topic="inspected", title="四月检查结果", formed_on="2026-04-01")
    checked = told.checked(staged.town, told.collected(staged.town, result, text="检查农房12处，未发现违法建设。", rows=[]))
    told.published(staged.town, checked)
    assert "抽查和检查结果（1）" in read(staged, "decisions") and "检查农房12处" in read(staged, f"bulletins/{result.pk}")


def test_other_information_stands_under_its_own_heading(staged: Staged):
    """disclosure-5.7, disclosure-6.3, disclosure-7.3"""
    for topic, place in (("advance", "powers"), ("during", "courses"), ("result", "decisions")):
        begun = told.begun(staged.town, topic=topic, title=f"信息{topic}", required_by="《演练用公示办法》第九条")
        told.published(staged.town, told.checked(staged.town, told.collected(staged.town, begun, text="内容。", rows=[])))
        assert f"topic={topic}" in read(staged, place) and f"信息{topic}" in read(staged, "bulletins", topic=topic)
        assert "《演练用公示办法》第九条" in read(staged, f"bulletins/{begun.pk}")
