"""What a missing record stops in the case, and what it never stops."""

from __future__ import annotations

from typing import Any

import pytest

from mingzhi.core.engine.errors import Refused
from mingzhi.core.engine.models import Handler
from mingzhi.core.engine.perform import perform, refusals_of
from mingzhi.core.engine.procedure import ACTIONS
from mingzhi.faces.cli.filming import made_file
from mingzhi.procedures.compulsion.models import Seizure
from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.recording.models import Activity
from tests.cast import Town, at
from tests.procedures.compulsion import story as seizures
from tests.procedures.enforcement import story as enforcements
from tests.procedures.penalty import hearing_steps, spot_steps
from tests.procedures.penalty import story as cases
from tests.procedures.penalty.story import refused_under

from . import story


def refusals(code: str, matter: Any, town: Town, who: str, when: str, /, **data: Any) -> dict[str, tuple[str, str | None]]:
    """Every provision under which it is refused, with the sentence and what mends it."""
    with pytest.raises(Refused) as caught:
        perform(code, matter, actor=town[who], data=data, at=at(when))
    return {row.id: (refusal.sentence, refusal.mend) for refusal in caught.value.refusals for row in refusal.provisions}


def seized(town: Town) -> Seizure:
    """Seized from 14:00 to 14:40, with nothing on record but the number of a camera."""
    return seizures.act(town, "seize", seizures.approved(town), seizures.HANDLER, "2026-03-04 15:00", **seizures.on_the_spot()).matter


def test_a_seizure_without_a_record_is_not_extended(town: Town):
    """recording-13-full"""
    seizure = seized(town)
    words, mend = refusals("seizure.ask_extension", seizure, town, seizures.HANDLER, "2026-04-01 09:00", reasons="案情复杂。")[
        "recording-13-full"
    ]
    assert "没有覆盖全过程的执法活动记录" in words and mend == "activity.arrive"
    story.recorded_whole(town, seizure.case, "seizure", at("2026-03-04 14:00"), at("2026-03-04 14:40"))
    assert seizures.extension_asked(town, seizure)


def test_what_is_recorded_covers_the_whole_act(town: Town):
    """recording-13-full"""
    seizure = seized(town)
    story.recorded_whole(town, seizure.case, "seizure", at("2026-03-04 14:10"), at("2026-03-04 14:40"))
    assert "recording-13-full" in refusals(
        "seizure.ask_extension", seizure, town, seizures.HANDLER, "2026-04-01 09:00", reasons="案情复杂。"
    )


def test_a_record_with_a_gap_counts_once_it_is_explained_and_reported(town: Town):
    """recording-13-full, recording-12-interrupt"""
    seizure = seized(town)
    story.camera(town)
    arrived = story.on_site(town, seizure.case, "2026-03-04 13:50", what="seizure")
    activity = story.left(town, arrived, "2026-03-04 14:50")
    broken = (("2026-03-04 13:50", "2026-03-04 14:10"), ("2026-03-04 14:17", "2026-03-04 14:50"))
    for began, ended in broken:
        story.clip(town, activity, began, ended, when="2026-03-04 16:00")
    activity = story.act(town, "store", activity, story.OFFICER, "2026-03-04 16:00").matter
    activity = story.examined(town, activity, when="2026-03-04 16:10")
    extend = ("seizure.ask_extension", seizure, town, seizures.HANDLER, "2026-04-01 09:00")
    assert "待说明" in refusals(*extend, reasons="案情复杂。")["recording-13-full"][0]
    activity = story.stated(town, story.explained(town, activity, when="2026-03-04 16:20"), when="2026-03-04 16:30").matter
    assert "recording-13-full" in refusals(*extend, reasons="案情复杂。")
    story.acknowledged(town, activity, when="2026-03-04 17:00")
    assert seizures.extension_asked(town, seizure)


def test_what_is_held_is_given_back_whatever_the_record_lacks(town: Town):
    """recording-13-full, compulsion-law-28: the party does not pay for what we failed to record."""
    seizure = seizures.released(town, seized(town))
    assert seizures.handed_back(town, seizures.delivered(town, seizure).matter).matter.stage == "returned"


