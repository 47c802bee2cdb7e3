"""What follows others' actions: a decision becomes public, and a fallen or changed one is withdrawn. The case knows none of this."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import after
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.families import ABOUT
from mingzhi.core.engine.perform import entail
from mingzhi.procedures.penalty.models import Case

from .models import Publication
from .stages import UNPUBLISHED, Stage


@after("penalty.decide", cites=("disclosure-12-penalty", "three-rules-penalty"))
def decision_is_to_be_published(case: Case, *, actor: Any, at: datetime, given: dict) -> None:
    """From the date of the decision, so that nobody has to remember: collecting can begin while it is being served."""
    told = {ABOUT: case.pk, "decision_number": case.decision_number, "decided_on": case.decided_on}
    entail("publication.begin", None, actor=actor, at=at, data=told)


#: What is left of a decision after which nothing may stay public as it was.
_NO_LONGER = (Case.Standing.REVOKED, Case.Standing.VOID, Case.Standing.UNLAWFUL)


@after("penalty.annul", "penalty.keep_result", cites=("disclosure-13-withdraw", "penalty-law-48.2"))
def what_no_longer_stands_is_withdrawn(case: Case, *, actor: Any, at: datetime, given: dict) -> None:
    """A changed decision is published anew as it now reads; what was not public yet goes no further, or is collected anew."""
    changed = case.decision_standing == Case.Standing.CHANGED
    if not changed and case.decision_standing not in _NO_LONGER:
        return
    told = {"because": given["words"]}
    for row in Publication.objects.filter(case_id=case.pk).order_by("id"):
        if row.stage in (Stage.PUBLISHED, Stage.OBJECTED, Stage.CORRECTING):
            entail("publication.fall", row, actor=actor, at=at, data=told)
            if changed:
                again = {ABOUT: case.pk, "decision_number": case.decision_number, "decided_on": local_day(at)}
                entail("publication.begin", None, actor=actor, at=at, data=again)
        elif row.stage in (*UNPUBLISHED, Stage.WITHHOLDING):
            entail("publication.collect_anew" if changed else "publication.drop", row, actor=actor, at=at, data=told)
