"""What a citizen reads of decisions: only what was published, as it was masked, and as long as it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from mingzhi.regulations.disclosure.models import Edition, Publication
from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.trying import undone

#: The party of the decision and what is known of him; none of it may be read anywhere.
CANARIES = ("刘大成", "大成", "5003991985")


@pytest.fixture
def staged(stages: Stages) -> Iterator[Staged]:
    """A decision that is public since 2026-04-07, and still shown today."""
    found = stages["publication: published"]
    with undone():
        Publication.objects.filter(pk=found.matter.pk).update(shown_until_on=timezone.localdate() + timedelta(days=1))
        yield found


def read(staged: Staged, place: str, status: int = 200, **asked: str) -> str:
    """The text of a page of the town whose decision it is."""
    response = Client().get(f"/t/{staged.town.authority.code}/{place}", asked)
    assert response.status_code == status
    return response.content.decode()


def edition(staged: Staged) -> Edition:
    return Edition.objects.filter(matter=staged.matter).latest("number")


def test_a_published_decision_is_found_and_read_without_a_name(staged: Staged):
    """disclosure-7.2, disclosure-11.1"""
    shown = edition(staged)
    page = f"decisions/{staged.matter.pk}"
    for place in ("", "decisions", page):
        text = read(staged, place)
        assert shown.title in text and staged.matter.decision_number in text
        assert not any(word in text for word in CANARIES)
    assert all(line.partition("：")[2] in read(staged, page) for line in shown.text.splitlines() if line)
    for asked in (shown.title[-6:], staged.matter.decision_number):
        assert f"/decisions/{staged.matter.pk}" in read(staged, "search", q=asked) and f"/decisions/{staged.matter.pk}" in read(
            staged, "decisions", q=asked
        )


def test_nobody_finds_a_decision_by_what_was_hidden(staged: Staged):
    """disclosure-8.1"""
    for asked in CANARIES:
        assert f"/decisions/{staged.matter.pk}" not in read(staged, "search", q=asked) + read(staged, "decisions", q=asked)


def test_a_corrected_text_is_neither_shown_nor_found(staged: Staged):
    """disclosure-14-correct: the wrong text stays on record and is for nobody to find."""
    wrong = edition(staged)
    title = wrong.title
    Edition.objects.filter(pk=wrong.pk).update(title="刘大成案", text="当事人：刘大成")
    wrong.pk, wrong.number, wrong.title = None, wrong.number + 1, title
    wrong.save()
    assert title in read(staged, "decisions") and "刘大成" not in read(staged, "decisions") + read(staged, f"decisions/{staged.matter.pk}")
    assert "没有查到" in read(staged, "decisions", q="刘大成")


@pytest.mark.parametrize("stage", ["collecting", "checking", "ready", "withholding", "withheld", "dropped", "over"])
def test_what_is_not_public_is_not_there(staged: Staged, stage: str):
    """disclosure-9.1"""
    Publication.objects.filter(pk=staged.matter.pk).update(stage=stage)
    read(staged, f"decisions/{staged.matter.pk}", 404)
    assert edition(staged).title not in read(staged, "decisions") + read(staged, "")


def test_display_ends_with_its_last_day(staged: Staged):
    """credit-general"""
    Publication.objects.filter(pk=staged.matter.pk).update(shown_until_on=timezone.localdate())
    assert edition(staged).title in read(staged, "decisions")
    Publication.objects.filter(pk=staged.matter.pk).update(shown_until_on=timezone.localdate() - timedelta(days=1))
    assert edition(staged).title not in read(staged, "decisions")
    read(staged, f"decisions/{staged.matter.pk}", 404)


def test_a_withdrawn_decision_says_why_and_nothing_of_its_content(staged: Staged):
    """disclosure-13-withdraw"""
    Publication.objects.filter(pk=staged.matter.pk).update(
        stage="withdrawn", withdrawn_on="2026-04-21", public_reasons="该决定已被行政复议机关撤销。"
    )
    page = read(staged, f"decisions/{staged.matter.pk}", 410)
    assert "该决定已被行政复议机关撤销。" in page and "2026-04-21" in page and staged.matter.decision_number in page
    assert edition(staged).title not in page + read(staged, "decisions")


def test_a_list_goes_on_where_it_stopped(staged: Staged, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mingzhi.faces.portal.views.decisions._ROWS", 1)
    title = edition(staged).title
    assert title in read(staged, "decisions") and "下一页" not in read(staged, "decisions")
    assert title not in read(staged, "decisions", after=f"2026-04-07_{staged.matter.pk}")
    assert title in read(staged, "decisions", after=f"2026-04-08_{staged.matter.pk}")
    for nonsense in ("x", "2026-13-01_1", "2026-04-07_", "2026-04-07_" + "9" * 30):
        assert title in read(staged, "decisions", after=nonsense)


def test_another_towns_decision_is_not_there(staged: Staged):
    assert Client().get(f"/t/500110/decisions/{staged.matter.pk}").status_code == 404
