"""Appending: order, idempotence, the payload, and the transaction it lives in."""

from __future__ import annotations

import hashlib
import json
import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
import rfc8785
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingzhi.core import ledger
from mingzhi.core.ledger import merkle
from mingzhi.core.organs.models import Authority

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
FACTS = st.dictionaries(WORDS, WORDS | st.integers(-1000, 1000) | st.none() | st.lists(WORDS, max_size=2), max_size=4)


def stored(entry: ledger.Entry) -> ledger.StoredEntry:
    return next(ledger.entries(entry.log_id, entry.seq, entry.seq + 1))


@pytest.mark.django_db
def test_entries_are_numbered_from_zero_without_gaps(town, write):
    """I1."""
    assert [write(town).seq for _ in range(5)] == [0, 1, 2, 3, 4]


@pytest.mark.django_db
def test_a_number_given_back_by_a_rollback_is_used_by_the_next_entry(town, write):
    """I1: no gap when a transaction fails."""
    write(town)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write(town)
        raise ZeroDivisionError
    assert write(town).seq == 1
    assert ledger.verify(town).ok


@pytest.mark.django_db
def test_the_payload_is_canonical_and_says_what_was_recorded_without_the_private_part(town, write):
    entry = write(town, facts={"b": 1, "a": ["乙"]}, private={"party": "李四娃", "phone": "13800000000"})
    found = stored(entry)
    said = json.loads(found.payload)
    assert rfc8785.dumps(said) == found.payload
    assert set(said) == {"v", "log", "id", "kind", "at", "actor", "obj", "case", "n", "d", "c"}
    assert said["log"].endswith("/t/500399-a")
    assert (said["id"], said["kind"], said["at"]) == (entry.event_id, "penalty.decide", "2026-03-02T06:30:15.123456Z")
    assert (said["d"], said["obj"], said["case"]) == ({"b": 1, "a": ["乙"]}, "matter:1", "matter:1")
    assert "李四娃" not in found.payload.decode()
    assert "13800000000" not in found.payload.decode()
    assert said["c"] == hashlib.sha256(found.salt + rfc8785.dumps({"party": "李四娃", "phone": "13800000000"})).hexdigest()
    assert entry.leaf_sha256 == hashlib.sha256(b"\0" + found.payload).digest() == found.leaf_sha256
    assert found.leaf_sm3 == hashlib.new("sm3", b"\0" + found.payload).digest()


@pytest.mark.django_db
def test_two_entries_that_say_the_same_have_different_leaves(town, write):
    """Leaf hashes are public; a nonce keeps them from being guessed from a dictionary."""
    assert write(town).leaf_sha256 != write(town).leaf_sha256


@pytest.mark.django_db
def test_moments_are_written_in_utc_whatever_zone_they_came_in(town, write):
    moment = datetime(2026, 3, 2, 14, 30, 0, 5, tzinfo=timezone(timedelta(hours=8)))
    assert json.loads(stored(write(town, at=moment)).payload)["at"] == "2026-03-02T06:30:00.000005Z"
    assert ledger.verify(town).ok


@pytest.mark.django_db
def test_the_same_event_twice_is_one_entry(town, write):
    first = write(town, "event-1")
    again = write(town, "event-1")
    assert again == first
    assert write(town).seq == 1


@pytest.mark.django_db
@pytest.mark.parametrize("changed", [{"kind": "penalty.close"}, {"facts": {"version": 5}}, {"private": {"party": "王某"}}, {"case": None}])
def test_the_same_event_saying_something_else_is_refused(town, write, changed):
    write(town, "event-1")
    with pytest.raises(ledger.EventDiffers, match="event-1"):
        write(town, "event-1", **changed)


@pytest.mark.django_db
def test_logs_of_two_towns_are_disjoint(town, other_town, write):
    """I9: each has its own numbers, its own origin, its own event ids, its own roots."""
    mine = [write(town, "same-event"), write(town)]
    theirs = [write(other_town, "same-event")]
    assert [entry.seq for entry in mine + theirs] == [0, 1, 0]
    assert mine[0].log_id != theirs[0].log_id
    before = ledger.root_at(theirs[0].log_id)
    write(town)
    assert ledger.root_at(theirs[0].log_id) == before
    assert {json.loads(entry.payload)["log"] for entry in ledger.entries(mine[0].log_id)} == {ledger.current_log(town)[1]}
    assert ledger.current_log(town)[1] != ledger.current_log(other_town)[1]


