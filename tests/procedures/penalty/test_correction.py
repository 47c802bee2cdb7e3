"""责令改正: asked, ordered or returned, rechecked by two."""

import pytest

from mingzhi.core.engine.errors import InvalidInput, PostNotHeld, Refused
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from mingzhi.procedures.penalty.models import CorrectionOrder
from tests.cast import Town, at

from .story import DRAWN, OFFICERS, corrected, correction_asked, filed, inspected, refused_under


def seen(town: Town):
    return inspected(town, filed(town).matter).matter


def recheck(town: Town, case, done=(True, True), **changes):
    items = ["自行拆除违法建设", "清运建筑垃圾"]
    data = {
        "officers": OFFICERS,
        "place": "万隆村三组",
        "acted_at": "2026-03-21 10:00",
        "results": [{"item": item, "result": "已看", "done": ok} for item, ok in zip(items, done, strict=True)],
        "conclusion": "复查完毕。",
        "party_opinion": "没有意见。",
        "party_signature": DRAWN,
        **changes,
    }
    return perform("penalty.recheck", case, actor=town["lixuemei"], data=data, at=at("2026-03-21 11:00"))


def test_an_order_to_correct_lists_each_thing_and_the_last_day(town: Town):
    """penalty-law-28"""
    done = corrected(town, seen(town))
    assert [paper.code for paper in done.documents] == ["D15"]
    assert done.documents[0].data["corrections"] == ["自行拆除违法建设", "清运建筑垃圾"]
    assert done.documents[0].data["until_on"] == "2026-03-20"


def test_an_order_to_stop_is_another_paper(town: Town):
    """penalty-law-28"""
    done = corrected(town, seen(town), stop=True, by_on="", content="立即停止施工")
    assert [paper.code for paper in done.documents] == ["D15b"]


def test_an_order_to_correct_needs_a_last_day(town: Town):
    """penalty-law-28"""
    with pytest.raises(InvalidInput) as wrong:
        correction_asked(town, seen(town), by_on="")
    assert "by_on" in wrong.value.errors


def test_nothing_is_ordered_before_anything_is_proved(town: Town):
    """penalty-law-40"""
    with pytest.raises(Refused) as refused:
        correction_asked(town, filed(town).matter)
    assert refused_under(refused) == {"penalty-law-40", "penalty-law-54"}


def test_an_order_nobody_asked_for_is_not_made(town: Town):
    """penalty-law-28"""
    with pytest.raises(Refused) as refused:
        perform("penalty.order_correction", seen(town), actor=town["luokaifu"], data={"opinion": "同意"}, at=at("2026-03-05 15:00"))
    assert [refusal.mend for refusal in refused.value.refusals] == ["penalty.ask_correction"]


def test_a_second_proposal_waits_for_the_first(town: Town):
    """penalty-law-28"""
    case = correction_asked(town, seen(town)).matter
    with pytest.raises(Refused) as refused:
        correction_asked(town, case)
    assert [refusal.mend for refusal in refused.value.refusals] == ["penalty.order_correction"]


def test_a_returned_proposal_may_be_made_anew(town: Town):
    """penalty-law-28"""
    case = correction_asked(town, seen(town)).matter
    perform("penalty.return_correction", case, actor=town["luokaifu"], data={"reasons": "期限太短"}, at=at("2026-03-05 12:00"))
    assert corrected(town, case).documents[0].code == "D15"
    assert CorrectionOrder.objects.filter(matter=case, ordered_at__isnull=False).count() == 1


def test_only_the_captain_orders(town: Town):
    """penalty-law-28"""
    case = correction_asked(town, seen(town)).matter
    with pytest.raises(PostNotHeld):
        perform("penalty.order_correction", case, actor=town["chenzhiqiang"], data={"opinion": "同意"}, at=at("2026-03-05 15:00"))


def test_a_recheck_tells_whether_each_thing_was_done(town: Town):
    """recording-9.2"""
    case = corrected(town, seen(town)).matter
    done = recheck(town, case)
    assert done.documents[0].data["order_number"] == "綦石壕府责改字〔2026〕1号"
    assert CorrectionOrder.objects.get(matter=case).corrected is True


def test_what_is_not_all_done_is_not_corrected_and_may_be_rechecked(town: Town):
    """recording-9.2"""
    case = corrected(town, seen(town)).matter
    recheck(town, case, done=(True, False))
    assert CorrectionOrder.objects.get(matter=case).corrected is False
    recheck(town, case)
    assert CorrectionOrder.objects.get(matter=case).corrected is True


def test_a_recheck_by_one_officer_is_refused(town: Town):
    """penalty-law-42"""
    case = corrected(town, seen(town)).matter
    with pytest.raises(Refused) as refused:
        recheck(town, case, officers=["李雪梅"])
    assert "penalty-law-42" in refused_under(refused)


def test_a_recheck_that_leaves_a_thing_out_is_not_taken(town: Town):
    """recording-9.2"""
    case = corrected(town, seen(town)).matter
    with pytest.raises(InvalidInput) as wrong:
        recheck(town, case, results=[{"item": "清运建筑垃圾", "result": "已清", "done": True}])
    assert "自行拆除违法建设" in wrong.value.errors["results"][0]


def test_a_recheck_without_an_order_says_what_is_missing(town: Town):
    """recording-9.2"""
    standing = {row.action.name: row for row in possible(seen(town), town["lixuemei"], at("2026-03-05 12:00"))}
    assert [refusal.mend for refusal in standing["recheck"].refusals] == ["penalty.order_correction"]
