"""Two copies of every object, read again on a schedule: a flipped bit is found, repaired from the good copy, and on record."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from mingzhi.core import ledger, vault
from mingzhi.core.ledger.reading import logs
from mingzhi.core.vault import places, scrubbing
from mingzhi.core.vault.copies import copies_verified
from mingzhi.core.vault.models import Blob, Incident, Replica
from mingzhi.core.vault.places import Place, State
from mingzhi.law.provisions import provision

NOW = timezone.now()


@pytest.fixture
def copy_dir(tmp_path, settings) -> Path:
    settings.VAULT_COPY_DIR = tmp_path / "another-disk"
    return settings.VAULT_COPY_DIR


@pytest.fixture
def blob(town, copy_dir) -> Blob:
    """An object that lies in both places."""
    kept = vault.put(b"what was said\n" * 1000, declared_name="a.txt")
    assert scrubbing.copy_new(NOW) == 1
    return kept


def flip(path: Path, byte: int = 777) -> None:
    """Turn one bit, as a tired disk does."""
    content = bytearray(path.read_bytes())
    content[byte] ^= 1
    path.chmod(0o644)
    path.write_bytes(content)
    path.chmod(0o444)


def states(blob: Blob) -> dict[str, str]:
    return dict(Replica.objects.filter(blob=blob).values_list("place", "state"))


def kinds(authority) -> list[str]:
    return [entry.kind for log in logs(authority.pk) for entry in ledger.entries(log.id)]


def later(days: int = 0):
    return NOW + timedelta(days=provision("town-vault-scrub").number("within", NOW.date()) + days, hours=1)


def test_second_copy_is_made_read_back_and_counted(blob, copy_dir):
    """equipment-8-store"""
    assert copies_verified(blob) == 2
    assert places.path_in(Place.SECOND, blob).read_bytes() == vault.path(blob).read_bytes()
    assert places.path_in(Place.SECOND, blob).stat().st_mode & 0o222 == 0


def test_without_a_second_disk_one_copy_counts_once_it_was_read(town, settings):
    """town-vault-scrub"""
    settings.VAULT_COPY_DIR = None
    kept = vault.put(b"alone\n", declared_name="a.txt")
    assert copies_verified(kept) == 0
    assert scrubbing.copy_new(NOW) == 0
    assert scrubbing.scrub(NOW) == 1
    assert copies_verified(kept) == 1


def test_a_copy_whose_disk_is_away_does_not_count(blob, settings, copy_dir):
    """equipment-8-store: a card is wiped today, so what was read there yesterday is not enough."""
    settings.VAULT_COPY_DIR = None
    assert copies_verified(blob) == 1
    settings.VAULT_COPY_DIR = copy_dir
    places.path_in(Place.SECOND, blob).unlink()
    assert copies_verified(blob) == 1


def test_nothing_is_read_again_before_its_time_and_everything_after(blob):
    """town-vault-scrub: at least every thirty days."""
    assert scrubbing.scrub(NOW + timedelta(days=29)) == 0
    assert scrubbing.scrub(later()) == 1
    assert scrubbing.scrub(later()) == 0


@pytest.mark.parametrize("place", [Place.MAIN, Place.SECOND])
def test_a_flipped_bit_is_found_and_repaired_and_on_record(town, blob, place):
    """town-vault-scrub, recording-17-immutable"""
    whole = vault.path(blob).read_bytes()
    flip(places.path_in(place, blob))
    assert scrubbing.scrub(later()) == 1
    assert places.path_in(place, blob).read_bytes() == whole
    assert states(blob) == {Place.MAIN: State.GOOD, Place.SECOND: State.GOOD}
    incident = Incident.objects.get()
    assert (incident.place, incident.repaired) == (place, True)
    assert "SHA-256、SM3与入库时不符，已从完好的一份修复" in incident.sentence
    assert "vault.repaired" in kinds(town.authority) or "vault.repaired" in kinds(town.authority.parent)


def test_wrong_bytes_are_set_aside_for_whoever_looks_into_it(blob, settings):
    """recording-17-immutable"""
    flip(vault.path(blob))
    wrong = vault.path(blob).read_bytes()
    scrubbing.scrub(later())
    aside = list((settings.VAULT_DIR / "damaged").iterdir())
    assert [file.read_bytes() for file in aside] == [wrong]


def test_a_missing_file_comes_back_from_the_other_place(blob):
    """town-vault-scrub"""
    whole = vault.path(blob).read_bytes()
    vault.path(blob).unlink()
    scrubbing.scrub(later())
    assert vault.path(blob).read_bytes() == whole
    assert "文件不见了，已从完好的一份修复" in Incident.objects.get().sentence


def test_both_wrong_is_an_alarm_and_nothing_is_overwritten(blob):
    """town-vault-scrub"""
    main, second = vault.path(blob), places.path_in(Place.SECOND, blob)
    flip(main, 5)
    flip(second, 6)
    left = main.read_bytes(), second.read_bytes()
    scrubbing.scrub(later())
    assert (main.read_bytes(), second.read_bytes()) == left
    assert states(blob) == {Place.MAIN: State.WRONG, Place.SECOND: State.WRONG}
    assert copies_verified(blob) == 0
    assert all("另一处也没有完好的副本" in one.sentence and not one.repaired for one in Incident.objects.all())
    assert Incident.objects.count() == 2


def test_the_same_damage_is_told_once(blob):
    """town-vault-scrub"""
    flip(vault.path(blob), 5)
    flip(places.path_in(Place.SECOND, blob), 6)
    scrubbing.scrub(later())
    assert scrubbing.scrub(later(2)) == 1
    assert Incident.objects.count() == 2


def test_damage_found_by_chance_of_a_new_copy_is_never_copied_on(town, copy_dir):
    """town-vault-scrub"""
    kept = vault.put(b"first\n" * 500, declared_name="a.txt")
    flip(vault.path(kept))
    scrubbing.copy_new(NOW)
    assert not places.path_in(Place.SECOND, kept).exists()
    assert states(kept) == {Place.MAIN: State.WRONG, Place.SECOND: State.MISSING}


def test_what_a_copy_reads_back_wrong_leaves_what_was_there(blob, monkeypatch):
    """town-vault-scrub: a repair that does not succeed is told, and the wrong file stays."""
    flip(vault.path(blob))
    wrong = vault.path(blob).read_bytes()
    really = places.read
    monkeypatch.setattr(
        places, "read", lambda path, one: places.Found(State.WRONG, "读不出") if path.suffix == ".part" else really(path, one)
    )
    scrubbing.scrub(later())
    assert vault.path(blob).read_bytes() == wrong
    assert not list(vault.path(blob).parent.glob("*.part"))
    assert "没有修复" in Incident.objects.get().sentence
