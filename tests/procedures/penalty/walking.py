"""Walking matters through actions, legal and not: one attempt at a time, and after each everything that must hold is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.errors import ActionError
from mingzhi.core.engine.models import Matter, Record, RefusalNote, Series
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.procedure import ACTIONS, PROCEDURES, Action
from mingzhi.core.ledger import current_log, verify
from mingzhi.core.organs.models import User
from mingzhi.law.reviewing import Outcome
from mingzhi.procedures.penalty.discussing import last_discussion
from mingzhi.procedures.penalty.gates.notice import hearing_reason, unreviewed
from mingzhi.procedures.penalty.hearings import advised_penalties, hearing_of, right_told
from mingzhi.procedures.penalty.models import Case, Service
from mingzhi.procedures.penalty.severity import heavier
from mingzhi.regulations.recording.demands import covering, hearing_unrecorded, scene_unrecorded, service_unrecorded
from mingzhi.regulations.review.package import latest, overtaken, review_of
from mingzhi.regulations.review.triggers import major_reasons
from tests.cast import Town
from tests.procedures.house import INPUTS

from .raw_input import day, moment, team
from .trying import left_behind

#: Ways to spoil input.
CORRUPTIONS = ("none", "none", "missing", "one officer", "future", "amount", "nothing")
_SERIAL = re.compile(r"〔(\d{4})〕(\d+)号$")


def corrupted(data: Mapping[str, Any], how: str, at: int, now: datetime) -> dict[str, Any]:
    """The input spoilt in one way; `at` chooses the field."""
    spoilt = dict(data)
    names = sorted(spoilt)
    if how == "nothing" or not names:
        return {}
    if how == "missing":
        del spoilt[names[at % len(names)]]
    elif how == "one officer" and "officers" in spoilt:
        spoilt["officers"] = spoilt["officers"][:1]
    elif how == "future":
        spoilt |= {name: moment(now, 3000) for name in names if name.endswith("_at")}
        spoilt |= {name: day(now, 3) for name in names if name.endswith("_on")}
    elif how == "amount":
        spoilt |= {name: ("-5", "0", "70000", "不知道")[at % 4] for name in names if name.endswith("_yuan")}
        if "penalties" in spoilt:
            spoilt["penalties"] = [{"kind": "fine", "content": "罚款", "amount_yuan": "499.99"}]
    return spoilt


@dataclass
class Walk:
    """A town, its clock, and what was met on the way."""

    town: Town
    now: datetime
    #: The town's numbers and its ledger are checked after so many things done.
    check_after: int = 1
    reached: set[tuple[str, str]] = field(default_factory=set)
    outcomes: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def matters(self) -> list[Any]:
        rows = Matter.objects.filter(authority=self.town.authority).order_by("id")
        return [PROCEDURES[row.kind].matter.objects.get(pk=row.pk) for row in rows]

    def open_matters(self) -> list[Any]:
        return [matter for matter in self.matters() if matter.closed_at is None]

    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    def data(self, code: str, matter: Any) -> dict[str, Any]:
        return INPUTS[code].data(self.town, matter, self.now)

    def attempt(self, code: str, matter: Any, person: User, data: Mapping[str, Any], version: int | None = None) -> bool:
        """Try an action and check what came of it. Gives whether it was done."""
        action = ACTIONS[code]
        records, size = Record.objects.count(), self.ledger_size()
        stage, held = (matter.stage, matter.version) if matter is not None and not action.opens else ("", 0)
        try:
            with left_behind() as left:
                done = perform(code, matter, actor=person, data=data, version=version, at=self.now)
        except ActionError as refused:
            self.outcomes[refused.kind] += 1
            self.refused[f"{code} {refused.kind}"] += 1
            assert set(left.tables) <= {RefusalNote._meta.db_table}, f"{code} was refused and yet left something"
            assert refused.sentence
            return False
        self.outcomes["done"] += 1
        self.done[code] += 1
        after = Matter.objects.get(pk=done.matter.pk)
        # What follows elsewhere has records of its own: a proposal on a clue ends that clue, an opinion on a case moves the case.
        made = list(Record.objects.order_by("-id")[: Record.objects.count() - records])
        own = [record for record in made if record.matter_id == done.matter.pk]
        followed = [record for record in made if record.matter_id != done.matter.pk]
        assert own == [done.record]
        assert all(ACTIONS[record.action].follows or record.action == "clue.become_case" for record in followed)
        assert self.ledger_size() == size + len(made)
        assert after.version == held + 1
        assert (done.record.stage_from, done.record.stage_to) == (stage, after.stage)
        assert after.stage in self.declared(action, stage), f"{code} led from {stage} to {after.stage}"
        for matter in (after, *(Matter.objects.get(pk=record.matter_id) for record in followed)):
            self.reached.add((matter.kind, matter.stage))
            self.check(matter)
        if self.outcomes["done"] % self.check_after == 0:
            self.check_town()
        return True

    @staticmethod
    def declared(action: Action, stage: str) -> set[str]:
        """The stages to which the table lets the action lead."""
        return {action.to} if action.to else {stage, *action.leads}

    def say_why_not_recorded(self, matter: Any) -> bool | None:
        """Give the reason for the next thing on the spot that nobody recorded; None where there is none. Source: recording-13-should."""
        if matter.kind != "penalty":
            return None
        if scene_unrecorded(matter):
            rows = matter.penalty_inspections.filter(led_to_filing=False).order_by("id")
            row = next(row for row in rows if not any(covering(matter, "inspection", row.from_at, row.until_at)))
            what, times = "inspection", (row.from_at, row.until_at)
        elif hearing_unrecorded(matter):
            row = matter.penalty_hearings.filter(from_at__isnull=False).last()
            what, times = "hearing", (row.from_at, row.until_at)
        elif said := service_unrecorded(matter):
            what, times = ("leaving" if said == "留置送达" else "announcing"), (self.now, self.now)
        else:
            return None
        told = {"what": what, "place": "万隆村三组", "purpose": "办案", "officers": team(matter), "unrecorded_because": "执法记录仪送修。"}
        data = {"about": matter.pk, **told, "began_at": moment(times[0]), "ended_at": moment(times[1])}
        return self.attempt("activity.not_recorded", None, self.town["lixuemei"], data)

    def ledger_size(self) -> int:
        log = current_log(self.town.authority)
        return log[2] if log else 0

    def check(self, matter: Matter) -> None:
        """What holds of every matter, whatever was done."""
        assert list(matter.records.order_by("version").values_list("version", flat=True)) == list(range(1, matter.version + 1))
        last = matter.records.order_by("version").last()
        assert last is not None and last.stage_to == matter.stage
        ended = matter.stage in PROCEDURES[matter.kind].ends
        assert (matter.closed_at is not None) >= ended
        if matter.kind == "penalty":
            self.check_penalty(Case.objects.get(pk=matter.pk))

    def check_town(self) -> None:
        """What holds of the whole town, however many matters were moved."""
        self.check_numbers()
        report = verify(self.town.authority)
        assert report.ok, report

    @staticmethod
    def check_penalty(case: Case) -> None:
        """penalty-law-44, penalty-law-45, penalty-law-58, penalty-law-65: told, heard, answered, never heavier, reviewed where major."""
        if case.decided_on is None:
            return
        rows = case.decided_penalties
        if major_reasons(case, case.decided_on, rows or None):
            # review-4, review-5-collective: agreed to as it is, and then discussed.
            review = review_of(case)
            assert review is not None and review.result == Outcome.AGREE
            assert overtaken(case, latest(review), rows or None) == []
            discussion = last_discussion(case)
            assert discussion is not None and discussion.from_at >= latest(review).issued_at
            assert (discussion.penalties, discussion.result) == (rows, "punish" if rows else "not_punish")
        if not rows:
            return
        assert case.told_on is not None and case.told_on <= case.decided_on
        assert heavier(rows, case.told_penalties) is None
        notice = case.documents.filter(code="D23", voided_at__isnull=True).last()
        assert notice is not None
        assert notice.services.filter(served_on__lte=case.decided_on).exists()
        assert case.documents.filter(code="D30").count() == 1
        # Once the party could speak, only new facts were told anew with; what it said was answered, and its hearing followed.
        served = Service.objects.filter(document__matter_id=case.pk, document__code="D23")
        since = served.order_by("document__made_at").values_list("document__made_at", flat=True).first()
        again = case.records.filter(action="penalty.notify", at__gt=since)
        assert all(record.given["new_facts"] for record in again)
        assert unreviewed(case) == []
        advised = advised_penalties(case)
        assert advised is None or heavier(rows, advised) is None
        if hearing_reason(case, rows, case.decided_on):
            assert right_told(case) is not None
        hearing = hearing_of(case)
        assert hearing is None or hearing.status in ("waived", "ended", "reported")

    def check_numbers(self) -> None:
        """Every number of every series was used, up to the last one given."""
        used: set[str] = set(Document.objects.filter(matter__authority=self.town.authority).values_list("number", flat=True))
        used |= set(Matter.objects.filter(authority=self.town.authority).values_list("number", flat=True))
        for series in Series.objects.filter(authority=self.town.authority):
            opening = f"{series.word}〔{series.year}〕"
            numbers = {int(found[2]) for number in used if number.startswith(opening) and (found := _SERIAL.search(number))}
            assert numbers == set(range(1, series.last + 1)), f"{opening}: {sorted(numbers)}, last {series.last}"
