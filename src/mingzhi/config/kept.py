"""Public pages as they were made last, answered before Django while nothing they are made of has changed.

A page of a town's public site is the same for everybody and says that any cache may keep it. This one, inside the process, keeps it as
long as the town's ledger has not grown and the day has not turned: whatever happens in a town is an entry of its ledger. That is looked
up once a second, so a page is at most a second behind; a page that does not say `public` is never kept.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import DatabaseError
from django.utils import timezone

from mingzhi.core.ledger.models import LedgerHead

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]
Headers = list[tuple[str, str]]
#: What a page may have been made of: how long each log of the town was, and on which day.
State = tuple[tuple[int, ...], date]

BEFORE = "/t/"
#: A change is seen after this long at the latest.
LOOKED_UP_SECONDS = 1.0
#: Pages kept at once, and the letters of an address and the bytes of a page beyond which it is not worth it.
MOST_PAGES, LONGEST_QUERY, LARGEST_BYTES = 400, 100, 1 << 18
#: Whoever sends one of these may be answered otherwise.
_OTHERWISE = ("HTTP_RANGE", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_HX_REQUEST", "HTTP_AUTHORIZATION")
#: What a “not modified” says nothing of (RFC 9110 15.4.5).
_OF_THE_BODY = frozenset({"content-type", "content-length"})


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it went out. `unchanged` are the headers when whoever asks has it already, `etag` by which that is known."""

    state: State
    status: str
    headers: Headers
    unchanged: Headers
    etag: str
    body: bytes


class Kept:
    """A WSGI application before that of the pages."""

    def __init__(self, pages: Application) -> None:
        self._pages = pages
        self._kept: dict[tuple[str, ...], _Page] = {}
        self._known: dict[str, tuple[float, State]] = {}
        self._lock = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not path.startswith(BEFORE) or environ["REQUEST_METHOD"] != "GET" or any(name in environ for name in _OTHERWISE):
            return self._pages(environ, start_response)
        query = environ.get("QUERY_STRING", "")
        # Looked up before the page is made: a change in between makes it newer than it is taken for, never older.
        state = self._state(path[len(BEFORE) :].partition("/")[0]) if len(query) <= LONGEST_QUERY else None
        if state is None:
            return self._pages(environ, start_response)
        # By the host too, and by what may be behind a proxy: the first time, Django has asked whether they may be.
        key = (environ.get("HTTP_HOST", ""), environ.get("HTTP_X_FORWARDED_PROTO", ""), environ.get("wsgi.url_scheme", ""), path, query)
        page = self._kept.get(key)
        if page is not None and page.state == state:
            if page.etag and environ.get("HTTP_IF_NONE_MATCH") == page.etag:
                start_response("304 Not Modified", list(page.unchanged))
                return [b""]
            start_response(page.status, list(page.headers))
            return [page.body]
        return self._made(environ, start_response, key, state)

    def _made(self, environ: dict[str, Any], start_response: Any, key: tuple[str, ...], state: State) -> Iterable[bytes]:
        """The page made anew, and kept if everybody may have it."""
        said: list[tuple[str, Headers]] = []

        def started(status: str, headers: Headers, *more: Any) -> Any:
            said.append((status, headers))
            return start_response(status, headers, *more)

        answer = self._pages(environ, started)
        if said and isinstance(answer, list) and len(answer) == 1 and self._may_be_kept(*said[0], answer[0]):
            status, headers = said[0]
            unchanged = [(name, value) for name, value in headers if name.lower() not in _OF_THE_BODY]
            etag = next((value for name, value in headers if name.lower() == "etag"), "")
            self._keep(key, _Page(state, status, list(headers), unchanged, etag, answer[0]))
        return answer

    @staticmethod
    def _may_be_kept(status: str, headers: Headers, body: bytes) -> bool:
        if not status.startswith("200 ") or len(body) > LARGEST_BYTES:
            return False
        by_name = {name.lower(): value for name, value in headers}
        return "public" in by_name.get("cache-control", "") and not {"set-cookie", "vary"} & by_name.keys()

    def _keep(self, key: tuple[str, ...], page: _Page) -> None:
        with self._lock:
            self._kept.pop(key, None)
            self._kept[key] = page
            while len(self._kept) > MOST_PAGES:
                del self._kept[next(iter(self._kept))]

    def _state(self, town: str) -> State | None:
        """What a page of this town may be made of now; None for a town without a ledger, whose pages are made each time."""
        now = time.monotonic()
        known = self._known.get(town)
        if known is not None and now - known[0] < LOOKED_UP_SECONDS:
            return known[1]
        try:
            sizes = tuple(LedgerHead.objects.filter(log__authority__code=town).order_by("pk").values_list("size", flat=True))
        except (DatabaseError, ValueError):
            # The long way says what is wrong, and gets itself another connection.
            return None
        if not sizes:
            return None
        state = (sizes, timezone.localdate())
        self._known[town] = (now, state)
        return state
