"""D36 to D39 and D44: deferral, spot collection, surcharge, demand, goods."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.law import fines
from mingzhi.law.periods import due
from mingzhi.law.provisions import provision

from ..actions.performance import obligations
from ..forms.acts import signed
from ..forms.performance import instalments_as_json
from ..models import Approval, Case, Deferral, SpotCollection
from ..owing import owed
from ..procedure import penalty
from ..summary import summary
from .heading import contact, decision_title, handlers, heading, moment, officers, opinions, parties, payment, remedy, signed_on


def law(*ids: str) -> list[dict[str, str]]:
    """Provisions as papers cite them."""
    return [{"law": f"《{row.title}》", "article": row.article} for row in map(provision, ids)]


def decided(case: Case) -> dict[str, Any]:
    """Title, number and day of the decision that is performed."""
    return {"decision_title": decision_title(case), "decision_number": case.decision_number, "decided_on": case.decided_on.isoformat()}


def fine(case: Case) -> dict[str, Any]:
    return {"fine_yuan": f"{case.fine_yuan:.2f}"}


def _postponing(rows: list[dict[str, str]], paper: str) -> dict[str, Any]:
    """What is asked for, named by itself in the paper's title: “分期缴纳罚款决定书”."""
    form = "分期" if len(rows) > 1 else "延期"
    return {
        "title": f"{form}缴纳罚款{paper}",
        "form": form,
        "instalments": [{"amount_yuan": row["amount_yuan"], "until_on": row["due_on"]} for row in rows],
    }


def _latest(case: Case) -> tuple[Deferral, Approval]:
    asked = Approval.objects.filter(matter_id=case.pk, subject="deferral")
    return Deferral.objects.filter(matter_id=case.pk).last(), asked.last()


@penalty.paper("D36")
@summary.paper("D36")
def application(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    rows = instalments_as_json(given["instalments"])
    asked = {"reasons": given["reasons"], "signatures": {"party": given["party_signature"] or {"kind": "paper"}}}
    return heading(case, at) | parties(case) | decided(case) | fine(case) | _postponing(rows, "申请书") | asked


@penalty.paper("D36b")
@summary.paper("D36b")
def deferral_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    deferral, asked = _latest(case)
    postponed = _postponing(deferral.instalments, "审批表")
    said = "准予" if given["granted"] else "不准予"
    chain = opinions(asked)
    chain[-1]["text"] = f"{said}{postponed['form']}缴纳罚款。{given['opinion']}"
    return (
        heading(case, at)
        | parties(case)
        | decided(case)
        | fine(case)
        | postponed
        | {
            "applied_on": deferral.applied_on.isoformat(),
            "reasons": deferral.reason,
            "basis": law("penalty-law-66.2"),
            "opinions": chain,
        }
    )


@penalty.paper("D36c")
@summary.paper("D36c")
def deferral_decision(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    deferral, _ = _latest(case)
    found = (
        heading(case, at)
        | parties(case)
        | decided(case)
        | fine(case)
        | _postponing(deferral.instalments, "决定书")
        | {
            "applied_on": deferral.applied_on.isoformat(),
            "granted": given["granted"],
            "reasons": given["opinion"],
            "basis": law("penalty-law-66.2"),
            "payment": payment(case, at),
        }
    )
    return found if given["granted"] else found | {"instalments": []}


@penalty.paper("D37")
@summary.paper("D37")
def collection_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    ground = SpotCollection.Ground(given["ground"]).label
    runs_from = given["landed_on"] or local_day(given["collected_at"])
    return (
        heading(case, at)
        | parties(case)
        | decided(case)
        | {
            "ground": f"{ground}：{given['reason']}" if given["reason"] else ground,
            "fine_yuan": f"{given['amount_yuan']:.2f}",
            "receipt_kind": given["receipt_kind"],
            "receipt_number": given["receipt_number"],
            "collected_at": moment(given["collected_at"]),
            "collected_place": given["place"],
            "hand_in_by_on": _workdays_from(case, runs_from, "penalty-law-71.1").isoformat(),
            "bank": case.authority.fine_bank,
            "officers": officers(given["officers"], local_day(given["collected_at"])),
            "signatures": signed(given),
        }
        | signed_on(given["collected_at"])
    )


def _workdays_from(case: Case, start: date, provision_id: str) -> date:
    return due(start, provision(provision_id).period(start), calendar_of(case.authority_id)).due


@penalty.paper("D38")
@summary.paper("D38")
def surcharge_decision(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    found = fines.surcharge(case.fine_yuan, case.pay_by_on, local_day(at))
    return (
        heading(case, at)
        | parties(case)
        | decided(case)
        | fine(case)
        | {
            "served_on": case.decision_served_on.isoformat(),
            "due_on": case.pay_by_on.isoformat(),
            "from_on": found.starts_on.isoformat(),
            "rate_percent": found.percent_per_day,
            "cap_yuan": f"{found.cap_yuan:.2f}",
            "basis": law("penalty-law-72.1"),
            "payment": payment(case, at),
            "remedy": remedy(case, at),
        }
    )


@penalty.paper("D39")
@summary.paper("D39")
def demand_letter(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    """The four items of compulsion-law-35: period, manner, sum and way to pay, the right to be heard."""
    today = local_day(at)
    account = owed(case, today)
    found = (
        heading(case, at)
        | parties(case)
        | decided(case)
        | contact(case, at)
        | {
            "served_on": case.decision_served_on.isoformat(),
            "obligations": obligations(case, today),
            "until_days": provision("compulsion-law-54").number("wait", today),
            "manner": given["manner"],
            "payment": payment(case, at),
            "rights": "收到本催告书后，有权进行陈述和申辩；请在履行期限内向本机关提出。",
            "consequences": f"逾期仍不履行的，本机关将依法申请{case.power.court}强制执行。",
            "basis": law("compulsion-law-35", "compulsion-law-54"),
        }
    )
    if account.fine.left_yuan:
        found["fine_yuan"] = f"{account.fine.left_yuan:.2f}"
    if account.surcharge.left_yuan:
        found["surcharge_yuan"] = f"{account.surcharge.left_yuan:.2f}"
    return found


@penalty.paper("D44")
def goods_list(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return (
        heading(case, at)
        | parties(case)
        | decided(case)
        | {
            "goods": given["goods"],
            "officers": handlers(case, at),
            "signatures": {"party": given["party_signature"] or {"kind": "paper"}},
        }
        | signed_on(at)
    )


@penalty.paper("D44b")
def goods_sheet(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    batch = given["batch"]
    asked = Approval.objects.filter(matter_id=case.pk, subject="goods_disposal").last()
    return (
        heading(case, at)
        | parties(case)
        | decided(case)
        | {
            "goods": batch.goods,
            "disposal": batch.disposal,
            "reasons": batch.reason,
            "basis": law("penalty-law-74"),
            "opinions": opinions(asked),
        }
    )


@penalty.paper("D44c")
def goods_record(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    batch = given["batch"]
    found = (
        heading(case, at)
        | decided(case)
        | {
            "disposed_at": moment(given["disposed_at"]),
            "place": given["place"],
            "goods": batch.goods,
            "disposal": batch.disposal,
            "course": given["course"],
            "officers": officers(given["officers"], local_day(given["disposed_at"])),
            "signatures": signed(given, witness="witness_signature"),
        }
        | signed_on(given["disposed_at"])
    )
    return found | {"proceeds_yuan": f"{given['proceeds_yuan']:.2f}"} if given["proceeds_yuan"] is not None else found
