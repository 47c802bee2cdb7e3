"""Short phrases of the timeline that several actions share."""

from __future__ import annotations

from typing import Any

from django.utils import timezone


def span(case: Any, given: dict[str, Any]) -> str:
    """“09:00–09:40”; days are named where they are not the day on which the act is recorded."""
    recorded = timezone.localtime(case.changed_at).date()
    first, last = timezone.localtime(given["from_at"]), timezone.localtime(given["until_at"])
    begins = f"{first:%H:%M}" if first.date() == recorded else f"{first:%Y-%m-%d %H:%M}"
    ends = f"{last:%H:%M}" if last.date() == first.date() else f"{last:%Y-%m-%d %H:%M}"
    return f"{begins}–{ends}"
