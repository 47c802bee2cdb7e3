"""How the network is taught that reads clauses: text by text, some of about one length at a time.

Cross entropy over all clauses of these (`teaching.py`). What every number had a part in is told backwards through the letters, from the last
that was read to the first (Werbos, 1990).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray

from mingzhi.law.redaction import Kind
from mingzhi.law.redaction.clauses import clauses
from mingzhi.law.redaction.folding import folded
from mingzhi.law.redaction.letters import Numbers
from mingzhi.law.redaction.reader import ANSWERS, HEALTH, MEANS, NOTHING, Layers, gate
from mingzhi.law.redaction.signs import PAD, padded
from mingzhi.law.redaction.spans import Bounds

from .passages import Marked
from .teaching import Book, Contexts, Indexes, Steps, gathered, opened

ROUNDS = 10
#: So many letters are read together, and no text is longer than this: the rules of the house are cut between clauses.
AT_ONCE, LONGEST = 6000, 600
#: How many numbers stand for a letter, how many are kept in mind each way, and how many thoughts are had about a clause.
WIDE, MIND, THOUGHTS = 40, 96, 96
#: A clause tells something when so many of its letters are marked.
_TOLD = 2
_LONGEST_SLOPES = 1.0
_HIDE_LETTER, _HIDE_SEEN, _HIDE_HEARD, _HIDE_THOUGHT = 0.15, 0.2, 0.4, 0.2
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


@dataclass(frozen=True, slots=True)
class Seen:
    """Texts as the network sees them: the contexts of their letters, where their clauses begin and end, and what these tell."""

    letter_of: Indexes
    sorts_of: NDArray[numpy.uint8]
    contexts: Sequence[Indexes]
    clauses: Sequence[Indexes]
    answers: Sequence[Indexes]


def seen_by(book: Book, texts: Iterable[Told]) -> Seen:
    """What a network with this book sees."""
    contexts = Contexts(book)
    rows, bounds, answers = [], [], []
    for one in texts:
        whole = padded(one.text)
        rows.append(numpy.array([contexts.number(whole, at) for at in range(len(PAD), len(PAD) + len(one.text))], numpy.int32))
        bounds.append(numpy.array(one.clauses, numpy.int32))
        answers.append(numpy.array(one.answers, numpy.int32))
    return Seen(contexts.letters(), contexts.sorts(), rows, bounds, answers)


def teach(texts: Sequence[Told], tell: Callable[[str], None]) -> tuple[list[str], Layers]:
    """(the signs, the network with a row for each of them)."""
    book = Book([padded(one.text) for one in texts])
    seen = seen_by(book, texts)
    tell(f"{sum(map(len, seen.answers))} clauses, {sum(int((one > NOTHING).sum()) for one in seen.answers)} tell")
    chance = numpy.random.default_rng(_SEED)
    net = begun(chance, len(book.letters), len(book.sorts))
    steps = Steps(net, ROUNDS, _LONGEST_SLOPES)
    for number in range(ROUNDS):
        some = list(_together(seen, chance))
        losses = []
        for texts_of_one_go in some:
            loss, slopes = slopes_of(net, seen, texts_of_one_go, chance)
            steps.go(slopes, 1 / len(some))
            losses.append(loss)
        tell(f"round {number + 1}: {numpy.mean(losses):.4f}")
    rows = numpy.concatenate([net["letters"][1:], net["sorts"]])
    return [*book.letters, *book.sorts], Layers(rows, *(net[name] for name in Layers._fields[1:]))


def _together(seen: Seen, chance: numpy.random.Generator) -> list[list[int]]:
    """Texts of about one length that are read at one go, in an order by chance."""
    order = sorted(chance.permutation(len(seen.contexts)).tolist(), key=lambda text: len(seen.contexts[text]) // 20)
    found: list[list[int]] = [[]]
    for text in order:
        if found[-1] and len(seen.contexts[text]) * (len(found[-1]) + 1) > AT_ONCE:
            found.append([])
        found[-1].append(text)
    return [found[number] for number in chance.permutation(len(found))]


def begun(chance: numpy.random.Generator, letters: int, sorts: int) -> dict[str, Numbers]:
    """Numbers by chance."""

    def some(*shape: int, spread: float) -> Numbers:
        return (chance.standard_normal(shape) * spread).astype(numpy.float32)

    def none(*shape: int) -> Numbers:
        return numpy.zeros(shape, numpy.float32)

    return {
        "letters": numpy.concatenate([none(1, WIDE), some(letters, WIDE, spread=0.1)]),
        "sorts": some(sorts, WIDE, spread=0.1),
        "seen": some(2, WIDE, 3 * MIND, spread=WIDE**-0.5),
        "seen_base": none(2, 3 * MIND),
        "kept": some(2, MIND, 3 * MIND, spread=MIND**-0.5 / 2),
        "new_base": none(2, MIND),
        "told": some(6 * MIND, THOUGHTS, spread=(6 * MIND) ** -0.5),
        "told_base": none(THOUGHTS),
        "answers": some(THOUGHTS, ANSWERS, spread=0.1),
        "answers_base": none(ANSWERS),
    }


def slopes_of(
    net: dict[str, Numbers], seen: Seen, texts: Sequence[int], chance: numpy.random.Generator
) -> tuple[float, dict[str, Numbers]]:
    """The mean loss of the clauses of some texts, and how it changes with each number of the network."""
    sizes = [len(seen.contexts[text]) for text in texts]
    # Read backwards the last letter comes first, so that what is no letter stands at the end either way.
    contexts = numpy.zeros((2, len(texts), max(sizes)), numpy.int32)
    for row, (text, size) in enumerate(zip(texts, sizes, strict=True)):
        contexts[0, row, :size] = seen.contexts[text]
        contexts[1, row, :size] = seen.contexts[text][::-1]
    flat = contexts.reshape(-1)
    letters = numpy.where(chance.random(len(flat), numpy.float32) < _HIDE_LETTER, 0, seen.letter_of[flat])
    sorts = seen.sorts_of[flat].astype(numpy.float32)
    open_seen = opened(chance, (len(flat), WIDE), _HIDE_SEEN) * (flat > 0)[:, None]
    rows = (net["letters"][letters] + sorts @ net["sorts"]) * open_seen
    rows = rows.reshape(2, len(texts) * max(sizes), WIDE)

    course = _Course(net, (rows @ net["seen"] + net["seen_base"][:, None]).reshape(2, len(texts), max(sizes), -1))
    places, clause_of, begins, first_of_text, last_of_text = _places(seen, texts)
    read = _both_ways(course.minds, places, sizes)
    loudest = numpy.maximum.reduceat(read, begins, axis=0)
    beside = _beside(loudest, first_of_text, last_of_text)
    open_heard = opened(chance, (len(loudest), 6 * MIND), _HIDE_HEARD)
    heard = beside * open_heard
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
    of_minds = _one_way_each(of_read, course.minds.shape, places, sizes)
    of_seen, of_kept, of_new_base = course.backwards(of_minds)
    of_seen = of_seen.reshape(2, len(texts) * max(sizes), -1)
    of_rows = (of_seen @ net["seen"].transpose(0, 2, 1)).reshape(-1, WIDE) * open_seen
    return loss, {
        "letters": gathered(letters, of_rows, len(net["letters"])),
        "sorts": sorts.T @ of_rows,
        "seen": rows.transpose(0, 2, 1) @ of_seen,
        "seen_base": of_seen.sum(1),
        "kept": of_kept,
        "new_base": of_new_base,
        "told": heard.T @ of_thoughts,
        "told_base": of_thoughts.sum(0),
        "answers": thoughts_out.T @ of_said,
        "answers_base": of_said.sum(0),
    }


class _Course:
    """What was in mind after each letter, and what was thought of it on the way there; the first axis is the way of reading."""

    def __init__(self, net: dict[str, Numbers], seen: Numbers) -> None:
        ways, texts, letters, _ = seen.shape
        self._net = net
        self.minds = numpy.empty((ways, texts, letters, MIND), numpy.float32)
        self._gates = numpy.empty((letters, ways, texts, 2 * MIND), numpy.float32)
        self._kept = numpy.empty((letters, ways, texts, MIND), numpy.float32)
        self._new = numpy.empty_like(self._kept)
        mind = numpy.zeros((ways, texts, MIND), numpy.float32)
        for step in range(letters):
            kept = mind @ net["kept"]
            gates = gate(seen[:, :, step, : 2 * MIND] + kept[:, :, : 2 * MIND])
            of_old = kept[:, :, 2 * MIND :] + net["new_base"][:, None]
            new = numpy.tanh(seen[:, :, step, 2 * MIND :] + gates[:, :, :MIND] * of_old)
            mind = new + gates[:, :, MIND:] * (mind - new)
            self._gates[step], self._kept[step], self._new[step] = gates, of_old, new
            self.minds[:, :, step] = mind

    def backwards(self, of_minds: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """How the loss changes with what was seen, what is kept and its base, from how it changes with what was in mind."""
        ways, texts, letters, _ = of_minds.shape
        of_seen = numpy.empty((ways, texts, letters, 3 * MIND), numpy.float32)
        of_kept = numpy.empty_like(of_seen)
        of_mind = numpy.zeros((ways, texts, MIND), numpy.float32)
        back = self._net["kept"].transpose(0, 2, 1)
        before = numpy.concatenate([numpy.zeros_like(self.minds[:, :, :1]), self.minds[:, :, :-1]], axis=2)
        for step in range(letters - 1, -1, -1):
            of_mind = of_mind + of_minds[:, :, step]
            gates, new, old = self._gates[step], self._new[step], before[:, :, step]
            opens, stays = gates[:, :, :MIND], gates[:, :, MIND:]
            of_new = of_mind * (1 - stays) * (1 - new * new)
            of_stays = of_mind * (old - new) * stays * (1 - stays)
            of_opens = of_new * self._kept[step] * opens * (1 - opens)
            of_seen[:, :, step] = numpy.concatenate([of_opens, of_stays, of_new], axis=2)
            of_kept[:, :, step] = numpy.concatenate([of_opens, of_stays, of_new * opens], axis=2)
            of_mind = of_mind * stays + of_kept[:, :, step] @ back
        kept = of_kept.reshape(ways, texts * letters, -1)
        of_net = before.reshape(ways, texts * letters, -1).transpose(0, 2, 1) @ kept
        return of_seen, of_net, kept[:, :, 2 * MIND :].sum(1)


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


def _both_ways(minds: Numbers, places: Indexes, sizes: Sequence[int]) -> Numbers:
    """(letters of clauses, 2 × mind)."""
    rows, letters = places
    return numpy.concatenate([minds[0, rows, letters], minds[1, rows, _from_the_end(places, sizes)]], axis=1)


def _one_way_each(of_read: Numbers, shape: tuple[int, ...], places: Indexes, sizes: Sequence[int]) -> Numbers:
    rows, letters = places
    found = numpy.zeros(shape, numpy.float32)
    found[0, rows, letters] = of_read[:, :MIND]
    found[1, rows, _from_the_end(places, sizes)] = of_read[:, MIND:]
    return found


def _from_the_end(places: Indexes, sizes: Sequence[int]) -> Any:
    rows, letters = places
    return numpy.array(sizes)[rows] - 1 - letters


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
