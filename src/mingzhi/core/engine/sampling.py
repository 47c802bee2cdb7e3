"""How often words stand in the texts matters are found by, told from a thousand of them that each process keeps for some minutes.

It only chooses between ways that find the same: an old sample makes a search slower, never wrong.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from .models import SearchText
from .terms import term_of, terms_of

TEXTS = 1000
#: Seconds after which another sample is taken.
KEPT_SECONDS = 600


@dataclass(frozen=True)
class Sample:
    """Texts of all ages, evenly, in how many of them each index word stands, and the id of the newest matter."""

    newest: int
    texts: list[str]
    counts: Counter[int]
    taken: float

    def share(self, words: Iterable[str]) -> float:
        """Which part of the texts has all these words."""
        texts = self.texts
        for word in words:
            texts = [text for text in texts if word in text]
        return len(texts) / max(len(self.texts), 1)

    def share_of(self, piece: str) -> float:
        """Which part of the texts has this piece. What stands in none may still stand in one of a thousand."""
        return max(self.counts[term_of(piece)], 1) / max(len(self.texts), 1)


_kept: dict[str, Sample] = {}


def sample() -> Sample:
    """The sample of this database, taken anew when it is old: two queries then, none otherwise."""
    name = str(connection.settings_dict["NAME"])
    now = time.monotonic()
    kept = _kept.get(name)
    if kept is None or not kept.texts or now - kept.taken > KEPT_SECONDS:
        kept = _kept[name] = _taken(now)
    return kept


def _taken(now: float) -> Sample:
    newest = SearchText.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    texts = list(SearchText.objects.filter(pk__in=_spread(newest)).values_list("text", flat=True))
    return Sample(newest, texts, Counter(term for text in texts for term in terms_of(text)), now)


def _spread(newest: int) -> Iterable[int]:
    """So many ids of all ages. Not at one distance: what returns in the same rhythm would be in all of the sample or in none of it."""
    if newest <= TEXTS:
        return range(1, newest + 1)
    return {1 + int(place * _GOLDEN % 1 * newest) for place in range(TEXTS)}


#: The golden section: its multiples, without their whole part, lie evenly and have no rhythm.
_GOLDEN = (5**0.5 - 1) / 2
