"""Every page with sample contexts, as pictures: python -m tests.faces.desk.gallery DIRECTORY [name ...].

A tool for looking, not a test. Serves the pages from a directory and photographs them at 1366×768 and 390×844.
"""

from __future__ import annotations

import os
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree

import django
import django_htmx
from PIL import Image
from playwright.sync_api import sync_playwright

SIZES = {"1366": (1366, 768), "390": (390, 844)}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'"


class Server(SimpleHTTPRequestHandler):
    """Serves the gallery under the installation's content security policy."""

    def end_headers(self) -> None:
        """Adds the policy to every answer."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """Says nothing."""


def write(directory: Path) -> list[str]:
    """Writes every sample page and all static files into `directory`; gives the names of the pages."""
    from .house import PORTAL, STATIC, render
    from .samples import pages

    copytree(STATIC, directory / "static", dirs_exist_ok=True)
    copytree(PORTAL / "static", directory / "static", dirs_exist_ok=True)
    copytree(Path(django_htmx.__file__).parent / "static", directory / "static", dirs_exist_ok=True)
    Image.new("RGB", (794, 1123), "white").save(directory / "sheet.png")
    Image.new("RGB", (152, 114), "grey").save(directory / "thumb.png")
    for name, (template, context) in pages().items():
        (directory / f"{name}.html").write_text(render(template, context), encoding="utf-8")
    return list(pages())


def photograph(directory: Path, names: list[str]) -> None:
    """Takes each page at both sizes; prints what the browser complained of and every page wider than its window."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(directory)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        for size, (width, height) in SIZES.items():
            tab = browser.new_page(viewport={"width": width, "height": height})
            tab.on("console", lambda message: print("   ", message.type, message.text))
            tab.on("pageerror", lambda error: print("   ", error))
            for name in names:
                tab.goto(f"http://127.0.0.1:{server.server_port}/{name}.html")
                wide = tab.evaluate("document.documentElement.scrollWidth")
                print(name, size, f"wider than the window: {wide}" if wide > width else "")
                tab.screenshot(path=directory / f"{name}-{size}.png", full_page=True)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingzhi.config.settings")
    django.setup()
    everything = write(target)
    photograph(target, sys.argv[2:] or everything)
