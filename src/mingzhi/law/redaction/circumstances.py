"""What a clause tells of somebody's means or health, in whatever words: told by learned weights, as names are.

Every clause gets a first look at its pairs of letters; most are given up there. What is left is weighed by all signs, and what has hope still
by a network that reads the text (`reader.py`). Of a clause that weighs enough the letters tell where what has to go begins and ends.
(执法公示制度 8（二）；个人信息保护法 28)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise, repeat
from typing import TYPE_CHECKING, NamedTuple

from . import weightlists
from .clauses import clauses, of_clause, of_letter
from .kinds import Hidden, Kind
from .spans import BY_OTHER_LAW, Bounds, in_one_breath, of_its_owner, span
from .weightlists import total

if TYPE_CHECKING:
    from .reader import Reader

#: What is hidden, and what a person is asked about: the logarithm of the odds that a clause tells something.
HIDE, DOUBT = 0.5, -2.5
#: How much of a weight is what the network says; what weighs less than this by signs alone is not worth its time, and neither is a clause of
#: more letters: a text without marks would be one.
BY_READER, WORTH_A_LOOK, LONGEST = 0.5, -3.5, 200
#: A letter at the edge of such a clause stays where it weighs less than this: most of what is told begins and ends with its clause.
_EDGE = -4.0
#: Who is spoken of tells nothing yet, nor does the hospital or the bank.
_SPOKEN_OF = re.compile(
    "(?:当事人|被处罚人|本人|老人|老汉|老太太|孩子|[其他她我你您俺咱]们?)?"
    "(?:父亲|母亲|妻子|丈夫|老伴|爱人|媳妇|婆姨|儿子|女儿|孙子|孙女|爸爸|妈妈|爷爷|奶奶|哥哥|姐姐|弟弟|妹妹|[父母妻夫爹妈娘爸子女兄弟姐妹])?的?"
    "(?:[在到去]?[^，,、。]{1,10}?(?:医院|卫生院|诊所|[农商]行|银行|信用社|邮储)有?)?"
)
_FEWEST = 2


class Told(NamedTuple):
    """What a clause tells: where, how much it weighs, and whether it is health, not means."""

    start: int
    end: int
    weight: float
    is_health: bool


class Listener:
    """Weights of pairs at first look, of all signs of a clause, of letters in what is told, and of health against means; the network, if any."""

    def __init__(
        self,
        pairs: Mapping[str, float],
        signs: Mapping[str, float],
        inside: Mapping[str, float],
        health: Mapping[str, float],
        hopeless: float,
        reader: Reader | None = None,
    ) -> None:
        self.pairs, self.signs, self.inside, self.health, self.hopeless, self.reader = pairs, signs, inside, health, hopeless, reader
        # As they come from a text: it may have a million of them, and most weigh nothing.
        self._by_letters = {(pair[0], pair[1]): weight for pair, weight in pairs.items()}

    def told(self, text: str, least: float) -> Iterator[Told]:
        """What clauses of a folded text tell that weigh so much at least."""
        found = clauses(text)
        for number, weight, health in self._by_all(text, found, list(self._by_signs(text, found))):
            if weight >= least:
                yield Told(*self._trimmed(text, *found[number]), weight, health > 0)

    def _by_signs(self, text: str, found: Sequence[Bounds]) -> Iterator[_Weighed]:
        """Clauses of which the pairs leave hope."""
        sums = list(accumulate(map(self._by_letters.get, pairwise(text), repeat(0.0)), initial=0.0))
        for number, (start, end) in enumerate(found):
            if end - start >= _FEWEST and sums[end - 1] - sums[start] >= self.hopeless:
                signs = of_clause(text, found, number)
                yield _Weighed(number, total(self.signs, signs), total(self.health, signs))

    def _by_all(self, text: str, found: Sequence[Bounds], weighed: Sequence[_Weighed]) -> Iterable[_Weighed]:
        """What is worth it with what the network says too."""
        if self.reader is None:
            return weighed
        worth = [one.number for one in weighed if one.weight >= WORTH_A_LOOK and found[one.number][1] - found[one.number][0] <= LONGEST]
        said = dict(zip(worth, self.reader.answers(text, found, worth), strict=True))
        return [
            _Weighed(
                one.number, one.weight + BY_READER * (answer.weight - one.weight), one.health + BY_READER * (answer.health - one.health)
            )
            if (answer := said.get(one.number))
            else one
            for one in weighed
        ]

    def _trimmed(self, text: str, start: int, end: int) -> Bounds:
        clause = text[start:end]
        inside = [at for at in range(len(clause)) if total(self.inside, of_letter(clause, at)) > _EDGE]
        begins, ends = (start + inside[0], start + inside[-1] + 1) if inside else (start, end)
        spoken_of = _SPOKEN_OF.match(text, begins)
        return (spoken_of.end(), ends) if spoken_of and ends - spoken_of.end() >= _FEWEST else (begins, ends)


class _Weighed(NamedTuple):
    """What a clause weighs, by its number, and how much speaks for health rather than means."""

    number: int
    weight: float
    health: float


def find_circumstances(text: str) -> tuple[list[Hidden], list[Hidden]]:
    """(what has to go, what a person should look at) of means and health in a folded text."""
    hidden: list[Hidden] = []
    unsure: list[Hidden] = []
    for start, end, weight, is_health in listener().told(text, DOUBT):
        kind, what = (Kind.HEALTH, "健康等敏感个人信息") if is_health else (Kind.PROPERTY, "财产状况")
        provision = BY_OTHER_LAW if is_health else of_its_owner(text, start)
        if weight >= HIDE:
            hidden.append(span(kind, start, end, f"像是说到{what}", provision))
        else:
            unsure.append(span(kind, start, end, f"可能说到{what}，也可能不是", provision, sure=False))
    return hidden, list(in_one_breath(text, unsure))


def written(listener: Listener, learned_from: str) -> str:
    """Weights as they are kept: what they were learned from and what is hopeless; those of pairs, of signs, of letters, of health."""
    lists = (listener.pairs, listener.signs, listener.inside, listener.health)
    return weightlists.written(f"{learned_from} {listener.hopeless:g}", lists)


def read(lines: str, reader: Reader | None = None) -> Listener:
    """The listener with kept weights."""
    first_line, (pairs, signs, inside, health) = weightlists.read(lines)
    return Listener(pairs, signs, inside, health, float(first_line.split()[1]), reader)


@cache
def listener() -> Listener:
    """The one with the learned weights and the network."""
    # Loaded here, as for names: a process that hides nothing needs no arithmetic of many numbers.
    from .reader import reader

    return read(weightlists.kept("circumstances.txt"), reader())
