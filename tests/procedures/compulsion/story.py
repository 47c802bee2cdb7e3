"""Steps of a seizure that its tests build on, each done by the person whose duty it is, on its invented day.

The case is 刘大成's stall on the road, under the drill power that gives the measure; filed on 2026-03-03.
"""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.perform import Done, perform
from mingzhi.procedures.compulsion.models import Seizure
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at
from tests.procedures.penalty import story
from tests.procedures.penalty.story import DRAWN, OFFICERS
from tests.regulations.recording import story as recording

HANDLER, HEAD, CLERK = "lixuemei", "zhouweimin", "wangli"
GOODS = [
    {"name": "三轮车", "spec": "电动", "quantity": "1", "unit": "辆", "mark": "渝D00001", "condition": "车厢右侧有划痕"},
    {"name": "烧烤炉", "spec": "1.2米", "quantity": "1", "unit": "台", "mark": "", "condition": "旧"},
]


def stall(town: Town, **changes: Any) -> Case:
    """A filed case whose power gives the measure (2026-03-03 15:00)."""
    told = {"cause": "占道经营拒不改正", "facts": "当事人在万隆村公路边占道经营，经责令拒不改正。"}
    return story.filed(town, **{"power": town.powers["stall"].pk, **told, **changes}).matter


def act(town: Town, action: str, seizure: Seizure | None, who: str, when: str, /, **data: Any) -> Done:
    """One action of a seizure, done by somebody at a moment."""
    return perform(f"seizure.{action}", seizure, actor=town[who], data=data, at=at(when))


SCOPE = {"only_related": True, "no_necessities": True, "not_held_elsewhere": True}


def wanted(case: Case, **changes: Any) -> dict[str, Any]:
    return {
        "about": case.pk,
        "measure": "seize",
        "reasons": "当事人多次被劝离后返回继续占道经营，不扣押不足以制止。",
        "related": "三轮车、烧烤炉是占道经营的工具。",
        "place": "万隆村公路边",
        "goods": GOODS,
        "kept_place": "镇执法大队证物室",
        **SCOPE,
        **changes,
    }


def asked(town: Town, case: Case | None = None, when: str = "2026-03-04 09:00", **changes: Any) -> Seizure:
    return act(town, "ask", None, HANDLER, when, **wanted(case or stall(town), **changes)).matter


def approved(town: Town, seizure: Seizure | None = None, when: str = "2026-03-04 10:00") -> Seizure:
    return act(town, "approve", seizure or asked(town), HEAD, when, opinion="同意。").matter


def on_the_spot(**changes: Any) -> dict[str, Any]:
    return {
        "officers": OFFICERS,
        "place": "万隆村公路边",
        "from_at": "2026-03-04 14:00",
        "until_at": "2026-03-04 14:40",
        "recorder": "陈志强",
        "showed_card": True,
        "told_rights": True,
        "heard": True,
        "statement": "东西可以扣，希望早点退。",
        "goods": GOODS,
        "seals": "封条第0012号，贴于车厢门",
        "kept_place": "镇执法大队证物室",
        "custodian": "王丽",
        "findings": "当事人在公路边摆设烧烤摊，执法人员当面清点后装车。",
        "handed_over": True,
        "recording": "记录仪 ZF-07，2026030401",
        "party_signature": DRAWN,
        "first_signature": DRAWN,
        "second_signature": DRAWN,
        **changes,
    }


def held(town: Town, seizure: Seizure | None = None, when: str = "2026-03-04 15:00", **changes: Any) -> Seizure:
    """Seized on 2026-03-04, on record from beginning to end: the thirty days end on 2026-04-03."""
    seizure = act(town, "seize", seizure or approved(town), HANDLER, when, **on_the_spot(**changes)).matter
    recording.recorded_whole(town, seizure.case, "seizure", seizure.from_at, seizure.until_at)
    return Seizure.objects.get(pk=seizure.pk)


