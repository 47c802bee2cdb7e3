"""What became of a file: answered row by row, sent again when refused, corrected or withdrawn, and never twice at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.models import Record
from mingzhi.regulations.disclosure.models import Publication
from mingzhi.regulations.dispatch.due import Due, due
from mingzhi.regulations.dispatch.models import Channel, Dispatch, Sent
from mingzhi.regulations.dispatch.stages import Stage
from tests.cast import at
from tests.procedures.house import Staged
from tests.procedures.penalty.refusing import refused
from tests.regulations.disclosure import story as disclosure

from . import story
from .reading_files import contents_of, sheet

SPRING = (date(2026, 4, 1), date(2026, 5, 6))


def rows(dispatch: Dispatch) -> list[Any]:
    return list(dispatch.dispatch_sents.values_list("pk", flat=True))


def publication(staged: Staged) -> Publication:
    return Publication.objects.get(authority=staged.town.authority)


def still_due(staged: Staged, channel: Channel = Channel.CREDIT) -> list[Due]:
    return due(staged.town.authority, channel, *SPRING)


def test_what_is_acknowledged_is_due_no_longer(sent: Staged):
    """disclosure-7.2"""
    assert [one.purpose for one in still_due(sent)] == [Sent.Purpose.NEW]
    said = {"rows": rows(sent.matter), "answered_on": "2026-04-09"}
    done = story.act(sent.town, "acknowledge", sent.matter, "2026-04-09 09:00", **said)
    assert (done.matter.stage, still_due(sent)) == (Stage.SETTLED, [])
    assert "收妥 1 件" in done.record.sentence
    assert len(still_due(sent, Channel.SITE)) == 1


def test_what_was_refused_is_due_again_with_the_reasons_on_record(sent: Staged):
    """disclosure-7.2"""
    said = {"rows": rows(sent.matter), "answered_on": "2026-04-09", "reasons": "处罚类别与代码表不符。"}
    dispatch = story.act(sent.town, "refuse", sent.matter, "2026-04-09 09:00", **said).matter
    row = dispatch.dispatch_sents.get()
    assert (dispatch.stage, row.answer, row.refused_because) == (Stage.SETTLED, "refused", "处罚类别与代码表不符。")
    assert [one.purpose for one in still_due(sent)] == [Sent.Purpose.NEW]


def test_an_answer_does_not_come_before_the_file_left(sent: Staged):
    """disclosure-11.1"""
    with pytest.raises(InvalidInput) as caught:
        story.act(sent.town, "acknowledge", sent.matter, "2026-04-09 09:00", rows=rows(sent.matter), answered_on="2026-04-07")
    assert "早于报送日期" in caught.value.errors["answered_on"][0]


def test_a_second_file_waits_until_the_first_has_left(prepared: Staged):
    """disclosure-11.1"""
    data = {"channel": "credit", **story.DAYS}
    answer = refused("dispatch.prepare", None, actor=prepared.town["wangli"], data=data, at=at("2026-04-08 09:30"))
    assert prepared.matter.number in answer["disclosure-11.1"].sentence
    story.act(prepared.town, "discard", prepared.matter, "2026-04-08 09:40", reasons="日期选错。")
    assert story.prepared(prepared.town, when="2026-04-08 09:50").stage == Stage.PREPARED


def test_nothing_is_made_when_nothing_is_due(nothing_sent: Staged):
    """disclosure-7.2"""
    town = nothing_sent.town
    story.acknowledged(town)
    answer = refused("dispatch.prepare", None, actor=town["wangli"], data={"channel": "credit", **story.DAYS}, at=at("2026-04-09 10:00"))
    assert "都已经收妥" in answer["disclosure-7.2"].sentence


def test_a_file_made_before_a_correction_does_not_leave(prepared: Staged):
    """disclosure-14-correct"""
    town, of = prepared.town, publication(prepared)
    of = disclosure.act(town, "find_error", of, "wangli", "2026-04-08 09:30", reasons="违法事实写错。").matter
    text = of.disclosure_editions.last().text.replace("垃圾", "柴草")
    disclosure.act(town, "correct", of, "wangli", "2026-04-08 09:40", text=text, changes="违法事实")
    answer = refused("dispatch.send", prepared.matter, actor=town["wangli"], data=story.SENT, at=at("2026-04-08 10:00"))
    assert answer["disclosure-13-withdraw"].mend == "dispatch.discard"


def test_a_correction_goes_again_as_such(nothing_sent: Staged):
    """disclosure-14-correct"""
    town, of = nothing_sent.town, publication(nothing_sent)
    story.acknowledged(town)
    of = disclosure.act(town, "find_error", of, "wangli", "2026-04-20 09:30", reasons="违法事实写错。").matter
    text = of.disclosure_editions.last().text.replace("垃圾", "柴草")
    disclosure.act(town, "correct", of, "wangli", "2026-04-20 09:40", text=text, changes="违法事实")
    dispatch = story.prepared(town, when="2026-04-20 10:00", until_on="2026-04-20")
    assert dispatch.dispatch_sents.get().purpose == Sent.Purpose.CORRECTED
    ((_, file),) = contents_of(dispatch).items()
    said = dict(zip(*sheet(file), strict=True))
    assert "柴草" in said["违法事实"] and said["备注"] == "更正此前报送的信息"


def withdrawn(staged: Staged) -> Publication:
    town, of = staged.town, publication(staged)
    of = disclosure.act(town, "order_withdrawal", of, "wangli", "2026-04-20 10:00", because="区政府撤销（綦江府复决〔2026〕18号）").matter
    reasons = "该决定已被区政府撤销，原公示信息予以撤回。"
    return disclosure.act(town, "withdraw", of, "wangli", "2026-04-21 09:00", public_reasons=reasons).matter


@pytest.mark.parametrize("channel", [Channel.CREDIT, Channel.SITE])
def test_a_withdrawn_decision_is_withdrawn_where_it_went(nothing_sent: Staged, channel: Channel):
    """disclosure-13-withdraw"""
    town = nothing_sent.town
    story.acknowledged(town, channel)
    of = withdrawn(nothing_sent)
    dispatch = story.prepared(town, channel, when="2026-04-21 10:00", until_on="2026-04-21")
    assert dispatch.dispatch_sents.get().purpose == Sent.Purpose.WITHDRAWN
    files = contents_of(dispatch)
    if channel == Channel.CREDIT:
        assert sheet(files[dispatch.file_name])[1:] == []
        assert sheet(files[dispatch.file_name], 2)[1][0] == of.decision_number
    else:
        assert f"{of.decision_number}（撤回）.docx" in files
    sent = story.act(town, "send", dispatch, "2026-04-21 11:00", **(story.SENT | {"sent_on": "2026-04-21"})).matter
    story.act(town, "acknowledge", sent, "2026-04-22 09:00", rows=rows(sent), answered_on="2026-04-22")
    assert still_due(nothing_sent, channel) == []


def test_what_never_went_there_need_not_be_withdrawn_there(nothing_sent: Staged):
    """disclosure-13-withdraw"""
    withdrawn(nothing_sent)
    assert still_due(nothing_sent) == []


def test_what_was_put_up_is_on_record_with_place_day_and_person(nothing_sent: Staged):
    """disclosure-11.2, disclosure-11.3"""
    dispatch = story.placed(nothing_sent.town)
    assert (dispatch.stage, dispatch.place, dispatch.done_by) == (Stage.PLACED, "便民服务中心一楼公开栏", "王丽")
    assert Record.objects.get(matter=dispatch).sentence == "2026-04-08起在便民服务中心一楼公开栏（办公场所公开栏）公示"
    dispatch = story.act(nothing_sent.town, "take_down", dispatch, "2026-05-06 09:00", taken_on="2026-05-06").matter
    assert (dispatch.stage, dispatch.shown_until_on) == (Stage.TAKEN_DOWN, date(2026, 5, 6))
