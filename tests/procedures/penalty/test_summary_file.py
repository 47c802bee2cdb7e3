"""After a penalty on the spot: the look back, what keeps it out of the archive, its file and its records."""

from datetime import date

import pytest

from mingzhi.core.engine.errors import Refused, WrongStage
from mingzhi.core.engine.standing import possible
from mingzhi.procedures.penalty.models import FileItem
from tests.cast import Town, at

from .spot_steps import act, cited, filed, punished, reported


def test_a_paid_and_corrected_penalty_goes_to_the_archive(town: Town):
    """archive-1.2, archive-1.3, archive-1.4, penalty-law-53, archive-3.2"""
    done = filed(town)
    case = done.matter
    assert case.stage == "filed"
    assert case.closed_at is not None
    assert case.kept_for == "30年"
    assert case.deadlines.get(provision="archive-1.3").due_at.date() == date(2026, 4, 10)
    assert [paper.code for paper in done.documents] == ["D48b"]
    assert [item.title for item in FileItem.objects.filter(matter_id=case.pk)] == ["当场行政处罚决定书"]
    assert not [row for row in possible(case, town["lixuemei"], at("2026-03-14")) if row.allowed]
    with pytest.raises(WrongStage):
        act(town, "recheck", case, "lixuemei", "2026-03-14 10:00")


def test_an_unpaid_or_uncorrected_penalty_is_not_filed(town: Town):
    """penalty-law-67, penalty-law-28"""
    case = reported(town)
    with pytest.raises(Refused) as refused:
        act(town, "make_file", case, "lixuemei", "2026-03-12 10:00", file_number="2026-0001", situation="齐全")
    assert {"penalty-law-67", "penalty-law-28"} <= cited(refused.value)
    assert {refusal.mend for refusal in refused.value.refusals} == {"summary.pay", "summary.recheck"}


def test_an_overdue_fine_on_the_spot_leads_to_the_court(town: Town):
    """compulsion-law-53"""
    case = reported(town, corrected_now=True)
    with pytest.raises(Refused) as refused:
        act(town, "make_file", case, "lixuemei", "2026-04-12 10:00", file_number="2026-0001", situation="齐全")
    assert "compulsion-law-53" in cited(refused.value)
    assert "请提起强制执行" in str(refused.value)


def test_the_correction_is_looked_at_again_with_its_record(town: Town):
    """penalty-law-28"""
    case = reported(town)
    look = {
        "checked_at": "2026-03-09 09:00", "place": "市场街8号", "officers": ["李雪梅", "陈志强"], "findings": "垃圾已清除", "corrected": "yes",
        "party_opinion": "无异议",
    }  # fmt: skip
    done = act(town, "recheck", case, "lixuemei", "2026-03-09 10:00", **look)
    assert [paper.code for paper in done.documents] == ["D16"]
    with pytest.raises(Refused):
        act(town, "recheck", case, "lixuemei", "2026-03-10 10:00", **look)


def test_a_paper_handed_over_on_the_spot_is_not_served_again(town: Town):
    """penalty-law-52"""
    case = punished(town).matter
    standing = {row.action.name: row for row in possible(case, town["lixuemei"], at("2026-03-05 11:00"))}
    assert {row.id for refusal in standing["serve"].refusals for row in refusal.provisions} == {"penalty-law-61", "civil-procedure-87"}


def test_every_row_of_a_penalty_on_the_spot_is_held_by_its_record(town: Town):
    """penalty-law-47"""
    case = filed(town).matter
    assert [record.action for record in case.records.all()] == [
        "summary.punish", "summary.report", "summary.pay", "summary.make_file", "summary.check_file",
    ]  # fmt: skip
    assert "当场交付决定书" in case.records.first().sentence
