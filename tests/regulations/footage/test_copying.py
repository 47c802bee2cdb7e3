"""Copies for somebody else: only as approved, marked, hidden where asked, naming their parent; the original needs two."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image

from mingzhi.core import vault
from mingzhi.core.engine.errors import NotFound, PostNotHeld, Refused
from mingzhi.regulations.footage import making, taking, viewings
from mingzhi.regulations.footage.models import Clip, Copy, Viewing
from mingzhi.regulations.footage.stages import Copying
from tests.cast import at
from tests.core.vault.filming import film, needs_ffmpeg

from . import story
from .conftest import refused
from .story import act, brought, uploaded

WHEN = at("2026-03-05 11:00")


def photo(town, shade: str = "red") -> Clip:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), shade).save(out, "JPEG")
    return brought(town, uploaded(town, name="现场.jpg", content=out.getvalue()))


def made(copy: Copy) -> Copy:
    assert making.make_waiting(WHEN) == 1
    return Copy.objects.get(pk=copy.pk)


@needs_ffmpeg
def test_a_marked_copy_is_cut_and_hidden_and_names_its_parent(town, tmp_path):
    """recording-17-release, recording-17-immutable, equipment-8-copy"""
    clip = brought(town, uploaded(town, name="a.mp4", content=film(tmp_path / "a.mp4", 4, "-vf", "scale=320:240").read_bytes()))
    taking.read_new(WHEN)
    before = hashlib.sha256(vault.path(clip.blob).read_bytes()).hexdigest()
    blurs = [{"left": "10", "top": "10", "width": "40", "height": "40"}]
    copy = made(story.copy_approved(town, story.copy_asked(town, clip, from_s="1", until_s="3", blurs=blurs)))
    assert (copy.stage, copy.problem) == (Copying.MADE, "")
    assert copy.parent_sha256 == copy.recipe["parent_sha256"] == before == clip.blob.sha256
    assert copy.output.sha256 != clip.blob.sha256
    assert copy.recipe["words"].startswith("仅供某某区人民法院“行政诉讼举证”使用")
    assert copy.tool.startswith("ffmpeg")
    assert copy.rechecked_at == WHEN
    assert hashlib.sha256(vault.path(clip.blob).read_bytes()).hexdigest() == before
    facts = vault_facts(copy)
    assert facts.duration.total_seconds() == pytest.approx(2, abs=0.3)


def vault_facts(copy: Copy):
    from mingzhi.core.vault.probing import probe

    return probe(vault.path(copy.output))


def test_words_are_burned_into_a_photograph_and_the_hidden_part_is_blocks(town):
    """recording-17-release, footage-13"""
    clip = photo(town, "white")
    copy = made(story.copy_approved(town, story.copy_asked(town, clip, blurs=[{"left": "0", "top": "0", "width": "50", "height": "50"}])))
    picture = Image.open(vault.path(copy.output)).convert("L")
    foot = list(picture.crop((0, 450, 640, 480)).getdata())
    assert min(foot) < 120
    assert copy.tool.startswith("Pillow")


def test_what_cannot_be_made_says_why_and_may_be_tried_again(town):
    """recording-17-release"""
    copy = story.copy_failed(town)
    assert copy.stage == Copying.APPROVED
    assert copy.problem
    assert making.make_waiting(WHEN) == 0
    copy = act(town, "copy.make_again", copy, "lixuemei", "2026-03-05 12:00").matter
    assert copy.problem == ""
    assert making.make_waiting(WHEN) == 1


def test_without_approval_nothing_is_made_or_taken_away(town):
    """recording-17-release"""
    copy = story.copy_asked(town)
    assert making.make_waiting(WHEN) == 0
    with pytest.raises(NotFound, match="没有这份副本"):
        viewings.open_copy(copy, town["lixuemei"], WHEN)


def test_the_original_leaves_only_with_two_different_approvals(town):
    """recording-17-release, town-separation"""
    first = story.copy_approved(town, story.copy_asked(town, form="original"))
    assert first.stage == Copying.FIRST
    with pytest.raises(Refused) as found:
        act(town, "copy.approve_second", first, "zhouweimin", "2026-03-05 11:00", opinion="同意。")
    assert "您已经批准过" in refused(found, of="recording-17-release")
    done = act(town, "copy.approve_second", first, "tangguohua", "2026-03-05 11:00", opinion="同意。").matter
    assert (done.stage, done.output) == (Copying.MADE, done.clip.blob)


def test_an_original_is_never_published(town):
    """recording-17-release, footage-13"""
    with pytest.raises(Refused, match="不能是原件"):
        story.copy_asked(town, form="original", recipient_kind="public")


def test_what_the_law_protects_is_hidden_or_the_reason_is_given(town):
    """footage-13"""
    clip = act(town, "footage.mark", brought(town), "lixuemei", "2026-03-04 13:00", secrecy="privacy", reasons="邻居家中。").matter
    with pytest.raises(Refused, match="请划出要模糊的部分"):
        story.copy_asked(town, clip)
    assert story.copy_asked(town, clip, unblurred_because="法院要求不作处理。").pk
    assert story.copy_asked(town, clip, blurs=[{"left": "0", "top": "0", "width": "9", "height": "9"}]).pk


def test_who_may_only_look_may_not_copy(town):
    """recording-18-approve, equipment-8-copy"""
    clip = brought(town)
    for wanted, sentence in ((None, "请先申请复制"), ("look", "只获准调阅，没有获准复制")):
        if wanted:
            story.granted(town, clip, wanted)
        with pytest.raises(Refused) as found:
            act(town, "copy.ask", None, "wumin", "2026-03-06 09:00", **story.wanted(clip))
        assert sentence in refused(found, of="recording-18-approve")
    story.granted(town, clip, "copy")
    assert act(town, "copy.ask", None, "wumin", "2026-03-06 09:00", **story.wanted(clip)).matter.pk


def test_taking_a_copy_out_is_a_download_on_record_and_only_the_applicants(town):
    """equipment-8-copy, recording-18-approve"""
    copy = story.original_released(town)
    viewing = viewings.open_copy(copy, town["lixuemei"], WHEN)
    assert (viewing.kind, viewings.words_of(viewing)) == (Viewing.Kind.DOWNLOAD, "下载")
    with pytest.raises(PostNotHeld, match="他人不得下载"):
        viewings.open_copy(copy, town["luokaifu"], WHEN)


@pytest.mark.parametrize(
    ("medium", "changes", "sentence"),
    [("audio", {"blurs": [{"left": "0", "top": "0", "width": "9", "height": "9"}]}, "没有画面"), ("photo", {"until_s": "3"}, "没有时长")],
)
def test_only_what_there_is_can_be_cut_or_hidden(town, medium, changes, sentence):
    """recording-17-release"""
    clip = brought(town)
    Clip.objects.filter(pk=clip.pk).update(medium=medium)
    with pytest.raises(Refused, match=sentence):
        story.copy_asked(town, clip, **changes)


@pytest.mark.parametrize(
    ("width", "lines"), [(320, ["一二三四五六七八九十" * 3, "一二三四"]), (1280, ["一二三四五六七八九十" * 3 + "一二三四"])]
)
def test_words_go_on_in_another_line_where_the_picture_is_small(width, lines):
    """recording-17-release: who approved and that it goes no further stand at their end."""
    assert making.in_lines("一二三四五六七八九十" * 3 + "一二三四", width, 10).split("\n") == lines
