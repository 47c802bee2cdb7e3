"""The answers of `mingzhi due`, `surcharge` and `check-id`: their shapes, and questions that contradict themselves."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest

from mingzhi.law.answers import check_id_answer, due_answer, latest_service, moment_or_day, surcharge_answer
from mingzhi.law.periods import SHANGHAI
from mingzhi.law.provisions import NumberUnknown, UnknownProvision
from mingzhi.law.workdays import Calendar, YearUnknown


def test_a_provisions_period_is_answered_with_its_counted_days(calendar: Calendar) -> None:
    """penalty-law-56."""
    assert due_answer(date(2026, 2, 12), calendar, provision_id="penalty-law-56") == {
        "due": "2026-02-28",
        "unit": "workday",
        "counted": ["2026-02-13", "2026-02-14", "2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27", "2026-02-28"],
        "rolled": False,
        "provision": "penalty-law-56",
        "rules": ["civil-code-201", "penalty-law-85"],
    }


def test_a_length_without_a_provision_is_answered_and_rolls_when_told(calendar: Calendar) -> None:
    """civil-procedure-85."""
    assert due_answer(date(2026, 9, 23), calendar, within=15, unit="day", roll=True)["due"] == "2026-10-08"
    plain = due_answer(date(2026, 9, 18), calendar, within=15, unit="day")
    assert (plain["due"], plain["rolled"], plain["provision"]) == ("2026-10-03", False, None)


def test_a_provision_knows_itself_whether_it_rolls(calendar: Calendar) -> None:
    """penalty-law-67, penalty-law-60."""
    assert due_answer(date(2026, 9, 18), calendar, provision_id="penalty-law-67")["due"] == "2026-10-08"
    assert due_answer(date(2026, 7, 6), calendar, provision_id="penalty-law-60")["due"] == "2026-10-04"
    assert due_answer(date(2026, 9, 18), calendar, provision_id="penalty-law-67", roll=False)["due"] == "2026-10-03"


def test_an_answer_names_the_rules_by_which_it_was_counted(calendar: Calendar) -> None:
    """civil-code-201, civil-code-202, civil-code-203, civil-procedure-85, penalty-law-85, compulsion-law-69, reconsideration-law-88."""

    def rules(on: date, **question: Any) -> list[str]:
        return due_answer(on, calendar, **question)["rules"]

    day = date(2026, 9, 18)
    assert rules(day, provision_id="penalty-law-61") == ["civil-code-201", "penalty-law-85"]
    assert rules(day, provision_id="compulsion-law-54") == ["civil-code-201", "compulsion-law-69"]
    assert rules(day, provision_id="reconsideration-law-48") == ["civil-code-201", "reconsideration-law-88"]
    assert rules(day, provision_id="penalty-law-67") == ["civil-code-201", "civil-code-203", "civil-procedure-85"]
    assert rules(day, provision_id="penalty-law-60") == ["civil-code-201"]
    assert rules(date(2026, 3, 31), provision_id="litigation-interpretation-156") == ["civil-code-201", "civil-code-202"]


def test_an_extension_is_added_where_the_provision_has_one(calendar: Calendar) -> None:
    """review-8-extend, compulsion-law-25-extend."""
    long = due_answer(date(2026, 9, 23), calendar, provision_id="review-8", extended_too=True)
    assert (long["due"], len(long["counted"])) == ("2026-10-12", 8)
    assert due_answer(date(2026, 9, 3), calendar, provision_id="compulsion-law-25", extended_too=True) == {
        "due": "2026-11-02",
        "unit": "day",
        "counted": ["2026-09-04", "2026-11-02"],
        "rolled": False,
        "provision": "compulsion-law-25",
        "rules": ["civil-code-201"],
    }
    with pytest.raises(NumberUnknown, match="没有规定延长"):
        due_answer(date(2026, 9, 3), calendar, provision_id="penalty-law-60", extended_too=True)
    with pytest.raises(ValueError, match="--extended"):
        due_answer(date(2026, 9, 3), calendar, within=5, unit="workday", extended_too=True)


def test_a_period_that_counts_back_answers_with_the_earliest_day_of_the_event(calendar: Calendar) -> None:
    """penalty-law-64.2: seven clear working days between service and hearing."""
    found = due_answer(date(2026, 9, 23), calendar, provision_id="penalty-law-64.2")
    assert (found["due"], len(found["counted"])) == ("2026-10-12", 7)
    assert latest_service(date(2026, 10, 12), "penalty-law-64.2", calendar) == date(2026, 9, 23)
    with pytest.raises(NumberUnknown, match="工作日前"):
        latest_service(date(2026, 10, 12), "penalty-law-64", calendar)


def test_hours_are_answered_as_a_moment_and_need_one(calendar: Calendar) -> None:
    """compulsion-law-19."""
    moment = datetime(2026, 9, 30, 16, 20, tzinfo=SHANGHAI)
    found = due_answer(moment, calendar, provision_id="compulsion-law-19")
    assert (found["due"], found["unit"]) == ("2026-10-01T16:20+08:00", "hour")
    with pytest.raises(ValueError, match="时刻"):
        due_answer(date(2026, 9, 30), calendar, within=24, unit="hour")


def test_a_question_that_names_both_or_neither_is_refused(calendar: Calendar) -> None:
    for question in ({}, {"within": 5}, {"unit": "day"}, {"provision_id": "review-8", "within": 5, "unit": "workday"}):
        with pytest.raises(ValueError, match="二者择一"):
            due_answer(date(2026, 9, 23), calendar, **question)  # type: ignore[arg-type]


def test_what_cannot_be_known_is_an_error_of_its_own_kind(calendar: Calendar) -> None:
    with pytest.raises(YearUnknown):
        due_answer(date(2026, 12, 30), calendar, within=5, unit="workday")
    with pytest.raises(UnknownProvision):
        due_answer(date(2026, 9, 23), calendar, provision_id="penalty-law-600")
    with pytest.raises(NumberUnknown):
        due_answer(date(2026, 9, 23), calendar, provision_id="penalty-law-44")
    with pytest.raises(NumberUnknown):
        due_answer(date(2026, 9, 23), calendar, within=5, unit="fortnight")


def test_a_surcharge_is_answered_in_decimal_text() -> None:
    """penalty-law-72.1, penalty-law-73.3."""
    found = surcharge_answer(1000, date(2026, 3, 31), date(2026, 4, 20), [(date(2026, 4, 6), date(2026, 4, 15))])
    assert found == {
        "fine": "1000.00",
        "due": "2026-03-31",
        "on": "2026-04-20",
        "days": 10,
        "paused_days": 10,
        "percent_per_day": 3,
        "surcharge": "300.00",
        "cap": "1000.00",
        "capped": False,
        "total": "1300.00",
        "provisions": ["penalty-law-72.1", "penalty-law-73.3"],
    }
    assert json.loads(json.dumps(found)) == found


def test_an_identity_is_answered_with_kind_validity_and_reason() -> None:
    good = check_id_answer("11010519491231002X")
    assert (good["kind"], good["valid"], good["reason"], good["facts"]["birth_on"]) == ("公民身份号码", True, "", "1949-12-31")
    bad = check_id_answer("110105194912310021")
    assert (bad["valid"], bad["code"]) == (False, "110105194912310021")
    assert "应为 X" in bad["reason"]
    assert json.loads(json.dumps(good)) == good


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-02-12", date(2026, 2, 12)),
        ("2026-02-12T09:30", datetime(2026, 2, 12, 9, 30, tzinfo=SHANGHAI)),
        ("2026-02-12T01:30Z", datetime(2026, 2, 12, 9, 30, tzinfo=SHANGHAI)),
    ],
)
def test_a_day_or_a_moment_is_read_in_shanghai_time(text: str, when: date | datetime) -> None:
    assert moment_or_day(text) == when


def test_a_day_that_is_none_is_refused_in_words() -> None:
    for text in ("2026-02-30", "明天", "2026-02-12T25:00"):
        with pytest.raises(ValueError, match="不合规"):
            moment_or_day(text)
