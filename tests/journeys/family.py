"""Steps that journeys about a case share: begin a matter from the case's page, try what is shut, hand papers to the party."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.models import Matter
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town
from tests.procedures.penalty import hearing_steps, story

from .desk import Desk

OFFICERS = ["李雪梅", "陈志强"]
DRAWN = {"kind": "drawn"}


def investigated(town: Town, **changes: Any) -> Case:
    """A case inspected, questioned and ordered to correct, the order in the party's hands: nothing waits behind its back."""
    return hearing_steps.serve(town, story.investigated(town, **changes), "2026-03-06 10:00", "D15")


def page_of(matter: Matter) -> str:
    return f"/{matter.kind}/{matter.pk}/"


def begin(desk: Desk, case: Matter, title: str, values: dict[str, Any], shot: str = "") -> None:
    """Open 可以开始的办件 on the case's page, choose one, fill it in and send it."""
    desk.go(page_of(case))
    desk.page.click("#family summary:has-text('可以开始的办件')")
    desk.page.click(f"#family p a:text-is('{title}')")
    desk.fill(values)
    if shot:
        desk.shoot(shot)
    desk.send()


def next_is(desk: Desk, title: str) -> bool:
    """Whether the page puts this first as what is to be done."""
    return title in desk.page.inner_text("#do-title")


def shut(desk: Desk, matter: Matter, name: str) -> str:
    """Open an action that may not be done yet: its button is dead; what the page says against it, with the articles."""
    desk.go(f"{page_of(matter)}?do={name}")
    assert desk.page.locator("#do .acts-bar .btn.main").is_disabled()
    return desk.page.inner_text("#do .shut")


def hand_over(desk: Desk, matter: Matter, name: str, when: str) -> None:
    """Everything that waits for service into the party's own hands, by the action of that name."""
    desk.go(f"{page_of(matter)}?do={name}")
    for box in desk.page.locator("#do form [name=documents]").all():
        box.check()
    desk.fill(
        {
            "method": "直接送达", "recipient": "刘大成", "receiver": "刘大成", "relation": "本人", "place": "万隆村三组", "acted_at": when,
            "officers": OFFICERS, "receiver_signature": DRAWN,
        }
    )  # fmt: skip
    desk.send()
