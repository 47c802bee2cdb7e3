"""Things held that do not stay: sold because they do not keep, destroyed, confiscated; and the money they brought. Source: 行政强制法 27, 28."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty import approving
from mingzhi.procedures.penalty.actions.investigation import as_rows

from ..holdings import approved_disposal, as_listed, asked_disposal, left, money_held, thing
from ..models import Disposal, Seizure
from ..stages import Stage

#: What is asked of a head: that things be sold or destroyed before the case is decided.
DISPOSAL = "seizure_disposal"


def _nothing_stays(seizure: Seizure, gone: Iterable[dict[str, Any]], spent: Iterable[Disposal] = ()) -> bool:
    """Whether, with these things gone and these sums settled, neither a thing nor money is left with us."""
    names, sums = {thing(row) for row in gone}, {sale.pk for sale in spent}
    return all(thing(row) in names for row in left(seizure)) and all(sale.pk in sums for sale in money_held(seizure))


def ask_disposal(seizure: Seizure, *, actor: User, at: datetime, way: str, goods: list, reasons: str, **given: Any) -> list:
    """Propose that things be sold or destroyed. Source: compulsion-law-27, compulsion-law-28.2."""
    kept = ("law", "article") if way == Disposal.Way.DESTROY else ()
    row = Disposal(
        matter=seizure,
        way=way,
        goods=as_listed(seizure, goods),
        reasons=reasons,
        agent=given["agent"],
        **{name: given[name] for name in kept},
    )
    return [row, approving.ask(seizure, DISPOSAL, actor, at, f"{row}。{reasons}")]


def approve_disposal(seizure: Seizure, *, actor: User, at: datetime, opinion: str) -> list:
    row = asked_disposal(seizure)
    row.approved_at = at
    return [row, approving.decide(approving.pending(seizure, DISPOSAL), actor, at, opinion, grant=True)]


def refuse_disposal(seizure: Seizure, *, actor: User, at: datetime, reasons: str) -> list:
    row = asked_disposal(seizure)
    row.refused_at = at
    return [row, approving.decide(approving.pending(seizure, DISPOSAL), actor, at, reasons, grant=False)]


def carry_out_disposal(seizure: Seizure, *, actor: User, at: datetime, acted_at: datetime, officers: list[User], **given: Any) -> list:
    """Two officers sell or destroy what was approved. When everything was destroyed the seizure is over. Source: compulsion-law-27."""
    row = approved_disposal(seizure)
    row.carried_out_at, row.officers = acted_at, as_rows(officers, acted_at)
    for name in ("place", "agent", "course", "proceeds_yuan", "market_yuan", "market_basis"):
        setattr(row, name, given[name])
    if row.way == Disposal.Way.DESTROY and _nothing_stays(seizure, row.goods):
        seizure.stage, seizure.ended_how = Stage.DESTROYED, f"{row}。{row.course}"
    return [row]


def register_proceeds(
    seizure: Seizure, *, actor: User, at: datetime, sale: Disposal, amount_yuan: Decimal, receipt_number: str, banked_on: date
) -> Disposal:
    """Put on record that the money came in whole. Source: compulsion-law-49."""
    sale.receipt_number, sale.banked_on, sale.registered_by = receipt_number, banked_on, actor
    return sale


def return_proceeds(
    seizure: Seizure, *, actor: User, at: datetime, sale: Disposal, returned_on: date, payee: str, receipt_number: str, **given: Any
) -> Disposal:
    """Give back what the things brought, and make up for too low a price. Source: compulsion-law-28.2."""
    sale.settled, sale.settled_on, sale.settled_receipt = Disposal.Settled.RETURNED, returned_on, receipt_number
    sale.payee = payee
    sale.compensation_yuan, sale.uncompensated_because = given["compensation_yuan"], given["uncompensated_because"]
    return sale


def _settle(sales: Iterable[Disposal], how: str, on: date, receipt: str) -> list[Disposal]:
    rows = list(sales)
    for sale in rows:
        sale.settled, sale.settled_on, sale.settled_receipt = how, on, receipt
    return rows


def confiscate(seizure: Seizure, *, actor: User, at: datetime, taken: list, treasury_receipt: str, note: str) -> list:
    """What the decision of the case confiscates is no longer only held; what it does not is to be given back. Source: compulsion-law-27."""
    goods = as_listed(seizure, taken)
    names = {thing(row) for row in goods}
    sold = [sale for sale in money_held(seizure) if names & {thing(row) for row in sale.goods}]
    sales = _settle(sold, Disposal.Settled.TREASURY, local_day(at), treasury_receipt)
    row = Disposal(
        matter=seizure, way=Disposal.Way.CONFISCATE, goods=goods, reasons=f"依{seizure.case.decision_number}没收。{note}", carried_out_at=at
    )
    if _nothing_stays(seizure, goods, sales):
        seizure.stage, seizure.ended_how = Stage.CONFISCATED, row.reasons
    return [row, *sales]


def hand_over(
    seizure: Seizure, *, actor: User, at: datetime, receiver: str, receipt: str, money_receipt: str, handed_on: date, told_how: str
) -> list:
    """Hand the things over with the case, and the money of those sold; tell the party in writing. Source: compulsion-law-21."""
    seizure.ended_how = f"{handed_on}移交{receiver}（{receipt}），以{told_how}告知当事人"
    return _settle(money_held(seizure), Disposal.Settled.HANDED_OVER, handed_on, money_receipt)
