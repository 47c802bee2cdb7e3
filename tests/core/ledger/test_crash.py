"""A writer killed at any moment loses nothing that it had acknowledged."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from mingzhi.core import ledger

WRITER = Path(__file__).with_name("crash_writer.py")
SOURCE = Path(ledger.__file__).parents[3]


def write_until_killed(town_id: int, first: int, lines: int) -> list[tuple[int, str]]:
    """What a writer acknowledged before SIGKILL, which comes some time after `lines` lines."""
    database = str(connection.settings_dict["NAME"])
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    command = [sys.executable, str(WRITER), database, str(town_id), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
        seen = [writer.stdout.readline() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        seen += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    whole = [line.split() for line in seen if line.endswith("\n")]
    return [(int(seq), event_id) for seq, event_id in whole]


@pytest.mark.django_db(transaction=True)
def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(town):
    """I2, I1, I4: after each of several kills every acknowledged event is there, at its place, and the ledger verifies."""
    acknowledged: list[tuple[int, str]] = []
    for round_number in range(6):
        first = ledger.current_log(town)[2] if acknowledged else 0
        acknowledged += write_until_killed(town.pk, first, 3 + 5 * round_number)
        log_id, _, size = ledger.current_log(town)
        stored = {entry.seq: entry.event_id for entry in ledger.entries(log_id)}
        assert all(stored.get(seq) == event_id for seq, event_id in acknowledged)
        # At most the one entry that was committed and not yet printed.
        assert list(stored) == list(range(size))
        report = ledger.verify(town)
        assert report.ok, report.first
    assert len(acknowledged) == len(set(acknowledged))


@pytest.mark.django_db(transaction=True)
def test_an_event_sent_again_after_a_crash_is_not_recorded_twice(town):
    """I2: the client that never got its answer may repeat the event."""
    acknowledged = write_until_killed(town.pk, 0, 4)
    repeated = write_until_killed(town.pk, 0, len(acknowledged) + 3)
    assert repeated[: len(acknowledged)] == acknowledged
    assert ledger.verify(town).ok
