"""What makes a decision major: the union of 审核制度 2 and 行政处罚法 58, each trigger with its article. READ FIRST.

Every reason found here is automatic: nobody can take it away. An officer may add one of their own (`Case.needs_review`).
How each line of law.md §2.6 is read is settled in docs/decisions/0027.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzhi.law.fines import PenaltyKind
from mingzhi.law.provisions import Provision, cited
from mingzhi.procedures.penalty.discussing import MAJOR_FACTS
from mingzhi.procedures.penalty.gates.notice import hearing_reason
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.penalty.queries import heard_in_hearing
from mingzhi.procedures.penalty.severity import kinds_of


@dataclass(frozen=True)
class Reason:
    """Why a decision is major. `automatic`: the program found it, so that nobody may remove it."""

    sentence: str
    provision: Provision
    automatic: bool = True


Rows = Iterable[dict[str, Any]]
Trigger = Callable[[Case, Rows, date], str | None]
_TRIGGERS: list[tuple[Provision, Trigger]] = []


def trigger(provision_id: str) -> Callable[[Trigger], Trigger]:
    """Declare a reason by which a case may be major, with the provision it rests on."""

    def keep(function: Trigger) -> Trigger:
        _TRIGGERS.append((cited(provision_id)[0], function))
        return function

    return keep


#: Whatever the amount, these reach into what a party lives from or owns (law.md §2.6: 没收、吊证、停产、限业).
_WEIGHTY = frozenset(
    {
        PenaltyKind.CONFISCATION,
        PenaltyKind.LOWER_GRADE,
        PenaltyKind.REVOKE_LICENCE,
        PenaltyKind.RESTRICT_BUSINESS,
        PenaltyKind.STOP_BUSINESS,
        PenaltyKind.CLOSE_BUSINESS,
        PenaltyKind.RESTRICT_EMPLOYMENT,
    }
)
#: Demolition by the organ. An order that the party itself demolishes within a time is not yet that.
_DEMOLISHED = re.compile(r"强制拆除|强行拆除|代为拆除")

#: Facts the report ticks that stand in 审核制度 2 alone; the others stand in 行政处罚法 58 too.
_OF_THE_REGULATION_ALONE = frozenset({"social_risk", "weighty_interest"})


@trigger("penalty-law-58")
def heard(case: Case, rows: Rows, on: date) -> str | None:
    """审核制度 2(四), 行政处罚法 58: a heard case is major."""
    return "经过听证程序" if heard_in_hearing(case) else None


@trigger("cq-hearing-threshold")
def carries_the_right_to_a_hearing(case: Case, rows: Rows, on: date) -> str | None:
    """A fine or confiscation from the threshold on, or a kind that is heard whatever the amount."""
    why = hearing_reason(case, rows, on)
    return f"直接关系当事人重大权益：{why}" if why else None


@trigger("review-2")
def takes_away_what_a_party_lives_from(case: Case, rows: Rows, on: date) -> str | None:
    found = [kind.title for kind in dict.fromkeys(kinds_of(rows)) if kind in _WEIGHTY]
    return f"直接关系当事人重大权益：拟{'、'.join(found)}" if found else None


@trigger("review-2")
def demolishes_by_force(case: Case, rows: Rows, on: date) -> str | None:
    if any(_DEMOLISHED.search(row["content"]) for row in rows):
        return "直接关系当事人重大权益：拟强制拆除"
    return None


@trigger("penalty-law-58")
def breaks_several_laws(case: Case, rows: Rows, on: date) -> str | None:
    """One act under several powers is several legal relations."""
    return f"涉及多个法律关系：同一行为还违反{len(case.also_violated)}项规定" if case.also_violated else None


def _ticked(name: str, words: str) -> None:
    @trigger("review-2" if name in _OF_THE_REGULATION_ALONE else "penalty-law-58")
    def ticked(case: Case, rows: Rows, on: date) -> str | None:
        return words if name in case.major_facts else None


for _name, _words in MAJOR_FACTS.items():
    _ticked(_name, _words)


def major_reasons(case: Case, on: date, rows: Rows | None = None) -> list[Reason]:
    """Every reason for which a decision in this case is major; none: it needs no review. `rows`: penalties other than those proposed."""
    rows = list(case.proposed_penalties if rows is None else rows)
    found = [Reason(sentence, row) for row, function in _TRIGGERS if (sentence := function(case, rows, on))]
    if case.needs_review:
        found.append(Reason(case.needs_review, cited("review-2")[0], automatic=False))
    return found


def in_words(reasons: Iterable[Reason]) -> str:
    """“经过听证程序；涉及重大公共利益”, each once."""
    return "；".join(dict.fromkeys(reason.sentence.rstrip("。") for reason in reasons))
