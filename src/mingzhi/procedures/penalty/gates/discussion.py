"""Before and after a collective discussion: enough heads who speak, nobody with a part in the case, and a decision as was concluded."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.organs import HEADS
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of
from mingzhi.law.provisions import provision

from ..discussing import last_discussion, outrun, to_be_discussed_because
from ..models import Case, Discussion, Hearing, Recusal
from ..severity import heavier, in_words, plain
from ..stages import Stage

Result, Attendance, Position = Discussion.Result, Discussion.Attendance, Discussion.Position
_CITED = ("penalty-law-57.2", "review-5-collective")


# 谁来讨论


def _present(given: dict) -> list[dict[str, Any]]:
    return [row for row in given["members"] if row["attendance"] == Attendance.PRESENT]


def _named(rows: list[dict[str, Any]], ids: set[int]) -> str:
    return "、".join(row["name"] for row in rows if row["id"] in ids)


@before("penalty.discuss", cites=("penalty-law-57.2", "town-discussion"), family=True)
def enough_heads_are_present(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    least, there = provision("town-discussion").number("heads", local_day(at)), _present(given)
    if len(there) >= least:
        return None
    return f"集体讨论至少要有{least}名负责人出席，现在只有{len(there)}名。请另行安排讨论。"


@before("penalty.discuss", cites=("penalty-law-57.2", "town-discussion"), family=True)
def everybody_present_speaks(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    silent = "、".join(row["name"] for row in _present(given) if not row["opinion"])
    return f"没有记下{silent}的意见。出席的负责人应当各自发表意见。" if silent else None


@before("penalty.discuss", cites=("penalty-law-57.2", "town-discussion"), family=True)
def most_agree_to_the_conclusion(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    there = _present(given)
    agreed = [row for row in there if row["position"] == Position.AGREE]
    if 2 * len(agreed) > len(there):
        return None
    return f"出席{len(there)}人，同意结论的只有{len(agreed)}人，没有过半数。请继续讨论，或者按多数意见写明结论。"


@before("penalty.discuss", cites=("penalty-law-57.2", "posts-2"), family=True)
def only_heads_decide(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    on = local_day(at)
    people = User.objects.filter(pk__in=[row["id"] for row in given["members"] if row["id"]])
    others = "、".join(one.name for one in people.order_by("id") if not posts_of(one, on) & set(HEADS))
    return f"{others}不是本机关负责人，不参加表决。请列入列席人员。" if others else None


@before("penalty.discuss", cites=("penalty-law-57.2", "town-separation"), family=True)
def chair_is_one_of_them(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["chair"].pk in {row["id"] for row in _present(given)}:
        return None
    return f"主持人{given['chair'].name}没有列为出席的负责人。集体讨论由出席的负责人主持。"


@before("penalty.discuss", cites=("town-separation", "penalty-law-64.4"), family=True)
def handlers_and_hearing_chairs_have_no_vote(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    chaired = Hearing.objects.filter(matter_id=case.pk, chair__isnull=False).exclude(status=Hearing.Status.ENDED)
    kept_out = set(handler_ids(case)) | set(chaired.values_list("chair_id", flat=True))
    names = _named(given["members"], kept_out)
    return f"{names}是本件的承办人或者听证主持人，可以列席汇报，没有表决权。请列入列席人员。" if names else None


@before("penalty.discuss", cites=("personnel-25", "penalty-law-43", "posts-6.6"), family=True)
def recused_do_not_take_part(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    rows = Recusal.objects.filter(matter_id=case.pk, granted=True).values_list("person_id", "person__name").distinct()
    recused = dict(rows)
    members = {row["name"] for row in _present(given) if row["id"] in recused}
    beside = {row["name"] for row in given["attendants"]} & set(recused.values())
    names = "、".join(sorted(members | beside))
    return f"{names}在本件中已被决定回避，不得参与讨论。列为成员的，出席情况写“回避”；列席的，请换人汇报。" if names else None


# 讨论什么


@before("penalty.discuss", cites=("penalty-law-57.2", "penalty-law-45"), mend="penalty.propose_decision")
def party_was_heard_before_a_penalty_is_discussed(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if case.stage == Stage.DECISION or given["result"] != Result.PUNISH:
        return None
    return "还没有提请作出处罚决定。告知当事人、听取陈述申辩并提请之后，再由负责人集体讨论给予什么处罚。"


@before("penalty.discuss", cites="penalty-law-45.2", mend="penalty.return_decision")
def conclusion_is_not_heavier_than_told(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    why = heavier(given["penalties"], case.told_penalties) if given["penalties"] and case.told_penalties else None
    return f"比告知的处罚重：{why}。不得因陈述、申辩给予更重的处罚；有新的事实的，请退回后重新告知。" if why else None


# 决定


@before("penalty.decide", "penalty.not_punish", cites=_CITED, mend="penalty.discuss")
def case_was_discussed(case: Case, *, actor: User, at: datetime) -> str | None:
    why = to_be_discussed_because(case, local_day(at))
    if not why:
        return None
    row = last_discussion(case)
    if row is None:
        return f"情节复杂、重大违法行为或者重大执法决定（{why}），应当由负责人集体讨论决定。请先集体讨论。"
    later = "；".join(outrun(case, row))
    return f"集体讨论之后情况有变：{later}。请重新集体讨论。" if later else None


@before("penalty.decide", cites=_CITED, mend="penalty.return_decision")
def discussion_came_to_a_penalty(case: Case, *, actor: User, at: datetime) -> str | None:
    row = _holding(case)
    if row is None or row.result == Result.PUNISH:
        return None
    return f"集体讨论的结论是{row.get_result_display()}，不得作出处罚决定。请按讨论结论办理，或者重新集体讨论。"


@before("penalty.decide", cites=_CITED, mend="penalty.discuss")
def decision_is_what_was_concluded(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    row = _holding(case)
    if row is None or row.result != Result.PUNISH or plain(given["penalties"]) == row.penalties:
        return None
    return f"集体讨论决定{in_words(row.penalties)}，与现在的决定（{in_words(given['penalties'])}）不一致。请按讨论结论作出决定。"


@before("penalty.not_punish", cites=_CITED, mend="penalty.discuss")
def discussion_came_to_no_penalty(case: Case, *, actor: User, at: datetime) -> str | None:
    row = _holding(case)
    if row is None or row.result == Result.NOT_PUNISH:
        return None
    return f"集体讨论的结论是{row.get_result_display()}，不能不予处罚。请按讨论结论办理，或者重新集体讨论。"


def _holding(case: Case) -> Discussion | None:
    """The latest discussion, unless something changed since: then it binds nobody, and where one is needed another gate asks for it."""
    row = last_discussion(case)
    return row if row is not None and not outrun(case, row) else None
