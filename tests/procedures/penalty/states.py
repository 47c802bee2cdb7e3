"""Where a matter may stand: for each name how it gets there by the real actions, and a moment at which things go on from there."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import perform
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at
from tests.procedures.samples import State

from . import hearing_steps, story
from .discretion_steps import deviating
from .spot_steps import act as spot_act
from .spot_steps import collection as spot_collection
from .spot_steps import punished
from .spot_steps import reported as spot_reported
from .test_correction import seen
from .test_exits import REASONS, ask, grant
from .test_handling import request
from .test_measures import commissioned, keeping_approved, keeping_asked, kept, sampled, sampling_approved
from .test_performance import GOODS, collection, confiscated, deferral, surcharged
from .test_service import announced, failed
from .test_spot_papers import announced as spot_announced
from .test_spot_papers import not_delivered as spot_not_delivered

CLUE = {
    "source": "report",
    "received_at": "2026-03-02 09:00",
    "subject": "万隆村三组新建房屋",
    "place": "万隆村三组",
    "content": "来电反映有人正在砌筑一层砖墙。",
    "informant_name": "郑大山",
    "informant_contact": "13900000009",
}
MATERIALS = [{"name": "核查记录", "quantity": "1份"}]
SAMPLING = {"reason": "同种物品较多", "objects_sampled": "彩钢瓦", "method": "随机抽取2张"}


def step(code: str, matter: Any, town: Town, who: str, when: str, **data: Any) -> Any:
    """One more action of a matter, done by somebody at a moment."""
    return perform(code, matter, actor=town[who], data=data, at=at(when)).matter


def registered(town: Town, **changes: Any) -> Any:
    """A clue that the clerk took in, with its informant."""
    return step("clue.register", None, town, "wangli", "2026-03-02 10:00", **{**CLUE, **changes})


def assigned(town: Town) -> Any:
    return step("clue.assign", registered(town), town, "luokaifu", "2026-03-02 11:00", people=story.OFFICERS)


def verified(town: Town) -> Any:
    data = {"verified_at": "2026-03-02 15:00", "verification": "现场正在砌墙，没有许可证。", "conclusion": "建议立案。"}
    return step("clue.verify", assigned(town), town, "lixuemei", "2026-03-02 16:00", **data)


def for_filing(town: Town) -> Any:
    return step("clue.send_to_filing", verified(town), town, "luokaifu", "2026-03-03 09:00", opinion="同意。")


def handing(town: Town) -> Any:
    data = {"handed_to": "重庆市綦江区规划和自然资源局", "reasons": "不属于本镇执法事项。", "materials": MATERIALS}
    return step("clue.transfer", verified(town), town, "luokaifu", "2026-03-03 09:00", **data)


def with_its_case(town: Town) -> Any:
    """A clue whose case is proposed, caught before it follows: what only the proposal itself ever sees."""
    clue = for_filing(town)
    Case.objects.filter(pk=story.propose(town).pk).update(from_clue=clue)
    return clue


def _filed(town: Town) -> Case:
    return story.filed(town).matter


def _endorsed(town: Town) -> Case:
    case = story.propose(town)
    return step("penalty.endorse_filing", case, town, "luokaifu", "2026-03-03 11:00", opinion="同意。")


def _returned(town: Town) -> Case:
    return step("penalty.return_filing", story.propose(town), town, "luokaifu", "2026-03-03 11:00", reasons="案由不准确。")


def _refused(town: Town) -> Case:
    return step("penalty.refuse_filing", story.propose(town), town, "zhouweimin", "2026-03-03 11:00", reasons="没有违法事实。")


def _sampling_asked(town: Town) -> Case:
    return step("penalty.ask_sampling", _filed(town), town, "lixuemei", "2026-03-06 09:00", **SAMPLING)


def _sampling_approved(town: Town) -> Case:
    return sampling_approved(town, _filed(town)).matter


def _sampled(town: Town) -> Case:
    return sampled(town, _sampling_approved(town)).matter


def _suspended(town: Town) -> Case:
    return grant(town, ask(town, _filed(town), "suspension"), "suspend").matter


def _resumption_asked(town: Town) -> Case:
    return step("penalty.ask_resumption", _suspended(town), town, "lixuemei", "2026-03-25 09:00", **REASONS)


def _transferred(town: Town) -> Case:
    return grant(town, ask(town, _filed(town), "transfer"), "transfer").matter


def _receipted(town: Town) -> Case:
    receipt = {"received_on": "2026-03-26", "received_by": "张接收", "receipt": "綦市监收〔2026〕3号"}
    return step("penalty.record_receipt", _transferred(town), town, "lixuemei", "2026-03-27 09:00", **receipt)


def _collected(town: Town) -> Case:
    return step("penalty.collect", story.served(town), town, "lixuemei", "2026-04-02 11:00", **collection())


def _handed_in(town: Town) -> Case:
    return step("penalty.hand_in", _collected(town), town, "wangli", "2026-04-03 10:00", handed_in_at="2026-04-03 09:00")


def _deferral_asked(town: Town) -> Case:
    return step("penalty.ask_deferral", story.served(town), town, "lixuemei", "2026-04-08 10:00", **deferral())


def _goods_asked(town: Town) -> Case:
    return step("penalty.ask_goods_disposal", confiscated(town), town, "lixuemei", "2026-04-03 09:00", **GOODS)


def _goods_approved(town: Town) -> Case:
    data = {"granted": "yes", "opinion": "同意拍卖。"}
    return step("penalty.approve_goods_disposal", _goods_asked(town), town, "zhouweimin", "2026-04-07 09:00", **data)


def _punished(town: Town) -> Case:
    return punished(town).matter


def _spot_paid(town: Town) -> Case:
    receipt = story.receipt(amount_yuan="200", paid_on="2026-03-09", receipt_number="A1")
    return spot_act(town, "pay", spot_reported(town, corrected_now=True), "wangli", "2026-03-10 10:00", **receipt).matter


def _spot_filing(town: Town) -> Case:
    data = {"file_number": "2026-0001", "situation": "本卷材料齐全。"}
    return spot_act(town, "make_file", _spot_paid(town), "lixuemei", "2026-03-12 10:00", **data).matter


def _spot_filed(town: Town) -> Case:
    return spot_act(town, "check_file", _spot_filing(town), "heping", "2026-03-13 10:00", checker_signature=story.DRAWN).matter


def _spot_collected(town: Town) -> Case:
    return spot_act(town, "collect", _punished(town), "lixuemei", "2026-03-05 10:00", **spot_collection()).matter


def _spot_handed_in(town: Town) -> Case:
    return spot_act(town, "hand_in", _spot_collected(town), "wangli", "2026-03-06 10:00", handed_in_at="2026-03-06 09:55").matter


def _spot_deferral_asked(town: Town) -> Case:
    instalments = [{"due_on": "2026-06-01", "amount_yuan": "200"}]
    data = deferral(applied_on="2026-03-06", instalments=instalments)
    return spot_act(town, "ask_deferral", _punished(town), "lixuemei", "2026-03-06 10:00", **data).matter


def _spot_surcharged(town: Town) -> Case:
    case = spot_reported(town, corrected_now=True)
    return spot_act(town, "surcharge", case, "zhouweimin", "2026-03-23 09:00", opinion="同意。").matter


def _spot_demanded(town: Town) -> Case:
    return spot_act(town, "demand", _spot_surcharged(town), "zhouweimin", "2026-03-23 10:00", manner="到代收机构缴款").matter


def _fallen(town: Town, paid: Case) -> Case:
    """A decision whose money was paid before a review revoked it."""
    from tests.procedures.remedy import story as remedied

    return Case.objects.get(pk=remedied.final(town, "revoked", remedied.answered(town, remedied.received(town, paid))).case_id)


#: name → procedure, how it gets there, when things go on.
STATES: dict[str, State] = {
    "clue: nothing": ("clue", lambda town: None, "2026-03-02 10:00"),
    "clue: registered": ("clue", registered, "2026-03-02 11:00"),
    "clue: verifying": ("clue", assigned, "2026-03-02 16:00"),
    "clue: concluded": ("clue", verified, "2026-03-03 09:00"),
    "clue: for filing": ("clue", for_filing, "2026-03-03 10:00"),
    "clue: with its case": ("clue", with_its_case, "2026-03-03 10:30"),
    "clue: handing": ("clue", handing, "2026-03-05 10:00"),
    "clue: filed": (
        "clue",
        lambda town: step("clue.become_case", with_its_case(town), town, "lixuemei", "2026-03-03 11:00"),
        "2026-03-04 09:00",
    ),
    "nothing": ("penalty", lambda town: None, "2026-03-03 10:00"),
    "proposed": ("penalty", story.propose, "2026-03-03 11:00"),
    "endorsed": ("penalty", _endorsed, "2026-03-03 15:00"),
    "returned": ("penalty", _returned, "2026-03-03 15:00"),
    "not filed": ("penalty", _refused, "2026-03-04 09:00"),
    "filed": ("penalty", _filed, "2026-03-04 12:00"),
    "recusal asked": ("penalty", lambda town: request(town, _filed(town)).matter, "2026-03-04 12:00"),
    "sampling asked": ("penalty", _sampling_asked, "2026-03-06 10:00"),
    "sampling approved": ("penalty", _sampling_approved, "2026-03-06 11:30"),
    "sampled": ("penalty", _sampled, "2026-03-20 10:00"),
    "keeping asked": ("penalty", lambda town: keeping_asked(town, _filed(town)).matter, "2026-03-06 10:00"),
    "keeping approved": ("penalty", lambda town: keeping_approved(town, _filed(town)).matter, "2026-03-06 11:30"),
    "kept": ("penalty", lambda town: kept(town, _filed(town)).matter, "2026-03-12 10:00"),
    "appraisal commissioned": ("penalty", lambda town: commissioned(town, _filed(town)).matter, "2026-03-18 16:00"),
    "inspected": ("penalty", seen, "2026-03-05 11:00"),
    "correction asked": ("penalty", lambda town: story.correction_asked(town, seen(town)).matter, "2026-03-05 15:00"),
    "investigated": ("penalty", lambda town: story.investigated(town, littering=True), "2026-03-23 10:00"),
    "reported": ("penalty", lambda town: story.reported(town, littering=True), "2026-03-23 15:00"),
    "deviating": ("penalty", deviating, "2026-03-23 14:00"),
    "agreed": ("penalty", story.agreed, "2026-03-24 09:00"),
    "notified": ("penalty", story.notified, "2026-03-24 11:00"),
    "notice not delivered": ("penalty", lambda town: failed(town, story.notified(town), code="D23"), "2026-04-08 10:00"),
    "told": ("penalty", story.told, "2026-03-26 10:00"),
    "heard": ("penalty", story.heard, "2026-03-27 10:00"),
    "window over": ("penalty", story.told, "2026-04-01 09:00"),
    "told of a hearing": ("penalty", hearing_steps.told, "2026-03-26 10:00"),
    "hearing asked": ("penalty", hearing_steps.asked, "2026-03-27 09:00"),
    "hearing arranged": ("penalty", hearing_steps.arranged, "2026-04-09 11:10"),
    "hearing held": ("penalty", hearing_steps.held, "2026-04-10 10:00"),
    "decision proposed": ("penalty", story.decision_proposed, "2026-04-01 10:00"),
    "decision endorsed": ("penalty", story.decision_endorsed, "2026-04-01 15:00"),
    "decided": ("penalty", story.decided, "2026-04-02 10:00"),
    "announced": ("penalty", announced, "2026-05-09 09:00"),
    "transfer asked": ("penalty", lambda town: ask(town, _filed(town), "transfer"), "2026-03-24 15:00"),
    "transferred": ("penalty", _transferred, "2026-03-27 09:00"),
    "receipted": ("penalty", _receipted, "2026-03-27 10:00"),
    "suspension asked": ("penalty", lambda town: ask(town, _filed(town), "suspension"), "2026-03-24 15:00"),
    "suspended": ("penalty", _suspended, "2026-03-25 09:00"),
    "resumption asked": ("penalty", _resumption_asked, "2026-03-25 15:00"),
    "termination asked": ("penalty", lambda town: ask(town, _filed(town), "termination"), "2026-03-24 15:00"),
    "withdrawal asked": ("penalty", lambda town: ask(town, _filed(town), "withdrawal"), "2026-03-24 15:00"),
    "served": ("penalty", story.served, "2026-04-08 10:00"),
    "overdue": ("penalty", story.served, "2026-04-20 09:00"),
    "surcharged": ("penalty", lambda town: surcharged(town, story.served(town)).matter, "2026-04-20 10:00"),
    "paid": ("penalty", story.paid, "2026-04-11 09:00"),
    "collected": ("penalty", _collected, "2026-04-03 10:00"),
    "handed in": ("penalty", _handed_in, "2026-04-03 12:00"),
    "deferral asked": ("penalty", _deferral_asked, "2026-04-09 10:00"),
    "confiscated": ("penalty", confiscated, "2026-04-03 09:00"),
    "goods asked": ("penalty", _goods_asked, "2026-04-07 09:00"),
    "goods approved": ("penalty", _goods_approved, "2026-04-09 10:00"),
    "performed": ("penalty", story.performed, "2026-04-13 09:00"),
    "closing asked": ("penalty", story.closing_asked, "2026-04-13 10:00"),
    "closing endorsed": ("penalty", story.closing_endorsed, "2026-04-13 15:00"),
    "closed": ("penalty", lambda town: story.closed(town).matter, "2026-04-15 09:00"),
    "file made": ("penalty", lambda town: story.file_made(town).matter, "2026-04-17 09:00"),
    "fallen": ("penalty", lambda town: _fallen(town, story.paid(town)), "2026-06-12 10:00"),
    "archived": ("penalty", lambda town: story.archived(town).matter, "2026-04-20 09:00"),
    "spot: nothing": ("summary", lambda town: None, "2026-03-05 09:45"),
    "spot: punished": ("summary", _punished, "2026-03-05 10:00"),
    "spot: reported": ("summary", spot_reported, "2026-03-09 10:00"),
    "spot: collected": ("summary", _spot_collected, "2026-03-06 10:00"),
    "spot: handed in": ("summary", _spot_handed_in, "2026-03-09 10:00"),
    "spot: deferral asked": ("summary", _spot_deferral_asked, "2026-03-09 10:00"),
    "spot: overdue": ("summary", lambda town: spot_reported(town, corrected_now=True), "2026-03-23 09:00"),
    "spot: surcharged": ("summary", _spot_surcharged, "2026-03-24 10:00"),
    "spot: demanded": ("summary", _spot_demanded, "2026-03-24 10:00"),
    "spot: not delivered": ("summary", spot_not_delivered, "2026-03-27 10:00"),
    "spot: announced": ("summary", spot_announced, "2026-04-28 10:00"),
    "spot: paid": ("summary", _spot_paid, "2026-03-12 10:00"),
    "spot: fallen": ("summary", lambda town: _fallen(town, _spot_paid(town)), "2026-06-12 10:00"),
    "spot: filing": ("summary", _spot_filing, "2026-03-13 10:00"),
    "spot: filed": ("summary", _spot_filed, "2026-03-14 09:00"),
}
