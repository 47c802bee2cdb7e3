"""查封、扣押: asked, approved beforehand or afterwards, carried out before the party, with its papers."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.errors import InvalidInput, PostNotHeld, Refused
from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import openings_about
from mingzhi.procedures.compulsion.models import Custody, Seizure
from mingzhi.procedures.compulsion.stages import Stage
from mingzhi.procedures.penalty.models import Power, Presence
from tests.cast import Town, at
from tests.procedures.penalty.story import filed, refused_under
from tests.procedures.penalty.test_exits import REASONS

from .story import GOODS, HANDLER, HEAD, act, approved, asked, at_once, held, last_day, on_the_spot, stall, urgent, wanted


def refusal(action: str, town: Town, seizure, who: str, when: str, **data) -> set[str]:
    with pytest.raises(Refused) as caught:
        act(town, action, seizure, who, when, **data)
    return refused_under(caught)


def test_a_seizure_is_approved_before_it_is_done(town: Town):
    """compulsion-law-18"""
    done = act(town, "approve", asked(town), HEAD, "2026-03-04 10:00", opinion="同意。")
    assert done.matter.stage == Stage.APPROVED
    assert [paper.code for paper in done.documents] == ["D17"]
    assert done.matter.number.endswith("强措字〔2026〕1号")


def test_what_was_refused_is_over(town: Town):
    """compulsion-law-18"""
    done = act(town, "refuse", asked(town), HEAD, "2026-03-04 10:00", reasons="可以劝离。")
    assert done.matter.stage == Stage.REFUSED
    assert done.matter.closed_at is not None


def test_what_is_not_needed_any_more_is_dropped(town: Town):
    """compulsion-law-18"""
    done = act(town, "drop", approved(town), HANDLER, "2026-03-04 11:00", reasons="当事人已自行撤离。")
    assert done.matter.stage == Stage.DROPPED


def test_nobody_approves_their_own_request(town: Town):
    """town-separation"""
    with pytest.raises(PostNotHeld):
        act(town, "approve", asked(town), HANDLER, "2026-03-04 10:00", opinion="同意。")


def test_an_entrusted_power_seizes_nothing(town: Town):
    """compulsion-law-17"""
    case = stall(town)
    Power.objects.filter(pk=case.power_id).update(
        kind="entrusted", entrusting_organ="綦江区城市管理局", entrusting_word="綦城管", entrustment_number="备〔2025〕1号"
    )
    case.refresh_from_db()
    assert {"compulsion-law-17", "penalty-law-20"} <= refusal("ask", town, None, HANDLER, "2026-03-04 09:00", **wanted(case))


def test_a_power_without_the_measure_gives_none(town: Town):
    """compulsion-law-17"""
    case = filed(town, littering=True).matter
    assert refusal("ask", town, None, HANDLER, "2026-03-04 09:00", **wanted(case)) == {"compulsion-law-17"}


def test_a_power_to_seize_is_no_power_to_seal(town: Town):
    """compulsion-law-17"""
    assert refusal("ask", town, None, HANDLER, "2026-03-04 09:00", **wanted(stall(town), measure="seal")) == {"compulsion-law-17"}


@pytest.mark.parametrize("tick", ["only_related", "no_necessities", "not_held_elsewhere"])
def test_only_what_belongs_to_the_breach_is_taken(town: Town, tick: str):
    """compulsion-law-23"""
    assert refusal("ask", town, None, HANDLER, "2026-03-04 09:00", **wanted(stall(town), **{tick: False})) == {"compulsion-law-23"}


def test_a_thing_is_not_seized_twice(town: Town):
    """compulsion-law-23: by its mark, and by name and model within the case"""
    seizure = held(town)
    again = wanted(seizure.case, goods=GOODS[:1])
    assert refusal("ask", town, None, HANDLER, "2026-03-05 09:00", **again) == {"compulsion-law-23"}
    assert refusal("ask", town, None, HANDLER, "2026-03-05 09:00", **wanted(seizure.case, goods=GOODS[1:])) == {"compulsion-law-23"}
    other = [{"name": "遮阳伞", "quantity": "2", "unit": "把"}]
    assert asked(town, seizure.case, "2026-03-05 09:00", goods=other).stage == Stage.ASKED


def test_the_case_page_offers_it_only_while_something_is_found_out(town: Town):
    """compulsion-law-18"""
    case = filed(town, littering=True).matter
    codes = {one.action.code for one in openings_about(case, town[HANDLER], at("2026-03-04 09:00"))}
    assert {"seizure.ask", "seizure.seize_at_once"} <= codes
    done = perform("penalty.ask_termination", case, actor=town[HANDLER], data=REASONS, at=at("2026-03-04 10:00")).matter
    over = perform("penalty.terminate", done, actor=town[HEAD], data={"opinion": "同意。"}, at=at("2026-03-04 11:00")).matter
    one = next(row for row in openings_about(over, town[HANDLER], at("2026-03-04 12:00")) if row.action.code == "seizure.ask")
    assert not one.allowed


def test_thirty_days_run_from_the_day_it_was_done_and_do_not_roll(town: Town):
    """compulsion-law-25"""
    seizure = held(town)
    assert seizure.stage == Stage.HELD
    assert last_day(seizure) == "2026-04-03"


def test_papers_are_made_on_the_spot(town: Town):
    """compulsion-law-18, compulsion-law-24: decision, list in two copies, record"""
    seizure = held(town)
    papers = {paper.code: paper.data for paper in seizure.documents.all()}
    assert set(papers) == {"D17", "D18", "D18b", "D18c"}
    assert papers["D18"]["until_on"] == "2026-04-03"
    assert papers["D18b"]["copies"] == 2
    assert papers["D18c"]["recording"] == "记录仪 ZF-07，2026030401"
    assert papers["D18"]["goods"][0]["note"] == "渝D00001"


def test_officers_were_there_and_things_are_put_away(town: Town):
    """town-one-place, compulsion-law-26"""
    seizure = held(town)
    assert Presence.objects.filter(matter_id=seizure.pk, what="扣押").count() == 2
    assert Custody.objects.get(matter_id=seizure.pk).custodian == "王丽"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"showed_card": False}, {"compulsion-law-18"}),
        ({"told_rights": False}, {"compulsion-law-18"}),
        ({"heard": False}, {"compulsion-law-18"}),
        ({"handed_over": False}, {"compulsion-law-24"}),
        ({"recording": " "}, {"recording-13-full"}),
        ({"officers": ["李雪梅"]}, {"penalty-law-42", "cq-inspection-15"}),
        ({"officers": ["李雪梅", "钱新来"]}, {"penalty-law-42", "personnel-4", "personnel-7"}),
        ({"from_at": "2026-03-04 09:30"}, {"compulsion-law-18"}),
        ({"goods": [*GOODS, {"name": "电视机", "quantity": "1"}]}, {"compulsion-law-18", "compulsion-law-23"}),
    ],
)
def test_what_the_spot_asks_for(town: Town, changes: dict, expected: set[str]):
    """compulsion-law-18, compulsion-law-24, recording-13-full"""
    assert refusal("seize", town, approved(town), HANDLER, "2026-03-04 15:00", **on_the_spot(**changes)) == expected


def test_an_absent_party_has_a_witness_and_the_decision_is_served_later(town: Town):
    """compulsion-law-18"""
    with pytest.raises(InvalidInput) as caught:
        act(town, "seize", approved(town), HANDLER, "2026-03-04 15:00", **on_the_spot(party_absent=True, party_signature=None))
    assert set(caught.value.errors) == {"witness"}
    seizure = held(town, Seizure.objects.get(), party_absent=True, party_signature=None, witness="万隆村村委会 王德明", heard=False)
    paper = seizure.documents.get(code="D18")
    data = {"documents": [paper.pk], "recipient": "刘大成", "method": "post", "acted_at": "2026-03-05 09:00", "received_on": "2026-03-07"}
    sent = {**data, "proof": "EMS 1001", "place": "万隆村三组", "officers": ["李雪梅", "陈志强"]}
    done = act(town, "serve", seizure, HANDLER, "2026-03-09 09:00", **sent)
    assert [one.code for one in done.documents] == ["D33"]


def test_urgency_is_approved_within_twenty_four_hours(town: Town):
    """compulsion-law-19: hour twenty-four is in time"""
    seizure = urgent(town)
    assert seizure.stage == Stage.URGENT
    done = act(town, "approve_afterwards", seizure, HEAD, "2026-03-05 14:00", opinion="同意。")
    assert done.matter.stage == Stage.HELD
    assert [paper.code for paper in done.documents] == ["D17"]
    assert done.documents[0].data["urgency"] == "当事人正在装车准备驶离。"
    row = Deadline.objects.get(matter_id=seizure.pk, provision="compulsion-law-19")
    assert row.met_at is not None


def test_after_twenty_four_hours_it_can_only_be_lifted(town: Town):
    """compulsion-law-19: one minute later is too late"""
    seizure = urgent(town)
    assert refusal("approve_afterwards", town, seizure, HEAD, "2026-03-05 14:01", opinion="同意。") == {"compulsion-law-19"}
    refused = act(town, "refuse_afterwards", seizure, HEAD, "2026-03-05 14:02", reasons="超过时限。").matter
    assert refused.stage == Stage.LIFTING
    lifted = act(town, "release", refused, HEAD, "2026-03-05 14:05", ground="other", reasons="没有获得批准。")
    assert lifted.matter.stage == Stage.RELEASED
    assert [paper.code for paper in lifted.documents] == ["D19b"]


def test_urgency_excuses_nothing_else(town: Town):
    """compulsion-law-19, compulsion-law-23, recording-13-full"""
    data = at_once(stall(town), no_necessities=False, recording="")
    assert refusal("seize_at_once", town, None, HANDLER, "2026-03-04 15:00", **data) == {"compulsion-law-23", "recording-13-full"}
