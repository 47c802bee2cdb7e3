"""What a person does at the desk, in the words of the page: sign in, open, fill in by label, send, read what came back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from tests.cast import at


class Clock:
    """The time of a story; it stands still until the story moves it."""

    def __init__(self) -> None:
        self._now = at("2026-03-02 09:00")

    def now(self) -> datetime:
        return self._now

    def to(self, text: str) -> None:
        self._now = at(text)


class Desk:
    """One browser window."""

    PASSWORD = "shihao-2026-desk"

    def __init__(self, page: Any, address: str, clock: Clock, shots: Path) -> None:
        self.page = page
        self.address = address
        self.clock = clock
        self.shots = shots
        self.number = 0
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)

    def be(self, account: str, when: str) -> None:
        """Let time pass and sign in as somebody."""
        self.clock.to(when)
        self.page.context.clear_cookies()
        self.page.goto(f"{self.address}/sign-in")
        self.page.fill("[name=username]", account)
        self.page.fill("[name=password]", self.PASSWORD)
        self.page.click("button:has-text('登录')")
        # A key pressed before the first page is there would be pressed on the page that is being left.
        self.page.wait_for_url(lambda address: "/sign-in" not in address)

    def go(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")

    def fill(self, values: dict[str, Any]) -> None:
        """Fill the open form by field name: text, a choice's value, a tick, several ticks, rows of columns, a way of signing."""
        form = self.page.locator("#do form")
        for name, value in values.items():
            if isinstance(value, bool):
                form.locator(f"[name='{name}']").set_checked(value)
            elif isinstance(value, list) and value and isinstance(value[0], dict):
                for index, row in enumerate(value):
                    self.fill({f"{name}-{index}-{column}": cell for column, cell in row.items()})
            elif isinstance(value, list):
                for label in value:
                    form.locator(f"fieldset:has([name='{name}']) label", has_text=label).locator("input").check()
            elif isinstance(value, dict):
                self._sign(form, name, value)
            elif isinstance(value, Path):
                form.locator(f"[name='{name}']").set_input_files(value)
            else:
                self._one(form.locator(f"[name='{name}']"), value)

    def _one(self, field: Any, value: str) -> None:
        if field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(label=value) if field.locator("option", has_text=value).count() else field.select_option(value)
        else:
            field.fill(value)

    def _sign(self, form: Any, name: str, value: dict[str, str]) -> None:
        """Sign on paper, or be refused with reason and witness, or draw a stroke."""
        box = form.locator(f"[data-sign]:has([name='{name}'])")
        if value["kind"] == "drawn":
            pad = box.locator("canvas")
            pad.scroll_into_view_if_needed()
            place = pad.bounding_box()
            mouse = self.page.mouse
            mouse.move(place["x"] + 20, place["y"] + 20)
            mouse.down()
            mouse.move(place["x"] + 80, place["y"] + 60, steps=6)
            mouse.move(place["x"] + 140, place["y"] + 25, steps=6)
            mouse.up()
            return
        box.locator(f"[name='{name}-how'][value='{value['kind']}']").check()
        if value["kind"] == "refused":
            box.locator(f"[name='{name}-reason']").fill(value["reason"])
            box.locator(f"[name='{name}-witness']").fill(value["witness"])

    def photo(self, name: str) -> Path:
        """A small picture such as a camera makes, to be laid to the case."""
        file = self.shots / name
        picture = Image.new("RGB", (640, 480), "#b7c9a8")
        ImageDraw.Draw(picture).rectangle((180, 200, 460, 420), fill="#b0583c", outline="#5a2c1e", width=6)
        picture.save(file, "JPEG", quality=80)
        return file

    def send(self, done: bool = True) -> None:
        """Press the form's main button; the page says that it is done (or is expected not to)."""
        empty = self.page.eval_on_selector_all("#do form :invalid", "fields => fields.map(field => field.name)")
        self.page.click("#do form .acts-bar .btn.main")
        self.page.wait_for_load_state()
        said = self.page.locator(".say").all_inner_texts()
        succeeded = any(text.strip().startswith("已办") for text in said)
        reasons = [text for kind in (".wrong", ".shut li") for text in self.page.locator(kind).all_inner_texts()]
        assert succeeded == done, f"{said} {reasons}" + (f" 浏览器认为未填：{empty}" if empty and not said else "")

    def do(self, name: str, values: dict[str, Any] | None = None, done: bool = True) -> None:
        """Open an action on the matter's page and do it."""
        self.page.goto(f"{self.page.url.split('?')[0].split('#')[0]}?do={name}")
        self.fill(values or {})
        self.send(done)

    def shoot(self, name: str) -> None:
        """Screenshots at the office's and the phone's size."""
        self.number += 1
        for label, width, height in (("1366", 1366, 768), ("390", 390, 844)):
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.screenshot(path=self.shots / f"{self.number:02}-{name}-{label}.png", full_page=True)
        self.page.set_viewport_size({"width": 1366, "height": 768})
