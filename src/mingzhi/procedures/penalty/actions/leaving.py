"""随有关办件办理: what another matter's action entails for the case it is about. Nobody does these by hand."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.organs.models import User

from ..models import Case


def leave_to_police(case: Case, *, actor: User, at: datetime, police: str, notice: str) -> None:
    """The police have filed and hold everything: no penalty takes the place of that. Source: crime-transfer-11, 12."""
    case.outcome = Case.Outcome.TO_POLICE
