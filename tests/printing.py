"""Papers: what was typeset once in a run is not typeset again; what follows gets the sheet of its template with a mark of its own.

On SQLite every paper is typeset that differs from those before it in more than the code by which it is checked. Typesetting asks no
database, so it cannot come out differently on PostgreSQL: there each template is typeset once. For tests with the mark `papers`, which
read what a paper says, for journeys and for what asks for no database, every paper is typeset on either.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection

from mingzhi.core.documents import typeset as typesetting

from .databases import touches_the_database

_typeset = typesetting.typeset


class _Printer:
    """Typesets for real while `reads` holds and what is new, else hands out the kept sheet of the template."""

    def __init__(self, by_template: bool) -> None:
        self.reads = False
        #: Whether papers of one template count as the same whatever they say.
        self._by_template = by_template
        self._kept: dict[str, bytes] = {}
        self._contents: set[str] = set()
        #: What was typeset for real is so again, if it is asked for with the same code: equal data give equal bytes.
        self._real: set[str] = set()

    def typeset(self, template: Path | str, data: Mapping[str, Any], **how: Any) -> bytes:
        if self.reads:
            return _typeset(template, data, **how)
        name = f"{template} {how.get('draft')}"
        told = [name, how.get("sealed"), str(how["made_at"]), sorted(how.get("pictures", ()))]
        whole = _digest([*told, data])
        content = name if self._by_template else _digest([*told, {key: value for key, value in data.items() if key != "check_url"}])
        if content not in self._contents or whole in self._real:
            made = _typeset(template, data, **how)
            self._contents.add(content)
            self._real.add(whole)
            self._kept.setdefault(name, made)
            return made
        # A comment after the end of the file: another file for other data, and as readable as before.
        return self._kept[name] + f"\n%{whole}\n".encode()


def _digest(told: Any) -> str:
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@pytest.fixture(scope="session")
def printer() -> Iterator[_Printer]:
    """Stands in for the typesetter for the whole run: states of matters are made once and print too."""
    stand_in = _Printer(by_template=connection.vendor == "postgresql")
    with patch.object(typesetting, "typeset", stand_in.typeset):
        yield stand_in


@pytest.fixture(autouse=True)
def _papers_as_the_test_reads_them(request: pytest.FixtureRequest, printer: _Printer) -> None:
    marked = any(request.node.get_closest_marker(mark) for mark in ("papers", "journey"))
    printer.reads = marked or not touches_the_database(request.node)
