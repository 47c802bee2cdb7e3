"""Before the steps of a hearing: the right told, asked in time, a chair from outside the case, days kept clear, the party there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from mingzhi.core.engine import Already, before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.places import who_did
from mingzhi.core.organs import HEADS
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.law.provisions import provision

from ..forms.held import FOR_THE_PARTY
from ..hearings import application_ends, clear_workdays, earliest_hearing, hearing_at, hearing_of, right_told, summons_served_on
from ..models import Case, Hearing, Presence, Recusal
from ..severity import heavier
from .officers import ASKED_BY

Status = Hearing.Status
_BEGUN = (Status.ASKED, Status.ARRANGED, Status.POSTPONED)


# 申请与放弃


@before("penalty.ask_hearing", "penalty.waive_hearing", cites="penalty-law-63", mend="penalty.notify")
def right_to_a_hearing_is_there(case: Case, *, actor: User, at: datetime) -> str | None:
    if right_told(case) is not None:
        return None
    return "本件没有制作听证告知书：尚未告知，或者拟作出的处罚没有达到听证标准。没有达到听证标准的，请听取当事人的陈述申辩。"


@before("penalty.ask_hearing", "penalty.waive_hearing", cites=("penalty-law-63", "penalty-law-64"), mend="penalty.serve")
def right_to_a_hearing_was_served(case: Case, *, actor: User, at: datetime) -> str | None:
    waiting = right_told(case) is not None and case.told_on is None
    return "事先告知书、听证告知书尚未全部送达，听证申请期尚未起算。请先送达。" if waiting else None


@before("penalty.ask_hearing", cites=("penalty-law-64", "cq-hearing-apply", "civil-procedure-85"))
def application_is_in_time(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    ends = application_ends(case)
    if ends is None or given["asked_on"] <= local_day(ends):
        return None
    words = provision("penalty-law-64").period(case.told_on).text
    return (
        f"听证申请期（送达后{words}）已于{local_day(ends)}届满，{given['asked_on']}提出的申请超过期限。期满前交邮的，提出日期填写交邮日期。"
    )


@before("penalty.ask_hearing", cites="penalty-law-63")
def hearing_is_asked_once(case: Case, *, actor: User, at: datetime) -> str | None:
    row = hearing_of(case)
    if row is None or row.status == Status.WAIVED:
        return None
    return Already(f"本次告知的听证已由{row.asked_by}于{row.asked_on}申请（{row.get_status_display()}），不必再次登记。")


@before("penalty.waive_hearing", cites="penalty-law-63", mend="penalty.end_hearing")
def there_is_something_to_waive(case: Case, *, actor: User, at: datetime) -> str | None:
    row = hearing_of(case)
    if row is None:
        return None
    return Already("当事人已经书面放弃听证。") if row.status == Status.WAIVED else "当事人已经申请听证。当事人撤回申请的，请终止听证。"


@before("penalty.ask_hearing", cites="penalty-law-64.5")
def agents_have_their_mandate(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    lacking = [row["name"] for row in given["agents"] if not row["mandate"]]
    if lacking:
        return f"{'、'.join(lacking)}没有授权委托书，不能作为代理人。请补交授权委托书。"
    return _too_many(len(given["agents"]), local_day(at))


def _too_many(agents: int, on: date) -> str | None:
    most = int(provision("penalty-law-64.5").number("agents", on))
    return f"当事人可以委托1至{most}人代理，现在有{agents}人。请核对代理人。" if agents > most else None


# 组织


@before("penalty.arrange_hearing", cites="penalty-law-63", mend="penalty.ask_hearing")
def there_is_a_hearing_to_arrange(case: Case, *, actor: User, at: datetime) -> str | None:
    row = hearing_of(case)
    if row is None or row.status == Status.WAIVED:
        return "当事人没有申请听证，没有需要组织的听证。"
    if row.status in (Status.ASKED, Status.POSTPONED):
        return None
    return f"听证{row.get_status_display()}。改变时间、地点或者听证人员的，请先延期，再重新组织。"


def _investigated(case: Case) -> set[int]:
    """Whoever handled the case at any time, or was at an act of the investigation."""
    handled = set(case.handlers.values_list("person_id", flat=True))
    return handled | set(Presence.objects.filter(matter_id=case.pk).exclude(what="听证").values_list("person_id", flat=True))


@before("penalty.arrange_hearing", cites="penalty-law-64.4")
def chair_did_not_investigate(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["chair"].pk not in _investigated(case):
        return None
    return f"{given['chair'].name}是（曾是）本案调查人员，不能主持听证。请指定非本案调查人员主持。"


@before("penalty.arrange_hearing", cites="town-separation")
def chair_decided_nothing_here(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["chair"].pk not in who_did(case, *ASKED_BY):
        return None
    return f"{given['chair'].name}在本件中审核或者审批过，不能兼任听证主持人。请指定其他人员主持。"


@before("penalty.arrange_hearing", cites=("penalty-law-43", "penalty-law-64.4"))
def nobody_recused_is_chosen(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    names = _recused(case, (given["chair"].pk, given["recorder"].pk, *(person.pk for person in given["members"])))
    return f"{'、'.join(names)}在本件中已被决定回避，不能担任听证人员。请指定其他人员。" if names else None


def _recused(case: Case, people: Iterable[int]) -> list[str]:
    rows = Recusal.objects.filter(matter_id=case.pk, person__in=list(people), granted=True).order_by("person__name")
    return list(rows.values_list("person__name", flat=True).distinct())


@before("penalty.arrange_hearing", cites=("penalty-law-64.2", "cq-hearing-notice"))
def notice_can_leave_its_days_clear(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    today, begins = local_day(at), local_day(given["begins_at"])
    first = earliest_hearing(case, today)
    if begins >= first:
        return None
    return f"应当在听证的{clear_workdays(today).text}前通知当事人。今天送达通知的，最早{first}举行，现在定于{begins}。"


# 延期、终止、举行


@before("penalty.postpone_hearing", "penalty.hold_hearing", cites="penalty-law-64.2", mend="penalty.arrange_hearing")
def hearing_was_arranged(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if hearing_at(case, Status.ARRANGED) else "没有已经通知时间、地点的听证。"


@before("penalty.end_hearing", cites=("penalty-law-63", "penalty-law-64.6"))
def there_is_a_hearing_to_end(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if hearing_at(case, *_BEGUN) else "没有正在办理的听证。已经举行的听证，应当由主持人提出听证报告。"


@before("penalty.hold_hearing", "penalty.report_hearing", cites="penalty-law-64.4")
def only_the_appointed_chair_presides(case: Case, *, actor: User, at: datetime) -> str | None:
    row = hearing_at(case, Status.ARRANGED, Status.HELD)
    return None if row is None or row.chair_id == actor.pk else f"本次听证由{row.chair.name}主持。"


@before("penalty.end_hearing", cites="penalty-law-64.4")
def only_the_chair_or_a_head_ends_it(case: Case, *, actor: User, at: datetime) -> str | None:
    row = hearing_at(case, *_BEGUN)
    if row is None or row.chair_id == actor.pk or set(HEADS) & posts_of(actor, local_day(at)):
        return None
    return f"本次听证由{row.chair.name}主持，由其或者负责人终止。" if row.chair else "主持人尚未指定，由负责人终止听证。"


@before("penalty.end_hearing", cites=("penalty-law-64.2", "penalty-law-64.6"))
def absence_follows_a_due_notice(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    row = hearing_at(case, *_BEGUN)
    if row is None or given["because"] not in (Hearing.End.ABSENT, Hearing.End.LEFT):
        return None
    if row.status != Status.ARRANGED or given["ended_at"] < row.begins_at:
        return "通知的听证时间还没有到，不能认定当事人不出席或者中途退出。"
    served = summons_served_on(case, row)
    if served is not None and local_day(row.begins_at) >= earliest_hearing(case, served):
        return None
    return "听证通知书没有在法定期限前送达，当事人没有到场的，不能视为放弃听证。请延期后重新通知。"


@before("penalty.hold_hearing", cites="penalty-law-64.2", mend="penalty.serve")
def summons_was_served(case: Case, *, actor: User, at: datetime) -> str | None:
    row = hearing_at(case, Status.ARRANGED)
    if row is None or summons_served_on(case, row):
        return None
    return "听证通知书尚未送达当事人，不能举行听证。"


@before("penalty.hold_hearing", cites=("penalty-law-64.2", "cq-hearing-notice"), mend="penalty.postpone_hearing")
def notice_left_its_days_clear(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    row = hearing_at(case, Status.ARRANGED)
    served = summons_served_on(case, row) if row else None
    if served is None:
        return None
    first, on = earliest_hearing(case, served), local_day(given["from_at"])
    if on >= first:
        return None
    return f"听证通知书{served}送达，距听证不满{clear_workdays(served).text}，最早{first}举行。请延期后重新通知。"


@before("penalty.hold_hearing", cites="penalty-law-64.2", mend="penalty.postpone_hearing")
def hearing_keeps_the_day_that_was_told(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    row = hearing_at(case, Status.ARRANGED)
    if row is None or local_day(given["from_at"]) == local_day(row.begins_at):
        return None
    return f"通知当事人的听证日期是{local_day(row.begins_at)}，与开始时间不在同一日。改期的请延期后重新通知。"


def _staff(row: Hearing) -> list[int]:
    return [row.chair_id, row.recorder_id, *(one["id"] for one in row.members)]


@before("penalty.hold_hearing", cites=("penalty-law-43.3", "penalty-law-64.4"), mend="penalty.decide_recusal")
def recusals_of_the_staff_are_decided(case: Case, *, actor: User, at: datetime) -> str | None:
    row = hearing_at(case, Status.ARRANGED)
    if row is None:
        return None
    waiting = Recusal.objects.filter(matter_id=case.pk, person__in=_staff(row), granted__isnull=True).select_related("person").first()
    return f"{waiting.person.name}的回避申请还没有决定，不能举行听证。" if waiting else None


@before("penalty.hold_hearing", cites=("penalty-law-43", "penalty-law-64.4"), mend="penalty.postpone_hearing")
def nobody_recused_sits(case: Case, *, actor: User, at: datetime) -> str | None:
    row = hearing_at(case, Status.ARRANGED)
    names = _recused(case, _staff(row)) if row else []
    return f"{'、'.join(names)}已被决定回避，不能担任听证人员。请延期后重新指定。" if names else None


@before("penalty.hold_hearing", cites="penalty-law-64.4")
def rights_were_told_at_the_hearing(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return None if given["told_rights"] else "主持人应当告知当事人听证的权利义务，并询问是否申请回避。请核对并勾选。"


@before("penalty.hold_hearing", cites="penalty-law-64.6", mend="penalty.end_hearing")
def party_or_agent_is_there(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if any(row["role"] in FOR_THE_PARTY for row in given["attendants"]):
        return None
    return "参加人中没有当事人或者其代理人。无正当理由不出席的，视为放弃听证，应当终止听证；有正当理由的，请延期。"


@before("penalty.hold_hearing", cites="penalty-law-64.5")
def agents_are_not_too_many(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _too_many(sum(row["role"] == "委托代理人" for row in given["attendants"]), local_day(at))


# 报告


@before("penalty.report_hearing", cites="penalty-law-65", mend="penalty.hold_hearing")
def hearing_was_held(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if hearing_at(case, Status.HELD) else "没有已经举行、等待报告的听证。"


@before("penalty.report_hearing", cites="penalty-law-45.2")
def advice_is_not_heavier_than_told(case: Case, *, actor: User, at: datetime, given: dict[str, Any]) -> str | None:
    why = heavier(given["penalties"], case.told_penalties) if given["penalties"] else None
    return f"建议的处罚比告知的重：{why}。不得因当事人申辩给予更重的处罚。" if why else None
