"""作废: a paper made wrongly and not yet served is struck out, keeps its number, and is made anew. Source: recording-2."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.places import last_done
from mingzhi.core.organs.models import User

from ..hearings import NOTICE_CODE, right_told
from ..models import Case, CorrectionOrder
from ..serving import ORDER_CODES


def void_paper(case: Case, *, actor: User, at: datetime, document: Document, reasons: str) -> list[Document | CorrectionOrder]:
    """Strike a paper out. A notice struck out was never given: the party is to be told anew (penalty-law-44),
    and the notice of the right to a hearing that was made with it goes with it (penalty-law-63)."""
    papers = [document]
    if document.code == NOTICE_CODE and case.told_on is None:
        right = right_told(case)
        papers += [right] if right else []
        case.told_penalties = []
        case.found = _without_new_facts(case)
    for paper in papers:
        paper.voided_at, paper.voided_because = at, reasons
    return [*papers, *_taken_back(case, document, at)]


def _without_new_facts(case: Case) -> str:
    """What was found, without what the notice struck out added to it: the next one says its new facts itself."""
    added = last_done(case, "notify").given.get("new_facts")
    return case.found.removesuffix(f"\n{added}") if added else case.found


def _taken_back(case: Case, document: Document, at: datetime) -> list[CorrectionOrder]:
    """The order that the paper was, as one sent back to whoever proposed it: it was never made (penalty-law-28)."""
    if document.code not in ORDER_CODES:
        return []
    order = CorrectionOrder.objects.get(matter_id=case.pk, ordered_at=document.made_at)
    order.ordered_at, order.returned_at = None, at
    return [order]
