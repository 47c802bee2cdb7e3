"""The ledger (台账): one append-only Merkle log per authority, over SHA-256 and SM3 at once."""

from .append_only import AppendOnly
from .entries import (
    Entry,
    EventDiffers,
    LedgerError,
    LogDamaged,
    NotInTransaction,
    PayloadTooLarge,
    append,
    current_log,
)

__all__ = [
    "AppendOnly",
    "Entry",
    "EventDiffers",
    "LedgerError",
    "LogDamaged",
    "NotInTransaction",
    "PayloadTooLarge",
    "append",
    "current_log",
]
