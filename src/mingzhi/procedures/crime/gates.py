"""Before a transfer goes on: a team that may act, one transfer at a time, lists that agree. And before a case is settled: no crime in it."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import without_certificate
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.gates.officers import separate
from mingzhi.procedures.penalty.models import Case, Recusal
from mingzhi.procedures.penalty.stages import Stage as CaseStage

from .models import CrimeTransfer
from .stages import UNDER_WAY, Stage

# Who appoints the team asks for nothing: the head who did may approve what the team then reports.
for _deciding in ("approve", "refuse"):
    separate(f"crime.{_deciding}", ("report",))
separate("crime.accept_not_filed", ("report", "record_not_filed"))

_BEFORE_DECISION = (CaseStage.INVESTIGATION, CaseStage.REPORTED, CaseStage.NOTICE, CaseStage.DECISION, CaseStage.SUSPENDED)


@before("crime.form_team", cites=("crime-transfer-3", "penalty-law-27"))
def case_is_not_decided(transfer: CrimeTransfer, *, actor: User, at: datetime) -> str | None:
    if transfer.case_id is None or transfer.case.stage in _BEFORE_DECISION:
        return None
    return "本件不在调查至决定之间。已经作出决定的，发现涉嫌犯罪应当另行登记线索后移送。"


@before("crime.form_team", cites="crime-transfer-5-team")
def no_other_transfer_is_under_way(transfer: CrimeTransfer, *, actor: User, at: datetime) -> str | None:
    open_one = _under_way(transfer.case) if transfer.case_id else None
    return f"本件的涉嫌犯罪移送（{open_one.number}）正在办理，不重复指定专案组。" if open_one else None


@before("crime.form_team", cites="crime-transfer-5-team")
def team_is_large_enough(transfer: CrimeTransfer, *, actor: User, at: datetime, given: dict) -> str | None:
    least = provision("crime-transfer-5-team").number("officers", local_day(at))
    return None if len(given["members"]) >= least else f"专案组不得少于{least}名执法人员，现在只有{len(given['members'])}名。请再选择。"


@before("crime.form_team", cites=("crime-transfer-5-team", "personnel-4"))
def team_holds_certificates_today(transfer: CrimeTransfer, *, actor: User, at: datetime, given: dict) -> str | None:
    lacking = without_certificate(given["members"], local_day(at))
    return f"{'、'.join(lacking)}今天没有有效的行政执法证，不能进入专案组。请换持证人员。" if lacking else None


@before("crime.form_team", cites=("penalty-law-43", "personnel-25"))
def team_is_not_recused(transfer: CrimeTransfer, *, actor: User, at: datetime, given: dict) -> str | None:
    rows = Recusal.objects.filter(matter_id=transfer.case_id, person__in=given["members"], granted=True)
    names = list(rows.values_list("person__name", flat=True).distinct())
    return f"{'、'.join(names)}在本件中已被决定回避，不得进入专案组。请换其他执法人员。" if names else None


@before("crime.hand_over", cites="crime-transfer-5-handover")
def handing_over_follows_approval(transfer: CrimeTransfer, *, actor: User, at: datetime, given: dict) -> str | None:
    approved = transfer.decided_at
    if approved is None or given["handed_at"] >= approved.replace(second=0, microsecond=0):
        return None
    return f"移送时间早于批准时间（{timezone.localtime(approved):%Y-%m-%d %H:%M}）。请核对。"


@before("crime.hand_over_goods", cites="crime-transfer-12")
def every_thing_on_the_list_goes_along(transfer: CrimeTransfer, *, actor: User, at: datetime, given: dict) -> str | None:
    handed = {row["name"] for row in given["goods"]}
    left = [row["name"] for row in transfer.goods if row["name"] not in handed]
    return f"移送时清单上的{'、'.join(left)}没有移交。公安机关立案后，涉案物品应当全部移交并办结手续。" if left else None


#: What would settle the case while the police may have to.
_SETTLING = (
    "penalty.propose_decision",
    "penalty.decide",
    "penalty.not_punish",
    "penalty.terminate",
    "penalty.withdraw",
    "penalty.transfer",
)


def _under_way(case: Case) -> CrimeTransfer | None:
    return CrimeTransfer.objects.filter(case_id=case.pk, stage__in=UNDER_WAY).order_by("pk").last()


@before(*_SETTLING, cites=("crime-transfer-11", "penalty-law-27"))
def no_transfer_is_under_way(case: Case, *, actor: User, at: datetime) -> str | None:
    found = _under_way(case)
    if found is None:
        return None
    return f"本件涉嫌犯罪，移送（{found.number}）正在“{Stage(found.stage).label}”，不得以行政处罚代替移送。请先办完移送。"
