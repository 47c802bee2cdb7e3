"""What others concluded about a case, for its approval sheet and pages: hearing, legal review, collective discussion.

@concludes("review")
def reviewed(case): return a sentence or None

Upper floors answer here; the case knows none of them. Serves D29 (law.md §2.9: 告知/听证/审核结论).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

Answer = Callable[[Any], str | None]

_answers: dict[str, list[Answer]] = defaultdict(list)


def concludes(name: str) -> Callable[[Answer], Answer]:
    """Answer under this name: “hearing”, “review” or “discussion”."""

    def keep(function: Answer) -> Answer:
        _answers[name].append(function)
        return function

    return keep


def conclusion(name: str, case: Any, otherwise: str) -> str:
    """What those who answer say of the case, or `otherwise` when nobody has anything to say."""
    return "".join(filter(None, (answer(case) for answer in _answers[name]))) or otherwise
