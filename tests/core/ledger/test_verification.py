"""Tampering by someone who owns the database: each change is found and named."""

from __future__ import annotations

import json

import pytest
from django.db import connection

from mingzhi.core import ledger
from mingzhi.core.ledger import merkle, verification

pytestmark = pytest.mark.django_db


@pytest.fixture
def log_id(town, write) -> int:
    for number in range(5):
        entry = write(town, f"event-{number}", facts={"number": number})
    return entry.log_id


@pytest.fixture
def tamper(triggers_suspended):
    """Run one statement as the owner of the database, with the triggers out of the way, then put them back."""

    def run(statement: str, *given: object) -> None:
        with triggers_suspended(), connection.cursor() as cursor:
            cursor.execute(statement, given)
            assert cursor.rowcount

    return run


def sentences(report: ledger.Report) -> str:
    return "\n".join(map(str, report.differences))


def test_an_untouched_ledger_verifies_and_reports_its_roots(town, log_id):
    report = ledger.verify(town)
    assert report.ok
    assert report.first is None
    (log,) = report.logs
    assert (log.size, log.destroyed) == (5, 0)
    assert log.root_sha256 == ledger.root_at(log_id)[1].hex()
    assert log.root_sm3 == ledger.root_at(log_id, algorithm="sm3")[1].hex()


def test_an_edited_payload_is_found_and_named(town, log_id, tamper):
    entry = next(ledger.entries(log_id, 2))
    tamper(
        "UPDATE ledger_entry SET payload = %s WHERE log_id = %s AND seq = 2", entry.payload.replace(b'"number":2', b'"number":7'), log_id
    )
    report = ledger.verify(town)
    assert not report.ok
    assert report.first.seq == 2
    assert "公开部分与其叶哈希（SHA-256）不符" in report.first.sentence
    assert "树根不符" in sentences(report)


def test_an_edited_payload_with_leaf_hashes_made_to_fit_is_found_by_the_head(town, log_id, tamper):
    entry = next(ledger.entries(log_id, 2))
    payload = entry.payload.replace(b'"number":2', b'"number":7')
    leaves = [merkle.hasher(algorithm).leaf(payload) for algorithm in ("sha256", "sm3")]
    tamper("UPDATE ledger_entry SET payload = %s, leaf_sha256 = %s, leaf_sm3 = %s WHERE log_id = %s AND seq = 2", payload, *leaves, log_id)
    report = ledger.verify(town)
    assert [found.sentence for found in report.differences] == [
        "表头的 SHA-256 树根与全部条目重算的树根不符：条目或者表头被改动。",
        "表头的 SM3 树根与全部条目重算的树根不符：条目或者表头被改动。",
    ]


def test_a_deleted_entry_is_found_and_named(town, log_id, tamper):
    tamper("DELETE FROM ledger_entry WHERE log_id = %s AND seq = 3", log_id)
    report = ledger.verify(town)
    assert report.first.seq == 3
    assert "序号不连续，第 3 条被删除" in sentences(report)


def test_a_deleted_last_entry_is_found_and_named(town, log_id, tamper):
    tamper("DELETE FROM ledger_entry WHERE log_id = %s AND seq = 4", log_id)
    assert "表头记载 5 条，最后一条的序号却是 3" in ledger.verify(town).first.sentence


def test_a_shrunken_head_is_found_and_named(town, log_id, tamper):
    tamper("UPDATE ledger_head SET size = 4 WHERE log_id = %s", log_id)
    assert "表头记载 4 条，最后一条的序号却是 4" in ledger.verify(town).first.sentence


@pytest.mark.parametrize(("column", "name"), [("frontier_sha256", "SHA-256"), ("frontier_sm3", "SM3")])
def test_an_edited_head_root_is_found_and_named(town, log_id, tamper, column, name):
    tamper(f"UPDATE ledger_head SET {column} = %s WHERE log_id = %s", b"\1" * 64, log_id)
    assert f"表头的 {name} 树根" in ledger.verify(town).first.sentence


def test_a_deleted_head_is_found_and_nothing_more_can_be_appended(town, log_id, tamper, write):
    tamper("DELETE FROM ledger_head WHERE log_id = %s", log_id)
    assert "表头（ledger_head）不见了" in ledger.verify(town).first.sentence
    with pytest.raises(ledger.LogDamaged, match="500399-a"):
        write(town)


def test_an_edited_private_body_is_found_and_named(town, log_id, tamper):
    tamper("UPDATE ledger_private SET body = %s WHERE log_id = %s AND seq = 1", json.dumps({"party": "王五娃"}).encode(), log_id)
    (found,) = ledger.verify(town).differences
    assert (found.seq, found.sentence) == (1, "不公开部分与公开部分中的承诺值不符：不公开部分被改动。")


