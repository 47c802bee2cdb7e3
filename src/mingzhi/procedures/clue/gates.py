"""Facts that must hold before actions of a clue."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.places import last_done
from mingzhi.core.organs.models import User

from .models import Clue, Informant


@before("clue.send_to_filing", "clue.dismiss", cites="penalty-law-54")
def captain_did_not_verify_it_alone(clue: Clue, *, actor: User, at: datetime) -> str | None:
    handlers = set(clue.handlers.filter(until_at__isnull=True).values_list("person_id", flat=True))
    return "这条线索由您自己核查，不能再由您决定如何处理。请由其他负责人决定。" if handlers == {actor.pk} else None


@before("clue.transfer", cites="town-separation")
def nobody_decides_on_the_transfer_they_proposed(clue: Clue, *, actor: User, at: datetime) -> str | None:
    proposed = last_done(clue, "verify")
    if proposed is None or proposed.actor_id != actor.pk:
        return None
    return "这条线索的核查和处理意见是您写的，移送不能再由您审批。请由其他负责人决定。"


@before("clue.answer_informant", "clue.read_informant", cites="complaint-8")
def somebody_reported_it(clue: Clue, *, actor: User, at: datetime) -> str | None:
    return None if Informant.objects.filter(matter_id=clue.pk).exists() else "这条线索没有登记举报人。"


@before("clue.dismiss", "clue.record_receipt", cites="penalty-law-54.2", mend="clue.answer_informant")
def informant_who_asked_was_answered(clue: Clue, *, actor: User, at: datetime) -> str | None:
    waiting = Informant.objects.filter(matter_id=clue.pk, wants_answer=True, answered_at__isnull=True).exists()
    return "举报人要求答复，尚未答复。请先把处理结果告知举报人。" if waiting else None
