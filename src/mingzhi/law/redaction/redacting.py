"""Redaction itself: what the detectors find, told apart from what stays, replaced, and looked at again.

A replaced text can show what was not seen before, so scanning goes on until a scan finds nothing: what is left is silent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .kinds import Hidden, Options, Person, Redacted
from .page import Page
from .work import Work

_MOST_SCANS = 8


def redact(text: str, people: Sequence[Person] = (), options: Options = Options()) -> Redacted:
    """The text as it may be published, with every span that was hidden and why."""
    return redact_together({"": text}, people, options)[""]


def redact_together(texts: Mapping[str, str], people: Sequence[Person] = (), options: Options = Options()) -> dict[str, Redacted]:
    """Several texts of one publication, such as title and body: who is found in one is hidden in all, under one word."""
    work = Work(people, options)
    pages = {key: Page(text) for key, text in texts.items()}
    for _ in range(_MOST_SCANS):
        scanned = [page.scan(work) for page in pages.values()]
        if not any(scanned):
            break
    return {key: page.finished(work) for key, page in pages.items()}


def remains(text: str, people: Sequence[Person] = (), options: Options = Options()) -> tuple[Hidden, ...]:
    """What a fresh scan would still hide in a text that is ready: nothing, if it may go out."""
    return redact(text, people, options).hidden


def doubtful(text: str, people: Sequence[Person] = (), options: Options = Options()) -> tuple[Hidden, ...]:
    """What a fresh scan cannot tell in a text: whoever compares is told, and it stops nothing."""
    return redact(text, people, options).unsure
