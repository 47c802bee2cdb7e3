"""Proofs from the stored log: that an entry is in it, and that an older state is a prefix of a newer one.

Reads at most a few groups of 256 hashes, however long the log is. An outsider checks them with `merkle` alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from . import merkle
from .appending import LedgerError

ALGORITHMS = ("sha256", "sm3")
TILE_WIDTH = 1 << merkle.TILE_HEIGHT


class NotInLog(LedgerError):
    """The log has no such entry, or is not that long."""


@dataclass(frozen=True, slots=True)
class InclusionProof:
    """Everything an outsider needs, beside a root they trust: payload → leaf → path → root of `size` leaves."""

    origin: str
    algorithm: str
    seq: int
    size: int
    payload: bytes
    leaf: bytes
    path: list[bytes]
    root: bytes

    def holds(self) -> bool:
        """Whether the payload really leads to the root."""
        hasher = merkle.hasher(self.algorithm)
        leaf = hasher.leaf(self.payload)
        return leaf == self.leaf and merkle.included(hasher, leaf, self.seq, self.size, self.path, self.root)


class _StoredTree:
    """Subtree roots of one stored log, from leaf columns and tiles, each group of 256 read once."""

    def __init__(self, log_id: int, algorithm: str) -> None:
        if algorithm not in ALGORITHMS:
            raise ValueError(f"台账没有 {algorithm} 树，只有 {'、'.join(ALGORITHMS)}。")
        self.log_id = log_id
        self.hasher = merkle.hasher(algorithm)
        leaves = f"SELECT leaf_{algorithm} FROM ledger_entry WHERE log_id = %s AND seq >= %s AND seq < %s ORDER BY seq"
        tiles = f"SELECT {algorithm} FROM ledger_tile WHERE log_id = %s AND level = %s AND idx >= %s AND idx < %s ORDER BY idx"
        self._queries = leaves, tiles
        self._groups: dict[tuple[int, int], list[bytes]] = {}

    def _group(self, level: int, index: int) -> list[bytes]:
        if (level, index) not in self._groups:
            leaves, tiles = self._queries
            bounds = (index * TILE_WIDTH, (index + 1) * TILE_WIDTH)
            with transaction.get_connection().cursor() as cursor:
                if level == 0:
                    cursor.execute(leaves, (self.log_id, *bounds))
                else:
                    cursor.execute(tiles, (self.log_id, level, *bounds))
                self._groups[level, index] = [bytes(found) for (found,) in cursor.fetchall()]
        return self._groups[level, index]

    def _perfect(self, low: int, height: int) -> bytes:
        """Root of the perfect subtree of 2^height leaves from `low`."""
        level = height // merkle.TILE_HEIGHT
        first = low >> (level * merkle.TILE_HEIGHT)
        count = 1 << (height - level * merkle.TILE_HEIGHT)
        inside = first % TILE_WIDTH
        nodes = self._group(level, first // TILE_WIDTH)[inside : inside + count]
        if len(nodes) != count:
            raise NotInLog(f"台账缺少第 {low} 至 {low + (1 << height) - 1} 条的哈希，无法出具证明。请运行 mingzhi ledger verify。")
        return merkle.fold(self.hasher, ((0, node) for node in nodes))

    def subtree(self, low: int, high: int) -> bytes:
        """Root of the leaves [low, high) as RFC 6962 splits them."""
        nodes = []
        while low < high:
            height = (high - low).bit_length() - 1
            nodes.append((height, self._perfect(low, height)))
            low += 1 << height
        return merkle.fold(self.hasher, nodes)


def _log(log_id: int) -> tuple[str, int]:
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SELECT l.origin, h.size FROM ledger_log l JOIN ledger_head h ON h.log_id = l.id WHERE l.id = %s", (log_id,))
        row = cursor.fetchone()
    if row is None:
        raise NotInLog(f"没有编号为 {log_id} 的台账。")
    return row


def inclusion_proof(log_id: int, seq: int, *, size: int | None = None, algorithm: str = "sha256") -> InclusionProof:
    """Proof that entry `seq` is in the log as it stood at `size` entries (now, when not given).

    Raises NotInLog when the log has no such entry or is not that long.
    """
    origin, present = _log(log_id)
    size = present if size is None else size
    if not 0 <= seq < size <= present:
        raise NotInLog(f"台账 {origin} 现有 {present} 条，没有 {size} 条之内的第 {seq} 条。")
    tree = _StoredTree(log_id, algorithm)
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(f"SELECT payload, leaf_{algorithm} FROM ledger_entry WHERE log_id = %s AND seq = %s", (log_id, seq))
        row = cursor.fetchone()
    if row is None:
        raise NotInLog(f"台账 {origin} 第 {seq} 条不见了。请运行 mingzhi ledger verify。")
    path = merkle.inclusion_path(seq, size, tree.subtree)
    return InclusionProof(origin, algorithm, seq, size, bytes(row[0]), bytes(row[1]), path, tree.subtree(0, size))


def consistency_proof(log_id: int, old_size: int, size: int, *, algorithm: str = "sha256") -> list[bytes]:
    """Proof that the log at `old_size` entries is a prefix of the log at `size`; check it with `merkle.consistent`."""
    origin, present = _log(log_id)
    if not 0 <= old_size <= size <= present:
        raise NotInLog(f"台账 {origin} 现有 {present} 条，无法证明 {old_size} 条到 {size} 条的连续。")
    return merkle.consistency_path(old_size, size, _StoredTree(log_id, algorithm).subtree)


def root_at(log_id: int, size: int | None = None, *, algorithm: str = "sha256") -> tuple[int, bytes]:
    """(size, root) of the log as it stood at `size` entries (now, when not given)."""
    origin, present = _log(log_id)
    size = present if size is None else size
    if not 0 <= size <= present:
        raise NotInLog(f"台账 {origin} 现有 {present} 条，不到 {size} 条。")
    tree = _StoredTree(log_id, algorithm)
    return size, tree.subtree(0, size) if size else tree.hasher.empty()
