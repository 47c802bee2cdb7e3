"""Before something is withheld, re-asked or published after all: the ground is there, others decide, and only secrets and privacy yield."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.organs.models import User

from ..actions import request_of
from ..models import Bulletin, Ground, Publication, Withholding
from ..people import minors_because


@before("publication.ask_withholding", cites="disclosure-9.1")
def a_minor_is_really_one(publication: Publication, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["ground"] != Ground.MINOR or minors_because(publication.case, local_day(at)):
        return None
    return "按登记的出生日期，当事人行为时、作出决定时和现在都已成年，不属于这一情形。请核对，或者选择其他情形。"


@before(
    "publication.approve_withholding",
    "publication.refuse_withholding",
    "publication.lift_withholding",
    "bulletin.approve_withholding",
    "bulletin.refuse_withholding",
    "bulletin.lift_withholding",
    cites=("disclosure-9.5", "town-separation"),
)
def others_decide_on_it(publication: Publication | Bulletin, *, actor: User, at: datetime) -> str | None:
    if actor.pk in handler_ids(publication):
        return "您是本案承办人，不能决定本案公开或者不公开。请由其他负责人办理。"
    if actor.pk == request_of(publication).asked_by_id:
        return "不予公开是您提出的，不能再由您决定。请由其他负责人办理。"
    return None


@before("publication.refuse_withholding", "publication.lift_withholding", cites=("disclosure-9.1", "penalty-law-30"))
def a_minor_stays_withheld(publication: Publication, *, actor: User, at: datetime) -> str | None:
    """No consent lifts it: the sentence on consent speaks of secrets of business and privacy only."""
    why = minors_because(publication.case, local_day(at))
    return f"{why}，依规定不予公开，本人或者监护人同意也不能公开。" if why else None


@before("publication.recheck_withholding", "bulletin.recheck_withholding", cites="disclosure-9.4")
def another_investigation_was_the_ground(publication: Publication | Bulletin, *, actor: User, at: datetime) -> str | None:
    if publication.ground == Ground.INVESTIGATION:
        return None
    return f"本件不予公开的情形是“{Ground(publication.ground).label}”，不需要定期复核。只有可能影响其他案件调查处理的才复核。"


@before("publication.lift_withholding", "bulletin.lift_withholding", cites=("disclosure-9-override", "information-rules-15"))
def only_secrets_and_privacy_yield(publication: Publication | Bulletin, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["lifted_because"] == Withholding.Lift.OVER or publication.ground in (Ground.TRADE_SECRET, Ground.PRIVACY):
        return None
    return (
        f"权利人同意、公共利益只能使涉及商业秘密、个人隐私的决定公开，本件的情形是“{Ground(publication.ground).label}”。"
        "情形已经消除的，请选择“不予公开的情形已经消除”并说明。"
    )
