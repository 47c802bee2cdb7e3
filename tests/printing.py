"""Papers on PostgreSQL: each template is typeset once in a run, and what follows gets that sheet with a mark of its own.

Typesetting asks no database, so it cannot come out differently there; on SQLite every paper is typeset, and so it is on either for
tests with the mark `papers`, which read what a paper says.
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

_typeset = typesetting.typeset


class _Printer:
    """Typesets for real while `reads` holds, else hands out the kept sheet of the template."""

    def __init__(self) -> None:
        self.reads = False
        self._kept: dict[str, bytes] = {}

    def typeset(self, template: Path | str, data: Mapping[str, Any], **how: Any) -> bytes:
        name = f"{template} {how.get('draft')}"
        if self.reads or name not in self._kept:
            made = _typeset(template, data, **how)
            return made if self.reads else self._kept.setdefault(name, made)
        told = json.dumps([data, how.get("sealed"), str(how["made_at"])], ensure_ascii=False, sort_keys=True)
        # A comment after the end of the file: another file for other data, and as readable as before.
        return self._kept[name] + f"\n%{hashlib.sha256(told.encode()).hexdigest()}\n".encode()


@pytest.fixture(scope="session")
def printer() -> Iterator[_Printer | None]:
    """Stands in for the typesetter on PostgreSQL, for the whole run: states of matters are made once and print too."""
    if connection.vendor != "postgresql":
        yield None
        return
    stand_in = _Printer()
    with patch.object(typesetting, "typeset", stand_in.typeset):
        yield stand_in


@pytest.fixture(autouse=True)
def _papers_as_the_test_reads_them(request: pytest.FixtureRequest, printer: _Printer | None) -> None:
    if printer is not None:
        printer.reads = request.node.get_closest_marker("papers") is not None
