"""`manage.py backup FILE`: the site in one file, while it runs."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ncr.backup.taking import Taken, take
from ncr.refusals import Refused


class Command(BaseCommand):
    help = "Writes database, uploads and settings into one file, while the site runs."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="a new file, like ncr.zip")
        parser.add_argument(
            "--force", action="store_true", help="write over a file that is there already"
        )
        parser.add_argument(
            "--with-secrets",
            action="store_true",
            help="put the secret key and the addresses with passwords in",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            taken = take(path, over=options["force"], with_secrets=options["with_secrets"])
        except Refused as refused:
            raise CommandError(refused.message) from refused
        except OSError as error:
            where = error.filename or path
            raise CommandError(f"{where}: {error.strerror or error}") from error
        self._tell(path, taken, with_secrets=options["with_secrets"])

    def _tell(self, path: Path, taken: Taken, *, with_secrets: bool) -> None:
        given = {"path": path, "rows": taken.rows, "files": taken.files}
        self.stdout.write(_("%(path)s: %(rows)d rows, %(files)d uploads.") % given)
        self.stdout.write(_("Fingerprint: %(sha)s") % {"sha": taken.fingerprint})
        self.stdout.write(_("Not in it: sessions (people sign in again), task queue, cache."))
        for name in taken.passed_over:
            self.stderr.write(_("Left out, as it is no plain file: %(name)s") % {"name": name})
        if with_secrets:
            self.stdout.write(_("It holds the secret key: keep it as you keep passwords."))
        else:
            self.stdout.write(
                _(
                    "Not in it either: the secret key. Without it links in mails that were sent"
                    " end (to stop mails, to confirm an address, to set a password). Keep"
                    " %(key)s apart, or make the backup --with-secrets."
                )
                % {"key": settings.DATA_DIR / "secret_key"}
            )
