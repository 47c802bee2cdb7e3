"""The register's pages: what enforces an article, how often it was asked and refused here, refusals only where one may see."""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType

import pytest

from mingzhi.core.engine.bindings import asking, bindings
from mingzhi.core.engine.errors import ActionError
from mingzhi.core.engine.models import RefusalNote
from mingzhi.core.engine.perform import perform
from mingzhi.faces.desk.provision_words import KINDS, SOURCES, number_words, unnamed
from mingzhi.faces.desk.views.provisions import _numbers
from mingzhi.law.provisions import Provision, Value, all_provisions
from tests.cast import Town, at, make_town
from tests.procedures.penalty.story import propose

from .seats import seat, shown


def refused(town: Town) -> None:
    """One proposal with one officer, refused under penalty-law-42."""
    with pytest.raises(ActionError):
        propose(town, officers=["李雪梅"])


def figures(page: str) -> list[int]:
    """Asked, refused, and in how many places: the strip of one provision."""
    return [int(number) for number in re.findall(r"<b>(\d+)</b>", page.split('class="strip"')[1].split("</div></div>")[0] + "</div>")][:3]


def test_every_mark_and_number_of_the_register_has_its_word():
    for row in all_provisions():
        assert row.kind in KINDS and row.source in SOURCES, row.id
        for value in row.values:
            assert unnamed(value.numbers) == set(), row.id


def test_numbers_are_said_with_their_unit():
    assert number_words({"within": 5, "unit": "workday"}) == [("期限", "5 个工作日")]
    assert number_words({"within": 3, "unit": "day", "roll": True}) == [("期限", "3 日"), ("末日逢休息日", "顺延")]
    assert number_words({"fine_citizen": 3000, "unit": "yuan"}) == [("公民罚款上限", "3,000 元")]
    assert number_words({"every": "quarter"}) == [("频次", "每季度")]


def test_numbers_stand_with_the_days_between_which_they_hold():
    values = (
        Value(None, MappingProxyType({"within": 7, "unit": "day"})),
        Value(date(2027, 1, 1), MappingProxyType({"within": 5, "unit": "workday"})),
    )
    row = Provision("x-1", "某规定", "某规定", "第一条", "deadline", "办理", "SEED", values)
    assert _numbers(row) == [("期限", "5 个工作日", "2027-01-01 起"), ("期限", "7 日", "施行之日起，至 2026-12-31")]


def test_every_provision_of_the_register_has_a_page(town: Town):
    desk = seat(town, "lixuemei")
    one_of_each = {(row.kind, row.source, len(row.values)): row for row in all_provisions()}
    for row in one_of_each.values():
        assert row.must.split("&")[0][:6] in shown(desk.get(f"/provisions/{row.id}/"))


def test_bindings_come_from_gates_actions_deadlines_and_reactions(town: Town):
    found = bindings()
    assert {one.kind for rows in found.values() for one in rows} >= {"关口", "办理", "期限"}
    assert "penalty.propose" in asking()["penalty-law-42"]
    assert all(one.where and one.title for rows in found.values() for one in rows)


def test_a_refusal_is_counted_and_shown_with_its_sentence(town: Town):
    """penalty-law-42"""
    desk = seat(town, "lixuemei")
    asked, refusals, places = figures(shown(desk.get("/provisions/penalty-law-42/")))
    assert (asked, refusals) == (0, 0) and places > 0
    refused(town)
    page = shown(desk.get("/provisions/penalty-law-42/"))
    assert figures(page)[:2] == [1, 1]
    assert "执法人员不得少于2人" in page


def test_what_was_done_counts_as_asked(town: Town):
    propose(town)
    assert figures(shown(seat(town, "lixuemei").get("/provisions/penalty-law-42/")))[:2] == [1, 0]


def test_refusals_of_another_town_are_neither_counted_nor_shown(town: Town):
    other = make_town("500110113", "安稳镇", "綦安稳府", prefix="b_")
    case = propose(other)
    with pytest.raises(ActionError):
        perform("penalty.approve_filing", case, actor=other["zhouweimin"], data={"opinion": "同意"}, at=at("2026-03-03 12:00"))
    provision = RefusalNote.objects.exclude(provision="").values_list("provision", flat=True)[0]
    page = shown(seat(town, "lixuemei").get(f"/provisions/{provision}/"))
    assert figures(page)[:2] == [0, 0] and "还没有因本条拦下过" in page
    page = shown(seat(other, "lixuemei").get(f"/provisions/{provision}/"))
    assert figures(page)[1] == 1 and case.title in page


def test_who_may_not_see_the_matter_does_not_read_the_refusal(town: Town):
    refused(town)
    page = shown(seat(town, "sysadmin").get("/provisions/penalty-law-42/"))
    assert figures(page)[1] == 1 and "执法人员不得少于2人" not in page


def test_the_list_is_narrowed_by_law_state_and_words(town: Town):
    refused(town)
    desk = seat(town, "lixuemei")
    page = shown(desk.get("/provisions/?law=行政处罚法&tab=refused"))
    assert 'id="penalty-law-42"' in page and 'id="penalty-law-60"' not in page
    page = shown(desk.get("/provisions/?tab=unbound"))
    assert 'id="penalty-law-42"' not in page and "尚未由系统执行" in page
    page = shown(desk.get("/provisions/?q=penalty-law-60"))
    assert 'id="penalty-law-60"' in page and 'id="penalty-law-42"' not in page


def test_a_town_rule_says_that_no_law_gives_the_number(town: Town):
    """town-filing-sla"""
    assert "由本镇自行确定" in shown(seat(town, "lixuemei").get("/provisions/town-filing-sla/"))


def test_an_unknown_provision_is_not_there(town: Town):
    shown(seat(town, "lixuemei").get("/provisions/penalty-law-999/"), 404)


def test_pages_of_provisions_ask_a_fixed_number_of_questions(town: Town, django_assert_max_num_queries):
    refused(town)
    propose(town)
    desk = seat(town, "lixuemei")
    with django_assert_max_num_queries(8):
        desk.get("/provisions/")
    with django_assert_max_num_queries(9):
        desk.get("/provisions/penalty-law-42/")