def test_a_private_body_deleted_without_a_destruction_is_found_and_named(town, log_id, tamper):
    tamper("DELETE FROM ledger_private WHERE log_id = %s AND seq = 1", log_id)
    (found,) = ledger.verify(town).differences
    assert (found.seq, found.sentence) == (1, "不公开部分不见了，也没有销毁登记。")


def test_a_destruction_row_without_an_entry_that_says_so_is_found_and_named(town, log_id):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO ledger_destruction (log_id, seq, by_log_id, by_seq) VALUES (%s, 1, %s, 2)", (log_id, log_id))
        cursor.execute("DELETE FROM ledger_private WHERE log_id = %s AND seq = 1", (log_id,))
    (found,) = ledger.verify(town).differences
    assert (found.seq, found.sentence) == (1, "登记为已销毁，却没有写明此事的台账条目。")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("event_id = 'forged'", "事件号列为“forged”"),
        ("kind = 'forged'", "事项列为“forged”"),
        ("recorded_at = '2020-01-01 00:00:00'", "时间列为"),
    ],
)
def test_a_column_that_no_longer_says_what_the_payload_says_is_found(town, log_id, tamper, change, named):
    tamper(f"UPDATE ledger_entry SET {change} WHERE log_id = %s AND seq = 0", log_id)
    (found,) = ledger.verify(town).differences
    assert found.seq == 0
    assert named in found.sentence


def test_a_payload_that_is_no_json_is_named_and_does_not_stop_the_check(town, log_id, tamper):
    tamper("UPDATE ledger_entry SET payload = %s WHERE log_id = %s AND seq = 0", b"\xff{", log_id)
    assert "公开部分已不是台账的格式" in sentences(ledger.verify(town))


def test_an_entry_moved_from_another_town_is_found(town, other_town, log_id, write, tamper):
    theirs = write(other_town, "event-theirs")
    stolen = next(ledger.entries(theirs.log_id))
    tamper(
        "UPDATE ledger_entry SET payload = %s, leaf_sha256 = %s, leaf_sm3 = %s, event_id = %s WHERE log_id = %s AND seq = 1",
        stolen.payload,
        stolen.leaf_sha256,
        stolen.leaf_sm3,
        stolen.event_id,
        log_id,
    )
    assert "所属台账列为" in ledger.verify(town).first.sentence
    assert ledger.verify(other_town).ok


def test_edited_forged_and_missing_tiles_are_found(town, write, tamper):
    for _ in range(260):
        log_id = write(town).log_id
    assert ledger.verify(town).ok
    tamper("UPDATE ledger_tile SET sm3 = sha256 WHERE log_id = %s", log_id)
    assert "第 1 层第 0 块（ledger_tile）与其条目不符" in ledger.verify(town).first.sentence
    tamper("UPDATE ledger_tile SET idx = 7 WHERE log_id = %s", log_id)
    assert "缺少第 1 层第 0 块" in ledger.verify(town).first.sentence


def test_a_table_that_lost_a_trigger_is_named(town, log_id):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER ledger_entry_append_only_update")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_append_only_rows")
    assert "表 ledger_entry 的只增触发器不在了" in ledger.verify(town).first.sentence


def test_all_towns_are_checked_when_none_is_named(town, other_town, log_id, write, tamper):
    theirs = write(other_town)
    tamper("UPDATE ledger_private SET body = %s WHERE log_id = %s", b"{}", theirs.log_id)
    report = ledger.verify()
    assert {log.origin[-1] for log in report.logs} == {"a", "b"}
    assert report.first.origin.endswith("500399-b")
    assert ledger.verify(town).ok


def test_an_upper_floor_adds_its_own_check_over_entries_and_private_bodies(town, other_town, log_id, monkeypatch):
    """I3 is checked by upper floors; a town without any entry is asked about too."""
    monkeypatch.setattr(verification, "_checks", [])
    asked = {}

    @ledger.register_check
    def parties_are_known(authority, entries):
        seen = [(entry.said["d"]["number"], entry.private["party"]) for entry in entries]
        asked[authority.code] = seen
        if any(number == 3 for number, _ in seen):
            yield "第 3 号与办件不符。"

    report = ledger.verify()
    assert asked == {"500399": [], "500399-a": [(number, "张某某") for number in range(5)], "500399-b": []}
    (found,) = report.differences
    assert "第 3 号与办件不符" in str(found)
    assert found.origin.endswith("500399-a")


def test_a_ledger_with_very_many_differences_names_only_the_first_ones(town, write, tamper):
    for _ in range(30):
        log_id = write(town).log_id
    tamper("UPDATE ledger_private SET body = %s WHERE log_id = %s", b"{}", log_id)
    assert len(ledger.verify(town).differences) == verification.DIFFERENCES_NAMED
