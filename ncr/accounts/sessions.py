"""Sessions in the database, as Django's own, looked up by a statement that is compiled once."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from ncr.statements import Compiled

_standing: Compiled[Session] = Compiled(
    lambda *, key, now: Session.objects.filter(session_key=key, expire_date__gt=now)
)


class SessionStore(DatabaseStore):
    """One query, without the half of a millisecond that building it takes."""

    def _get_session_from_db(self) -> Session | None:
        found = _standing.first(key=str(self.session_key), now=timezone.now())
        if found is None:
            self._session_key: Any = None
        return found
