"""The ninety days point themselves out three times before they end, on every page that shows them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from mingzhi.core.engine.days import end_of_day, local_day
from mingzhi.core.engine.deadlines import in_words, running_in_words
from mingzhi.core.engine.models import Deadline
from mingzhi.law.workdays import Calendar
from tests.cast import Town, at
from tests.faces.desk.seats import seat, shown

from .story import decided, filed


@pytest.mark.parametrize(
    ("day", "words", "tone"),
    [
        ("2026-05-01", "剩 31 日", "far"),
        ("2026-05-02", "已满 60 日，剩 30 日", "soon"),
        ("2026-05-17", "已满 75 日，剩 15 日", "soon"),
        ("2026-05-26", "已满 75 日，剩 6 日", "soon"),
        ("2026-05-27", "已满 85 日，剩 5 日", "urgent"),
        ("2026-06-01", "今日到期", "today"),
        ("2026-06-02", "逾期 1 日", "late"),
    ],
)
def test_a_case_warns_after_sixty_seventy_five_and_eighty_five_days(town: Town, day: str, words: str, tone: str):
    """town-decision-warnings, penalty-law-60"""
    row = filed(town).matter.deadlines.get(provision="penalty-law-60")
    said = in_words(row, at(day))
    assert (said.words, said.tone) == (words, tone)


@pytest.mark.parametrize(("day", "words"), [("2026-03-06", "今日到期"), ("2026-03-07", "已逾期"), ("2026-03-09", "逾期 1 个工作日")])
def test_a_deadline_that_passed_before_the_weekend_is_over_but_not_by_no_days(day: str, words: str):
    """penalty-law-85"""
    calendar = Calendar.published()
    said, tone = running_in_words("7 个工作日", end_of_day(date(2026, 3, 6)), at(day), lambda: calendar)
    assert said == words
    assert tone == ("today" if words == "今日到期" else "late")


def test_a_decided_case_warns_no_more(town: Town):
    """town-decision-warnings"""
    row = decided(town).deadlines.get(provision="penalty-law-60")
    assert in_words(row, at("2026-05-27")).words == "已按时办理"


@pytest.mark.parametrize("page", ["/", "/penalty/", "/penalty/{pk}/"])
@pytest.mark.parametrize(("days", "words", "look"), [(61, "已满 60 日，剩 29 日", "soon"), (86, "已满 85 日，剩 4 日", "late")])
def test_first_page_list_and_matter_page_show_the_warning(town: Town, settings, page: str, days: int, words: str, look: str):
    """town-decision-warnings"""
    settings.PASSWORD_DAYS = 0
    case = filed(town).matter
    today = local_day(timezone.now())
    since = today - timedelta(days=days)
    last = end_of_day(since + timedelta(days=90))
    Deadline.objects.filter(matter_id=case.pk, provision="penalty-law-60").update(since_at=end_of_day(since), due_at=last)
    told = shown(seat(town, "lixuemei").get(page.format(pk=case.pk)))
    assert f'<span class="{look}">{words}</span>' in told
