"""Matters about other matters: a review of a case, a seizure in it, a remedy against it.

A procedure that names `about` declares such matters. Nothing is performed here; who may see a matter may see those about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet

from mingzhi.core.organs.models import User

from .fields import RowField
from .models import Matter
from .procedure import PROCEDURES, Procedure, subject_of
from .viewing import visible

#: The name under which an opening action is told which matter it is about, on page, API, command and in stories.
ABOUT = "about"


class AboutField(RowField):
    """The matter that a new one is about, by id or number. The page that leads here knows it; nobody chooses out of thousands."""

    default_error_messages = {
        "required": "请从案件页面办理：打开案件，在“可以开始的办件”中选择。",
        "invalid_choice": "没有“%(value)s”这个案件，或者您无权查看。",
    }

    def __init__(self, procedure: Procedure, viewer: User | None = None) -> None:
        rows = subjects(procedure, viewer) if viewer else None
        super().__init__(rows, by=("number",), label="关于的案件", widget=forms.HiddenInput(), required=not procedure.alone)


def subjects(procedure: Procedure, viewer: User) -> QuerySet:
    """Matters that one of this procedure may be about and that this person may see."""
    model: Any = procedure.matter._meta.get_field(procedure.about).related_model
    return visible(model.objects.filter(kind__in=procedure.of), viewer)


def lay_subject(matter: Matter, raw: Mapping[str, Any], viewer: User) -> None:
    """Tell a new matter what it is about, as far as the raw input says so; the form refuses what is missing."""
    procedure = PROCEDURES[matter.kind]
    if procedure.about and subject_of(matter) is None:
        try:
            found = AboutField(procedure, viewer).clean(raw.get(ABOUT))
        except forms.ValidationError:
            return
        setattr(matter, procedure.about, found)


def about(matter: Matter, *kinds: str) -> list[Any]:
    """The matters about this one, oldest first; only those of the named procedures, if any are named."""
    found: list[Any] = []
    for procedure in procedures_about(matter):
        if not kinds or procedure.code in kinds:
            found += procedure.matter.objects.filter(**{procedure.about: matter.pk}, kind=procedure.code)
    return sorted(found, key=lambda row: row.pk)


def procedures_about(matter: Matter) -> Iterable[Procedure]:
    return (procedure for procedure in PROCEDURES.values() if procedure.about and matter.kind in procedure.of)


__all__ = ["ABOUT", "AboutField", "about", "lay_subject", "procedures_about", "subject_of", "subjects"]
