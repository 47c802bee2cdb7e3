"""Checking a ledger from its first entry: every leaf, commitment, root and tile recomputed, differences in words.

What it cannot see: a log cut short or rewritten as a whole, with its head, by someone who owns the database. For that
one needs an older root from outside (a printed one, later a signed checkpoint) or the checks of upper floors.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, islice

from django.apps import apps
from django.db import transaction

from . import append_only, merkle
from .appending import LedgerAuthority, commitment
from .destruction import KIND as DESTROYED_KIND
from .reading import EVERY_ENTRY, StoredEntry, StoredLog, entries, logs

DIFFERENCES_NAMED = 20


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that does not agree: where, and a sentence. `seq` is None when it is not about one entry."""

    origin: str
    seq: int | None
    sentence: str

    def __str__(self) -> str:
        place = "" if self.seq is None else f"第 {self.seq} 条："
        return f"{self.origin} {place}{self.sentence}"


@dataclass(slots=True)
class LogReport:
    """What was found in one log: `size` entries read, the roots recomputed from them (hexadecimal)."""

    origin: str
    size: int = 0
    destroyed: int = 0
    root_sha256: str = ""
    root_sm3: str = ""
    differences: list[Difference] = field(default_factory=list)


@dataclass(slots=True)
class Report:
    """The outcome of `verify`: one LogReport per log, tables without their triggers, what upper floors found."""

    logs: list[LogReport] = field(default_factory=list)
    others: list[Difference] = field(default_factory=list)

    @property
    def differences(self) -> list[Difference]:
        """Every difference named, in the order found; at most DIFFERENCES_NAMED per log and per check."""
        return [found for log in self.logs for found in log.differences] + self.others

    @property
    def ok(self) -> bool:
        """Whether nothing differs."""
        return not self.differences

    @property
    def first(self) -> Difference | None:
        """The first difference, None when all is well."""
        return next(iter(self.differences), None)


Check = Callable[[LedgerAuthority, Iterator[StoredEntry]], Iterable[str | Difference]]
_checks: list[Check] = []


def register_check(check: Check) -> Check:
    """Have `verify` ask `check` too; an upper floor calls this once, when its app is ready. Usable as a decorator.

    `check(authority, entries)` gets every entry of the authority in order, also when there is none, and yields differences.
    """
    if check not in _checks:
        _checks.append(check)
    return check


def verify(authority: LedgerAuthority | None = None) -> Report:
    """Recompute everything about one authority's logs, or everyone's, and name what differs. Changes nothing."""
    report = Report()
    stored = logs(None if authority is None else authority.pk)
    for log in stored:
        report.logs.append(_verify_log(log))
    owners = [authority] if authority is not None else list(apps.get_model("organs", "Authority").objects.order_by("pk"))
    for owner in owners:
        own = [log for log in stored if log.authority_id == owner.pk]
        for check in _checks:
            every = (entry for log in own for entry in entries(log.id))
            for found in islice(check(owner, every), DIFFERENCES_NAMED):
                report.others.append(
                    found if isinstance(found, Difference) else Difference(own[-1].origin if own else owner.code, None, found)
                )
    for table in append_only.unprotected(transaction.get_connection()):
        report.others.append(Difference("数据库", None, f"表 {table} 的只增触发器不在了，记录可能被直接改动。请重新执行该表的迁移。"))
    return report


def _verify_log(log: StoredLog) -> LogReport:
    report = LogReport(log.origin)
    found = chain(_whole_log_differences(log), _walk(log, report))
    report.differences.extend(Difference(log.origin, seq, sentence) for seq, sentence in islice(found, DIFFERENCES_NAMED))
    return report


Found = Iterator[tuple[int | None, str]]


def _whole_log_differences(log: StoredLog) -> Found:
    """What one statement each can tell: head against entries, bodies without entry, destructions without theirs."""
    with transaction.get_connection().cursor() as cursor:
        # One statement sees one moment, so a commit in between cannot look like a difference.
        cursor.execute(
            "SELECT h.size, (SELECT COALESCE(MAX(e.seq) + 1, 0) FROM ledger_entry e WHERE e.log_id = l.id) "
            "FROM ledger_log l LEFT JOIN ledger_head h ON h.log_id = l.id WHERE l.id = %s",
            (log.id,),
        )
        size, present = cursor.fetchone()
        if size is None:
            yield None, f"表头（ledger_head）不见了，现存条目到第 {present - 1} 条为止。"
        elif size != present:
            yield None, f"表头记载 {size} 条，最后一条的序号却是 {present - 1}：末尾条目被删除，或者表头被改动。"
        cursor.execute(
            "SELECT p.seq FROM ledger_private p LEFT JOIN ledger_entry e ON e.log_id = p.log_id AND e.seq = p.seq "
            "WHERE p.log_id = %s AND e.seq IS NULL ORDER BY p.seq",
            (log.id,),
        )
        yield from ((seq, "有不公开部分而没有条目：条目被删除，或者不公开部分是另外塞入的。") for (seq,) in cursor.fetchall())
        cursor.execute(
            "SELECT d.seq, e.kind, e.payload, p.seq FROM ledger_destruction d "
            "LEFT JOIN ledger_entry e ON e.log_id = d.by_log_id AND e.seq = d.by_seq "
            "LEFT JOIN ledger_private p ON p.log_id = d.log_id AND p.seq = d.seq WHERE d.log_id = %s ORDER BY d.seq",
            (log.id,),
        )
        for seq, kind, payload, still in cursor.fetchall():
            if kind != DESTROYED_KIND or not _names(payload, log.origin, seq):
                yield seq, "登记为已销毁，却没有写明此事的台账条目。"
            if still is not None:
                yield seq, "登记为已销毁，不公开部分却还在。"


