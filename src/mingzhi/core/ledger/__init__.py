"""The ledger (台账): one append-only Merkle log per authority, over SHA-256 and SM3 at once."""

from .append_only import AppendOnly
from .appending import (
    Entry,
    EventDiffers,
    LedgerError,
    LogDamaged,
    NotInTransaction,
    PayloadTooLarge,
    append,
    current_log,
)
from .destruction import NothingToDestroy, destroy_private
from .proofs import InclusionProof, NotInLog, consistency_proof, inclusion_proof, root_at
from .reading import StoredEntry, entries
from .verification import Difference, LogReport, Report, register_check, verify

__all__ = [
    "AppendOnly",
    "Difference",
    "Entry",
    "EventDiffers",
    "InclusionProof",
    "LedgerError",
    "LogDamaged",
    "LogReport",
    "NotInLog",
    "NotInTransaction",
    "NothingToDestroy",
    "PayloadTooLarge",
    "Report",
    "StoredEntry",
    "append",
    "consistency_proof",
    "current_log",
    "destroy_private",
    "entries",
    "inclusion_proof",
    "register_check",
    "root_at",
    "verify",
]
