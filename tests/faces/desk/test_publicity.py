"""The ledger of publicity on the desk: who reads it, how it is narrowed, where its rows lead."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.cast import at
from tests.regulations.disclosure import bulletin_story, lapse_story

from .seats import seat, shown


@pytest.fixture(autouse=True)
def _it_is_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list was to be public until 2026-04-30."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at("2026-05-06 09:00"))


def test_each_row_leads_to_its_matter_and_to_what_is_registered_about_it(town):
    """disclosure-15: late publication is seen, and put on record from here"""
    bulletin = bulletin_story.checked(town)
    html = shown(seat(town, "sunjing").get(reverse("desk:publicity")))
    for words in (f"/bulletin/{bulletin.pk}/", "逾期未公开", "2026-04-30", "待发布", "登记问题"):
        assert words in html
    lapse = lapse_story.found(town, concerns=bulletin.number)
    again = shown(seat(town, "zhouweimin").get(reverse("desk:publicity")))
    assert f"/lapse/{lapse.pk}/" in again


def test_what_is_registered_is_filled_in_with_what_is_known(town):
    """disclosure-15"""
    bulletin = bulletin_story.checked(town)
    client = seat(town, "wangli")
    link = f"{reverse('desk:open', args=['lapse', 'register'])}?lapse_kind=late&concerns={bulletin.pk}&what=清单逾期"
    form = shown(client.get(link))
    assert f'value="{bulletin.pk}"' in form and "清单逾期" in form


def test_state_person_and_month_narrow_it(town):
    """disclosure-15"""
    bulletin = bulletin_story.checked(town)
    client = seat(town, "wangli")

    def seen(**asked: str) -> bool:
        return f"/bulletin/{bulletin.pk}/" in shown(client.get(reverse("desk:publicity"), asked))

    assert seen(state="late") and seen(person="李雪") and seen(month="2026-04")
    assert not seen(state="done") and not seen(person="吴敏") and not seen(month="2026-03")
    assert "月份写得不对" in shown(client.get(reverse("desk:publicity"), {"month": "三月"}))


def test_the_first_page_says_what_is_late_to_whom_it_concerns_only(town):
    """disclosure-15"""
    bulletin_story.checked(town)
    assert "逾期没有公示" in shown(seat(town, "wangli").get("/"))
    assert "逾期没有公示" not in shown(seat(town, "lixuemei").get("/"))


def test_an_officer_is_told_who_reads_it(town):
    """disclosure-15"""
    answer = seat(town, "lixuemei").get(reverse("desk:publicity"))
    assert answer.status_code == 403 and "公示台账由" in answer.content.decode()
