"""Whoever keeps the devices, and holds no other post, reads and carries on what they keep, and nothing else of the town."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.errors import NotFound
from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.viewing import may_see, visible
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.regulations.equipment.asking import devices_seen_by
from mingzhi.regulations.footage import seeing
from tests.cast import Town, at, make_town
from tests.procedures.conftest import db, stages
from tests.procedures.penalty import story as cases
from tests.regulations.footage import story as footage

from . import story

__all__ = ["db", "stages"]


@pytest.fixture
def keeper(town: Town, tmp_path, settings):
    """装备管理员, and nothing else."""
    settings.VAULT_DIR, settings.DATA_DIR = tmp_path / "vault", tmp_path / "data"
    person = town["newcomer"]
    Appointment.objects.filter(person=person).delete()
    Appointment.objects.create(person=person, authority=town.authority, post=Post.EQUIPMENT_KEEPER, from_on="2025-01-01")
    return person


def test_the_keeper_sees_every_device_of_the_authority_and_of_no_other(town: Town, keeper):
    """equipment-8-store, footage-3: whoever is named as keeper of the single device."""
    story.out(town)
    story.in_store(town, "ZF-08")
    neighbour = make_town(code="500110113", place="安稳镇", word="綦安稳府", prefix="n-")
    story.act(neighbour, "register", None, "luokaifu", "2026-03-02 09:00", **story.bought("ZF-09", keeper="n-wangli"))
    assert [device.code for device in devices_seen_by(keeper)] == ["ZF-07", "ZF-08"]


def test_the_keeper_carries_on_what_others_took_out(town: Town, keeper):
    """equipment-9"""
    device = story.broken(town)
    assert story.act(town, "put_back", device, "newcomer", "2026-03-05 09:00", reasons="更换电池后正常。").matter.stage == "in_store"


def test_the_keeper_reads_of_footage_but_no_case_and_sees_no_content(town: Town, keeper):
    """recording-18-scope"""
    clip, case = footage.brought(town), cases.filed(town).matter
    on = at("2026-03-05 09:00").date()
    assert may_see(clip, keeper, on) and not may_see(case, keeper, on)
    assert set(visible(Matter.objects.all(), keeper, on).values_list("kind", flat=True)) == {"footage"}
    assert seeing.ground_of(clip, keeper, at("2026-03-05 09:00")) is None
    with pytest.raises(NotFound):
        perform("penalty.inspect", case, actor=keeper, data={}, at=at("2026-03-05 09:00"))
