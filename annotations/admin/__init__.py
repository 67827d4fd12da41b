"""The workplace of moderators, leaders, editors and owners, in Django's admin.

It reads through the gate and writes through verbs, as every surface does: no form of Django's own
saves or deletes a row that a verb owns. One module a subject.
"""

from annotations.admin import (
    annotations,
    appeals,
    articles,
    groups,
    holding,
    log,
    people,
    queue,
    reports,
    roles,
    rules,
    threads,
    topics,
)

__all__ = [
    "annotations",
    "appeals",
    "articles",
    "groups",
    "holding",
    "log",
    "people",
    "queue",
    "reports",
    "roles",
    "rules",
    "threads",
    "topics",
]
