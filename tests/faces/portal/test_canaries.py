"""Nobody's private life is public: two hundred values in one decision, taken every way, and none of them is found anywhere.

A small town takes every way here; the demo year is read with the same eyes in tests/faces/cli/test_demo.py.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from mingzhi.regulations.disclosure.models import Edition, Publication
from tests.cast import at
from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.trying import undone

from .canaries import PEOPLE, VALUES, go_every_way, leaks

UNTIL = date(2026, 4, 20)


@pytest.fixture
def everywhere(stages: Stages, monkeypatch: pytest.MonkeyPatch) -> Iterator[Staged]:
    """The decision in public, in every way; it is 2026-04-20."""
    monkeypatch.setattr(timezone, "now", lambda: at("2026-04-20 10:00"))
    found = stages["publication: begun"]
    with undone():
        go_every_way(found)
        yield found


def test_none_of_two_hundred_values_is_public(everywhere: Staged, caplog: pytest.LogCaptureFixture):
    """disclosure-7.2-mask, disclosure-8.1, disclosure-8.2, disclosure-8.3"""
    caplog.set_level(logging.DEBUG)
    editions = Edition.objects.filter(published_at__isnull=False, matter__authority=everywhere.town.authority)
    assert len(set(VALUES)) == 200 and all(value in one.source_text for value in VALUES for one in editions)
    assert leaks(everywhere.town.authority, UNTIL, caplog.records) == set()
    # And nobody is found by what was hidden, neither on the whole site nor, for every eighth, in the list.
    root = f"/t/{everywhere.town.authority.code}/"
    asked = [("search", value) for value in VALUES] + [("decisions", value) for one in PEOPLE[::8] for value in one.values]
    for place, value in asked:
        assert not re.search(r"/decisions/\d", Client().get(root + place, {"q": value}).content.decode()), value


def test_one_value_that_slipped_through_is_found(everywhere: Staged, caplog: pytest.LogCaptureFixture):
    """disclosure-8.2: the proof above has to be able to fail; a value of each kind, split, where no scan saw it."""
    planted, headed, logged = PEOPLE[7], PEOPLE[8], PEOPLE[9]
    text = "\n".join(f"{value[:2]} {value[2:]}" for value in planted.values)
    public = Publication.objects.filter(authority=everywhere.town.authority, stage="published")
    shown = public.filter(disclosure_editions__title__contains="*").get()
    Edition.objects.filter(matter=shown).update(title=headed.name, text=text)
    logging.getLogger("mingzhi").error("%s", logged.phone)
    found = leaks(everywhere.town.authority, UNTIL, caplog.records)
    for value in planted.values:
        assert all(any(kind in place for place, one in found if one == value) for kind in ("/decisions/", ".csv", ".json", "/board"))
    # The export to the district's site looks again before it takes a decision, and leaves this one out.
    assert not any(".docx" in place for place, _ in found)
    for kind in ("/decisions", "feed.atom", "/screen", "/board", ".csv"):
        assert any(kind in place for place, one in found if one == headed.name), kind
    assert ("logs", logged.phone) in found
