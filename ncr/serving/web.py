"""One web server: `python -m ncr.serving.web HOST PORT WORKERS [APPLICATION]`."""

import signal
import sys

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

from ncr.serving.bodies import SENDERS
from ncr.serving.parents import end_with_parent

# Views hold the interpreter's lock while they work: more threads would only make each answer
# later, and each thread keeps a connection to each database. So these few answer, and the others
# are there to wait for bodies
ANSWERING = 4
SITE = "ncr.serving.application:application"


def serve(host: str, port: int, workers: int, application: str = SITE) -> None:
    """Serves until told to stop; then gives requests under way five seconds.

    Benchmarks name another application, to have the same server around it.
    """
    Granian(
        application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        respawn_failed_workers=workers > 1,
        blocking_threads=ANSWERING + SENDERS,
        blocking_threads_idle_timeout=600,  # a thread that ends takes its connections along
        http=HTTPModes.http1,
        websockets=False,
        backlog=1024,
        workers_kill_timeout=5,
        log_level=LogLevels.error,
    ).serve()


if __name__ == "__main__":
    end_with_parent(signal.SIGTERM)
    serve(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
