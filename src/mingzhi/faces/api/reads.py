"""Reads behind the interface, each scoped by its viewer: what may not be seen is not found."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.errors import NotFound
from mingzhi.core.engine.given import as_json
from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.core.engine.viewing import visible
from mingzhi.core.organs.models import User

from .cursors import after
from .shapes import FactOut

#: Fields every matter has; a procedure's own are its facts.
_OF_EVERY_MATTER = {field.name for field in Matter._meta.get_fields()}


def matters(viewer: User, at: datetime) -> QuerySet[Matter]:
    """Every matter this person may see."""
    return visible(Matter.objects.all(), viewer, local_day(at))


def listed(
    viewer: User, at: datetime, *, kind: str = "", stage: str = "", state: str = "", q: str = "", mine: bool = False, cursor: str | None
) -> QuerySet[Matter]:
    """Matters narrowed by the filters of a list, latest change first, from the cursor on."""
    rows = matters(viewer, at)
    if kind:
        rows = rows.filter(kind=kind)
    if stage:
        rows = rows.filter(stage=stage)
    if state:
        rows = rows.filter(closed_at__isnull=state == "open")
    if q:
        rows = rows.filter(Q(title__contains=q) | Q(number__contains=q))
    if mine:
        rows = rows.filter(handlers__person=viewer, handlers__until_at__isnull=True)
    return after(rows, cursor)


def matter_of(viewer: User, pk: int, at: datetime) -> Any:
    """One matter as its procedure's own row. Raises NotFound."""
    kind = matters(viewer, at).filter(pk=pk).values_list("kind", flat=True).first()
    if kind is None:
        raise NotFound("没有这个办件，或者您无权查看。")
    return PROCEDURES[kind].matter.objects.select_related("authority").get(pk=pk)


def facts_of(matter: Any) -> list[FactOut]:
    """What the procedure keeps of a matter, by column."""
    own = (field for field in matter._meta.concrete_fields if field.name not in _OF_EVERY_MATTER and not field.primary_key)
    return [FactOut(name=field.name, title=str(field.verbose_name), value=as_json(getattr(matter, field.name))) for field in own]


def documents(viewer: User, at: datetime) -> QuerySet[Document]:
    """Documents of the matters this person may see, without their data."""
    return Document.objects.filter(matter__in=matters(viewer, at).values("pk")).defer("data")


def document_of(viewer: User, pk: int, at: datetime) -> Document:
    """One document. Raises NotFound."""
    found = documents(viewer, at).select_related("blob").filter(pk=pk).first()
    if found is None:
        raise NotFound("没有这份文书，或者您无权查看。")
    return found
