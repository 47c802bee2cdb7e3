"""Which papers of a seizure must reach the party, and which are struck out and made anew. Serves compulsion-law-24, 25, 28, recording-2.

How they are served, announced and struck out is that of the case's papers (`penalty.serving`). Testings not done stand here too.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from mingzhi.procedures.penalty.serving import delivers

from .models import Testing

#: What goes to the party; lists and records made on the spot are handed over there.
_DELIVERED = frozenset({"D18", "D18f", "D19", "D19b", "D19d"})
#: What stands behind them is on record, so that they are printed anew from it; the decision was handed over where it was carried out.
MADE_ANEW = _DELIVERED - {"D18"}


def served_codes(seizure: Any) -> frozenset[str]:
    """What was handed over to a party who was there has reached it. Source: compulsion-law-24."""
    return _DELIVERED - {"D18"} if seizure.party_present else _DELIVERED


delivers("seizure", served=served_codes, made_anew=lambda seizure: MADE_ANEW)


def under_test(seizure: Any) -> QuerySet[Testing]:
    """Testings that are not done."""
    return Testing.objects.filter(matter_id=seizure.pk, done_on__isnull=True)
