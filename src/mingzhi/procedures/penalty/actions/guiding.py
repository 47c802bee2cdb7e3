"""柔性执法: persuading, showing, interviewing, admonishing, put on record as a way of dealing with a case. Source: posts-6.4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mingzhi.core.organs.models import User

from ..models import Case, Guidance


def guide(case: Case, *, actor: User, at: datetime, officers: Sequence[User], acted_at: datetime, **told: Any) -> Guidance:
    """Deal with the matter by word, and say what came of it. Source: posts-6.4, personnel-20."""
    return Guidance(matter=case, given_at=acted_at, **told)
