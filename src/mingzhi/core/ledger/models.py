"""Tables of the ledger. Only `LedgerHead` is ever updated; every other table refuses it in the database.

Rows are written by `append`, never through these classes: they exist for migrations and for reading.
Checkpoints, cosignatures and anchors get their own tables with signing; see docs/decisions/0010.
"""

from __future__ import annotations

from django.db import models


class LedgerLog(models.Model):
    """One row per log; an authority has one, and a new epoch only after a restore that lost entries."""

    authority = models.ForeignKey("organs.Authority", on_delete=models.PROTECT, related_name="+", db_index=False)
    epoch = models.PositiveIntegerField(default=1)
    origin = models.CharField(max_length=200)
    prev_epoch_note = models.TextField(null=True)

    class Meta:
        db_table = "ledger_log"
        constraints = [
            models.UniqueConstraint(fields=["authority", "epoch"], name="ledger_log_one_per_epoch"),
            models.UniqueConstraint(fields=["origin"], name="ledger_log_origin_unique"),
        ]

    def __str__(self) -> str:
        return self.origin


class LedgerHead(models.Model):
    """One row per log: its size and both frontiers. The only mutable row of the ledger, and its lock."""

    log = models.OneToOneField(LedgerLog, on_delete=models.PROTECT, primary_key=True, related_name="+")
    size = models.BigIntegerField()
    frontier_sha256 = models.BinaryField()
    frontier_sm3 = models.BinaryField()

    class Meta:
        db_table = "ledger_head"

    def __str__(self) -> str:
        return f"{self.log_id}@{self.size}"


class LedgerEntry(models.Model):
    """One row per entry: the public payload and its leaf hash in both trees."""

    pk = models.CompositePrimaryKey("log_id", "seq")
    log = models.ForeignKey(LedgerLog, on_delete=models.PROTECT, related_name="+", db_index=False)
    seq = models.BigIntegerField()
    event_id = models.CharField(max_length=64)
    kind = models.CharField(max_length=100)
    recorded_at = models.DateTimeField()
    payload = models.BinaryField()
    leaf_sha256 = models.BinaryField()
    leaf_sm3 = models.BinaryField()

    class Meta:
        db_table = "ledger_entry"
        constraints = [models.UniqueConstraint(fields=["log", "event_id"], name="ledger_entry_event_once")]

    def __str__(self) -> str:
        return f"{self.log_id}/{self.seq} {self.kind}"


class LedgerPrivate(models.Model):
    """One row per entry that still has its private body; the payload holds only SHA-256(salt ‖ body)."""

    pk = models.CompositePrimaryKey("log_id", "seq")
    log = models.ForeignKey(LedgerLog, on_delete=models.PROTECT, related_name="+", db_index=False)
    seq = models.BigIntegerField()
    salt = models.BinaryField()
    body = models.BinaryField()

    class Meta:
        db_table = "ledger_private"

    def __str__(self) -> str:
        return f"{self.log_id}/{self.seq}"


class LedgerDestruction(models.Model):
    """One row per private body destroyed; `by_log` and `by_seq` name the entry that says so."""

    pk = models.CompositePrimaryKey("log_id", "seq")
    log = models.ForeignKey(LedgerLog, on_delete=models.PROTECT, related_name="+", db_index=False)
    seq = models.BigIntegerField()
    by_log = models.ForeignKey(LedgerLog, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_seq = models.BigIntegerField()

    class Meta:
        db_table = "ledger_destruction"
        constraints = [models.UniqueConstraint(fields=["by_log", "by_seq"], name="ledger_destruction_by_one_entry")]

    def __str__(self) -> str:
        return f"{self.log_id}/{self.seq}"


class LedgerTile(models.Model):
    """One row per filled subtree of 256^level leaves: its root in both trees."""

    pk = models.CompositePrimaryKey("log_id", "level", "idx")
    log = models.ForeignKey(LedgerLog, on_delete=models.PROTECT, related_name="+", db_index=False)
    level = models.PositiveSmallIntegerField()
    idx = models.BigIntegerField()
    sha256 = models.BinaryField()
    sm3 = models.BinaryField()

    class Meta:
        db_table = "ledger_tile"

    def __str__(self) -> str:
        return f"{self.log_id}/{self.level}/{self.idx}"
