"""Moments inside a recording as people write them: “12:30”, “1:02:03”. Nothing here knows which recording."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

_WRITTEN = re.compile(r"^(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)$")


class OffsetField(forms.CharField):
    """A moment inside a recording. Gives whole seconds, None for nothing."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "如 12:30，或者 1:02:03")
        super().__init__(max_length=12, **options)

    def clean(self, value: Any) -> int | None:  # type: ignore[override]
        text = super().clean(value).replace("：", ":")
        if not text:
            return None
        match = _WRITTEN.match(text)
        if match is None or (match["hours"] and int(match["minutes"]) > 59):
            raise ValidationError("请写成“分:秒”或者“时:分:秒”，如 12:30、1:02:03。")
        return int(match["hours"] or 0) * 3600 + int(match["minutes"]) * 60 + int(match["seconds"])


def offset_words(seconds: int) -> str:
    """“12:30”, “1:02:03”."""
    minutes, left = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"
