"""Raw input of single actions, made for the matter as it stands and for any moment.

What `story` and the subjects' tests already write down is taken from them.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from mingzhi.core.engine.places import handler_ids
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty import approving
from mingzhi.procedures.penalty.forms.archiving import next_file_number
from mingzhi.procedures.penalty.forms.correction import ordered
from mingzhi.procedures.penalty.forms.exits import EXITS
from mingzhi.procedures.penalty.forms.measures import preserved, sampled
from mingzhi.procedures.penalty.hearings import has_been_told
from mingzhi.procedures.penalty.models import GoodsDisposal, Statement
from mingzhi.procedures.penalty.owing import overpaid
from mingzhi.procedures.penalty.queries import owed
from mingzhi.procedures.penalty.serving import unserved, voidable
from tests.cast import Town

from . import story
from .discussion_steps import minutes
from .spot_steps import on_the_spot
from .states import MATERIALS
from .test_exits import REASONS
from .test_handling import DRAWN
from .test_measures import GOODS as KEPT_GOODS
from .test_performance import collection, deferral


def moment(now: datetime, minutes: int = 0) -> str:
    return f"{timezone.localtime(now) + timedelta(minutes=minutes):%Y-%m-%d %H:%M}"


def day(now: datetime, days: int = 0) -> str:
    return f"{timezone.localtime(now) + timedelta(days=days):%Y-%m-%d}"


def team(matter: Any) -> list[str]:
    """The officers who handle the matter; the usual two where that would be fewer."""
    names = list(User.objects.filter(pk__in=handler_ids(matter)).order_by("id").values_list("name", flat=True)) if matter else []
    return names if len(names) > 1 else story.OFFICERS


def party_name(matter: Any) -> str:
    return str(matter.penalty_partys.get().name)


def acting(now: datetime, **more: Any) -> dict[str, Any]:
    """An act that began forty minutes ago and is just over."""
    return {"from_at": moment(now, -40), "until_at": moment(now, -5), **more}


def opinion(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"opinion": "同意。"}


def reasons(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"reasons": "材料不全，理由不足。"}


def guide(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    told = {"way": "interview", "person": "刘大成", "content": "讲明规定，要求清走垃圾。", "response": "答应三日内清走。"}
    return {**told, "officers": team(matter), "place": "万隆村村委会", "acted_at": moment(now)}


def grant(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"granted": "yes", "opinion": "同意。"}


def exit_reasons(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return REASONS


def propose(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    days = {"acted_from_on": day(now, -10), "discovered_on": day(now, -1)}
    return story.proposal(town, littering=True, **days)


def other_officers(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    """李雪梅 and whichever of the two others does not handle the case."""
    now_there = set(User.objects.filter(pk__in=handler_ids(matter)).values_list("name", flat=True))
    second = "吴敏" if "吴敏" not in now_there else "陈志强"
    return {"officers": ["李雪梅", second], "reasons": "原承办人调离。"}


def ask_recusal(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"person": "陈志强", "asked_by": "刘大成", "reason": "其亲属与本案有利害关系。", "applicant_signature": DRAWN}


def summon(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"officers": team(matter), "place": "大队询问室", "addressee": "刘大成", "materials": "身份证", "appear_at": moment(now, 1440)}


def order_evidence(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    items = [{"name": "宅基地登记表", "quantity": "1份"}]
    return {"officers": team(matter), "place": "大队", "addressee": "万隆村村委会", "items": items, "until_on": day(now, 7)}


def sample(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    goods = [{"name": "彩钢瓦", "spec": "900型", "batch": "20260112", "quantity": "2张", "base": "12张"}]
    act = {"officers": team(matter), "place": "万隆村三组", "acted_at": moment(now), "sealed_how": "封条0021"}
    return {**act, "goods": goods, "party_signature": DRAWN}


def _disposals(goods: list[dict[str, Any]], how: str) -> list[dict[str, Any]]:
    return [{"name": row["name"], "quantity": row["quantity"], "disposal": how} for row in goods]


def dispose_sample(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    row = sampled(matter, taken=True).first()
    return {"sampling": row.pk if row else "", "disposals": _disposals(row.goods if row else KEPT_GOODS, "检测耗用")}


def ask_preservation(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"ground": "可能灭失", "reason": "当事人称次日变卖。", "goods": KEPT_GOODS, "place": "大队证物室", "method": "异地保存"}


def preserve(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"officers": team(matter), "acted_at": moment(now), "party_signature": DRAWN}


def dispose_preserved(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    row = preserved(matter, carried_out=True).first()
    goods = row.goods if row else KEPT_GOODS
    return {"preservation": row.pk if row else "", "disposals": _disposals(goods, "解除保存，退还当事人"), "reasons": "证据已经固定。"}


def commission_appraisal(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    sent = [{"name": "彩钢瓦", "quantity": "1张"}]
    who = {"institution": "重庆某检测中心", "qualification": "检验检测机构资质认定证书 220099000112"}
    return {**who, "sent": sent, "question": "燃烧性能等级", "due_on": day(now, 10)}


def receive_appraisal(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    days = {"received_on": day(now), "object_until_on": day(now, 7)}
    return {"report_number": "渝检〔2026〕31号", "opinion": "燃烧性能等级为B2级。", **days}


def ask_correction(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"content": "清运垃圾\n恢复原状", "by_on": day(now, 14), "consequences": "逾期不改正的，本机关将依法处理。"}


def recheck(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    order = ordered(matter).first()
    lines = order.content.splitlines() if order else ["清运垃圾"]
    results = [{"item": line, "result": "已完成", "done": True} for line in lines]
    said = {"conclusion": "已全部改正。", "party_opinion": "无异议。", "party_signature": DRAWN}
    return {"officers": team(matter), "place": "万隆村三组", "acted_at": moment(now), "results": results, **said}


def notify(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    again = {"new_facts": "另查明当事人在万隆村五组也堆放垃圾。"} if matter.told_penalties or has_been_told(matter) else {}
    return {"reasons": "违法事实清楚，证据确凿。", **again}


def void_paper(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    held = voidable(matter).first()
    return {"document": held.pk if held else "", "reasons": "文书中的日期写错。"}


def review_statement(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    waiting = Statement.objects.filter(matter_id=matter.pk, reviewed_at__isnull=True).exclude(channel="waived").first()
    points = [{"point": "已清走垃圾", "finding": "经复查属实", "accepted": True, "reasons": "已主动消除后果"}]
    return {"statement": waiting.pk if waiting else "", "points": points, "conclusion": "予以采纳，不因陈述申辩加重。"}


def not_punish(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    facts = {"ground": "slight", "reasons": "轻微并已及时改正。", "slight": True, "harmless": True, "corrected": True}
    talk = {"education": "已当面告诫。", "educated_at": moment(now), "place": "大队", "party_opinion": "接受。", "party_signature": DRAWN}
    return {**facts, **talk}


def serve(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    papers = [paper.pk for paper in unserved(matter)]
    return {"documents": papers, "acted_at": moment(now), **story.handing_over(officers=team(matter))}


def announce(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    attempted = matter.penalty_services.filter(served_on__isnull=True).exclude(method="announced").last()
    paper = attempted.document if attempted else unserved(matter).last()
    words = {"recipient": "刘大成", "ground": "others_failed", "tried": "上门未遇，邮寄被退回。", "summary": "拟作出处罚。"}
    return {"document": paper.pk if paper else "", **words, "carrier": "镇人民政府公告栏", "acted_at": moment(now)}


def record_receipt(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"received_on": day(now), "received_by": "张接收", "receipt": "綦市监收〔2026〕3号"}


def refuse_exit(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    waiting = next((subject for subject in EXITS if approving.pending(matter, subject)), "transfer")
    return {"request": waiting, "reasons": "理由不足。"}


def pay(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    account = owed(matter, timezone.localtime(now).date())
    purpose = "fine" if account.part("fine").left_yuan or not account.left_yuan else "surcharge"
    left = account.part(purpose).left_yuan or 1
    return story.receipt(purpose=purpose, amount_yuan=str(left), paid_on=day(now), receipt_number=f"P{matter.pk}-{matter.version}")


def refund(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    over = overpaid(matter, timezone.localtime(now).date()) or 1
    return {"amount_yuan": str(over), "refunded_on": day(now), "payee": "刘大成", "receipt_number": f"退{matter.pk}"}


def collect(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    left = owed(matter, timezone.localtime(now).date()).fine.left_yuan or 1
    number = f"C{matter.pk}-{matter.version}"
    return collection(amount_yuan=str(left), collected_at=moment(now), receipt_number=number, officers=team(matter))


def hand_in(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"handed_in_at": moment(now)}


def bank_in(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"banked_at": moment(now), "bank_slip": "202603090017"}


def ask_deferral(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    left = owed(matter, timezone.localtime(now).date()).fine.left_yuan
    return deferral(applied_on=day(now), instalments=[{"due_on": day(now, 60), "amount_yuan": str(left)}])


def discuss(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    """A discussion that began at the earlier moment and is just over."""
    return minutes(matter, **acting(now))


def dispose_goods(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    batch = GoodsDisposal.objects.filter(matter_id=matter.pk, approved_at__isnull=False, carried_out_at__isnull=True).first()
    how = {"officers": team(matter), "place": "证物室", "disposed_at": moment(now), "course": "拍卖成交", "proceeds_yuan": "860"}
    return {"batch": batch.pk if batch else "", **how}


def make_file(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    number = matter.file_number or next_file_number(matter, timezone.localtime(now).date())
    return {"file_number": number, "situation": "本卷材料齐全，无缺页。"}


def punish(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return on_the_spot(town, acted_at=moment(now, -35), handed_at=moment(now, -5))


def look_again(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    seen = {"checked_at": moment(now), "place": "市场街8号", "findings": "垃圾已清除", "corrected": "yes", "party_opinion": "无异议"}
    return {"officers": team(matter), **seen}


def transfer_clue(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"handed_to": "重庆市綦江区规划和自然资源局", "reasons": "不属于本镇执法事项。", "materials": MATERIALS}


def verify(town: Town, matter: Any, now: datetime) -> dict[str, Any]:
    return {"verified_at": moment(now), "verification": "现场正在砌墙，没有许可证。", "conclusion": "建议立案。"}
