"""Short phrases of the timeline that several actions share."""

from __future__ import annotations

from typing import Any

from django.utils import timezone


def span(given: dict[str, Any]) -> str:
    """“2026-03-04 09:00–09:40”, with the second day when it is another."""
    first, last = timezone.localtime(given["from_at"]), timezone.localtime(given["until_at"])
    return f"{first:%Y-%m-%d %H:%M}–{last:%H:%M}" if first.date() == last.date() else f"{first:%Y-%m-%d %H:%M}–{last:%Y-%m-%d %H:%M}"
