"""What a party owes on a day: fine, unlawful gain and surcharge against what the receipts register and spot collections show.

Read only. Serves penalty-law-67, penalty-law-72.1 and penalty-law-66.2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.prepared import Prepared
from mingzhi.law.fines import surcharge

from .models import Case, Deferral, Payment, Refund, SpotCollection, Surcharge, Waiver
from .pending import surcharge_pauses

NOTHING = Decimal(0)
#: A page asks every gate of every action at the stage, and a dozen of them ask what is owed.
_PAID = Prepared(lambda case, on: Payment.objects.filter(matter_id=case, paid_on__lte=on), case=int, on=date)
_ON_HAND = Prepared(lambda case: SpotCollection.objects.filter(matter_id=case, handed_in_at__isnull=True), case=int)
_SURCHARGES = Prepared(lambda case: Surcharge.objects.filter(matter_id=case), case=int)


@dataclass(frozen=True)
class Part:
    """One kind of money: how much is due, how much was paid."""

    due_yuan: Decimal
    paid_yuan: Decimal

    @property
    def left_yuan(self) -> Decimal:
        return max(NOTHING, self.due_yuan - self.paid_yuan)


@dataclass(frozen=True)
class Owed:
    """The account of a case on one day, in yuan. A surcharge is owed only once it was decided."""

    on: date
    fine: Part
    gain: Part
    surcharge: Part

    @property
    def fine_yuan(self) -> Decimal:
        return self.fine.due_yuan

    @property
    def paid_yuan(self) -> Decimal:
        """Everything received, whatever for."""
        return self.fine.paid_yuan + self.gain.paid_yuan + self.surcharge.paid_yuan

    @property
    def surcharge_yuan(self) -> Decimal:
        return self.surcharge.due_yuan

    @property
    def left_yuan(self) -> Decimal:
        return self.fine.left_yuan + self.gain.left_yuan + self.surcharge.left_yuan

    def part(self, purpose: str) -> Part:
        return {Payment.Purpose.FINE: self.fine, Payment.Purpose.GAIN: self.gain, Payment.Purpose.SURCHARGE: self.surcharge}[
            Payment.Purpose(purpose)
        ]


def owed(case: Case, on: date, supposing_decided: bool = False) -> Owed:
    """The account of a case on a day, from payments made until then. A few small queries.

    supposing_decided: show the surcharge that would be owed if it were decided now.
    """
    paid: dict[str, list[tuple[date, Decimal]]] = {purpose: [] for purpose in Payment.Purpose.values}
    for row in _PAID.rows(case=case.pk or 0, on=on):
        paid[row.purpose].append((row.paid_on, row.amount_yuan))
    # What an officer took counts as paid from that moment; the register shows it once it was handed in.
    for taken in _ON_HAND.rows(case=case.pk or 0):
        if local_day(taken.collected_at) <= on:
            paid[Payment.Purpose.FINE].append((local_day(taken.collected_at), taken.amount_yuan))
    fallen = case.decision_standing in Case.FALLEN
    fine = NOTHING if fallen else case.fine_yuan or NOTHING
    late = NOTHING
    if not fallen and case.pay_by_on and (supposing_decided or _SURCHARGES.rows(case=case.pk or 0)):
        late = max(NOTHING, accrued(fine, paid[Payment.Purpose.FINE], case.pay_by_on, on, pauses(case)) - waived(case, on))
    return Owed(
        on=on,
        fine=Part(fine, _sum(paid[Payment.Purpose.FINE])),
        gain=Part(NOTHING if fallen else case.confiscated_yuan or NOTHING, _sum(paid[Payment.Purpose.GAIN])),
        surcharge=Part(late, _sum(paid[Payment.Purpose.SURCHARGE])),
    )


def waived(case: Case, on: date) -> Decimal:
    """What of the surcharge execution agreements that were not broken let go. Source: compulsion-law-42."""
    rows = Waiver.objects.filter(matter_id=case.pk, waived_on__lte=on).exclude(restored_on__lte=on)
    return sum(rows.values_list("amount_yuan", flat=True), NOTHING)


def fine_left(case: Case) -> Decimal:
    """What is left of the fine by everything registered or collected so far, whatever its day."""
    registered = Payment.objects.filter(matter_id=case.pk, purpose=Payment.Purpose.FINE).values_list("amount_yuan", flat=True)
    collected = SpotCollection.objects.filter(matter_id=case.pk, handed_in_at__isnull=True).values_list("amount_yuan", flat=True)
    due = NOTHING if case.decision_standing in Case.FALLEN else case.fine_yuan or NOTHING
    return max(NOTHING, due - sum(registered, NOTHING) - sum(collected, NOTHING))


def overpaid(case: Case, on: date) -> Decimal:
    """What was paid until that day beyond what is owed and has not been given back: after a decision fell or was changed. Source: compensation-law-36."""
    account = owed(case, on)
    over = sum((max(NOTHING, part.paid_yuan - part.due_yuan) for part in (account.fine, account.gain, account.surcharge)), NOTHING)
    return over - sum(Refund.objects.filter(matter_id=case.pk).values_list("amount_yuan", flat=True), NOTHING)


def accrued(
    fine: Decimal, payments: Iterable[tuple[date, Decimal]], due_on: date, on: date, paused: Iterable[tuple[date, date]] = ()
) -> Decimal:
    """The surcharge until `on`: each part of the fine bears it until the day it is paid, and never more than itself.

    payments: (day, yuan), reversing ones negative with the day of what they reverse. Source: penalty-law-72.1, penalty-law-73.3.
    """
    paused = list(paused)
    by_day: dict[date, Decimal] = {}
    for day, amount in payments:
        by_day[day] = by_day.get(day, NOTHING) + amount
    left, total = fine, NOTHING
    for day in sorted(by_day):
        part = min(left, max(NOTHING, by_day[day]))
        total += surcharge(part, due_on, day, paused).amount_yuan
        left -= part
    return total + surcharge(left, due_on, on, paused).amount_yuan


def pauses(case: Case) -> list[tuple[date, date]]:
    """Spans in which no surcharge runs: from the grant of a deferral to its last day, and while a remedy is open (penalty-law-73.3)."""
    rows = Deferral.objects.filter(matter_id=case.pk, granted=True)
    deferred = [(local_day(row.decided_at), last_instalment_on(row)) for row in rows]
    return deferred + [(first, last or date.max) for first, last in surcharge_pauses(case)]


def last_instalment_on(deferral: Deferral) -> date:
    """The day until which a deferral lets the party pay everything."""
    return max(date.fromisoformat(row["due_on"]) for row in deferral.instalments)


def receipt_is_used(authority_id: int, number: str) -> bool:
    """Whether the authority's register already holds this receipt, leaving out what was reversed. Source: penalty-law-70."""
    held = Payment.objects.filter(matter__authority_id=authority_id, receipt_number=number, reverses__isnull=True, reversed_by__isnull=True)
    taken = SpotCollection.objects.filter(matter__authority_id=authority_id, receipt_number=number)
    return held.exists() or taken.exists()


def _sum(payments: Iterable[tuple[date, Decimal]]) -> Decimal:
    return sum((amount for _, amount in payments), NOTHING)
