"""Pieces of footage, answered by their view under the middlewares that write into every answer, and under no other.

A player asks for them many times a second, and session, person, form and message are no part of a piece: its token says it all. What the
view sends is sent from here; what it refuses, and every other address, takes the long way through all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import DisallowedHost
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.security import SecurityMiddleware
from django.urls import reverse

from mingzhi.faces.desk.views.playback import content

from .headers import ContentSecurityPolicy

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]
#: Stands in the address for the code of a viewing.
_CODE = "code"


class Pieces:
    """A WSGI application before that of the pages."""

    def __init__(self, pages: Application) -> None:
        self._pages = pages
        self._before, self._after = reverse("desk:play_content", args=[_CODE]).split(_CODE)
        # A test compares what comes out here with what comes out behind all middlewares.
        self._answered = SecurityMiddleware(XFrameOptionsMiddleware(ContentSecurityPolicy(self._viewed)))

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if environ["REQUEST_METHOD"] == "GET" and path.startswith(self._before) and path.endswith(self._after):
            # A copy, because a request writes into it, and the long way begins with what came.
            sent = self._sent(WSGIRequest(environ.copy()))
            if sent is not None:
                start_response(f"{sent.status_code} {sent.reason_phrase}", list(sent.items()))
                return [sent.content]
        return self._pages(environ, start_response)

    def _sent(self, request: WSGIRequest) -> HttpResponse | None:
        """The piece, where the view sends one; None for everything it answers otherwise."""
        try:
            request.get_host()
            answer = self._answered(request)
        except (DisallowedHost, Http404):
            return None
        return answer if isinstance(answer, HttpResponse) and answer.status_code == 206 else None

    def _viewed(self, request: HttpRequest) -> HttpResponseBase:
        return content(request, request.path_info[len(self._before) : -len(self._after)])
