"""查封、扣押 while it lasts and as it ends: term, extension, testing, custody, release, return, confiscation, handing over; and the case."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.deadlines import in_words
from mingzhi.core.engine.errors import InvalidInput, Refused
from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.perform import perform
from mingzhi.procedures.compulsion import models
from mingzhi.procedures.compulsion.stages import Stage
from mingzhi.procedures.penalty.file_order import contents
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at
from tests.procedures.penalty.story import refused_under
from tests.procedures.penalty.test_measures import kept

from .story import (
    GOODS,
    HANDLER,
    HEAD,
    act,
    approved,
    delivered,
    delivering,
    extended,
    extension_asked,
    handed_back,
    held,
    last_day,
    on_the_spot,
    released,
    returning,
    sent_for_testing,
    stall,
    told_time,
    wanted,
)


def refusal(action: str, town: Town, seizure, who: str, when: str, **data) -> set[str]:
    with pytest.raises(Refused) as caught:
        act(town, action, seizure, who, when, **data)
    return refused_under(caught)


def test_it_is_extended_by_thirty_days_with_reasons_told(town: Town):
    """compulsion-law-25-extend"""
    done = extended(town)
    assert last_day(done.matter) == "2026-05-03"
    [paper] = done.documents
    assert (paper.code, paper.data["from_on"], paper.data["until_on"]) == ("D19", "2026-04-04", "2026-05-03")
    assert paper.data["reasons"] == "涉及多名当事人，情况复杂。"
    receipt = delivered(town, done.matter, "2026-04-02 15:00")
    assert [one.code for one in receipt.documents] == ["D33"]
    assert receipt.documents[0].data["papers"][0]["number"] == paper.number


def test_it_is_extended_on_its_last_day(town: Town):
    """compulsion-law-25-extend: day thirty"""
    seizure = extension_asked(town, when="2026-04-03 16:00")
    assert last_day(extended(town, seizure, "2026-04-03 23:00").matter) == "2026-05-03"


def test_it_is_not_extended_after_its_last_day(town: Town):
    """compulsion-law-25: day thirty-one"""
    seizure = extension_asked(town)
    over = {"compulsion-law-25", "compulsion-law-28"}
    assert refusal("approve_extension", town, seizure, HEAD, "2026-04-04 09:00", opinion="同意。") == over
    refused = act(town, "refuse_extension", seizure, HEAD, "2026-04-04 09:10", reasons="已经届满。").matter
    assert refusal("ask_extension", town, refused, HANDLER, "2026-04-04 10:00", reasons="情况复杂。") == over


def test_it_is_extended_once(town: Town):
    """compulsion-law-25-extend"""
    seizure = extended(town).matter
    assert refusal("ask_extension", town, seizure, HANDLER, "2026-04-20 09:00", reasons="还要查。") == {"compulsion-law-25-extend"}


def test_an_extension_is_asked_for_before_it_is_granted_and_only_once_at_a_time(town: Town):
    """compulsion-law-25-extend"""
    seizure = held(town)
    assert refusal("approve_extension", town, seizure, HEAD, "2026-04-01 08:00", opinion="同意。") == {"compulsion-law-25-extend"}
    seizure = extension_asked(town, seizure)
    assert refusal("ask_extension", town, seizure, HANDLER, "2026-04-01 10:00", reasons="再申请。") == {"compulsion-law-25-extend"}


def test_time_of_testing_does_not_count(town: Town):
    """compulsion-law-25.3: ten days told from 2026-03-10 to 2026-03-20"""
    seizure = sent_for_testing(town)
    assert last_day(seizure) == "2026-04-13"
    paper = seizure.documents.get(code="D19d")
    assert (paper.data["days"], paper.data["term_until_on"]) == (10, "2026-04-13")


def test_time_of_testing_that_was_not_used_counts_again(town: Town):
    """compulsion-law-25.3"""
    done = act(town, "testing_done", sent_for_testing(town), HANDLER, "2026-03-16 10:00", done_on="2026-03-15", result="合格。")
    assert last_day(done.matter) == "2026-04-08"
    assert models.Testing.objects.get().result == "合格。"


def test_no_more_time_of_testing_is_left_out_than_was_told(town: Town):
    """compulsion-law-25.3"""
    done = act(town, "testing_done", sent_for_testing(town), HANDLER, "2026-03-25 10:00", done_on="2026-03-25", result="合格。")
    assert last_day(done.matter) == "2026-04-13"


def test_an_extension_comes_on_top_of_the_testing(town: Town):
    """compulsion-law-25, compulsion-law-25.3"""
    assert last_day(extended(town, extension_asked(town, sent_for_testing(town))).matter) == "2026-05-13"


def test_the_party_is_told_in_writing_how_long_the_testing_takes(town: Town):
    """compulsion-law-25.3"""
    seizure = held(town)
    for changes in ({"told": False}, {"told_how": ""}):
        assert refusal("send_for_testing", town, seizure, HANDLER, "2026-03-10 09:00", **told_time(**changes)) == {"compulsion-law-25.3"}


def test_two_testings_do_not_overlap(town: Town):
    """compulsion-law-25.3"""
    seizure = sent_for_testing(town)
    assert refusal("send_for_testing", town, seizure, HANDLER, "2026-03-11 09:00", **told_time()) == {"compulsion-law-25.3"}


def test_a_testing_that_was_not_begun_is_not_done(town: Town):
    """compulsion-law-25.3"""
    data = {"done_on": "2026-03-10", "result": "合格。"}
    with pytest.raises(Refused) as caught:
        act(town, "testing_done", held(town), HANDLER, "2026-03-10 09:00", **data)
    assert refused_under(caught) == {"compulsion-law-25.3"}


def test_the_end_of_the_term_is_pointed_out_five_days_before(town: Town):
    """town-seizure-warning"""
    row = Deadline.objects.get(matter_id=held(town).pk, provision="compulsion-law-25")
    assert in_words(row, at("2026-03-28 09:00")).tone == "far"
    near = in_words(row, at("2026-03-29 09:00"))
    assert (near.tone, near.words) == ("urgent", "剩 5 日")
    assert in_words(row, at("2026-04-04 09:00")).tone == "late"


def test_after_the_term_nothing_is_left_but_to_lift_it(town: Town):
    """compulsion-law-28"""
    seizure = held(town)
    over = {"compulsion-law-25", "compulsion-law-28"}
    assert refusal("send_for_testing", town, seizure, HANDLER, "2026-04-04 09:00", **told_time(until_on="2026-04-10")) == over
    done = act(town, "release", seizure, HEAD, "2026-04-04 10:00", ground="expired", reasons="期限届满。")
    assert done.matter.stage == Stage.RELEASED


@pytest.mark.parametrize("ground", ["expired", "decided"])
def test_a_ground_that_is_not_true_lifts_nothing(town: Town, ground: str):
    """compulsion-law-28"""
    assert refusal("release", town, held(town), HEAD, "2026-04-03 09:00", ground=ground, reasons="届满。") == {"compulsion-law-28"}


def test_custody_is_kept_in_a_register(town: Town):
    """compulsion-law-26"""
    data = {"acted_at": "2026-03-12 09:00", "place": "镇政府二号仓库", "custodian": "何平", "condition": "完好"}
    with pytest.raises(InvalidInput) as caught:
        act(town, "keep_custody", held(town), HANDLER, "2026-03-12 10:00", event="moved", **data)
    assert set(caught.value.errors) == {"why"}
    seizure = models.Custody.objects.get().matter
    done = act(town, "keep_custody", seizure, HANDLER, "2026-03-12 10:00", event="moved", why="证物室渗水", **data)
    assert done.matter.kept_place == "镇政府二号仓库"
    assert [row["event"] for row in done.documents[0].data["entries"]] == ["入库（交付保管）", "移动（转移）"]


def test_everything_is_given_back_against_a_signature(town: Town):
    """compulsion-law-28"""
    done = handed_back(town)
    assert done.matter.stage == Stage.RETURNED
    assert [paper.code for paper in done.documents] == ["D19c"]
    assert done.matter.next_due_at is None


def test_what_was_taken_goes_back_whole_and_nothing_else(town: Town):
    """compulsion-law-28"""
    seizure = delivered(town, released(town)).matter
    rows = returning("2026-03-25 11:00")["returned"]
    for wrong in (rows[:1], [*rows, {"name": "电视机", "quantity": "1台", "condition": "旧"}]):
        data = returning("2026-03-25 11:00", returned=wrong)
        assert refusal("hand_back", town, seizure, HANDLER, "2026-03-25 11:00", **data) == {"compulsion-law-28"}


def test_things_go_back_once_the_party_has_the_decision(town: Town):
    """compulsion-law-28, civil-procedure-87"""
    data = returning("2026-03-25 11:00")
    expected = {"compulsion-law-28", "civil-procedure-87"}
    assert refusal("hand_back", town, released(town), HANDLER, "2026-03-25 11:00", **data) == expected


def test_what_is_there_on_the_spot_is_not_served_again(town: Town):
    """civil-procedure-87"""
    seizure = held(town)
    paper = seizure.documents.get(code="D18")
    data = delivering(seizure, "2026-03-05 09:00", documents=[paper.pk])
    with pytest.raises((Refused, InvalidInput)):
        act(town, "serve", seizure, HANDLER, "2026-03-05 09:00", **data)


def test_a_paper_left_behind_has_its_witness(town: Town):
    """civil-procedure-89"""
    seizure = released(town)
    left = delivering(seizure, "2026-03-25 10:00", method="leave", refused_because="拒绝签收")
    assert refusal("serve", town, seizure, HANDLER, "2026-03-25 10:00", **left) == {"compulsion-law-24", "civil-procedure-89"}
    done = act(town, "serve", seizure, HANDLER, "2026-03-25 10:00", **left | {"witness": "万隆村村委会 王德明"})
    assert done.documents[0].data["witness"] == "万隆村村委会 王德明"


def test_a_paper_is_not_served_before_it_is_made(town: Town):
    """civil-procedure-87"""
    seizure = released(town)
    early = delivering(seizure, "2026-03-25 08:00")
    assert refusal("serve", town, seizure, HANDLER, "2026-03-25 10:00", **early) == {"compulsion-law-24", "civil-procedure-87"}


def test_things_are_confiscated_by_the_decision_alone(town: Town):
    """compulsion-law-27"""
    seizure = held(town)
    whole = [{"name": row["name"], "mark": row["mark"]} for row in GOODS]
    assert refusal("confiscate", town, seizure, HANDLER, "2026-03-20 09:00", taken=whole) == {"compulsion-law-27"}
    taken = [{"kind": "confiscation", "content": "没收烧烤炉"}]
    Case.objects.filter(pk=seizure.case_id).update(decided_penalties=taken, decision_number="綦石壕府罚字〔2026〕1号")
    done = act(town, "confiscate", seizure, HANDLER, "2026-03-20 09:10", taken=whole)
    assert done.matter.stage == Stage.CONFISCATED
    assert "綦石壕府罚字〔2026〕1号" in done.record.sentence


def test_things_are_handed_over_with_the_case_and_the_party_is_told(town: Town):
    """compulsion-law-21"""
    seizure = held(town)
    data = {"receiver": "綦江区公安局", "receipt": "綦公收〔2026〕1号", "handed_on": "2026-03-20", "told_how": "3月20日送达告知书"}
    assert refusal("hand_over", town, seizure, HANDLER, "2026-03-20 15:00", **data) == {"compulsion-law-21"}
    Case.objects.filter(pk=seizure.case_id).update(outcome="to_police")
    assert refusal("hand_over", town, seizure, HANDLER, "2026-03-20 15:00", **data | {"told_how": ""}) == {"compulsion-law-21"}
    done = act(town, "hand_over", seizure, HANDLER, "2026-03-20 15:10", **data)
    assert done.matter.stage == Stage.HANDED_OVER


# 案件


def test_a_case_does_not_close_while_things_are_held(town: Town):
    """compulsion-law-27, compulsion-law-28"""
    seizure = held(town)
    Case.objects.filter(pk=seizure.case_id).update(stage="closing", outcome="terminated")
    case = Case.objects.get(pk=seizure.case_id)
    with pytest.raises(Refused) as caught:
        perform("penalty.ask_closing", case, actor=town[HANDLER], data={"opinion": "建议结案。"}, at=at("2026-03-25 08:00"))
    assert {"compulsion-law-27", "compulsion-law-28"} <= refused_under(caught)
    handed_back(town, delivered(town, released(town, seizure)).matter)
    done = perform("penalty.ask_closing", case, actor=town[HANDLER], data={"opinion": "建议结案。"}, at=at("2026-03-25 12:00"))
    assert done.matter.stage == "closing"


def test_what_was_approved_is_not_done_after_the_case_is_over_and_is_dropped_before_it_closes(town: Town):
    """compulsion-law-18, compulsion-law-27"""
    seizure = approved(town)
    Case.objects.filter(pk=seizure.case_id).update(stage="closing", outcome="terminated")
    assert refusal("seize", town, seizure, HANDLER, "2026-03-04 15:00", **on_the_spot()) == {"compulsion-law-18"}
    case = Case.objects.get(pk=seizure.case_id)
    with pytest.raises(Refused) as caught:
        perform("penalty.ask_closing", case, actor=town[HANDLER], data={"opinion": "建议结案。"}, at=at("2026-03-05 09:00"))
    assert any("不再实施" in one.sentence for one in caught.value.refusals)


def test_things_kept_as_evidence_are_seized_by_a_seizure(town: Town):
    """compulsion-law-17, compulsion-law-18, penalty-law-56"""
    case = kept(town, stall(town)).matter
    goods = [{"name": "电焊机", "quantity": "1", "unit": "台"}, {"name": "彩钢瓦", "quantity": "12", "unit": "张"}]
    disposals = [
        {"name": "电焊机", "quantity": "1台", "disposal": "扣押"},
        {"name": "彩钢瓦", "quantity": "12张", "disposal": "解除保存，退还当事人"},
    ]
    data = {"disposals": disposals, "reasons": "证据已经固定，防止转移。"}
    with pytest.raises(Refused) as caught:
        perform("penalty.dispose_preserved", case, actor=town[HANDLER], data=data, at=at("2026-03-09 09:00"))
    assert refused_under(caught) == {"compulsion-law-17", "compulsion-law-18"}
    assert caught.value.refusals[0].mend == "seizure.ask"
    asked = act(town, "ask", None, HANDLER, "2026-03-09 09:10", **wanted(case, goods=goods[:1])).matter
    allowed = act(town, "approve", asked, HEAD, "2026-03-09 09:20", opinion="同意。").matter
    spot = on_the_spot(goods=goods[:1], from_at="2026-03-09 09:30", until_at="2026-03-09 09:50")
    act(town, "seize", allowed, HANDLER, "2026-03-09 10:00", **spot)
    done = perform("penalty.dispose_preserved", case, actor=town[HANDLER], data=data, at=at("2026-03-09 10:10"))
    assert [paper.code for paper in done.documents] == ["D13"]


def test_an_urgent_seizure_counts_as_one_for_what_was_kept(town: Town):
    """compulsion-law-19"""
    case = kept(town, stall(town)).matter
    row = [{"name": "电焊机", "quantity": "1", "unit": "台"}]
    act(
        town, "seize_at_once", None, HANDLER, "2026-03-09 10:00",
        **wanted(case, goods=row), **{k: v for k, v in on_the_spot().items() if k not in ("goods", "place", "kept_place", "from_at", "until_at")},
        from_at="2026-03-09 09:30", until_at="2026-03-09 09:50", urgency="正在转移。",
    )  # fmt: skip
    disposals = [
        {"name": "电焊机", "quantity": "1台", "disposal": "扣押"},
        {"name": "彩钢瓦", "quantity": "12张", "disposal": "解除保存，退还当事人"},
    ]
    data = {"disposals": disposals, "reasons": "防止转移。"}
    done = perform("penalty.dispose_preserved", case, actor=town[HANDLER], data=data, at=at("2026-03-09 10:10"))
    assert done.matter.pk == case.pk


def test_a_seizure_stands_in_the_file_of_its_case(town: Town):
    """archive-1.5"""
    seizure = held(town)
    titles = [item.title for item in contents(seizure.case)]
    assert {"行政强制措施审批表", "扣押决定书", "扣押现场笔录"} <= set(titles)
