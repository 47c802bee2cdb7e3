"""Stretches of time and their sums and differences; nothing here knows what they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

NOTHING = timedelta(0)


class Span(NamedTuple):
    """From one moment to another, both aware, `from_at` never after `to_at`."""

    from_at: datetime
    to_at: datetime

    @property
    def length(self) -> timedelta:
        """How long it lasts."""
        return self.to_at - self.from_at

    def shared(self, other: Span) -> Span | None:
        """The time both have, None when that is none at all."""
        begins, ends = max(self.from_at, other.from_at), min(self.to_at, other.to_at)
        return Span(begins, ends) if begins < ends else None


def united(spans: Iterable[Span]) -> list[Span]:
    """The same time in order, without overlap; spans that touch become one, empty ones vanish."""
    found: list[Span] = []
    for span in sorted(one for one in spans if one.length > NOTHING):
        if found and span.from_at <= found[-1].to_at:
            found[-1] = Span(found[-1].from_at, max(found[-1].to_at, span.to_at))
        else:
            found.append(span)
    return found


def without(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """What is left of the spans when the taken time is gone."""
    left: list[Span] = []
    gone = united(taken)
    for span in united(spans):
        begins = span.from_at
        for one in gone:
            if one.to_at <= begins or one.from_at >= span.to_at:
                continue
            if one.from_at > begins:
                left.append(Span(begins, one.from_at))
            begins = one.to_at
        if begins < span.to_at:
            left.append(Span(begins, span.to_at))
    return left


def common(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """The time that is in both."""
    right = united(others)
    return [shared for span in united(spans) for other in right if (shared := span.shared(other))]


def hull(spans: Iterable[Span]) -> Span | None:
    """From the first beginning to the last end; None of nothing. A span without length counts."""
    every = list(spans)
    return Span(min(one.from_at for one in every), max(one.to_at for one in every)) if every else None
