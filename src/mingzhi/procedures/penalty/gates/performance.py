"""While a decision is performed: who may touch money, how much, against which receipt, and what must wait."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from mingzhi.core.engine import Already, before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.places import handler_ids, who_did
from mingzhi.law.fines import PenaltyKind, may_collect_on_spot

from .. import approving
from ..models import Case, Deferral, GoodsDisposal, Payment, SpotCollection, Surcharge
from ..owing import NOTHING, owed, receipt_is_used

_REGISTER = ("pay", "reverse_payment", "hand_in", "bank_in")
_BOTH = ("penalty", "summary")


def _both(*names: str) -> tuple[str, ...]:
    """The codes of an action that both procedures have."""
    return tuple(f"{procedure}.{name}" for procedure in _BOTH for name in names)


@before(*_both(*_REGISTER), cites=("bans-3", "penalty-law-67.1"))
def register_is_not_kept_by_the_handler(case: Case, *, actor: Any, at: datetime) -> str | None:
    if actor.pk in handler_ids(case):
        return "您是本件承办人，决定罚款与收缴罚款必须分开，票据登记不能由您办理。请由党政办其他经办人登记。"
    return None


@before(*_both("pay", "collect"), cites="penalty-law-67")
def something_is_left_to_pay(case: Case, *, actor: Any, at: datetime) -> str | None:
    account = owed(case, local_day(at))
    if account.left_yuan:
        return None
    return "本件没有应缴的款项，或者已经缴清，不必再登记。" if not account.fine_yuan else Already("罚款已经缴清，不必再登记。")


@before(*_both("pay"), cites=("penalty-law-66", "penalty-law-74"))
def payment_is_not_above_what_is_owed(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    left = owed(case, local_day(at)).part(given["purpose"]).left_yuan
    if given["amount_yuan"] <= left:
        return None
    return f"{Payment.Purpose(given['purpose']).label}尚欠 {left} 元，不能登记 {given['amount_yuan']} 元。请核对票据；多缴的应当退还。"


@before(*_both("pay"), cites="penalty-law-67")
def payment_follows_the_decision(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    if case.decided_on and given["paid_on"] < case.decided_on:
        return f"缴款日期 {given['paid_on']} 早于处罚决定日期 {case.decided_on}。请核对票据。"
    return None


@before(*_both("pay", "collect"), cites=("penalty-law-70", "penalty-law-77"))
def receipt_is_registered_once(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    number = given["receipt_number"]
    if number and receipt_is_used(case.authority_id, number):
        return f"票据 {number} 已经登记过，一张票据只能登记一次。请核对票据号码；前次登记有误的，先冲正。"
    return None


@before(*_both("collect"), cites="penalty-law-70")
def receipt_is_issued(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    if given["receipt_number"]:
        return None
    return "当场收缴罚款必须出具财政部门统一制发的专用票据，不出具的当事人有权拒缴。请填写票据号码。"


@before(*_both("collect"), cites=("penalty-law-68", "penalty-law-69"))
def spot_collection_has_its_ground(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    ground, summary = given["ground"], case.kind == "summary"
    sentence = may_collect_on_spot(
        case.fine_yuan or NOTHING,
        local_day(at),
        summary=summary,
        hard_later=ground == SpotCollection.Ground.HARD_LATER,
        remote_and_asked=ground == SpotCollection.Ground.REMOTE,
    )
    return f"{sentence}。" if sentence else None


@before(*_both("collect"), cites="penalty-law-68")
def collection_is_not_above_the_fine(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    left = owed(case, local_day(at)).fine.left_yuan
    return f"罚款尚欠 {left} 元，不能收缴 {given['amount_yuan']} 元。请核对金额。" if given["amount_yuan"] > left else None


@before(*_both("hand_in"), cites="penalty-law-71.1")
def something_was_collected(case: Case, *, actor: Any, at: datetime) -> str | None:
    if SpotCollection.objects.filter(matter_id=case.pk, handed_in_at__isnull=True).exists():
        return None
    return "没有尚未交到机关的当场收缴罚款。"


@before(*_both("bank_in"), cites="penalty-law-71.2")
def something_was_handed_in(case: Case, *, actor: Any, at: datetime) -> str | None:
    if SpotCollection.objects.filter(matter_id=case.pk, handed_in_at__isnull=False, banked_at__isnull=True).exists():
        return None
    return "没有已交到机关而尚未缴付银行的罚款。收缴的罚款须先由执法人员交到机关。"


@before(*_both("reverse_payment"), cites="penalty-law-74")
def there_is_a_payment_to_reverse(case: Case, *, actor: Any, at: datetime) -> str | None:
    rows = Payment.objects.filter(matter_id=case.pk, reverses__isnull=True, reversed_by__isnull=True).exclude(channel=Payment.Channel.SPOT)
    return None if rows.exists() else "没有可以冲正的缴款登记。"


@before(*_both("ask_deferral"), cites="penalty-law-66.2")
def a_fine_is_left_to_defer(case: Case, *, actor: Any, at: datetime) -> str | None:
    if approving.pending(case, "deferral"):
        return "上一次延期（分期）申请还没有审批，不能重复提出。请等待审批。"
    return None if owed(case, local_day(at)).fine.left_yuan else "没有尚未缴纳的罚款，不存在延期或者分期。"


@before(*_both("ask_deferral"), cites="penalty-law-66.2")
def instalments_make_up_the_fine(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    left = owed(case, local_day(at)).fine.left_yuan
    total = sum((row["amount_yuan"] for row in given["instalments"]), Decimal(0))
    return None if total == left else f"各期金额之和是 {total} 元，尚未缴纳的罚款是 {left} 元，两者应当相等。请改正期次。"


@before(*_both("ask_deferral"), cites="penalty-law-66.2")
def instalments_lie_ahead(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    today = local_day(at)
    wrong = [str(row["due_on"]) for row in given["instalments"] if row["due_on"] <= today]
    return f"缴纳期限{'、'.join(wrong)}不在今天（{today}）之后。请改正期次。" if wrong else None


@before("penalty.decide_deferral", cites="penalty-law-66.2", mend="penalty.ask_deferral")
@before("summary.decide_deferral", cites="penalty-law-66.2", mend="summary.ask_deferral")
def deferral_was_asked_for(case: Case, *, actor: Any, at: datetime) -> str | None:
    return None if approving.pending(case, "deferral") else "当事人没有提出延期（分期）缴纳的申请，或者申请已经审批。"


@before(*_both("decide_deferral"), cites="penalty-law-66.2")
def proposed_days_still_lie_ahead(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    asked = Deferral.objects.filter(matter_id=case.pk, granted__isnull=True).last()
    if asked is None or not given["granted"]:
        return None
    today = local_day(at).isoformat()
    late = [row["due_on"] for row in asked.instalments if row["due_on"] <= today]
    return f"申请的期限{'、'.join(late)}已过，不能再同意。请不予同意，由当事人重新申请。" if late else None


@before("summary.decide_deferral", cites="town-separation")
def deferral_of_the_spot_is_decided_by_another(case: Case, *, actor: Any, at: datetime) -> str | None:
    if actor.pk in handler_ids(case):
        return "您是本件承办人，不能审批自己承办的案件。请由其他负责人办理。"
    if actor.pk in who_did(case, "ask_deferral"):
        return "这项申请是您提出的，不能再由您审批。请由其他负责人办理。"
    return None


@before(*_both("surcharge", "demand"), cites=("penalty-law-72.1", "penalty-law-67"))
def time_to_pay_is_over(case: Case, *, actor: Any, at: datetime) -> str | None:
    if not owed(case, local_day(at)).left_yuan:
        return "罚款已经缴清，不必加处罚款或者催告。"
    if case.pay_by_on is None:
        return "本件没有罚款的缴款期限，不适用加处罚款和催告缴款。"
    if local_day(at) <= case.pay_by_on:
        return f"缴款期限到 {case.pay_by_on} 届满，期满之前不能加处罚款或者催告。"
    return None


@before(*_both("surcharge"), cites="penalty-law-72.1")
def surcharge_is_decided_once(case: Case, *, actor: Any, at: datetime) -> str | None:
    if Surcharge.objects.filter(matter_id=case.pk).exists():
        return Already("已经决定加处罚款，数额逐日计算，不必再作决定。")
    return None if owed(case, local_day(at)).fine.left_yuan else "罚款本数已经缴清，不再加处罚款。"


@before("penalty.ask_goods_disposal", cites="penalty-law-74")
def decision_confiscates_goods(case: Case, *, actor: Any, at: datetime) -> str | None:
    if not confiscates(case):
        return "处罚决定没有没收财物，不存在罚没物品处理。先行登记保存的物品请在保存处理中办理。"
    return "上一批物品的处理还在审批，请等待审批。" if approving.pending(case, "goods_disposal") else None


@before("penalty.approve_goods_disposal", cites="penalty-law-74", mend="penalty.ask_goods_disposal")
def goods_disposal_was_asked_for(case: Case, *, actor: Any, at: datetime) -> str | None:
    return None if approving.pending(case, "goods_disposal") else "没有等待审批的罚没物品处理。"


@before("penalty.dispose_goods", cites="penalty-law-74", mend="penalty.approve_goods_disposal")
def goods_disposal_was_approved(case: Case, *, actor: Any, at: datetime) -> str | None:
    waiting = GoodsDisposal.objects.filter(matter_id=case.pk, approved_at__isnull=False, carried_out_at__isnull=True)
    return None if waiting.exists() else "没有已经批准而尚未处理的罚没物品。"


def confiscates(case: Case) -> bool:
    """Whether the decision takes goods or gain."""
    return any(row["kind"] == PenaltyKind.CONFISCATION for row in case.decided_penalties)
