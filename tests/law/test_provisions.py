"""The register: complete, validated with file and row, and hard to cite wrongly."""

from __future__ import annotations

from collections import Counter
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest
import yaml

from mingzhi.law.periods import Days, Hours, Months, Workdays, Years
from mingzhi.law.provisions import (
    NumberUnknown,
    RegisterInvalid,
    UnknownProvision,
    all_provisions,
    cited,
    provision,
    read_register,
)

DAY = date(2026, 11, 23)

TOWN_COUNTS = {
    "disclosure": 39, "recording": 34, "review": 19, "footage": 16, "archive": 15, "supervision": 9, "training": 11, "complaint": 9,
    "joint": 14, "posts": 12, "personnel": 33, "equipment": 19, "bans": 6, "conduct": 10,
}  # fmt: skip


def test_every_duty_of_the_towns_regulations_is_in_the_register() -> None:
    """Fourteen regulations, 246 rows."""
    town = [row for row in all_provisions() if row.source == "SEED"]
    assert len(town) == 246
    assert Counter(row.id.split("-")[0] for row in town) == TOWN_COUNTS


def test_every_provision_that_lays_down_a_period_can_give_it() -> None:
    for row in all_provisions():
        if row.has_period():
            assert row.period(DAY).count > 0, row.id


@pytest.mark.parametrize(
    ("provision_id", "period"),
    [
        ("penalty-law-60", Days(90)),
        ("penalty-law-56", Workdays(7)),
        ("penalty-law-64", Workdays(5)),
        ("penalty-law-64.2", Workdays(7)),
        ("penalty-law-67", Days(15)),
        ("penalty-law-71.1", Workdays(2)),
        ("penalty-law-71.2", Workdays(2)),
        ("penalty-law-48.2", Workdays(3)),
        ("compulsion-law-19", Hours(24)),
        ("compulsion-law-25-extend", Days(30)),
        ("compulsion-law-39", Years(3)),
        ("compulsion-law-53", Months(3)),
        ("compulsion-law-54", Workdays(10)),
        ("civil-procedure-95", Days(30)),
        ("reconsideration-law-20", Days(60)),
        ("litigation-law-46", Months(6)),
        ("recording-16", Hours(24)),
        ("footage-14", Years(1)),
        ("archive-1.3", Months(1)),
        ("archive-2.4-lend", Days(7)),
        ("review-8-extend", Workdays(3)),
        ("disclosure-12-general", Workdays(20)),
        ("town-statement-window", Workdays(5)),
    ],
)
def test_a_period_has_the_length_the_law_gives_it(provision_id: str, period: object) -> None:
    assert provision(provision_id).period(DAY) == period


def test_only_a_partys_calendar_periods_roll_off_rest_days() -> None:
    """civil-procedure-85: the party's; an organ's ninety or thirty days do not move."""
    assert provision("penalty-law-67").rolls(DAY)
    assert provision("reconsideration-law-20").rolls(DAY)
    assert not provision("penalty-law-60").rolls(DAY)
    assert not provision("compulsion-law-25").rolls(DAY)
    assert not provision("civil-procedure-95").rolls(DAY)


@pytest.mark.parametrize(
    ("provision_id", "cite"),
    [
        ("penalty-law-60", "行政处罚法 第六十条"),
        ("disclosure-12-penalty", "执法公示制度 第十二条"),
        ("disclosure-5.1", "执法公示制度 第五条（一）"),
        ("archive-2.4-lend", "案卷档案管理制度 二（四）"),
        ("posts-6.4", "岗位责任制度 六（四）"),
        ("joint-3.2.2-whistle", "联合执法工作机制 三（二）2"),
        ("personnel-24-term", "人员管理办法 第二十四条"),
        ("cq-hearing-threshold", "重庆市行政处罚听证程序规定"),
    ],
)
def test_a_provision_is_cited_as_a_lawyer_would(provision_id: str, cite: str) -> None:
    assert provision(provision_id).cite == cite


def test_a_wrong_id_is_refused_with_the_nearest_ones() -> None:
    with pytest.raises(UnknownProvision, match=r"penalty-law-72\.1"):
        cited("penalty-law-60", "penalty-law-72")
    with pytest.raises(UnknownProvision, match="review-4"):
        provision("reviews-4")


def test_cited_gives_the_rows_in_the_order_asked() -> None:
    assert [row.id for row in cited("review-4", "penalty-law-58")] == ["review-4", "penalty-law-58"]


def test_a_provision_cannot_be_changed() -> None:
    row = provision("penalty-law-60")
    with pytest.raises(FrozenInstanceError):
        row.must = "随便"  # type: ignore[misc]
    with pytest.raises(TypeError):
        row.on(DAY)["within"] = 900  # type: ignore[index]


