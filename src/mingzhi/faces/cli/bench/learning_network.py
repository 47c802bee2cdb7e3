"""How the networks of names are taught: each by itself, from the same candidates in an order of its own.

Cross entropy, a few candidates at a time (`teaching.py`). Of what it sees letters are hidden most of all, so that it does not learn names by
heart.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray

from mingzhi.law.redaction.letters import Numbers
from mingzhi.law.redaction.network import OF_IT, PLACES, Layers, length, places
from mingzhi.law.redaction.signs import Candidate

from .teaching import Book, Contexts, Indexes, Steps, gathered, opened

NETWORKS, ROUNDS, AT_ONCE = 2, 8, 512
#: How many numbers stand for a letter, and for a candidate after each layer.
WIDE, FIRST, SECOND = 40, 160, 64
_HIDE_LETTER, _HIDE_SEEN, _HIDE_FIRST = 0.15, 0.2, 0.4


Text = tuple[str, Sequence[tuple[Candidate, bool]]]


@dataclass(frozen=True, slots=True)
class Seen:
    """What candidates of many texts show: which letters stand around each, what signs these have, its length, and whether it is a name.

    letter_of: (contexts,), rows of letters. sorts_of: (contexts, sorts), 1 where a letter in its context has the sign. The first context is none.
    around: (candidates, PLACES), contexts.
    """

    letter_of: Indexes
    sorts_of: NDArray[numpy.uint8]
    around: Indexes
    lengths: Indexes
    is_name: Numbers


def seen_by(book: Book, texts: Iterable[Text]) -> Seen:
    """What the candidates of padded texts show, and whether each is a name."""
    contexts = Contexts(book)
    around: list[list[int]] = []
    lengths: list[int] = []
    is_name: list[bool] = []
    for text, candidates in texts:
        for one, is_one in candidates:
            around.append([contexts.number(text, at) for at in places(one, len(text))])
            lengths.append(length(one))
            is_name.append(is_one)
    return Seen(
        contexts.letters(), contexts.sorts(), numpy.array(around, numpy.int32), numpy.array(lengths, numpy.int32), numpy.array(is_name, numpy.float32)
    )  # fmt: skip


def teach(shown: Sequence[Sequence[Text]], tell: Callable[[str], None]) -> tuple[list[str], Layers]:
    """(the signs, the networks with a row for each of them). shown: texts as they are, and the same again with other names, as often as you like."""
    book = Book([text for text, _ in shown[0]])
    seen = [seen_by(book, texts) for texts in shown]
    tell(f"{sum(len(one.is_name) for one in seen)} candidates")
    learners = [_Learner(book, seed) for seed in range(NETWORKS)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for number in range(ROUNDS):
            losses = pool.map(lambda learner: learner.learn(seen), learners)
            tell(f"round {number + 1}: {' '.join(f'{loss:.4f}' for loss in losses)}")
    nets = [learner.net for learner in learners]
    layers = Layers(
        numpy.stack([numpy.concatenate([net["letters"][1:], net["sorts"]]) for net in nets]),
        *(numpy.stack([net[name] for net in nets]) for name in Layers._fields[1:]),
    )
    return [*book.letters, *book.sorts], layers


def _begin(chance: numpy.random.Generator, letters: int, sorts: int) -> dict[str, Numbers]:
    """Numbers by chance."""

    def some(*shape: int, spread: float) -> Numbers:
        return (chance.standard_normal(shape) * spread).astype(numpy.float32)

    return {
        "letters": numpy.concatenate([numpy.zeros((1, WIDE), numpy.float32), some(letters, WIDE, spread=0.1)]),
        "sorts": some(sorts, WIDE, spread=0.1),
        "first": some(PLACES * WIDE, FIRST, spread=(PLACES * WIDE) ** -0.5),
        "first_of_length": some(OF_IT, FIRST, spread=0.01),
        "second": some(FIRST, SECOND, spread=0.1),
        "second_base": numpy.zeros(SECOND, numpy.float32),
        "last": some(SECOND, spread=0.1),
        "last_base": numpy.zeros((), numpy.float32),
    }


class _Learner:
    """One network while it is taught."""

    def __init__(self, book: Book, seed: int) -> None:
        self._chance = numpy.random.default_rng(seed)
        self.net = _begin(self._chance, len(book.letters), len(book.sorts))
        self._steps = Steps(self.net, ROUNDS)

    def learn(self, shown: Sequence[Seen]) -> float:
        """One round through everything, in an order by chance. Returns the mean loss."""
        parts: list[tuple[Seen, Any]] = []
        for one in shown:
            order = self._chance.permutation(len(one.is_name))
            parts += [(one, order[begin : begin + AT_ONCE]) for begin in range(0, len(order) - AT_ONCE + 1, AT_ONCE)]
        losses = []
        for number in self._chance.permutation(len(parts)):
            seen, some = parts[number]
            loss, slopes = _slopes(self.net, seen, some, self._chance)
            self._steps.go(slopes, 1 / len(parts))
            losses.append(loss)
        return float(numpy.mean(losses))


def _slopes(net: dict[str, Numbers], shown: Seen, some: Any, chance: numpy.random.Generator) -> tuple[float, dict[str, Numbers]]:
    """The mean loss of some candidates, and how it changes with each number of the network."""
    count = len(some)
    contexts = shown.around[some].reshape(-1)
    is_any = (contexts > 0)[:, None]
    letters = numpy.where(chance.random(len(contexts), numpy.float32) < _HIDE_LETTER, 0, shown.letter_of[contexts])
    sorts = shown.sorts_of[contexts].astype(numpy.float32)
    open_seen = opened(chance, (count, PLACES * WIDE), _HIDE_SEEN)
    open_first = opened(chance, (count, FIRST), _HIDE_FIRST)
    lengths = shown.lengths[some]

    seen_of = ((net["letters"][letters] + sorts @ net["sorts"]) * is_any).reshape(count, -1) * open_seen
    first = seen_of @ net["first"] + net["first_of_length"][lengths]
    first_out = numpy.maximum(first, 0) * open_first
    second = first_out @ net["second"] + net["second_base"]
    second_out = numpy.maximum(second, 0)
    said = second_out @ net["last"] + net["last_base"]

    is_name = shown.is_name[some]
    sure = 1 / (1 + numpy.exp(-numpy.clip(said, -30, 30)))
    loss = float(-numpy.mean(numpy.log(numpy.where(is_name > 0, sure, 1 - sure) + 1e-9)))
    wrong = ((sure - is_name) / count).astype(numpy.float32)

    of_second = wrong[:, None] * net["last"] * (second > 0)
    of_first = (of_second @ net["second"].T) * open_first * (first > 0)
    of_seen = ((of_first @ net["first"].T) * open_seen).reshape(count * PLACES, WIDE) * is_any
    of_length = numpy.zeros_like(net["first_of_length"])
    numpy.add.at(of_length, lengths, of_first)
    return loss, {
        "letters": gathered(letters, of_seen, len(net["letters"])),
        "sorts": sorts.T @ of_seen,
        "first": seen_of.T @ of_first,
        "first_of_length": of_length,
        "second": first_out.T @ of_second,
        "second_base": of_second.sum(0),
        "last": second_out.T @ wrong,
        "last_base": wrong.sum(),
    }
