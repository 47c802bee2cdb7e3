"""Bearer keys of devices and partners: made once, kept only as a digest, acting as the person they were given to."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from .models import Key, User

_SECRET_BYTES = 32


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def new_key(person: User, name: str, scope: str, at: datetime) -> tuple[Key, str]:
    """A new key and its secret, which nobody can read again. `scope` is one of `Key.Scope`."""
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    return Key.objects.create(person=person, name=name, scope=scope, digest=_digest(secret), made_at=at), secret


def person_of_key(secret: str, at: datetime) -> tuple[User, Key] | None:
    """Who acts with this secret at this moment, or None for a key that is unknown, revoked, or whose person is inactive.

    The row is found by the digest of the secret, so the time it takes tells nothing about secrets that exist.
    """
    key = Key.objects.select_related("person__authority").filter(digest=_digest(secret)).first()
    if key is None or key.made_at > at or (key.revoked_at is not None and key.revoked_at <= at) or not key.person.is_active:
        return None
    return key.person, key


def revoke_key(key: Key, at: datetime) -> Key:
    """End a key; what was done with it stays."""
    key.revoked_at = at
    key.save(update_fields=["revoked_at"])
    return key
