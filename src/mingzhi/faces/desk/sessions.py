"""Sessions in the database that live on while their person works, without the whole session being written for that.

Only the day of its end is written, at most once a minute: two pages of one person never overwrite what the other has kept,
and a session that was ended elsewhere meanwhile stays ended.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import OperationalError

from mingzhi.core.organs.sign_in import StoredSession
from mingzhi.core.organs.turns import turn

_RENEW_AFTER = timedelta(minutes=1)

log = logging.getLogger(__name__)


class SessionStore(StoredSession):
    """Django's session in the database, with `renew`."""

    ends_at: datetime | None = None

    def _get_session_from_db(self) -> Any:
        row = super()._get_session_from_db()
        self.ends_at = row.expire_date if row is not None else None
        return row

    def renew(self, at: datetime) -> None:
        """Let a session that was read live on from `at`. A store that cannot write now costs nobody a page."""
        until = at + timedelta(seconds=self.get_session_cookie_age())
        if self.ends_at is None or until - self.ends_at < _RENEW_AFTER:
            return
        try:
            with turn():
                self.model.objects.filter(session_key=self.session_key).update(expire_date=until)
        except OperationalError:
            log.warning("a session was not renewed, and will be by its next page", exc_info=True)
