"""Things held that do not stay: sold because they do not keep, destroyed, confiscated in part; and the money they brought."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mingzhi.core.engine.errors import InvalidInput, Refused
from mingzhi.core.engine.models import Deadline
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.procedures.compulsion.models import Disposal, Seizure
from mingzhi.procedures.compulsion.stages import Stage
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town
from tests.procedures.penalty.story import refused_under

from . import story
from .story import CART, CLERK, FISH, HANDLER, HEAD, act


def refusal(action: str, town: Town, seizure: Seizure, who: str, when: str, **data) -> set[str]:
    with pytest.raises(Refused) as caught:
        act(town, action, seizure, who, when, **data)
    return refused_under(caught)


def only(seizure: Seizure) -> Disposal:
    return Disposal.objects.get(matter_id=seizure.pk)


def decided(seizure: Seizure) -> Seizure:
    taken = [{"kind": "confiscation", "content": "没收鲜鱼"}]
    Case.objects.filter(pk=seizure.case_id).update(decided_penalties=taken, decision_number="綦石壕府罚字〔2026〕1号")
    return Seizure.objects.get(pk=seizure.pk)


def test_what_does_not_keep_is_sold_with_the_heads_leave_and_the_party_is_told(town: Town):
    """compulsion-law-28.2"""
    done = story.disposal_approved(town)
    assert [paper.code for paper in done.documents] == ["D18e", "D18f"]
    done = story.sold(town, done.matter)
    assert (done.matter.stage, [paper.code for paper in done.documents]) == (Stage.HELD, ["D18g"])
    row = only(done.matter)
    assert (row.proceeds_yuan, row.goods, row.settled) == (Decimal(1600), [FISH], "")


def test_what_keeps_is_kept(town: Town):
    """compulsion-law-26, compulsion-law-28.2"""
    seizure, under = story.fish_held(town), {"compulsion-law-26", "compulsion-law-28.2"}
    for tick in ("does_not_keep", "evidence_kept"):
        data = story.selling(goods=[{"name": CART["name"], "mark": CART["mark"]}], **{tick: False})
        assert refusal("ask_disposal", town, seizure, HANDLER, "2026-03-05 09:00", **data) == under


def test_only_what_is_held_is_disposed_of(town: Town):
    """compulsion-law-26, compulsion-law-27"""
    data = story.selling(goods=[{"name": "鲜鱼", "mark": "2号"}])
    under = {"compulsion-law-26", "compulsion-law-27"}
    assert refusal("ask_disposal", town, story.fish_held(town), HANDLER, "2026-03-05 09:00", **data) == under


@pytest.mark.parametrize("lacking", [{"facts_clear": False}, {"law": ""}, {"article": " "}])
def test_what_no_law_orders_to_be_destroyed_is_not_destroyed(town: Town, lacking: dict):
    """compulsion-law-27"""
    data = story.destroying(**lacking)
    assert refusal("ask_disposal", town, story.fish_held(town), HANDLER, "2026-03-05 09:00", **data) == {"compulsion-law-27"}


def test_an_auction_has_its_auctioneer(town: Town):
    """compulsion-law-48"""
    with pytest.raises(InvalidInput):
        story.disposal_asked(town, way="auction", agent="")


def test_one_thing_is_asked_and_done_after_the_other(town: Town):
    """compulsion-law-27"""
    seizure = story.disposal_asked(town)
    assert refusal("ask_disposal", town, seizure, HANDLER, "2026-03-05 09:10", **story.selling()) == {"compulsion-law-27"}
    seizure = story.disposal_approved(town, seizure).matter
    assert refusal("ask_disposal", town, seizure, HANDLER, "2026-03-05 10:10", **story.selling()) == {"compulsion-law-27"}


def test_nothing_is_sold_without_leave_or_before_it(town: Town):
    """compulsion-law-27"""
    seizure = story.disposal_asked(town)
    data = story.carrying_out("2026-03-05 09:30")
    assert refusal("carry_out_disposal", town, seizure, HANDLER, "2026-03-05 09:40", **data) == {"compulsion-law-27"}
    seizure = story.disposal_approved(town, seizure).matter
    assert refusal("carry_out_disposal", town, seizure, HANDLER, "2026-03-05 15:00", **data) == {"compulsion-law-27"}


def test_a_refused_proposal_leaves_the_things_where_they_are(town: Town):
    """compulsion-law-27"""
    seizure = act(town, "refuse_disposal", story.disposal_asked(town), HEAD, "2026-03-05 10:00", reasons="可以冷藏。").matter
    data = story.carrying_out("2026-03-05 14:00")
    assert refusal("carry_out_disposal", town, seizure, HANDLER, "2026-03-05 15:00", **data) == {"compulsion-law-27"}
    assert refusal("approve_disposal", town, seizure, HEAD, "2026-03-05 15:00", opinion="同意。") == {"compulsion-law-27"}


def test_after_the_term_nothing_is_sold_any_more(town: Town):
    """compulsion-law-25, compulsion-law-28: day thirty-one"""
    seizure = story.fish_held(town)
    under = {"compulsion-law-25", "compulsion-law-28"}
    assert refusal("ask_disposal", town, seizure, HANDLER, "2026-04-04 09:00", **story.selling()) == under


def test_the_handler_does_not_keep_the_money(town: Town):
    """bans-3, compulsion-law-49"""
    seizure = story.sold(town).matter
    Appointment.objects.create(person=town[HANDLER], authority=town.authority, post=Post.CLERK, from_on=date(2026, 1, 1))
    data = {"amount_yuan": "1600", "receipt_number": "渝财0008", "banked_on": "2026-03-06"}
    assert refusal("register_proceeds", town, seizure, HANDLER, "2026-03-06 09:00", **data) == {"bans-3", "compulsion-law-49"}


def test_money_comes_in_whole(town: Town):
    """compulsion-law-49"""
    seizure = story.sold(town).matter
    data = {"amount_yuan": "1500", "receipt_number": "渝财0008", "banked_on": "2026-03-06"}
    assert refusal("register_proceeds", town, seizure, CLERK, "2026-03-06 09:00", **data) == {"compulsion-law-49"}
    seizure = story.money_in(town, seizure)
    assert only(seizure).receipt_number == "渝财0008"
    assert refusal("register_proceeds", town, seizure, CLERK, "2026-03-06 10:00", **data) == {"compulsion-law-49"}


def test_when_it_is_lifted_the_money_goes_back_before_the_rest(town: Town):
    """compulsion-law-28.2"""
    seizure = story.released(town, story.sold(town).matter)
    paper = seizure.documents.get(code="D19b")
    assert ([row["name"] for row in paper.data["goods"]], paper.data["money"]) == (["三轮车"], "鲜鱼变卖所得款项1600.00元")
    story.delivered(town, seizure)
    rest = story.returning("2026-03-25 11:00", returned=[{"name": "三轮车", "quantity": "1辆", "condition": "完好"}])
    assert refusal("hand_back", town, seizure, HANDLER, "2026-03-25 11:00", **rest) == {"compulsion-law-28.2"}
    back = story.money_back("2026-03-25")
    assert refusal("return_proceeds", town, seizure, CLERK, "2026-03-25 11:00", **back) == {"compulsion-law-49", "compulsion-law-28.2"}
    story.money_in(town, seizure, "2026-03-25 11:10")
    done = act(town, "return_proceeds", seizure, CLERK, "2026-03-25 11:20", **back)
    assert [paper.code for paper in done.documents] == ["D19e"]
    assert refusal("return_proceeds", town, seizure, CLERK, "2026-03-25 11:30", **back) == {"compulsion-law-28.2"}
    done = act(town, "hand_back", seizure, HANDLER, "2026-03-25 11:40", **rest | {"acted_at": "2026-03-25 11:35"})
    assert done.matter.stage == Stage.RETURNED
    assert "1600.00元" in done.documents[0].data["money"]


def test_too_low_a_price_is_made_up_for_or_explained(town: Town):
    """compulsion-law-28.2"""
    seizure = story.sold(town, market_yuan="2400").matter
    seizure = story.released(town, story.money_in(town, seizure))
    back = story.money_back("2026-03-25")
    assert refusal("return_proceeds", town, seizure, CLERK, "2026-03-25 11:00", **back) == {"compulsion-law-28.2"}
    done = act(town, "return_proceeds", seizure, CLERK, "2026-03-25 11:00", **back, compensation_yuan="800")
    assert (only(seizure).compensation_yuan, done.documents[0].data["compensation_yuan"]) == (Decimal(800), "800.00")


def test_a_price_just_below_the_market_is_explained(town: Town):
    """compulsion-law-28.2"""
    seizure = story.sold(town, market_yuan="1600.01").matter
    seizure = story.released(town, story.money_in(town, seizure))
    back = story.money_back("2026-03-25", uncompensated_because="相差不到一分钱，不属于明显低于市场价格。")
    act(town, "return_proceeds", seizure, CLERK, "2026-03-25 11:00", **back)
    assert only(seizure).settled == Disposal.Settled.RETURNED


def test_when_everything_was_sold_only_the_money_goes_back(town: Town):
    """compulsion-law-28.2"""
    seizure = story.held(town, story.approved(town, story.asked(town, goods=[FISH])), goods=[FISH])
    seizure = story.disposal_approved(town, story.disposal_asked(town, seizure)).matter
    seizure = story.released(town, story.money_in(town, story.sold(town, seizure).matter))
    story.delivered(town, seizure)
    act(town, "return_proceeds", seizure, CLERK, "2026-03-25 10:30", **story.money_back("2026-03-25"))
    done = act(town, "hand_back", seizure, HANDLER, "2026-03-25 11:00", **story.returning("2026-03-25 10:50", returned=[]))
    assert (done.matter.stage, done.documents[0].data["returned"]) == (Stage.RETURNED, [])


def test_a_part_destroyed_leaves_the_rest_held_within_its_term(town: Town):
    """compulsion-law-27, compulsion-law-25"""
    seizure = story.disposal_asked(town, **story.destroying())
    seizure = story.disposal_approved(town, seizure).matter
    done = story.sold(town, seizure, proceeds_yuan="", market_yuan="", market_basis="", course="投入焚烧炉。")
    assert done.matter.stage == Stage.HELD
    assert Deadline.objects.get(matter_id=seizure.pk, provision="compulsion-law-25").met_at is None
    rest = story.returning("2026-03-25 11:00")
    seizure = story.delivered(town, story.released(town, done.matter)).matter
    assert refusal("hand_back", town, seizure, HANDLER, "2026-03-25 11:00", **rest) == {"compulsion-law-28"}
    rest["returned"] = rest["returned"][:1]
    assert act(town, "hand_back", seizure, HANDLER, "2026-03-25 11:00", **rest).matter.stage == Stage.RETURNED


def test_when_everything_was_destroyed_the_seizure_is_over(town: Town):
    """compulsion-law-27"""
    seizure = story.held(town, story.approved(town, story.asked(town, goods=[FISH])), goods=[FISH])
    seizure = story.disposal_approved(town, story.disposal_asked(town, seizure, **story.destroying())).matter
    done = story.sold(town, seizure, proceeds_yuan="", market_yuan="", market_basis="", course="投入焚烧炉。")
    assert done.matter.stage == Stage.DESTROYED
    assert done.matter.closed_at is not None
    assert Deadline.objects.get(matter_id=seizure.pk, provision="compulsion-law-25").met_at is not None


def test_what_the_decision_does_not_confiscate_stays_to_be_given_back(town: Town):
    """compulsion-law-27, compulsion-law-28"""
    seizure = decided(story.fish_held(town))
    strange = [{"name": "电视机"}]
    assert refusal("confiscate", town, seizure, HANDLER, "2026-03-20 09:00", taken=strange) == {"compulsion-law-27"}
    seizure = act(town, "confiscate", seizure, HANDLER, "2026-03-20 09:10", taken=[{"name": "鲜鱼"}]).matter
    assert (seizure.stage, seizure.next_due_at is not None) == (Stage.HELD, True)
    assert refusal("confiscate", town, seizure, HANDLER, "2026-03-20 09:20", taken=[{"name": "鲜鱼"}]) == {"compulsion-law-27"}
    seizure = story.released(town, seizure)
    assert [row["name"] for row in seizure.documents.get(code="D19b").data["goods"]] == ["三轮车"]


def test_confiscated_money_goes_to_the_treasury(town: Town):
    """penalty-law-74, compulsion-law-49"""
    seizure = decided(story.sold(town).matter)
    taken = [{"name": "鲜鱼"}, {"name": CART["name"], "mark": CART["mark"]}]
    under = {"penalty-law-74", "compulsion-law-49"}
    assert refusal("confiscate", town, seizure, HANDLER, "2026-03-20 09:00", taken=taken) == under
    assert refusal("confiscate", town, seizure, HANDLER, "2026-03-20 09:00", taken=taken, treasury_receipt="国0009") == under
    seizure = story.money_in(town, seizure, "2026-03-20 09:10")
    done = act(town, "confiscate", seizure, HANDLER, "2026-03-20 09:20", taken=taken, treasury_receipt="国0009")
    assert done.matter.stage == Stage.CONFISCATED
    assert Disposal.objects.get(matter_id=seizure.pk, way="sell").settled == Disposal.Settled.TREASURY


def test_what_was_sold_together_is_confiscated_together(town: Town):
    """compulsion-law-27: the money is one sum."""
    crab = FISH | {"name": "螃蟹"}
    seizure = story.held(town, story.approved(town, story.asked(town, goods=[FISH, crab])), goods=[FISH, crab])
    seizure = story.disposal_asked(town, seizure, goods=[{"name": "鲜鱼"}, {"name": "螃蟹"}])
    seizure = decided(story.money_in(town, story.sold(town, story.disposal_approved(town, seizure).matter).matter))
    data = {"taken": [{"name": "鲜鱼"}], "treasury_receipt": "国0009"}
    assert refusal("confiscate", town, seizure, HANDLER, "2026-03-20 09:20", **data) == {"compulsion-law-27"}


def test_money_goes_with_the_case(town: Town):
    """compulsion-law-21, compulsion-law-49"""
    seizure = story.money_in(town)
    Case.objects.filter(pk=seizure.case_id).update(outcome="to_police")
    seizure = Seizure.objects.get(pk=seizure.pk)
    data = {"receiver": "綦江区公安局", "receipt": "綦公收〔2026〕1号", "handed_on": "2026-03-20", "told_how": "3月20日送达告知书"}
    under = {"compulsion-law-21", "compulsion-law-49"}
    assert refusal("hand_over", town, seizure, HANDLER, "2026-03-20 15:00", **data) == under
    done = act(town, "hand_over", seizure, HANDLER, "2026-03-20 15:10", **data, money_receipt="移0007")
    assert done.matter.stage == Stage.HANDED_OVER
    assert only(seizure).settled == Disposal.Settled.HANDED_OVER
