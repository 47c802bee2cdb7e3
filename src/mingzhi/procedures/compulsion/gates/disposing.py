"""Before things held are sold, destroyed, confiscated or handed over, and before their money goes anywhere."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from mingzhi.core.engine import before
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.gates.officers import separate

from ..holdings import approved_disposal, asked_disposal, left, money_held, money_words, named, thing, total
from ..models import Disposal, Seizure

separate("seizure.approve_disposal", ("ask_disposal",))
separate("seizure.refuse_disposal", ("ask_disposal",))


@before("seizure.ask_disposal", cites="compulsion-law-27", mend="seizure.approve_disposal")
def one_disposal_at_a_time(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    if waiting := asked_disposal(seizure):
        return f"“{waiting}”正在等待审批，不必再提。"
    if approved := approved_disposal(seizure):
        return f"“{approved}”已经批准，还没有处理。请先登记处理。"
    return None


@before("seizure.ask_disposal", cites=("compulsion-law-26", "compulsion-law-27"))
def only_what_is_held_is_disposed_of(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    there = {thing(row) for row in left(seizure)}
    strange = [row for row in given["goods"] if thing(row) not in there]
    return f"{named(strange)}不在现在保管的清单之内，不能处理。请核对名称和编号。" if strange else None


@before("seizure.ask_disposal", cites=("compulsion-law-26", "compulsion-law-28.2"))
def only_what_does_not_keep_is_sold(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["way"] not in Disposal.SALES or (given["does_not_keep"] and given["evidence_kept"]):
        return None
    return (
        "查封、扣押的财物应当妥善保管，作出处理决定之前只能拍卖、变卖鲜活物品或者其他不易保管的财物，并先固定证据。请核对后如实勾选两项。"
    )


@before("seizure.ask_disposal", cites="compulsion-law-27")
def destruction_is_laid_down_by_law(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["way"] != Disposal.Way.DESTROY or (given["facts_clear"] and given["law"].strip() and given["article"].strip()):
        return None
    return "只有违法事实清楚，法律、行政法规规定应当销毁的财物才能销毁。请写明法律、行政法规的名称和条款，并如实勾选。"


@before("seizure.approve_disposal", "seizure.refuse_disposal", cites="compulsion-law-27", mend="seizure.ask_disposal")
def disposal_was_asked_for(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    return None if asked_disposal(seizure) else "没有等待审批的处理申请。请承办人先提出。"


@before("seizure.carry_out_disposal", cites="compulsion-law-27", mend="seizure.approve_disposal")
def disposal_was_approved(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    return None if approved_disposal(seizure) else "没有经负责人批准而尚未处理的财物。请先提请处理并经批准。"


@before("seizure.carry_out_disposal", cites="compulsion-law-27")
def disposal_comes_after_its_approval(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    row = approved_disposal(seizure)
    if row is None or given["acted_at"] >= row.approved_at.replace(second=0, microsecond=0):
        return None
    return f"处理时间早于负责人批准的时间（{timezone.localtime(row.approved_at):%Y-%m-%d %H:%M}）。应当先批准后处理，请核对处理时间。"


@before("seizure.register_proceeds", "seizure.return_proceeds", cites=("bans-3", "compulsion-law-49"))
def money_is_not_kept_by_the_handler(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    if actor.pk not in handler_ids(seizure):
        return None
    return "您是本件承办人，处理财物与收付款项必须分开，款项不能由您登记。请由党政办其他经办人登记。"


@before("seizure.register_proceeds", cites="compulsion-law-49", mend="seizure.carry_out_disposal")
def something_was_sold(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    return None if money_held(seizure).filter(receipt_number="").exists() else "没有尚未入账的拍卖、变卖所得款项。"


@before("seizure.register_proceeds", cites="compulsion-law-49")
def money_comes_in_whole(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    sale = given["sale"]
    if sale is None or given["amount_yuan"] == sale.proceeds_yuan:
        return None
    return f"{money_words([sale])}，应当全额入账，不能登记{given['amount_yuan']}元。请核对凭证。"


@before("seizure.return_proceeds", cites="compulsion-law-28.2")
def there_is_money_to_return(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    return None if money_held(seizure).exists() else "没有应当退还的拍卖、变卖所得款项。"


@before("seizure.return_proceeds", cites=("compulsion-law-49", "compulsion-law-28.2"), mend="seizure.register_proceeds")
def money_came_in_first(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    waiting = money_held(seizure).filter(receipt_number="")
    return f"{money_words(waiting)}还没有入账。请先登记入账，再退还。" if waiting else None


@before("seizure.return_proceeds", cites="compulsion-law-28.2")
def too_low_a_price_is_made_up_for(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    """The law names no percentage: whoever pays says how much, or why nothing."""
    sale = given["sale"]
    if sale is None or sale.proceeds_yuan >= sale.market_yuan or given["compensation_yuan"] or given["uncompensated_because"].strip():
        return None
    return (
        f"所得款项{sale.proceeds_yuan}元低于市场价格{sale.market_yuan}元。"
        "价格明显低于市场价格、给当事人造成损失的应当给予补偿；请填写补偿数额，不补偿的写明理由。"
    )


@before("seizure.hand_back", cites="compulsion-law-28.2", mend="seizure.return_proceeds")
def money_went_back_first(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    waiting = money_held(seizure)
    return f"{money_words(waiting)}还没有退还。请先登记退还款项，再逐项退还财物并办结。" if waiting else None


@before("seizure.confiscate", cites="compulsion-law-27")
def only_what_is_held_is_confiscated(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    """Of things sold together the money is one sum: they are confiscated together or not at all."""
    sales = list(money_held(seizure))
    chosen = {thing(row) for row in given["taken"]}
    there = {thing(row) for row in left(seizure)} | {thing(row) for sale in sales for row in sale.goods}
    strange = [row for row in given["taken"] if thing(row) not in there]
    if strange:
        return f"{named(strange)}不在查封、扣押的清单之内，或者已经处理。请核对名称和编号。"
    torn = next((sale for sale in sales if 0 < len(chosen & {thing(row) for row in sale.goods}) < len(sale.goods)), None)
    return f"{named(torn.goods)}是一并{torn.get_way_display()}的，款项不能分开没收。请一并选择或者都不选择。" if torn else None


@before("seizure.confiscate", cites=("penalty-law-74", "compulsion-law-49"))
def confiscated_money_goes_to_the_treasury(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    chosen = {thing(row) for row in given["taken"]}
    sold = [sale for sale in money_held(seizure) if chosen & {thing(row) for row in sale.goods}]
    if not sold or (given["treasury_receipt"].strip() and all(sale.receipt_number for sale in sold)):
        return None
    return f"决定没收的物品中，{money_words(sold)}应当先入账并全部上缴国库。请填写上缴国库的凭证号。"


@before("seizure.hand_over", cites=("compulsion-law-21", "compulsion-law-49"))
def money_goes_with_the_case(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    waiting = money_held(seizure)
    if not waiting or (given["money_receipt"].strip() and all(sale.receipt_number for sale in waiting)):
        return None
    return f"{money_words(waiting)}（共{total(waiting)}元）应当入账后随案一并移交。请填写款项移交的凭证号。"
