"""表三: coercive measures when they were decided, executions when they were finished or ended, applications to the court when made.

What the party performed by itself before force, or under an agreement, is no execution. Source: law.md §3.4, compulsion-law-9, compulsion-law-12.
"""

from __future__ import annotations

from django.db.models import QuerySet

from mingzhi.procedures.compulsion.models import Seizure
from mingzhi.procedures.enforcement.models import Application, Enforcement
from mingzhi.procedures.penalty.models import Case, Surcharge

from ..tables import Cells
from .penalties import counted
from .span import Span

#: By the record of which a measure is decided: the decision is made out and handed over as it is carried out.
_DECIDED = ("seizure.seize", "seizure.seize_at_once")
#: By the record of which an execution is over, and the results that are one.
_OVER = ("enforcement.conclude", "enforcement.end")
_EXECUTED = (Enforcement.Result.ENFORCED, Enforcement.Result.ENDED)


def cells(span: Span) -> Cells:
    """The third table, without its total."""
    taken = Seizure.objects.filter(pk__in=span.records(*_DECIDED).values("matter"))
    over = Enforcement.objects.filter(pk__in=span.records(*_OVER).values("matter"), result__in=_EXECUTED)
    ways = Enforcement.Way
    return {
        "compulsion.seal": counted(_ids(taken.filter(measure=Seizure.Measure.SEAL))),
        "compulsion.seize": counted(_ids(taken.filter(measure=Seizure.Measure.SEIZE))),
        "compulsion.surcharge": counted(_ids(_surcharged(span))),
        "compulsion.restore": counted(_ids(over.filter(way=ways.DEMOLISH))),
        "compulsion.substitute": counted(_ids(over.filter(way__in=(ways.SUBSTITUTE, ways.CLEAR)))),
        "compulsion.court": counted(_applied(span)),
    }


def _surcharged(span: Span) -> QuerySet[Case]:
    """Cases in which a surcharge was decided and that were closed in the year: then it was paid, executed by the court, or ended."""
    return Case.objects.filter(
        span.days("closed_on"), authority=span.authority, pk__in=Surcharge.objects.filter(matter__authority=span.authority).values("matter")
    )


def _applied(span: Span) -> list[int]:
    rows = Application.objects.filter(span.days("applied_on"), matter__authority=span.authority)
    return list(rows.order_by("matter_id").values_list("matter_id", flat=True))


def _ids(rows: QuerySet[Seizure] | QuerySet[Enforcement] | QuerySet[Case]) -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True))
