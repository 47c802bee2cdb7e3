"""Papers of a seizure reach the party in every way of the law, and are struck out and made anew before they do."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.errors import Refused
from mingzhi.core.engine.perform import refusals_of
from mingzhi.core.engine.procedure import action_of, procedure_of
from mingzhi.core.engine.standing import next_action
from mingzhi.procedures.compulsion.models import Seizure
from mingzhi.procedures.compulsion.stages import Stage
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.penalty.serving import unserved
from tests.cast import Town, at
from tests.procedures.penalty.story import refused_under

from . import story
from .story import HANDLER, HEAD, act

CAPTAIN = "luokaifu"


def refusal(action: str, town: Town, seizure: Seizure, who: str, when: str, **data) -> set[str]:
    with pytest.raises(Refused) as caught:
        act(town, action, seizure, who, when, **data)
    return refused_under(caught)


def following(seizure: Seizure, when: str) -> str:
    return next_action(Seizure.objects.get(pk=seizure.pk), at(when)).name


def test_what_reached_nobody_is_announced_and_served_when_its_days_are_over(town: Town):
    """civil-procedure-95, compulsion-law-28: the things go back afterwards."""
    seizure = story.announced(town)
    back = story.returning("2026-04-25 11:00")
    under = {"compulsion-law-28", "civil-procedure-87"}
    assert refusal("hand_back", town, seizure, HANDLER, "2026-04-25 11:00", **back) == under
    assert refusal("complete_announcement", town, seizure, HANDLER, "2026-04-25 11:00") == {"civil-procedure-95"}
    done = act(town, "complete_announcement", seizure, HANDLER, "2026-04-26 09:00")
    assert [paper.code for paper in done.documents] == ["D33"]
    assert done.documents[0].data["manner"] == "公告送达"
    back = story.returning("2026-04-26 11:00")
    assert act(town, "hand_back", seizure, HANDLER, "2026-04-26 11:00", **back).matter.stage == Stage.RETURNED


def test_nothing_is_announced_before_another_way_has_failed(town: Town):
    """compulsion-law-24, civil-procedure-95"""
    with pytest.raises(Refused) as caught:
        story.announced(town, story.released(town))
    assert refused_under(caught) == {"compulsion-law-24", "civil-procedure-95"}


@pytest.mark.parametrize("code", ["D19", "D19b", "D19d", "D18f"])
def test_a_paper_made_wrongly_is_struck_out_and_made_anew_with_another_number(town: Town, code: str):
    """recording-2: the number struck out is not used again."""
    make = {
        "D19": lambda: story.extended(town).matter,
        "D19b": lambda: story.released(town),
        "D19d": lambda: story.sent_for_testing(town),
        "D18f": lambda: story.disposal_approved(town).matter,
    }
    seizure = make[code]()
    wrong = seizure.documents.get(code=code)
    done = act(town, "void_paper", seizure, CAPTAIN, "2026-04-03 17:00", document=wrong.pk, reasons="当事人姓名写错。")
    (anew,) = done.documents
    differs = {name for name in anew.data.keys() | wrong.data.keys() if anew.data.get(name) != wrong.data.get(name)}
    assert (anew.code, differs <= {"number", "made_on", "check_url"}) == (code, True), differs
    assert anew.number != wrong.number
    assert list(unserved(seizure).values_list("pk", flat=True)) == [anew.pk]


def test_what_has_arrived_is_not_struck_out(town: Town):
    """recording-2"""
    seizure = story.released(town)
    story.delivered(town, seizure)
    found = refusals_of(action_of("seizure.void_paper"), seizure, town[CAPTAIN], at("2026-03-25 11:00"), None)
    assert {provision.id for one in found for provision in one.provisions} == {"recording-2"}


def test_what_comes_next_is_never_to_give_things_up_at_once(town: Town):
    """compulsion-law-25, compulsion-law-26, compulsion-law-27: they are looked after until the case decides or the term ends."""
    seizure = story.held(town)
    assert following(seizure, "2026-03-04 15:10") == "keep_custody"
    assert following(seizure, "2026-03-30 09:00") == "ask_extension"
    assert following(seizure, "2026-04-04 09:00") == "release"
    story.extension_asked(town, seizure)
    assert following(seizure, "2026-04-02 09:00") == "approve_extension"
    story.extended(town, seizure)
    assert following(seizure, "2026-04-02 10:00") == "serve"
    story.delivered(town, seizure, "2026-04-02 15:00")
    assert following(seizure, "2026-04-02 16:00") == "keep_custody"
    assert following(seizure, "2026-05-01 09:00") == "release"
    Case.objects.filter(pk=seizure.case_id).update(outcome="withdrawn")
    assert following(seizure, "2026-04-02 16:00") == "release"


def test_what_comes_next_follows_what_was_asked_and_what_the_case_decided(town: Town):
    """compulsion-law-27, compulsion-law-28.2"""
    seizure = story.disposal_asked(town)
    assert following(seizure, "2026-03-05 09:10") == "approve_disposal"
    story.disposal_approved(town, seizure)
    assert following(seizure, "2026-03-05 10:10") == "serve"
    story.delivered(town, seizure, "2026-03-05 11:00")
    assert following(seizure, "2026-03-05 11:10") == "carry_out_disposal"
    story.sold(town, seizure)
    assert following(seizure, "2026-03-05 15:10") == "register_proceeds"
    story.money_in(town, seizure)
    taken = [{"kind": "confiscation", "content": "没收三轮车"}]
    Case.objects.filter(pk=seizure.case_id).update(decided_penalties=taken, decision_number="綦石壕府罚字〔2026〕1号")
    assert following(seizure, "2026-03-20 09:00") == "confiscate"
    seizure = story.released(town, Seizure.objects.get(pk=seizure.pk))
    story.delivered(town, seizure)
    assert following(seizure, "2026-03-25 11:00") == "return_proceeds"


def test_an_urgent_seizure_walks_its_own_way(town: Town):
    """compulsion-law-19"""
    seizure = story.urgent(town)
    assert procedure_of(seizure).path_of(seizure)[:2] == (Stage.URGENT, Stage.HELD)
    other = story.act(town, "approve_afterwards", seizure, HEAD, "2026-03-04 18:00", opinion="同意。").matter
    assert procedure_of(other).path_of(other)[0] == Stage.URGENT
