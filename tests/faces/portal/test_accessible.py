"""Every public page is read by axe-core in Chromium, on a phone and on a screen, in both looks. Source: WCAG 2.2 AA."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.browsing import SIZES
from tests.cast import Town
from tests.faces.desk.house import render
from tests.faces.desk.sample_portal import portal
from tests.regulations.figures import story as figures

from .conftest import PLACES, ROOT

pytestmark = pytest.mark.journey

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


#: Pages that stand on a published decision: read as samples, since a decision takes many steps to publish.
_SAMPLES = (
    "decision", "decision_full", "withdrawn", "objection", "objection_back", "objection_waiting", "objection_corrected",
    "objection_wrong", "objection_gone", "screen_officers", "screen_decisions", "board", "missing",
)  # fmt: skip


def _sample(route) -> None:
    """A sample in the place of a page of the town, so that its sheets and pictures come from the server."""
    template, context = portal()[f"public_{route.request.url.rpartition('/')[2]}"]
    shown = replace(context["page"], seconds=0) if hasattr(context["page"], "seconds") else context["page"]
    route.fulfill(body=render(template, {**context, "page": shown}), content_type="text/html; charset=utf-8")


@pytest.fixture(scope="module")
def axe() -> str:
    """The program text of axe-core, where npm has put it."""
    found = [
        path for folder in os.environ.get("NODE_PATH", "").split(os.pathsep) if (path := Path(folder, "axe-core/axe.min.js")).is_file()
    ]
    if not found:
        pytest.skip("axe-core is not there: npm install axe-core, and NODE_PATH")
    return found[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES)
def test_no_page_has_a_serious_finding(browser, live_server, town: Town, axe: str, size: tuple[int, int]):
    figures.published(town)
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, bypass_csp=True)
    page = context.new_page()
    found = []
    for place in (
        *PLACES,
        "?look=large",
        "?look=contrast",
        "courses?look=contrast-large",
        "figures/2025",
        "figures/2025?look=contrast-large",
    ):
        page.goto(live_server.url + ROOT + place)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{place} is wider than the window"
        page.evaluate(axe)
        result = page.evaluate("rules => axe.run(document, rules)", _RULES)
        assert result["passes"], "axe looked at nothing"
        found += [
            (place, one["id"], one["nodes"][0]["html"][:120]) for one in result["violations"] if one["impact"] in ("serious", "critical")
        ]
    context.close()
    assert found == []
