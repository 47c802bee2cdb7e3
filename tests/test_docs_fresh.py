"""Generated pages equal what the code says today; `make docs` writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingzhi.faces.cli.binding import bound_provisions, proofs_directory
from mingzhi.faces.cli.documents import actions_page, provisions_page

DOCS = Path(__file__).resolve().parents[1] / "docs"
FORMAT = DOCS.parent / "src" / "mingzhi" / "faces" / "cli" / "stories" / "format.md"
PAGES = {
    "actions.md": actions_page,
    "provisions.md": lambda: provisions_page(bound_provisions(proofs_directory())),
    "scenarios.md": lambda: FORMAT.read_text(encoding="utf-8"),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_fresh(name: str):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run make docs"


def test_generation_gives_the_same_twice():
    assert provisions_page(bound_provisions(proofs_directory())) == provisions_page(bound_provisions(proofs_directory()))
    assert actions_page() == actions_page()
