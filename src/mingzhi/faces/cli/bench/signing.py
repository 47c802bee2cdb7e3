"""Inside a passing installation: a session of the town's officer, without a password, in the product's store and in the floor's."""

from __future__ import annotations

import secrets
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.utils import timezone
from django.utils.crypto import get_random_string

from mingzhi.core.organs.models import User

from .town import ACCOUNT


def signed_in() -> dict[str, str]:
    """Cookies as `name=value`: `product` for the desk, `floor` for the page by hand."""
    person = User.objects.get(username=ACCOUNT)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    word = secrets.token_hex(16)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_session (word varchar(40) PRIMARY KEY, person_id bigint NOT NULL, ends_at bigint NOT NULL)")
        cursor.execute("INSERT INTO bench_session VALUES (%s, %s, %s)", [word, person.pk, int(timezone.now().timestamp()) + 86400])
    # A browser that has seen one page brings the secret of forms back; without it every page would draw a new one.
    secret = f"{settings.CSRF_COOKIE_NAME}={get_random_string(32)}"
    return {"product": f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {secret}", "floor": f"session={word}"}
