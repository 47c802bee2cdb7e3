"""How the network of names is taught: cross entropy over all candidates of some texts at a time (`learning_recurrence.py`).

Of what it sees letters are hidden now and then, so that it does not learn names by heart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy

from mingzhi.law.redaction.letters import Numbers
from mingzhi.law.redaction.network import BACKWARDS, FIRST, FORWARDS, OF_IT, Layers, length
from mingzhi.law.redaction.signs import Candidate

from . import learning_recurrence
from .learning_recurrence import MIND, WIDE, Reading, Shown, by_chance, go_rounds, none
from .teaching import Book, Contexts, Indexes, opened

ROUNDS = 6
#: A text is read in parts of so many letters, with so many of what stands before and after.
LONGEST, BESIDE = 500, 30
#: How many thoughts are had about a candidate.
THOUGHTS = 96
_HIDE_HEARD = 0.4
_SEED = 1
_HEARD = MIND * len((*FORWARDS, *BACKWARDS)) + WIDE * OF_IT

Text = tuple[str, Sequence[tuple[Candidate, bool]]]


class Seen(Shown):
    """Padded texts as the network sees them, with where candidates begin and end in each, their lengths, and whether they are names."""

    def __init__(self, book: Book, texts: Iterable[Text]) -> None:
        contexts = Contexts(book)
        rows: list[Indexes] = []
        self.candidates: list[Indexes] = []
        for text, candidates in texts:
            for start, end, some in _parts(text, candidates):
                rows.append(numpy.array([contexts.number(text, at) for at in range(start, end)], numpy.int32))
                marked = [(one.start - start, one.end - start, length(one), is_name) for one, is_name in some]
                self.candidates.append(numpy.array(marked, numpy.int32))
        super().__init__(contexts.letters(), contexts.sorts(), rows)


def _parts(text: str, candidates: Sequence[tuple[Candidate, bool]]) -> Iterator[tuple[int, int, list[tuple[Candidate, bool]]]]:
    """(from where, to where, candidates) of the parts of a padded text that have any."""
    first, last = FIRST, len(text) - FIRST
    for begins in range(first, last, LONGEST):
        start, end = max(first, begins - BESIDE), min(last, begins + LONGEST + BESIDE)
        some = [(one, is_name) for one, is_name in candidates if begins <= one.start < begins + LONGEST and one.end + 1 < end]
        if some:
            yield start, end, some


def teach(shown: Sequence[Sequence[Text]], tell: Callable[[str], None]) -> tuple[list[str], Layers]:
    """(the signs, the network with a row for each of them). shown: texts as they are, and the same again with other names, as often as you like."""
    book = Book([text for text, _ in shown[0]])
    seen = [Seen(book, texts) for texts in shown]
    tell(f"{sum(len(some) for one in seen for some in one.candidates)} candidates")
    chance = numpy.random.default_rng(_SEED)
    net = begun(chance, book)
    go_rounds(ROUNDS, net, seen, slopes_of, chance, tell)
    rows = numpy.concatenate([net["letters"][1:], net["sorts"]])
    return [*book.letters, *book.sorts], Layers(rows, *(net[name] for name in Layers._fields[1:]))


def begun(chance: numpy.random.Generator, book: Book) -> dict[str, Numbers]:
    """Numbers by chance."""
    some = by_chance(chance)
    return {
        **learning_recurrence.begun(chance, book),
        "thoughts": some(_HEARD, THOUGHTS, spread=_HEARD**-0.5),
        "thoughts_of_length": some(OF_IT, THOUGHTS, spread=0.01),
        "last": some(THOUGHTS, spread=0.1),
        "last_base": none(),
    }


def slopes_of(
    net: dict[str, Numbers], seen: Seen, texts: Sequence[int], chance: numpy.random.Generator
) -> tuple[float, dict[str, Numbers]]:
    """The mean loss of the candidates of some texts, and how it changes with each number of the network."""
    reading = Reading(net, seen, texts, chance)
    rows = numpy.repeat(numpy.arange(len(texts)), [len(seen.candidates[text]) for text in texts])
    starts, ends, lengths, marks = numpy.concatenate([seen.candidates[text] for text in texts]).T
    places = [
        reading.at(way, rows, (ends if ended else starts) + step) for way, some in enumerate((FORWARDS, BACKWARDS)) for ended, step in some
    ]
    own, is_own = _own(rows, starts, ends)
    heard = numpy.concatenate([reading.minds[one] for one in places], axis=1)
    letters = (reading.rows[own] * is_own[:, :, None]).reshape(len(rows), -1)
    open_heard = opened(chance, (len(rows), _HEARD), _HIDE_HEARD)
    known = numpy.concatenate([heard, letters], axis=1) * open_heard
    thoughts = known @ net["thoughts"] + net["thoughts_of_length"][lengths]
    thoughts_out = numpy.maximum(thoughts, 0)
    said = thoughts_out @ net["last"] + net["last_base"]

    is_name = marks.astype(numpy.float32)
    sure = 1 / (1 + numpy.exp(-numpy.clip(said, -30, 30)))
    loss = float(-numpy.mean(numpy.log(numpy.where(is_name > 0, sure, 1 - sure) + 1e-9)))
    of_said = ((sure - is_name) / len(rows)).astype(numpy.float32)

    of_thoughts = of_said[:, None] * net["last"] * (thoughts > 0)
    of_known = (of_thoughts @ net["thoughts"].T) * open_heard
    of_minds, of_rows = numpy.zeros_like(reading.minds), numpy.zeros_like(reading.rows)
    for number, one in enumerate(places):
        numpy.add.at(of_minds, one, of_known[:, number * MIND : (number + 1) * MIND])
    of_letters = of_known[:, len(places) * MIND :].reshape(len(rows), OF_IT, WIDE) * is_own[:, :, None]
    numpy.add.at(of_rows, own, of_letters)
    of_length = numpy.zeros_like(net["thoughts_of_length"])
    numpy.add.at(of_length, lengths, of_thoughts)
    return loss, {
        **reading.slopes(of_minds, of_rows),
        "thoughts": known.T @ of_thoughts,
        "thoughts_of_length": of_length,
        "last": thoughts_out.T @ of_said,
        "last_base": of_said.sum(),
    }


def _own(rows: Any, starts: Any, ends: Any) -> tuple[tuple[Any, Any], Any]:
    """(text and place of each letter of each candidate, whether it has so many): (candidates, OF_IT)."""
    letters = starts[:, None] + numpy.arange(OF_IT)
    is_own = letters < ends[:, None]
    return (rows[:, None], numpy.where(is_own, letters, starts[:, None])), is_own.astype(numpy.float32)
