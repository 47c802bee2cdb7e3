"""Facts that must hold before actions of a penalty case, by subject."""

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
    officers,
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
    "officers",
    "performance",
    "reporting",
    "service",
    "spot",
]