def at_once(case: Case, **changes: Any) -> dict[str, Any]:
    return {**wanted(case), **on_the_spot(), "urgency": "当事人正在装车准备驶离。", **changes}


def urgent(town: Town, case: Case | None = None, when: str = "2026-03-04 15:00", **changes: Any) -> Seizure:
    """Seized at once on 2026-03-04 14:00: approval until 2026-03-05 14:00."""
    seizure = act(town, "seize_at_once", None, HANDLER, when, **at_once(case or stall(town), **changes)).matter
    recording.recorded_whole(town, seizure.case, "seizure", seizure.from_at, seizure.until_at)
    return Seizure.objects.get(pk=seizure.pk)


def extension_asked(town: Town, seizure: Seizure | None = None, when: str = "2026-04-01 09:00") -> Seizure:
    return act(town, "ask_extension", seizure or held(town), HANDLER, when, reasons="涉及多名当事人，情况复杂。").matter


def extended(town: Town, seizure: Seizure | None = None, when: str = "2026-04-02 09:00") -> Done:
    return act(town, "approve_extension", seizure or extension_asked(town), HEAD, when, opinion="同意。")


def told_time(**changes: Any) -> dict[str, Any]:
    return {
        "institution": "重庆市某检测中心",
        "what": "食品接触材料检测",
        "until_on": "2026-03-20",
        "told_how": "当面送交告知书",
        "told": True,
        **changes,
    }


def sent_for_testing(town: Town, seizure: Seizure | None = None, when: str = "2026-03-10 09:00", **changes: Any) -> Seizure:
    return act(town, "send_for_testing", seizure or held(town), HANDLER, when, **told_time(**changes)).matter


def released(town: Town, seizure: Seizure | None = None, when: str = "2026-03-25 09:00", **changes: Any) -> Seizure:
    data = {"ground": "other", "reasons": "当事人已经改正，证据已固定。", **changes}
    return act(town, "release", seizure or held(town), HEAD, when, **data).matter


def delivering(seizure: Seizure, when: str, **changes: Any) -> dict[str, Any]:
    papers = [paper.pk for paper in seizure.documents.filter(code__in=("D18f", "D19", "D19b", "D19d"), voided_at__isnull=True)][-1:]
    return {
        "documents": papers,
        "recipient": "刘大成",
        "method": "direct",
        "acted_at": when,
        "receiver": "刘大成",
        "relation": "本人",
        "place": "万隆村三组",
        "officers": OFFICERS,
        "receiver_signature": DRAWN,
        **changes,
    }


def delivered(town: Town, seizure: Seizure, when: str = "2026-03-25 10:00", **changes: Any) -> Done:
    return act(town, "serve", seizure, HANDLER, when, **delivering(seizure, when, **changes))


def not_delivered(town: Town, seizure: Seizure, when: str = "2026-03-25 10:00") -> Seizure:
    """Nobody was at home."""
    failed = {"failed": True, "failed_because": "住所无人，村委会证明外出。", "receiver_signature": ""}
    return act(town, "serve", seizure, HANDLER, when, **delivering(seizure, when, **failed)).matter


def announced(town: Town, seizure: Seizure | None = None, when: str = "2026-03-26 10:00") -> Seizure:
    """The release announced on 2026-03-26: it counts as served on 2026-04-25."""
    seizure = seizure or not_delivered(town, released(town))
    data = {
        "document": seizure.documents.get(code="D19b", voided_at__isnull=True).pk,
        "recipient": "刘大成",
        "ground": "missing",
        "tried": "3月25日上门无人，电话不通，村委会证明外出。",
        "summary": "解除扣押，请来领回。",
        "carrier": "镇政府公告栏",
        "acted_at": when,
    }
    return act(town, "announce_paper", seizure, HANDLER, when, **data).matter


