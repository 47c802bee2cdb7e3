"""Before an agreement, going on, an end: what compulsion-law-39, 40 and 42 ask."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.owing import owed

from ..models import Ending, Enforcement
from ..times import lapses_on, pause_of
from .opening import fallen

_NOTHING = Decimal(0)


@before("enforcement.agree", cites="compulsion-law-42")
def agreement_harms_nobody(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    return None if given["unharmful"] else "执行协议不得损害公共利益和他人合法权益。请核对并确认。"


@before("enforcement.agree", cites="compulsion-law-42")
def steps_lie_ahead(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    past = [str(row["by_on"]) for row in given["steps"] if row["by_on"] <= local_day(at)]
    return f"履行期限{'、'.join(past)}不在今天之后。请改正。" if past else None


@before("enforcement.agree", cites="compulsion-law-42")
def only_a_surcharge_is_waived_for_a_remedy(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    waived = given["waived_yuan"] or _NOTHING
    if not waived:
        return None
    left = owed(enforcement.case, local_day(at)).surcharge.left_yuan
    if waived > left:
        return f"只能减免加处罚款，现在尚欠加处罚款 {left} 元，不能减免 {waived} 元；罚款本数不能减免。"
    return None if given["remedial"].strip() else "当事人采取补救措施的才可以减免加处罚款。请写明补救措施。"


@before("enforcement.keep", cites=("compulsion-law-42", "penalty-law-66"), mend="penalty.pay")
def agreed_money_is_paid(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    left = owed(enforcement.case, local_day(at)).left_yuan if enforcement.covers_money else _NOTHING
    return f"除协议减免的加处罚款外，尚欠 {left} 元没有登记缴款，协议没有履行完毕。" if left else None


@before("enforcement.record_performed", cites=("compulsion-law-34", "penalty-law-66"), mend="penalty.pay")
def money_is_paid(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    left = owed(enforcement.case, local_day(at)).left_yuan if enforcement.covers_money else _NOTHING
    return f"尚欠 {left} 元没有登记缴款，不能登记为当事人已履行。" if left else None


@before("enforcement.record_result", cites=("compulsion-law-34", "penalty-law-67"), mend="penalty.pay")
def executed_money_is_registered(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["result"] != Enforcement.Result.COURT_DONE or not enforcement.covers_money:
        return None
    left = owed(enforcement.case, local_day(at)).left_yuan
    return f"尚欠 {left} 元没有登记缴款。法院执行到的款项请先登记，没有执行到的登记为终结执行。" if left else None


@before("enforcement.resume", cites="compulsion-law-39", mend="enforcement.end")
def suspension_has_not_lapsed(enforcement: Enforcement, *, actor: User, at: datetime) -> str | None:
    pause = pause_of(enforcement)
    last = lapses_on(pause) if pause else None
    if last is None or local_day(at) <= last:
        return None
    return f"没有明显社会危害、当事人确无能力履行的，中止执行到 {last} 已满法定年限，不再执行。请终结执行。"


@before("enforcement.end", cites="compulsion-law-39")
def suspension_has_lapsed(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["ground"] != Ending.LAPSED:
        return None
    pause = pause_of(enforcement)
    last = lapses_on(pause) if pause else None
    if last is not None and local_day(at) > last:
        return None
    when = f"到 {last} 才满法定年限" if last else "不是因没有明显社会危害、当事人确无能力履行而中止"
    return f"本件{when}，不能以此终结执行。"


@before("enforcement.end", cites="compulsion-law-40")
def decision_was_revoked(enforcement: Enforcement, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["ground"] != Ending.REVOKED or fallen(enforcement):
        return None
    return "处罚决定没有被撤销、变更或者确认无效的登记，不能以此终结执行。请核对终结的情形。"
