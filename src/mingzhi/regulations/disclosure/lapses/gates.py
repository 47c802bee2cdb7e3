"""Facts that must hold while a lapse is followed up: nobody judges the own one, and what was not public is so now, or lawfully not."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User

from .. import stages as decided
from ..bulletins import stages as told
from .models import Lapse

#: By the kind of what is concerned, the stages at which it waits to become public, to be withdrawn or to be corrected.
_WAITING = {
    "publication": (*decided.UNPUBLISHED, decided.Stage.WITHHOLDING, decided.Stage.WITHDRAWING, decided.Stage.CORRECTING),
    "bulletin": (*told.UNPUBLISHED, told.Stage.WITHHOLDING, told.Stage.CORRECTING),
}


@before(
    "lapse.order_correction", "lapse.dismiss", "lapse.accept", "lapse.send_back", "lapse.hold_accountable",
    cites=("disclosure-15", "town-separation"),
)  # fmt: skip
def nobody_judges_the_own_lapse(lapse: Lapse, *, actor: User, at: datetime) -> str | None:
    return "您是本件的责任人，不能决定本件。请由其他负责人办理。" if lapse.responsible_id == actor.pk else None


@before("lapse.report_correction", cites="disclosure-15")
def what_was_not_public_is_settled(lapse: Lapse, *, actor: User, at: datetime) -> str | None:
    """Public, corrected or withdrawn; or withheld by whoever may decide that."""
    found = lapse.concerns
    if found is None or found.stage not in _WAITING.get(found.kind, ()):
        return None
    return f"“{found.title}”（{found.number}）还没有公开、更正或者撤回，也没有批准不予公开，不能报告已经改正。请先在该件上办理。"
