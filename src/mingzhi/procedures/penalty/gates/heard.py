"""Before a decision, and before the party is told anew: the right to a hearing told, used up or given up, and its report followed."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.law.provisions import provision

from ..hearings import PENDING, advised_penalties, application_ends, hearing_at, hearing_of, right_told
from ..models import Case, Hearing
from ..severity import Rows, heavier
from .notice import DECIDING, changed, hearing_reason

Status = Hearing.Status
_CITED = ("penalty-law-63", "cq-hearing-threshold", "civil-code-1259")


def _untold(case: Case, rows: Rows, at: datetime) -> str | None:
    """Why these penalties may not be decided: they carry the right to a hearing, and nobody told of it."""
    if not case.told_penalties or right_told(case) is not None:
        return None
    why = hearing_reason(case, rows, local_day(at))
    return f"{why}。告知时没有告知听证权利，不得作出决定。请重新告知。" if why else None


@before(*DECIDING, cites=_CITED, mend="penalty.notify")
def right_to_a_hearing_was_told(case: Case, *, actor: User, at: datetime) -> str | None:
    return _untold(case, case.proposed_penalties, at)


@before(*DECIDING, cites=_CITED, mend="penalty.notify")
def change_carries_no_untold_right(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _untold(case, given["penalties"], at) if changed(case, given) else None


@before(*DECIDING, cites=("penalty-law-63", "penalty-law-64", "cq-hearing-apply"), mend="penalty.waive_hearing")
def time_to_ask_for_a_hearing_is_over(case: Case, *, actor: User, at: datetime) -> str | None:
    ends = application_ends(case)
    if ends is None or at > ends or hearing_of(case) is not None:
        return None
    words = provision("penalty-law-64").period(case.told_on).text
    return f"听证申请期（{words}）到{local_day(ends)}届满，当事人没有申请听证，也没有书面放弃。请期满后再办。"


@before(*DECIDING, cites="penalty-law-63", mend="penalty.arrange_hearing")
def hearing_asked_for_is_arranged(case: Case, *, actor: User, at: datetime) -> str | None:
    return _not_yet(hearing_at(case, Status.ASKED, Status.POSTPONED))


@before(*DECIDING, cites="penalty-law-63", mend="penalty.hold_hearing")
def hearing_arranged_is_held(case: Case, *, actor: User, at: datetime) -> str | None:
    return _not_yet(hearing_at(case, Status.ARRANGED))


def _not_yet(row: Hearing | None) -> str | None:
    return f"{row.asked_by}{row.asked_on}申请听证，{row.get_status_display()}。应当组织听证，不得先作出决定。" if row else None


@before(*DECIDING, cites="penalty-law-65", mend="penalty.report_hearing")
def hearing_held_is_reported(case: Case, *, actor: User, at: datetime) -> str | None:
    row = hearing_at(case, Status.HELD)
    return f"听证已经举行，主持人{row.chair.name}尚未提出听证报告。应当根据听证笔录作出决定。" if row else None


@before(*DECIDING, cites=("penalty-law-44", "penalty-law-63"), mend="penalty.return_report")
def ended_hearing_was_given_up(case: Case, *, actor: User, at: datetime) -> str | None:
    row = hearing_at(case, Status.ENDED)
    if row is None or row.ended_because != Hearing.End.TOLD_ANEW:
        return None
    return "听证因需要补充调查、重新告知而终止，当事人没有放弃听证。请退回补充调查并重新告知。"


@before(*DECIDING, cites="penalty-law-65", mend="penalty.return_report")
def hearing_left_nothing_to_investigate(case: Case, *, actor: User, at: datetime) -> str | None:
    return "听证报告建议补充调查，不得按原建议作出决定。请退回补充调查。" if _advised(case, Hearing.Advice.INVESTIGATE) else None


@before(*DECIDING, cites="penalty-law-65", mend="penalty.not_punish")
def hearing_did_not_clear_the_party(case: Case, *, actor: User, at: datetime) -> str | None:
    return "听证报告建议不予行政处罚，不得作出处罚决定。请作出不予处罚决定。" if _advised(case, Hearing.Advice.NOT_PUNISH) else None


def _advised(case: Case, advice: str) -> bool:
    row = hearing_at(case, Status.REPORTED)
    return row is not None and row.advice == advice


@before(*DECIDING, cites="penalty-law-65")
def decision_follows_the_hearing(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    advised = advised_penalties(case)
    why = heavier(given["penalties"], advised) if advised is not None else None
    return f"比听证报告建议的处罚重：{why}。应当根据听证笔录作出决定。" if why else None


# 不相容岗位：听证主持人既不审批，也不调查。


@before(
    "penalty.endorse_decision", "penalty.return_decision", "penalty.decide", "penalty.not_punish", "penalty.return_report",
    cites="town-separation",
)  # fmt: skip
def chair_does_not_decide(case: Case, *, actor: User, at: datetime) -> str | None:
    return "您是本件的听证主持人，不能再审核、审批本件。请由其他负责人办理。" if _chaired(case, actor) else None


@before("penalty.assign", cites=("penalty-law-64.4", "town-separation"))
def chair_does_not_investigate(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    names = [officer.name for officer in given["officers"] if _chaired(case, officer)]
    return f"{'、'.join(names)}是本件的听证主持人，不能作承办人。请指定其他执法人员。" if names else None


def _chaired(case: Case, person: User) -> bool:
    return Hearing.objects.filter(matter_id=case.pk, chair=person).exclude(status=Status.ENDED).exists()


# 重新告知之前


@before("penalty.notify", "penalty.return_report", cites="penalty-law-63", mend="penalty.end_hearing")
def hearing_is_settled_before_telling_anew(case: Case, *, actor: User, at: datetime) -> str | None:
    row = hearing_at(case, *PENDING)
    if row is None:
        return None
    what = "请先由主持人提出听证报告" if row.status == Status.HELD else "请先举行听证，或者以“需要补充调查，重新告知”终止听证"
    return f"{row.asked_by}{row.asked_on}申请的听证{row.get_status_display()}。{what}。"
