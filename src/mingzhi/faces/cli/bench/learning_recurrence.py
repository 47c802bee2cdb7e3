"""How a network that reads letter by letter is taught to remember.

What every number had a part in is told backwards through the letters, from the last that was read to the first (Werbos, 1990).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy
from numpy.typing import NDArray

from mingzhi.law.redaction.letters import Numbers
from mingzhi.law.redaction.recurrence import gate

from .teaching import Book, Indexes, Steps, gathered, opened

#: So many letters are read together.
AT_ONCE = 6000
#: How many numbers stand for a letter, and how many are kept in mind each way.
WIDE, MIND = 40, 96
_HIDE_LETTER, _HIDE_SEEN = 0.15, 0.2
_LONGEST_SLOPES = 1.0
_STEP = 20


class Shown:
    """The letters of texts as a network sees them: their contexts, the row of the letter in each context, and its sorts."""

    def __init__(self, letter_of: Indexes, sorts_of: NDArray[numpy.uint8], contexts: Sequence[Indexes]) -> None:
        self.letter_of, self.sorts_of, self.contexts = letter_of, sorts_of, contexts

    def together(self, chance: numpy.random.Generator) -> list[list[int]]:
        """Texts of about one length that are read at one go, in an order by chance."""
        order = sorted(chance.permutation(len(self.contexts)).tolist(), key=lambda text: len(self.contexts[text]) // _STEP)
        found: list[list[int]] = [[]]
        for text in order:
            if found[-1] and len(self.contexts[text]) * (len(found[-1]) + 1) > AT_ONCE:
                found.append([])
            found[-1].append(text)
        return [found[number] for number in chance.permutation(len(found))]


def begun(chance: numpy.random.Generator, book: Book) -> dict[str, Numbers]:
    """Numbers by chance: rows of letters and sorts, and what is remembered by."""
    some = by_chance(chance)
    return {
        "letters": numpy.concatenate([none(1, WIDE), some(len(book.letters), WIDE, spread=0.1)]),
        "sorts": some(len(book.sorts), WIDE, spread=0.1),
        "seen": some(2, WIDE, 3 * MIND, spread=WIDE**-0.5),
        "seen_base": none(2, 3 * MIND),
        "kept": some(2, MIND, 3 * MIND, spread=MIND**-0.5 / 2),
        "new_base": none(2, MIND),
    }


def by_chance(chance: numpy.random.Generator) -> Callable[..., Numbers]:
    """What makes numbers of a shape, spread around nought."""

    def some(*shape: int, spread: float) -> Numbers:
        return (chance.standard_normal(shape) * spread).astype(numpy.float32)

    return some


def none(*shape: int) -> Numbers:
    """Noughts."""
    return numpy.zeros(shape, numpy.float32)


class Reading:
    """Some texts while they are read: what was in mind after each letter, and how the loss comes back from there.

    rows: (texts, letters, width), the letters as they are seen; minds: (2, texts, letters, mind), the second read backwards, its letters in the
    order in which they were read.
    """

    def __init__(self, net: dict[str, Numbers], shown: Shown, texts: Sequence[int], chance: numpy.random.Generator) -> None:
        self._net = net
        self.sizes = numpy.array([len(shown.contexts[text]) for text in texts])
        count, longest = len(texts), int(self.sizes.max())
        contexts = numpy.zeros((count, longest), numpy.int32)
        for row, text in enumerate(texts):
            contexts[row, : self.sizes[row]] = shown.contexts[text]
        flat = contexts.reshape(-1)
        self._letters = numpy.where(chance.random(len(flat), numpy.float32) < _HIDE_LETTER, 0, shown.letter_of[flat])
        self._sorts = shown.sorts_of[flat].astype(numpy.float32)
        self._open = opened(chance, (len(flat), WIDE), _HIDE_SEEN) * (flat > 0)[:, None]
        rows = (net["letters"][self._letters] + self._sorts @ net["sorts"]) * self._open
        self.rows = rows.reshape(count, longest, WIDE)
        steps = numpy.arange(longest)
        # What is no letter stands at the end either way.
        self._backwards = numpy.where(steps < self.sizes[:, None], self.sizes[:, None] - 1 - steps, steps)[:, :, None]
        self._both = numpy.stack([self.rows, numpy.take_along_axis(self.rows, self._backwards, 1)])
        seen = self._both.reshape(2, count * longest, WIDE) @ net["seen"] + net["seen_base"][:, None]
        self._remember(seen.reshape(2, count, longest, -1))

    def _remember(self, seen: Numbers) -> None:
        ways, texts, letters, _ = seen.shape
        size = MIND
        self.minds = numpy.empty((ways, texts, letters, size), numpy.float32)
        self._gates = numpy.empty((letters, ways, texts, 2 * size), numpy.float32)
        self._old = numpy.empty((letters, ways, texts, size), numpy.float32)
        self._new = numpy.empty_like(self._old)
        mind = none(ways, texts, size)
        for step in range(letters):
            kept = mind @ self._net["kept"]
            gates = gate(seen[:, :, step, : 2 * size] + kept[:, :, : 2 * size])
            of_old = kept[:, :, 2 * size :] + self._net["new_base"][:, None]
            new = numpy.tanh(seen[:, :, step, 2 * size :] + gates[:, :, :size] * of_old)
            mind = new + gates[:, :, size:] * (mind - new)
            self._gates[step], self._old[step], self._new[step] = gates, of_old, new
            self.minds[:, :, step] = mind

    def at(self, way: int, rows: Any, places: Any) -> tuple[Any, ...]:
        """Where in `minds` stands what was in mind after these letters of these texts; `places` count from the first letter."""
        return (way, rows, self.sizes[rows] - 1 - places if way else places)

    def slopes(self, of_minds: Numbers, of_rows: Numbers) -> dict[str, Numbers]:
        """How the loss changes with each number, from how it changes with what was in mind and, besides, with what was seen."""
        ways, texts, letters, size = of_minds.shape
        of_seen, of_kept = self._forget(of_minds)
        seen = of_seen.reshape(ways, texts * letters, -1)
        kept = of_kept.reshape(ways, texts * letters, -1)
        before = numpy.concatenate([numpy.zeros_like(self.minds[:, :, :1]), self.minds[:, :, :-1]], axis=2)
        of_both = (seen @ self._net["seen"].transpose(0, 2, 1)).reshape(ways, texts, letters, WIDE)
        whole = of_rows + of_both[0] + numpy.take_along_axis(of_both[1], self._backwards, 1)
        flat = whole.reshape(-1, WIDE) * self._open
        return {
            "letters": gathered(self._letters, flat, len(self._net["letters"])),
            "sorts": self._sorts.T @ flat,
            "seen": self._both.reshape(ways, texts * letters, WIDE).transpose(0, 2, 1) @ seen,
            "seen_base": seen.sum(1),
            "kept": before.reshape(ways, texts * letters, size).transpose(0, 2, 1) @ kept,
            "new_base": kept[:, :, 2 * size :].sum(1),
        }

    def _forget(self, of_minds: Numbers) -> tuple[Numbers, Numbers]:
        """How the loss changes with what was seen and with what was kept, letter by letter from the last."""
        ways, texts, letters, size = of_minds.shape
        of_seen = numpy.empty((ways, texts, letters, 3 * size), numpy.float32)
        of_kept = numpy.empty_like(of_seen)
        of_mind = none(ways, texts, size)
        back = self._net["kept"].transpose(0, 2, 1)
        for step in range(letters - 1, -1, -1):
            of_mind = of_mind + of_minds[:, :, step]
            gates, new = self._gates[step], self._new[step]
            before = self.minds[:, :, step - 1] if step else numpy.zeros_like(new)
            opens, stays = gates[:, :, :size], gates[:, :, size:]
            of_new = of_mind * (1 - stays) * (1 - new * new)
            of_stays = of_mind * (before - new) * stays * (1 - stays)
            of_opens = of_new * self._old[step] * opens * (1 - opens)
            of_seen[:, :, step] = numpy.concatenate([of_opens, of_stays, of_new], axis=2)
            of_kept[:, :, step] = numpy.concatenate([of_opens, of_stays, of_new * opens], axis=2)
            of_mind = of_mind * stays + of_kept[:, :, step] @ back
        return of_seen, of_kept


_Seen = TypeVar("_Seen", bound=Shown)


Slopes = Callable[[dict[str, Numbers], _Seen, Sequence[int], numpy.random.Generator], tuple[float, dict[str, Numbers]]]


def go_rounds(
    rounds: int,
    net: dict[str, Numbers],
    shown: Sequence[_Seen],
    slopes_of: Slopes[_Seen],
    chance: numpy.random.Generator,
    tell: Callable[[str], None],
) -> None:
    """Teach a network in so many rounds through all texts of all that is shown, some at one go, in an order by chance."""
    steps = Steps(net, rounds, _LONGEST_SLOPES)
    for number in range(rounds):
        some = [(of_them, together) for of_them in shown for together in of_them.together(chance)]
        losses = []
        for which in chance.permutation(len(some)):
            one, texts = some[which]
            loss, slopes = slopes_of(net, one, texts, chance)
            steps.go(slopes, 1 / len(some))
            losses.append(loss)
        tell(f"round {number + 1}: {numpy.mean(losses):.4f}")
