"""`manage.py work`: the task worker, which tells that it lives and tidies up once a day."""

from __future__ import annotations

import signal
import socket
from argparse import ArgumentParser
from typing import Any

from django_tasks_db.management.commands import db_worker

from ncr.serving.heartbeat import Heartbeat
from ncr.serving.parents import end_with_parent
from ncr.tasks import schedule_tidying, take_back


class Command(db_worker.Command):  # type: ignore[misc]
    help = "Runs background tasks until stopped."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--with-parent", action="store_true", help="End when the process that started it ends."
        )
        parser.set_defaults(worker_id=socket.gethostname()[:63], startup_delay=False, reload=False)

    def handle(self, *args: Any, **options: Any) -> None:
        """Takes up what a killed worker left undone, then works.

        A worker's name is its machine's: one worker a machine.
        """
        if options.pop("with_parent"):
            end_with_parent(signal.SIGKILL)
        take_back(options["worker_id"])
        schedule_tidying()
        with Heartbeat():
            super().handle(*args, **options)
