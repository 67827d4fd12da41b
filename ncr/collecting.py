"""When Python looks through all its objects for what is garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collected_later() -> Iterator[None]:
    """Lets no garbage collection happen in this block; what is due happens after it.

    For transactions that come after much work in memory and that others wait for: looking through
    the objects of that work takes the time of several transactions. Collecting is a matter of the
    whole process, so the block has to be short.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
