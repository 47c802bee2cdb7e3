"""Papers after a penalty on the spot: announced where nothing else reaches the party, struck out while still in our hands."""

import pytest

from mingzhi.core.engine.errors import InvalidInput, PostNotHeld
from mingzhi.core.engine.standing import possible
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.penalty.serving import unserved, voidable
from tests.cast import Town, at

from .refusing import refused
from .spot_steps import act, punished, reported


def surcharged(town: Town) -> Case:
    return act(town, "surcharge", reported(town, corrected_now=True), "zhouweimin", "2026-03-23 09:00", opinion="同意。").matter


def demanded(town: Town) -> Case:
    return act(town, "demand", surcharged(town), "zhouweimin", "2026-03-23 10:00", manner="到代收机构缴款").matter


def not_delivered(town: Town) -> Case:
    """The decision of the surcharge was carried to the party's door in vain."""
    case = surcharged(town)
    return act(
        town, "serve", case, "lixuemei", "2026-03-24 10:00", documents=[unserved(case).get().pk], acted_at="2026-03-24 09:00", method="direct",
        recipient="刘大成", place="万隆村三组", officers=["李雪梅", "陈志强"], failed=True, failed_because="住所无人，邻居称外出务工",
    ).matter  # fmt: skip


def announcing(case: Case, **changes) -> dict:
    return {
        "document": case.documents.get(code="D38").pk,
        "recipient": "刘大成",
        "ground": "missing",
        "tried": "3月24日上门未遇，电话不通，村委会证明外出。",
        "summary": "决定加处罚款。",
        "carrier": "镇政府公告栏",
        "acted_at": "2026-03-26 09:00",
        **changes,
    }


def announced(town: Town) -> Case:
    case = not_delivered(town)
    return act(town, "announce", case, "lixuemei", "2026-03-26 10:00", **announcing(case)).matter


def no(town: Town, name: str, case: Case, when: str, who: str = "lixuemei", **data) -> dict:
    return refused(f"summary.{name}", case, actor=town[who], data=data, at=at(when))


def test_a_later_paper_that_nothing_else_delivers_is_announced(town: Town):
    """civil-procedure-95"""
    case = announced(town)
    paper = case.documents.get(code="D35")
    assert (paper.data["paper_number"], paper.data["days"]) == (case.documents.get(code="D38").number, 30)
    assert unserved(case).filter(code="D38").exists()


def test_the_announced_paper_counts_as_served_when_its_days_are_over(town: Town):
    """civil-procedure-95"""
    case = announced(town)
    early = no(town, "complete_announcement", case, "2026-04-25 23:59")
    assert "2026-04-25届满" in early["civil-procedure-95"].sentence
    done = act(town, "complete_announcement", case, "lixuemei", "2026-04-26 09:00")
    assert [paper.code for paper in done.documents] == ["D33"]
    assert not unserved(done.matter).exists() and done.matter.stage == "performance"
    assert "公告期满，2026-04-25视为送达" in done.record.sentence


def test_announcing_is_the_last_way_on_the_spot_too(town: Town):
    """civil-procedure-95"""
    case = surcharged(town)
    assert no(town, "announce", case, "2026-03-26 10:00", **announcing(case))["civil-procedure-95"].mend == "summary.serve"


def test_the_penalty_itself_is_never_announced(town: Town):
    """penalty-law-52"""
    case = punished(town).matter
    standing = {row.action.name: row for row in possible(case, town["lixuemei"], at("2026-03-05 11:00"))}
    assert "没有待送达的文书" in standing["announce"].refusals[0].sentence


def test_a_paper_is_announced_once(town: Town):
    """civil-procedure-95"""
    case = announced(town)
    again = no(town, "announce", case, "2026-03-27 10:00", **announcing(case, acted_at="2026-03-27 09:00"))
    assert again["civil-procedure-95"].mend == "summary.complete_announcement"


def test_a_demand_made_wrongly_is_struck_out_and_made_anew(town: Town):
    """recording-2, compulsion-law-35"""
    case = demanded(town)
    first = case.documents.get(code="D39")
    case = act(town, "void_paper", case, "luokaifu", "2026-03-23 11:00", document=first.pk, reasons="日期写错。").matter
    case = act(town, "demand", case, "zhouweimin", "2026-03-23 15:00", manner="到代收机构缴款").matter
    first.refresh_from_db()
    second = case.documents.get(code="D39", voided_at__isnull=True)
    assert first.voided_because == "日期写错。" and second.number != first.number
    assert list(unserved(case).filter(code="D39")) == [second]


def test_no_decision_is_struck_out(town: Town):
    """recording-2, penalty-law-52"""
    case = demanded(town)
    assert set(voidable(case).values_list("code", flat=True)) == {"D39"}
    with pytest.raises(InvalidInput):
        decision = case.documents.get(code="D31").pk
        act(town, "void_paper", case, "luokaifu", "2026-03-23 11:00", document=decision, reasons="日期写错。")


def test_the_handler_alone_strikes_nothing_out(town: Town):
    case = demanded(town)
    with pytest.raises(PostNotHeld):
        act(town, "void_paper", case, "lixuemei", "2026-03-23 11:00", document=case.documents.get(code="D39").pk, reasons="日期写错。")
