"""What is published without a case: by three people, in twenty working days, with nobody's private life in it, and with its history."""

from __future__ import annotations

from datetime import date

import pytest

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.models import Deadline
from mingzhi.regulations.disclosure.bulletins.shown import in_force, one, versions_of
from mingzhi.regulations.disclosure.bulletins.stages import Stage
from mingzhi.regulations.disclosure.bulletins.texts import COLUMNS, latest
from mingzhi.regulations.disclosure.models import Bulletin
from tests.cast import at
from tests.procedures.house import Staged
from tests.procedures.penalty.refusing import refused

from . import bulletin_story as told
from .test_publishing import also


def test_the_days_run_from_the_day_it_was_formed(bulletin_begun: Staged):
    """disclosure-12-general: 自信息形成或者变更之日起20个工作日内"""
    deadline = Deadline.objects.get(matter=bulletin_begun.matter_id)
    assert (deadline.provision, local_day(deadline.due_at)) == ("disclosure-12-general", date(2026, 4, 30))


def test_three_people_bring_a_list_before_the_public(bulletin_published: Staged):
    """disclosure-4, disclosure-5.5"""
    bulletin = bulletin_published.matter
    sheet = latest(bulletin)
    assert (bulletin.stage, bulletin.published_on) == (Stage.PUBLISHED, date(2026, 4, 7))
    assert [row.name for row in (sheet.collected_by, sheet.checked_by, sheet.published_by)] == ["李雪梅", "赵明远", "王丽"]
    assert Deadline.objects.get(matter=bulletin).met_at == at("2026-04-07 10:00")
    assert list(in_force(bulletin.authority).values_list("shown_rows", flat=True)) == [[told.ROW]]


@pytest.mark.parametrize("account", ["lixuemei", "zhaomingyuan"])
def test_whoever_collected_or_checked_a_bulletin_does_not_publish_it(bulletin_checked: Staged, account: str):
    """disclosure-4: 采集、审核、发布由不同职责人"""
    actor = also(bulletin_checked.town, account, "clerk")
    assert "disclosure-4" in refused("bulletin.publish", bulletin_checked.matter, actor=actor, at=at("2026-04-07 10:00"))


@pytest.mark.parametrize("column", COLUMNS)
def test_a_list_of_random_inspections_says_all_six_things(bulletin_begun: Staged, column: str):
    """disclosure-5.5: 主体、依据、对象、内容、比例、方式"""
    with pytest.raises(InvalidInput) as caught:
        told.collected(bulletin_begun.town, bulletin_begun.matter, rows=[told.ROW | {column: ""}])
    assert COLUMNS[column] in str(caught.value.errors["rows"])


def test_a_list_without_rows_is_no_list(bulletin_begun: Staged):
    """disclosure-5.5"""
    with pytest.raises(InvalidInput) as caught:
        told.collected(bulletin_begun.town, bulletin_begun.matter, rows=[])
    assert set(caught.value.errors) == {"rows"}


@pytest.mark.parametrize(
    ("topic", "due"), [("advance", date(2026, 4, 30)), ("during", None), ("result", date(2026, 4, 30)), ("inspected", date(2026, 4, 30))]
)
def test_whatever_else_a_rule_asks_for_is_registered_with_that_rule(bulletin_published: Staged, topic: str, due: date | None):
    """disclosure-5.7, disclosure-6.3, disclosure-7.3, disclosure-12-general: 12 speaks of 5 and 7"""
    town, rule = bulletin_published.town, {"required_by": "《重庆市行政执法公示办法》第九条"}
    if topic != "inspected":
        with pytest.raises(InvalidInput) as caught:
            told.begun(town, topic=topic, title="执法装备配备标准")
        assert set(caught.value.errors) == {"required_by"}
    bulletin = told.begun(town, topic=topic, title="执法装备配备标准", **rule)
    days = [local_day(row.due_at) for row in Deadline.objects.filter(matter=bulletin)]
    assert days == ([due] if due else [])


@pytest.mark.parametrize("words", ["举报请联系家住万隆村三组12号的张桂芳，电话13800000000。", "账号6222020200112233445"])
def test_nobody_s_private_life_is_collected(bulletin_begun: Staged, words: str):
    """disclosure-8.1, disclosure-8.2, disclosure-8.3"""
    data = told.WORDS | {"text": words}
    actor, bulletin = bulletin_begun.town["lixuemei"], bulletin_begun.matter
    answer = refused("bulletin.collect", bulletin, actor=actor, data=data, at=at("2026-04-03 09:00"))["disclosure-8.1"]
    assert "应当隐去" in answer.sentence and "disclosure-8.2" in [row.id for row in answer.provisions]


def test_officers_and_the_organ_s_telephone_are_no_secret(bulletin_begun: Staged):
    """disclosure-5.1"""
    words = "执法人员李雪梅、陈志强，监督电话023-48740007。"
    assert told.collected(bulletin_begun.town, bulletin_begun.matter, text=words).stage == Stage.CHECKING


def test_the_last_scan_comes_before_publication(bulletin_checked: Staged):
    """disclosure-8.2: the text is scanned anew, whatever was said of it before."""
    sheet = latest(bulletin_checked.matter)
    type(sheet).objects.filter(pk=sheet.pk).update(text="举报电话13800000000。")
    answer = refused("bulletin.publish", bulletin_checked.matter, actor=bulletin_checked.town["wangli"], at=at("2026-04-07 10:00"))
    assert answer["disclosure-8.1"].mend == "bulletin.send_back"


