"""A place for a site: a folder and a database of its own, where the real commands run."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
from psycopg import sql

from tests.serving.running import ROOT, environment

SERVER = os.environ.get("DATABASE_URL", "")
IS_POSTGRESQL = SERVER.startswith("postgres")
# Pages name their static files plainly: to prepare them takes longer than all else
START = """
import json, os
import django
from django.conf import settings
settings.STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
django.setup()
"""
Rows = dict[str, dict[Any, dict[str, Any]]]


class Place:
    """Where one site is kept."""

    def __init__(self, data: Path, url: str) -> None:
        self.data = data
        self.url = url  # empty for SQLite in the folder

    @property
    def settings(self) -> dict[str, str]:
        return {"DATABASE_URL": self.url} if self.url else {}

    def start(self, *command: str, **given: str) -> subprocess.Popen[str]:
        given.setdefault("DJANGO_SETTINGS_MODULE", "ncr.settings")
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=environment(self.data, **self.settings, **given),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def manage(self, *command: str, **given: str) -> subprocess.CompletedProcess[str]:
        """One command of manage.py, to its end."""
        process = self.start("manage.py", *command, **given)
        out, errors = process.communicate(timeout=300)
        return subprocess.CompletedProcess(command, process.returncode, out, errors)

    def do(self, *command: str, **given: str) -> str:
        """One that has to do what it says."""
        done = self.manage(*command, **given)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refused(self, *command: str, **given: str) -> str:
        """The words in which one refuses."""
        done = self.manage(*command, **given)
        assert done.returncode == 1, done.stdout
        assert done.stderr.startswith("CommandError: "), done.stderr
        return done.stderr.removeprefix("CommandError: ").strip()

    def python(self, code: str, **given: str) -> Any:
        """What a program of the site prints, which is JSON."""
        process = self.start("-c", START + code, **given)
        out, errors = process.communicate(timeout=300)
        assert process.returncode == 0, errors
        return json.loads(out or "null")

    @contextmanager
    def database(self) -> Iterator[Any]:
        """The database itself, without Django."""
        if self.url:
            with psycopg.connect(self.url, autocommit=True) as connection:
                connection.execute("SET TIME ZONE 'UTC'")
                yield connection
        else:
            with closing(sqlite3.connect(self.data / "ncr.sqlite3")) as connection:
                connection.execute("PRAGMA foreign_keys = ON")
                yield connection

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        with self.database() as connection:
            return list(connection.execute(statement).fetchall())

    def tables(self) -> list[str]:
        catalogue = (
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            if self.url
            else "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return sorted(name for (name,) in self.ask(catalogue))

    def rows(self) -> Rows:
        """Every row of every table, by table and first column; without what is derived."""
        kept = [name for name in self.tables() if not DERIVED.match(name)]
        with self.database() as connection:
            return {name: _rows(connection, name) for name in kept}


DERIVED = re.compile(r"annotations_[a-z]+words|django_session|django_migrations")


def _rows(connection: Any, table: str) -> dict[Any, dict[str, Any]]:
    cursor = connection.execute(f'SELECT * FROM "{table}"')
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, map(_plain, row), strict=True)) for row in cursor.fetchall()]
    return {row.get("id", index): row for index, row in enumerate(found)}


def _plain(value: Any) -> Any:
    """SQLite keeps JSON as text, in which the order of keys means nothing."""
    is_json = isinstance(value, str) and value[:1] in ("{", "[") and value[-1:] in ("}", "]")
    try:
        return json.loads(value) if is_json else value
    except ValueError:
        return value


@contextmanager
def a_place(folder: Path, *, postgresql: bool = IS_POSTGRESQL) -> Iterator[Place]:
    """A new place in a new folder; its database on PostgreSQL goes with it."""
    folder.mkdir(parents=True)
    if not postgresql:
        yield Place(folder, "")
        return
    name = f"ncr_place_{uuid4().hex[:12]}"
    server = urlsplit(SERVER)
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield Place(folder, urlunsplit(server._replace(path=f"/{name}")))
        finally:
            connection.execute(
                sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            )
