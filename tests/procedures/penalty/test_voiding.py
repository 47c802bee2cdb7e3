"""作废文书: a paper made wrongly keeps its number, is struck out, and is made anew under the next one."""

import pytest

from mingzhi.core.engine.errors import InvalidInput, PostNotHeld, Refused
from mingzhi.core.engine.perform import perform
from mingzhi.core.ledger import verify
from mingzhi.procedures.penalty.models import CorrectionOrder
from mingzhi.procedures.penalty.serving import unserved, voidable
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


def test_a_second_notice_struck_out_opens_no_way_past_the_first(town: Town):
    """penalty-law-45.2: the party has the first one; telling it anew needs new facts whatever became of the second."""
    case = story.told(town)
    new = {"reasons": "清楚", "new_facts": "另查明当事人在万隆村五组也堆放垃圾。"}
    again = perform("penalty.notify", case, actor=town["lixuemei"], data=new, at=at("2026-03-24 09:20")).matter
    case = void(town, again).matter
    assert "五组" not in case.found
    with pytest.raises(InvalidInput) as invalid:
        perform("penalty.notify", case, actor=town["lixuemei"], data={"reasons": "清楚"}, at=at("2026-03-24 09:40"))
    assert "new_facts" in invalid.value.errors
    case = perform("penalty.notify", case, actor=town["lixuemei"], data=new, at=at("2026-03-24 09:40")).matter
    assert case.found.count("五组") == 1


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
    assert "各项决定书不能作废" in standing.refusals[0].sentence


def test_an_officer_does_not_void_a_paper_alone(town: Town):
    with pytest.raises(PostNotHeld):
        void(town, story.notified(town), who="lixuemei")


def order_voided(town: Town, case):
    paper = case.documents.get(code="D15")
    data = {"document": paper.pk, "reasons": "期限写错。"}
    return perform("penalty.void_paper", case, actor=town["luokaifu"], data=data, at=at("2026-03-05 16:00"))


def test_an_order_to_correct_made_wrongly_is_proposed_and_made_anew(town: Town):
    """recording-2, penalty-law-28"""
    case = order_voided(town, story.investigated(town)).matter
    first = CorrectionOrder.objects.get(matter_id=case.pk)
    assert first.ordered_at is None and first.returned_at is not None
    case = story.corrected(town, case).matter
    assert CorrectionOrder.objects.get(matter_id=case.pk, ordered_at__isnull=False).pk != first.pk
    assert list(unserved(case).filter(code="D15")) == [case.documents.get(code="D15", voided_at__isnull=True)]


def test_an_order_already_looked_after_is_not_voided(town: Town):
    """recording-2, recording-9.2"""
    case = story.investigated(town)
    assert voidable(case).filter(code="D15").exists()
    case = story.rechecked(town, case, when="2026-03-21 10:00")
    assert not voidable(case).filter(code="D15").exists()


def test_an_order_is_not_voided_where_no_other_can_be_proposed(town: Town):
    """recording-2, penalty-law-28"""
    assert not voidable(story.agreed(town)).filter(code="D15").exists()
