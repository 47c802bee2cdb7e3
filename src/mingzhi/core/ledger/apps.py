"""Tells Django about the ledger and refuses to start without its hash algorithms."""

from __future__ import annotations

from django.apps import AppConfig

from .self_test import self_test


class LedgerConfig(AppConfig):
    """The append-only, tamper-evident ledger of every authority."""

    name = "mingzhi.core.ledger"
    label = "ledger"
    verbose_name = "台账"

    def ready(self) -> None:
        """Check the hash algorithms once per process."""
        self_test()
