"""Tells Django about the vault."""

from __future__ import annotations

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Write-once files."""

    name = "mingzhi.core.vault"
    label = "vault"
    verbose_name = "证据库"

    def ready(self) -> None:
        """Register the vault's own duties."""
        from . import clearing, scrubbing  # noqa: F401
        from .uploads import sweeping  # noqa: F401
