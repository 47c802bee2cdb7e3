"""The figures of a year go from the brigade to the head to 党政办, by three people, and say what the records say."""

from __future__ import annotations

from datetime import date

import pytest

from mingzhi.core.engine.errors import Refused
from mingzhi.core.engine.page_port import reading_page
from mingzhi.core.organs.models import Appointment
from mingzhi.law.redaction import remains
from mingzhi.regulations.figures.forms import Write
from mingzhi.regulations.figures.keeping import cells_of, latest, published, published_years
from mingzhi.regulations.figures.models import Tally, YearlyFigures
from mingzhi.regulations.figures.reminding import last_years_figures_are_due
from tests.cast import Town, at

from . import story
from .conftest import spot


def _refused(town: Town, *args: object, **data: object) -> str:
    with pytest.raises(Refused) as caught:
        story.act(town, *args, **data)  # type: ignore[arg-type]
    return str(caught.value)


def test_what_was_supplied_stays_as_it_was_and_a_later_change_is_shown(town: Town):
    """disclosure-10: frozen with the ids of what is counted; written, approved and published only while it is still so."""
    case = spot(town, "2025-12-31", fine_yuan="150")
    figures = story.supplied(town)
    assert cells_of(latest(figures))["penalty.fine"].matters == (case.pk,)
    inspected = cells_of(latest(figures))["other.inspection"]
    assert (inspected.value, inspected.source, inspected.by) == (46, "行政检查台账", "罗开富")
    # Somebody enters late that an officer had left before the year ended.
    Appointment.objects.filter(person=town["wumin"]).update(until_on=date(2025, 12, 30))
    said = _refused(town, "write", figures, story.CAPTAIN, "2026-01-13 09:00", **story.WORDS)
    assert "在岗执法人员由 5 人变为 4 人" in said and "请重新提供数据" in said
    page = reading_page(figures, town["luokaifu"], at("2026-01-13 09:00"), {"cell": "penalty.fine"}).reading
    assert page.changed[0].startswith("在岗执法人员由 5 人变为 4 人")
    assert [row.pk for row in page.opened.matters] == [case.pk]
    story.act(town, "supply_anew", figures, story.CAPTAIN, "2026-01-13 10:00", entered=story.BY_HAND)
    assert [row.number for row in Tally.objects.filter(matter=figures)] == [1, 2]
    done = story.published(town, story.approved(town, story.written(town, figures, "2026-01-13 11:00")))
    assert published(town.authority, 2025) == latest(figures) and published_years(town.authority) == [2025]
    assert [paper.code for paper in done.documents] == ["D60"]
    rows = {row["title"]: row for table in done.documents[0].data["tables"] for row in table["rows"]}
    assert rows["罚没金额"]["value"] == "0.015" and rows["行政检查"]["note"] == "手工填写，来源：行政检查台账"
    # The year after is compared with what was published, and the wrong figures are shown until the right ones are.
    later = story.supplied(town, 2026, "2027-01-12 09:00")
    drafted = Write(matter=later, actor=town["luokaifu"], at=at("2027-01-12 09:00")).filled
    assert "2026年，重庆市綦江区石壕镇人民政府作出行政处罚0宗（上年1宗，减少1宗）" in drafted["overall"]
    assert "行政检查46次（上年46次，持平）" in drafted["overall"]
    assert not any(remains(text) for text in drafted.values())
    story.act(town, "find_error", figures, story.CLERK, "2026-01-19 09:00", reasons="检查次数写错。")
    assert published(town.authority, 2025).number == 2 and latest(figures).number == 3
    assert latest(YearlyFigures.objects.get(pk=figures.pk)).overall == story.WORDS["overall"]


def test_words_about_the_year_name_nobody(town: Town):
    """information-rules-15, disclosure-8.2"""
    said = _refused(
        town, "write", story.supplied(town), story.CAPTAIN, "2026-01-13 09:00", **{**story.WORDS, "work": "处罚刘大成，电话13900000001。"}
    )
    assert "13900000001" in said and "年度数据不写当事人和个人信息" in said
    entered = [{"column": "other.inspection", "value": "46", "source": "登记簿（13900000001）"}]
    figures = story.act(town, "supply_anew", YearlyFigures.objects.get(), story.CAPTAIN, "2026-01-13 09:10", entered=entered).matter
    assert "13900000001" in _refused(town, "write", figures, story.CAPTAIN, "2026-01-13 09:20", **story.WORDS)


def test_last_years_figures_are_asked_for_until_they_are_public(town: Town):
    """disclosure-10, town-yearly-figures-warning: whoever begins nothing is reminded all the same, and late is said to be late."""
    captain = town["luokaifu"]

    def said(when: str) -> str:
        return last_years_figures_are_due(captain, at(when))

    assert said("2026-01-09") == ""
    assert said("2026-01-10") == "2025年的执法数据应当在 2026-01-31 前公开，剩 21 日，大队还没有提供数据。"
    assert "今日到期" in said("2026-01-31") and "逾期 3 日" in said("2026-02-03")
    figures = story.written(town)
    assert said("2026-01-14").endswith("剩 17 日，现在待批准。")
    story.published(town, story.approved(town, figures))
    assert said("2026-01-16") == ""
