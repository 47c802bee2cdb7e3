"""No state without its record, no record without its state: every kept row compared with what the ledger says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from mingzhi.core.ledger import StoredEntry

from .digest import digest, row_name
from .models import Attachment, Deadline, Handler, Matter, Record
from .procedure import PROCEDURES

_kept: list[type[models.Model]] = [Handler, Deadline, Attachment]


def keeps(*kinds: type[models.Model]) -> None:
    """Have rows of these tables checked too; they have a `matter`, and only `perform` writes them."""
    _kept.extend(kind for kind in kinds if kind not in _kept)


def kept_tables() -> list[type[models.Model]]:
    """Every table whose rows the ledger answers for, matters first."""
    matters = {procedure.matter for procedure in PROCEDURES.values()}
    belongings = {kind for procedure in PROCEDURES.values() for kind in procedure.belongings}
    return sorted(matters | belongings | set(_kept), key=lambda kind: (not issubclass(kind, Matter), kind._meta.label_lower))


def rows_agree_with_the_ledger(authority: Any, entries: Iterator[StoredEntry]) -> Iterable[str]:
    """One sentence for every row that was changed, added or taken away without an action."""
    rows: dict[str, str] = {}
    records: dict[int, tuple[str, str]] = {}
    for entry in entries:
        private = entry.private
        if private is None or "record" not in private:
            continue
        records[private["record"]["id"]] = (private["record"]["digest"], entry.event_id)
        rows |= private["rows"]
    yield from _records(authority, records)
    seen: set[int] = set()
    for kind in kept_tables():
        own = {"authority": authority.pk} if issubclass(kind, Matter) else {"matter__authority": authority.pk}
        for row in kind._default_manager.filter(**own).order_by("pk").iterator(chunk_size=2000):
            if isinstance(row, Matter):
                seen.add(row.pk)
            promised = rows.pop(row_name(row), None)
            if promised is None:
                yield f"{kind._meta.verbose_name} {row_name(row)} 没有任何办理记录：它不是由系统中的办理产生的。"
            elif promised != digest(row):
                yield f"{kind._meta.verbose_name} {row_name(row)} 与最后一次办理留下的摘要不符：内容被改动。"
    for name in rows:
        yield f"{name} 有办理记录而没有了内容：该行被删除。"
    for pk in Matter.objects.filter(authority=authority.pk).exclude(pk__in=seen).values_list("pk", flat=True)[:1]:
        yield f"办件 engine.matter/{pk} 没有对应的案件或线索：内容被删除，或者另外塞入。"


def _records(authority: Any, records: dict[int, tuple[str, str]]) -> Iterable[str]:
    """Records against their entries, both ways."""
    for record in Record.objects.filter(authority=authority.pk).order_by("pk").iterator(chunk_size=2000):
        promised = records.pop(record.pk, None)
        if promised is None:
            yield f"记录 {row_name(record)}（{record.title}）在台账中没有条目。"
        elif promised != (digest(record), record.event_id):
            yield f"记录 {row_name(record)}（{record.title}）与台账不符：记录被改动。"
    for pk in records:
        yield f"记录 engine.record/{pk} 在台账中有条目，数据库中却没有了：记录被删除。"