def test_a_case_is_not_reported_before_its_seizures_are_on_record(town: Town):
    """recording-13-full"""
    seizure = seized(town)
    case = Case.objects.get(pk=seizure.case_id)
    report = cases.final_report(case)
    found = refusals("penalty.report", case, town, "lixuemei", "2026-03-23 10:00", **report)
    assert seizure.number in found["recording-13-full"][0]
    story.recorded_whole(town, case, "seizure", seizure.from_at, seizure.until_at)
    assert "recording-13-full" not in refusals("penalty.report", case, town, "lixuemei", "2026-03-23 10:00", **report)


def test_taking_down_is_concluded_when_it_is_on_record(town: Town):
    """recording-13-full"""
    row = enforcements.act(
        town, "carry_out", enforcements.announced(town), enforcements.HANDLER, "2026-10-12 17:00", **enforcements.on_the_spot()
    ).matter
    told = {"words": "已拆除完毕，现场清空。"}
    assert "recording-13-full" in refusals("enforcement.conclude", row, town, enforcements.HANDLER, "2026-10-13 09:00", **told)
    row = enforcements.on_record(town, row)
    assert enforcements.act(town, "conclude", row, enforcements.HANDLER, "2026-10-13 09:00", **told).matter.stage == "ended"


def test_work_on_the_premises_that_was_begun_is_on_record_whole_before_the_report(town: Town):
    """recording-13-full"""
    case = cases.investigated(town)
    story.left(town, story.on_site(town, case, "2026-03-06 09:00", what="premises"), "2026-03-06 10:00")
    found = refusals("penalty.report", case, town, "lixuemei", "2026-03-23 10:00", **cases.final_report(case))
    assert "待存储" in found["recording-13-full"][0]


def test_an_inspection_is_on_record_or_it_is_said_why_not(town: Town):
    """recording-13-should"""
    case = cases.filed(town).matter
    perform("penalty.inspect", case, actor=town["lixuemei"], data=cases.inspection(), at=at("2026-03-04 10:00"))
    cases.questioned(town, case)
    case = cases.corrected(town, case).matter
    found = refusals("penalty.report", case, town, "lixuemei", "2026-03-23 10:00", **cases.final_report(case))
    assert found.keys() == {"recording-13-should"} and found["recording-13-should"][1] == "activity.not_recorded"
    story.not_recorded(town, case)
    assert cases.reported(town, case).stage == "reported"


def filmed(town: Town) -> tuple[Case, Activity]:
    """A case ready to be reported, its inspection recorded by a camera that is back; nothing is stored yet."""
    case = cases.filed(town).matter
    activity = story.left(town, story.on_site(town, case))
    perform("penalty.inspect", case, actor=town["lixuemei"], data=cases.inspection(), at=at("2026-03-04 10:05"))
    cases.questioned(town, case)
    return cases.corrected(town, case).matter, activity


def test_a_record_that_was_begun_is_stored_and_looked_at_before_the_report(town: Town):
    """recording-13-should, recording-14, recording-16"""
    case, activity = filmed(town)
    report = ("penalty.report", case, town, "lixuemei", "2026-03-23 10:00")
    for stage, step in (("待存储", lambda row: story.stored(town, activity=row)), ("待核对", lambda row: story.examined(town, row))):
        found = refusals(*report, **cases.final_report(case))
        assert found.keys() == {"recording-14", "recording-16"}
        assert stage in found["recording-16"][0] and activity.number in found["recording-16"][0]
        activity = step(activity)
    assert cases.reported(town, case).stage == "reported"


