"""执行: money with its receipts, deferral, surcharge, demand, goods. Amounts in yuan.

The clerk's register and the officer's collection are apart (penalty-law-67.1); nothing here is ever changed afterwards but by a new row.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from mingzhi.core.engine.days import end_of_day, local_day
from mingzhi.core.engine.models import Deadline
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import officers_on
from mingzhi.law import fines
from mingzhi.law.periods import due
from mingzhi.law.provisions import provision

from .. import approving
from ..forms.performance import instalments_as_json
from ..models import Case, Deferral, Demand, GoodsDisposal, Payment, SpotCollection, Surcharge
from ..owing import last_instalment_on, owed


def pay(
    case: Case, *, actor: User, at: datetime, purpose: str, channel: str, amount_yuan: Decimal, paid_on: date, receipt_number: str
) -> Payment:
    """Register a receipt of the bank. Source: penalty-law-67."""
    return Payment(
        matter=case, purpose=purpose, channel=channel, amount_yuan=amount_yuan, paid_on=paid_on, receipt_number=receipt_number,
        registered_by=actor, registered_at=at,
    )  # fmt: skip


def reverse_payment(case: Case, *, actor: User, at: datetime, payment: Payment, reason: str) -> list:
    """Put a wrong row right by its negative; the wrong one stays. A time to pay that it had met runs again."""
    row = Payment(
        matter=case, purpose=payment.purpose, channel=payment.channel, amount_yuan=-payment.amount_yuan, paid_on=payment.paid_on,
        receipt_number=payment.receipt_number, registered_by=actor, registered_at=at, reverses=payment, reason=reason,
    )  # fmt: skip
    reopened = list(Deadline.objects.filter(matter_id=case.pk, provision="penalty-law-67", met_at__isnull=False))
    for deadline in reopened:
        deadline.met_at = None
    return [row, *(reopened if payment.purpose == Payment.Purpose.FINE else ())]


def collect(case: Case, *, actor: User, at: datetime, officers: list[User], **given: Any) -> SpotCollection:
    """The officers take the money themselves, against the receipt of the finance department. Source: penalty-law-68, 69, 70."""
    collected_at = given["collected_at"]
    team = [{"id": row.id, "name": row.name, "certificate": row.certificate} for row in officers_on(officers, local_day(collected_at))]
    return SpotCollection(
        matter=case, amount_yuan=given["amount_yuan"], ground=given["ground"], reason=given["reason"], receipt_kind=given["receipt_kind"],
        receipt_number=given["receipt_number"], place=given["place"], collected_by=actor, collected_at=collected_at,
        runs_from_on=given["landed_on"] or local_day(collected_at), officers=team,
    )  # fmt: skip


def hand_in(case: Case, *, actor: User, at: datetime, collection: SpotCollection, handed_in_at: datetime) -> list:
    """The organ receives the collected money, and the register shows it. Source: penalty-law-71.1."""
    collection.handed_in_at = handed_in_at
    payment = Payment(
        matter=case, purpose=Payment.Purpose.FINE, channel=Payment.Channel.SPOT, amount_yuan=collection.amount_yuan,
        paid_on=local_day(collection.collected_at), receipt_number=collection.receipt_number, registered_by=actor, registered_at=at,
    )  # fmt: skip
    return [collection, payment]


def bank_in(case: Case, *, actor: User, at: datetime, collection: SpotCollection, banked_at: datetime, bank_slip: str) -> SpotCollection:
    """The organ pays the collected money into the bank. Source: penalty-law-71.2."""
    collection.banked_at, collection.bank_slip = banked_at, bank_slip
    return collection


def ask_deferral(
    case: Case, *, actor: User, at: datetime, applied_on: date, reasons: str, instalments: list, opinion: str, **given: Any
) -> list:
    """The party asks to pay later or in parts. Source: penalty-law-66.2."""
    deferral = Deferral(matter=case, reason=reasons, instalments=instalments_as_json(instalments), applied_on=applied_on, asked_at=at)
    return [deferral, approving.ask(case, "deferral", actor, at, opinion)]


def open_deferral(case: Case) -> Deferral | None:
    """The application that nobody has decided yet."""
    return Deferral.objects.filter(matter_id=case.pk, granted__isnull=True).last()


def decide_deferral(case: Case, *, actor: User, at: datetime, granted: bool, opinion: str) -> list:
    """Grant or refuse; once granted the last instalment's day takes the place of the day to pay. Source: penalty-law-66.2, 72.2."""
    deferral = open_deferral(case)
    deferral.granted, deferral.decided_at = granted, at
    rows: list[Any] = [deferral, approving.decide(approving.pending(case, "deferral"), actor, at, opinion, grant=granted)]
    if granted:
        last = last_instalment_on(deferral)
        # Where a surcharge was decided already it goes on from its own day, with the span of the deferral left out.
        if not Surcharge.objects.filter(matter_id=case.pk).exists():
            case.pay_by_on = last
        for row in Deadline.objects.filter(matter_id=case.pk, provision="penalty-law-67", met_at__isnull=True, lifted_at__isnull=True):
            row.due_at, row.extended = end_of_day(last), True
            rows.append(row)
    return rows


