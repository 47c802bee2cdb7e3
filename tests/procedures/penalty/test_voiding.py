"""作废文书: a paper made wrongly keeps its number, is struck out, and is made anew under the next one."""

import pytest

from mingzhi.core.engine.errors import InvalidInput, PostNotHeld, Refused
from mingzhi.core.engine.perform import perform
from mingzhi.core.ledger import verify
from mingzhi.procedures.penalty.serving import unserved
from tests.cast import Town, at

from . import story


def void(town: Town, case, who: str = "luokaifu", **changes):
    paper = case.documents.filter(code="D23").last()
    data = {"document": paper.pk, "reasons": "文书中的日期写错。", **changes}
    return perform("penalty.void_paper", case, actor=town[who], data=data, at=at("2026-03-24 09:30"))


def test_a_voided_notice_keeps_its_number_and_the_next_takes_the_next(town: Town):
    """recording-2"""
    case = story.notified(town)
    first = case.documents.get(code="D23")
    case = void(town, case).matter
    again = perform("penalty.notify", case, actor=town["lixuemei"], data={"reasons": "违法事实清楚。"}, at=at("2026-03-24 09:40")).matter
    first.refresh_from_db()
    second = again.documents.get(code="D23", voided_at__isnull=True)
    assert (first.voided_because, first.number, second.number) == (
        "文书中的日期写错。",
        "綦石壕府罚告字〔2026〕1号",
        "綦石壕府罚告字〔2026〕2号",
    )
    assert list(unserved(again).filter(code="D23")) == [second]
    assert verify().ok


def test_a_party_whose_notice_was_voided_has_not_been_told(town: Town):
    """penalty-law-44"""
    case = void(town, story.notified(town)).matter
    assert case.told_penalties == []


def test_a_served_paper_is_not_voided(town: Town):
    """recording-2"""
    case = story.told(town)
    with pytest.raises((Refused, InvalidInput)):
        void(town, case)


def test_a_case_without_such_a_paper_is_refused_in_words(town: Town):
    """recording-2"""
    from mingzhi.core.engine.standing import possible

    case = story.told(town)
    standing = {row.action.name: row for row in possible(case, town["luokaifu"], at("2026-03-24 11:00"))}["void_paper"]
    assert "已经送达的文书和处罚决定书不能作废" in standing.refusals[0].sentence


def test_an_officer_does_not_void_a_paper_alone(town: Town):
    with pytest.raises(PostNotHeld):
        void(town, story.notified(town), who="lixuemei")
