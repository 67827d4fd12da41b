"""Where a backup is restored to: whether it is empty, and bringing its tables to a former state."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.exceptions import IrreversibleError
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from ncr.backup import rows
from ncr.backup.taking import uploads
from ncr.refusals import Refused

# What migrating itself puts in; where nobody has an account, nobody has changed it
SEEDED = {
    "django_content_type": "1 = 0",
    "auth_permission": "1 = 0",
    "auth_group": "1 = 0",
    "auth_group_permissions": "1 = 0",
    "articles_siterule": "1 = 0",
    "accounts_audience": "kind NOT IN ('everyone', 'members')",
}

Key = tuple[str, str]


def check_empty() -> None:
    """Raises Refused, naming what is there, unless nobody has put anything here yet."""
    if found := next(iter(uploads()), None):
        raise Refused(
            _("A backup is restored into an empty place only, and there are uploads: %(file)s.")
            % {"file": found}
        )
    if found_in := _tables_with_content():
        raise Refused(
            _(
                "A backup is restored into an empty place only, and the database has content"
                " (%(tables)s). Name a new folder by NCR_DATA, or an empty database by"
                " DATABASE_URL. Nothing was changed."
            )
            % {"tables": ", ".join([*found_in[:3], *(["…"] if found_in[3:] else [])])}
        )


def _tables_with_content() -> list[str]:
    there = set(connection.introspection.table_names())
    known = rows.tables(MigrationLoader(connection))
    return [name for name in known if name in there and _has_content(name)]


def _has_content(table: str) -> bool:
    which = SEEDED.get(table, "1 = 1")
    quoted = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {quoted} WHERE {which} LIMIT 1")  # noqa: S608
        return cursor.fetchone() is not None


def lock() -> None:
    """Keeps others from writing until the transaction ends; SQLite's transactions do anyway."""
    if connection.vendor != "postgresql":
        return
    names = ", ".join(map(connection.ops.quote_name, rows.tables(MigrationLoader(connection))))
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")


def check_known(migrations: Iterable[Key]) -> None:
    """Raises Refused where the program is older than a state."""
    known = MigrationLoader(None).disk_migrations
    if unknown := [key for key in migrations if key not in known]:
        raise Refused(
            _("The backup is newer than the program, which does not know %(migrations)s.")
            % {"migrations": ", ".join(f"{app}.{name}" for app, name in unknown)}
        )


def bring_to(migrations: Iterable[Key]) -> None:
    """Migrates an empty database forth, and where it is too new first back, to a state."""
    wanted = set(migrations)
    _go_back(wanted)
    executor = MigrationExecutor(connection)
    executor.migrate(list(_newest(executor.loader, wanted)))


def _go_back(wanted: set[Key]) -> None:
    executor = MigrationExecutor(connection)
    too_new = set(executor.loader.applied_migrations) & set(executor.loader.graph.nodes) - wanted
    if not too_new:
        return
    newest = {app: (app, name) for app, name in _newest(executor.loader, wanted)}
    targets: list[tuple[str, str | None]] = [
        newest.get(app, (app, None)) for app in sorted({app for app, _name in too_new})
    ]
    try:
        executor.migrate(targets)
    except IrreversibleError as error:
        raise Refused(
            _("The database is of a newer state and cannot be brought back: take an empty one.")
        ) from error


def _newest(loader: MigrationLoader, wanted: set[Key]) -> list[Key]:
    """Of each app the migrations that no other wanted one of it follows."""
    graph = loader.graph
    return sorted(
        key
        for key in wanted & set(graph.nodes)
        if not any(
            child.key in wanted and child.key[0] == key[0] for child in graph.node_map[key].children
        )
    )


def media_root() -> Path:
    return Path(settings.MEDIA_ROOT)