@pytest.mark.django_db(transaction=True)
def test_appending_outside_a_transaction_is_refused(town):
    with pytest.raises(ledger.NotInTransaction):
        ledger.append(
            town, event_id=None, kind="k", at=datetime(2026, 1, 1, tzinfo=UTC), actor={}, obj="o", case=None, facts={}, private={}
        )
    assert ledger.current_log(town) is None


@pytest.mark.django_db
def test_a_public_part_beyond_its_limit_is_refused_and_a_private_body_has_none(town, write):
    with pytest.raises(ledger.PayloadTooLarge, match="65535"):
        write(town, facts={"text": "a" * 65536})
    entry = write(town, private={"text": "字" * 200_000})
    assert len(stored(entry).body) > 600_000
    assert entry.seq == 0


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["facts", "private", "actor"])
def test_a_float_is_refused_in_every_part(town, write, part):
    with pytest.raises(TypeError, match="float"):
        write(town, **{part: {"yuan": 0.1}})


@pytest.mark.django_db
def test_one_append_takes_few_statements(town, write):
    """Two on PostgreSQL, four on SQLite; one more for a given event id."""
    write(town)
    parts = {
        "kind": "k",
        "at": datetime(2026, 1, 1, tzinfo=UTC),
        "actor": {},
        "obj": "o",
        "case": None,
        "facts": {},
        "private": {},
    }
    expected = {"postgresql": 2, "sqlite": 4}[connection.vendor]
    with CaptureQueriesContext(
        connection,
    ) as seen:
        ledger.append(town, event_id=None, **parts)
    assert len(seen) == expected
    with CaptureQueriesContext(connection) as seen:
        ledger.append(town, event_id="given", **parts)
    assert len(seen) == expected + 1


@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.sampled_from("abc"), FACTS, FACTS), max_size=12))
def test_whatever_is_appended_the_head_is_the_root_of_the_entries(town, other_town, write, story):
    """I1, I4, I9: contiguous, both roots recomputed by definition, towns apart."""
    for mine, kind, facts, private in story:
        write(town if mine else other_town, kind=kind, facts=facts, private=private)
    for authority in (town, other_town):
        report = ledger.verify(authority)
        assert report.ok, report.first
        log = ledger.current_log(authority)
        if log is None:
            continue
        found = list(ledger.entries(log[0]))
        assert [entry.seq for entry in found] == list(range(log[2]))
        for algorithm in ("sha256", "sm3"):
            hasher = merkle.hasher(algorithm)
            leaves = [hasher.leaf(entry.payload) for entry in found]
            assert ledger.root_at(log[0], algorithm=algorithm) == (len(found), merkle.subtrees(hasher, leaves)(0, len(leaves)))


@pytest.mark.django_db(transaction=True)
def test_a_log_is_opened_once_however_many_open_it_at_once(town, write):
    """I1, I2: whichever constraint a later opener meets first, it writes into the log of the earlier one."""
    writers, towns = 6, 25
    authorities = [
        Authority.objects.create(
            code=f"500399-n{number}",
            kind="town",
            parent=town.parent,
            region=f"500399.{number + 10}",
            name=f"新{number}镇",
            place="新镇",
            word=f"新{number}府",
        )
        for number in range(towns)
    ]
    failures: list[Exception] = []
    start = threading.Barrier(writers)

    def work(writer: int) -> None:
        try:
            for authority in authorities:
                start.wait()
                write(authority, str(writer))
        except Exception as failure:
            failures.append(failure)
            start.abort()
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(writer,)) for writer in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert [ledger.current_log(authority)[2] for authority in authorities] == [writers] * towns


@pytest.mark.django_db(transaction=True)
def test_many_writers_at_once_on_one_new_log_lose_and_repeat_nothing(town, write):
    """I1, I2: the head is the lock, and so is the making of the log."""
    writers, each = 6, 15
    acknowledged: list[tuple[int, str]] = []
    failures: list[Exception] = []
    start = threading.Barrier(writers)

    def work(writer: int) -> None:
        try:
            start.wait()
            for number in range(each):
                entry = write(town, f"{writer}-{number}")
                acknowledged.append((entry.seq, entry.event_id))
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(writer,)) for writer in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    log_id, _, size = ledger.current_log(town)
    assert sorted(acknowledged) == [(entry.seq, entry.event_id) for entry in ledger.entries(log_id)]
    assert size == writers * each
    assert ledger.verify(town).ok
