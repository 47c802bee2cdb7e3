"""Before a seizure ends: lifted on a ground that is true, everything given back, confiscated or handed over only as the case went."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.families import about
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.gates.performance import confiscates
from mingzhi.procedures.penalty.models import Case
from mingzhi.procedures.penalty.serving import unserved

from ..holdings import left
from ..models import Seizure
from .keeping import term_is_over


@before("seizure.release", cites="compulsion-law-28")
def ground_is_true(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["ground"] == Seizure.Ground.EXPIRED and not term_is_over(seizure, at):
        return "查封、扣押期限还没有届满，不能以期限届满解除。请选择其他情形。"
    if given["ground"] == Seizure.Ground.DECIDED and seizure.case.decided_on is None:
        return "案件还没有作出处理决定，不能以已经作出处理决定解除。请选择其他情形。"
    return None


@before("seizure.hand_back", cites="compulsion-law-28")
def everything_goes_back(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    held, returned = Counter(row["name"] for row in left(seizure)), Counter(row["name"] for row in given["returned"])
    if held == returned:
        return None
    missing = f"没有退还{'、'.join(sorted(held - returned))}" if held - returned else ""
    more = f"清单中没有{'、'.join(sorted(returned - held))}" if returned - held else ""
    return f"退还与清单不一致：{'；'.join(filter(None, (missing, more)))}。请逐项核对后再登记。"


@before("seizure.hand_back", cites=("compulsion-law-28", "civil-procedure-87"), mend="seizure.serve")
def party_has_the_release(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    return "解除决定书还没有送达当事人。请先送达，再登记退还。" if unserved(seizure).filter(code="D19b").exists() else None


@before("seizure.confiscate", cites="compulsion-law-27", mend="penalty.decide")
def decision_confiscates(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    if confiscates(seizure.case):
        return None
    return "案件没有作出没收的决定，不能转为没收。没有依法没收的，应当解除。"


@before("seizure.hand_over", cites="compulsion-law-21", mend="penalty.ask_transfer")
def case_is_handed_over(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    if seizure.case.outcome in (Case.Outcome.TRANSFERRED, Case.Outcome.TO_POLICE) or about(seizure.case, "crime"):
        return None
    return "案件没有移送。查封、扣押的财物随案件一并移送，请先办理移送。"


@before("seizure.hand_over", cites="compulsion-law-21")
def party_was_told_in_writing(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    return None if given["told_how"].strip() else "财物移送应当书面告知当事人。请写明告知的方式和日期。"
