"""Inside a passing installation: decisions that are public, for its public pages; rows alone, as nobody performed them."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from mingzhi.core import ledger
from mingzhi.core.engine.models import Matter
from mingzhi.core.organs.models import Authority, User
from mingzhi.core.organs.turns import turn
from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.disclosure.models import Edition, Publication
from mingzhi.regulations.disclosure.stages import Stage

from .town import ACCOUNT

#: A summary as long as they are: ten items, some four hundred letters.
_TEXT = """行政处罚决定书文号：{number}
案件名称：刘某某未取得乡村建设规划许可证建设案
被处罚人姓名或者名称：刘某某
主要违法事实：经查明，当事人未取得乡村建设规划许可证，在某镇某村擅自建设砖混结构房屋一层，建筑面积六十二平方米。以上事实有现场检查笔录、询问笔录、照片等证据证明。
行政处罚种类：其他行政处罚：责令限期拆除
处罚依据：《中华人民共和国城乡规划法》第六十五条、《某市城乡规划条例》第八十七条
履行方式和期限：自收到决定书之日起十五日内自行拆除。逾期不拆除的，依法强制执行。当事人可以自收到决定书之日起六十日内申请行政复议，也可以在六个月内提起诉讼。
作出处罚的机关：某区某镇人民政府
作出处罚的日期：2026年4月1日"""


def lay_decisions(count: int) -> dict[str, str]:
    """So many public decisions of the one case that is there; the addresses of their list and of one of them."""
    case, town = Case.objects.get(), Authority.objects.get(kind="town")
    person, now = User.objects.get(username=ACCOUNT), timezone.now()
    today = timezone.localdate()
    pages = []
    with turn(), transaction.atomic():
        for number in range(1, count + 1):
            row = _publication(Publication(case=case), town, number, now)
            row.published_on, row.shown_until_on = today - timedelta(days=number % 300), today + timedelta(days=30)
            row.save()
            Edition.objects.create(
                matter=row, number=1, form="summary", style="some", legal_rep="keep", party="hide", source_title="", source_text="",
                title=f"刘某某未取得乡村建设规划许可证建设案（{number}）", text=_TEXT.format(number=row.decision_number),
                collected_by=person, collected_at=now, published_by=person, published_at=now,
            )  # fmt: skip
            pages.append(row.pk)
        # Pages are kept by what the town's ledger says; a town without one has none.
        ledger.append(
            town, event_id=None, kind="bench.laid", at=now, actor={"id": None, "post": "bench"}, obj=f"authority/{town.pk}", case=None,
            facts={"decisions": count}, private={},
        )  # fmt: skip
    return {
        "list": reverse("portal:decisions", args=[town.code]),
        "decision": reverse("portal:decision", args=[town.code, pages[-1]]),
    }


def _publication(row: Publication, town: Authority, number: int, now: object) -> Publication:
    common = Matter(
        authority=town, region=town.region, kind="publication", number=f"某镇府公示字〔2026〕{number}号", title="刘某建设案公示",
        stage=Stage.PUBLISHED, opened_at=now, changed_at=now, version=5,
    )  # fmt: skip
    for field in Matter._meta.concrete_fields:
        setattr(row, field.attname, getattr(common, field.attname))
    row.decision_number, row.decided_on = f"某镇府罚决字〔2026〕{number}号", timezone.localdate()
    return row


def serve_on(port: int) -> None:
    """The product with what granian sends by itself, as `mingzhi serve` has it, in one process."""
    from mingzhi.faces.cli.serving import gather_static

    from .serving import PRODUCT, serve_application

    serve_application(PRODUCT, port, static=gather_static())
