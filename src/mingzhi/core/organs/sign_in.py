"""The account behind a session, by prepared queries: every page begins with these two, and they were a fifth of a list.

Who may sign in, and how a session is made, kept and ended, stays Django's.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from .models import User
from .prepared import Prepared

_SESSION = Prepared(lambda key: Session.objects.filter(session_key=key), key=str)
_PERSON = Prepared(lambda person: User.objects.select_related("authority", "unit").filter(pk=person), person=int)


class Accounts(ModelBackend):
    """Accounts of the installation by name and password."""

    def get_user(self, user_id: Any) -> User | None:
        """The account with this id, its authority and unit at hand; None when there is none or it is no longer active."""
        person = _PERSON.first(person=int(user_id))
        return person if person is not None and self.user_can_authenticate(person) else None


class StoredSession(SessionStore):
    """Django's session in the database."""

    def _get_session_from_db(self) -> Any:
        row = _SESSION.first(key=self.session_key)
        if row is not None and row.expire_date > timezone.now():
            return row
        self._session_key = None
        return None
