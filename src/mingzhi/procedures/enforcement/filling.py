"""D28, D33, D35, D39 to D42d: what the papers of an execution say."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from mingzhi.core.engine.days import local_day
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.actions.performance import obligations
from mingzhi.procedures.penalty.filling.discussion import minutes_of
from mingzhi.procedures.penalty.filling.evidence import citing, lines
from mingzhi.procedures.penalty.filling.heading import contact, handlers, heading, moment, officers, parties, payment, remedy, signed_on
from mingzhi.procedures.penalty.filling.performance import decided
from mingzhi.procedures.penalty.filling.service import announcement, receipt
from mingzhi.procedures.penalty.forms.acts import signed
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.penalty.owing import owed

from .models import Ending, Enforcement, Order, Pause, Plea
from .package import materials
from .procedure import enforcement as procedure
from .times import agreement_of, deliberation_of, demand_of, demand_rule, order_of, paper_of, pause_of, served_on

_BLANK = {"kind": "paper"}


def _decided(case: Case) -> dict[str, Any]:
    """The decision that is executed; nothing where something is cleared before there is one."""
    if case.decided_on is None:
        return {}
    return decided(case) | ({"decision_served_on": case.decision_served_on.isoformat()} if case.decision_served_on else {})


def _about(row: Enforcement, at: datetime) -> dict[str, Any]:
    """Heading, parties and decision of the case, with the number of the execution."""
    return heading(row.case, at) | parties(row.case) | _decided(row.case) | {"enforcement_number": row.number, "way": row.get_way_display()}


def _demanded(row: Enforcement) -> dict[str, Any]:
    paper = demand_of(row)
    arrived = served_on(paper)
    return {"demand_number": paper.number, "demand_served_on": arrived.isoformat()} if paper and arrived else {}


def _power_law(row: Enforcement) -> list[dict[str, str]]:
    """The law that gives the town this force in this matter, as the list of powers names it."""
    rows = [one for one in row.case.power.enforcement if one["kind"] == row.way]
    return [{"law": one["law"], "article": one["article"]} for one in rows]


def _once(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Each article once: the power may rest on the very article that every such decision cites."""
    return [one for number, one in enumerate(rows) if one not in rows[:number]]


def _duties(row: Enforcement, at: datetime) -> list[str]:
    """What is still to be done, money as it stands today."""
    today = obligations(row.case, local_day(at)) if row.covers_money else []
    return [*today, *(lines(row.duties) if row.covers_act or not today else [])]


def _before_waiver(row: Enforcement, at: datetime, waived_yuan: Decimal | None) -> list[str]:
    """The same, with the surcharge as it stood before this agreement let a part of it go."""
    if not waived_yuan:
        return _duties(row, at)
    before = owed(row.case, local_day(at)).surcharge.left_yuan + waived_yuan
    rest = [line for line in _duties(row, at) if "加处罚款" not in line]
    return [*rest, f"缴纳加处罚款人民币{before:.2f}元"]


def _letter(row: Enforcement, at: datetime, duties: list[str], days: int, **words: str) -> dict[str, Any]:
    case = row.case
    return (
        heading(case, at)
        | parties(case)
        | contact(case, at)
        | {"decision_number": case.decision_number, "decided_on": case.decided_on.isoformat()}
        | {"served_on": case.decision_served_on.isoformat(), "obligations": duties, "until_days": days}
        | {"rights": "收到本催告书后，有权进行陈述和申辩；请在履行期限内向本机关提出。"}
        | words
    )


