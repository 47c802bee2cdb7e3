"""What is judged: clips, photographs, readings of a camera's clock, and how large a hole may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mingzhi.law.provisions import provision


@dataclass(frozen=True, slots=True)
class Counter:
    """How a camera numbers its files: after `last` it goes on with `first`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Clip:
    """One recording.

    key: unique among what is judged. begun_at: by the camera's own clock, aware, None where nobody knows. duration: what can be read, None
    where nothing can. dropouts: stretches without a picture, as offsets from the beginning. series: a camera's numbers are compared only
    within one series. title: how a sentence calls it, the key unless given.
    """

    key: str
    begun_at: datetime | None
    duration: timedelta | None
    device: str = ""
    number: int | None = None
    series: str = ""
    counter: Counter | None = None
    sha256: str = ""
    truncated: bool = False
    dropouts: tuple[tuple[timedelta, timedelta], ...] = ()
    title: str = ""

    @property
    def name(self) -> str:
        """How a sentence calls it."""
        return self.title or self.key


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph: a moment on the time line, and a number that no clip needs to have. It never covers time."""

    key: str
    taken_at: datetime | None
    device: str = ""
    number: int | None = None
    series: str = ""
    counter: Counter | None = None
    title: str = ""

    @property
    def name(self) -> str:
        """How a sentence calls it."""
        return self.title or self.key


@dataclass(frozen=True, slots=True)
class ClockReading:
    """A camera's clock compared with the true time; of several, the one nearest by the camera's clock is used."""

    device: str
    device_at: datetime
    true_at: datetime

    @property
    def offset(self) -> timedelta:
        """What must be added to the camera's time."""
        return self.true_at - self.device_at


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Larger than this is a finding; exactly this is not. `gap` between recordings, `dropout` inside one."""

    gap: timedelta
    dropout: timedelta

    @classmethod
    def on(cls, day: date) -> Thresholds:
        """The town's own numbers on a day; the law says without interruption and gives no number."""
        return cls(
            gap=timedelta(seconds=provision("town-continuity-gap").number("over", day)),
            dropout=timedelta(seconds=provision("town-continuity-dropout").number("over", day)),
        )
