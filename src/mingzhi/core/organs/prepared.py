"""A query written with the ORM, turned into SQL once, and asked a thousand times.

Building and compiling a query costs Django ten times what SQLite needs to answer it. The words of the query stay where
the rule is, in the ORM; only the building is saved. Here because organs is the lowest floor that asks a database.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Col
from django.db.models.query import get_related_populators

from .statements import execute

Value = int | str | date


class _Compiled(NamedTuple):
    """The SQL of one query on one connection: where each value goes, what turns columns into values, and rows into instances.

    converters: the place of a column, what its values pass through, and its expression. columns: those of the instance itself;
    none for tuples.
    """

    sql: str
    slots: tuple[tuple[str | None, Any], ...]
    converters: tuple[tuple[int, tuple[Callable[..., Any], ...], Any], ...]
    model: type[models.Model]
    columns: slice
    names: tuple[str, ...]
    related: tuple[Any, ...]


class Prepared:
    """`Prepared(lambda person, on: Appointment.objects.on(on).filter(person_id=person), person=int, on=date)`.

    The function gives a queryset whose shape never depends on its values; values are whole numbers, texts and days.
    Rows come as instances of the model, with what `select_related` joins in, or as tuples after `values_list`.
    """

    def __init__(self, queryset: Callable[..., models.QuerySet], **kinds: type) -> None:
        self._queryset = queryset
        self._kinds = kinds
        self._compiled = threading.local()

    def rows(self, **values: Value) -> list[Any]:
        """Every row the query finds."""
        database = transaction.get_connection()
        made = getattr(self._compiled, database.alias, None)
        if made is None:
            made = self._compile(database)
            setattr(self._compiled, database.alias, made)
        found = _ask(database, made, values)
        return [_instance(made, database.alias, row) for row in found] if made.names else [tuple(row) for row in found]

    def first(self, **values: Value) -> Any | None:
        """The first row the query finds, in the order the queryset has, or None."""
        return next(iter(self.rows(**values)), None)

    def _compile(self, database: BaseDatabaseWrapper) -> _Compiled:
        samples = {name: _SAMPLES[kind](number) for number, (name, kind) in enumerate(self._kinds.items())}
        query = self._queryset(**samples).query
        compiler = query.get_compiler(connection=database)
        sql, params = compiler.as_sql()
        marks = {str(sample): name for name, sample in samples.items()}
        slots = tuple((marks.get(str(value)), value) for value in params)
        missing = samples.keys() - {name for name, _ in slots}
        if missing:
            raise ValueError(f"the query does not use {', '.join(sorted(missing))}")
        columns = [column[0] for column in compiler.select]
        names: tuple[str, ...] = ()
        own: slice = slice(0)
        related: tuple[Any, ...] = ()
        if not query.values_select and compiler.klass_info is not None:
            places = compiler.klass_info["select_fields"]
            own, names = slice(places[0], places[-1] + 1), tuple(columns[place].target.attname for place in places)
            # The stubs know this function as a later Django has it.
            related = tuple(get_related_populators(compiler.klass_info, compiler.select, database.alias))  # type: ignore[call-arg]
        converters = tuple(
            (place, (_moment,) if database.vendor == "sqlite" and _is_moment(expression, steps) else tuple(steps), expression)
            for place, (steps, expression) in compiler.get_converters(columns).items()
        )
        return _Compiled(sql, slots, converters, query.model, own, names, related)


def _ask(database: BaseDatabaseWrapper, made: _Compiled, values: dict[str, Value]) -> list[Any]:
    """The rows as the columns' values, each still a list or a tuple."""
    days = database.ops.adapt_datefield_value
    given = {name: days(value) if type(value) is date else value for name, value in values.items()}
    found = execute(database, made.sql, [value if name is None else given[name] for name, value in made.slots]).fetchall()
    if made.converters and found:
        found = [list(row) for row in found]
        for place, steps, expression in made.converters:
            for step in steps:
                for row in found:
                    row[place] = step(row[place], expression, database)
    return found


def _instance(made: _Compiled, alias: str, row: Any) -> models.Model:
    found = made.model.from_db(alias, made.names, row[made.columns])
    for link in made.related:
        link.populate(row, found)
    return found


def _is_moment(expression: Any, steps: list[Any]) -> bool:
    """Whether a column holds moments and nothing but Django's own conversion is laid on it."""
    return isinstance(expression, Col) and isinstance(expression.output_field, models.DateTimeField) and len(steps) == 1


def _moment(value: str | None, *_: Any) -> datetime | None:
    """A moment as Django keeps it on SQLite: as a text, in UTC but without saying so.

    Every moment else passes through four functions to be told that; a list has 150 of them.
    """
    return None if value is None else datetime.fromisoformat(f"{value}+00:00")


#: Values no table holds, by which a compiled query shows where each of its parameters went.
_SAMPLES: dict[type, Callable[[int], Value]] = {
    int: lambda number: 7_340_129_000_000 + number,
    str: lambda number: f"\N{SYMBOL FOR SUBSTITUTE}{number}",
    date: lambda number: date(1, 1, 1 + number),
}
