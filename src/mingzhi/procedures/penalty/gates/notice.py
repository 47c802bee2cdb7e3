"""Before the party is told and heard: a proposal to tell, within the power, for a party of age, that needs no hearing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.deadlines import due_moment
from mingzhi.core.engine.places import last_done
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import without_certificate
from mingzhi.law.fines import HearingGround, PenaltyKind, hearing_ground, minor_status
from mingzhi.law.provisions import provision

from ..models import Case, Party, Statement
from ..severity import Rows, below_range, beyond_power, heavier, kinds_of, plain, total

#: Actions that settle what the penalty is.
DECIDING = ("penalty.propose_decision", "penalty.decide")
PUNISHING = ("penalty.notify", *DECIDING)


def parties_of(case: Case) -> list[Party]:
    return list(case.penalty_partys.order_by("id"))


def age_status(case: Case, on: date) -> str:
    """ "exempt", "lighter" or "adult", by the party's age when the act ended; `on` counts while it goes on. Source: penalty-law-30.

    Of several parties the youngest counts.
    """
    births = [party.birth_on for party in parties_of(case) if party.birth_on and party.kind != Party.Kind.ORGANISATION]
    return minor_status(max(births), case.acted_until_on or on) if births else "adult"


def right_to_a_hearing(case: Case, rows: Rows, on: date) -> HearingGround | None:
    """On what ground these penalties carry the right to a hearing, or None. Source: penalty-law-63, cq-hearing-threshold."""
    rows = list(rows)
    kinds, fine, confiscation = kinds_of(rows), total(rows, PenaltyKind.FINE), total(rows, PenaltyKind.CONFISCATION)
    return next(filter(None, (hearing_ground(kinds, fine, confiscation, party.kind, on) for party in parties_of(case))), None)


def hearing_reason(case: Case, rows: Rows, on: date) -> str | None:
    """The same as a sentence for the desk, with its articles."""
    ground = right_to_a_hearing(case, rows, on)
    return ground.sentence if ground else None


def window_ends(case: Case) -> datetime | None:
    """The last moment for a statement on the notice served, or None when none is served. Source: town-statement-window."""
    if case.told_on is None:
        return None
    rule = provision("town-statement-window")
    return due_moment(case.told_on, rule.period(case.told_on), case.authority_id, rule.rolls(case.told_on))


def statements_since_told(case: Case) -> list[Statement]:
    """Statements and waivers made on the notice that counts now."""
    return [row for row in case.penalty_statements.all() if case.told_on and local_day(row.made_at) >= case.told_on]


def reduced_because(case: Case) -> str:
    """The ground of reduction that the last report named, or nothing."""
    done = last_done(case, "report")
    return str(done.given.get("reduced_because") or "") if done else ""


@before("penalty.notify", cites=("penalty-law-44", "penalty-law-57"), mend="penalty.return_report")
def there_is_a_proposal_to_tell(case: Case, *, actor: User, at: datetime) -> str | None:
    if case.proposed_penalties:
        return None
    return "调查终结报告没有提出处罚建议，没有可以告知的处罚内容。应当处罚的请退回补充；不应处罚的请作出不予处罚决定。"


@before(*PUNISHING, cites="penalty-law-30", mend="penalty.not_punish")
def party_has_reached_the_age(case: Case, *, actor: User, at: datetime) -> str | None:
    if age_status(case, local_day(at)) != "exempt":
        return None
    age = provision("penalty-law-30").number("exempt_under", local_day(at))
    return f"当事人行为时不满{age}周岁，不予行政处罚，责令监护人加以管教。请作出不予处罚决定。"


@before(*PUNISHING, cites=("penalty-law-4", "penalty-law-5"), mend="penalty.return_report")
def penalty_is_within_the_power(case: Case, *, actor: User, at: datetime) -> str | None:
    return _beyond(case, case.proposed_penalties)


@before(*DECIDING, cites=("penalty-law-4", "penalty-law-5"))
def changed_penalty_is_within_the_power(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _beyond(case, given["penalties"]) if changed(case, given) else None


def _beyond(case: Case, rows: Rows) -> str | None:
    return next(filter(None, (beyond_power(rows, case.power, party.kind) for party in parties_of(case))), None)


@before(*PUNISHING, cites=("penalty-law-32", "posts-6.3"), mend="penalty.return_report")
def reduction_has_its_reason(case: Case, *, actor: User, at: datetime) -> str | None:
    why = next(filter(None, (below_range(case.proposed_penalties, case.power, party.kind) for party in parties_of(case))), None)
    if why is None or case.mitigations or "减轻" in case.discretion or reduced_because(case):
        return None
    return f"{why}减轻须有法定情形，裁量说明中没有写明减轻的理由。请退回补充裁量说明。"


def changed(case: Case, given: dict) -> bool:
    """Whether the penalties in the input are others than those proposed."""
    return plain(given.get("penalties") or ()) != plain(case.proposed_penalties)


@before("penalty.notify", cites="penalty-law-45.2")
def heavier_notice_rests_on_new_facts(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if not case.told_penalties or given.get("new_facts"):
        return None
    why = heavier(case.proposed_penalties, case.told_penalties)
    return f"比原告知的处罚重：{why}。没有新的事实，不得因当事人陈述、申辩给予更重的处罚。" if why else None


@before(*PUNISHING, "penalty.not_punish", cites=("penalty-law-42", "personnel-4"), mend="penalty.assign")
def handlers_hold_certificates_today(case: Case, *, actor: User, at: datetime) -> str | None:
    people = [row.person for row in case.handlers.filter(until_at__isnull=True).select_related("person")]
    lacking = without_certificate(people, local_day(at))
    return f"承办人{'、'.join(lacking)}今天没有有效的行政执法证，不能出具文书。请变更承办人，或先办理证件。" if lacking else None


@before("penalty.waive_statement", cites=("penalty-law-44", "penalty-law-62"), mend="penalty.serve")
def waiver_follows_the_notice(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if case.told_on else "事先告知书尚未送达，当事人还不知道拟处罚的内容，不能放弃陈述申辩。请先送达告知书。"


@before("penalty.review_statement", cites="penalty-law-45", mend="penalty.hear_statement")
def there_is_a_statement_to_review(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if unreviewed(case) else "没有待复核的陈述申辩。"


def unreviewed(case: Case) -> list[Any]:
    """Statements nobody has answered yet; a waiver needs no answer."""
    return [row for row in case.penalty_statements.all() if row.reviewed_at is None and row.channel != Statement.Channel.WAIVED]
