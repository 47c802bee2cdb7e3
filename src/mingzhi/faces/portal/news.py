"""What is public now and what was taken down again, newest first: decisions, bulletins and yearly figures in one row.

The feed takes all of it; screen and board, which have a table of decisions of their own, the rest. Serves 公示制度 11 and 13.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import Authority
from mingzhi.regulations.disclosure.bulletins.shown import ended, in_force
from mingzhi.regulations.disclosure.public import public_on, taken_down
from mingzhi.regulations.figures.keeping import published, published_years


@dataclass(frozen=True)
class Item:
    """One thing by its address on the public site. on: the day it became public or was taken down; because: why it was, empty while it stands;
    changed_on: the day of its last correction, else that same day, so that readers of the feed fetch it again.

    What was taken down is told by its number, with the day and the public reasons, and by nothing else.
    """

    address: str
    what: str
    title: str
    number: str
    on: date
    changed_on: date
    because: str = ""


def newest_but_decisions(town: Authority, at_most: int) -> list[Item]:
    """Bulletins and figures, for places where decisions have a table of their own."""
    return sorted([*_bulletins(town, at_most), *_figures(town)], key=lambda one: one.on, reverse=True)[:at_most]


def newest_and_gone(town: Authority, day: date, at_most: int) -> list[Item]:
    """What is public on a day and what was taken down, what happened last first. Source: disclosure-13-withdraw, disclosure-14-correct."""
    found = [*_decisions(town, day, at_most), *_bulletins(town, at_most, by="-shown_published_at"), *_figures(town), *_gone(town, at_most)]
    return sorted(found, key=lambda one: one.changed_on, reverse=True)[:at_most]


def _decisions(town: Authority, day: date, at_most: int) -> Iterator[Item]:
    for row in public_on(town, day).order_by("-shown_published_at", "-pk")[:at_most]:
        assert row.published_on is not None
        shown: Any = row
        changed_on = local_day(shown.shown_published_at)
        yield Item(_address("decision", town, row.pk), "行政处罚决定", shown.shown_title, row.decision_number, row.published_on, changed_on)


def _bulletins(town: Authority, at_most: int, by: str = "-published_on") -> Iterator[Item]:
    for row in in_force(town).order_by(by, "-pk")[:at_most]:
        assert row.published_on is not None
        shown: Any = row
        changed_on = local_day(shown.shown_published_at)
        yield Item(_address("bulletin", town, row.pk), row.get_topic_display(), row.title, row.number, row.published_on, changed_on)


def _figures(town: Authority) -> Iterator[Item]:
    for year in published_years(town):
        tally = published(town, year)
        if tally is not None and tally.published_at is not None:
            on = local_day(tally.published_at)
            yield Item(_address("figures_year", town, year), "年度数据", f"{year}年度行政执法数据", "", on, on)


def _gone(town: Authority, at_most: int) -> Iterator[Item]:
    for row in taken_down(town)[:at_most]:
        assert row.withdrawn_on is not None
        title, on = f"已撤回：{row.decision_number}", row.withdrawn_on
        yield Item(_address("decision", town, row.pk), "行政处罚决定", title, row.decision_number, on, on, row.public_reasons)
    for one in ended(town)[:at_most]:
        assert one.until_on is not None
        title, on = f"已停止公开：{one.number}", one.until_on
        yield Item(_address("bulletin", town, one.pk), one.get_topic_display(), title, one.number, on, on, one.ended_because)


def _address(name: str, town: Authority, key: int) -> str:
    return reverse(f"portal:{name}", args=[town.code, key])
