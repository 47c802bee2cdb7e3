"""Choosing officers for a case, and the handlers it has."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.officers import offer_officers, officers_field
from mingzhi.core.engine.places import handler_ids

__all__ = ["handlers_of", "offer_officers", "officers_field"]


def handlers_of(form: Any) -> list[int]:
    """The handlers of the form's matter, to be filled in."""
    return handler_ids(form.matter) if form.matter.pk else []
