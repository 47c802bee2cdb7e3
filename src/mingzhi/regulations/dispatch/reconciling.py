"""What was sent, acknowledged, refused or is missing, thing by thing: a query over what is public and what went elsewhere.

Nothing is entered for it. Serves disclosure-7.2, disclosure-11.1, disclosure-13-update, credit-report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzhi.core.organs.calendars import calendar_of
from mingzhi.core.organs.models import User
from mingzhi.law.periods import day_of
from mingzhi.law.periods import due as end_of
from mingzhi.law.provisions import cited, period_of, provision
from mingzhi.law.workdays import YearUnknown
from mingzhi.regulations.disclosure.models import Publication

from .due import Due, goes_to, history, makes_room, wanted
from .files import faults_of
from .models import FILED, Channel, Sent
from .subjects import Subject, latest_seen

SERVES = cited("disclosure-7.2", "disclosure-11.1", "disclosure-13-update", "credit-report")

#: As many things are looked through at once, the latest first.
LOOKED_THROUGH = 200


@dataclass(frozen=True)
class Standing:
    """How one receiver stands to one thing. tone: ok, soon, late or quiet; `dispatch_pk` is where it can be read, None for nowhere."""

    words: str
    tone: str
    lacking: bool = False
    because: Sequence[str] = ()
    dispatch_pk: int | None = None


@dataclass(frozen=True)
class Line:
    """One thing that is or was public and how each receiver stands to it, in the order of `FILED`. `gone`: why it is so no longer, in a word."""

    subject: tuple[str, int]
    kind: str
    number: str
    title: str
    published_on: date
    gone: str
    standings: Sequence[Standing]

    @property
    def lacking(self) -> bool:
        return any(one.lacking for one in self.standings)


def lines(viewer: User, today: date, *, only_lacking: bool = False, channel: Channel | None = None) -> list[Line]:
    """The latest things that the viewer may see; with `only_lacking` those of which a receiver, or this one, lacks something."""
    rows = latest_seen(viewer, today, LOOKED_THROUGH)
    told = {one: history(one, rows) for one in FILED}
    found = [_line(row, [_standing(row, one, told[one][row.family], today) for one in FILED]) for row in rows]
    if not only_lacking:
        return found
    asked = [FILED.index(channel)] if channel else range(len(FILED))
    return [line for line in found if any(line.standings[place].lacking for place in asked)]


def _line(row: Subject, standings: Sequence[Standing]) -> Line:
    gone = "" if row.gone is None else "历史版本" if row.replaced else f"已{row.gone.word}"
    return Line((row.matter.kind, row.pk), row.kind, row.number, row.title, row.published_on, gone, standings)


def _standing(row: Subject, channel: Channel, told: Sequence[Sent], today: date) -> Standing:
    lacks = wanted(row, channel, told)
    own = [one for one in told if one.subject_id == row.pk]
    last = own[-1] if own else None
    if lacks is None:
        return _settled(row, channel, own, told)
    # The latest file that told the same: what is on its way, or came back.
    same = last if last is not None and (last.draft, last.purpose == Sent.Purpose.WITHDRAWN) == _as_sent(lacks) else None
    if same is not None and not same.answer:
        return Standing(f"{same.matter.dispatch.sent_on}报送，还没有回执", "soon", True, (), same.matter_id)
    if same is not None:
        return Standing(f"{same.answered_on}被退回", "late", True, (same.refused_because,), same.matter_id)
    words, late = _how_long(lacks, channel, today)
    instead = [f"代替{lacks.instead_of}"] if lacks.instead_of else []
    return Standing(words, "late" if late else "soon", True, [*instead, *faults_of(lacks, channel)], last.matter_id if last else None)


def _as_sent(lacks: Due) -> tuple[int | None, bool]:
    return (None if lacks.withdraws else lacks.subject.draft, lacks.withdraws)


def _settled(row: Subject, channel: Channel, own: Sequence[Sent], told: Sequence[Sent]) -> Standing:
    last = own[-1] if own else None
    if last is not None and last.answer == Sent.Answer.ACKNOWLEDGED and not makes_room(row, told):
        return Standing(f"{last.answered_on}{last.get_answer_display()}", "ok", dispatch_pk=last.matter_id)
    if last is not None and row.gone is not None:
        return _given_way(row, own, told)
    if row.gone is not None and goes_to(channel, row):
        return Standing("没有报送过" if row.replaced else "没有报送过，不必撤回", "quiet")
    if isinstance(row.matter, Publication) and not goes_to(channel, row):
        return Standing("轻微失信，不报送", "quiet")
    return Standing("不报送", "quiet")


def _given_way(row: Subject, own: Sequence[Sent], told: Sequence[Sent]) -> Standing:
    """What is public no longer and need not be taken down there: nothing stands there, or what takes its place has arrived or will."""
    newer = [one for one in told if one.subject_id > row.pk and one.answer == Sent.Answer.ACKNOWLEDGED]
    if all(one.answer == Sent.Answer.REFUSED for one in own):
        return Standing("没有收下，不必撤回", "quiet", dispatch_pk=own[-1].matter_id)
    if newer:
        return Standing(f"{newer[-1].answered_on}已换成新版本", "ok", dispatch_pk=newer[-1].matter_id)
    return Standing("等新版本收妥后更换", "soon", dispatch_pk=own[-1].matter_id)


def _how_long(lacks: Due, channel: Channel, today: date) -> tuple[str, bool]:
    """“还没有报送，期限 2026-04-13”, and whether that day is over. Only the platform's first report has a day of its own."""
    words = "还没有报送" if lacks.purpose == Sent.Purpose.NEW else f"还没有报送（{_called(lacks)}）"
    if channel != Channel.CREDIT or lacks.purpose != Sent.Purpose.NEW:
        return words, False
    publication = lacks.subject.matter
    rule, decided_on = provision("credit-report"), publication.decided_on
    period = period_of(rule.number("within", decided_on), str(rule.on(decided_on)["unit"]))
    try:
        last = day_of(end_of(decided_on, period, calendar_of(publication.authority_id)).due)
    except YearUnknown:
        return words, False
    return f"{words}，期限 {last}{'，已逾期' if today > last else ''}", today > last


def _called(lacks: Due) -> str:
    """The purpose, in the word that our own page has for what was taken down: 撤回, 停止公开."""
    gone = lacks.subject.gone
    return gone.word if lacks.withdraws and gone else str(lacks.purpose.label)
