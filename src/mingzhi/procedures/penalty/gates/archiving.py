"""Before a file goes into the archive: everything performed, a number of its own, checked by somebody who did not handle the case."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import Any

from mingzhi.core.engine import Already, before
from mingzhi.core.engine.models import Record
from mingzhi.core.engine.places import handler_ids

from .. import unperformed
from ..actions.archiving import file_is_made
from ..models import Case


@before("penalty.make_file", "summary.make_file", cites="archive-1.5")
def file_number_is_free(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    twin = Case.objects.filter(authority_id=case.authority_id, file_number=given["file_number"]).exclude(pk=case.pk).first()
    return f"案卷号 {given['file_number']} 已用于“{twin}”。请换一个顺序号。" if twin else None


@before("penalty.make_file", "summary.make_file", cites="archive-1.4")
def file_is_not_waiting_for_its_check(case: Case, *, actor: Any, at: datetime) -> str | None:
    return Already("案卷已经立好，正在等待档案管理员审核，不必重立。") if file_is_made(case) else None


@before("penalty.check_file", "penalty.return_file", cites="archive-1.2", mend="penalty.make_file")
@before("summary.check_file", "summary.return_file", cites="archive-1.2", mend="summary.make_file")
def file_was_made(case: Case, *, actor: Any, at: datetime) -> str | None:
    return None if file_is_made(case) else "承办人尚未立卷，或者案卷已退回、尚未重新立卷。"


@before("penalty.check_file", "penalty.return_file", "summary.check_file", "summary.return_file", cites=("archive-1.4", "town-separation"))
def file_is_checked_by_another(case: Case, *, actor: Any, at: datetime) -> str | None:
    if actor.pk in handler_ids(case):
        return "您是本件承办人，案卷须由指定的其他人审核签字。请由其他档案管理员办理。"
    return None


@before("penalty.check_file", "summary.check_file", cites=("recording-1", "recording-2", "penalty-law-47"))
def every_step_has_its_record(case: Case, *, actor: Any, at: datetime) -> str | None:
    """Each version of a case is one record of who did what when, and each record begins where the one before it ended."""
    rows = list(Record.objects.filter(matter_id=case.pk).order_by("version").values_list("version", "stage_from", "stage_to"))
    versions = [version for version, _, _ in rows]
    unbroken = all(first[2] == second[1] for first, second in pairwise(rows))
    if versions == list(range(1, case.version + 1)) and unbroken and rows[-1][2] == case.stage:
        return None
    return "本件的办理记录不连续：有环节没有记录，或者记录与现在的环节不符。全过程记录不全的不得归档，请由系统管理员核验台账。"


@before("summary.make_file", cites=("archive-3.1", "penalty-law-67"), mend="summary.pay")
def spot_fine_is_paid(case: Case, *, actor: Any, at: datetime) -> str | None:
    return unperformed.money(case, at)


@before("summary.make_file", cites=("compulsion-law-53", "penalty-law-72-execute"), mend="summary.pay")
def overdue_spot_fine_is_paid(case: Case, *, actor: Any, at: datetime) -> str | None:
    return unperformed.money_overdue(case, at)


@before("summary.make_file", cites=("penalty-law-71.1", "penalty-law-71.2", "fine-collection-4"), mend="summary.bank_in")
def collected_money_of_the_spot_is_banked(case: Case, *, actor: Any, at: datetime) -> str | None:
    return unperformed.cash(case)


@before("summary.make_file", cites="penalty-law-28", mend="summary.recheck")
def correction_of_the_spot_was_looked_at(case: Case, *, actor: Any, at: datetime) -> str | None:
    return unperformed.correction(case)
