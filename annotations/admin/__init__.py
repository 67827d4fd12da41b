"""The workplace of moderators, leaders, editors and owners, in Django's admin.

It reads through the gate and writes through verbs, as every surface does: no form of Django's own
saves or deletes a row that a verb owns. One module a subject.
"""

from annotations.admin import (
    annotations,
    articles,
    groups,
    holding,
    log,
    people,
    reports,
    roles,
    rules,
    threads,
    topics,
)

__all__ = [
    "annotations",
    "articles",
    "groups",
    "holding",
    "log",
    "people",
    "reports",
    "roles",
    "rules",
    "threads",
    "topics",
]
