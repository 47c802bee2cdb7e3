"""The Jinja2 environment of every page: strict, escaping, with the few words templates may use on values.

Not a place for rules: a filter here only writes a value the way an office writes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django.templatetags.static import static as address_of_file
from django.urls import reverse
from django.utils import timezone
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

NO_BREAK = "\N{NO-BREAK SPACE}"
_BETWEEN = "\N{INFORMATION SEPARATOR TWO}"


def day(value: date | datetime | None) -> str:
    """A date as 2026-03-05; a moment gives its date in the town's time; nothing gives nothing."""
    if value is None:
        return ""
    return (_local(value) if isinstance(value, datetime) else value).strftime("%Y-%m-%d")


def moment(value: datetime | None) -> str:
    """A moment as 03-05 14:20, for lists in which the year is known."""
    return "" if value is None else _local(value).strftime(f"%m-%d{NO_BREAK}%H:%M")


def full_moment(value: datetime | None) -> str:
    """A moment as 2026-03-05 14:20."""
    return "" if value is None else _local(value).strftime(f"%Y-%m-%d{NO_BREAK}%H:%M")


def iso(value: date | datetime | None) -> str:
    """The machine's form, for the datetime attribute of <time>."""
    if value is None:
        return ""
    return (_local(value) if isinstance(value, datetime) else value).isoformat()


def money(value: Decimal | int | None) -> str:
    """Yuan as 1,250.50元; whole yuan without their zeros."""
    if value is None:
        return ""
    amount = Decimal(value)
    whole = amount == amount.to_integral_value()
    return f"{amount:,.0f}元" if whole else f"{amount:,.2f}元"


def grouped(value: str) -> str:
    """A digest in groups of four, so that it can be read over the telephone and break at the end of a line."""
    return " ".join(value[start : start + 4] for start in range(0, len(value), 4))


def each(line: Markup, rows: Sequence[Sequence[str]], place: int = 0, without: Markup | None = None) -> Markup:
    """The line once for each row, {0}, {1} and so on standing for its texts. Every text is escaped, as everywhere.

    `without` is the line of rows that have no text at `place`.
    For tables of many rows: all texts are escaped at once, which costs a tenth of one after another. A line is written in
    the template, and nothing a person wrote may stand in it. Raises TypeError when it is any other text.
    """
    if not (isinstance(line, Markup) and isinstance(without, Markup | None)):
        raise TypeError("the line has to be written in the template")
    whole, bare = str(line).format, str(line if without is None else without).format
    return Markup("".join([(whole if row[place] else bare)(*row) for row in _escaped(rows)]))


def places(links: Sequence[Any]) -> list[tuple[str, str, str, str]]:
    """Links of a bar as rows for `each`: words, address, something where the reader is, and the digit of the key."""
    return [(link.label, link.url, "on" if link.on else "", str(number)) for number, link in enumerate(links, 1)]


@cache
def static(path: str) -> str:
    """The address of a file that belongs to a page; every page names the same dozen."""
    return address_of_file(path)


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a named view, as {{ url("desk:matter", number=...) }}."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def environment(**options: Any) -> Environment:
    """The environment Django's Jinja2 backend asks for.

    Undefined names are errors, not blanks: a page that silently drops a deadline is worse than one that fails a test.
    """
    options["undefined"] = StrictUndefined
    env = Environment(trim_blocks=True, lstrip_blocks=True, **options)
    env.globals.update(static=static, url=url)
    env.filters.update(day=day, moment=moment, full_moment=full_moment, iso=iso, money=money, grouped=grouped, each=each, places=places)
    return env


def _local(value: datetime) -> datetime:
    """The moment on the town's clock."""
    return timezone.localtime(value)


def _escaped(rows: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Each text of each row escaped; a text may hold anything, even the mark they are joined by."""
    texts = [text for row in rows for text in row]
    safe = str(escape(_BETWEEN.join(texts))).split(_BETWEEN)
    if len(safe) != len(texts):
        safe = [str(escape(text)) for text in texts]
    start = 0
    for row in rows:
        yield safe[start : start + len(row)]
        start += len(row)