def returning(when: str, **changes: Any) -> dict[str, Any]:
    rows = [{"name": row["name"], "quantity": f"{row['quantity']}{row['unit']}", "condition": "与扣押时一致"} for row in GOODS]
    return {
        "officers": OFFICERS,
        "place": "镇执法大队证物室",
        "acted_at": when,
        "returned": rows,
        "receiver": "刘大成",
        "party_signature": DRAWN,
        **changes,
    }


def handed_back(town: Town, seizure: Seizure | None = None, when: str = "2026-03-25 11:00", **changes: Any) -> Done:
    if seizure is None:
        seizure = delivered(town, released(town)).matter
    return act(town, "hand_back", seizure, HANDLER, when, **returning(when, **changes))


#: A thing that does not keep, beside one that does.
FISH = {"name": "鲜鱼", "spec": "", "quantity": "80", "unit": "公斤", "mark": "", "condition": "鲜活"}
CART = GOODS[0]


def fish_held(town: Town) -> Seizure:
    """A cart and live fish, seized on 2026-03-04."""
    seizure = approved(town, asked(town, goods=[CART, FISH]))
    return held(town, seizure, goods=[CART, FISH])


def selling(**changes: Any) -> dict[str, Any]:
    return {
        "way": "sell",
        "goods": [{"name": "鲜鱼"}],
        "reasons": "鲜鱼离水不能存放。",
        "does_not_keep": True,
        "evidence_kept": True,
        "agent": "万隆水产批发部",
        **changes,
    }


def destroying(**changes: Any) -> dict[str, Any]:
    return {
        "way": "destroy",
        "goods": [{"name": "鲜鱼"}],
        "reasons": "检出禁用药物，依法应当销毁。",
        "facts_clear": True,
        "law": "《演练用市容规定》",
        "article": "第二十二条",
        "agent": "无害化处理中心",
        **changes,
    }


def disposal_asked(town: Town, seizure: Seizure | None = None, when: str = "2026-03-05 09:00", **changes: Any) -> Seizure:
    return act(town, "ask_disposal", seizure or fish_held(town), HANDLER, when, **selling(**changes)).matter


def disposal_approved(town: Town, seizure: Seizure | None = None, when: str = "2026-03-05 10:00") -> Done:
    return act(town, "approve_disposal", seizure or disposal_asked(town), HEAD, when, opinion="同意。")


def carrying_out(when: str, **changes: Any) -> dict[str, Any]:
    return {
        "officers": OFFICERS,
        "place": "万隆水产批发部",
        "acted_at": when,
        "agent": "万隆水产批发部",
        "course": "向三家批发部询价，按最高价成交，当场过秤。",
        "proceeds_yuan": "1600",
        "market_yuan": "1600",
        "market_basis": "当日三家询价记录",
        "first_signature": DRAWN,
        "second_signature": DRAWN,
        **changes,
    }


def sold(town: Town, seizure: Seizure | None = None, when: str = "2026-03-05 15:00", **changes: Any) -> Done:
    seizure = seizure or disposal_approved(town).matter
    return act(town, "carry_out_disposal", seizure, HANDLER, when, **carrying_out(when[:10] + " 14:00", **changes))


def money_in(town: Town, seizure: Seizure | None = None, when: str = "2026-03-06 09:00", **changes: Any) -> Seizure:
    data = {"amount_yuan": "1600", "receipt_number": "渝财0008", "banked_on": when[:10], **changes}
    return act(town, "register_proceeds", seizure or sold(town).matter, CLERK, when, **data).matter


def money_back(on: str, **changes: Any) -> dict[str, Any]:
    return {"returned_on": on, "payee": "刘大成", "receipt_number": "支0031", **changes}


def last_day(seizure: Seizure, provision: str = "compulsion-law-25") -> str:
    """The last day of a deadline of the seizure."""
    row = Deadline.objects.get(matter_id=seizure.pk, provision=provision)
    return f"{row.due_at.astimezone(at('2026-01-01').tzinfo):%Y-%m-%d}"
