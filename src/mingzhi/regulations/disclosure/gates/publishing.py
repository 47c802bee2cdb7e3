"""Before anything is checked and published: three people, and a party who has not to learn of it from a web site."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.places import who_did
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.models import Service
from mingzhi.procedures.penalty.serving import DECISION_CODES

from ..models import Bulletin, Publication

_COLLECTING = ("collect", "confirm", "attach")


@before("publication.check", "bulletin.check", cites=("disclosure-4", "town-separation"))
def whoever_checks_did_not_collect(publication: Publication | Bulletin, *, actor: User, at: datetime) -> str | None:
    if actor.pk not in who_did(publication, *_COLLECTING):
        return None
    return "公示信息是您采集、确认的，不能再由您审核。采集、审核、发布由三个人办理，请由其他法制审核人员审核。"


@before("publication.publish", "bulletin.publish", cites=("disclosure-4", "town-separation"))
def whoever_publishes_did_neither(publication: Publication | Bulletin, *, actor: User, at: datetime) -> str | None:
    if actor.pk not in who_did(publication, *_COLLECTING, "check"):
        return None
    return "公示信息是您采集或者审核的，不能再由您发布。采集、审核、发布由三个人办理，请由党政办其他人员发布。"


@before("publication.publish", cites=("disclosure-12-penalty", "penalty-law-61"), mend="penalty.serve")
def service_has_begun(publication: Publication, *, actor: User, at: datetime) -> str | None:
    """Served, or announced where nothing else reaches the party. See docs/decisions/0024."""
    case = publication.case
    if case.decision_served_on is not None:
        return None
    announced = Service.objects.filter(matter_id=case.pk, document__code__in=DECISION_CODES, method=Service.Method.ANNOUNCED)
    if announced.exists():
        return None
    return "决定书还没有送达，也没有开始公告送达，当事人不应当从公示得知处罚。请先送达；公开的期限仍从作出决定之日起算。"