def surcharge(case: Case, *, actor: User, at: datetime, opinion: str) -> Surcharge:
    """Decide that an unpaid fine bears its surcharge from the day after it was due. Source: penalty-law-72.1."""
    today = local_day(at)
    late = owed(case, today, supposing_decided=True).surcharge_yuan
    whole = fines.surcharge(case.fine_yuan, case.pay_by_on, today)
    return Surcharge(matter=case, from_on=whole.starts_on, decided_on=today, amount_yuan=late, capped=late >= whole.cap_yuan)


def demand(case: Case, *, actor: User, at: datetime, manner: str) -> Demand:
    """Call upon the party once more, in writing, before the court is asked. Source: compulsion-law-35, compulsion-law-54."""
    today = local_day(at)
    period = provision("compulsion-law-54").period(today)
    by_on = due(today, period, calendar_of(case.authority_id)).due
    return Demand(matter=case, by_on=by_on, content="；".join(obligations(case, today)), made_at=at)


def obligations(case: Case, on: date) -> list[str]:
    """What is still to be paid on a day, as sentences of the demand."""
    account = owed(case, on)
    parts = (("罚款", account.fine), ("没收的违法所得", account.gain), ("加处罚款", account.surcharge))
    return [f"缴纳{name}人民币{part.left_yuan:.2f}元" for name, part in parts if part.left_yuan]


def ask_goods_disposal(case: Case, *, actor: User, at: datetime, goods: list, disposal: str, reason: str, **given: Any) -> list:
    """List confiscated goods and propose what becomes of them. Source: penalty-law-74."""
    return [
        GoodsDisposal(matter=case, goods=goods, disposal=disposal, reason=reason, asked_by=actor),
        approving.ask(case, "goods_disposal", actor, at, f"{disposal}。{reason}"),
    ]


def approve_goods_disposal(case: Case, *, actor: User, at: datetime, batch: GoodsDisposal, granted: bool, opinion: str) -> list:
    """Decide what becomes of a batch. Source: penalty-law-74."""
    if granted:
        batch.approved_at = at
    else:
        batch.refused_at = at
    return [batch, approving.decide(approving.pending(case, "goods_disposal"), actor, at, opinion, grant=granted)]


def dispose_goods(
    case: Case, *, actor: User, at: datetime, batch: GoodsDisposal, officers: list[User], disposed_at: datetime, **given: Any
) -> GoodsDisposal:
    """Two people carry it out and write down how. Source: penalty-law-74."""
    batch.carried_out_at, batch.place, batch.course, batch.proceeds_yuan = (
        disposed_at,
        given["place"],
        given["course"],
        given["proceeds_yuan"],
    )
    batch.officers = [
        {"id": row.id, "name": row.name, "certificate": row.certificate} for row in officers_on(officers, local_day(disposed_at))
    ]
    return batch
