"""What is still open before a case can end: money, collected cash, correction, goods. Each answers with a sentence or None.

Read only. Serves the closing of the ordinary and the file of the summary procedure (archive-3.1, penalty-law-66).
"""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine.days import local_day

from .models import Case, CorrectionOrder, GoodsDisposal, Preservation, SpotCollection
from .owing import owed

#: Outcomes after which there is nothing to perform here any more.
ENDED_ELSEWHERE = frozenset(
    {Case.Outcome.TRANSFERRED, Case.Outcome.WITHDRAWN, Case.Outcome.TERMINATED, Case.Outcome.TO_POLICE, Case.Outcome.ANNULLED}
)

#: Outcomes after an execution, which is itself the answer to disobedience.
EXECUTED = frozenset({Case.Outcome.ENFORCED, Case.Outcome.ENFORCEMENT_ENDED})


def money(case: Case, at: datetime) -> str | None:
    """What is owed while the time to pay still runs."""
    today = local_day(at)
    left = owed(case, today).left_yuan
    if not left or (case.pay_by_on and today > case.pay_by_on):
        return None
    until = f"，缴款期限到 {case.pay_by_on} 届满" if case.pay_by_on else ""
    return f"尚欠 {left} 元{until}。请等待缴款并登记票据。"


def money_overdue(case: Case, at: datetime) -> str | None:
    """What is owed after it, until an execution has ended."""
    today = local_day(at)
    if case.enforcement_result:
        return None
    left = owed(case, today).left_yuan
    if not left or case.pay_by_on is None or today <= case.pay_by_on:
        return None
    return (
        f"缴款期限 {case.pay_by_on} 已过，尚欠 {left} 元。可以加处罚款、催告；当事人缴清后再办结。"
        "经催告仍不缴纳的，请提起强制执行，申请人民法院强制执行；执行有结果后再办结。"
    )


def cash(case: Case) -> str | None:
    """Collected money that is not at the bank."""
    rows = list(SpotCollection.objects.filter(matter_id=case.pk, banked_at__isnull=True))
    if not rows:
        return None
    where = "尚未缴付银行" if all(row.handed_in_at for row in rows) else "尚未交到机关、缴付银行"
    return f"当场收缴的罚款{'、'.join(map(str, rows))}{where}。请办理交款后再办结。"


def correction(case: Case) -> str | None:
    """An order to correct that nobody has looked at again."""
    if case.outcome in ENDED_ELSEWHERE:
        return None
    rows = CorrectionOrder.objects.filter(matter_id=case.pk, ordered_at__isnull=False, corrected__isnull=True)
    return f"责令改正“{rows[0]}”尚未复查。请复查并登记结果。" if rows else None


def uncorrected(case: Case) -> bool:
    """Whether an order was looked at and not obeyed, and no execution of it has ended."""
    if case.outcome in ENDED_ELSEWHERE or (case.outcome in EXECUTED and case.uncorrected_because):
        return False
    return CorrectionOrder.objects.filter(matter_id=case.pk, ordered_at__isnull=False, corrected=False).exists()


def preserved(case: Case) -> str | None:
    """Evidence kept by registration and not disposed of."""
    rows = Preservation.objects.filter(matter_id=case.pk, carried_out_at__isnull=False, disposed_at__isnull=True)
    return f"先行登记保存的物品（{rows[0]}）尚未作出处理决定。请先处理。" if rows else None


def goods(case: Case, confiscates_goods: bool) -> str | None:
    """Confiscated goods that are still there."""
    rows = GoodsDisposal.objects.filter(matter_id=case.pk, refused_at__isnull=True)
    if any(row.carried_out_at is None for row in rows):
        return "罚没物品的处理还没有完成。请批准并由两人处理后再办结。"
    if confiscates_goods and not rows:
        return "决定没收的财物尚未处理。请登记清单，提请处理。"
    return None
