"""The three scripts of the desk in a real browser, under the content security policy, and the same pages without scripts."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page

from mingzhi.core.engine.fields import SignatureField

from .gallery import Server, write

pytestmark = pytest.mark.journey


class Drafts(Server):
    """Serves the gallery and takes drafts; keeps their bodies."""

    bodies: list[bytes] = []

    def do_POST(self) -> None:
        """Keeps the draft and answers as the desk does."""
        self.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        answer = json.dumps({"words": "草稿已存 10:33"}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)


@pytest.fixture(scope="module", name="address")
def _address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    directory = tmp_path_factory.mktemp("desk")
    write(directory)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Drafts, directory=str(directory)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(name="tab")
def _tab(browser: Browser) -> Iterator[Page]:
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    tab = context.new_page()
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: complaints.append(message.text) if "Content Security Policy" in message.text else None)
    yield tab
    context.close()
    assert complaints == []


def sign(tab: Page, place: int) -> None:
    """Draws two strokes with the mouse on the pad with this number."""
    pad = tab.locator("[data-pad]").nth(place)
    pad.scroll_into_view_if_needed()
    edge = pad.bounding_box()
    assert edge is not None
    for row in (30, 70):
        tab.mouse.move(edge["x"] + 20, edge["y"] + row)
        tab.mouse.down()
        tab.mouse.move(edge["x"] + 120, edge["y"] + row + 10, steps=4)
        tab.mouse.up()


def test_a_drawn_signature_is_one_the_engine_accepts(tab: Page, address: str) -> None:
    tab.goto(f"{address}/matter_evidence.html")
    sign(tab, 0)
    drawn = json.loads(tab.locator("input[name=first_signature]").input_value())
    assert SignatureField().clean(drawn)["paths"] == drawn["paths"]
    assert len(drawn["paths"]) == 2
    assert tab.locator("input[name=second_signature]").input_value() == ""


def test_a_signature_can_be_cleared_with_the_keyboard(tab: Page, address: str) -> None:
    tab.goto(f"{address}/matter_evidence.html")
    sign(tab, 1)
    assert tab.locator("input[name=second_signature]").input_value() != ""
    tab.locator("[data-pad]").nth(1).press("Delete")
    assert tab.locator("input[name=second_signature]").input_value() == ""


def test_rows_are_added_removed_and_numbered_in_order(tab: Page, address: str) -> None:
    tab.goto(f"{address}/matter_evidence.html")
    assert tab.locator("[data-rows] tbody tr").count() == 1
    tab.locator("[name=things-0-seen]").check()
    for place in ("西侧", "南侧"):
        tab.get_by_role("button", name="增加一行").click()
        tab.locator("[data-rows] tbody tr").last.locator("input").first.fill(place)
    tab.locator("[data-remove]").nth(1).click()
    assert tab.locator("[name=things-0-place]").input_value() == "东侧外墙"
    assert tab.locator("[name=things-1-place]").input_value() == "南侧"
    assert tab.locator("[name=things-2-place]").count() == 0
    seen = [tab.locator(f"[name=things-{row}-seen]") for row in (0, 1)]
    assert [(tick.is_checked(), tick.input_value()) for tick in seen] == [(True, "on"), (False, "on")]


def test_what_is_typed_goes_to_the_server_as_a_draft(tab: Page, address: str) -> None:
    tab.goto(f"{address}/matter_open.html")
    with tab.expect_response("**/draft/decide"):
        tab.locator("[name=reason]").fill("初次违法，已停止建设")
    tab.get_by_text("草稿已存 10:33").wait_for()
    assert any("初次违法，已停止建设".encode() in body for body in Drafts.bodies)
    assert tab.evaluate("localStorage.length") == 0


def test_what_cannot_reach_the_server_stays_in_this_browser_and_is_offered_again(tab: Page, address: str) -> None:
    tab.route("**/draft/**", lambda route: route.abort())
    tab.goto(f"{address}/matter_open.html")
    tab.locator("[name=reason]").fill("山里没有信号")
    tab.get_by_text("草稿暂存在本机").wait_for()
    tab.reload()
    assert tab.locator("[name=reason]").input_value() == ""
    tab.get_by_role("button", name="恢复").click()
    assert tab.locator("[name=reason]").input_value() == "山里没有信号"


def test_leaving_forgets_what_this_browser_kept(tab: Page, address: str) -> None:
    tab.goto(f"{address}/matter_open.html")
    tab.evaluate("localStorage.setItem('mingzhi-draft:7:x', '[]')")
    tab.route("**/sign-out", lambda route: route.fulfill(status=204))
    tab.locator(".me [data-leave]").click()
    assert tab.evaluate("localStorage.length") == 0


def test_a_menu_closes_on_escape_and_gives_the_focus_back(tab: Page, address: str) -> None:
    tab.goto(f"{address}/first_page.html")
    tab.locator("nav details summary").click()
    tab.keyboard.press("Escape")
    assert tab.locator("nav details").get_attribute("open") is None
    assert tab.evaluate("document.activeElement.textContent") == "更多"


def test_another_action_opens_in_place_of_the_one_before(tab: Page, address: str) -> None:
    page = tab.request.get(f"{address}/matter_evidence.html").text()
    tab.route("**/do/evidence", lambda route: route.fulfill(body=page, content_type="text/html"))
    tab.goto(f"{address}/matter.html")
    tab.get_by_role("link", name="补充证据").click()
    tab.get_by_text("下一步：现场检查").wait_for()
    assert tab.locator("#do").count() == 1
    assert tab.locator("[data-pad]").first.is_visible()


def test_no_page_is_wider_than_a_phone(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    for name in ("matter", "matter_evidence", "matter_list", "first_page", "people", "provisions", "calendar", "check_genuine"):
        tab.goto(f"{address}/{name}.html")
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390, name


def test_without_scripts_a_party_can_still_refuse_and_rows_are_blank(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}/matter_evidence.html")
    assert tab.locator("[name=party_signature-witness]").is_visible()
    assert tab.locator("[name=things-3-place]").is_visible()
    assert not tab.locator("[data-add]").is_visible()
    assert not tab.locator("[data-pad]").first.is_visible()
    context.close()
