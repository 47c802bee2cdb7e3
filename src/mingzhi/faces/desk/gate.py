"""The door of every desk page: signed in, password not expired, session alive; refusals become pages in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from mingzhi.core.engine.errors import ActionError
from mingzhi.core.organs.models import User, why_change_password

from .errors import error_page
from .sessions import SessionStore


class SignedIn(HttpRequest):
    """A request that has passed the door: its person is known."""

    user: User  # type: ignore[assignment]


def desk_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let in who is signed in; an `ActionError` becomes its page."""

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # The person themselves: Django's stand-in for them asks twice for every word a page has of them.
        person = request.user = get_user(request)
        if not person.is_authenticated:
            return redirect_to_login(request.get_full_path())
        cast(SessionStore, request.session).renew(timezone.now())
        if request.resolver_match.url_name != "password" and why_change_password(person, timezone.now(), settings.PASSWORD_DAYS):
            return redirect("desk:password")
        try:
            return view(request, *args, **kwargs)
        except ActionError as problem:
            return error_page(request, problem)

    return inside
