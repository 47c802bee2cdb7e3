"""How long footage is kept, what holds it, and how it is cleared: expired, not held, two others, seven days, a tombstone."""

from __future__ import annotations

import pytest

from mingzhi.core import vault
from mingzhi.core.engine.errors import InvalidInput, PostNotHeld, Refused
from mingzhi.core.engine.standing import possible
from mingzhi.core.vault.clearing import remove_cleared
from mingzhi.regulations.footage.models import Clip
from mingzhi.regulations.footage.retention import case_of, expired, holds_on, of_its_kind, term_of
from mingzhi.regulations.footage.stages import Clear, Stage
from tests.cast import at
from tests.procedures.penalty import story as penalty
from tests.procedures.remedy import story as remedies
from tests.regulations.recording import story as activities

from . import story
from .conftest import refused
from .story import act, brought

NOW = at("2027-03-08 09:00")


def test_a_clip_is_kept_for_a_year_from_its_export(town):
    """footage-14"""
    clip = brought(town)
    assert str(term_of(clip, NOW).until) == "2027-03-04"
    assert expired(town.authority.pk, at("2027-03-04 23:00")) == []
    assert expired(town.authority.pk, at("2027-03-05 00:01")) == [clip]


def test_what_belongs_to_a_case_is_kept_as_long_as_its_file(town):
    """equipment-8-store: evidence as long as the file; while there is none yet, without an end."""
    clip = story.bound(town)
    case = of_its_kind(clip.activity).case
    assert "还没有立卷" in term_of(clip, NOW).sentence
    type(case).objects.filter(pk=case.pk).update(kept_for="10年", closed_on="2026-06-01")
    assert str(term_of(Clip.objects.get(pk=clip.pk), NOW).until) == "2036-06-01"
    type(case).objects.filter(pk=case.pk).update(kept_for="永久")
    assert term_of(Clip.objects.get(pk=clip.pk), NOW).until is None
    assert expired(town.authority.pk, NOW) == []


def test_three_classes_are_kept_for_ever(town):
    """footage-15, recording-15"""
    clip = story.kept_for_ever(town)
    assert term_of(clip, NOW).until is None
    assert expired(town.authority.pk, NOW) == []
    with pytest.raises(Refused, match="已经列为长期保存"):
        act(town, "footage.keep_for_ever", clip, "lixuemei", "2026-03-06 09:00", permanent_class="other", permanent_because="再次。")
    with pytest.raises(Refused, match="没有期限可以延长"):
        act(town, "footage.keep_longer", clip, "luokaifu", "2026-03-06 09:00", keep_until="2040-01-01", reasons="再延。")


def test_a_term_is_only_ever_extended(town):
    """footage-14"""
    clip = brought(town)
    with pytest.raises(InvalidInput):
        act(town, "footage.keep_longer", clip, "luokaifu", "2026-03-06 09:00", keep_until="2027-03-04", reasons="短。")
    longer = act(town, "footage.keep_longer", clip, "luokaifu", "2026-03-06 09:00", keep_until="2028-01-01", reasons="关联案件。").matter
    assert str(term_of(longer, NOW).until) == "2028-01-01"
    assert expired(town.authority.pk, NOW) == []


def test_a_hold_keeps_it_until_it_is_lifted_with_reason(town):
    """footage-14, footage-15"""
    clip = story.held(town)
    assert holds_on(clip) == ["投诉举报：投诉举报〔2026〕3号正在办理"]
    assert expired(town.authority.pk, NOW) == []
    act(town, "footage.lift_hold", clip, "luokaifu", "2026-05-01 09:00", held=clip.footage_holds.get().pk, reasons="投诉已办结。")
    assert expired(town.authority.pk, NOW) == [clip]
    (again,) = [row for row in possible(clip, town["luokaifu"], NOW) if row.action.code == "footage.lift_hold"]
    assert "没有由人工设置的暂停清理" in again.refusals[0].sentence


def test_who_proposed_does_not_approve_and_one_person_not_twice(town):
    """town-footage-clearing, town-separation"""
    clearing = act(town, "clearing.propose", None, "luokaifu", f"{story.EXPIRED} 09:00", clips=[c.pk for c in story.expired(town)],
        because="无价值。").matter  # fmt: skip
    with pytest.raises(Refused) as found:
        act(town, "clearing.approve_first", clearing, "luokaifu", f"{story.EXPIRED} 10:00", opinion="同意。")
    assert "不能由您审批" in refused(found, of="town-footage-clearing")
    first = act(town, "clearing.approve_first", clearing, "zhouweimin", f"{story.EXPIRED} 10:00", opinion="同意。").matter
    with pytest.raises(Refused, match="您已经批准过"):
        act(town, "clearing.approve_second", first, "zhouweimin", f"{story.EXPIRED} 11:00", opinion="同意。")
    assert (
        act(town, "clearing.approve_second", first, "tangguohua", f"{story.EXPIRED} 11:00", opinion="同意。").matter.stage == Clear.COOLING
    )


def test_seven_days_pass_in_which_either_may_stop_it(town):
    """town-footage-clearing"""
    clearing = story.cooling(town)
    with pytest.raises(Refused) as found:
        act(town, "clearing.carry_out", clearing, "heping", "2027-03-15 23:00")
    assert "冷静期到2027-03-15为止" in refused(found, of="town-footage-clearing")
    with pytest.raises(Refused, match="由批准人罗开富、周为民停止清理"):
        act(town, "clearing.stop", clearing, "tangguohua", "2027-03-10 09:00", reasons="再看看。")
    assert act(town, "clearing.stop", clearing, "luokaifu", "2027-03-10 09:00", reasons="另有用处。").matter.stage == Clear.STOPPED


