"""Ties a process's life to its parent's, so that nothing is left behind holding the port."""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
PARENT = "NCR_PARENT"


def named_parent() -> dict[str, str]:
    """The environment for children of this process that are to end with it."""
    return {**os.environ, PARENT: str(os.getpid())}


def end_with_parent(by: signal.Signals) -> None:
    """The kernel sends `by` to this process when its parent dies (prctl(2)); only Linux can.

    A parent that died before this was called is known by its name in the environment, as
    `named_parent` put it there; then the process ends at once.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(by), 0, 0, 0)
    parent = os.environ.pop(PARENT, "")
    if parent and os.getppid() != int(parent):
        os.kill(os.getpid(), signal.SIGKILL)
