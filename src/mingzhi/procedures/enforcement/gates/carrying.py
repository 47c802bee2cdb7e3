"""Before and at the act itself: paper served, notice over, remedies unused, by day, on no holiday, on record, before witnesses.

Serves compulsion-law-38, 43, 44, 51, 52 and recording-13-full.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.core.organs.models import User
from mingzhi.law.provisions import provision

from ..models import Enforcement
from ..stages import Stage
from ..times import earliest_substitution, notice_of, order_of, paper_of, reminder_of, served_on
from .court import pending, too_early

Way = Enforcement.Way
ACT = "enforcement.carry_out"


@before(ACT, "enforcement.announce", "enforcement.remind", cites=("compulsion-law-37", "compulsion-law-38"), mend="enforcement.serve")
def order_has_reached_the_party(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    """What must be cleared at once is told afterwards (compulsion-law-52)."""
    if enforcement.way == Way.CLEAR:
        return None
    paper = paper_of(enforcement, "D40b" if enforcement.way == Way.SUBSTITUTE else "D40")
    return None if served_on(paper) else "强制执行（代履行）决定书还没有送达当事人。请先送达。"


@before("enforcement.announce", cites="compulsion-law-44")
def notice_leaves_days(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    posted = local_day(given["posted_at"])
    return f"自行拆除期限 {given['remove_by_on']} 应当在公告之日（{posted}）之后。" if given["remove_by_on"] <= posted else None


@before(ACT, cites="compulsion-law-44", mend="enforcement.announce")
def building_was_announced(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    if enforcement.way != Way.DEMOLISH or enforcement.stage == Stage.ANNOUNCED:
        return None
    return "拆除违法建设应当先公告，限期当事人自行拆除。请先公告。"


@before(ACT, cites="compulsion-law-44")
def days_of_the_notice_are_over(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    notice = notice_of(enforcement)
    if notice is None or local_day(given["from_at"]) > notice.remove_by_on:
        return None
    return f"公告的自行拆除期限到 {notice.remove_by_on} 届满，期满之前不能强制拆除。"


@before(ACT, cites=("compulsion-law-44", "reconsideration-law-20", "litigation-law-46"))
def remedies_against_demolition_have_run_out(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    return too_early(enforcement.case, local_day(at)) if enforcement.way == Way.DEMOLISH else None


@before(ACT, cites=("compulsion-law-44", "reconsideration-law-20", "litigation-law-46"))
def remedies_had_run_out_that_day(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    if enforcement.way != Way.DEMOLISH or too_early(enforcement.case, local_day(at)):
        return None
    return too_early(enforcement.case, local_day(given["from_at"]))


@before(ACT, cites="compulsion-law-44")
def no_remedy_against_demolition_is_under_way(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    return pending(enforcement.case) if enforcement.way == Way.DEMOLISH else None


@before(ACT, cites="compulsion-law-51", mend="enforcement.remind")
def party_was_called_upon_again(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    if enforcement.way != Way.SUBSTITUTE:
        return None
    told_on = served_on(reminder_of(enforcement))
    if told_on is None:
        return "代履行之前应当再次催告当事人。请先作代履行前催告并送达。"
    first = earliest_substitution(enforcement, told_on)
    if local_day(given["from_at"]) >= first:
        return None
    days = provision("compulsion-law-51").period(told_on).text
    return f"代履行前催告于 {told_on} 送达，催告与代履行之间应当留足{days}，最早 {first} 才能代履行。"


@before(ACT, cites=("compulsion-law-37", "compulsion-law-51"))
def it_is_not_before_the_time_decided(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    order = order_of(enforcement)
    if order is None or given["from_at"] >= order.begins_at:
        return None
    return f"决定书写明的执行时间是 {timezone.localtime(order.begins_at):%Y-%m-%d %H:%M}，不能提前执行。"


@before(ACT, cites=("compulsion-law-43", "town-night"))
def it_is_not_at_night(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    first, last = timezone.localtime(given["from_at"]), timezone.localtime(given["until_at"])
    rule = provision("town-night")
    evening, morning = (rule.number(name, first.date()) for name in ("from_hour", "until_hour"))
    closes = first.replace(hour=evening, minute=0, second=0, microsecond=0)
    if given["emergency"].strip() or (first.hour >= morning and last <= closes):
        return None
    return f"不得在夜间实施强制执行。本镇规定{evening}时至次日{morning}时为夜间。情况紧急的写明紧急情况。"


@before(ACT, cites="compulsion-law-43")
def it_is_on_no_holiday(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    """The days off of the State Council's notice; an ordinary weekend is no statutory holiday."""
    calendar = calendar_of(enforcement.authority_id)
    day, last = local_day(given["from_at"]), local_day(given["until_at"])
    while day <= last and not given["emergency"].strip():
        if not calendar.is_workday(day) and day in calendar.tables[day.year].rest_days:
            return f"{day} 是法定节假日，不得实施强制执行。请另择日期；情况紧急的写明紧急情况。"
        day += timedelta(days=1)
    return None


@before(ACT, cites="compulsion-law-43")
def supply_of_homes_is_not_cut(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["no_supply_cut"]:
        return None
    return "不得对居民生活采取停止供水、供电、供热、供燃气等方式迫使当事人履行。请确认没有采取这些方式。"


@before(ACT, cites="recording-13-full")
def whole_course_is_recorded(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    return None if given["recorded"] else "强制拆除、代履行应当全程音像记录，没有记录的不得实施。请确认已全程音像记录。"


@before(ACT, cites=("compulsion-law-51", "recording-9.3"))
def somebody_stands_in_for_who_is_absent(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    if not given["party_absent"] or given["witness"].strip():
        return None
    return "当事人没有到场的，应当有见证人在场。请填写见证人的姓名和单位。"


@before(ACT, cites="compulsion-law-51")
def substitution_is_signed(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    """Officers, who did it, and the party or a witness."""
    if enforcement.way not in (Way.SUBSTITUTE, Way.CLEAR):
        return None
    signed = {
        "到场的执法人员": given["first_signature"],
        "代履行人": given["performer_signature"],
        "当事人或者见证人": given["party_signature"] or given["witness_signature"],
    }
    lacking = [who for who, signature in signed.items() if not signature]
    return f"代履行完毕，{'、'.join(lacking)}应当在执行文书上签名或者盖章。" if lacking else None
