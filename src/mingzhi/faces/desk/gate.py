"""The door of every desk page: signed in, password not expired, session alive; refusals become pages in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from mingzhi.core.engine.errors import ActionError
from mingzhi.core.organs.models import User, password_expired
from mingzhi.core.organs.people import place

from .errors import error_page

#: How long a session may go without being renewed in the store; every page within it writes nothing.
_RENEW_SECONDS = 60


class SignedIn(HttpRequest):
    """A request that has passed the door: its person is known."""

    user: User  # type: ignore[assignment]


def desk_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let in who is signed in; an `ActionError` becomes its page."""

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        place(request.user)
        _renew(request)
        if password_expired(request.user, timezone.now(), settings.PASSWORD_DAYS) and request.resolver_match.url_name != "password":
            return redirect("desk:password")
        try:
            return view(request, *args, **kwargs)
        except ActionError as problem:
            return error_page(request, problem)

    return inside


def _renew(request: HttpRequest) -> None:
    """Let the session live on from now, writing to the store at most once a minute."""
    now = int(timezone.now().timestamp())
    if now - request.session.get("renewed", 0) > _RENEW_SECONDS:
        request.session["renewed"] = now
