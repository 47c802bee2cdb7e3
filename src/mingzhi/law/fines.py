"""The arithmetic of fines: surcharge, thresholds of hearing and summary procedure, limitation, age.

Money is Decimal yuan; every number of law comes from the register by id and the day it is asked for. It decides nothing: it answers
with numbers, or with a sentence why not. (行政处罚法 30, 36, 51, 63, 68, 72, 73; 重庆市行政处罚听证程序规定)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Literal

from mingzhi.law.money import CENT, yuan
from mingzhi.law.periods import add_months
from mingzhi.law.provisions import cited, provision

HUNDRED = Decimal(100)

cited("penalty-law-30", "penalty-law-36", "penalty-law-51", "penalty-law-63", "penalty-law-68", "penalty-law-72.1", "penalty-law-73.3")
cited("penalty-law-69", "cq-hearing-threshold", "compulsion-law-45", "civil-code-54", "juvenile-interpretation-2")


class PartyKind(StrEnum):
    """Who is punished. A sole trader is a natural person (民法典 54), so the citizen's numbers apply: the cautious reading."""

    CITIZEN = "citizen"
    TRADER = "trader"
    ORGANISATION = "organisation"


class PenaltyKind(StrEnum):
    """The kinds of penalty a town meets (行政处罚法 9)."""

    WARNING = "warning"
    CRITICISM = "criticism"
    FINE = "fine"
    CONFISCATION = "confiscation"
    SUSPEND_LICENCE = "suspend_licence"
    LOWER_GRADE = "lower_grade"
    REVOKE_LICENCE = "revoke_licence"
    RESTRICT_BUSINESS = "restrict_business"
    STOP_BUSINESS = "stop_business"
    CLOSE_BUSINESS = "close_business"
    RESTRICT_EMPLOYMENT = "restrict_employment"
    OTHER = "other"

    @property
    # A code in capitals is of no use to anybody, so str's own method may give way.
    def title(self) -> str:  # type: ignore[override]
        """Its name in a document."""
        return _KIND_TITLES[self]


_KIND_TITLES = {
    PenaltyKind.WARNING: "警告",
    PenaltyKind.CRITICISM: "通报批评",
    PenaltyKind.FINE: "罚款",
    PenaltyKind.CONFISCATION: "没收违法所得、没收非法财物",
    PenaltyKind.SUSPEND_LICENCE: "暂扣许可证件",
    PenaltyKind.LOWER_GRADE: "降低资质等级",
    PenaltyKind.REVOKE_LICENCE: "吊销许可证件",
    PenaltyKind.RESTRICT_BUSINESS: "限制开展生产经营活动",
    PenaltyKind.STOP_BUSINESS: "责令停产停业",
    PenaltyKind.CLOSE_BUSINESS: "责令关闭",
    PenaltyKind.RESTRICT_EMPLOYMENT: "限制从业",
    PenaltyKind.OTHER: "其他行政处罚",
}
SUMMARY_KINDS = frozenset({PenaltyKind.WARNING, PenaltyKind.FINE})
# 行政处罚法 63（三）（四）: these carry the right to a hearing whatever the amount.
HEARING_KINDS = frozenset(
    {
        PenaltyKind.LOWER_GRADE,
        PenaltyKind.REVOKE_LICENCE,
        PenaltyKind.STOP_BUSINESS,
        PenaltyKind.CLOSE_BUSINESS,
        PenaltyKind.RESTRICT_EMPLOYMENT,
    }
)


@dataclass(frozen=True, slots=True)
class Surcharge:
    """What is owed on top of an unpaid fine on a day. Both amounts in yuan; days counted leave the pauses out."""

    fine_yuan: Decimal
    starts_on: date
    on: date
    days: int
    paused_days: int
    percent_per_day: int
    amount_yuan: Decimal
    cap_yuan: Decimal
    capped: bool

    @property
    def total_yuan(self) -> Decimal:
        """Fine and surcharge together."""
        return self.fine_yuan + self.amount_yuan


def surcharge(fine: Decimal | int, due_on: date, on: date, paused: Iterable[tuple[date, date]] = ()) -> Surcharge:
    """The late surcharge on `on` for a fine payable until `due_on`, the last day itself being in time.

    Every day from the day after `due_on` to `on`, both included, except days within a pause (first and last day included) of
    reconsideration or litigation; never more than the fine. Raises ValueError for a negative fine or a pause that ends before it begins.
    """
    fine_yuan = yuan(fine)
    numbers = provision("penalty-law-72.1")
    percent, cap_percent = numbers.number("percent_per_day", on), numbers.number("cap_percent", on)
    starts_on = due_on + timedelta(days=1)
    late = max(0, (on - due_on).days)
    off = _days_within(paused, starts_on, on)
    days = late - off
    cap = _cents(fine_yuan * cap_percent / HUNDRED)
    plain = fine_yuan * percent * days / HUNDRED
    amount = min(cap, _cents(plain))
    return Surcharge(fine_yuan, starts_on, on, days, off, percent, amount, cap, days > 0 and plain >= cap > 0)


def hearing_threshold(party_kind: PartyKind | str, on: date) -> Decimal:
    """From how many yuan (this number included) a fine or confiscation carries the right to a hearing."""
    return Decimal(provision("cq-hearing-threshold").number(_side(party_kind), on))


@dataclass(frozen=True)
class HearingGround:
    """Why a penalty carries the right to a hearing: `words` as a paper says it, `provision_ids` the articles that say so."""

    words: str
    provision_ids: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """For whoever works at the desk, with the articles by their short names."""
        return f"{self.words}，应当告知听证权利（{'、'.join(provision(one).cite for one in self.provision_ids)}）"


