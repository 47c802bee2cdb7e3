"""What comes next in a seizure, and the way it walks: things are looked after until the case decides, and are not to be given up at once.

Only shows; what may be done is said by the gates. Serves 行政强制法 25 to 28.
"""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import warning_reached
from mingzhi.core.engine.families import about
from mingzhi.procedures.penalty import approving
from mingzhi.procedures.penalty.gates.performance import confiscates
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.penalty.serving import announced_until, announcements, unserved

from .actions.measures import EXTENSION
from .gates.keeping import term, term_is_over
from .holdings import approved_disposal, asked_disposal, money_held
from .models import Seizure
from .procedure import seizure as procedure
from .serving import under_test
from .stages import PATH, URGENT_PATH, Stage

_GONE = (Case.Outcome.TRANSFERRED, Case.Outcome.TO_POLICE)


@procedure.walks
def way(seizure: Seizure) -> tuple[str, ...]:
    """Approved beforehand, or done at once and approved afterwards."""
    return URGENT_PATH if seizure.urgent else PATH


@procedure.turns
def next_steps(seizure: Seizure, at: datetime) -> tuple[str, ...]:
    if seizure.stage == Stage.HELD:
        return _while_held(seizure, at)
    if seizure.stage == Stage.RELEASED:
        return (*_papers_and_money(seizure, at), *(("return_proceeds",) if money_held(seizure).exists() else ()), "hand_back")
    return ()


def _papers_and_money(seizure: Seizure, at: datetime) -> tuple[str, ...]:
    announced = list(announcements(seizure))
    waiting = (
        ("complete_announcement", any(at > announced_until(row) for row in announced)),
        ("serve", unserved(seizure).exclude(pk__in=[row.document_id for row in announced]).exists()),
        ("register_proceeds", money_held(seizure).filter(receipt_number="").exists()),
    )
    return tuple(name for name, waits in waiting if waits)


def _while_held(seizure: Seizure, at: datetime) -> tuple[str, ...]:
    """Lifted when its time is over; else papers, requests that wait, what the case has decided, the end of the term; else custody."""
    if term_is_over(seizure, at):
        return ("release",)
    waiting = (
        ("approve_disposal", asked_disposal(seizure) is not None),
        ("carry_out_disposal", approved_disposal(seizure) is not None),
        ("approve_extension", approving.pending(seizure, EXTENSION) is not None),
        ("testing_done", _testing_should_be_over(seizure, at)),
    )
    settled = _as_the_case_went(seizure)
    near = () if settled else _near_the_end(seizure, at)
    return (*_papers_and_money(seizure, at), *(name for name, waits in waiting if waits), *settled, *near, "keep_custody")


def _testing_should_be_over(seizure: Seizure, at: datetime) -> bool:
    return under_test(seizure).filter(until_on__lte=local_day(at)).exists()


def _as_the_case_went(seizure: Seizure) -> tuple[str, ...]:
    """What the end of the case asks for. Source: compulsion-law-21, compulsion-law-27, compulsion-law-28."""
    case = seizure.case
    if case.outcome in _GONE or about(case, "crime"):
        return ("hand_over", "release")
    if confiscates(case):
        return ("confiscate", "release")
    return ("release",) if case.decided_on or case.outcome else ()


def _near_the_end(seizure: Seizure, at: datetime) -> tuple[str, ...]:
    """Its last days: asked to be longer, once, else lifted. Source: compulsion-law-25-extend, town-seizure-warning."""
    running = term(seizure)
    if running is None or warning_reached(running.provision, running.since_at, running.due_at, at) is None:
        return ()
    return ("release",) if running.extended or approving.pending(seizure, EXTENSION) else ("ask_extension", "release")
