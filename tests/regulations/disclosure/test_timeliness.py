"""Late, selective and missing publication is seen: every decision, every bulletin, every change of a register."""

from __future__ import annotations

from datetime import date

import pytest

from mingzhi.core.organs.models import Certificate
from mingzhi.procedures.penalty.models import Power
from mingzhi.regulations.disclosure.models import Publication
from mingzhi.regulations.disclosure.registers import uncovered
from mingzhi.regulations.disclosure.timeliness import Asked, Item, State, items, overdue, watches
from tests.cast import at
from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.trying import undone

from . import bulletin_story, lapse_story, story


def of(staged: Staged, kind: str, when: str, **asked: object) -> list[Item]:
    """What the ledger says of matters of a kind."""
    return [one for one in items(staged.town["luokaifu"], at(when), Asked(**asked)) if one.kind == kind]


@pytest.mark.parametrize(
    ("state", "when", "expected"),
    [
        ("begun", "2026-04-13 09:00", State.DUE),
        ("begun", "2026-04-14 09:00", State.LATE),
        ("published", "2026-05-06 09:00", State.DONE),
        ("asked to withhold", "2026-05-06 09:00", State.ASKED),
        ("investigation goes on", "2026-05-06 09:00", State.WITHHELD),
    ],
)
def test_a_decision_stands_there_whatever_became_of_it(stages: Stages, state: str, when: str, expected: State):
    """disclosure-12-penalty, disclosure-15"""
    (one,) = of(stages[f"publication: {state}"], "publication", when)
    assert (one.state, one.on) == (expected, date(2026, 4, 1))
    if state != "investigation goes on":
        assert one.due_on == date(2026, 4, 13)


def test_what_became_public_late_is_told_apart(checked: Staged):
    """disclosure-12-penalty, disclosure-15: 更新维护不及时"""
    story.published(checked.town, checked.matter, "2026-04-20 10:00")
    (one,) = of(checked, "publication", "2026-05-06 09:00")
    assert (one.state, one.done_on) == (State.DONE_LATE, date(2026, 4, 20))


def test_a_decision_that_nobody_began_to_publish_is_seen(begun: Staged, published: Staged):
    """disclosure-15: 选择性公示"""
    case = begun.case_id
    Publication.objects.filter(pk=begun.matter_id).update(case=published.case_id)
    (one,) = of(begun, "penalty", "2026-05-06 09:00")
    assert (one.state, one.pk) == (State.MISSING, case)


def test_a_withheld_decision_says_on_which_ground(investigation_goes_on: Staged):
    """disclosure-9.4, disclosure-15"""
    (one,) = of(investigation_goes_on, "publication", "2026-05-06 09:00")
    assert one.why == "公开后可能影响其他案件调查处理"


def test_person_and_month_narrow_it_and_what_is_open_stays(begun: Staged):
    """disclosure-15"""
    assert of(begun, "publication", "2026-05-06 09:00", person="李雪") and not of(begun, "publication", "2026-05-06 09:00", person="吴敏")
    assert of(begun, "publication", "2026-05-06 09:00", month=date(2026, 4, 1))
    assert not of(begun, "publication", "2026-05-06 09:00", month=date(2026, 5, 1))
    Publication.objects.filter(pk=begun.matter_id).update(decided_on="2025-12-30")
    assert of(begun, "publication", "2026-05-06 09:00"), "a year has turned, and it is still not public"


def test_a_bulletin_is_late_after_its_twenty_working_days(bulletin_checked: Staged):
    """disclosure-12-general"""
    assert [of(bulletin_checked, "bulletin", when)[0].state for when in ("2026-04-30 18:00", "2026-05-06 09:00")] == [State.DUE, State.LATE]
    assert of(bulletin_checked, "bulletin", "2026-05-06 09:00")[0].why == "待发布"
    before = overdue(bulletin_checked.town["wangli"], at("2026-04-30 18:00"))
    assert overdue(bulletin_checked.town["wangli"], at("2026-05-06 09:00")) == before + 1


def test_what_was_registered_about_it_stands_beside(bulletin_checked: Staged):
    """disclosure-15"""
    lapse = lapse_story.found(bulletin_checked.town, concerns=bulletin_checked.matter.number)
    assert of(bulletin_checked, "bulletin", "2026-05-06 10:00")[0].lapses == ((lapse.pk, lapse.number),)


def test_a_register_that_changed_is_to_be_published_by_itself(bulletin_published: Staged):
    """disclosure-13-update, disclosure-12-general: 自变更之日起20个工作日内"""
    town, formed = bulletin_published.town, "2026-04-01"
    for topic in ("body", "powers"):
        bulletin_story.begun(town, topic=topic, title="清单", formed_on=formed)
    assert uncovered(town.authority, date(2026, 5, 6)) == []
    Certificate.objects.filter(holder=town["wumin"]).update(withdrawn_on=date(2026, 4, 20))
    Power.objects.filter(pk=town.powers["litter"].pk).update(valid_until=date(2026, 4, 30))
    body, powers = uncovered(town.authority, date(2026, 5, 6))
    assert (body.topic, body.changed_on, body.due_on) == ("body", date(2026, 4, 20), date(2026, 5, 20))
    told = [[one.state for one in items(town["wangli"], at(when), Asked()) if one.topic == "body"] for when in ("2026-05-06", "2026-05-21")]
    assert told == [[State.DUE], [State.MISSING]]
    assert (powers.changed_on, powers.words) == (date(2026, 5, 1), "执法事项失效 1 项")
    bulletin_story.begun(town, "2026-05-06 09:00", topic="body", title="执法人员名单", formed_on="2026-05-06")
    assert [one.topic for one in uncovered(town.authority, date(2026, 5, 6))] == ["powers"]


def test_a_version_that_makes_way_for_the_next_is_one_change(bulletin_published: Staged):
    """disclosure-13-update"""
    town = bulletin_published.town
    bulletin_story.begun(town, topic="powers", title="清单", formed_on="2026-04-01")
    old = town.powers["litter"]
    Power.objects.filter(pk=old.pk).update(valid_until=date(2026, 4, 30))
    old.pk, old.version, old.valid_from = None, "2026", date(2026, 5, 1)
    old.save()
    found = [one for one in uncovered(town.authority, date(2026, 5, 6)) if one.topic == "powers"]
    assert [one.words for one in found] == ["执法事项施行 1 项"]


@pytest.mark.parametrize(
    ("account", "may"),
    [("luokaifu", True), ("wangli", True), ("tangguohua", True), ("sunjing", True), ("lixuemei", False), ("sysadmin", False)],
)
def test_who_answers_for_publication_or_watches_over_it_reads_it(begun: Staged, account: str, may: bool):
    """disclosure-15"""
    assert watches(begun.town[account], date(2026, 5, 6)) is may


def test_the_neighbour_s_publications_are_not_told(stages: Stages):
    """Every query is scoped by the viewer."""
    one, other = stages["publication: begun"], stages["publication: published"]
    with undone():
        told = items(one.town["luokaifu"], at("2026-05-06 09:00"), Asked())
        assert other.matter_id not in {row.pk for row in told if row.kind == "publication"}
