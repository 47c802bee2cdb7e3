"""The text of a bulletin: the newest, and what a scan still finds in it. Serves disclosure-8.1 to disclosure-8.4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mingzhi.core.organs.models import Authority, User
from mingzhi.law.redaction import Hidden, Options, Person, Role, doubtful, remains

from .models import Bulletin, Sheet

#: The six columns of a list of random inspections, in the order of 公示 5（五）.
COLUMNS = {
    "subject": "抽查主体",
    "basis": "抽查依据",
    "object": "抽查对象",
    "content": "抽查内容",
    "share": "抽查比例",
    "manner": "抽查方式",
}


def latest(bulletin: Bulletin) -> Sheet | None:
    """The text that is, or will be, public; None before anything was collected."""
    return Sheet.objects.filter(matter_id=bulletin.pk).last()


def whole(text: str, rows: Iterable[Mapping[str, str]]) -> str:
    """Everything that becomes public below the title, rows as lines."""
    return "\n".join([text, *("　".join(row[name] for name in COLUMNS) for row in rows)])


def left_in(bulletin: Bulletin, parts: Sequence[str], kept_words: Iterable[str] = ()) -> list[tuple[str, Hidden]]:
    """What a scan finds in texts that are to become public, each with its words; empty when it is silent.

    People of the organ are published with name and certificate (disclosure-5.1), and so is its telephone.
    """
    people, options = _officers(bulletin.authority), _options(bulletin.authority, kept_words)
    return [(part[found.start : found.end], found) for part in parts for found in remains(part, people, options)]


def doubts_in(bulletin: Bulletin, sheet: Sheet) -> list[str]:
    """Words of which a scan cannot tell whether they are somebody's name: they are told to whoever reads it, and stop nothing."""
    people, options = _officers(bulletin.authority), _options(bulletin.authority, sheet.kept_words)
    parts = (sheet.title, whole(sheet.text, sheet.rows))
    return [part[found.start : found.end] for part in parts for found in doubtful(part, people, options)]


def _options(town: Authority, kept_words: Iterable[str]) -> Options:
    return Options(allowed=frozenset(filter(None, (*kept_words, town.phone))))


def _officers(town: Authority) -> tuple[Person, ...]:
    names = User.objects.filter(authority=town).values_list("name", flat=True)
    return tuple(Person(name, Role.OFFICER) for name in sorted(set(names)))
