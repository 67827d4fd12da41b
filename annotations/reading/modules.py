"""Which modules a page will ask for, so that it can ask for all of them at once.

A module names what it imports only when it has arrived, and that names more: without this the
reading room waits for three journeys to the server, one after another.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = "annotations/js/"
SOURCES = Path(__file__).resolve().parent.parent / "static" / FOLDER
IMPORTED = re.compile(r"""^import [^;]*?from "\./([\w.-]+)";""", re.MULTILINE)


@cache
def modules_for(*names: str) -> tuple[str, ...]:
    """These modules and all that they import at once, as static files."""
    found = dict.fromkeys(names)
    waiting = list(names)
    while waiting:
        source = (SOURCES / waiting.pop()).read_text("utf-8")
        fresh = [name for name in IMPORTED.findall(source) if name not in found]
        found.update(dict.fromkeys(fresh))
        waiting += fresh
    return tuple(f"{FOLDER}{name}" for name in found)
