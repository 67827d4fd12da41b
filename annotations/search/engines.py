"""Keeping words and finding them: SQLite by FTS5, PostgreSQL by tsvector and GIN.

Both are given words that are folded and stemmed already and consist of letters, digits and marks
alone, so that a question's words can stand in the engines' own languages without further ado.

What is found goes through a gate: a QuerySet of the things that the reader may see, narrowed by
their filters. It is part of the same statement, so that nothing else is ever counted or fetched.

The newest are found in two ways. A word that many things hold is met soon when one walks from the
newest backwards; a word that few hold is looked up in the index, and what is found is sorted. FTS5
keeps its lists by id and walks either way. PostgreSQL would have to guess which is quicker, and
guesses as if words were spread evenly over the years; so it walks through a window of the newest,
and looks up the rest only when that did not yield enough.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from django.db import connection, transaction
from django.db.models import QuerySet

from annotations.models.words import Words
from annotations.search.asking import Question, Term

AT_ONCE = 500  # ids in one statement


class Candidate(NamedTuple):
    """Something that answers, and where in it the question's words stand."""

    pk: int
    places: Mapping[str, Sequence[int]]
    length: int  # words


class Candidates(NamedTuple):
    """What is to be ranked, and whether older things answer that are left out of it."""

    listed: list[Candidate]
    is_capped: bool


class Engine(Protocol):
    """What a database must be able to do; the tests hold both to the same."""

    def put(self, kind: type[Words], rows: Iterable[tuple[int, str]]) -> None:
        """Keeps the words of these, in place of what was kept before."""

    def add(self, kind: type[Words], pk: int, words: str) -> None:
        """Keeps the words of something new; one statement."""

    def drop(self, kind: type[Words], pks: Iterable[int]) -> None:
        """Forgets the words of these."""

    def purge(self) -> None:
        """Takes what was dropped out of the index's own pages too."""

    def kept(self, kind: type[Words], first: int, last: int) -> dict[int, str]:
        """What is kept of a range of ids, words parted by spaces."""

    def as_kept(self, words: str) -> str:
        """What is kept of these words, which of a very long text may be less."""

    def newest(
        self, kind: type[Words], gate: QuerySet[Any], question: Question, most: int, before: int
    ) -> list[int]:
        """The ids of the newest that answer and have a smaller id than `before`, newest first."""

    def candidates(
        self, kind: type[Words], gate: QuerySet[Any], question: Question, most: int
    ) -> Candidates:
        """At most the newest `most` that answer, for ranking."""


def engine() -> Engine:
    """The engine of the database that is used."""
    return _engines[connection.vendor]


class Sqlite:
    """FTS5 (sqlite.org/fts5.html), told by its `ascii` tokenizer to part words at spaces."""

    def put(self, kind: type[Words], rows: Iterable[tuple[int, str]]) -> None:
        kept = [(pk, words) for pk, words in rows]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT OR REPLACE INTO {_table(kind)} (rowid, words) VALUES (%s, %s)",  # noqa: S608
                kept,
            )

    def add(self, kind: type[Words], pk: int, words: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {_table(kind)} (rowid, words) VALUES (%s, %s)",  # noqa: S608
                [pk, words],
            )

    def drop(self, kind: type[Words], pks: Iterable[int]) -> None:
        _drop(kind, pks)

    def purge(self) -> None:
        """FTS5 only notes that a row is gone until it merges; merging all takes its words out."""
        with connection.cursor() as cursor:
            for kind in Words.__subclasses__():
                cursor.execute(
                    f"INSERT INTO {_table(kind)} ({_table(kind)}) VALUES ('optimize')"  # noqa: S608
                )

    def kept(self, kind: type[Words], first: int, last: int) -> dict[int, str]:
        return dict(_rows(kind, first, last))

    def as_kept(self, words: str) -> str:
        return words

    def newest(
        self, kind: type[Words], gate: QuerySet[Any], question: Question, most: int, before: int
    ) -> list[int]:
        return [pk for (pk,) in self._walk(kind, gate, question, most, before, "w.rowid")]

    def candidates(
        self, kind: type[Words], gate: QuerySet[Any], question: Question, most: int
    ) -> Candidates:
        rows = self._walk(kind, gate, question, most, LAST, "w.rowid, w.words")
        listed = [_candidate(pk, words.split(), question) for pk, words in rows]
        return Candidates(listed, len(listed) == most)

    def _walk(
        self,
        kind: type[Words],
        gate: QuerySet[Any],
        question: Question,
        most: int,
        before: int,
        columns: str,
    ) -> list[Any]:
        inner, params = _gate(gate)
        # CROSS JOIN: SQLite keeps the order of the tables, and asks the gate as it walks
        sql = f"""SELECT {columns} FROM {_table(kind)} w CROSS JOIN ({inner}) g ON g.id = w.rowid
            WHERE w.words MATCH %s AND w.rowid < %s ORDER BY w.rowid DESC LIMIT %s"""  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(sql, [*params, fts5_words(question), before, most])
            return list(cursor.fetchall())


