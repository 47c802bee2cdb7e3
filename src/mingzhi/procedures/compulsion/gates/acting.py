"""On the spot: after the approval and within it, card shown, rights told, heard, papers handed over, all of it recorded."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from mingzhi.core.engine import before
from mingzhi.core.engine.models import Deadline
from mingzhi.core.organs.models import User

from ..models import Seizure

_ACTS = ("seizure.seize", "seizure.seize_at_once")


@before("seizure.seize", cites="compulsion-law-18")
def approval_came_first(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["from_at"] >= seizure.approved_at:
        return None
    return (
        f"实施时间早于负责人批准的时间（{timezone.localtime(seizure.approved_at):%Y-%m-%d %H:%M}）。"
        "应当先批准后实施；情况紧急已经当场实施的，请按紧急情况办理。"
    )


@before("seizure.seize", cites=("compulsion-law-18", "compulsion-law-23"))
def nothing_beyond_the_approval(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    approved = {(row["name"], row.get("mark", "")) for row in seizure.goods}
    beyond = [row["name"] for row in given["goods"] if not {(row["name"], row["mark"]), (row["name"], "")} & approved]
    return f"{'、'.join(beyond)}不在批准的清单之内，不得查封、扣押。需要增加的，请另行申请批准。" if beyond else None


@before(*_ACTS, cites="compulsion-law-18")
def card_was_shown(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    return None if given["showed_card"] else "没有确认已出示执法身份证件。请先出示证件，再如实勾选。"


@before(*_ACTS, cites="compulsion-law-18")
def rights_were_told(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["told_rights"]:
        return None
    return "没有确认已当场告知采取强制措施的理由、依据以及依法享有的权利、救济途径。请先告知，再如实勾选。"


@before(*_ACTS, cites="compulsion-law-18")
def party_was_heard(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["heard"] or given["party_absent"]:
        return None
    return "没有确认已听取当事人的陈述和申辩。请先听取，再如实勾选。"


@before(*_ACTS, cites="compulsion-law-24")
def papers_were_handed_over(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["handed_over"]:
        return None
    return "没有确认决定书和清单已当场交付。查封、扣押应当制作并当场交付决定书和清单，请交付后如实勾选。"


@before(*_ACTS, cites="recording-13-full")
def all_of_it_was_recorded(seizure: Seizure, *, actor: User, at: datetime, given: dict) -> str | None:
    """Words of the officer stand for the clip itself, which this gate will look for once footage is kept with the matter."""
    if given["recording"].strip():
        return None
    return "查封、扣押必须全程音像记录，没有记录的不得进入下一环节。请填写设备编号和记录编号。"


@before("seizure.approve_afterwards", cites="compulsion-law-19", mend="seizure.refuse_afterwards")
def approval_comes_within_its_hours(seizure: Seizure, *, actor: User, at: datetime) -> str | None:
    running = Deadline.objects.filter(
        matter_id=seizure.pk, provision="compulsion-law-19", met_at__isnull=True, lifted_at__isnull=True
    ).last()
    if running is None or at <= running.due_at:
        return None
    return f"补办批准手续的期限已于{timezone.localtime(running.due_at):%Y-%m-%d %H:%M}届满，不能再补办批准。请立即解除。"
