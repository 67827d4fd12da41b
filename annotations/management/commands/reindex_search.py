"""Makes what the search looks through anew, or says where it is not as it should be."""

from __future__ import annotations

from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotations.search.indexing import differences, reindex

MOST = 100  # lines of differences


class Command(BaseCommand):
    help = "Makes the search's index anew; the site may run meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check",
            action="store_true",
            help="change nothing; say what differs, and exit with 1 when anything does",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self.check_index()
        else:
            reindex(self.told if options["verbosity"] else lambda *_: None)

    def check_index(self) -> None:
        found = differences()
        listed = list(islice(found, MOST))
        for line in listed:
            self.stdout.write(line)
        if not listed:
            self.stdout.write("The search knows everything as it is.")
            return
        left = sum(1 for _line in found)
        raise CommandError(
            f"{len(listed) + left} differ; `manage.py reindex_search` mends that.", returncode=1
        )

    def told(self, kind: str, upto: int, last: int) -> None:
        self.stdout.write(f"{kind}: {min(upto, last):,} of {last:,}")
