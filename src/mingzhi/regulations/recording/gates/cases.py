"""What a missing record stops in the case: the steps that build on it, never those by which the party gets its own back.

Serves recording-12-interrupt, recording-13-full, recording-13-should, recording-14 and recording-16; see docs/decisions/0083 and 0091.
"""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User
from mingzhi.procedures.compulsion.models import Seizure
from mingzhi.procedures.enforcement.models import Enforcement
from mingzhi.procedures.penalty.models import Case

from ..demands import case_lacks, execution_lacks, hearing_unrecorded, scene_unrecorded, seizure_lacks, service_unrecorded, unfinished
from ..stages import Stage

_FULL = "必须全程音像记录，没有记录的部分须说明并报分管负责人，否则不得进入下一环节。请在本案登记执法活动，并把记录核对完整。"
#: Before these, what was begun on camera has come to its end. A penalty on the spot is decided while the camera runs; its file waits.
_ENDING = ("penalty.report", "penalty.ask_closing", "summary.make_file")
_SHOULD = "应当根据实际情况进行音像记录。请登记执法活动；确实没有记录的，办理“登记未作音像记录”并写明原因。"


@before("seizure.ask_extension", "seizure.confiscate", cites="recording-13-full", mend="activity.arrive")
def taking_was_recorded_whole(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    words = seizure_lacks(seizure)
    return f"{seizure.get_measure_display()}{words}。{_FULL}" if words else None


@before("enforcement.conclude", cites="recording-13-full", mend="activity.arrive")
def force_was_recorded_whole(row: Enforcement, *, actor: User, at: datetime) -> str | None:
    words = execution_lacks(row)
    return f"{row.get_way_display()}{words}。{_FULL}" if words else None


@before(
    "penalty.report",
    "penalty.propose_decision",
    "penalty.ask_closing",
    "summary.make_file",
    cites="recording-13-full",
    mend="activity.arrive",
)
def what_must_be_whole_is_whole(case: Case, *, actor: User, at: datetime) -> str | None:
    words = case_lacks(case)
    return f"{words}。{_FULL}" if words else None


@before("penalty.report", cites="recording-13-should", mend="activity.not_recorded")
def scene_is_recorded_or_it_is_said_why_not(case: Case, *, actor: User, at: datetime) -> str | None:
    words = scene_unrecorded(case)
    return f"{words}没有音像记录，也没有说明原因。{_SHOULD}" if words else None


@before("penalty.propose_decision", "penalty.not_punish", "penalty.ask_closing", cites="recording-13-should", mend="activity.not_recorded")
def hearing_is_recorded_or_it_is_said_why_not(case: Case, *, actor: User, at: datetime) -> str | None:
    words = hearing_unrecorded(case)
    return f"{words}没有音像记录，也没有说明原因。{_SHOULD}" if words else None


@before("penalty.ask_closing", cites="recording-13-should", mend="activity.not_recorded")
def service_is_recorded_or_it_is_said_why_not(case: Case, *, actor: User, at: datetime) -> str | None:
    words = service_unrecorded(case)
    return f"{words}没有音像记录，也没有说明原因。{_SHOULD}" if words else None


@before(*_ENDING, cites=("recording-14", "recording-16"), mend="activity.examine")
def what_was_begun_is_stored_and_looked_at(case: Case, *, actor: User, at: datetime) -> str | None:
    """What must be whole is asked for above, under its own article."""
    row = unfinished(case, Stage.ON_SITE, Stage.ENDED, Stage.STORED)
    return f"{row.number}（{row.title}）的音像记录还在“{Stage(row.stage).label}”。请先存储资料并核对记录内容。" if row else None


@before(*_ENDING, cites=("recording-12-interrupt", "footage-11"), mend="activity.state")
def breaks_are_stated_and_reported(case: Case, *, actor: User, at: datetime) -> str | None:
    row = unfinished(case, Stage.EXPLAINING)
    if row is None:
        return None
    return f"{row.number}（{row.title}）的音像记录有中断，还没有由两名以上执法人员签字说明并报分管负责人。请先说明原因、出具情况说明，由分管负责人阅知。"