def test_a_break_in_it_is_stated_by_two_and_known_to_the_deputy_before_the_report(town: Town):
    """recording-12-interrupt, footage-11"""
    case, activity = filmed(town)
    activity = story.examined(town, story.stored(town, *story.BROKEN, activity=activity))
    report = ("penalty.report", case, town, "lixuemei", "2026-03-23 10:00")
    for step in (story.explained, story.stated, story.acknowledged):
        found = refusals(*report, **cases.final_report(case))
        assert found.keys() == {"recording-12-interrupt", "footage-11"}
        assert "报分管负责人" in found["footage-11"][0] and found["footage-11"][1] == "activity.state"
        step(town, Activity.objects.get(pk=activity.pk))
    assert cases.reported(town, case).stage == "reported"


def test_a_record_that_breaks_off_after_the_report_is_stated_before_the_case_is_closed(town: Town):
    """recording-12-interrupt"""
    case = left_at_the_door(town, witness="万隆村村委会 王德明")
    told = {"what": "leaving", "place": "万隆村三组", "purpose": "留置送达"}
    activity = story.left(town, story.on_site(town, case, "2026-04-02 09:50", **told), "2026-04-02 10:20")
    assert "recording-16" in closing(town, case)
    story.clip(town, activity, "2026-04-02 09:50", "2026-04-02 10:05", when="2026-04-02 11:00")
    activity = story.act(town, "store", activity, story.OFFICER, "2026-04-02 11:10").matter
    activity = story.examined(town, activity, when="2026-04-02 11:20")
    with pytest.raises(Refused) as caught:
        cases.closing_asked(town, case)
    assert refused_under(caught) == {"recording-12-interrupt", "footage-11"}


@pytest.mark.parametrize(("action", "who"), [("propose_decision", "lixuemei"), ("not_punish", "zhouweimin"), ("ask_closing", "lixuemei")])
def test_a_hearing_is_on_record_however_the_case_ends(town: Town, action: str, who: str):
    """recording-13-should"""
    case = hearing_steps.concluded(town)

    def lacking() -> list[str]:
        found = refusals_of(ACTIONS[f"penalty.{action}"], case, town[who], at("2026-04-13 10:00"), None)
        return [row.sentence for row in found if "recording-13-should" in [one.id for one in row.provisions]]

    (said,) = lacking()
    assert said.startswith("听证没有音像记录")
    held = hearing_steps.only(case)
    told = {"what": "hearing", "place": held.place, "began_at": held.from_at, "ended_at": held.until_at}
    story.not_recorded(town, case, "2026-04-13 09:00", **told)
    assert lacking() == []


def left_at_the_door(town: Town, **changes: Any) -> Case:
    """The decision left at the party's home on 2026-04-02."""
    case = cases.decided(town)
    how = {"method": "leave", "refused_because": "拒绝签收", "receiver": "", "relation": "", "receiver_signature": None, **changes}
    papers = [paper.pk for paper in case.documents.filter(code="D30")]
    data = {"documents": papers, "acted_at": "2026-04-02 10:00", **cases.handing_over(**how)}
    files = {"file": made_file("门前.jpg")} if changes.get("recorded") else None
    return perform("penalty.serve", case, actor=town["lixuemei"], data=data, files=files, at=at("2026-04-02 10:00")).matter


def closing(town: Town, case: Case) -> set[str]:
    with pytest.raises(Refused) as caught:
        cases.closing_asked(town, cases.rechecked(town, cases.paid(town, case)))
    return refused_under(caught)


def test_leaving_before_a_witness_is_on_record_or_it_is_said_why_not(town: Town):
    """recording-13-should"""
    case = left_at_the_door(town, witness="万隆村村委会 王德明")
    assert "recording-13-should" in closing(town, case)
    with pytest.raises(Refused):
        story.not_recorded(town, case, what="seizure")
    left = {"what": "leaving", "began_at": "2026-04-02 10:00", "ended_at": "2026-04-02 10:20"}
    story.not_recorded(town, case, "2026-04-10 11:00", **left)
    assert cases.closing_asked(town, case).stage == "closing"


