"""While execution is stopped, and before the court is asked: remedies unused, inside the three months, with everything the application needs. Serves compulsion-law-46, 53 to 58."""

from __future__ import annotations

from datetime import date, datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.models import Case, Surcharge
from mingzhi.procedures.penalty.owing import owed
from mingzhi.procedures.penalty.pending import execution_stopped, open_remedies

from ..models import Enforcement
from ..times import application_of, court_from, court_until, deferred_until, ends, remedies_end, review_ends, suit_ends

Way = Enforcement.Way


def remedies_in_words(case: Case) -> str:
    """Both ends as a sentence says them."""
    review, suit = review_ends(case), suit_ends(case)
    return f"申请行政复议的期限到 {review} 届满" + (f"，提起行政诉讼的期限到 {suit} 届满" if suit else "（应当先申请行政复议）")


def too_early(case: Case, on: date) -> str | None:
    """A sentence while a remedy is still open to the party by time."""
    last = remedies_end(case)
    if last is None or on > last:
        return None
    return f"{remedies_in_words(case)}，当事人在期限内不复议、不诉讼又不履行的，自 {last} 的次日起才能办理。"


def pending(case: Case) -> str | None:
    """A sentence while a remedy is under way."""
    found = open_remedies(case)
    return f"{'、'.join(found)}还没有结束，不能强制执行本决定。请等待结果。" if found else None


#: Every step by which a decision is executed against the party.
_PRESSING = ("demand", "decide", "order_substitute", "announce", "remind", "carry_out", "apply_to_court", "resume")


@before(*(f"enforcement.{name}" for name in _PRESSING), cites=("reconsideration-law-42", "penalty-law-73"))
def execution_is_not_stopped(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    """What must be cleared at once executes no decision that a remedy could stop (compulsion-law-52)."""
    stopped = execution_stopped(enforcement.case) if enforcement.way != Way.CLEAR else []
    return f"{stopped[0]}，不得强制执行。可以中止执行，等待结果。" if stopped else None


@before("enforcement.apply_to_court", cites=("compulsion-law-53", "reconsideration-law-20", "litigation-law-46"))
def remedies_have_run_out(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    return too_early(enforcement.case, local_day(at)) if enforcement.way == Way.COURT else None


@before("enforcement.apply_to_court", cites=("compulsion-law-53", "litigation-law-97"))
def no_remedy_is_under_way(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    return pending(enforcement.case) if enforcement.way == Way.COURT else None


@before("enforcement.apply_to_court", cites="penalty-law-72.2")
def what_was_put_off_is_due(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    last = deferred_until(enforcement.case) if enforcement.covers_money else None
    if last is None or local_day(at) > last:
        return None
    return f"已批准延期（分期）缴纳到 {last}，申请法院强制执行的期限自期限结束之日起计算，次日起才能申请。"


@before("enforcement.apply_to_court", cites=("compulsion-law-53", "litigation-interpretation-156"), mend="enforcement.end")
def court_is_asked_in_time(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    last = court_until(enforcement) if enforcement.way == Way.COURT else None
    if last is None or local_day(at) <= last:
        return None
    months = provision("compulsion-law-53").period(last).text
    return f"申请法院强制执行的期限是自 {court_from(enforcement)} 起{months}，到 {last} 届满，已经逾期，法院不予受理。"


@before("enforcement.apply_to_court", cites=("compulsion-law-54", "compulsion-law-34"), mend="enforcement.record_performed")
def something_is_still_unperformed(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    if enforcement.covers_act or not enforcement.covers_money or owed(enforcement.case, local_day(at)).left_yuan:
        return None
    return "款项已经缴清，不再申请强制执行。请登记当事人已履行。"


@before("enforcement.apply_to_court", cites="compulsion-law-46")
def surcharge_has_run_its_days(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    row = Surcharge.objects.filter(matter_id=enforcement.case_id).last() if enforcement.covers_money else None
    if row is None:
        return None
    last = ends_of_wait(enforcement.case, row.from_on)
    return f"加处罚款自 {row.from_on} 起算，满期到 {last}，超过之后才能申请强制执行。" if local_day(at) <= last else None


def ends_of_wait(case: Case, since: date) -> date:
    """The last of the days that a surcharge must have run."""
    return ends(case, "compulsion-law-46", since)


@before("enforcement.apply_to_court", cites="compulsion-law-55")
def application_is_complete(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    wanted = {"party_opinion": "当事人的意见", "subject_matter": "申请强制执行标的情况"}
    lacking = [label for name, label in wanted.items() if not given[name].strip()]
    return f"申请法院强制执行应当提供{'、'.join(lacking)}。请填写后再申请。" if lacking else None


@before("enforcement.appeal", cites=("compulsion-law-56.2", "compulsion-law-58.3"))
def higher_court_is_asked_in_time(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    row = application_of(enforcement)
    if row is None:
        return None
    if row.appeal_lost:
        return "上一级人民法院已经维持原裁定，不能再次申请复议。请终结执行。"
    rule, since = ("compulsion-law-58.3", row.ruled_on) if row.ruled_on else ("compulsion-law-56.2", row.refused_on)
    last = ends(enforcement.case, rule, since)
    return f"裁定于 {since} 送达，申请复议的期限到 {last} 届满，已经逾期。请终结执行。" if local_day(at) > last else None
