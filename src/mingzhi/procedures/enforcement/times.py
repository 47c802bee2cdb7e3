"""When execution may go on: the demand's period, the ends of review and suit, the court's window, three years of suspension.

Reads only; every length is in the register. Serves compulsion-law-39, 44, 51, 53, 54 and law.md §2.5.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import due_moment
from mingzhi.core.engine.models import Matter
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.law.periods import Workdays, earliest_event
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.models import Case, Deferral, Service
from mingzhi.procedures.penalty.owing import last_instalment_on
from mingzhi.procedures.penalty.pending import suing_ended

from .models import Agreement, Application, Deliberation, Enforcement, Order, Pause, Proposal, PublicNotice

DEMAND_CODE = "D39"
REVIEW, SUIT, WINDOW = "reconsideration-law-20", "litigation-law-46", "compulsion-law-53"


def ends(case: Matter, provision_id: str, since: date) -> date:
    """The last day of a period that runs from a day."""
    rule = provision(provision_id)
    return local_day(due_moment(since, rule.period(since), case.authority_id, rule.rolls(since)))


def review_first(case: Case) -> bool:
    """A penalty on the spot must go to review before the court. Source: reconsideration-law-23."""
    return case.kind == "summary"


def review_ends(case: Case) -> date | None:
    """The last day to ask for review, counted from service."""
    return ends(case, REVIEW, case.decision_served_on) if case.decision_served_on else None


def suit_ends(case: Case) -> date | None:
    """The last day to sue directly, counted from service; None where there is no such way."""
    return ends(case, SUIT, case.decision_served_on) if case.decision_served_on and not review_first(case) else None


def remedies_end(case: Case) -> date | None:
    """The day on which the last of both has run out; where a remedy was taken and is over, the day which that left."""
    days = [day for day in (review_ends(case), suit_ends(case), suing_ended(case)) if day]
    return max(days, default=None)


def deferred_until(case: Case) -> date | None:
    """The last day of what was put off, for the case's money. Source: penalty-law-72.2."""
    rows = Deferral.objects.filter(matter_id=case.pk, granted=True)
    return max((last_instalment_on(row) for row in rows), default=None)


def court_from(enforcement: Enforcement) -> date | None:
    """The day from which the three months run: the end of the suing period, or of what was put off if that is later."""
    end = remedies_end(enforcement.case)
    later = deferred_until(enforcement.case) if enforcement.covers_money else None
    return max(filter(None, (end, later)), default=None)


def court_until(enforcement: Enforcement) -> date | None:
    """The last day to apply to the court. Source: compulsion-law-53, litigation-interpretation-156, penalty-law-72.2."""
    since = court_from(enforcement)
    return ends(enforcement.case, WINDOW, since) if since else None


def served_on(paper: Document | None) -> date | None:
    """The day on which a paper reached the party."""
    row = Service.objects.filter(document=paper, served_on__isnull=False).order_by("id").first() if paper else None
    return row.served_on if row else None


def paper_of(matter: Any, code: str, action: str = "") -> Document | None:
    """The latest paper of that code that was not voided, of one action of the matter where it is named."""
    rows = Document.objects.filter(matter_id=matter.pk, code=code, voided_at__isnull=True)
    return (rows.filter(record__action=f"{matter.kind}.{action}") if action else rows).order_by("id").last()


def demand_of(enforcement: Enforcement) -> Document | None:
    """The demand that counts: its own, else that of the case, which speaks of money only."""
    own = paper_of(enforcement, DEMAND_CODE, "demand")
    if own is not None or enforcement.covers_act or enforcement.way != Enforcement.Way.COURT:
        return own
    return paper_of(enforcement.case, DEMAND_CODE, "demand")


def demand_rule(enforcement: Enforcement) -> str:
    """Under which provision the demand leaves its days: the law's before the court is asked, else the town's own."""
    return "compulsion-law-54" if enforcement.way == Enforcement.Way.COURT else "town-demand-period"


def demand_ends(enforcement: Enforcement) -> date | None:
    """The last day of the demand's period, or None while it has not reached the party."""
    arrived = served_on(demand_of(enforcement))
    return ends(enforcement.case, demand_rule(enforcement), arrived) if arrived else None


def reminder_of(enforcement: Enforcement) -> Document | None:
    """The second demand, before somebody else does it. Source: compulsion-law-51."""
    return paper_of(enforcement, DEMAND_CODE, "remind")


def earliest_substitution(enforcement: Enforcement, told_on: date) -> date:
    """The first day on which somebody else may do it, when the second demand arrived on `told_on`."""
    clear = Workdays(provision("compulsion-law-51").number("before", told_on))
    return earliest_event(told_on, clear, calendar_of(enforcement.authority_id))


def proposal_of(enforcement: Enforcement) -> Proposal | None:
    """The decision as it was proposed last."""
    return Proposal.objects.filter(matter_id=enforcement.pk).last()


def deliberation_of(enforcement: Enforcement) -> Deliberation | None:
    """The latest discussion of the heads on a proposed decision."""
    return Deliberation.objects.filter(matter_id=enforcement.pk).last()


def order_of(enforcement: Enforcement) -> Order | None:
    return Order.objects.filter(matter_id=enforcement.pk).last()


def notice_of(enforcement: Enforcement) -> PublicNotice | None:
    return PublicNotice.objects.filter(matter_id=enforcement.pk).last()


def application_of(enforcement: Enforcement) -> Application | None:
    return Application.objects.filter(matter_id=enforcement.pk).last()


def agreement_of(enforcement: Enforcement) -> Agreement | None:
    """The agreement that is being kept."""
    return Agreement.objects.filter(matter_id=enforcement.pk, kept_on__isnull=True, broken_on__isnull=True).last()


def pause_of(enforcement: Enforcement) -> Pause | None:
    """The suspension that lasts."""
    return Pause.objects.filter(matter_id=enforcement.pk, resumed_on__isnull=True).last()


def lapses_on(pause: Pause) -> date | None:
    """The last day to go on after a suspension that the law lets end by itself, or None. Source: compulsion-law-39."""
    return ends(pause.matter, "compulsion-law-39", pause.paused_on) if pause.harmless else None
