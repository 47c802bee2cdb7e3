"""After something is public: withdrawn when its decision falls, corrected, objected to, and shown no longer than its class allows."""

from __future__ import annotations

from datetime import date

import pytest

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.perform import entail
from mingzhi.law.fines import PenaltyKind
from mingzhi.regulations.disclosure.display import class_of, shown_until
from mingzhi.regulations.disclosure.masking import latest
from mingzhi.regulations.disclosure.models import Publication
from mingzhi.regulations.disclosure.stages import Stage
from tests.cast import at
from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.refusing import refused
from tests.procedures.penalty.trying import undone

from . import story

FELL = {"standing": "revoked", "words": "区政府撤销（綦江府复决〔2026〕18号）", "penalties": []}
CHANGED = {
    "standing": "changed",
    "words": "区政府变更（綦江府复决〔2026〕18号）",
    "penalties": [{"kind": "fine", "content": "罚款", "amount_yuan": "100"}],
}


def happened(staged: Staged, told: dict, when: str = "2026-04-20 10:00") -> Publication:
    """What a remedy's result does to the case, and so to its publication."""
    name = "annul" if told is FELL else "keep_result"
    entail(f"penalty.{name}", staged.case_id, actor=staged.town["lixuemei"], at=at(when), data=told)
    return staged.matter


def due_on(publication: Publication, provision: str) -> date:
    return local_day(Deadline.objects.get(matter=publication, provision=provision, met_at=None, lifted_at=None).due_at)


def test_a_decision_that_fell_is_withdrawn_within_three_working_days(published: Staged):
    """disclosure-13-withdraw, penalty-law-48.2"""
    publication = happened(published, FELL)
    assert (publication.stage, publication.closed_at) == (Stage.WITHDRAWING, None)
    assert due_on(publication, "penalty-law-48.2") == date(2026, 4, 23)
    said = {"public_reasons": "该决定已被区政府撤销，原公示信息予以撤回。"}
    publication = story.act(published.town, "withdraw", publication, "wangli", "2026-04-21 09:00", **said).matter
    assert (publication.stage, publication.withdrawn_on) == (Stage.WITHDRAWN, date(2026, 4, 21))


def test_the_reasons_given_to_the_public_name_nobody(published: Staged):
    """penalty-law-48.2, disclosure-8.1"""
    publication = happened(published, FELL)
    data = {"public_reasons": "刘大成申请复议，决定被撤销。"}
    answer = refused("publication.withdraw", publication, actor=published.town["wangli"], data=data, at=at("2026-04-21 09:00"))
    assert "刘大成" in answer["penalty-law-48.2"].sentence


@pytest.mark.parametrize("state", ["begun", "confirmed", "checked", "asked to withhold"])
def test_what_was_not_public_yet_goes_no_further(stages: Stages, state: str):
    """disclosure-13-withdraw"""
    staged = stages[f"publication: {state}"]
    with undone():
        publication = happened(staged, FELL)
        assert publication.stage == Stage.DROPPED
        assert not Deadline.objects.filter(matter=publication, met_at=None, lifted_at=None).exists()


def test_a_changed_decision_is_published_anew_as_it_now_reads(published: Staged):
    """disclosure-13-withdraw: 重新作出行政执法决定信息的应当按照本办法规定予以公布"""
    assert happened(published, CHANGED).stage == Stage.WITHDRAWING
    again = Publication.objects.filter(case=published.case_id).latest("id")
    assert (again.stage, again.decided_on) == (Stage.COLLECTING, date(2026, 4, 20))
    assert due_on(again, "disclosure-12-penalty") == date(2026, 4, 29)
    text = latest(story.collected(published.town, again, "2026-04-21 09:00")).text
    assert "罚款人民币100元" in text and "变更后的处罚" in text and "300" not in text


def test_what_was_collected_before_the_change_is_collected_again(checked: Staged):
    """disclosure-13-withdraw"""
    publication = happened(checked, CHANGED)
    assert publication.stage == Stage.COLLECTING
    answer = refused("publication.confirm", publication, actor=checked.town["lixuemei"], data={"compared": True}, at=at("2026-04-20 11:00"))
    assert answer["disclosure-13-withdraw"].mend == "publication.collect"


def test_a_decision_that_was_upheld_stays_public(published: Staged):
    """disclosure-13-withdraw"""
    told = {"standing": "upheld", "words": "维持", "penalties": []}
    assert happened(published, told).stage == Stage.PUBLISHED


def test_an_objection_that_is_right_is_corrected_and_the_wrong_text_stays_on_record(published: Staged):
    """disclosure-14-objection, disclosure-14-correct"""
    town = published.town
    publication = story.objected(town, published.matter)
    assert due_on(publication, "town-objection-sla") == date(2026, 4, 27)
    told = {"upheld": "yes", "answer": "确是柴草，予以更正。", "told_on": "2026-04-21"}
    publication = story.act(town, "answer_objection", publication, "lixuemei", "2026-04-21 10:00", **told).matter
    assert (publication.stage, due_on(publication, "town-correct-sla")) == (Stage.CORRECTING, date(2026, 4, 24))
    wrong = latest(publication)
    said = {"text": wrong.text.replace("垃圾", "柴草"), "changes": "堆放的是柴草"}
    publication = story.act(town, "correct", publication, "wangli", "2026-04-22 10:00", **said).matter
    right = latest(publication)
    assert (publication.stage, right.number, right.published_by.name) == (Stage.PUBLISHED, wrong.number + 1, "王丽")
    assert "柴草" in right.text and "垃圾" in wrong.text and right.source_text == wrong.source_text


def test_an_objection_that_is_wrong_is_answered_with_its_reasons(published: Staged):
    """disclosure-14-objection"""
    town, told = published.town, {"upheld": "no", "answer": "现场照片显示是垃圾。", "told_on": "2026-04-21"}
    done = story.act(town, "answer_objection", story.objected(town, published.matter), "lixuemei", "2026-04-21 10:00", **told)
    assert done.matter.stage == Stage.PUBLISHED
    assert "异议不实" in done.record.sentence


@pytest.mark.parametrize(
    ("kinds", "last"),
    [
        ([PenaltyKind.WARNING], date(2026, 7, 1)),
        ([PenaltyKind.WARNING, PenaltyKind.FINE], date(2027, 4, 1)),
        ([PenaltyKind.OTHER], date(2027, 4, 1)),
        ([PenaltyKind.FINE, PenaltyKind.REVOKE_LICENCE], date(2029, 4, 1)),
    ],
)
def test_the_class_of_the_penalties_says_how_long_it_is_shown(kinds: list[PenaltyKind], last: date):
    """credit-minor, credit-general, credit-serious"""
    assert shown_until(class_of(kinds), date(2026, 4, 1)) == last


def test_a_decision_from_before_the_rule_is_shown_as_long_as_the_rule_says():
    """credit-general: in force since 2026-04-01"""
    assert shown_until(class_of([PenaltyKind.FINE]), date(2025, 12, 1)) == date(2026, 12, 1)


def test_the_display_ends_after_its_last_day(published: Staged):
    """credit-general"""
    publication = published.matter
    assert publication.shown_until_on == date(2027, 4, 1)
    answer = refused("publication.end_display", publication, actor=published.town["wangli"], at=at("2026-05-06 10:00"))
    assert "2027-04-01" in answer["credit-minor"].sentence
    Publication.objects.filter(pk=publication.pk).update(shown_until_on="2026-05-05")
    assert story.act(published.town, "end_display", publication, "wangli", "2026-05-06 10:00").matter.stage == Stage.OVER
