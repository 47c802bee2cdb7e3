"""The desk on a phone: the same words, drawn on with a finger, photographed at the phone's size only."""

from __future__ import annotations

from typing import Any

from .desk import Desk


class Phone(Desk):
    """One browser window of 390×844 that knows touch and no mouse."""

    WIDTH = 390
    HEIGHT = 844

    def _sign(self, form: Any, name: str, value: dict[str, str]) -> None:
        if value["kind"] != "drawn":
            super()._sign(form, name, value)
            return
        pad = form.locator(f"[data-sign]:has([name='{name}']) canvas")
        pad.scroll_into_view_if_needed()
        place = pad.bounding_box()
        finger = self.page.context.new_cdp_session(self.page)

        def touch(kind: str, *spot: tuple[float, float]) -> None:
            points = [{"x": place["x"] + x, "y": place["y"] + y} for x, y in spot]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        touch("touchStart", (30, 30))
        for step in range(1, 8):
            touch("touchMove", (30 + 20 * step, 30 + (40 if step % 2 else 10)))
        touch("touchEnd")
        finger.detach()

    def shoot(self, name: str) -> None:
        """One screenshot of the whole page."""
        self.number += 1
        self.page.screenshot(path=self.shots / f"{self.number:02}-{name}-phone.png", full_page=True)

    def wider_than_the_screen(self) -> int:
        """By how many pixels the page can be pushed sideways."""
        return self.page.evaluate("document.documentElement.scrollWidth") - self.WIDTH