def hearing_ground(
    kinds: Iterable[PenaltyKind | str],
    fine: Decimal | int | None,
    confiscation: Decimal | int | None,
    party_kind: PartyKind | str,
    on: date,
) -> HearingGround | None:
    """Why the party may ask for a hearing, or None. `confiscation`: value of what is taken, unlawful gain included."""
    threshold = hearing_threshold(party_kind, on)
    who = _SIDE_TITLES[_side(party_kind)]
    for kind in (PenaltyKind(kind) for kind in kinds):
        if kind in HEARING_KINDS:
            return HearingGround(f"拟{kind.title}", ("penalty-law-63",))
    reached = ("penalty-law-63", "cq-hearing-threshold")
    if fine is not None and yuan(fine) >= threshold:
        return HearingGround(f"拟对{who}罚款{yuan(fine)}元，达到较大数额{threshold}元", reached)
    if confiscation is not None and yuan(confiscation) >= threshold:
        return HearingGround(f"拟对{who}没收{yuan(confiscation)}元，达到较大数额（价值）{threshold}元", reached)
    return None


def summary_cap(party_kind: PartyKind | str, on: date) -> Decimal:
    """Up to how many yuan (this number included) a fine may be imposed on the spot."""
    return Decimal(provision("penalty-law-51").number(f"fine_{_side(party_kind)}", on))


def may_use_summary(kinds: Iterable[PenaltyKind | str], fine: Decimal | int | None, party_kind: PartyKind | str, on: date) -> str | None:
    """None when the kinds and the amount allow the summary procedure, else why not and what to do."""
    given = [PenaltyKind(kind) for kind in kinds]
    cite = provision("penalty-law-51").cite
    if not given:
        return f"尚未选定处罚种类，当场处罚只能是警告或限额以下罚款（{cite}）"
    for kind in given:
        if kind not in SUMMARY_KINDS:
            return f"{kind.title}不适用简易程序，应当按普通程序立案办理（{cite}）"
    if PenaltyKind.FINE in given and fine is None:
        return f"尚未填写罚款数额，请填写后再判断能否当场处罚（{cite}）"
    cap = summary_cap(party_kind, on)
    if fine is not None and yuan(fine) > cap:
        return f"对{_SIDE_TITLES[_side(party_kind)]}罚款 {yuan(fine)} 元，超过当场处罚限额 {cap} 元，应当按普通程序立案办理（{cite}）"
    return None


def may_collect_on_spot(
    fine: Decimal | int, on: date, *, summary: bool = True, hard_later: bool = False, remote_and_asked: bool = False
) -> str | None:
    """None when the officers may take the money themselves, else why not.

    `hard_later`: a summary fine that could hardly be collected afterwards. `remote_and_asked`: remote place, on water or poor transport,
    and the party asked for it; then after an ordinary decision too.
    """
    if remote_and_asked:
        return None
    rule = provision("penalty-law-68")
    if not summary:
        return f"普通程序的罚款由当事人到指定银行或通过电子支付缴纳，不得当场收缴；边远、水上、交通不便且当事人提出的除外（{rule.cite}、{provision('penalty-law-69').cite}）"
    limit = Decimal(rule.number("fine", on))
    if yuan(fine) <= limit or hard_later:
        return None
    return f"罚款 {yuan(fine)} 元超过当场收缴限额 {limit} 元，又无事后难以执行的情形，应当由当事人到银行或通过电子支付缴纳（{rule.cite}）"


def limitation_ends(act_ended_on: date, health_or_financial_harm: bool = False, on: date | None = None) -> date:
    """The last day on which the act may still be discovered and punished.

    act_ended_on: the day the act, or the continuing act, ended. health_or_financial_harm: life, health or financial safety AND harm done.
    on: the day whose law applies; the newest without it.
    """
    rule = provision("penalty-law-36")
    numbers = rule.on(on) if on else rule.latest
    return add_months(act_ended_on, 12 * int(numbers["within_serious" if health_or_financial_harm else "within"]))


def age_on(birth_on: date, day: date) -> int:
    """Full years of age; a year is full on the day after the birthday, the reading that favours the party (法释〔2006〕1号 2)."""
    years = day.year - birth_on.year
    return years if (day.month, day.day) > (birth_on.month, birth_on.day) else years - 1


def minor_status(birth_on: date, act_on: date) -> Literal["exempt", "lighter", "adult"]:
    """Under 14 on the day of the act: no penalty; under 18: lighter or reduced; else adult (行政处罚法 30).

    A year is full on the day after the birthday: counted as juvenile-interpretation-2 counts it, taken over here because no rule of
    penalties says how, and it favours the party. From memory (M-high in the register), to be compared with the published text.
    """
    numbers = provision("penalty-law-30").latest
    age = age_on(birth_on, act_on)
    if age < int(numbers["exempt_under"]):
        return "exempt"
    return "lighter" if age < int(numbers["lighter_under"]) else "adult"


_SIDE_TITLES = {"citizen": "公民", "organisation": "法人或其他组织"}


def _side(party_kind: PartyKind | str) -> Literal["citizen", "organisation"]:
    return "organisation" if PartyKind(party_kind) is PartyKind.ORGANISATION else "citizen"


def _days_within(pauses: Iterable[tuple[date, date]], first: date, last: date) -> int:
    days, reached = 0, first - timedelta(days=1)
    for begins, ends in sorted(pauses):
        if ends < begins:
            raise ValueError(f"中止计算的期间起止颠倒：{begins.isoformat()} 至 {ends.isoformat()}")
        begins, ends = max(begins, reached + timedelta(days=1)), min(ends, last)
        if begins <= ends:
            days += (ends - begins).days + 1
            reached = ends
    return days


def _cents(value: Decimal) -> Decimal:
    return yuan(value.quantize(CENT, ROUND_HALF_UP))
