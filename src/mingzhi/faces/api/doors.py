"""Who may come in: a person's session (with CSRF check), or a bearer key within its scope; and how often."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import AuthenticationError, HttpError
from ninja.security import APIKeyCookie, HttpBearer
from ninja.throttling import SimpleRateThrottle
from ninja.utils import check_csrf

from mingzhi.core.engine.errors import ActionError
from mingzhi.core.organs.keys import person_of_key
from mingzhi.core.organs.models import Key, User, why_change_password

#: Requests of one person within a time; far above what a desk or a partner's nightly run needs.
RATE = "600/m"
#: The one operation that a key of scope `clues` opens.
CLUE_REGISTRATION = "act-clue.register"
_READING = frozenset({"GET", "HEAD"})


class KnownRequest(HttpRequest):
    """A request that came through a door: `auth` is the person."""

    auth: User


class ScopeTooNarrow(ActionError):
    """The key is valid and does not reach this far."""

    status = 403
    kind = "forbidden"


class PasswordExpired(ActionError):
    """The person must change the password before anything else."""

    status = 403
    kind = "password-expired"


class BearerKey(HttpBearer):
    """A key of a device or partner: acts as one person, within its scope."""

    def authenticate(self, request: HttpRequest, token: str) -> User:
        found = person_of_key(token, timezone.now())
        if found is None:
            raise AuthenticationError()
        person, key = found
        if not _reaches(key, request):
            raise ScopeTooNarrow(f"密钥“{key.name}”的权限是“{key.get_scope_display()}”，不能用于这项请求。请换用权限足够的密钥。")
        return person


def _reaches(key: Key, request: HttpRequest) -> bool:
    if key.scope == Key.Scope.ACT:
        return True
    if key.scope == Key.Scope.READ:
        return request.method in _READING
    if key.scope == Key.Scope.CLUES:
        return request.method == "POST" and request.resolver_match.url_name == CLUE_REGISTRATION
    return False


class SessionCookie(APIKeyCookie):
    """The session of somebody who signed in on the pages; unsafe methods need the CSRF token."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> User | None:
        if not request.user.is_authenticated:
            return None
        if check_csrf(request):
            raise HttpError(403, "CSRF")
        return self.authenticate(request, None)

    def authenticate(self, request: HttpRequest, key: str | None) -> User:
        person = cast(User, request.user)
        if why := why_change_password(person, timezone.now(), settings.PASSWORD_DAYS):
            raise PasswordExpired(f"{why}。")
        return person


class PersonThrottle(SimpleRateThrottle):
    """So many requests of one person in a time, by whatever door."""

    scope = "person"

    def get_cache_key(self, request: HttpRequest) -> str:
        return f"api-person-{cast(KnownRequest, request).auth.pk}"
