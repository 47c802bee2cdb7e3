"""One browser for every test that needs one: Playwright's synchronous interface cannot be opened twice in a process."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

# Playwright's synchronous interface runs an event loop in this thread; the tests themselves are not asynchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

#: Width and height of a desk and of a phone.
SIZES = ((1366, 768), (390, 844))

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """Debian's Chromium, driven by Playwright."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("journeys need Chromium: install the package chromium, or name the program in CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield opened
        opened.close()