@procedure.paper("D39")
def demand(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    """The four items of compulsion-law-35; before a substitution, that of compulsion-law-51."""
    today = local_day(at)
    if "on" in given:
        days = provision("compulsion-law-51").number("before", today)
        consequences = f"逾期仍不履行的，将于{given['on']:%Y年%-m月%-d日}由{order_of(row).performer}代履行，费用由当事人承担。"
        basis = {"basis": citing("compulsion-law-51")}
        return _letter(row, at, lines(row.duties), days, manner="自行履行，并告知本机关核查", consequences=consequences) | basis
    rule = provision(demand_rule(row))
    days = rule.number("wait" if rule.id == "compulsion-law-54" else "within", today)
    cited = ("compulsion-law-35", "compulsion-law-54") if rule.id == "compulsion-law-54" else ("compulsion-law-35",)
    found = _letter(row, at, _duties(row, at), days, manner=given["manner"], consequences=given["consequences"]) | {"basis": citing(*cited)}
    if row.covers_money:
        account = owed(row.case, today)
        found["payment"] = payment(row.case, at)
        parts = (("fine_yuan", account.fine), ("surcharge_yuan", account.surcharge))
        found |= {name: f"{part.left_yuan:.2f}" for name, part in parts if part.left_yuan}
    return found


@procedure.paper("D39b")
def plea(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return (
        _about(row, at)
        | _demanded(row)
        | {
            "started_at": moment(given["from_at"]),
            "ended_at": moment(given["until_at"]),
            "place": given["place"],
            "recorder": given["recorder"],
            "speaker": given["made_by"],
            "statement": given["content"],
            "reasons": given["reasons"] or "无",
            "answer": Plea.Answer(given["answer"]).label,
            "review": given["review"],
            "officers": officers(given["officers"], local_day(given["from_at"])),
            "signatures": signed(given, speaker="speaker_signature"),
        }
        | signed_on(given["until_at"])
    )


@procedure.paper("D28")
def minutes(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    held = deliberation_of(row)
    begins = timezone.localtime(held.proposal.begins_at)
    decision = f"作出{row.get_way_display()}决定：{held.proposal.manner.rstrip('。')}，{begins:%Y年%-m月%-d日%H时%M分}起执行"
    return minutes_of(held, row.case, at, f"{'同意' if held.agreed else '不同意'}{decision}。")


procedure.paper("D33")(receipt)
procedure.paper("D35")(announcement)


@procedure.paper("D40")
def decision(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    """The five items of compulsion-law-37."""
    return (
        _about(row, at)
        | _demanded(row)
        | contact(row.case, at)
        | {
            "duties": lines(row.duties),
            "reasons": given["reasons"],
            "manner": given["manner"],
            "begins_at": moment(given["begins_at"]),
            "basis": _power_law(row) + citing("compulsion-law-37", "compulsion-law-44"),
            "remedy": remedy(row.case, at),
        }
    )


@procedure.paper("D40b")
def substitution(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    """What compulsion-law-51 wants in the decision."""
    clear = row.way == Enforcement.Way.CLEAR
    return (
        _about(row, at)
        | _demanded(row)
        | contact(row.case, at)
        | {
            "duties": lines(row.duties),
            "reasons": given["reasons"],
            "harm": Order.Harm(given["harm"]).label,
            "manner": given["manner"],
            "begins_at": moment(given["begins_at"]),
            "performer": given["performer"],
            "estimate_yuan": f"{given['estimate_yuan']:.2f}",
            "estimate_because": given["estimate_because"],
            "basis": citing("compulsion-law-52") if clear else _once(_power_law(row) + citing("compulsion-law-50", "compulsion-law-51")),
            "remedy": remedy(row.case, at),
        }
    )


@procedure.paper("D40c")
def public_notice(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    paper = paper_of(row, "D40")
    return (
        _about(row, at)
        | contact(row.case, at)
        | {
            "order_number": paper.number if paper else "",
            "duties": lines(row.duties),
            "place": row.case.place,
            "remove_by_on": given["remove_by_on"].isoformat(),
            "carrier": given["carrier"],
            "basis": citing("compulsion-law-44"),
        }
    )


@procedure.paper("D40d")
def execution(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    paper = paper_of(row, "D40") or paper_of(row, "D40b")
    found = _about(row, at) | {
        "order_number": paper.number if paper else "",
        "started_at": moment(given["from_at"]),
        "ended_at": moment(given["until_at"]),
        "place": given["place"],
        "recorder": given["recorder"],
        "performer": given["performer"],
        "present": "当事人未到场" if given["party_absent"] else "当事人到场",
        "witness": given["witness"],
        "course": given["course"],
        "goods": given["goods"],
        "emergency": given["emergency"],
        "recorded": "已全程音像记录" if given["recorded"] else "没有全程音像记录",
        "officers": officers(given["officers"], local_day(given["from_at"])),
        "signatures": signed(given, party="party_signature", witness="witness_signature", performer="performer_signature"),
    }
    found |= signed_on(given["until_at"])
    return found | ({"cost_yuan": f"{given['cost_yuan']:.2f}"} if given["cost_yuan"] is not None else {})


@procedure.paper("D41")
def application(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    """The items of compulsion-law-55."""
    return (
        _about(row, at)
        | _demanded(row)
        | contact(row.case, at)
        | {
            "court": given["court"],
            "requested": given["requested"],
            "facts": given["facts"],
            "penalty_basis": [{"law": one["law"], "article": one["article"]} for one in row.case.power.basis],
            "party_opinion": given["party_opinion"],
            "subject_matter": given["subject_matter"],
            "basis": citing("compulsion-law-53", "litigation-law-97"),
            "head": actor.name,
            "signatures": {"head": given["head_signature"] or _BLANK},
        }
        | signed_on(at)
    )


@procedure.paper("D41b")
def package(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return _about(row, at) | {"court": given["court"], "materials": materials(row, given["materials"]), "officers": handlers(row.case, at)}


@procedure.paper("D42")
def suspension(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    ground = Pause.Ground(given["ground"]).label
    words = {"ground": ground, "reasons": given["reasons"], "basis": citing("compulsion-law-39"), "harmless": given["harmless"]}
    years = provision("compulsion-law-39").number("within", local_day(at))
    return _about(row, at) | contact(row.case, at) | {"duties": lines(row.duties), "years": years} | words


@procedure.paper("D42b")
def ending(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    cites = "compulsion-law-39" if given["ground"] == Ending.LAPSED else "compulsion-law-40"
    words = {"ground": Ending(given["ground"]).label, "reasons": given["reasons"], "basis": citing(cites)}
    return _about(row, at) | contact(row.case, at) | {"duties": lines(row.duties)} | words


@procedure.paper("D42c")
def agreement(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    kept = agreement_of(row)
    found = _about(row, at) | {
        "duties": _before_waiver(row, at, given["waived_yuan"]),
        "steps": [{"by_on": step["by_on"], "content": step["content"]} for step in kept.steps],
        "remedial": given["remedial"],
        "basis": citing("compulsion-law-42"),
        "signatures": {"party": given["party_signature"] or _BLANK},
    }
    found |= signed_on(at)
    return found | ({"waived_yuan": f"{given['waived_yuan']:.2f}"} if given["waived_yuan"] else {})


@procedure.paper("D42d")
def going_on(row: Enforcement, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    broken = row.enforcement_agreements.filter(broken_on=local_day(at)).exists() and pause_of(row) is None
    paused = row.enforcement_pauses.filter(resumed_on=local_day(at)).exists()
    words = {"because": "中止的情形消失" if paused else "当事人不履行执行协议" if broken else "执行条件恢复", "reasons": given["reasons"]}
    basis = {"basis": citing("compulsion-law-39" if paused else "compulsion-law-42")}
    return _about(row, at) | contact(row.case, at) | {"duties": _duties(row, at)} | words | basis
