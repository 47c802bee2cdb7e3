"""作废: a paper made wrongly and not yet served is struck out, keeps its number, and is made anew. Source: recording-2."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.documents.models import Document
from mingzhi.core.organs.models import User

from ..models import Case
from ..serving import NOTICE_CODE


def void_paper(case: Case, *, actor: User, at: datetime, document: Document, reasons: str) -> Document:
    """Strike a paper out. A notice struck out was never given: the party is to be told anew (penalty-law-44)."""
    document.voided_at, document.voided_because = at, reasons
    if document.code == NOTICE_CODE and case.told_on is None:
        case.told_penalties = []
    return document
