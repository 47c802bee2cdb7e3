"""Discs of what is kept for ever: one image with Chinese names that any tool reads, burned twice, read back, shelved."""

from __future__ import annotations

import hashlib
import shutil
import subprocess

import pytest

from mingzhi.core import vault
from mingzhi.core.engine.errors import Refused
from mingzhi.regulations.footage import discs
from mingzhi.regulations.footage.stages import Burn
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
