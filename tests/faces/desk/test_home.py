"""The first page: everybody finds what is theirs to do, and nothing that is another's."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.standing import line_of
from mingzhi.faces.desk import reading
from mingzhi.faces.desk.reading import today
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at
from tests.procedures.penalty import story as cases
from tests.regulations.review import story as reviews

from .seats import seat, shown


@pytest.fixture(autouse=True)
def passwords_do_not_age(settings) -> None:
    """People of the cast never chose a password."""
    settings.PASSWORD_DAYS = 0


def tasks(town: Town, who: str, when: str) -> dict[str, set[str]]:
    found = today(town[who], at(when))
    return {name: {task.action.code for task in getattr(found, name)} for name in ("mine", "approvals", "asked")}


def line(case: Case, when: str) -> set[str]:
    return {action.name for action in line_of(case, at(when))}


def test_an_ordinary_case_does_not_ask_the_heads_to_discuss_it(town: Town) -> None:
    """penalty-law-57.2: only what is complex or major is discussed."""
    assert "discuss" not in line(cases.decision_endorsed(town), "2026-04-01 10:30")


def test_a_major_case_waits_for_the_discussion(town: Town) -> None:
    """review-5-collective"""
    case = cases.decision_endorsed(town, cases.decision_proposed(town, cases.told(town, reviews.major(town))))
    assert {"discuss", "decide"} <= line(case, "2026-04-01 14:00")


def test_a_review_that_was_taken_up_is_not_offered_to_a_colleague(town: Town) -> None:
    """posts-4"""
    reviews.received(town)
    assert tasks(town, reviews.REVIEWER, "2026-03-24 10:00")["approvals"] == {"review.examine"}
    colleagues = [person for person in town.people.values() if person.username != reviews.REVIEWER]
    assert not any("review.examine" in tasks(town, person.username, "2026-03-24 10:00")["approvals"] for person in colleagues)


def test_who_handles_the_case_sees_that_its_review_is_under_way(town: Town) -> None:
    """review-10"""
    reviews.received(town)
    assert "review.examine" in tasks(town, "lixuemei", "2026-03-24 10:00")["asked"]
    assert "李雪梅、陈志强" in shown(seat(town, reviews.REVIEWER).get("/review/"))
    assert "刘大成" in shown(seat(town, "lixuemei").get("/review/?tab=mine"))
    assert "刘大成" not in shown(seat(town, "wumin").get("/review/?tab=mine"))


def test_what_waits_for_a_post_is_found_among_many_that_do_not(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """recording-8.2: nothing waits unseen because the town has much open that is more urgent."""
    cases.told(town, cases.agreed(town))
    cases.propose(town, party_name="张三")
    monkeypatch.setattr(reading, "TODAY_ROWS", 1)
    assert tasks(town, "luokaifu", "2026-04-01 10:30")["approvals"] == {"penalty.endorse_filing"}


def test_a_review_in_part_examined_waits_for_the_rest_and_an_unanswered_one_for_its_answer(town: Town) -> None:
    """review-9, review-10"""
    review = reviews.asked(town)
    reviews.act(town, "examine", review, reviews.REVIEWER, "2026-03-25 09:00", facts_verdict="fit")
    assert tasks(town, reviews.REVIEWER, "2026-03-25 10:00")["approvals"] == {"review.examine"}
    reviews.examined(town, review)
    assert "review.answer" in tasks(town, "lixuemei", "2026-03-25 11:00")["mine"]
