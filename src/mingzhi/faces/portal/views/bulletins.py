"""公示信息: what the town publishes besides decisions, by heading, each with every version it had.

Serves 公示制度 5（五）（七）, 6（三）, 7（三） and 13. The other doors lead here with their own headings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db.models import Q
from django.http import Http404, HttpResponse

from mingzhi.law.provisions import cited
from mingzhi.regulations.disclosure.bulletins.reading import validity
from mingzhi.regulations.disclosure.bulletins.shown import in_force, one, versions_of
from mingzhi.regulations.disclosure.bulletins.stages import IN_FORCE, Stage
from mingzhi.regulations.disclosure.bulletins.texts import COLUMNS
from mingzhi.regulations.disclosure.bulletins.topics import Topic
from mingzhi.regulations.disclosure.models import Bulletin

from ..shapes import BulletinLine, BulletinPage, BulletinsPage, Found, Link
from ..visiting import Visit, public_page
from .attachments import files_with

SERVES = cited("disclosure-5.5", "disclosure-5.7", "disclosure-6.3", "disclosure-7.3", "disclosure-13-update")

_ROWS = 50
#: Headings that have their place on the site also while nothing stands under them.
_ALWAYS = (Topic.SAMPLING, Topic.INSPECTED)


@public_page
def bulletins(visit: Visit) -> HttpResponse:
    """Those in force, the newest first, of one heading (`topic`) or all; `q` narrows to words, `after` goes on behind so many."""
    asked, topic = visit.asked("q")[:50], visit.asked("topic")
    topic = topic if topic in Topic.values else ""
    skip = int(visit.asked("after")) if visit.asked("after").isdecimal() and len(visit.asked("after")) < len("10000000") else 0
    rows = in_force(visit.town)
    counts = Counter(rows.values_list("topic", flat=True))
    rows = rows.filter(topic=topic) if topic else rows
    rows = rows.filter(Q(title__contains=asked) | Q(shown_text__contains=asked)) if asked else rows
    found = list(rows[skip : skip + _ROWS + 1])
    tabs = [Link(f"全部 {sum(counts.values())}", visit.to("bulletins", q=asked), not topic)]
    page = BulletinsPage(
        title=Topic(topic).label if topic else "公示信息",
        rows=[line_of(visit, row) for row in found[:_ROWS]],
        tabs=tabs + [Link(f"{one.label} {counts[one]}", visit.to("bulletins", topic=one, q=asked), one == topic) for one in _shown(counts)],
        topic=topic,
        asked=asked,
        next_url=visit.to("bulletins", topic=topic, q=asked, after=str(skip + _ROWS)) if len(found) > _ROWS else "",
    )
    return visit.render("bulletins", page=page, action=visit.to("bulletins"), downloads=visit.downloads("bulletins"))


@public_page
def bulletin(visit: Visit, pk: int) -> HttpResponse:
    """One version: as it was published while it holds and when it is history; of one that was ended only why. 404 for anything else."""
    found = one(visit.town, pk)
    if found is None:
        raise Http404
    ended = found.stage == Stage.ENDED
    versions = [
        Link(
            f"{row.title}，{validity(row)}{'，已停止公开' if row.stage == Stage.ENDED else ''}", visit.to("bulletin", row.pk), row.pk == pk
        )
        for row in versions_of(found)
    ]
    now = next((row for row in versions_of(found) if row.stage in IN_FORCE), None)
    page = BulletinPage(
        title=found.title,
        topic=Link(found.get_topic_display(), visit.to("bulletins", topic=found.topic)),
        number=found.number,
        validity=validity(found),
        formed_on=found.formed_on,
        required_by=found.required_by,
        paragraphs=[] if ended else [line for line in found.shown_text.split("\n") if line],
        columns=list(COLUMNS.values()),
        rows=[] if ended else [[row[name] for name in COLUMNS] for row in found.shown_rows],
        versions=versions if len(versions) > 1 else [],
        newer=Link(f"现在有效的：{now.title}", visit.to("bulletin", now.pk)) if now and now.pk != pk else None,
        old=found.stage == Stage.REPLACED,
        ended_because=found.ended_because if ended else "",
        files=[] if ended else files_with(visit, pk),
    )
    return visit.render("bulletin", page=page, objection=visit.to("help"))


def bulletins_of(visit: Visit) -> Link:
    """The way from the first page."""
    return Link(f"公示信息：清单、依据、检查结果等 {in_force(visit.town).count()} 项", visit.to("bulletins"))


def found_in_bulletins(visit: Visit, asked: str, at_most: int) -> Found:
    """Bulletins in force that answer to the words of a search."""
    rows = list(in_force(visit.town).filter(Q(title__contains=asked) | Q(shown_text__contains=asked))[: at_most + 1])
    links = [
        (Link(row.title, visit.to("bulletin", row.pk)), f"{row.get_topic_display()}，{row.published_on} 公开") for row in rows[:at_most]
    ]
    return Found("公示信息", links, Link("全部有关的公示信息", visit.to("bulletins", q=asked)) if len(rows) > at_most else None)


def line_of(visit: Visit, row: Bulletin) -> BulletinLine:
    return BulletinLine(row.title, row.get_topic_display(), row.published_on, visit.to("bulletin", row.pk))


def links_under(visit: Visit, *topics: Topic) -> Sequence[Link]:
    """For the page behind a door: its headings with how much stands under each. Inspections keep their place though it is empty."""
    counts = Counter(in_force(visit.town).filter(topic__in=topics).values_list("topic", flat=True))
    return [Link(f"{one.label}（{counts[one]}）", visit.to("bulletins", topic=one)) for one in topics if counts[one] or one in _ALWAYS]


def _shown(counts: Counter[str]) -> Sequence[Topic]:
    return [one for one in Topic if counts[one] or one in _ALWAYS]