def _names(payload: bytes, origin: str, seq: int) -> bool:
    """Whether a destruction entry speaks of entry `seq` of log `origin`."""
    try:
        facts = json.loads(bytes(payload))["d"]
        return facts["log"] == origin and facts["seq"] == seq
    except (ValueError, KeyError, TypeError):
        return False


def _walk(log: StoredLog, report: LogReport) -> Found:
    """Read every entry once, in order, filling `report`; then compare head and tiles with what they should be."""
    hashers = merkle.hasher("sha256"), merkle.hasher("sm3")
    frontiers: tuple[list[bytes], list[bytes]] = ([], [])
    destroyed, tiles = _destroyed(log.id), _tiles(log.id)
    expected = 0
    # Entries committed after the head was read lie beyond it and wait for the next check.
    for entry in entries(log.id, stop=EVERY_ENTRY if log.size is None else log.size):
        if entry.seq != expected:
            gap = f"第 {expected} 条" if entry.seq == expected + 1 else f"第 {expected} 至 {entry.seq - 1} 条"
            yield expected, f"序号不连续，{gap}被删除。"
        expected = entry.seq + 1
        leaves = hashers[0].leaf(entry.payload), hashers[1].leaf(entry.payload)
        yield from _entry_differences(log, entry, leaves, destroyed)
        report.destroyed += entry.body is None
        filled = [
            merkle.push(hasher, report.size, frontier, leaf) for hasher, frontier, leaf in zip(hashers, frontiers, leaves, strict=True)
        ]
        report.size += 1
        for one, two in zip(*filled, strict=True):
            stored = tiles.pop((one.level, one.index), None)
            if stored is None:
                yield None, f"缺少第 {one.level} 层第 {one.index} 块（ledger_tile）。"
            elif stored != (one.root, two.root):
                yield None, f"第 {one.level} 层第 {one.index} 块（ledger_tile）与其条目不符。"
    for level, index in tiles:
        if log.size is not None and (index + 1) << (merkle.TILE_HEIGHT * level) <= log.size:
            yield None, f"第 {level} 层第 {index} 块（ledger_tile）没有对应的条目。"
    report.root_sha256, report.root_sm3 = (merkle.root(hasher, frontier).hex() for hasher, frontier in zip(hashers, frontiers, strict=True))
    if log.size is not None:
        for name, stored_frontier, frontier in (("SHA-256", log.frontier_sha256, frontiers[0]), ("SM3", log.frontier_sm3, frontiers[1])):
            if stored_frontier != b"".join(frontier):
                yield None, f"表头的 {name} 树根与全部条目重算的树根不符：条目或者表头被改动。"


def _entry_differences(log: StoredLog, entry: StoredEntry, leaves: tuple[bytes, bytes], destroyed: set[int]) -> Found:
    """Differences of one entry: leaf hashes, columns that repeat the payload, private body."""
    if leaves[0] != entry.leaf_sha256:
        yield entry.seq, "公开部分与其叶哈希（SHA-256）不符：公开部分或者叶哈希被改动。"
    if leaves[1] != entry.leaf_sm3:
        yield entry.seq, "公开部分与其叶哈希（SM3）不符：公开部分或者叶哈希被改动。"
    try:
        said = entry.said
        written = said["log"], said["id"], said["kind"], datetime.fromisoformat(said["at"])
        promised = said["c"]
    except (ValueError, KeyError, TypeError):
        yield entry.seq, "公开部分已不是台账的格式。"
        return
    for name, stored, word in zip(
        ("所属台账", "事件号", "事项", "时间"), (log.origin, entry.event_id, entry.kind, entry.recorded_at), written, strict=True
    ):
        if stored != word:
            yield entry.seq, f"{name}列为“{stored}”，公开部分却写着“{word}”。"
    if entry.body is None or entry.salt is None:
        if entry.seq not in destroyed:
            yield entry.seq, "不公开部分不见了，也没有销毁登记。"
    elif commitment(entry.salt, entry.body) != promised:
        yield entry.seq, "不公开部分与公开部分中的承诺值不符：不公开部分被改动。"


def _destroyed(log_id: int) -> set[int]:
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SELECT seq FROM ledger_destruction WHERE log_id = %s", (log_id,))
        return {seq for (seq,) in cursor.fetchall()}


def _tiles(log_id: int) -> dict[tuple[int, int], tuple[bytes, bytes]]:
    """Every tile subtree of a log; one for 256 entries, so they fit in memory."""
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SELECT level, idx, sha256, sm3 FROM ledger_tile WHERE log_id = %s ORDER BY level, idx", (log_id,))
        return {(level, idx): (bytes(sha256), bytes(sm3)) for level, idx, sha256, sm3 in cursor.fetchall()}
