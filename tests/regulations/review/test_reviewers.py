"""Who may review: qualified, no handler now or before, no approver, not recused; and how many reviewers a town needs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mingzhi.core.engine.models import Handler
from mingzhi.core.engine.perform import perform
from mingzhi.core.organs.models import Appointment, User
from mingzhi.procedures.penalty.models import Recusal
from mingzhi.regulations.review.queries import staffing, unqualified_because
from tests.cast import Town, at
from tests.procedures.penalty.refusing import refused

from . import story

QUALIFIED = {"legal_qualification": "A20215003990033"}


def reviewer(town: Town, account: str = "wumin", **known: Any) -> User:
    """Somebody appointed a reviewer."""
    person = town[account]
    Appointment.objects.create(person=person, authority=town.authority, post="reviewer", from_on=date(2026, 1, 1))
    User.objects.filter(pk=person.pk).update(**known)
    return User.objects.get(pk=person.pk)


def test_who_takes_up_the_work_holds_the_qualification(town: Town):
    """penalty-law-58.2"""
    answer = refused("review.receive", story.submitted(town), actor=reviewer(town), at=at("2026-03-24 09:00"))
    assert "没有登记法律职业资格" in answer["penalty-law-58.2"].sentence
    assert answer["penalty-law-58.2"].mend == "review.assign_reviewer"


@pytest.mark.parametrize(("since", "exempt"), [("2017-12-31", True), ("2018-01-01", False)])
def test_who_reviewed_before_the_law_asked_for_it_is_exempt(town: Town, since: str, exempt: bool):
    """penalty-law-58.2: 初次从事"""
    person = reviewer(town, reviews_since=date.fromisoformat(since))
    assert (unqualified_because(person, date(2026, 3, 24)) is None) is exempt


def test_every_act_of_the_review_asks_for_the_qualification(town: Town):
    """penalty-law-58.2, posts-4"""
    review, person = story.received(town), reviewer(town)
    answer = refused("review.examine", review, actor=person, data=story.verdicts(), at=at("2026-03-25 09:00"))
    assert {"penalty-law-58.2", "posts-4"} <= set(answer)


def test_a_handler_does_not_review_the_case(town: Town):
    """town-separation"""
    answer = refused("review.receive", story.submitted(town), actor=reviewer(town, "chenzhiqiang", **QUALIFIED), at=at("2026-03-24 09:00"))
    assert "承办人" in answer["town-separation"].sentence


def test_who_once_handled_the_case_does_not_review_it(town: Town):
    """town-separation"""
    review = story.submitted(town)
    person = reviewer(town, **QUALIFIED)
    Handler.objects.create(matter_id=review.case_id, person=person, since_at=at("2026-03-03"), until_at=at("2026-03-04"))
    assert "town-separation" in refused("review.receive", review, actor=person, at=at("2026-03-24 09:00"))


@pytest.mark.parametrize("account", ["luokaifu", "zhouweimin"])
def test_who_endorsed_or_approved_in_the_case_does_not_review_it(town: Town, account: str):
    """town-separation: the filing was endorsed by the captain and approved by the deputy."""
    person = reviewer(town, account, **QUALIFIED)
    answer = refused("review.receive", story.submitted(town), actor=person, at=at("2026-03-24 09:00"))
    assert "审核或者审批过" in answer["town-separation"].sentence


def recuse(review: Any, person: User) -> None:
    Recusal.objects.create(
        matter_id=review.case_id, person=person, asked_by="刘大成", reason="利害关系", asked_at=at("2026-03-10"), granted=True
    )


def test_a_recused_reviewer_keeps_out(town: Town):
    """penalty-law-43, personnel-25, posts-6.6"""
    review = story.submitted(town)
    recuse(review, town["zhaomingyuan"])
    assert "penalty-law-43" in refused("review.receive", review, actor=town["zhaomingyuan"], at=at("2026-03-24 09:00"))


def test_the_one_assigned_reviews_and_can_be_changed(town: Town):
    """posts-4"""
    person = reviewer(town, **QUALIFIED)
    review = story.act(town, "assign_reviewer", story.submitted(town), "zhouweimin", "2026-03-24 09:00", reviewer="赵明远").matter
    answer = refused("review.receive", review, actor=person, at=at("2026-03-24 10:00"))
    assert "本件由赵明远审核" in answer["posts-4"].sentence
    review = story.act(town, "assign_reviewer", review, "zhouweimin", "2026-03-24 11:00", reviewer="吴敏").matter
    assert perform("review.receive", review, actor=person, at=at("2026-03-24 12:00")).matter.reviewer == person


def test_nobody_unqualified_or_concerned_is_assigned(town: Town):
    """penalty-law-58.2, town-separation, penalty-law-43, personnel-25"""
    review, head, when = story.submitted(town), town["zhouweimin"], at("2026-03-24 09:00")
    reviewer(town)
    answer = refused("review.assign_reviewer", review, actor=head, data={"reviewer": "吴敏"}, at=when)
    assert set(answer) == {"penalty-law-58.2"}
    reviewer(town, "chenzhiqiang", **QUALIFIED)
    answer = refused("review.assign_reviewer", review, actor=head, data={"reviewer": "陈志强"}, at=when)
    assert "承办人" in answer["town-separation"].sentence
    recuse(review, town["zhaomingyuan"])
    answer = refused("review.assign_reviewer", review, actor=head, data={"reviewer": "赵明远"}, at=when)
    assert "回避" in answer["town-separation"].sentence


def test_a_town_needs_one_reviewer_and_one_for_every_twenty_officers(town: Town):
    """three-rules-reviewers: five in a hundred, rounded up; who is not qualified does not count."""
    found = staffing(town.authority, date(2026, 3, 24))
    assert (found.reviewers, found.officers, found.least, found.short) == (1, 4, 1, False) and found.sentence == ""
    for number in range(16):
        person = User.objects.create_user(f"officer{number}", None, name=f"执法{number}", authority=town.authority)
        Appointment.objects.create(person=person, authority=town.authority, post="officer", from_on=date(2026, 1, 1))
    assert staffing(town.authority, date(2026, 3, 24)).least == 1
    person = User.objects.create_user("officer20", None, name="执法二十", authority=town.authority)
    Appointment.objects.create(person=person, authority=town.authority, post="officer", from_on=date(2026, 1, 1))
    found = staffing(town.authority, date(2026, 3, 24))
    assert (found.officers, found.least, found.short) == (21, 2, True)
    assert found.sentence == "法制审核人员1人，执法人员21人，按规定至少应有2人。请补充。"


def test_a_town_without_a_qualified_reviewer_is_short_of_one(town: Town):
    """three-rules-reviewers, penalty-law-58.2"""
    User.objects.filter(pk=town["zhaomingyuan"].pk).update(legal_qualification="")
    assert staffing(town.authority, date(2026, 3, 24)).short