def fts5_words(question: Question) -> str:
    """A question in FTS5's language (sqlite.org/fts5.html, 3)."""
    star = " *" if question.is_prefix else ""

    def term(one: Term) -> str:
        return " OR ".join(f'"{" ".join(reading)}"{star}' for reading in one.readings)

    asked = " AND ".join(f"({' OR '.join(map(term, group))})" for group in question.groups)
    return " NOT ".join([f"({asked})", *(f"({term(one)})" for one in question.without)])


class Postgresql:
    """tsvector and tsquery (PostgreSQL 15, 8.11 and 12), built from words and not from text."""

    # Of the newest ids, walked through before the index is asked: half a microsecond each, so that
    # a page of what one in a thousand holds comes by the one way as quickly as by the other
    WINDOW = 15_000
    ENOUGH = 500  # candidates from that window; with fewer, older ones are looked up

    def put(self, kind: type[Words], rows: Iterable[tuple[int, str]]) -> None:
        kept = [(pk, tsvector(words)) for pk, words in rows]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"""INSERT INTO {_table(kind)} (rowid, words) VALUES (%s, %s::tsvector)
                ON CONFLICT (rowid) DO UPDATE SET words = excluded.words
                WHERE {_table(kind)}.words <> excluded.words""",  # noqa: S608
                kept,
            )

    def add(self, kind: type[Words], pk: int, words: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {_table(kind)} (rowid, words) VALUES (%s, %s::tsvector)",  # noqa: S608
                [pk, tsvector(words)],
            )

    def drop(self, kind: type[Words], pks: Iterable[int]) -> None:
        _drop(kind, pks)

    def purge(self) -> None:
        """Nothing to do: what is deleted is no part of a dump, and vacuum clears its pages."""

    def kept(self, kind: type[Words], first: int, last: int) -> dict[int, str]:
        return {pk: words_in(vector) for pk, vector in _rows(kind, first, last)}

    def as_kept(self, words: str) -> str:
        return words_in(tsvector(words))

    def newest(
        self, kind: type[Words], gate: QuerySet[Any], question: Question, most: int, before: int
    ) -> list[int]:
        found = self._found(kind, gate, question, most, before, most, "w.rowid")
        return [pk for (pk,) in found]

    def candidates(
        self, kind: type[Words], gate: QuerySet[Any], question: Question, most: int
    ) -> Candidates:
        enough = min(self.ENOUGH, most)
        found = self._found(kind, gate, question, most, LAST, enough, "w.rowid, w.words")
        more = "[^']*" if question.is_prefix else ""
        wanted = re.compile(f"'((?:{'|'.join(question.words)}){more})':([0-9,]+)")
        listed = [_candidate_in(pk, vector, wanted) for pk, vector in found]
        return Candidates(listed, len(listed) >= enough)

    def _found(
        self,
        kind: type[Words],
        gate: QuerySet[Any],
        question: Question,
        most: int,
        before: int,
        enough: int,
        columns: str,
    ) -> list[Any]:
        with transaction.atomic(savepoint=False):
            floor = min(before, self._last(kind) + 1) - self.WINDOW
            found = self._walk(kind, gate, question, most, before, floor, columns)
            if len(found) >= enough or floor <= 0:
                return found
            return found + self._look_up(kind, gate, question, most - len(found), floor, columns)

    def _last(self, kind: type[Words]) -> int:
        """The greatest id. What follows in this transaction is too short to start workers for."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"""SELECT max(rowid), set_config('max_parallel_workers_per_gather', '0', true),
                set_config('jit', 'off', true) FROM {_table(kind)}"""  # noqa: S608
            )
            return cursor.fetchone()[0] or 0

    def _walk(
        self,
        kind: type[Words],
        gate: QuerySet[Any],
        question: Question,
        most: int,
        before: int,
        floor: int,
        columns: str,
    ) -> list[Any]:
        """IS TRUE keeps the planner from the index, LIMIT 1 from turning the gate inside out."""
        inner, params = _gate(gate)
        sql = f"""SELECT {columns} FROM {_table(kind)} w
            CROSS JOIN LATERAL (SELECT 1 FROM ({inner}) g WHERE g.id = w.rowid LIMIT 1) seen
            WHERE w.rowid >= %s AND w.rowid < %s AND (w.words @@ %s::tsquery) IS TRUE
            ORDER BY w.rowid DESC LIMIT %s"""  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(sql, [*params, floor, before, tsquery(question), most])
            return list(cursor.fetchall())

    def _look_up(
        self,
        kind: type[Words],
        gate: QuerySet[Any],
        question: Question,
        most: int,
        before: int,
        columns: str,
    ) -> list[Any]:
        """What the index or the reader's filters find, whichever is less, and then the newest."""
        inner, params = _gate(gate)
        sql = f"""SELECT {columns} FROM {_table(kind)} w JOIN ({inner}) g ON g.id = w.rowid
            WHERE w.rowid < %s AND w.words @@ %s::tsquery
            ORDER BY w.rowid + 0 DESC LIMIT %s"""  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(sql, [*params, before, tsquery(question), most])
            return list(cursor.fetchall())


