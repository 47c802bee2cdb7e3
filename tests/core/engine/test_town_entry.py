"""A town entered from a file: whole or not at all, every mistake at once, nothing taken away, nothing changed unseen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from mingzhi.core.engine.calendar_entry import enter_year
from mingzhi.core.engine.errors import PostNotHeld
from mingzhi.core.engine.town_entry import By, FileMistaken, Loaded, load_town, town_text
from mingzhi.core.ledger.models import LedgerEntry
from mingzhi.core.ledger.verification import verify
from mingzhi.core.organs.models import Appointment, Authority, Certificate, Unit, User, WorkYear
from mingzhi.faces.cli.towns import example_text
from mingzhi.procedures.penalty.models import Power
from tests.cast import at

pytestmark = pytest.mark.django_db

DAY = at("2026-03-05")
BY = By({"id": None, "post": "machine"})


def example() -> dict[str, Any]:
    return yaml.safe_load(example_text())


def load(file: dict[str, Any] | str, **how: Any) -> Loaded:
    text = file if isinstance(file, str) else yaml.safe_dump(file, allow_unicode=True, sort_keys=False)
    return load_town(text, **{"by": BY, "at": DAY} | how)


def person(file: dict[str, Any], account: str) -> dict[str, Any]:
    return next(row for row in file["people"] if row["account"] == account)


def told(loaded: Loaded) -> list[tuple[str, str]]:
    return [(change.kind, change.sentence) for change in loaded.changes]


def mistakes(file: dict[str, Any] | str) -> list[tuple[str, str]]:
    """Path and what is wrong, of a file that may not be entered and leaves nothing behind."""
    before = (LedgerEntry.objects.count(), User.objects.count(), Appointment.objects.count(), Power.objects.count())
    with pytest.raises(FileMistaken) as refused:
        load(file)
    assert before == (LedgerEntry.objects.count(), User.objects.count(), Appointment.objects.count(), Power.objects.count())
    return [(row.path, row.wrong) for row in refused.value.mistakes]


def test_the_example_that_ships_makes_a_town_with_an_entry_for_each_row():
    """posts-1 to posts-5, personnel-4"""
    loaded = load(example_text())
    town = Authority.objects.get(code="500399103")
    assert (town.region, town.parent.code) == ("500399.103", "500399")
    assert LedgerEntry.objects.count() == len(loaded.changes)
    rows = [Authority, Unit, User, Appointment, Certificate, Power]
    assert len(loaded.changes) == sum(kind.objects.count() for kind in rows)
    assert verify().ok
    assert not any(one.has_usable_password() for one in User.objects.all())


def test_the_same_file_again_and_the_town_written_out_change_nothing():
    load(example_text())
    entries = LedgerEntry.objects.count()
    town = Authority.objects.get(code="500399103")
    assert load(example_text()).changes == []
    assert load(town_text(town, date(2026, 3, 5))).changes == []
    assert LedgerEntry.objects.count() == entries


def test_a_dry_run_says_the_same_and_writes_nothing():
    foreseen = load(example_text(), dry_run=True)
    assert not Authority.objects.exists() and not LedgerEntry.objects.exists()
    assert told(foreseen) == told(load(example_text()))


def test_what_changed_is_entered_and_told_and_what_was_stays():
    """personnel-7, personnel-9, personnel-19-list"""
    load(example_text())
    file = example()
    tian = person(file, "tianmei")
    tian["posts"][1]["until"] = date(2026, 3, 31)
    tian["posts"].append({"post": "archivist", "from": date(2026, 4, 1)})
    lin = person(file, "linxiaoyu")
    lin["duty"] = "一级执法员"
    lin["certificates"][0]["withdrawn"] = date(2026, 3, 4)
    lin["certificates"].append(
        {"number": "50039910399", "issuer": "渝州市司法局", "scope": "综合行政执法", "from": date(2026, 3, 5), "until": date(2030, 12, 31)}
    )
    old = file["power_lists"][0]
    new = {**old, "version": "2026", "source": "山南府办〔2026〕2号", "from": date(2026, 7, 1), "items": [dict(old["items"][1])]}
    old["items"][1]["until"] = date(2026, 6, 30)
    file["power_lists"].append(new)
    assert told(load(file)) == [
        ("person.changed", "变更人员 林晓雨（账号 linxiaoyu）：duty由“执法队员”改为“一级执法员”"),
        ("certificate.changed", "变更执法证 林晓雨 50039910302（2025-01-01 至 2029-12-31）：withdrawn由空改为“2026-03-04”"),
        ("certificate.added", "新增执法证 林晓雨 50039910399（2026-03-05 至 2030-12-31）"),
        ("appointment.ended", "结束任职 田梅 装备管理员 2025-01-01 至 2026-03-31：until由空改为“2026-03-31”"),
        ("appointment.added", "新增任职 田梅 档案管理员 2026-04-01 起"),
        (
            "power.ended",
            "结束执法事项 法定-002 2025 版（在村庄、集镇规划区内的街道、广场、市场和车站等场所擅自修建临时建筑物，2025-07-01 起）：until由空改为“2026-06-30”",
        ),
        ("power.added", "新增执法事项 法定-002 2026 版（在村庄、集镇规划区内的街道、广场、市场和车站等场所擅自修建临时建筑物，2026-07-01 起）"),
    ]  # fmt: skip
    assert Appointment.objects.filter(person__username="tianmei").count() == 3
    assert verify().ok
    assert load(town_text(Authority.objects.get(code="500399103"), date(2026, 3, 5))).changes == []


def test_every_mistake_is_told_at_once_with_its_place_and_what_to_write_instead():
    file = example()
    file["units"].append({"name": "司法所", "kind": "stationed"})
    zhou = person(file, "zhouyiming")
    zhou["posts"] = [{"post": "capitan", "from": "2025-01-01"}, {"post": "captain", "from": "2025年元月"}]
    zhou["dutty"] = "大队长"
    person(file, "gaoyuan")["certificates"][0]["number"] = "50039910302"
    person(file, "suwen")["unit"] = "市监所"
    person(file, "fanglei")["account"] = "linxiaoyu"
    person(file, "xitongyuan")["posts"].append({"post": "clerk", "from": date(2025, 6, 1)})
    item = file["power_lists"][1]["items"][0]
    item |= {
        "penalty_kinds": ["warnin"],
        "measures": [{"kind": "seize", "law": "《甲》", "article": "第一条"}],
        "fine_min_unit_yuan": "五百",
    }
    text = yaml.safe_dump(file, allow_unicode=True, sort_keys=False)
    with pytest.raises(FileMistaken) as refused:
        load(text)
    found = {row.path: row for row in refused.value.mistakes}
    lines = text.splitlines()
    assert {path: row.wrong for path, row in found.items()} == {
        "units[6].name": "机构“司法所”写了不止一次",
        "people[1].posts[1].post": "没有“capitan”这个词",
        "people[1].posts[2].from": "“2025年元月”不是日期",
        "people[1].dutty": "没有“dutty”这一项",
        "people[3].certificates[1].number": "证号 50039910302 已写给林晓雨",
        "people[4].unit": "没有机构“市监所”",
        "people[5].account": "账号 linxiaoyu 写了不止一次",
        "people[12].posts[2].post": "系统管理员与党政办经办人不得由同一人同时担任（三员分立）",
        "power_lists[2].items[1].penalty_kinds": "没有“warnin”这个词",
        "power_lists[2].items[1].measures": "委托事项不得采取强制措施（行政强制法第十七条）",
        "power_lists[2].items[1].fine_min_unit_yuan": "“五百”不是金额",
    }
    assert found["people[1].posts[1].post"].instead == "是不是 captain（大队长）"
    assert found["people[1].dutty"].instead == "是不是 duty"
    assert "capitan" in lines[found["people[1].posts[1].post"].line - 1]
    assert "dutty" in lines[found["people[1].dutty"].line - 1]
    assert not Authority.objects.exists()


@pytest.mark.parametrize(
    ("text", "path", "wrong"),
    [
        ("", "", "文件是空的"),
        ("- a\n", "", "文件是空的"),
        ("town: [\n", "", "不是 YAML"),
        ("town: {code: 1, code: 2}\n", "town.code", "写了不止一次"),
        ("people: x\n", "people", "应是一个列表"),
        ("people:\n- x\n", "people[1]", "应是若干“名称: 内容”"),
        ("nonsense: 1\n", "nonsense", "没有“nonsense”这一项"),
        ("town: {name: [甲]}\n", "town.name", "应是一个词或者一句话"),
        (f"town: {{place: {'长' * 60}}}\n", "town.place", "太长，有 60 字"),
        ("people:\n- {account: a b, name: 甲}\n", "people[1].account", "“a b”不能作账号"),
        ("people:\n- {account: abc, active: maybe}\n", "people[1].active", "“maybe”不是 true 或 false"),
        ("calendar:\n- {year: x, source: y, rest_days: [2027-01-01]}\n", "calendar[1].year", "“x”不是整数"),
        ("calendar:\n- {year: 2027, source: y}\n", "calendar[1].rest_days", "没有放假的日期"),
        ("calendar:\n- {year: 2027, source: y, rest_days: [2026-01-01]}\n", "calendar[1].rest_days", "2027 年的放假安排中有其他年份的日期"),
        ("town: {credit_code: '123'}\n", "town.credit_code", "“123”不是统一社会信用代码"),
    ],
)
def test_a_file_that_is_not_one_is_told_where(text: str, path: str, wrong: str):
    assert any(place == path and said.startswith(wrong) for place, said in mistakes(text)), mistakes(text)


def test_what_the_file_leaves_out_is_asked_about_and_never_taken_away():
    load(example_text())
    file = example()
    file["units"].pop()
    person(file, "suwen")["unit"] = "司法所"
    file["people"] = [row for row in file["people"] if row["account"] != "gubo"]
    person(file, "tianmei")["posts"].pop()
    person(file, "gaoyuan")["certificates"].pop()
    file["power_lists"][0]["items"].pop()
    assert mistakes(file) == [
        ("units", "系统中有机构“市场监管所”，文件没有写"),
        ("people", "系统中有账号 gubo（顾博），文件没有写"),
        ("people[3].certificates", "系统中 高远 持有证 50039910303，文件没有写"),
        ("people[8].posts", "系统中 田梅 任 装备管理员 2025-01-01 起，文件没有写"),
        ("power_lists", "系统中有执法事项 检查-001 的 2025 版（对村镇建设工程安全生产的检查），文件没有写"),
    ]


def test_what_has_ended_may_be_left_out_and_not_be_rewritten():
    file = example()
    person(file, "tianmei")["posts"][1]["until"] = date(2025, 12, 31)
    load(file)
    person(file, "tianmei")["posts"][1]["until"] = date(2026, 12, 31)
    assert mistakes(file) == [("people[8].posts[2].until", "这段任职已于 2025-12-31 结束，不能改动")]
    person(file, "tianmei")["posts"].pop()
    assert load(file).changes == []
    assert Appointment.objects.filter(person__username="tianmei").count() == 2
    person(file, "tianmei")["posts"].append({"post": "equipment_keeper", "from": date(2025, 6, 1)})
    assert mistakes(file) == [("people[8].posts[2].from", "与 装备管理员 2025-01-01 至 2025-12-31 的任期重叠")]


def test_a_version_of_a_power_is_never_rewritten_and_versions_do_not_meet():
    """penalty-law-24, personnel-19-list"""
    load(example_text())
    file = example()
    first, second = file["power_lists"][0]["items"][:2]
    first["sanction"] = "罚款"
    file["power_lists"].append({"source": "新清单", "version": "2026", "from": date(2026, 7, 1), "items": [dict(second)]})
    assert mistakes(file) == [
        ("power_lists[1].items[1].code", "法定-001 的 2025 版已经录入，sanction 不能改动"),
        ("power_lists[1].items[2].until", "法定-002 的 2025 版和 2026 版在 2026-07-01 同时有效"),
    ]


def test_somebody_who_left_holds_no_post_and_stays_on_record():
    load(example_text())
    file = example()
    su = person(file, "suwen")
    su["active"] = False
    assert mistakes(file) == [("people[4].posts[1].until", "苏文 已写为离岗（active: false），这段任职还没有结束")]
    su["posts"][0]["until"] = date(2026, 3, 4)
    assert [kind for kind, _ in told(load(file))] == ["person.changed", "appointment.ended"]
    assert User.objects.filter(username="suwen", is_active=False).exists()


def test_what_belongs_to_another_town_is_not_taken():
    load(example_text())
    file = example()
    file["town"] |= {"code": "500399104", "name": "渝州市山南区白水镇人民政府", "place": "白水镇"}
    file["people"] = [person(file, "zhouyiming"), person(file, "linxiaoyu") | {"account": "baishui"}]
    assert mistakes(file) == [
        ("people[1].account", "账号 zhouyiming 已是渝州市山南区青石镇人民政府的周一鸣"),
        ("people[1].certificates[1].number", "证号 50039910301 已登记给周一鸣"),
        ("people[2].certificates[1].number", "证号 50039910302 已登记给林晓雨"),
    ]


@pytest.mark.parametrize(
    ("rows", "change", "words"),
    [
        (Appointment.objects.filter(person__username="tianmei", post="clerk"), {"post": "mayor"}, "与台账不符"),
        (Appointment.objects.filter(post="mayor"), {"until_on": date(2025, 2, 1)}, "与台账不符"),
        (Certificate.objects.filter(number="50039910302"), {"valid_until": date(2035, 1, 1)}, "与台账不符"),
        (User.objects.filter(username="gubo"), {"name": "顾某"}, "与台账不符"),
        (Power.objects.filter(code="法定-001"), {"sanction": "罚款"}, "与台账不符"),
    ],
)
def test_a_row_changed_past_the_file_is_named_by_the_check(rows: Any, change: dict[str, Any], words: str):
    load(example_text())
    rows.all().update(**change)
    (found,) = verify().differences
    assert words in str(found)


def test_a_row_slipped_in_or_taken_away_is_named_by_the_check():
    load(example_text())
    town, tian = Authority.objects.get(code="500399103"), User.objects.get(username="tianmei")
    Appointment.objects.create(person=tian, authority=town, post="deputy", from_on=date(2026, 1, 1))
    Appointment.objects.filter(person__username="gubo").delete()
    first, second = sorted(str(found) for found in verify().differences)
    assert "没有录入记录" in first + second
    assert "该行被删除" in first + second


def test_what_people_change_by_themselves_is_no_difference():
    load(example_text(), hand_over=lambda given: None)
    one = User.objects.get(username="gubo")
    one.set_password("Own-words-2026")
    one.password_given, one.password_changed_at, one.last_login = False, DAY, DAY
    one.save()
    assert verify().ok


def test_a_year_entered_on_the_page_and_in_the_file_is_the_same_year():
    """penalty-law-85"""
    file = example()
    file["calendar"] = [{"year": 2027, "source": "国办发明电〔2026〕1号", "rest_days": [date(2027, 1, 1)], "makeup_days": []}]
    load(file)
    assert WorkYear.objects.get().entered_by is None
    clerk = User.objects.get(username="tianmei")
    enter_year(clerk.authority, 2027, [date(2027, 1, 1), date(2027, 2, 5)], [], "国办发明电〔2026〕2号", clerk, DAY)
    assert verify().ok
    assert load(example_text()).changes == []
    assert [kind for kind, _ in told(load(file))] == ["calendar.changed"]
    assert verify().ok


def test_only_the_security_administrator_of_the_town_or_whoever_has_the_machine_loads():
    load(example_text())
    file = example()
    person(file, "gubo")["duty"] = "档案员"
    with pytest.raises(PostNotHeld, match="安全管理员 宁静"):
        load(file, user=User.objects.get(username="tianmei"))
    assert len(load(file, user=User.objects.get(username="anquanyuan")).changes) == 1


def test_an_account_gets_a_password_once_and_none_when_it_cannot_be_handed_over():
    given: list[Any] = []
    load(example_text(), hand_over=given.extend)
    assert len(given) == User.objects.count()
    assert all(User.objects.get(username=one.account).check_password(one.password) for one in given[:2])
    assert all(User.objects.values_list("password_given", flat=True))
    file = example()
    file["people"].append({"account": "xinren", "name": "辛人", "unit": "司法所"})

    def full(_given: object) -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        load(file, hand_over=full)
    assert not User.objects.filter(username="xinren").exists()


def test_who_cannot_work_yet_is_told_besides():
    """penalty-law-42"""
    file = example()
    person(file, "gaoyuan")["certificates"] = []
    person(file, "anquanyuan")["posts"] = []
    assert load(file).notes == [
        "现在没有人任安全管理员，由这个岗位办理的事项办不了。",
        "高远任执法人员而没有当日有效的执法证，不能执法。",
    ]
