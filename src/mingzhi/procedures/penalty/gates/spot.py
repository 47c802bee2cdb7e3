"""Before a penalty on the spot: what the summary procedure is allowed for, and what must be done before the paper changes hands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine import Already, before
from mingzhi.core.engine.days import local_day
from mingzhi.law.fines import PartyKind, may_collect_on_spot, may_use_summary, minor_status

from ..actions.spot import penalties_of
from ..models import Case, CorrectionOrder, Party, SpotCollection
from ..severity import below_range, beyond_power

_ELSE = "请改用普通程序，由执法人员提请立案。"


@before("summary.punish", cites=("penalty-law-51", "civil-code-1259"), mend="penalty.propose")
def kinds_and_amount_allow_the_summary_procedure(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    sentence = may_use_summary(given["penalty_kinds"], given["fine_yuan"], given["party_kind"], local_day(at))
    return f"{sentence}。{_ELSE}" if sentence else None


@before("summary.punish", cites=("penalty-law-4", "penalty-law-5", "penalty-law-9"))
def power_allows_the_penalty(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    power, kind, rows = given["power"], given["party_kind"], penalties_of(given)
    if sentence := beyond_power(rows, power, kind):
        return f"{sentence}处罚内容为：{power.sanction}。请改正。"
    if not given["lightened"] and (sentence := below_range(rows, power, kind)):
        return f"{sentence}减轻处罚须有法定情形，请改正数额，或者改用普通程序写明理由。"
    return None


@before("summary.punish", cites="penalty-law-30")
def age_allows_a_penalty(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    born = given.get("party_birth_on")
    if given["party_kind"] != PartyKind.CITIZEN or born is None:
        return None
    status = minor_status(born, given["acted_from_on"])
    if status == "exempt":
        return "当事人实施违法行为时不满十四周岁，不予处罚，责令监护人管教。请登记线索并记明教育情况。"
    if status == "lighter" and not given["lightened"]:
        return "当事人实施违法行为时不满十八周岁，应当从轻或者减轻处罚。请从轻、减轻后勾选，并在裁量说明中写明。"
    if status == "lighter" and not given.get("party_guardian"):
        return "当事人不满十八周岁，请填写监护人。"
    return None


@before("summary.punish", cites=("penalty-law-51", "penalty-law-40"))
def facts_are_clear(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    if not given["facts_clear"]:
        return f"当事人对主要事实有异议，或者事实尚不确凿，不能当场处罚。{_ELSE}"
    return None


@before("summary.punish", cites=("penalty-law-40", "penalty-law-46"))
def there_is_evidence(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    return None if given["evidence"] else f"没有证据，不能当场处罚。请登记照片、笔录等证据；证据不足的，{_ELSE[1:]}"


@before("summary.punish", cites=("penalty-law-52", "disclosure-6.1"))
def card_was_shown(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    return None if given["showed_card"] else "尚未向当事人出示执法证件。请出示后勾选。"


@before("summary.punish", cites=("penalty-law-44", "penalty-law-45", "penalty-law-62"))
def party_was_told_and_heard(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    if given["told_rights"]:
        return None
    return "尚未当场告知当事人拟处罚的内容、事实、理由、依据和陈述申辩权，不得作出处罚决定。请告知并听取意见后勾选。"


@before("summary.punish", cites="footage-8")
def party_was_told_of_the_recording(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    return None if given["told_recording"] else "尚未告知当事人正在进行音像记录。请告知后勾选。"


@before("summary.punish", cites="penalty-law-28")
def correction_is_ordered(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    return None if given["correction"].strip() else "处罚时应当责令当事人改正或者限期改正。请填写责令改正的内容。"


@before("summary.punish", cites="penalty-law-29")
def act_is_not_punished_already(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    if given["fine_yuan"] is None:
        return None
    same = Party.objects.filter(identifier=given["party_identifier"], matter__authority_id=actor.authority_id)
    twin = Case.objects.filter(
        pk__in=same.values("matter"), power__code=given["power"].code, acted_from_on=given["acted_from_on"], closed_at__isnull=False,
        fine_yuan__isnull=False,
    ).first()  # fmt: skip
    return f"同一当事人的同一违法行为已经罚款（{twin}），不得再次罚款。" if twin else None


@before("summary.punish", cites=("penalty-law-68", "penalty-law-69"))
def on_the_spot_collection_has_its_ground(case: Case, *, actor: Any, at: datetime, given: dict) -> str | None:
    ground, fine = given["collect_ground"], given["fine_yuan"]
    if not ground:
        return None
    if fine is None:
        return "没有罚款，不存在当场收缴。请不要选择当场收缴的情形。"
    return may_collect_on_spot(
        fine, local_day(at), hard_later=ground == SpotCollection.Ground.HARD_LATER, remote_and_asked=ground == SpotCollection.Ground.REMOTE
    )


@before("summary.recheck", cites="penalty-law-28")
def something_is_left_to_recheck(case: Case, *, actor: Any, at: datetime) -> str | None:
    if CorrectionOrder.objects.filter(matter_id=case.pk).exclude(corrected=True).exists():
        return None
    return Already("责令改正的内容都已核查改正，不必再核查。")