def test_a_changed_list_is_published_anew_and_the_old_one_stays_readable(bulletin_published: Staged):
    """disclosure-13-update: 及时调整更新，留历史版本"""
    town, old = bulletin_published.town, bulletin_published.matter
    new = told.renewed(town, old)
    again = told.renewed(town, new, "2026-06-01 09:00", text="抽查改为每季度一次。")
    assert list(in_force(town.authority)) == [again]
    assert [(row.pk, row.published_on, row.until_on) for row in versions_of(new)] == [
        (again.pk, date(2026, 6, 1), None),
        (new.pk, date(2026, 5, 6), date(2026, 6, 1)),
        (old.pk, date(2026, 4, 7), date(2026, 5, 6)),
    ]
    assert one(town.authority, old.pk).shown_text == told.WORDS["text"]
    assert Bulletin.objects.get(pk=old.pk).stage == Stage.REPLACED


def test_the_old_version_holds_until_the_new_one_is_public(bulletin_published: Staged):
    """disclosure-13-update"""
    old = bulletin_published.matter
    told.begun(bulletin_published.town, "2026-05-06 09:00", formed_on="2026-05-06", replaces=old.pk)
    assert list(in_force(bulletin_published.town.authority)) == [old]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"topic": "remedy"}, "replaces"),
        ({"formed_on": "2026-03-01"}, "formed_on"),
        ({"topic": "result", "required_by": "某条"}, "replaces"),
    ],
)
def test_only_the_same_thing_is_replaced(bulletin_published: Staged, changes: dict, field: str):
    """disclosure-13-update"""
    with pytest.raises(InvalidInput) as caught:
        told.begun(
            bulletin_published.town, "2026-05-06 09:00", **{"formed_on": "2026-05-06", "replaces": bulletin_published.matter_id} | changes
        )
    assert set(caught.value.errors) == {field}


def test_a_version_is_renewed_by_one_at_a_time(bulletin_published: Staged):
    """disclosure-13-update"""
    again = {"formed_on": "2026-05-06", "replaces": bulletin_published.matter_id}
    told.begun(bulletin_published.town, "2026-05-06 09:00", **again)
    with pytest.raises(InvalidInput) as caught:
        told.begun(bulletin_published.town, "2026-05-06 10:00", **again)
    assert "已有新版本在办" in caught.value.errors["replaces"][0]


def test_what_was_ended_shows_its_reasons_only_also_where_it_was_history(bulletin_published: Staged):
    """disclosure-13-update"""
    town, old = bulletin_published.town, bulletin_published.matter
    new = told.renewed(town, old)
    ended = told.act(town, "end", old, "wangli", "2026-05-07 09:00", because="该版本不应当继续公开。").matter
    assert (ended.stage, ended.until_on) == (Stage.ENDED, date(2026, 5, 6))
    assert new in versions_of(ended)


def test_a_mistake_is_corrected_within_three_working_days(bulletin_wrong: Staged):
    """disclosure-14-correct"""
    town, bulletin = bulletin_wrong.town, bulletin_wrong.matter
    deadline = Deadline.objects.get(matter=bulletin, provision="town-correct-sla")
    assert local_day(deadline.due_at) == date(2026, 4, 23)
    same = refused("bulletin.correct", bulletin, actor=town["wangli"], data={"changes": "比例"}, at=at("2026-04-21 10:00"))
    assert "没有改动" in same["disclosure-14-correct"].sentence
    rows = [told.ROW | {"share": "每年不低于15%"}]
    bulletin = told.act(town, "correct", bulletin, "wangli", "2026-04-21 10:00", rows=rows, changes="抽查比例").matter
    assert (bulletin.stage, latest(bulletin).rows, latest(bulletin).text) == (Stage.PUBLISHED, rows, told.WORDS["text"])


def test_a_head_who_asked_for_nothing_decides_whether_it_is_withheld(bulletin_asked_to_withhold: Staged):
    """disclosure-9.5"""
    town, bulletin = bulletin_asked_to_withhold.town, bulletin_asked_to_withhold.matter
    told.act(town, "approve_withholding", bulletin, "zhouweimin", "2026-04-03 16:00", opinion="同意。")
    assert not Deadline.objects.filter(matter=bulletin, met_at=None, lifted_at=None).exists()
    lifted = told.act(
        town, "lift_withholding", bulletin, "zhouweimin", "2026-05-06 09:00", lifted_because="over", lifted_reasons="已过。"
    ).matter
    assert lifted.stage == Stage.COLLECTING
    running = Deadline.objects.get(matter=bulletin, met_at=None, lifted_at=None)
    assert (running.provision, local_day(running.since_at)) == ("disclosure-12-general", date(2026, 5, 6))


def test_what_concerns_a_minor_is_never_lifted(bulletin_begun: Staged):
    """disclosure-9.1"""
    town = bulletin_begun.town
    bulletin = told.withheld(town, "minor", other_case="")
    said = {"lifted_because": "over", "lifted_reasons": "监护人同意。"}
    answer = refused("bulletin.lift_withholding", bulletin, actor=town["zhouweimin"], data=said, at=at("2026-05-06 09:00"))
    assert "监护人同意也不能公开" in answer["disclosure-9.1"].sentence
