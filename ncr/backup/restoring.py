"""Restoring a backup into an empty place, and checking afterwards that all of it is there."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.core.management import call_command, get_commands
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from ncr.backup import manifest, place, rows
from ncr.backup.archive import Archive
from ncr.backup.manifest import Manifest, TableEntry
from ncr.backup.rows import Table
from ncr.backup.taking import SECRET_KEY
from ncr.refusals import Refused
from ncr.secret import replace_secret
from ncr.serving import preparing

REINDEX = "reindex_search"


def restore(path: Path) -> tuple[Manifest, str]:
    """Fills an empty place with what a backup holds; answers its contents and fingerprint.

    The archive is verified before anything is written. Tables are made as they were then; rows
    come in one transaction, which ends only when each table's rows and SHA-256 are those of the
    archive and the uploads are in their place; then everything is migrated to the present. Raises
    Refused with words; until the transaction ends the place stays as empty as it was.
    """
    with Archive.open(path) as archive:
        place.check_known(archive.manifest.migrations)
        place.check_empty()
        archive.verify()
        place.bring_to(archive.manifest.migrations)
        with _uploads_beside(archive) as uploads:
            _fill(archive, uploads)
        _keep_secret_key(archive)
        found = archive.manifest, archive.fingerprint
    _bring_to_the_present()
    return found


def _fill(archive: Archive, uploads: Path) -> None:
    tables = rows.tables(MigrationLoader(connection))
    _check_columns(archive.manifest.tables, tables)
    with connection.constraint_checks_disabled():
        moved = False
        try:
            with transaction.atomic():
                place.lock()
                place.check_empty()
                _write_rows(archive, tables)
                _check_rows(archive.manifest.tables, tables)
                moved = _put_in_place(uploads)
        except BaseException:
            if moved:
                shutil.rmtree(place.media_root())
            raise


def _check_columns(entries: list[TableEntry], tables: dict[str, Table]) -> None:
    expected = {name: table.columns for name, table in tables.items()}
    for entry in entries:
        if expected.pop(entry.name, None) != entry.columns:
            raise Refused(
                _("The backup's table %(table)s is not as its state has it.")
                % {"table": entry.name}
            )
    if expected:
        raise Refused(
            _("The backup lacks the tables %(tables)s.") % {"tables": ", ".join(expected)}
        )


def _write_rows(archive: Archive, tables: dict[str, Table]) -> None:
    with connection.cursor() as cursor:
        for name in [*tables, rows.SESSIONS]:  # what migrating put in comes from the archive too
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(name)}")  # noqa: S608
    for entry in archive.manifest.tables:
        table = tables[entry.name]
        try:
            rows.write(table, archive.lines(entry.member), DEFAULT_DB_ALIAS)
            rows.go_on_counting(table, entry, DEFAULT_DB_ALIAS)
        except (DatabaseError, ValidationError, ValueError, TypeError) as error:
            raise _not_taken(entry.name, error) from error
    try:
        connection.check_constraints()
    except DatabaseError as error:
        raise _not_taken(_("a reference"), error) from error


def _not_taken(what: str, error: Exception) -> Refused:
    return Refused(
        _("The database does not take %(what)s from the backup: %(error)s Nothing was restored.")
        % {"what": what, "error": f"{error}".strip().splitlines()[0] if str(error) else "?"}
    )


def _check_rows(entries: list[TableEntry], tables: dict[str, Table]) -> None:
    """Reads everything back: what is in the database is what was in the other one."""
    for entry in entries:
        found = rows.digest(tables[entry.name], DEFAULT_DB_ALIAS)
        if found != (entry.rows, entry.sha256):
            raise Refused(
                _("%(table)s is not in the database as it is in the backup. Nothing was restored.")
                % {"table": entry.name}
            )


@contextmanager
def _uploads_beside(archive: Archive) -> Iterator[Path]:
    """The uploads in a folder beside their place, to be moved there in one step."""
    place.media_root().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=place.media_root().parent) as folder:
        root = Path(folder) / "media"
        root.mkdir()
        for name in archive.files():
            path = root / name.removeprefix(manifest.MEDIA)
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.writelines(archive.pieces(name))
        yield root


def _put_in_place(uploads: Path) -> bool:
    """Moves the uploads into their place where there are any; says whether it did."""
    if not any(uploads.iterdir()):
        return False
    if place.media_root().exists():
        shutil.rmtree(place.media_root())  # empty folders, as was checked
    uploads.rename(place.media_root())
    return True


def _keep_secret_key(archive: Archive) -> None:
    """Goes on with the secret key of the archive, where it has one and the environment none."""
    if not archive.has(manifest.SECRETS):
        return
    secrets = json.loads(b"".join(archive.pieces(manifest.SECRETS)))
    replace_secret(settings.DATA_DIR, str(secrets[SECRET_KEY]))


def _bring_to_the_present() -> None:
    """Migrates on, begins with an empty queue and cache, and makes anew what is derived."""
    preparing.migrate()
    DBTaskResult.objects.all().delete()
    caches["default"].clear()
    if REINDEX in get_commands():
        call_command(REINDEX, verbosity=0)
