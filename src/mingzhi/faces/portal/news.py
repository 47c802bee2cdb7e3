"""What is public now and what was taken down again, newest first: decisions, bulletins and yearly figures in one row.

The feed, the screen and the board ask here, so that none of them leaves a kind out. Serves 公示制度 11 and 13.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import Authority
from mingzhi.regulations.disclosure.bulletins.shown import ended, in_force
from mingzhi.regulations.disclosure.public import public_on, taken_down
from mingzhi.regulations.figures.keeping import published, published_years


@dataclass(frozen=True)
class Item:
    """One thing by its address on the public site. on: the day it became public or was taken down; because: why it was, empty while it stands.

    What was taken down is told by its number, with the day and the public reasons, and by nothing else.
    """

    address: str
    what: str
    title: str
    number: str
    on: date
    because: str = ""


def newest(town: Authority, day: date, at_most: int) -> list[Item]:
    """What is public on a day, the newest first."""
    return _ordered([*_decisions(town, day, at_most), *_bulletins(town, at_most), *_figures(town)], at_most)


def newest_but_decisions(town: Authority, at_most: int) -> list[Item]:
    """Bulletins and figures, for places where decisions have a table of their own."""
    return _ordered([*_bulletins(town, at_most), *_figures(town)], at_most)


def newest_and_gone(town: Authority, day: date, at_most: int) -> list[Item]:
    """What is public and what was taken down, the latest happening first. Source: disclosure-13-withdraw."""
    return _ordered([*newest(town, day, at_most), *_gone(town, at_most)], at_most)


def _ordered(items: list[Item], at_most: int) -> list[Item]:
    return sorted(items, key=lambda one: one.on, reverse=True)[:at_most]


def _decisions(town: Authority, day: date, at_most: int) -> Iterator[Item]:
    for row in public_on(town, day).order_by("-published_on", "-pk")[:at_most]:
        assert row.published_on is not None
        yield Item(_address("decision", town, row.pk), "行政处罚决定", row.shown_title, row.decision_number, row.published_on)  # type: ignore[attr-defined]


def _bulletins(town: Authority, at_most: int) -> Iterator[Item]:
    for row in in_force(town)[:at_most]:
        assert row.published_on is not None
        yield Item(_address("bulletin", town, row.pk), row.get_topic_display(), row.title, row.number, row.published_on)


def _figures(town: Authority) -> Iterator[Item]:
    for year in published_years(town):
        tally = published(town, year)
        if tally is not None and tally.published_at is not None:
            yield Item(_address("figures_year", town, year), "年度数据", f"{year}年度行政执法数据", "", local_day(tally.published_at))


def _gone(town: Authority, at_most: int) -> Iterator[Item]:
    for row in taken_down(town)[:at_most]:
        assert row.withdrawn_on is not None
        title = f"已撤回：{row.decision_number}"
        yield Item(_address("decision", town, row.pk), "行政处罚决定", title, row.decision_number, row.withdrawn_on, row.public_reasons)
    for one in ended(town)[:at_most]:
        assert one.until_on is not None
        title = f"已停止公开：{one.number}"
        yield Item(_address("bulletin", town, one.pk), one.get_topic_display(), title, one.number, one.until_on, one.ended_because)


def _address(name: str, town: Authority, key: int) -> str:
    return reverse(f"portal:{name}", args=[town.code, key])
