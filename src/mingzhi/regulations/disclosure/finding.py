"""By which words a publication is found besides number, title and handlers."""

from __future__ import annotations

from collections.abc import Iterable

from mingzhi.core.engine.search import searchable

from .models import Publication


@searchable("publication")
def case_and_decision(publication: Publication) -> Iterable[str]:
    return (publication.case.number, publication.decision_number)
