"""The process that lives in a passing installation: does one task of a measurement and prints what it found as JSON.

Started by `installation.py` as `python -m mingzhi.faces.cli.bench.inside TASK ARGUMENTS`; nobody else calls it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any


def prepare(cases: int) -> None:
    """Tables and town."""
    from mingzhi.faces.cli.installation import bring_up_to_date

    bring_up_to_date()
    from .town import lay

    lay(cases)


def actions(size: int, disk: str | None) -> dict[str, Any]:
    """Actions one after another, between slices of their floors."""
    from .acting import one_after_another

    return one_after_another(size, disk)


def write(writers: int, share: int, of: int, seconds: float) -> dict[str, Any]:
    """Several writers at once. Says that it is ready, and begins when it is told to."""
    from .acting import at_once, version

    found = version()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    return {"took": at_once(writers, share, of, time.time() + seconds), "version": found}


def sign_in() -> dict[str, str]:
    """A session of the town's officer, for the product's page and for the page by hand."""
    from .signing import signed_in

    return signed_in()


def serve(port: int, by_hand: bool) -> None:
    """Serve the product, or the page by hand, under the same settings."""
    from .serving import serve_on

    # The server's log goes where errors go: nobody reads this process's answer before it ends.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve_on(port, by_hand)
    raise SystemExit  # there is nothing to answer


def upload_key() -> str:
    """A bearer key for uploads."""
    from .uploads_served import upload_key as made

    return made()


def serve_uploads(port: int) -> None:
    """Serve the upload endpoint as the keeper does."""
    from .uploads_served import serve_on

    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve_on(port)
    raise SystemExit


def open_viewing(film: str) -> dict[str, str]:
    """A viewing of a film, as its player has it."""
    from .ranges_served import open_viewing as opened

    return opened(film)


def piece_ms(path: str, cookie: str) -> float:
    """What one piece costs in Python."""
    from .ranges_served import piece_ms as cost

    return cost(path, cookie)


def serve_ranges(port: int, film: str) -> None:
    """Serve ranges of a film by hand."""
    from .ranges_served import serve_on

    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve_on(port, film)
    raise SystemExit


def lay_titles(count: int) -> None:
    """Matters to search, with their index."""
    from .searching import lay_titles as lay

    lay(count)


def ask_titles() -> dict[str, Any]:
    """What the search finds and how long it takes, beside LIKE."""
    from .searching import ask_titles as ask

    return ask()


def lay_decisions(count: int) -> dict[str, str]:
    """Decisions that are public, and the addresses of their pages."""
    from .published import lay_decisions as lay

    return lay(count)


def serve_public(port: int) -> None:
    """Serve the product with its static files."""
    from .published import serve_on

    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve_on(port)
    raise SystemExit


def version() -> str:
    """The database and its version."""
    from .acting import version as of_database

    return of_database()


_ALL = (
    prepare, actions, write, sign_in, serve, upload_key, serve_uploads, open_viewing, piece_ms, serve_ranges, lay_titles, ask_titles,
    lay_decisions, serve_public, version,
)  # fmt: skip
TASKS = {task.__name__: task for task in _ALL}


def main() -> None:
    from django.conf import settings

    from mingzhi.faces.cli.installation import open_installation

    open_installation(None)
    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
    found = TASKS[sys.argv[1]](**json.loads(sys.argv[2]))
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
