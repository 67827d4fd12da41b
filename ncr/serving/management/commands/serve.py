"""`manage.py serve`: prepares what is missing and serves the site until it is stopped."""

from __future__ import annotations

import os
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections

from ncr.accounts.links import LIFETIME, address_of, make_link
from ncr.serving import preparing


class Command(BaseCommand):
    help = "Prepares the site and serves it: two web workers and one for tasks."
    requires_system_checks = ()  # `make check` has them; here they would cost a second

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepares, says where the site is, and becomes the supervisor (execv)."""
        preparing.check_port(settings.SERVE_HOST, settings.SERVE_PORT)
        self._prepare()
        self._welcome()
        connections.close_all()
        self.stdout.flush()
        os.chdir(settings.BASE_DIR)
        command = [sys.executable, "-m", "ncr.serving.supervising"]
        os.execv(sys.executable, [*command, settings.SERVE_HOST, str(settings.SERVE_PORT)])  # noqa: S606

    def _prepare(self) -> None:
        preparing.migrate()
        preparing.collect_static()
        if preparing.load_samples():
            self.stdout.write("Sample articles are in; `manage.py remove_samples` takes them away.")

    def _welcome(self) -> None:
        self.stdout.write(f"\n  {settings.SITE_NAME} is at {settings.SITE_URL}/\n")
        administrator = preparing.first_administrator()
        if administrator is not None:
            hours = int(LIFETIME.total_seconds() // 3600)
            self.stdout.write(
                f"  The administrator signs in, once and within {hours} hours, by this link:\n"
                f"  {address_of(make_link(administrator))}\n"
            )
        self.stdout.write("  Ctrl-C stops it.\n\n")
