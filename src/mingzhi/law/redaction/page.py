"""One text on its way to publication: the given text, what is hidden in it so far, and how offsets lead back to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .detecting import Hit, detect
from .folding import folded
from .kinds import Hidden, Redacted
from .publishing import judged
from .spans import Guard, replaced
from .work import Work


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A piece of the present text and where it stands in the given one; a replaced piece stands for all of its span."""

    start: int
    end: int
    given_start: int
    given_end: int
    is_replaced: bool


class Page:
    """A text and its hits, in order, in offsets of the given text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._hits: list[Hit] = []
        self._unsure: list[Hidden] = []

    def scan(self, work: Work) -> bool:
        """Look at the text as it stands now; True if more has to go."""
        hidden = self._hidden(work)
        way = _Way(len(self.text), hidden)
        hits, unsure = detect(folded(replaced(self.text, hidden)), work)
        self._unsure = [way.back(one) for one in unsure]
        before = {(hit.hidden.start, hit.hidden.end) for hit in self._hits}
        moved = [Hit(way.back(hit.hidden), hit.name) for hit in hits]
        new = [hit for hit in moved if (hit.hidden.start, hit.hidden.end) not in before]
        self._hits = _united([*self._hits, *new])
        return bool(new)

    def finished(self, work: Work) -> Redacted:
        """The text with everything replaced, and what is told about it."""
        hidden = self._hidden(work)
        taken = Guard((one.start, one.end) for one in hidden)
        unsure = tuple(one for one in self._unsure if not taken.overlaps(one.start, one.end))
        publish, reasons = judged(folded(self.text), work.people, unsure)
        return Redacted(replaced(self.text, hidden), tuple(hidden), unsure, publish, reasons)

    def _hidden(self, work: Work) -> list[Hidden]:
        """What is hidden so far, with the words for names as they are by now."""
        return [hit.hidden if hit.name is None else _worded(hit.hidden, self._word(hit, hit.name, work)) for hit in self._hits]

    def _word(self, hit: Hit, name: str, work: Work) -> str:
        return work.masks.word(name, before_digit=self.text[hit.hidden.end : hit.hidden.end + 1].isdigit())


def _worded(one: Hidden, word: str) -> Hidden:
    return one if one.replacement == word else Hidden(one.start, one.end, one.kind, word, one.why, one.provision, one.sure)


class _Way:
    """How offsets of the present text lead back to the given one."""

    def __init__(self, size: int, hidden: Iterable[Hidden]) -> None:
        self._pieces: list[_Stretch] = []
        at = now = 0
        for one in hidden:
            self._pieces.append(_Stretch(now, now + one.start - at, at, one.start, False))
            now += one.start - at
            self._pieces.append(_Stretch(now, now + len(one.replacement), one.start, one.end, True))
            now, at = now + len(one.replacement), one.end
        self._pieces.append(_Stretch(now, now + size - at, at, size, False))
        self._ends = [piece.end for piece in self._pieces]

    def back(self, one: Hidden) -> Hidden:
        """The span in offsets of the given text; where it touches what was replaced, it takes all of that."""
        first = self._pieces[bisect_right(self._ends, one.start)]
        last = self._pieces[bisect_left(self._ends, one.end)]
        start = first.given_start if first.is_replaced else first.given_start + one.start - first.start
        end = last.given_end if last.is_replaced else last.given_start + one.end - last.start
        return Hidden(start, end, one.kind, one.replacement, one.why, one.provision, one.sure)


def _united(hits: Iterable[Hit]) -> list[Hit]:
    """Hits in order without overlaps. Where two meet, all that either covers goes; the sure one says why, else the longer."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.hidden.start, -hit.hidden.end)):
        if not kept or hit.hidden.start >= kept[-1].hidden.end:
            kept.append(hit)
            continue
        before = kept[-1]
        winner = max((before, hit), key=lambda one: (one.hidden.sure, one.hidden.end - one.hidden.start))
        end = max(before.hidden.end, hit.hidden.end)
        kept[-1] = replace(winner, hidden=replace(winner.hidden, start=before.hidden.start, end=end))
    return kept
