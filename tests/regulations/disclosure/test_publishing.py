"""Collected, checked, published: by three people, in time, after service began, with nobody's private life in it."""

from __future__ import annotations

from datetime import date

import pytest

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.models import Deadline
from mingzhi.core.organs.models import Appointment, User
from mingzhi.procedures.penalty.models import Case, Service
from mingzhi.regulations.disclosure.masking import latest
from mingzhi.regulations.disclosure.models import Edition
from mingzhi.regulations.disclosure.stages import Stage
from tests.cast import Town, at
from tests.procedures.house import Staged
from tests.procedures.penalty.refusing import refused

from . import story


def also(town: Town, account: str, *posts: str) -> User:
    """Somebody who is appointed to more posts."""
    for post in posts:
        Appointment.objects.create(person=town[account], authority=town.authority, post=post, from_on=date(2026, 1, 1))
    return User.objects.get(pk=town[account].pk)


def test_a_decision_begins_its_publication_on_the_day_it_is_made(begun: Staged):
    """disclosure-3, disclosure-12-penalty, penalty-law-48: 自作出之日起. Of disclosure-3 the half on penalties; inspections have no procedure yet."""
    publication = begun.matter
    assert (publication.stage, publication.decided_on) == (Stage.COLLECTING, date(2026, 4, 1))
    assert publication.decision_number == publication.case.decision_number
    deadline = Deadline.objects.get(matter=publication)
    assert (deadline.provision, local_day(deadline.due_at)) == ("disclosure-12-penalty", date(2026, 4, 13))


def test_three_people_bring_a_decision_before_the_public(published: Staged):
    """disclosure-4, disclosure-12-penalty"""
    publication = published.matter
    edition = latest(publication)
    assert (publication.stage, publication.published_on) == (Stage.PUBLISHED, date(2026, 4, 7))
    assert [row.name for row in (edition.collected_by, edition.checked_by, edition.published_by)] == ["李雪梅", "赵明远", "王丽"]
    assert Deadline.objects.get(matter=publication).met_at == at("2026-04-07 10:00")


def test_whoever_collected_does_not_check(confirmed: Staged):
    """disclosure-4: 采集、审核、发布由不同职责人"""
    town, publication = confirmed.town, confirmed.matter
    answer = refused(
        "publication.check", publication, actor=also(town, "lixuemei", "reviewer"), data={"opinion": "同意。"}, at=at("2026-04-03 15:00")
    )
    assert "不能再由您审核" in answer["disclosure-4"].sentence


@pytest.mark.parametrize("account", ["lixuemei", "zhaomingyuan"])
def test_whoever_collected_or_checked_does_not_publish(checked: Staged, account: str):
    """disclosure-4: 采集、审核、发布由不同职责人"""
    town, publication = checked.town, checked.matter
    answer = refused("publication.publish", publication, actor=also(town, account, "clerk"), at=at("2026-04-07 10:00"))
    assert "不能再由您发布" in answer["disclosure-4"].sentence


def test_nothing_is_published_before_service_began(checked: Staged):
    """disclosure-12-penalty, penalty-law-61: the party does not learn of it from a web site."""
    town, publication = checked.town, checked.matter
    Case.objects.filter(pk=publication.case_id).update(decision_served_on=None)
    answer = refused("publication.publish", publication, actor=town["wangli"], at=at("2026-04-07 10:00"))
    assert answer["disclosure-12-penalty"].mend == "penalty.serve"


def test_an_announcement_begins_the_service(checked: Staged):
    """disclosure-12-penalty, civil-procedure-95"""
    town, publication = checked.town, checked.matter
    Case.objects.filter(pk=publication.case_id).update(decision_served_on=None)
    paper = publication.case.documents.get(code="D30")
    Service.objects.create(matter=publication.case, document=paper, method="announced", place="公告栏", attempted_at=at("2026-04-07 09:00"))
    assert story.published(town, publication).stage == Stage.PUBLISHED


def test_a_text_that_was_sent_back_is_collected_anew(confirmed: Staged):
    """disclosure-4"""
    town = confirmed.town
    publication = story.act(town, "send_back", confirmed.matter, story.CHECKER, "2026-04-03 14:00", reasons="违法事实写得太简单。").matter
    assert publication.stage == Stage.COLLECTING
    again = story.collected(town, publication, "2026-04-03 15:00", form="full")
    assert [row.number for row in Edition.objects.filter(matter=again)] == [1, 2]


def test_a_switch_is_a_decision_on_record_with_its_reason(begun: Staged):
    """disclosure-7.2-mask, disclosure-8.1"""
    town, publication = begun.town, begun.matter
    with pytest.raises(InvalidInput) as caught:
        story.collected(town, publication, style="star")
    assert set(caught.value.errors) == {"because"}
    done = story.act(
        town, "collect", publication, "lixuemei", "2026-04-03 09:00", **story.SUMMARY | {"style": "star", "because": "区里统一用*。"}
    )
    assert "隐名用*" in done.record.sentence and "区里统一用*。" in done.record.sentence


def test_the_representative_is_named_in_the_summary_and_hidden_in_the_full_text(begun: Staged):
    """disclosure-7.2, disclosure-8.1; docs/decisions/0020"""
    town, publication = begun.town, begun.matter
    assert latest(story.collected(town, publication)).legal_rep == "keep"
    assert latest(story.collected(town, publication, "2026-04-03 09:10", form="full")).legal_rep == "hide"


def test_a_summary_never_shows_the_given_name_of_a_citizen(begun: Staged):
    """disclosure-7.2-mask: 应当保留姓氏，隐去名字"""
    choices = story.SUMMARY | {"party": "keep", "because": "当事人要求。"}
    answer = refused("publication.collect", begun.matter, actor=begun.town["lixuemei"], data=choices, at=at("2026-04-03 09:00"))
    assert "隐去名字" in answer["disclosure-7.2-mask"].sentence