def test_a_statute_has_no_numbers_before_it_was_in_force() -> None:
    """penalty-law-60: the ninety days came with the law of 2021-07-15."""
    assert provision("penalty-law-60").on(date(2021, 7, 15))["within"] == 90
    with pytest.raises(NumberUnknown, match="尚未施行"):
        provision("penalty-law-60").on(date(2021, 7, 14))


def test_asking_for_a_number_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(NumberUnknown, match="fine_citizen"):
        provision("penalty-law-51").number("fine_town", DAY)
    with pytest.raises(NumberUnknown, match="没有规定期限"):
        provision("penalty-law-44").period(DAY)
    with pytest.raises(NumberUnknown, match="没有规定期限"):
        provision("penalty-law-51").period(DAY)


HEAD = {"law": "试验法", "title": "试验法", "source": "F"}
ROW = {"id": "trial-1", "article": "第一条", "kind": "deadline", "must": "试验"}


def register_of(tmp_path: Path, *rows: dict, head: dict | None = None) -> dict:
    (tmp_path / "trial.yaml").write_text(yaml.safe_dump({**(head or HEAD), "rows": list(rows)}, allow_unicode=True), encoding="utf-8")
    return read_register([tmp_path / "trial.yaml"])


def test_a_number_changes_on_its_day_and_not_before(tmp_path: Path) -> None:
    values = [{"from": date(2020, 1, 1), "within": 60, "unit": "day"}, {"from": date(2021, 7, 15), "within": 90, "unit": "day"}]
    row = register_of(tmp_path, {**ROW, "values": values})["trial-1"]
    assert row.period(date(2021, 7, 14)) == Days(60)
    assert row.period(date(2021, 7, 15)) == Days(90)
    assert row.latest["within"] == 90


def test_plain_numbers_hold_from_the_beginning(tmp_path: Path) -> None:
    row = register_of(tmp_path, {**ROW, "p": {"within": 7, "unit": "workday"}})["trial-1"]
    assert row.period(date(1949, 10, 1)) == Workdays(7)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({**ROW, "kind": "wish"}, "kind wish"),
        ({**ROW, "source": "hearsay"}, "source hearsay"),
        ({**ROW, "must": " "}, "must 须为非空文字"),
        ({**ROW, "p": {"within": 7, "unit": "fortnight"}}, "单位 fortnight"),
        ({**ROW, "p": {"within": 7}}, "within 须为不小于零的整数并写明 unit"),
        ({**ROW, "p": {"within": "seven", "unit": "day"}}, "within 须为不小于零"),
        ({**ROW, "p": {"within": -1, "unit": "day"}}, "within 须为不小于零"),
        ({**ROW, "p": {"fine": 1.5, "unit": "yuan"}}, "fine 须为整数或文字"),
        ({**ROW, "p": {}}, "数值须为"),
        ({**ROW, "p": {"within": 7, "unit": "day"}, "values": []}, "只能写其一"),
        ({**ROW, "values": [{"within": 7, "unit": "day"}]}, "须有 from"),
        ({**ROW, "values": [{"from": "2021", "within": 7, "unit": "day"}]}, "YYYY-MM-DD"),
        (
            {
                **ROW,
                "values": [{"from": date(2021, 1, 1), "within": 7, "unit": "day"}, {"from": date(2021, 1, 1), "within": 8, "unit": "day"}],
            },
            "重叠",
        ),
        (
            {
                **ROW,
                "values": [{"from": date(2021, 1, 1), "within": 7, "unit": "day"}, {"from": date(2020, 1, 1), "within": 8, "unit": "day"}],
            },
            "重叠",
        ),
        ({**ROW, "deadline": 7}, "不认识的字段 deadline"),
        ({"article": "第一条"}, "缺少 id"),
    ],
)
def test_a_faulty_row_is_refused_with_file_and_row(tmp_path: Path, row: dict, complaint: str) -> None:
    with pytest.raises(RegisterInvalid, match=complaint) as refusal:
        register_of(tmp_path, {**ROW, "id": "trial-0"}, row)
    assert "trial.yaml 第 2 行" in str(refusal.value)


def test_an_id_is_never_used_twice(tmp_path: Path) -> None:
    with pytest.raises(RegisterInvalid, match=r"trial\.yaml.*trial-1 重复"):
        register_of(tmp_path, ROW, ROW)


def test_a_file_that_is_no_register_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text("- 只是一张单子\n", encoding="utf-8")
    with pytest.raises(RegisterInvalid, match=r"notes\.yaml"):
        read_register([tmp_path / "notes.yaml"])
    (tmp_path / "broken.yaml").write_text("rows: [", encoding="utf-8")
    with pytest.raises(RegisterInvalid, match=r"broken\.yaml.*YAML"):
        read_register([tmp_path / "broken.yaml"])
    with pytest.raises(RegisterInvalid, match="不认识的字段 author"):
        register_of(tmp_path, ROW, head={**HEAD, "author": "x"})
