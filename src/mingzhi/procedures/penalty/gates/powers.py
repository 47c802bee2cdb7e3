"""Whose power it is and where it may be used: entrusted or granted with its papers, remedies known, a bank for the fine, inside the town."""

from __future__ import annotations

import re
from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import Authority, User
from mingzhi.law.fines import PenaltyKind
from mingzhi.law.provisions import provision

from ..models import Case, Power
from ..severity import total

_ENTRUSTED = ("penalty-law-20", "penalty-law-20.4", "personnel-19-list")
_GRANTED = ("penalty-law-24", "penalty-law-23")
#: The number of an order by which officers are sent beyond their own town.
_ORDER = re.compile(r"〔\d{4}〕\s*\d+\s*号")


def _entrustment_lacks(power: Power) -> str | None:
    if power.kind != Power.Kind.ENTRUSTED:
        return None
    lacking = [
        name
        for name, there in (
            ("委托机关", power.entrusting_organ),
            ("委托机关代字（文书以委托机关名义编号）", power.entrusting_word),
            ("委托协议备案号", power.entrustment_number),
        )
        if not there
    ]
    return f"“{power.name}”是委托事项，执法事项清单中没有{'、'.join(lacking)}，不能以委托机关名义实施。请先补齐清单。" if lacking else None


def _grant_lacks(power: Power) -> str | None:
    if power.kind != Power.Kind.GRANTED or power.source.strip():
        return None
    return f"“{power.name}”是赋权事项，执法事项清单中没有写明据以交由乡镇行使的省级决定和公布文件，不能据此立案。请先补齐清单。"


@before("penalty.propose", "penalty.revise", "summary.punish", cites=_ENTRUSTED)
def entrusted_power_has_its_agreement(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _entrustment_lacks(given["power"])


@before("penalty.approve_filing", cites=_ENTRUSTED, mend="penalty.return_filing")
def entrustment_is_on_the_list_at_filing(case: Case, *, actor: User, at: datetime) -> str | None:
    return _entrustment_lacks(case.power)


@before("penalty.propose", "penalty.revise", "summary.punish", cites=_GRANTED)
def granted_power_names_its_decision(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _grant_lacks(given["power"])


@before("penalty.approve_filing", cites=_GRANTED, mend="penalty.return_filing")
def grant_is_on_the_list_at_filing(case: Case, *, actor: User, at: datetime) -> str | None:
    return _grant_lacks(case.power)


def _untold(power: Power, at: datetime) -> str | None:
    lacking = [name for name, there in (("行政复议机关", power.review_organ), ("行政诉讼管辖法院", power.court)) if not there]
    if not lacking:
        return None
    longest = provision("litigation-interpretation-64").period(local_day(at)).text
    return (
        f"没有登记{power.issuer}的{'、'.join(lacking)}，决定书无法告知救济途径；没有告知起诉期限的，当事人可以起诉的期限最长为 {longest}。"
        "请先在机关信息或者执法事项清单中补齐。"
    )


_REMEDIES = ("reconsideration-law-24", "litigation-interpretation-64", "reconsideration-law-20-untold")


@before("penalty.decide", "penalty.not_punish", cites=("penalty-law-59", *_REMEDIES))
def remedies_are_known(case: Case, *, actor: User, at: datetime) -> str | None:
    return _untold(case.power, at)


@before("summary.punish", cites=("penalty-law-52.2", *_REMEDIES))
def remedies_of_the_spot_are_known(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _untold(given["power"], at)


_NO_BANK = (
    "处以罚款，决定书必须写明代收机构的名称和地址，本机关还没有登记代收罚款的机构。请先在机关信息中登记；没有代收机构的，不得作出罚款决定。"
)


@before("penalty.decide", cites=("fine-collection-7", "penalty-law-67.1"))
def fine_has_its_bank(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _NO_BANK if total(given["penalties"], PenaltyKind.FINE) and not case.authority.fine_bank else None


@before("summary.punish", cites=("fine-collection-7", "penalty-law-67.1"))
def fine_of_the_spot_has_its_bank(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    """A fine taken on the spot goes to the bank through the organ, so that it needs none here."""
    return _NO_BANK if given["fine_yuan"] and not given["collect_ground"] and not actor.authority.fine_bank else None


@before("penalty.inspect", "summary.punish", cites="personnel-8")
def card_is_used_inside_the_town(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    """Places are words: one that names another town and not one's own is outside, unless it names the order to go there."""
    own, place = actor.authority, given["place"]
    if own.place in place or _ORDER.search(place):
        return None
    others = Authority.objects.filter(parent_id=own.parent_id, kind=own.kind).exclude(pk=own.pk).values_list("place", flat=True)
    beyond = next((name for name in others if name in place), None)
    if beyond is None:
        return None
    return f"“{place}”在{beyond}，不在{own.place}辖区。执法证件仅限在本辖区执行公务使用；经调度跨区域执法的，请在地点后写明调度文号。"