def tsquery(question: Question) -> str:
    """A question as text that PostgreSQL reads as a tsquery."""

    def reading(words: Sequence[str]) -> str:
        asked = " <-> ".join(f"'{word}'" for word in words)
        return f"({asked}:*)" if question.is_prefix else f"({asked})"

    def term(one: Term) -> str:
        return f"({' | '.join(map(reading, one.readings))})"

    groups = [f"({' | '.join(map(term, group))})" for group in question.groups]
    return " & ".join([*groups, *(f"!{term(one)}" for one in question.without)])


def tsvector(words: str) -> str:
    """Words as text that PostgreSQL reads as a tsvector with their places."""
    places: dict[str, list[str]] = defaultdict(list)
    for place, word in enumerate(words.split(), 1):
        if len(places[word]) < MOST_PLACES:
            places[word].append(str(place))
    return " ".join(f"'{word}':{','.join(found)}" for word, found in places.items())


def words_in(vector: str) -> str:
    """The words of a tsvector in their order, parted by spaces."""
    placed: list[tuple[int, str]] = []
    for word, places in LEXEME.findall(vector):
        placed += [(int(place), word) for place in places.split(",")]
    return " ".join(word for _place, word in sorted(placed))


LEXEME = re.compile(r"'([^']+)':([0-9,]+)")
MOST_PLACES = 255  # of one word, as tsvector keeps them
LAST = 2**62  # greater than any id

_engines: dict[str, Engine] = {"sqlite": Sqlite(), "postgresql": Postgresql()}


def _candidate(pk: int, words: Sequence[str], question: Question) -> Candidate:
    wanted = question.words
    begun = tuple(wanted) if question.is_prefix else ()
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words, 1):
        if word in wanted or (begun and word.startswith(begun)):
            places[word].append(place)
    return Candidate(pk, places, len(words))


def _candidate_in(pk: int, vector: str, wanted: re.Pattern[str]) -> Candidate:
    places = {
        word: [int(place) for place in found.split(",")] for word, found in wanted.findall(vector)
    }
    return Candidate(pk, places, vector.count(":") + vector.count(","))


def _table(kind: type[Words]) -> str:
    return str(kind._meta.db_table)


def _gate(gate: QuerySet[Any]) -> tuple[str, Sequence[Any]]:
    sql, params = gate.order_by().values_list("id").query.sql_with_params()
    return str(sql), list(params)


def _drop(kind: type[Words], pks: Iterable[int]) -> None:
    waiting = list(pks)
    with connection.cursor() as cursor:
        for begin in range(0, len(waiting), AT_ONCE):
            some = waiting[begin : begin + AT_ONCE]
            signs = ", ".join(["%s"] * len(some))
            cursor.execute(f"DELETE FROM {_table(kind)} WHERE rowid IN ({signs})", some)  # noqa: S608


def _rows(kind: type[Words], first: int, last: int) -> Iterator[tuple[int, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid, words FROM {_table(kind)} WHERE rowid BETWEEN %s AND %s",  # noqa: S608
            [first, last],
        )
        yield from cursor.fetchall()
