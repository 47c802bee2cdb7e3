"""D05, D06, D07, D09 and D34: records of what was seen and said, and notices to those who know or hold something."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.law.identifiers import citizen_number

from ..forms.acts import attire_words, signed
from ..models import Case, Party, Questioning
from ..procedure import penalty
from ..summary import summary
from .evidence import citing, lines
from .heading import contact, heading, moment, officers, parties, signed_on


def _span(given: dict[str, Any]) -> dict[str, Any]:
    """Beginning, end, place, officers with the certificates of that day, recorder."""
    return {
        "started_at": moment(given["from_at"]),
        "ended_at": moment(given["until_at"]),
        "place": given["place"],
        "recorder": given["recorder"],
        "officers": officers(given["officers"], local_day(given["from_at"])),
    } | signed_on(given["until_at"])


def _introduction(case: Case, given: dict[str, Any]) -> str:
    """Who stands there, with which certificates."""
    people = officers(given["officers"], local_day(given["from_at"]))
    named = "、".join(f"{one['name']}（执法证号{one['certificate']}）" for one in people)
    return f"我们是{case.power.issuer}的执法人员{named}，现向您出示行政执法证件，请核对。"


@penalty.paper("D05")
def inspection_record(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    absent = given["party_absent"]
    recorded = "本次检查同步音像记录。" if given["told_recording"] else ""
    rights = "您应当协助检查，如实说明情况；您有权申请执法人员回避，有权陈述和申辩。"
    return (
        heading(case, at)
        | parties(case)
        | _span(given)
        | {
            "form": given["form"],
            "person_in_charge": given["person_in_charge"],
            "witness": given["witness"],
            "attire": attire_words(given),
            "rights_told": f"{_introduction(case, given)}{rights}{recorded}",
            "rights_answer": given["rights_answer"] or f"当事人不在场，见证人{given['witness']}已查看证件。",
            "situation": given["findings"],
            "measures": given["measures"],
            "party_opinion": given["party_opinion"] if not absent else given["party_opinion"] or "当事人不在场。",
            "signatures": signed(given, party="party_signature"),
        }
    )


@penalty.paper("D06")
def summons(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return (
        heading(case, at)
        | contact(case, at)
        | {
            "addressee": given["addressee"],
            "appear_at": moment(given["appear_at"]),
            "place": given["place"],
            "materials": lines(given["materials"]),
            "basis": citing("penalty-law-55.2"),
            "officers": officers(given["officers"], local_day(at)),
        }
    )


@penalty.paper("D07")
def questioning_record(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    facts = citizen_number(given["person_identifier"]).facts
    times = Questioning.objects.filter(matter_id=case.pk, person_identifier=given["person_identifier"]).count()
    return (
        heading(case, at)
        | _span(given)
        | {
            "times": times,
            "asked": {
                "name": given["person_name"],
                "gender": (Party.Gender.MALE if facts["male"] else Party.Gender.FEMALE).value,
                "birth_on": str(facts["birth_on"]),
                "id_number": given["person_identifier"],
                "address": given["person_address"],
                "phone": given["person_phone"],
                "employer": given["person_employer"],
                "title": given["person_title"],
                "relation": given["relation"],
            },
            "card_shown": _introduction(case, given),
            "card_answer": "看清楚了。",
            "rights_told": "您应当如实回答询问；您有权申请执法人员回避，有权陈述和申辩，有权核对笔录并要求补充、更正。您听清楚了吗？是否申请回避？",
            "rights_answer": given["rights_answer"],
            "questions": given["answers"],
            "confirmation": given["confirmation"],
            "signatures": signed(given, asked="asked_signature"),
        }
    )


@penalty.paper("D09")
def evidence_notice(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    return (
        heading(case, at)
        | contact(case, at)
        | {
            "addressee": given["addressee"],
            "basis": citing("penalty-law-54", "penalty-law-55.2"),
            "items": given["items"],
            "until_on": given["until_on"].isoformat(),
            "place": given["place"],
            "officers": officers(given["officers"], local_day(at)),
        }
    )


@penalty.paper("D34")
@summary.paper("D34")
def address_confirmation(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    electronic = {given["electronic_kind"]: given["electronic_address"]} if given["electronic"] else {}
    return (
        heading(case, at)
        | parties(case)
        | {
            "told": "请提供准确的送达地址。地址不准确、变更后不告知或者拒绝签收，致使文书不能送达的，由您自行承担后果。",
            "post_address": given["address"],
            "post_recipient": given["receiver"],
            "post_phone": given["phone"],
            "electronic": given["electronic"],
            "change_told": "送达地址或者方式有变更的，请及时书面告知本机关。",
            "officers": officers(given["officers"], local_day(at)),
            "signatures": signed(given, party="party_signature"),
        }
        | signed_on(at)
        | electronic
    )
