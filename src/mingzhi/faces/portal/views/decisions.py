"""结果公开: decisions as they were masked, checked and published; and what was withdrawn, with the reasons.

Serves 公示制度 7（二） and 13. Nothing here reads a case: only what somebody published.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_date

from mingzhi.law.provisions import cited
from mingzhi.regulations.disclosure.bulletins.topics import Topic
from mingzhi.regulations.disclosure.models import Publication
from mingzhi.regulations.disclosure.public import Shown, public_on, shown, withdrawn

from ..shapes import DecisionLine, DecisionPage, DecisionsPage, Withdrawn
from ..visiting import Visit, public_page
from .attachments import files_with
from .bulletins import links_under

SERVES = cited("disclosure-7.2", "disclosure-13-withdraw", "penalty-law-48")

_ROWS = 50


@public_page
def decisions(visit: Visit) -> HttpResponse:
    """The newest first; `q` narrows to words of title, number or text, `after` goes on behind a day and a key."""
    asked = visit.asked("q")[:50]
    rows = public_on(visit.town, timezone.localdate())
    if asked:
        rows = rows.filter(Q(shown_title__contains=asked) | Q(decision_number__contains=asked) | Q(shown_text__contains=asked))
    behind = _place(visit.asked("after"))
    if behind is not None:
        day, key = behind
        rows = rows.filter(Q(published_on__lt=day) | Q(published_on=day, pk__lt=key))
    found = list(rows.order_by("-published_on", "-pk")[: _ROWS + 1])
    last = found[_ROWS - 1] if len(found) > _ROWS else None
    page = DecisionsPage(
        rows=[line_of(visit, row) for row in found[:_ROWS]],
        asked=asked,
        next_url=visit.to("decisions", q=asked, after=f"{last.published_on}_{last.pk}") if last else "",
    )
    filed, files = links_under(visit, Topic.INSPECTED, Topic.RESULT), visit.downloads("decisions")
    return visit.render("decisions", page=page, action=visit.to("decisions"), downloads=files, filed=filed)


@public_page
def decision(visit: Visit, pk: int) -> HttpResponse:
    """One decision as it is public; 410 with the reasons for one that was withdrawn, 404 for what is not public or no longer shown."""
    row = public_on(visit.town, timezone.localdate()).filter(pk=pk).first()
    if row is None:
        taken_down = withdrawn(visit.town, pk)
        if taken_down is None:
            raise Http404
        told = Withdrawn(taken_down.decision_number, taken_down.withdrawn_on, taken_down.public_reasons)
        return visit.render("decision_withdrawn", 410, page=told, back=visit.to("decisions"))
    return decision_page(visit, shown(row))


def decision_page(visit: Visit, one: Shown, public: bool = True) -> HttpResponse:
    """The page of a decision, public or looked at before it is."""
    page = DecisionPage(
        title=one.title,
        number=one.number,
        lines=parted(one.text),
        summary=one.summary,
        decided_on=one.decided_on,
        published_on=one.published_on,
        shown_until_on=one.shown_until_on,
        files=files_with(visit, one.pk, public),
    )
    return visit.render("decision", page=page, back=visit.to("decisions"), objection=visit.to("objection", one.pk))


def line_of(visit: Visit, row: Publication) -> DecisionLine:
    """A row of `public_on` as the list shows it."""
    return DecisionLine(row.shown_title, row.decision_number, row.published_on, visit.to("decision", str(row.pk)))  # type: ignore[attr-defined]


def _place(text: str) -> tuple[date, int] | None:
    """Where a list goes on; None for what is no place of it."""
    day, _, key = text.partition("_")
    try:
        return (parsed, int(key)) if (parsed := parse_date(day)) and key.isascii() and key.isdigit() and len(key) < 18 else None
    except ValueError:
        return None


def parted(text: str) -> list[tuple[str, str]]:
    """The lines of a public text, each with its label or none."""
    return [_parted(line) for line in text.splitlines() if line.strip()]


def _parted(line: str) -> tuple[str, str]:
    """“违法事实：……” as its label and its words; a line without a short label is all words."""
    label, mark, words = line.partition("：")
    return (label, words) if mark and words and len(label) <= 12 and "，" not in label else ("", line)
