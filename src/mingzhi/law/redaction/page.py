"""One text on its way to publication: the given text, what is hidden in it so far, and how offsets lead back to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .detecting import Hit, detect
from .folding import folded
from .kinds import Hidden, Kind, Redacted
from .publishing import judged
from .spans import replaced
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
        stretches = _stretches(len(self.text), hidden)
        hits, unsure = detect(folded(replaced(self.text, hidden)), work)
        self._unsure = [_moved(one, stretches) for one in unsure]
        before = {(hit.hidden.start, hit.hidden.end) for hit in self._hits}
        moved = [replace(hit, hidden=_moved(hit.hidden, stretches)) for hit in hits]
        new = [hit for hit in moved if (hit.hidden.start, hit.hidden.end) not in before]
        self._hits = _united([*self._hits, *new])
        return bool(new)

    def finished(self, work: Work) -> Redacted:
        """The text with everything replaced, and what is told about it."""
        hidden = self._hidden(work)
        taken = [(one.start, one.end) for one in hidden]
        unsure = tuple(one for one in self._unsure if not any(start < one.end and one.start < end for start, end in taken))
        publish, reasons = judged(folded(self.text), work.people, unsure)
        return Redacted(replaced(self.text, hidden), tuple(hidden), unsure, publish, reasons)

    def _hidden(self, work: Work) -> list[Hidden]:
        """What is hidden so far, with the words for names as they are by now."""
        return [replace(hit.hidden, replacement=self._word(hit, work)) for hit in self._hits]

    def _word(self, hit: Hit, work: Work) -> str:
        if hit.name is None or hit.hidden.kind != Kind.NAME:
            return hit.hidden.replacement
        return work.masks.word(hit.name, before_digit=self.text[hit.hidden.end : hit.hidden.end + 1].isdigit())


def _stretches(size: int, hidden: Iterable[Hidden]) -> list[_Stretch]:
    found, at, now = [], 0, 0
    for one in hidden:
        found.append(_Stretch(now, now + one.start - at, at, one.start, False))
        now += one.start - at
        found.append(_Stretch(now, now + len(one.replacement), one.start, one.end, True))
        now, at = now + len(one.replacement), one.end
    found.append(_Stretch(now, now + size - at, at, size, False))
    return found


def _moved(one: Hidden, stretches: list[_Stretch]) -> Hidden:
    """The span in offsets of the given text; where it touches what was replaced, it takes all of that."""
    start = end = None
    for piece in stretches:
        if start is None and one.start < piece.end:
            start = piece.given_start if piece.is_replaced else piece.given_start + one.start - piece.start
        if one.end <= piece.end and one.end > piece.start:
            end = piece.given_end if piece.is_replaced else piece.given_start + one.end - piece.start
            break
    return replace(one, start=start or 0, end=end if end is not None else stretches[-1].given_end)


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
