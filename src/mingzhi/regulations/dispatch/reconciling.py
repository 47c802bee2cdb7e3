"""What was sent, acknowledged, refused or is missing, decision by decision: a query over what is public and what went elsewhere.

Nothing is entered for it. Serves disclosure-7.2, disclosure-11.1, credit-report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzhi.core.engine.viewing import visible
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.core.organs.models import User
from mingzhi.law.periods import day_of
from mingzhi.law.periods import due as end_of
from mingzhi.law.provisions import cited, period_of, provision
from mingzhi.law.workdays import YearUnknown
from mingzhi.regulations.disclosure.models import Edition, Publication
from mingzhi.regulations.disclosure.stages import Stage as Shown

from .due import STANDS, Due, editions, goes_to, history, wanted
from .files import faults_of
from .models import FILED, Channel, Sent

SERVES = cited("disclosure-7.2", "disclosure-11.1", "credit-report")

#: As many publications are looked through at once, the latest first.
LOOKED_THROUGH = 200


@dataclass(frozen=True)
class Standing:
    """How one receiver stands to one decision. tone: ok, soon, late or quiet; `dispatch_pk` is where it can be read, None for nowhere."""

    words: str
    tone: str
    lacking: bool = False
    because: Sequence[str] = ()
    dispatch_pk: int | None = None


@dataclass(frozen=True)
class Line:
    """One published or withdrawn decision and how each receiver stands to it, in the order of `FILED`."""

    publication_pk: int
    number: str
    title: str
    published_on: date | None
    withdrawn: bool
    standings: Sequence[Standing]

    @property
    def lacking(self) -> bool:
        return any(one.lacking for one in self.standings)


def lines(viewer: User, today: date, *, only_lacking: bool = False) -> list[Line]:
    """The latest publications that the viewer may see; with `only_lacking` those of which a receiver lacks something."""
    shown = visible(Publication.objects.filter(stage__in=(*STANDS, Shown.WITHDRAWN)), viewer, today)
    rows = list(shown.select_related("case__power", "case__authority").order_by("-published_on", "-pk")[:LOOKED_THROUGH])
    newest, told = editions(rows), {channel: history(channel, rows) for channel in FILED}
    found = []
    for row in rows:
        edition = newest.get(row.pk)
        standings = [_standing(row, edition, channel, told[channel][row.case_id], today) for channel in FILED]
        found.append(
            Line(
                row.pk,
                row.decision_number,
                edition.title if edition else "",
                row.published_on,
                row.stage == Shown.WITHDRAWN,
                standings,
            )
        )
    return [line for line in found if line.lacking] if only_lacking else found


def _standing(row: Publication, edition: Edition | None, channel: Channel, told: Sequence[Sent], today: date) -> Standing:
    lacks = wanted(row, edition, channel, told)
    own = [one for one in told if one.publication_id == row.pk]
    last = own[-1] if own else None
    if lacks is None:
        return _settled(row, channel, last)
    # The latest file that told the same: what is on its way, or came back.
    same = last if last is not None and (last.edition_id, last.purpose == Sent.Purpose.WITHDRAWN) == _as_sent(lacks) else None
    if same is not None and not same.answer:
        return Standing(f"{same.matter.dispatch.sent_on}报送，还没有回执", "soon", True, (), same.matter_id)
    if same is not None:
        return Standing(f"{same.answered_on}被退回", "late", True, (same.refused_because,), same.matter_id)
    words, late = _how_long(lacks, channel, today)
    return Standing(words, "late" if late else "soon", True, faults_of(lacks, channel))


def _as_sent(lacks: Due) -> tuple[int | None, bool]:
    return (lacks.edition.pk if lacks.edition else None, lacks.purpose == Sent.Purpose.WITHDRAWN)


def _settled(row: Publication, channel: Channel, last: Sent | None) -> Standing:
    if last is not None:
        return Standing(f"{last.answered_on}{last.get_answer_display()}", "ok", dispatch_pk=last.matter_id)
    if row.stage == Shown.WITHDRAWN:
        return Standing("没有报送过，不必撤回", "quiet")
    return Standing("轻微失信，不报送" if not goes_to(channel, row) else "不报送", "quiet")


def _how_long(lacks: Due, channel: Channel, today: date) -> tuple[str, bool]:
    """“还没有报送，期限 2026-04-13”, and whether that day is over. Only the platform's first report has a day of its own."""
    words = "还没有报送" if lacks.purpose == Sent.Purpose.NEW else f"还没有报送（{lacks.purpose.label}）"
    if channel != Channel.CREDIT or lacks.purpose != Sent.Purpose.NEW:
        return words, False
    rule, decided_on = provision("credit-report"), lacks.publication.decided_on
    period = period_of(rule.number("within", decided_on), str(rule.on(decided_on)["unit"]))
    try:
        last = day_of(end_of(decided_on, period, calendar_of(lacks.publication.authority_id)).due)
    except YearUnknown:
        return words, False
    return f"{words}，期限 {last}{'，已逾期' if today > last else ''}", today > last
