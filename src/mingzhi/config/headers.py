"""The Content-Security-Policy of every answer: the same words always, so they are put together once.

The policy itself is `CONTENT_SECURITY_POLICY` in the settings. No page asks for an exception; an answer that brings a policy
of its own, as files from outside do with their sandbox, keeps it.
"""

from __future__ import annotations

from collections.abc import Callable

from csp.constants import HEADER
from csp.utils import build_policy
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class ContentSecurityPolicy:
    """Middleware that writes the policy into every answer that has none of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response
        self._policy = build_policy()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._get_response(request)
        response.headers.setdefault(HEADER, self._policy)
        return response
