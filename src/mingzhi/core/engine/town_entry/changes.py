"""What a file changes: found first, by comparing it with what is there; written afterwards, one ledger entry for each change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import models

from mingzhi.core import ledger
from mingzhi.core.organs.models import Authority, Unit, User

from ..digest import row_name
from .mistakes import Mistake
from .tables import seal, table_of
from .written import Row


@dataclass(frozen=True)
class By:
    """Who loads the file, as the ledger says it: an administrator of the town, or whoever sits at the machine."""

    actor: Mapping[str, Any]
    private: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """One row to write. `verb` is added, changed or ended; `before` what the row said of the columns that change."""

    verb: str
    row: models.Model
    sentence: str
    before: Mapping[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The kind of its ledger entry: “appointment.ended”."""
        return f"{table_of(self.row).noun}.{self.verb}"

    def write(self, log: Authority, by: By, at: datetime) -> None:
        """Keep the row and its entry in the authority's ledger."""
        self.row.save()
        table = table_of(self.row)
        ledger.append(
            log,
            event_id=None,
            kind=self.kind,
            at=at,
            actor=by.actor,
            obj=row_name(self.row),
            case=None,
            facts=table.open(self.row),
            private={
                **seal(self.row),
                "row": table.whole(self.row),
                "before": {name: _plain(value) for name, value in self.before.items()},
                **by.private,
            },
        )


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, date | models.Model) or not isinstance(value, str | int | bool | list | dict | None) else value


@dataclass
class Plan:
    """A file on its way in: what was read of it so far, every mistake, every change.

    sure: whether the file says which town it is; without that nobody can say what belongs to another.
    """

    file: Row
    on: date
    at: datetime
    mistakes: list[Mistake]
    town: Authority
    sure: bool = True
    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    def settle(self, found: models.Model | None, made: models.Model, what: str) -> models.Model:
        """Compare a row of the file with the one that is there (None: there is none), note the change, and give the row that will stand."""
        if found is None:
            self.changes.append(Change("added", made, f"新增{what}"))
            return made
        before = dict(_differences(found, made))
        for name in before:
            setattr(found, name, getattr(made, name))
        if before:
            told = "；".join(
                f"{_FILE_NAMES.get(name, name)}由{_said(old)}改为{_said(getattr(found, name))}" for name, old in before.items()
            )
            ends = table_of(found).ends
            ended = list(before) == [ends] and getattr(found, ends) is not None
            self.changes.append(Change("ended" if ended else "changed", found, f"{'结束' if ended else '变更'}{what}：{told}", before))
        return found


def _differences(found: models.Model, made: models.Model) -> Iterator[tuple[str, Any]]:
    """Columns of the file's row that say something else than the one that is there, with what that one says."""
    for column in found._meta.concrete_fields:
        if column.primary_key or column.attname in table_of(found).without:
            continue
        old, new = getattr(found, column.name), getattr(made, column.name)
        if old != new:
            yield column.name, old


def _said(value: Any) -> str:
    if value is None or value == "":
        return "空"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"“{value}”"


#: Names in the file that differ from the column's.
_FILE_NAMES = {
    "from_on": "from",
    "until_on": "until",
    "valid_from": "from",
    "valid_until": "until",
    "withdrawn_on": "withdrawn",
    "is_active": "active",
    "username": "account",
}
