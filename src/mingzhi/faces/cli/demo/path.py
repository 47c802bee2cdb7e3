"""The way of one matter as steps added one after another, and the hands that sign along it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from . import parties
from .pen import refused, signature
from .telling import Data, Scene, Step


class Path:
    """The steps of one story, added one after another; `after` counts working days from the step before."""

    def __init__(self, words: Data, today: date) -> None:
        self.words, self.today, self.day = words, today, 0
        self.steps: list[Step] = []
        self.officers: tuple[str, ...] = tuple(words["officers"])
        self.accounts: tuple[str, ...] = tuple(words["accounts"])

    def add(
        self,
        code: str,
        who: str,
        data: Callable[[Scene], Data] | Data,
        *,
        after: int = 0,
        clock: str = "09:00",
        minutes: int = 0,
        files: Callable[[Scene], Data] | None = None,
    ) -> Path:
        self.day += after
        self.steps.append(Step(self.day, clock, code, who, data, minutes, self.officers if minutes else (), files))
        return self

    @property
    def speaker(self) -> str:
        return parties.speaker(self.words["party"])

    def spoken(self) -> Data:
        """The party's hand, or its refusal."""
        if self.words.get("will_not_sign"):
            return refused("认为不应处理", f"{self.words['place'][:3]}村委会 王德明")
        return signature(self.speaker)

    def signed(self) -> Data:
        """The hands of the two officers."""
        return {"first_signature": signature(self.officers[0]), "second_signature": signature(self.officers[1])}
