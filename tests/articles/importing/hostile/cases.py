"""A file that is made when it is wanted: its name, and what makes it."""

from collections.abc import Callable

Case = tuple[str, Callable[[], bytes]]
