"""What a citizen reads of a year's figures: only what was approved and published, with the year before, as page and as data."""

from __future__ import annotations

import csv
import json

from django.test import Client

from mingzhi.regulations.figures.models import Tally, YearlyFigures
from tests.cast import Town
from tests.regulations.figures import story
from tests.regulations.figures.conftest import spot

from .conftest import ROOT


def _get(place: str, status: int = 200) -> str:
    response = Client().get(ROOT + place, follow=status == 200)
    assert response.status_code == status
    return response.content.decode()


def test_only_what_was_published_is_public(town: Town):
    """disclosure-10, three-rules-yearly"""
    case = spot(town, "2025-12-31", fine_yuan="150")
    assert "还没有公开的年度数据" in _get("figures")
    for figures in (story.supplied(town), None):
        figures = figures or story.approved(town, story.written(town, YearlyFigures.objects.get()))
        for place in ("figures/2025", "figures/2025.csv", "figures/2025.json", "figures/2025/penalty.fine"):
            _get(place, 404)
    story.published(town, figures)
    page = _get("figures")
    assert f"{ROOT}figures/2025</loc>" in _get("sitemap.xml")
    assert "<h1>2025年行政执法数据</h1>" in page and "没有公开过 2024 年的数据，不作比较" in page
    assert "0.015 万元" in page and "手工填写，来源：行政检查台账" in page and "本系统没有登记" in page
    assert story.WORDS["plans"] in page and '<rect class="now" width="1000"' in page
    # A penalty on the spot is counted and not shown; nobody is named anywhere.
    counted = _get("figures/2025/penalty.fine")
    assert "计入的 1 宗没有在这里展示" in counted
    for text in (page, counted, _get("figures/2025.csv"), _get("figures/2025.json")):
        assert "刘大成" not in text and case.title not in text and "罗开富" not in text
    for code in ("course.filed", "penalty.warning", "no.such"):
        _get(f"figures/2025/{code}", 404)
    told = {cell["code"]: cell for table in json.loads(_get("figures/2025.json"))["tables"] for cell in table["cells"]}
    assert (told["penalty.amount"]["value"], told["licence.applied"]["value"]) == ("0.015", None)
    rows = list(csv.reader(_get("figures/2025.csv").removeprefix("\ufeff").splitlines()))
    assert ["表四 其他行政执法行为", "行政检查", "46", "次", "", "", "手工填写，来源：行政检查台账"] in rows
    # The year after stands beside it; the wrong numbers stay until the right ones are published.
    after = story.supplied(town, 2026, "2027-01-12 09:00", entered=[])
    story.published(town, story.approved(town, story.written(town, after, "2027-01-13 09:00"), "2027-01-14 09:00"), "2027-01-15 09:00")
    page = _get("figures")
    assert "<h1>2026年行政执法数据</h1>" in page and "减少 1" in page and f'href="{ROOT}figures/2025"' in page
    assert "2025年 1 宗" in page and "2026年 0 宗" in page
    story.act(town, "find_error", figures, story.CLERK, "2026-01-19 09:00", reasons="检查次数写错。")
    Tally.objects.filter(matter=figures, number=2).update(overall="还没有批准的说明")
    assert "还没有批准的说明" not in _get("figures/2025") and "46 次" in _get("figures/2025")
