"""Input of filing: the proposal of a case and the opinions on it."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, RowField, TextField
from mingzhi.core.engine.forms import ActionForm
from mingzhi.core.engine.viewing import visible
from mingzhi.procedures.clue.models import Clue

from ..models import Power
from .parties import AGENT_GROUP, PARTY_FIELDS, PARTY_GROUP, PartyForm
from .people import offer_officers, officers_field


class Propose(PartyForm):
    """What the filing sheet asks for (D02)."""

    past = ("discovered_on", "acted_from_on", "acted_until_on")
    groups = (
        ("来源", ("clue", "source", "discovered_on")),
        ("违法行为", ("power", "cause", "place", "acted_from_on", "acted_until_on", "facts", "endangers_life")),
        PARTY_GROUP,
        AGENT_GROUP,
        ("承办", ("officers", "opinion")),
    )

    clue = RowField(Clue.objects.none(), label="线索", required=False, by=("number",), help_text="经大队长同意提请立案的线索")
    power = RowField(Power.objects.none(), label="执法事项", by=("code", "name"))
    cause = forms.CharField(label="违法行为", max_length=150, help_text="案由中的违法行为，如“未取得乡村建设规划许可证建设”")
    source = forms.CharField(label="案件来源", max_length=200)
    place = forms.CharField(label="违法地点", max_length=200)
    acted_from_on = DayField(label="违法行为发生日")
    acted_until_on = DayField(label="违法行为终了日", required=False, help_text="仍在继续的留空")
    discovered_on = DayField(label="发现日期")
    endangers_life = forms.BooleanField(label="涉及公民生命健康安全、金融安全且有危害后果", required=False)
    facts = TextField(label="案情及立案理由")
    officers = officers_field("承办人")
    opinion = TextField(label="承办人意见", rows=2, help_text="写明涉嫌违反的条款")

    def prepare(self) -> None:
        on = local_day(self.at)
        self.fields["power"].queryset = Power.objects.filter(authority_id=self.actor.authority_id, scope=Power.Scope.PENALTY).filter(
            pk__in=_newest_versions(self.actor.authority_id, on)
        )
        self.fields["clue"].queryset = visible(Clue.objects.filter(stage="for_filing"), self.actor, on)
        offer_officers(self)

    def known(self) -> dict[str, Any]:
        known: dict[str, Any] = {"officers": [self.actor.pk], "discovered_on": local_day(self.at)}
        clue_id = (self.initial or {}).get("clue")
        if clue_id and (clue := self.fields["clue"].queryset.filter(pk=clue_id).first()):
            known |= {
                "source": clue.get_source_display(),
                "place": clue.place,
                "facts": clue.verification or clue.content,
                "discovered_on": local_day(clue.received_at),
                "party_name": clue.suspect,
            }
        return known

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("acted_from_on"), cleaned.get("acted_until_on")
        if first and last and last < first:
            self.add_error("acted_until_on", "终了日不能早于发生日。")
        return cleaned


def _newest_versions(authority_id: int, on: Any) -> list[int]:
    """One version of each power: that in force on the day, else the latest, so that the refusal can say where to hand it."""
    chosen: dict[str, Power] = {}
    for power in Power.objects.filter(authority_id=authority_id).order_by("valid_from"):
        kept = chosen.get(power.code)
        if kept is None or not kept.valid_on(on):
            chosen[power.code] = power
    return [power.pk for power in chosen.values()]


class Opinion(ActionForm):
    """An opinion on what was asked."""

    opinion = TextField(label="意见", rows=2)

    def known(self) -> dict[str, Any]:
        return {"opinion": "同意。"}


class Reasons(ActionForm):
    """Why something is sent back or refused."""

    reasons = TextField(label="理由", rows=3)


class Revise(Propose):
    """The proposal once more, after it was sent back; what was written is filled in."""

    clue = None  # type: ignore[assignment]

    def prepare(self) -> None:
        on = local_day(self.at)
        self.fields["power"].queryset = Power.objects.filter(pk__in=_newest_versions(self.actor.authority_id, on))
        offer_officers(self)

    def known(self) -> dict[str, Any]:
        case, party = self.matter, self.matter.penalty_partys.first()
        known = {name: getattr(case, name) for name in ("source", "place", "acted_from_on", "acted_until_on", "discovered_on", "facts")}
        known |= {"power": case.power_id, "cause": case.cause, "endangers_life": case.endangers_life}
        known["officers"] = list(case.handlers.filter(until_at__isnull=True).values_list("person_id", flat=True))
        return known | {f"party_{name}": getattr(party, name) for name in PARTY_FIELDS}
