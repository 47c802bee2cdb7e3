"""Discs of what is kept for ever: one image with Chinese names that any tool reads, burned twice, read back, shelved."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess

import pytest

from mingzhi.core import vault
from mingzhi.core.engine.errors import Refused
from mingzhi.core.engine.standing import next_action, possible
from mingzhi.regulations.footage import discs
from mingzhi.regulations.footage.frames import Frame, Part, frame_of, put_together
from mingzhi.regulations.footage.models import Disc, DiscFrame
from mingzhi.regulations.footage.rebuilding import rebuild_waiting
from mingzhi.regulations.footage.stages import Burn
from mingzhi.regulations.footage.viewings import why_not_disc
from tests.cast import at

from . import story
from .conftest import refused
from .story import act, brought

FILES = {"001_录像_万隆村三组现场检查.mp4": b"first" * 1000, "目录.csv": "标号".encode(), "SHA256SUMS": b"x"}


@pytest.fixture
def image(tmp_path):
    target = tmp_path / "disc.iso"
    return target, discs.build(FILES, "DISC1", target)


@pytest.mark.parametrize("way", ["udf", "joliet", "rr"])
def test_chinese_names_and_bytes_come_back_by_every_tree(image, way):
    """footage-15-disc"""
    assert discs.contents(image[0], way) == {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}


@pytest.mark.skipif(shutil.which("xorriso") is None, reason="xorriso is not installed")
def test_another_tool_reads_the_same(image, tmp_path):
    """footage-15-disc: readable by two independent tools."""
    out = tmp_path / "out"
    subprocess.run(["xorriso", "-osirrox", "on", "-indev", str(image[0]), "-extract", "/", str(out)], check=True, capture_output=True)
    assert {file.name: file.read_bytes() for file in out.iterdir()} == FILES


def test_digest_of_a_disc_stops_where_the_image_ends(image, tmp_path):
    """footage-15-disc: drives read on past what was burned."""
    path, (digest, size) = image
    burned = tmp_path / "drive"
    burned.write_bytes(path.read_bytes() + b"\0" * 9000)
    assert discs.digest_of(burned, size) == (digest, size)


def test_a_disc_is_built_burned_checked_and_shelved(town):
    """footage-15-disc, footage-15"""
    disc = story.built(town)
    assert disc.stage == Burn.BUILT
    assert discs.digest_of(discs.image_path(disc)) == (disc.image_sha256, disc.image_bytes)
    (label,) = disc.documents.all()
    assert (label.data["unit"], label.data["maker"], label.data["subject"], label.data["label"], label.data["copies"]) == (
        town.authority.name, "何平", "万隆村三组现场检查", "2026-001", 2,
    )  # fmt: skip
    checked = story.checked(town, story.burned(town, disc))
    shelved = act(town, "disc.shelve", checked, "heping", "2026-03-06 12:00", place="甲柜", second_place="乙柜").matter
    assert shelved.stage == Burn.SHELVED
    assert discs.forget_images(at("2026-03-06 13:00")) == 1
    assert not discs.image_path(disc).exists()


def test_sums_on_the_disc_are_those_of_the_originals(town):
    """footage-15-disc"""
    disc = story.built(town)
    row = disc.footage_discclips.get()
    assert discs.contents(discs.image_path(disc))[row.name] == row.clip.blob.sha256


def test_one_disc_is_not_enough(town):
    """footage-15-disc: two."""
    with pytest.raises(Refused) as found:
        act(town, "disc.burn", story.built(town), "heping", "2026-03-06 10:00", burned_on="2026-03-06", discs=story.DISCS[:1])
    assert "一式 2 份" in refused(found, of="footage-15-disc")


def test_a_disc_that_reads_back_otherwise_is_burned_again(town):
    """footage-15-disc"""
    disc = story.burned(town)
    with pytest.raises(Refused, match="2026-001-乙读回的内容与映像不符"):
        act(town, "disc.check", disc, "heping", "2026-03-06 11:00", readings=story.readings(disc, **{"2026-001-乙": "0" * 64}))
    again = act(town, "disc.burn_again", disc, "heping", "2026-03-06 11:10", reasons="刻录出错。").matter
    assert (again.stage, again.discs) == (Burn.BUILT, [])


def test_only_what_is_kept_for_ever_goes_on_a_disc(town):
    """footage-15, footage-15-disc"""
    with pytest.raises(Refused, match="没有列为长期保存"):
        story.listed(town, [brought(town)])


def test_a_label_is_used_once(town):
    """footage-15-disc"""
    disc = story.listed(town)
    with pytest.raises(Refused, match="标号2026-001已经用过"):
        story.listed(town, [disc.footage_discclips.get().clip])


def test_nothing_false_goes_on_a_disc(town):
    """recording-17-immutable: an original that changed on the disk stops the disc."""
    disc = story.listed(town)
    path = vault.path(disc.footage_discclips.get().clip.blob)
    path.chmod(0o644)
    path.write_bytes(b"other")
    disc = story.built(town, disc)
    assert disc.stage == Burn.LISTED
    assert "与入库时不符" in disc.problem


def test_an_image_is_put_together_again_from_its_frame_and_the_originals(image, tmp_path):
    """footage-15-disc: the same bytes, though building anew would give others."""
    path, said = image
    parts = [Part(*discs.places(path)[name], hashlib.sha256(content).hexdigest()) for name, content in FILES.items()]
    frame = Frame.unpacked(frame_of(path, parts).packed())
    originals = {hashlib.sha256(content).hexdigest(): content for content in FILES.values()}
    assert not any(content in frame.rest for content in (b"firstfirst", "标号".encode() + b"\0"))
    assert put_together(frame, lambda sha256: io.BytesIO(originals[sha256]), tmp_path / "again.iso") == said
    assert (tmp_path / "again.iso").read_bytes() == path.read_bytes()


def test_a_frame_without_parts_is_the_image_itself(tmp_path):
    """footage-15-disc"""
    path = tmp_path / "any"
    path.write_bytes(b"\n".join([b"all", b"of", b"it"]))
    assert put_together(Frame.unpacked(frame_of(path, []).packed()), lambda sha256: io.BytesIO(), tmp_path / "again")[1] == 9
    assert (tmp_path / "again").read_bytes() == path.read_bytes()


def damaged(path) -> None:
    """Another byte in the middle, where nobody sees it by the size."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), damaged, lambda path: None], ids=["lost", "damaged", "whole"])
