"""How the network is taught that reads clauses: cross entropy over all clauses of some texts at a time (`learning_recurrence.py`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from mingzhi.law.redaction import Kind
from mingzhi.law.redaction.clauses import clauses
from mingzhi.law.redaction.folding import folded
from mingzhi.law.redaction.letters import Numbers
from mingzhi.law.redaction.reader import ANSWERS, HEALTH, MEANS, NOTHING, Layers
from mingzhi.law.redaction.signs import PAD, padded
from mingzhi.law.redaction.spans import Bounds

from . import learning_recurrence
from .learning_recurrence import MIND, Reading, Shown, by_chance, go_rounds, none
from .passages import Marked
from .teaching import Book, Contexts, Indexes, opened

ROUNDS = 10
#: No text is longer than this: the rules of the house are cut between clauses.
LONGEST = 600
#: How many thoughts are had about a clause.
THOUGHTS = 96
#: A clause tells something when so many of its letters are marked.
_TOLD = 2
_HIDE_HEARD, _HIDE_THOUGHT = 0.4, 0.2
_SEED = 1

Flags = NDArray[numpy.bool_]


@dataclass(frozen=True, slots=True)
class Told:
    """A folded text, its clauses, and what each of them tells."""

    text: str
    clauses: Sequence[Bounds]
    answers: Sequence[int]


def told_in(text: str, gone: Iterable[Marked]) -> Iterator[Told]:
    """What the clauses of a text tell in which these spans are marked; a long text in parts."""
    plain = folded(text)
    found = clauses(plain)
    marks = {at: kind for start, end, kind in gone if kind in (Kind.PROPERTY, Kind.HEALTH) for at in range(start, end)}
    while found:
        begins = found[0][0]
        part = [one for one in found if one[1] - begins <= LONGEST] or found[:1]
        found = found[len(part) :]
        yield Told(
            plain[begins : part[-1][1] + 1],
            [(start - begins, end - begins) for start, end in part],
            [_answer([marks[at] for at in range(*one) if at in marks]) for one in part],
        )


def _answer(marked: Sequence[str]) -> int:
    if len(marked) < _TOLD:
        return NOTHING
    return HEALTH if Kind.HEALTH in marked else MEANS


class Seen(Shown):
    """Texts as the network sees them, with where their clauses begin and end, and what these tell."""

    def __init__(self, book: Book, texts: Iterable[Told]) -> None:
        contexts = Contexts(book)
        rows: list[Indexes] = []
        self.clauses: list[Indexes] = []
        self.answers: list[Indexes] = []
        for one in texts:
            whole = padded(one.text)
            rows.append(numpy.array([contexts.number(whole, at) for at in range(len(PAD), len(PAD) + len(one.text))], numpy.int32))
            self.clauses.append(numpy.array(one.clauses, numpy.int32))
            self.answers.append(numpy.array(one.answers, numpy.int32))
        super().__init__(contexts.letters(), contexts.sorts(), rows)


def teach(texts: Sequence[Told], tell: Callable[[str], None]) -> tuple[list[str], Layers]:
    """(the signs, the network with a row for each of them)."""
    book = Book([padded(one.text) for one in texts])
    seen = Seen(book, texts)
    tell(f"{sum(map(len, seen.answers))} clauses, {sum(int((one > NOTHING).sum()) for one in seen.answers)} tell")
    chance = numpy.random.default_rng(_SEED)
    net = begun(chance, book)
    go_rounds(ROUNDS, net, [seen], slopes_of, chance, tell)
    rows = numpy.concatenate([net["letters"][1:], net["sorts"]])
    return [*book.letters, *book.sorts], Layers(rows, *(net[name] for name in Layers._fields[1:]))


def begun(chance: numpy.random.Generator, book: Book) -> dict[str, Numbers]:
    """Numbers by chance."""
    some = by_chance(chance)
    return {
        **learning_recurrence.begun(chance, book),
        "told": some(6 * MIND, THOUGHTS, spread=(6 * MIND) ** -0.5),
        "told_base": none(THOUGHTS),
        "answers": some(THOUGHTS, ANSWERS, spread=0.1),
        "answers_base": none(ANSWERS),
    }


def slopes_of(
    net: dict[str, Numbers], seen: Seen, texts: Sequence[int], chance: numpy.random.Generator
) -> tuple[float, dict[str, Numbers]]:
    """The mean loss of the clauses of some texts, and how it changes with each number of the network."""
    reading = Reading(net, seen, texts, chance)
    places, clause_of, begins, first_of_text, last_of_text = _places(seen, texts)
    ways = [reading.at(way, *places) for way in (0, 1)]
    read = numpy.concatenate([reading.minds[one] for one in ways], axis=1)
    loudest = numpy.maximum.reduceat(read, begins, axis=0)
    open_heard = opened(chance, (len(loudest), 6 * MIND), _HIDE_HEARD)
    heard = _beside(loudest, first_of_text, last_of_text) * open_heard
    thoughts = heard @ net["told"] + net["told_base"]
    open_thoughts = opened(chance, thoughts.shape, _HIDE_THOUGHT)
    thoughts_out = numpy.maximum(thoughts, 0) * open_thoughts
    said = thoughts_out @ net["answers"] + net["answers_base"]

    answers = numpy.concatenate([seen.answers[text] for text in texts])
    sure = numpy.exp(said - said.max(1, keepdims=True))
    sure /= sure.sum(1, keepdims=True)
    each = numpy.arange(len(answers))
    loss = float(-numpy.log(sure[each, answers] + 1e-9).mean())
    of_said = sure.copy()
    of_said[each, answers] -= 1
    of_said /= len(answers)

    of_thoughts = (of_said @ net["answers"].T) * open_thoughts * (thoughts > 0)
    of_heard = (of_thoughts @ net["told"].T) * open_heard
    of_loudest = _from_beside(of_heard, first_of_text, last_of_text)
    of_read = numpy.where(read == loudest[clause_of], of_loudest[clause_of], numpy.float32(0))
    of_minds = numpy.zeros_like(reading.minds)
    for way, one in enumerate(ways):
        of_minds[one] = of_read[:, way * MIND : (way + 1) * MIND]
    return loss, {
        **reading.slopes(of_minds, numpy.zeros_like(reading.rows)),
        "told": heard.T @ of_thoughts,
        "told_base": of_thoughts.sum(0),
        "answers": thoughts_out.T @ of_said,
        "answers_base": of_said.sum(0),
    }


def _places(seen: Seen, texts: Sequence[int]) -> tuple[Indexes, Indexes, Indexes, Flags, Flags]:
    """(text and letter of each letter of a clause, its clause, where clauses begin among these, which clauses are first and last of a text)."""
    rows, letters, clause_of, begins, first, last = [], [], [], [], [], []
    for row, text in enumerate(texts):
        bounds = seen.clauses[text]
        for number, (start, end) in enumerate(bounds.tolist()):
            begins.append(len(letters))
            clause_of += [len(first)] * (end - start)
            rows += [row] * (end - start)
            letters += range(start, end)
            first.append(number == 0)
            last.append(number == len(bounds) - 1)
    places = numpy.array([rows, letters], numpy.int32)
    return places, numpy.array(clause_of, numpy.int32), numpy.array(begins, numpy.int32), numpy.array(first), numpy.array(last)


def _beside(loudest: Numbers, first: Flags, last: Flags) -> Numbers:
    """Each clause, the one before and the one after; noughts where there is none."""
    before, after = numpy.zeros_like(loudest), numpy.zeros_like(loudest)
    before[1:], after[:-1] = loudest[:-1], loudest[1:]
    before[first], after[last] = 0, 0
    return numpy.concatenate([loudest, before, after], axis=1)


def _from_beside(of_heard: Numbers, first: Flags, last: Flags) -> Numbers:
    of_own, of_before, of_after = (part.copy() for part in numpy.split(of_heard, 3, axis=1))
    of_before[first], of_after[last] = 0, 0
    of_own[:-1] += of_before[1:]
    of_own[1:] += of_after[:-1]
    return of_own
