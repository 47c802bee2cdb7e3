"""The one door through which content leaves: only for what the ledger tells of, and never what somebody still needs."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from mingzhi.core import ledger, vault
from mingzhi.core.vault import places, scrubbing
from mingzhi.core.vault.clearing import Release, give_up, remove_again, remove_cleared
from mingzhi.core.vault.models import Blob, Cleared, Replica
from mingzhi.core.vault.places import Place, State

NOW = timezone.now()


@pytest.fixture
def blob(town, tmp_path, settings) -> Blob:
    settings.VAULT_COPY_DIR = tmp_path / "another-disk"
    kept = vault.put(b"expired\n", declared_name="a.txt")
    scrubbing.copy_new(NOW)
    return kept


def entry(town, kind: str, person: int, at: datetime, obj: str = "clearing/1") -> str:
    event = secrets.token_hex(8)
    with transaction.atomic():
        ledger.append(town.authority, event_id=event, kind=kind, at=at, actor={"id": person}, obj=obj, case=None, facts={}, private={})
    return event


def release(town, people=(1, 2, 3), days: int = 8, obj: str = "clearing/1") -> Release:
    """Proposed by the first of `people`, approved by the others so many days ago."""
    proposed = entry(town, "x.propose", people[0], NOW - timedelta(days=20), obj)
    approved = tuple(entry(town, "x.approve", one, NOW - timedelta(days=days), obj) for one in people[1:])
    return Release(town.authority, "clearing/1", (proposed,), approved, "清理 1")


def gone(row) -> bool:
    return True


def test_content_that_was_released_goes_in_both_places_and_the_row_says_so(town, blob):
    """footage-14"""
    with transaction.atomic():
        give_up(blob, release(town), gone, NOW)
    assert remove_cleared(NOW) == 1
    assert not vault.path(blob).exists()
    assert not places.path_in(Place.SECOND, blob).exists()
    assert set(Replica.objects.values_list("state", flat=True)) == {State.GONE}
    with pytest.raises(vault.ContentCleared, match="依法清理（清理 1），只保留登记信息和哈希值"):
        vault.open(blob)
    assert remove_cleared(NOW) == 0


def test_neither_second_copy_nor_scrub_brings_it_back(town, blob):
    """footage-14"""
    with transaction.atomic():
        give_up(blob, release(town), gone, NOW)
    remove_cleared(NOW)
    assert scrubbing.copy_new(NOW) == 0
    assert scrubbing.scrub(NOW + timedelta(days=100)) == 0


def test_the_same_content_is_not_kept_again(town, blob):
    """footage-14"""
    with transaction.atomic():
        give_up(blob, release(town), gone, NOW)
    remove_cleared(NOW)
    with pytest.raises(vault.OnceCleared, match="不再收存"):
        vault.put(b"expired\n", declared_name="a.txt")
    assert remove_again(NOW) == 1
    assert not vault.path(blob).exists()


@pytest.mark.parametrize(
    ("people", "days", "obj"),
    [
        ((1, 2), 8, "clearing/1"),
        ((1, 2, 2), 8, "clearing/1"),
        ((1, 1, 2), 8, "clearing/1"),
        ((1, 2, 3), 6, "clearing/1"),
        ((1, 2, 3), 7, "clearing/1"),
        ((1, 2, 3), 8, "clearing/2"),
    ],
    ids=["one approved", "one approved twice", "who proposed approved", "six days ago", "seven days ago", "another clearing"],
)
def test_what_the_ledger_does_not_tell_of_is_not_released(town, blob, people, days, obj):
    """town-footage-clearing: two others approve, and seven days pass."""
    with transaction.atomic(), pytest.raises(vault.NotReleased):
        give_up(blob, release(town, people, days, obj), gone, NOW)
    assert not Cleared.objects.exists()
    assert vault.path(blob).exists()


def test_events_nobody_wrote_release_nothing(town, blob):
    """town-footage-clearing"""
    made_up = Release(town.authority, "clearing/1", ("a",), ("b", "c"), "清理")
    with transaction.atomic(), pytest.raises(vault.NotReleased):
        give_up(blob, made_up, gone, NOW)


def test_what_another_row_needs_stays(town, blob):
    """equipment-8-store"""
    from mingzhi.core.engine.models import Attachment, Matter

    matter = Matter.objects.create(
        authority=town.authority, region=town.authority.region, kind="clue", title="件", stage="x", opened_at=NOW, changed_at=NOW
    )
    Attachment.objects.create(matter=matter, blob=blob, name="照片", added_by=town["lixuemei"], added_at=NOW)
    with transaction.atomic(), pytest.raises(vault.NotReleased, match="还有“附件”在使用"):
        give_up(blob, release(town), lambda row: not isinstance(row, Attachment), NOW)


def test_what_was_cleared_is_never_forgotten(town, blob):
    """footage-14"""
    with transaction.atomic():
        give_up(blob, release(town), gone, NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Cleared.objects.all().delete()
