"""Tables that only a town's file writes, and the ledger's answer for their rows: nobody changes an appointment unseen.

A folder above declares its own (`entered`): the power list is one. What a person changes by themselves, such as a password, is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from mingzhi.core.ledger import StoredEntry
from mingzhi.core.organs.models import Appointment, Authority, Certificate, Unit, User

from ..digest import digest, facts, row_name

#: Under this name the private body of an entry keeps the digest of the row it is about.
ENTERED = "entered"
ESTABLISHED = "authority.added"


@dataclass(frozen=True)
class Entered:
    """One table: `of` leads from a row to its authority, `told` are columns that the ledger says openly, `without` those it leaves out.

    ends: the column that ends a row, where rows end.
    """

    model: type[models.Model]
    noun: str
    of: str
    told: tuple[str, ...]
    without: tuple[str, ...] = ()
    ends: str = ""

    def open(self, row: models.Model) -> dict[str, Any]:
        """What the public part of an entry says of a row: no names."""
        every = facts(row)
        return {name: every[name] for name in self.told}

    def whole(self, row: models.Model) -> dict[str, Any]:
        """Every column the ledger answers for."""
        return {name: value for name, value in facts(row).items() if name not in self.without}

    def digest(self, row: models.Model) -> str:
        return digest(row, self.without)


_TABLES: dict[type[models.Model], Entered] = {}


def entered(table: Entered) -> Entered:
    """Declare a table; the check of the ledger asks its rows from now on."""
    _TABLES[table.model] = table
    return table


def table_of(row: models.Model) -> Entered:
    return _TABLES[type(row)]


def seal(row: models.Model) -> dict[str, dict[str, str]]:
    """What the private body of an entry has to say of a row that was just written, so that the ledger answers for it."""
    return {ENTERED: {row_name(row): table_of(row).digest(row)}}


_ORGAN = tuple(field.attname for field in Authority._meta.concrete_fields if field.name != "id")
_SECRET = ("password", "last_login", "password_changed_at", "password_given")
entered(Entered(Authority, "authority", "pk", _ORGAN))
entered(Entered(Unit, "unit", "authority", ("authority_id", "name", "kind")))
entered(Entered(User, "person", "authority", ("authority_id", "unit_id", "is_active"), _SECRET))
entered(Entered(Appointment, "appointment", "authority", ("person_id", "post", "from_on", "until_on"), ends="until_on"))
entered(Entered(Certificate, "certificate", "holder__authority", ("holder_id", "valid_from", "valid_until", "withdrawn_on")))


def entered_rows_agree_with_the_ledger(authority: Any, entries: Iterator[StoredEntry]) -> Iterable[str]:
    """One sentence for every row of a town entered from a file that was changed, added or taken away without an entry."""
    promised: dict[str, str] = {}
    established = False
    for entry in entries:
        private = entry.private or {}
        established = established or entry.kind == ESTABLISHED
        promised |= private.get(ENTERED, {})
    if not promised:
        return
    for table in _TABLES.values():
        for row in table.model._default_manager.filter(**{table.of: authority.pk}).order_by("pk").iterator(chunk_size=2000):
            said = promised.pop(row_name(row), None)
            noun = table.model._meta.verbose_name
            if said is None and established:
                yield f"{noun} {row_name(row)}（{row}）没有录入记录：它不是用 mingzhi town load 录入的。"
            elif said is not None and said != table.digest(row):
                yield f"{noun} {row_name(row)}（{row}）与台账不符：内容被改动。"
    for name in promised:
        yield f"{name} 在台账中有录入记录，数据库中却没有了：该行被删除。"
