"""A query written with the ORM, turned into SQL once, and asked a thousand times.

Building and compiling a query costs Django ten times what SQLite needs to answer it. The words of the query stay where
the rule is, in the ORM; only the building is saved. Here because organs is the lowest floor that asks a database.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.db import connection, models
from django.db.models.sql.compiler import SQLCompiler

Value = int | str | date


class _Compiled(NamedTuple):
    """The SQL of one query on one connection: where each value goes, and what turns columns into values."""

    sql: str
    slots: tuple[tuple[str | None, Any], ...]
    compiler: SQLCompiler
    converters: Any
    names: tuple[str, ...]


class Prepared:
    """`Prepared(lambda person, on: Appointment.objects.on(on).filter(person_id=person), person=int, on=date)`.

    The function gives a queryset whose shape never depends on its values; values are whole numbers, texts and days.
    Rows come as instances of the model, or as tuples after `values_list`; nothing is joined in by `select_related`.
    """

    def __init__(self, queryset: Callable[..., models.QuerySet], **kinds: type) -> None:
        self._queryset = queryset
        self._kinds = kinds
        self._compiled = threading.local()

    def rows(self, **values: Value) -> list[Any]:
        """Every row the query finds."""
        made, found = self._ask(values)
        if made.converters:
            found = made.compiler.apply_converters(found, made.converters)
        if not made.names:
            return [tuple(row) for row in found]
        model, alias = made.compiler.query.model, connection.alias
        return [model.from_db(alias, made.names, row) for row in found]

    def first(self, **values: Value) -> Any | None:
        """The first row the query finds, in the order the queryset has, or None."""
        return next(iter(self.rows(**values)), None)

    def _ask(self, values: dict[str, Value]) -> tuple[_Compiled, Any]:
        made = getattr(self._compiled, connection.alias, None)
        if made is None:
            made = self._compile()
            setattr(self._compiled, connection.alias, made)
        days = connection.ops.adapt_datefield_value
        given = {name: days(value) if type(value) is date else value for name, value in values.items()}
        with connection.cursor() as cursor:
            cursor.execute(made.sql, [value if name is None else given[name] for name, value in made.slots])
            return made, cursor.fetchall()

    def _compile(self) -> _Compiled:
        samples = {name: _SAMPLES[kind](number) for number, (name, kind) in enumerate(self._kinds.items())}
        query = self._queryset(**samples).query
        compiler = query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        marks = {str(sample): name for name, sample in samples.items()}
        slots = tuple((marks.get(str(value)), value) for value in params)
        missing = samples.keys() - {name for name, _ in slots}
        if missing:
            raise ValueError(f"the query does not use {', '.join(sorted(missing))}")
        columns = [column[0] for column in compiler.select]
        names: tuple[str, ...] = ()
        if not query.values_select and compiler.klass_info is not None:
            names = tuple(columns[place].target.attname for place in compiler.klass_info["select_fields"])
        return _Compiled(sql, slots, compiler, compiler.get_converters(columns), names)


#: Values no table holds, by which a compiled query shows where each of its parameters went.
_SAMPLES: dict[type, Callable[[int], Value]] = {
    int: lambda number: 7_340_129_000_000 + number,
    str: lambda number: f"\N{SYMBOL FOR SUBSTITUTE}{number}",
    date: lambda number: date(1, 1, 1 + number),
}