def test_an_image_that_was_lost_or_damaged_is_there_again_with_the_digest_on_record(town, harm):
    """footage-15-disc"""
    disc = story.built(town)
    said = (disc.image_sha256, disc.image_bytes)
    harm(discs.image_path(disc))
    disc = story.image_lost(town, disc)
    assert "正在补制" in why_not_disc(disc, town["heping"], at("2026-03-06 10:30")).sentence
    with pytest.raises(Refused, match="映像正在补制"):
        story.image_lost(town, disc)
    assert rebuild_waiting(at("2026-03-06 10:31")) == 1
    assert rebuild_waiting(at("2026-03-06 10:32")) == 0
    disc = Disc.objects.get(pk=disc.pk)
    assert discs.digest_of(discs.image_path(disc)) == said == (disc.image_sha256, disc.image_bytes)
    assert why_not_disc(disc, town["heping"], at("2026-03-06 10:33")) is None
    assert story.checked(town, story.burned(town, disc)).stage == Burn.CHECKED


def test_whoever_wants_an_image_that_is_gone_is_told_to_have_it_put_together_again(town):
    """footage-15-disc"""
    disc = story.built(town)
    discs.image_path(disc).unlink()
    (refusal,) = why_not_disc(disc, town["heping"], at("2026-03-06 10:30")).refusals
    assert (refusal.mend, refusal.mend_title) == ("disc.rebuild", "补制映像")


def test_an_image_that_would_be_another_is_not_put_in_its_place(town):
    """recording-17-immutable, footage-15-disc"""
    disc = story.image_lost(town)
    discs.image_path(disc).unlink()
    path = vault.path(disc.footage_discclips.get().clip.blob)
    path.chmod(0o644)
    damaged(path)
    rebuild_waiting(at("2026-03-06 10:31"))
    disc = Disc.objects.get(pk=disc.pk)
    assert "与登记的不一致" in disc.problem and disc.image_sha256[:16] in disc.problem
    assert list(discs.image_path(disc).parent.iterdir()) == []
    assert "没有补制成功" in why_not_disc(disc, town["heping"], at("2026-03-06 10:33")).sentence


def test_an_image_that_cannot_be_had_again_is_made_anew_with_a_new_label(town):
    """footage-15-disc"""
    disc = story.rebuilding_failed(town)
    old = disc.image_sha256
    assert "没有保存补制所需的数据" in disc.problem and "重新制作映像" in disc.problem
    listed = act(town, "disc.build_again", disc, "heping", "2026-03-06 11:00").matter
    assert (listed.stage, listed.image_sha256, listed.image_bytes) == (Burn.LISTED, "", None)
    disc = story.built(town, listed, when="2026-03-06 11:05")
    assert disc.stage == Burn.BUILT and disc.image_sha256 not in ("", old)
    assert [(label.data["sha256"], label.voided_at is None) for label in disc.documents.order_by("id")] == [
        (old, False), (disc.image_sha256, True),
    ]  # fmt: skip
    assert DiscFrame.objects.filter(disc=disc).exists()


def test_an_image_that_is_there_is_not_given_up(town):
    """footage-15-disc: its digest stands on labels."""
    (again,) = [row for row in possible(story.built(town), town["heping"], at("2026-03-06 10:00")) if row.action.name == "build_again"]
    assert "请补制映像" in again.refusals[0].sentence


def test_burned_discs_stay_good_without_their_image(town):
    """footage-15-disc"""
    disc = story.image_lost(town, story.burned(town))
    with pytest.raises(Refused, match="映像正在补制"):
        act(town, "disc.shelve", story.checked(town, disc), "heping", "2026-03-06 12:00", place="甲柜", second_place="乙柜")
    discs.image_path(disc).unlink()
    DiscFrame.objects.all().delete()
    rebuild_waiting(at("2026-03-06 12:01"))
    disc = Disc.objects.get(pk=disc.pk)
    assert "已经刻录的光盘本身就是这份映像" in disc.problem
    assert act(town, "disc.shelve", disc, "heping", "2026-03-06 12:30", place="甲柜", second_place="乙柜").matter.stage == Burn.SHELVED


def test_an_image_that_is_gone_is_made_good_before_anything_is_burned_of_it(town):
    """footage-15-disc"""
    disc = story.built(town)
    assert next_action(disc, at("2026-03-06 10:00")).name == "burn"
    discs.image_path(disc).unlink()
    assert next_action(disc, at("2026-03-06 10:00")).name == "rebuild"
    disc = story.image_lost(town, disc)
    DiscFrame.objects.all().delete()
    rebuild_waiting(at("2026-03-06 10:31"))
    assert next_action(Disc.objects.get(pk=disc.pk), at("2026-03-06 10:40")).name == "build_again"
