"""Before inspections and questionings: card shown, rights told, nobody questioned twice at once, nothing before its time."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from mingzhi.core.engine import before
from mingzhi.core.organs.models import User

from .. import approving
from ..models import Case, Presence, Questioning


@before("penalty.inspect", "penalty.question", cites=("penalty-law-55", "recording-7.1", "personnel-23", "disclosure-6.1"))
def card_was_shown(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["showed_card"]:
        return None
    return "没有确认已主动出示行政执法证件；不出示的，当事人有权拒绝调查或者检查。请先出示证件，再如实勾选。"


@before("penalty.inspect", "summary.punish", cites="disclosure-6.1")
def attire_is_on_record(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    """Whoever came out of uniform says so and why: the article asks for a true record, not for the act to be undone."""
    if given["attire"]:
        return None
    return "没有记明执法人员是否按规定着装、佩戴执法标识。请如实选择；尚未配置统一服装、标识的，选择尚未配置。"


@before("penalty.inspect", "penalty.question", cites=("penalty-law-7", "recording-7.7", "personnel-23"))
def rights_were_told(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return None if given["told_rights"] else "没有确认已告知当事人申请回避、陈述申辩等权利。请先告知，再如实勾选。"


def _filed_at(case: Case) -> datetime | None:
    filing = approving.granted(case, "filing")
    return filing.decided_at if filing else None


@before("penalty.inspect", cites="penalty-law-54.2")
def inspection_before_filing_led_to_it(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    filed_at = _filed_at(case)
    if filed_at is None or given["led_to_filing"] or given["from_at"] >= filed_at:
        return None
    return (
        f"检查开始于{timezone.localtime(given['from_at']):%Y-%m-%d %H:%M}，早于立案（{timezone.localtime(filed_at):%Y-%m-%d %H:%M}）。"
        "本案由这次检查发现的，请勾选“本次检查在立案前进行”；否则请核对时间。"
    )


@before("penalty.question", cites="penalty-law-54.2")
def questioning_follows_the_filing(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    filed_at = _filed_at(case)
    if filed_at is None or given["from_at"] >= filed_at:
        return None
    return (
        f"询问开始于{timezone.localtime(given['from_at']):%Y-%m-%d %H:%M}，早于立案（{timezone.localtime(filed_at):%Y-%m-%d %H:%M}）。"
        "请核对时间；立案前取得的陈述，请作为证据登记。"
    )


@before("penalty.question", cites=("penalty-law-55.2", "recording-7.2"))
def person_is_questioned_once_at_a_time(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    clash = Questioning.objects.filter(
        matter__authority_id=case.authority_id,
        person_identifier=given["person_identifier"],
        from_at__lt=given["until_at"],
        until_at__gt=given["from_at"],
    ).first()
    if clash is None:
        return None
    span = f"{timezone.localtime(clash.from_at):%Y-%m-%d %H:%M}至{timezone.localtime(clash.until_at):%H:%M}"
    return f"{clash.person_name}在{span}已有一份询问笔录（{clash.place}），同一人不能同时接受两次询问。请核对起止时间。"


@before("penalty.*", cites="town-one-place")
def officers_act_in_one_case_at_a_time(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    """Acts of one moment may fall into an inspection of the same case, never into a stay for another."""
    officers, moment = given.get("officers"), given.get("acted_at")
    if not (officers and moment):
        return None
    stays = Presence.objects.filter(person__in=officers, from_at__lte=moment, until_at__gt=moment).exclude(matter_id=case.pk)
    clash = stays.select_related("person").first()
    if clash is None:
        return None
    return f"{clash.person.name}在这一时刻正在“{clash.place}”办理另一件案件的{clash.what}，不能同时在两处。请核对时间或执法人员。"


@before("penalty.confirm_address", "summary.confirm_address", cites="penalty-law-61.2")
def consent_to_electronic_service_is_signed(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if not given["electronic"] or given["party_signature"]["kind"] != "refused":
        return None
    return "当事人拒绝签名，不能视为同意电子送达。请取消“同意电子送达”，或者由当事人签名确认。"
