"""`manage.py restore FILE`: a backup into an empty place."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from ncr.backup import manifest
from ncr.backup.manifest import Manifest
from ncr.backup.restoring import restore
from ncr.backup.taking import SECRET_KEY
from ncr.refusals import Refused


class Command(BaseCommand):
    help = "Fills an empty place with a backup, and checks that all of it is there."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="what `backup` wrote")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            contents, fingerprint = restore(options["file"])
        except Refused as refused:
            raise CommandError(refused.message) from refused
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror or error}") from error
        except DatabaseError as error:
            raise CommandError(_("The database refused: %(error)s") % {"error": error}) from error
        self._tell(contents, fingerprint)

    def _tell(self, contents: Manifest, fingerprint: str) -> None:
        files = sum(one.name.startswith(manifest.MEDIA) for one in contents.members)
        given = {"at": contents.made_at, "rows": sum(one.rows for one in contents.tables)}
        self.stdout.write(
            _("Restored as of %(at)s: %(rows)d rows, %(files)d uploads; all as in the backup.")
            % {**given, "files": files}
        )
        self.stdout.write(_("Fingerprint: %(sha)s") % {"sha": fingerprint})
        self._tell_of_settings(contents)

    def _tell_of_settings(self, contents: Manifest) -> None:
        if contents.settings:
            self.stdout.write(_("These settings were set there:"))
        for name, value in contents.settings.items():
            here = "" if os.environ.get(name) == value else _("  (not so here)")
            self.stdout.write(f"  {name}={value}{here}")
        if SECRET_KEY in contents.secrets_left_out:
            self.stdout.write(_("Its secret key was left out: put the one you kept in its place."))
        elif os.environ.get(SECRET_KEY):
            self.stdout.write(_("NCR_SECRET_KEY is set here and stays the secret key."))
        if others := [one for one in contents.secrets_left_out if one != SECRET_KEY]:
            self.stdout.write(_("Left out, as secret: %(names)s") % {"names": ", ".join(others)})
