"""Document and case numbers: 机关代字 + 文种 + 〔year〕 + running number, one run per (word, year), without gaps.

A number is taken inside the action's transaction, so a refused action gives it back; a voided document keeps its own.
"""

from __future__ import annotations

from datetime import date

from mingzhi.core.organs.models import Authority

from .models import Series


def take_number(authority: Authority, word: str, on: date, organ_word: str = "") -> str:
    """The next number, such as “綦石壕府立字〔2026〕12号”. `organ_word` replaces the authority's own for an entrusting organ."""
    full = f"{organ_word or authority.word}{word}"
    row, _ = Series.objects.get_or_create(authority=authority, word=full, year=on.year)
    row = Series.objects.select_for_update().get(pk=row.pk)
    row.last += 1
    row.save(update_fields=["last"])
    return f"{full}〔{on.year}〕{row.last}号"
