"""What fills each paper: from the case's rows to the data that `papers.catalogue` declares."""

from . import (
    archiving,
    closing,
    correction,
    decision,
    evidence,
    exits,
    filing,
    handling,
    investigation,
    measures,
    notice,
    performance,
    reporting,
    service,
    spot,
)

__all__ = [
    "archiving",
    "closing",
    "correction",
    "decision",
    "evidence",
    "exits",
    "filing",
    "handling",
    "investigation",
    "measures",
    "notice",
    "performance",
    "reporting",
    "service",
    "spot",
]
