"""By which words a remedy is found besides number, title and handlers: its organ, its file number, who applied."""

from __future__ import annotations

from collections.abc import Iterable

from mingzhi.core.engine.search import searchable

from .models import Remedy


@searchable("remedy")
def organ_and_applicant(remedy: Remedy) -> Iterable[str]:
    return (remedy.organ, remedy.file_number, remedy.applicant, remedy.case.number, remedy.case.decision_number)
