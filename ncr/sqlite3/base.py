"""Django's SQLite backend, with writers that take turns and statements converted once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from ncr.sqlite3.turns import Turns, turns_at

PATIENCE = 20.0  # seconds, as SQLite's own `timeout` in the settings


@lru_cache(maxsize=2048)
def with_question_marks(query: str) -> str:
    """A statement with SQLite's sign for parameters instead of Django's."""
    return str(base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%"))


class CursorWrapper(base.SQLiteCursorWrapper):
    """Converts each statement once and not at every asking."""

    def convert_query(self, query: str, *, param_names: Any = None) -> str:
        if param_names is None:
            return with_question_marks(query)
        return str(super().convert_query(query, param_names=param_names))


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose transactions wait for their turn before they ask for SQLite's lock."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._turn: Turns | None = None

    def create_cursor(self, name: Any = None) -> Any:
        return self.connection.cursor(factory=CursorWrapper)

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._give_turn()
            raise

    def _commit(self) -> Any:
        # A commit that fails is followed by a rollback, which ends the turn
        result = super()._commit()  # type: ignore[misc]
        self._give_turn()
        return result

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]
        finally:
            self._give_turn()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]
        finally:
            self._give_turn()

    def _take_turn(self) -> None:
        if self._turn is not None or self.is_in_memory_db():
            return
        turns = turns_at(str(self.settings_dict["NAME"]))
        if not turns.take(PATIENCE):
            raise OperationalError("database is locked")
        self._turn = turns

    def _give_turn(self) -> None:
        turns, self._turn = self._turn, None
        if turns is not None:
            turns.give()