def test_leaving_without_a_witness_is_on_record_whole(town: Town):
    """recording-13-full, civil-procedure-89"""
    case = left_at_the_door(town, witness="", recorded=True)
    assert "recording-13-full" in closing(town, case)
    left = {"what": "leaving", "began_at": "2026-04-02 10:00", "ended_at": "2026-04-02 10:20"}
    with pytest.raises(Refused) as caught:
        story.not_recorded(town, case, "2026-04-10 11:00", **left)
    assert refused_under(caught) == {"recording-13-full"}
    story.recorded_whole(town, case, "leaving", at("2026-04-02 09:55"), at("2026-04-02 10:10"))
    assert cases.closing_asked(town, case).stage == "closing"


def on_patrol(town: Town, what: str = "other") -> Activity:
    """On the market of 2026-03-05 since 09:00, of no case yet: whoever punishes on the spot arrived before there was one."""
    story.camera(town, at("2026-03-05 08:30"))
    told = {"what": what, "place": "石壕镇市场街", "purpose": "市场街巡查", "devices": ["ZF-07"]}
    return story.act(town, "arrive", None, "lixuemei", "2026-03-05 09:00", **story.arriving(None, "2026-03-05 09:00", **told)).matter


def filing_on_the_spot(town: Town, case: Case) -> dict[str, tuple[str, str | None]]:
    """What keeps a paid and corrected penalty on the spot out of its file; empty when nothing does."""
    found = refusals_of(ACTIONS["summary.make_file"], case, town["lixuemei"], at("2026-03-12 10:00"), None)
    return {row.id: (refusal.sentence, refusal.mend) for refusal in found for row in refusal.provisions}


def paid_on_the_spot(town: Town) -> Case:
    money = {"purpose": "fine", "channel": "bank", "amount_yuan": "200", "paid_on": "2026-03-09", "receipt_number": "A1"}
    case = spot_steps.reported(town, corrected_now=True)
    return spot_steps.act(town, "pay", case, "wangli", "2026-03-10 10:00", **money).matter


def test_a_penalty_on_the_spot_is_decided_while_the_camera_runs_and_its_file_waits_for_the_record(town: Town):
    """recording-14, recording-16, recording-12-interrupt, footage-11, penalty-law-52"""
    activity = on_patrol(town)
    case = paid_on_the_spot(town)
    assert filing_on_the_spot(town, case).keys() == {"recording-14", "recording-16"}
    activity = story.left(town, activity, "2026-03-05 10:00")
    sentence, mend = filing_on_the_spot(town, case)["recording-16"]
    assert (activity.number in sentence, "待存储" in sentence, mend) == (True, True, "activity.examine")
    for began, ended in (("2026-03-05 09:00", "2026-03-05 09:20"), ("2026-03-05 09:27", "2026-03-05 10:00")):
        story.clip(town, activity, began, ended, when="2026-03-05 11:00")
    activity = story.act(town, "store", activity, "lixuemei", "2026-03-05 11:10").matter
    activity = story.examined(town, activity, when="2026-03-05 11:20")
    activity = story.stated(town, story.explained(town, activity, when="2026-03-05 11:30"), when="2026-03-05 11:40").matter
    assert filing_on_the_spot(town, case).keys() == {"recording-12-interrupt", "footage-11"}
    story.acknowledged(town, activity, when="2026-03-05 12:00")
    assert filing_on_the_spot(town, case) == {}


def test_what_must_be_whole_holds_the_file_of_a_penalty_on_the_spot_too(town: Town):
    """recording-13-full"""
    activity = on_patrol(town, what="premises")
    case = paid_on_the_spot(town)
    assert activity.number in filing_on_the_spot(town, case)["recording-13-full"][0]


def test_an_activity_that_was_over_before_does_not_hold_the_file(town: Town):
    """recording-16"""
    story.left(town, on_patrol(town), "2026-03-05 09:05")
    assert filing_on_the_spot(town, paid_on_the_spot(town)) == {}


def test_an_activity_of_others_does_not_hold_the_file(town: Town):
    """recording-16"""
    for row, other in zip(Handler.objects.filter(matter=on_patrol(town)), ("wumin", "newcomer"), strict=True):
        row.person = town[other]
        row.save()
    assert filing_on_the_spot(town, paid_on_the_spot(town)) == {}
