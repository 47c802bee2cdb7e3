"""裁量: the benchmark's tier and range, what leaving it takes, statutory grounds, two laws on one act."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mingzhi.core.engine.models import Attachment
from mingzhi.core.engine.procedure import ACTIONS
from mingzhi.procedures.penalty.benchmarks import benchmark_on
from mingzhi.procedures.penalty.models import Case, Power
from tests.cast import Town, at

from . import discretion_steps as steps
from . import story
from .discussion_steps import discussed
from .refusing import refused

REPORTED_AT = at("2026-03-23 10:00")
DECIDED_AT = at("2026-04-01 15:00")


def report_refused(town: Town, **changes: Any) -> dict[str, Any]:
    case = story.investigated(town, littering=True)
    return refused("penalty.report", case, actor=town["lixuemei"], data=story.final_report(case, **changes), at=REPORTED_AT)


def test_a_fine_under_a_benchmark_ticks_its_circumstances(town: Town):
    """personnel-21, penalty-law-34, posts-6.3"""
    steps.benchmark(town)
    found = report_refused(town)
    assert "没有勾选裁量情节" in found["personnel-21"].sentence


@pytest.mark.parametrize(("amount", "inside"), [("99.99", False), ("100", True), ("300", True), ("300.01", False)])
def test_a_fine_outside_the_tier_gives_its_reasons(town: Town, amount: str, inside: bool):
    """personnel-21, penalty-law-34"""
    if inside:
        assert steps.reported(town, amount).stage == "reported"
        return
    steps.benchmark(town)
    found = report_refused(town, circumstances=["stubborn"], proposed_penalties=story.fine(amount))
    assert "一般档（100元至300元）" in found["personnel-21"].sentence


def test_less_than_the_tier_on_a_statutory_ground_leaves_nothing(town: Town):
    """penalty-law-32: the law itself lightens"""
    case = steps.endorsed(town, steps.reported(town, "50", mitigations=["undid"]))
    words = story.decided(town, case).documents.get(code="D30").data["discretion"]
    assert "法定从轻、减轻情形：主动消除或者减轻违法行为危害后果" in words
    assert "第三十二条" in words


def test_report_notice_and_decision_state_the_benchmark_and_the_tier(town: Town):
    """personnel-21, penalty-law-34"""
    case = story.decided(town, steps.endorsed(town, steps.reported(town)))
    for code in ("D20", "D23", "D30"):
        assert case.documents.get(code=code).data["discretion_basis"].startswith("示例裁量基准（2026版）一般档（100元至300元）")


def test_the_version_of_the_reports_day_applies(town: Town):
    """personnel-21"""
    old = steps.benchmark(town, version="2025", valid=[date(2025, 1, 1), date(2026, 3, 22)])
    new = steps.benchmark(town, valid=[date(2026, 3, 23)])
    case = story.investigated(town, littering=True)
    assert benchmark_on(case, date(2026, 3, 22)) == old
    assert benchmark_on(case, date(2026, 3, 23)) == new


def test_the_page_proposes_tier_and_range_from_what_is_ticked(town: Town):
    """personnel-21"""
    steps.benchmark(town)
    case = story.investigated(town, littering=True)
    form = ACTIONS["penalty.report"].form

    def advice(**data: Any) -> list[str]:
        return form(data, matter=case, actor=town["lixuemei"], at=REPORTED_AT).hints()

    proposed = "适用示例裁量基准（2026版）：责令后没有改正，建议一般档（100元至300元）。"
    assert advice(circumstances=["stubborn"]) == [proposed]
    assert "请勾选查明的裁量情节" in advice()[0]
    assert advice(conclusion="not_punish", circumstances=["stubborn"]) == []


@pytest.mark.parametrize(
    ("rows", "ground", "words"),
    [
        (story.fine("300"), [], "拟罚款300元，在建议的幅度之内。"),
        (story.fine("300.01"), [], "高于一般档（100元至300元）：须写明偏离裁量基准的理由，决定之前经镇长批准或者集体讨论。"),
        (story.fine("50"), ["undid"], "拟罚款50元，低于建议的幅度，有法定的从轻、减轻情形。"),
        (story.fine("三百"), [], ""),
        ("三百", [], ""),
    ],
)
def test_the_page_says_at_once_whether_the_fine_stays_inside(town: Town, rows: Any, ground: list, words: str):
    """personnel-21, penalty-law-34, penalty-law-32"""
    steps.benchmark(town)
    case = story.investigated(town, littering=True)
    data = {"conclusion": "punish", "circumstances": ["stubborn"], "mitigations": ground, "proposed_penalties": rows}
    told = ACTIONS["penalty.report"].form(data, matter=case, actor=town["lixuemei"], at=REPORTED_AT).hints()
    assert told[1:] == [] if not words else words in told[1]


def test_the_page_says_that_a_superiors_range_is_left_only_with_the_superior(town: Town):
    """personnel-21"""
    steps.benchmark(town, level="province")
    data = {"circumstances": ["stubborn"], "proposed_penalties": story.fine("301")}
    case = story.investigated(town, littering=True)
    told = ACTIONS["penalty.report"].form(data, matter=case, actor=town["lixuemei"], at=REPORTED_AT).hints()
    assert "决定之前经制定机关批准并由镇长登记" in told[1]


def test_the_page_shows_what_was_decided_in_like_cases(town: Town):
    """posts-6.2"""
    first = story.decided(town, steps.endorsed(town, steps.reported(town)))
    case = steps_plain(town)
    lines = ACTIONS["penalty.report"].form({}, matter=case, actor=town["lixuemei"], at=at("2026-04-02")).hints()
    assert lines[-1] == f"同类案件 {first.decision_number}（2026-04-01）一般档：罚款300元"
    assert not any("刘大成" in line for line in lines)


def test_a_deviation_is_not_decided_without_leave(town: Town):
    """personnel-21, penalty-law-34"""
    case = steps.endorsed(town, steps.deviating(town))
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=story.deciding(case), at=DECIDED_AT)
    assert found["personnel-21"].mend == "penalty.approve_deviation"
    assert "高于一般档" in found["personnel-21"].sentence


def test_the_mayor_gives_leave_for_a_deviation(town: Town):
    """personnel-21"""
    case = steps.endorsed(town, steps.leave(town, steps.deviating(town)).matter)
    words = story.decided(town, case).documents.get(code="D29").data["discretion"]
    assert "偏离裁量基准：罚款301元，高于一般档（100元至300元）。理由：堆放在学校门口，影响学生通行。唐国华批准：同意。" in words


def test_report_notice_and_decision_say_that_the_fine_leaves_the_benchmark_and_why(town: Town):
    """posts-6.3, penalty-law-44: the party is told the reasons"""
    case = story.decided(town, steps.endorsed(town, steps.leave(town, steps.deviating(town)).matter))
    for code in ("D20", "D23", "D30"):
        words = case.documents.get(code=code).data["discretion"]
        assert words.endswith("偏离裁量基准：罚款301元，高于一般档（100元至300元）。理由：堆放在学校门口，影响学生通行。"), code


def test_a_discussion_gives_leave_too(town: Town):
    """personnel-21, penalty-law-57.2"""
    case = discussed(town, steps.endorsed(town, steps.deviating(town)))
    assert story.decided(town, case).fine_yuan == 301


def test_leaving_a_superiors_benchmark_takes_the_superiors_paper(town: Town):
    """personnel-21"""
    case = steps.deviating(town, level="province")
    found = refused("penalty.approve_deviation", case, actor=town["tangguohua"], data={"opinion": "同意。"}, at=at("2026-03-23 14:00"))
    assert "须经制定机关批准" in found["personnel-21"].sentence
    case = discussed(town, steps.endorsed(town, case))
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=story.deciding(case), at=DECIDED_AT)
    assert "上级机关制定的裁量基准" in found["personnel-21"].sentence
    case = steps.leave(town, case, "2026-04-01 14:00", superior_paper="渝规资函〔2026〕8号", superior_file=scan()).matter
    words = story.decided(town, case).documents.get(code="D29").data["discretion"]
    assert "（上级批准：渝规资函〔2026〕8号，扫描件：批复.pdf）" in words
    assert [kept.name for kept in Attachment.objects.filter(matter_id=case.pk)] == ["批复.pdf"]


@pytest.mark.parametrize(
    ("lacking", "words"), [("superior_paper", "还缺批准文书的名称、文号。"), ("superior_file", "还缺批准文书的扫描件。")]
)
def test_the_superiors_paper_is_named_and_enclosed(town: Town, lacking: str, words: str):
    """personnel-21, penalty-law-34"""
    case = steps.deviating(town, level="province")
    data = {"opinion": "同意。"} if lacking == "superior_paper" else {"opinion": "同意。", "superior_paper": "渝规资函〔2026〕8号"}
    files = {} if lacking == "superior_file" else {"superior_file": scan()}
    found = refused("penalty.approve_deviation", case, actor=town["tangguohua"], data=data, files=files, at=at("2026-03-23 14:00"))
    assert words in found["personnel-21"].sentence


def scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("批复.pdf", b"%PDF-1.4\n%%EOF\n", "application/pdf")


def test_leave_is_given_once_and_only_where_it_is_needed(town: Town):
    """personnel-21"""
    case = steps.deviating(town)
    steps.leave(town, case)
    for town_case in (case, steps_plain(town)):
        found = refused(
            "penalty.approve_deviation", town_case, actor=town["tangguohua"], data={"opinion": "同意。"}, at=at("2026-03-23 15:00")
        )
        assert set(found) == {"personnel-21"}


def steps_plain(town: Town) -> Case:
    """Another case whose fine stays inside."""
    changes = {"party_identifier": "500399199001011236", "party_name": "周长贵", "place": "石壕社区", "acted_from_on": "2026-02-21"}
    case = story.filed(town, littering=True, **changes).matter
    Case.objects.filter(pk=case.pk).update(proposed_penalties=story.fine("200"), stage="reported")
    return Case.objects.get(pk=case.pk)


def test_a_change_at_the_last_moment_stays_within_the_tier(town: Town):
    """personnel-21"""
    case = steps.endorsed(town, steps.reported(town))
    found = refused("penalty.decide", case, actor=town["zhouweimin"], data=story.deciding(case, penalties=story.fine("99")), at=DECIDED_AT)
    assert found["personnel-21"].mend == "penalty.return_decision"


def another(town: Town, most: int | None) -> Power:
    """A second power that the same act falls under."""
    return Power.objects.create(
        authority=town.authority, code="法定-099", version="2025", name="占用道路堆放物料", kind="statutory", penalty_kinds=["fine"],
        violated=[], basis=[], fine_max_citizen_yuan=most, fine_max_unit_yuan=most, valid_from=date(2025, 7, 1), source="示例",
    )  # fmt: skip


@pytest.mark.parametrize(("most", "applies"), [(500, False), (501, True), (None, True)])
def test_of_two_laws_on_one_act_the_higher_fine_applies(town: Town, most: int | None, applies: bool):
    """penalty-law-29"""
    other = another(town, most)
    if applies:
        assert "应当按照罚款数额高的规定处罚" in report_refused(town, also_violated=[other.pk])["penalty-law-29"].sentence
    else:
        case = story.reported(town, story.investigated(town, littering=True), also_violated=[other.pk])
        assert case.also_violated == [{"power": other.pk, "code": "法定-099", "name": "占用道路堆放物料"}]
        assert "不再另行罚款" in case.documents.get(code="D20").data["discretion"]


def test_one_act_is_fined_once(town: Town):
    """penalty-law-29"""
    other = another(town, 200)
    rows = [*story.fine("200"), *story.fine("100")]
    assert "不得给予两次以上罚款" in report_refused(town, also_violated=[other.pk], proposed_penalties=rows)["penalty-law-29"].sentence


def test_ticked_facts_make_the_case_one_to_be_discussed(town: Town):
    """review-2, penalty-law-57.2"""
    case = story.reported(town, story.investigated(town, littering=True), major_facts=["social_risk"])
    assert case.major_facts == ["social_risk"]
