"""Before evidence is kept: a copy is matched with its original, or it says why not. Source: penalty-law-46."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User
from mingzhi.core.organs.prepared import Prepared

from ..models import Appraisal, Case, Evidence, Inspection, Questioning

#: What a case may rest on, whichever of the four is found first; asked so often that the query is built once.
_PROVED = Prepared(
    lambda matter: (
        Inspection.objects.filter(matter_id=matter)
        .order_by()
        .values_list("id")
        .union(
            Questioning.objects.filter(matter_id=matter).order_by().values_list("id"),
            Evidence.objects.filter(matter_id=matter).order_by().values_list("id"),
            Appraisal.objects.filter(matter_id=matter, received_on__isnull=False).order_by().values_list("id"),
            all=True,
        )[:1]
    ),
    matter=int,
)


@before("penalty.take_evidence", cites=("penalty-law-46", "recording-7.3"))
def copy_is_matched_or_says_why(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if not given["is_copy"] or given["matches_original"] or given["unmatched_because"]:
        return None
    return "复制件没有注明“与原件核对无异”，也没有写明未核对的原因。请与原件核对后勾选，或者写明原因。"


def something_is_proved(case: Case) -> bool:
    """Whether the case has any inspection, questioning, evidence or appraisal to rest on."""
    return _PROVED.first(matter=case.pk) is not None


@before("penalty.ask_correction", "penalty.report", cites=("penalty-law-40", "penalty-law-54"), mend="penalty.inspect")
def facts_rest_on_evidence(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if something_is_proved(case) else "还没有任何检查、询问笔录或者证据，违法事实没有依据。请先调查取证。"