def test_what_is_held_meanwhile_stops_the_clearing(town):
    """footage-14, footage-15"""
    (clip,) = story.expired(town)
    clearing = story.cooling(town, story.proposed(town, [clip]))
    act(town, "footage.hold", clip, "sunjing", "2027-03-12 09:00", hold_kind="inspection", because="专项督查调取。")
    with pytest.raises(Refused, match="暂停清理"):
        act(town, "clearing.carry_out", clearing, "heping", "2027-03-16 09:00")


@pytest.fixture
def of_a_case(town) -> Clip:
    """A clip of a case whose decision was served on 2026-04-02, whose file's term is over when the year from export is."""
    case = penalty.served(town)
    activity = activities.left(town, activities.on_site(town, case, "2026-03-06 09:00"), "2026-03-06 10:00")
    type(case).objects.filter(pk=case.pk).update(kept_for="1年", closed_on="2026-03-01")
    return Clip.objects.get(pk=brought(town, when="2026-03-06 12:00", activity=activity.number).pk)


@pytest.mark.parametrize(("kind", "organ", "words"), [("review", remedies.ORGAN, "行政复议"), ("suit", remedies.COURT, "行政诉讼（一审）")])
def test_an_open_review_or_litigation_keeps_the_footage_of_its_case(town, of_a_case, kind, organ, words):
    """footage-14, footage-15"""
    assert expired(town.authority.pk, NOW) == [of_a_case]
    remedy = remedies.received(town, case_of(of_a_case), remedy_kind=kind, organ=organ)
    assert holds_on(of_a_case) == [f"{words}（{remedy.number}）正在办理"]
    assert expired(town.authority.pk, NOW) == []
    with pytest.raises(InvalidInput):
        story.proposed(town, [of_a_case])
    # Nobody lifts it by hand: only the end of the remedy does.
    (lifting,) = [row for row in possible(of_a_case, town["luokaifu"], NOW) if row.action.code == "footage.lift_hold"]
    assert not lifting.allowed


def test_a_remedy_that_comes_while_a_clearing_cools_stops_it_until_it_is_over(town, of_a_case):
    """footage-14, town-footage-clearing: approved by both and cooled for seven days, the clip stays all the same."""
    clearing = story.cooling(town, story.proposed(town, [of_a_case]))
    remedy = remedies.received(town, case_of(of_a_case))
    with pytest.raises(Refused) as found:
        act(town, "clearing.carry_out", clearing, "heping", "2027-03-16 09:00")
    assert f"{of_a_case.number}（行政复议（{remedy.number}）正在办理）暂停清理" in refused(found, of="footage-14")
    assert vault.path(of_a_case.blob).exists()
    remedies.final(town, "upheld", remedies.answered(town, remedy))
    assert holds_on(of_a_case) == []
    assert act(town, "clearing.carry_out", clearing, "heping", "2027-03-16 10:00").matter.stage == Clear.CLEARED


def test_no_approver_passes_an_open_remedy_either(town, of_a_case):
    """footage-14, footage-15"""
    clearing = story.proposed(town, [of_a_case])
    remedies.received(town, case_of(of_a_case))
    with pytest.raises(Refused, match="暂停清理"):
        story.approved_once(town, clearing)


def test_what_is_extended_meanwhile_stops_the_clearing(town):
    """footage-14"""
    (clip,) = story.expired(town)
    clearing = story.cooling(town, story.proposed(town, [clip]))
    act(town, "footage.keep_longer", clip, "luokaifu", "2027-03-12 09:00", keep_until="2030-01-01", reasons="有用。")
    with pytest.raises(Refused, match="没有到期的不得清理"):
        act(town, "clearing.carry_out", clearing, "heping", "2027-03-16 09:00")


def test_clearing_removes_the_content_and_leaves_a_tombstone(town):
    """footage-14"""
    (clip,) = story.expired(town)
    path, sha256 = vault.path(clip.blob), clip.blob.sha256
    clearing = story.cleared(town, story.proposed(town, [clip]))
    clip.refresh_from_db()
    assert (clearing.stage, clip.stage) == (Clear.CLEARED, Stage.CLEARED)
    remove_cleared(at("2027-03-16 09:01"))
    assert not path.exists()
    tombstone = clearing.footage_tombstones.get()
    assert (tombstone.sha256, tombstone.size_bytes, tombstone.cleared_at) == (sha256, clip.blob.size_bytes, at("2027-03-16 09:00"))
    assert tombstone.facts["name"] == clip.name
    with pytest.raises(vault.ContentCleared, match=f"音像资料清理 {clearing.number}"):
        vault.open(clip.blob)
    with pytest.raises(Refused, match="保存期满后已依法清理，不再收存"):
        act(town, "footage.take_in", None, "lixuemei", "2027-03-17 09:00", exported_at="2027-03-17 09:00", secrecy="none",
            upload=_again(town, clip).pk)  # fmt: skip


def _again(town, clip: Clip):
    upload = story.uploaded(town, name="另一个.mp4", when="2027-03-17 08:00")
    type(upload).objects.filter(pk=upload.pk).update(blob=clip.blob)
    return upload


def test_only_the_expired_can_be_listed(town):
    """footage-14"""
    clip = brought(town)
    with pytest.raises(InvalidInput):
        story.proposed(town, [clip], when="2027-03-04 09:00")
    with pytest.raises(PostNotHeld):
        act(town, "clearing.propose", None, "lixuemei", f"{story.EXPIRED} 09:00", clips=[clip.pk], because="无价值。")
