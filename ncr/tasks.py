"""What is done in the background, and how the queue recovers from a worker that was killed."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from annotations.erasing import finish_erasing, unfinished
from annotations.queue_mail import mail_digests
from annotations.reporting import forget_origins
from annotations.sealing import empty_sealed, empty_sealed_profiles
from annotations.topics.figures import count_figures
from annotations.topics.suggesting import look_through_the_rest
from annotations.trusting import grow
from articles.importing.beginning import forget_imports, resume_stuck
from ncr.accounts.models import Notice, SignInLink
from ncr.accounts.signing import forget_unconfirmed

logger = logging.getLogger("ncr.tasks")

EVERY = timedelta(days=1)
KEEP_TASKS = timedelta(days=7)
KEEP_LINKS = timedelta(days=30)  # so long a used link says so, instead of "not found"
KEEP_NOTICES = timedelta(days=180)  # from when they were read; unread ones stay
KEEP_UNCONFIRMED = timedelta(days=7)  # accounts whose address was never confirmed
TRIES = 3


@task()  # type: ignore[untyped-decorator]
def erase_closed(person: int) -> None:
    """Erases an account that was closed; should this not come to its end, `tidy` sees to it."""
    finish_erasing(person)


@task()  # type: ignore[untyped-decorator]
def tidy() -> dict[str, int]:
    """What is done once a day: throws away what is past its time, and says how much of each.

    Moderators are mailed what waits for them, and trust grows. Repeating the rest is harmless.

    The next run is queued first: an error in this one does not end the series.
    """
    now = timezone.now()
    _queue_tidying(now + EVERY)
    _clear_sessions()
    for person in unfinished():
        finish_erasing(person)
    old_links = SignInLink.objects.filter(expires_at__lt=now - KEEP_LINKS)
    old_notices = Notice.objects.filter(read_at__lt=now - KEEP_NOTICES)
    old_tasks = DBTaskResult.objects.finished().filter(finished_at__lt=now - KEEP_TASKS)
    return {
        "links": old_links.delete()[0],
        "notices": old_notices.delete()[0],
        "tasks": old_tasks.delete()[0],
        "cache": clear_cache(now),
        "digests": mail_digests(),
        "origins": forget_origins(now),
        "sealed": empty_sealed(now) + empty_sealed_profiles(now),
        "unconfirmed": forget_unconfirmed(now - KEEP_UNCONFIRMED),
        "trust": grow(now),
        "figures": count_figures(now),
        "imports": forget_imports(now),
        "stuck": resume_stuck(now),
        "texts": look_through_the_rest(),
    }


def schedule_tidying() -> None:
    """Queues tidying for now, as the only run that waits."""
    _queue_tidying(timezone.now())


def _queue_tidying(when: datetime) -> None:
    waiting = DBTaskResult.objects.filter(task_path=tidy.module_path, status=TaskResultStatus.READY)
    waiting.delete()
    tidy.using(run_after=when).enqueue()


def _clear_sessions() -> None:
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def clear_cache(now: datetime) -> int:
    """Deletes expired rows of a cache kept in a database, which itself does so only when full."""
    cache = caches["default"]
    if not isinstance(cache, DatabaseCache):
        return 0
    connection = connections[router.db_for_write(cache.cache_model_class) or "default"]
    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {table} WHERE expires < %s",  # noqa: S608 (a quoted name from settings)
            [connection.ops.adapt_datetimefield_value(now.replace(microsecond=0))],
        )
        return int(cursor.rowcount)


def take_back(worker_id: str) -> None:
    """Queues again what this worker was doing when it was killed; a third time it has failed."""
    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
    for row in running:
        if row.worker_ids[-1:] != [worker_id]:
            continue
        if len(row.worker_ids) >= TRIES:
            row.set_failed(RuntimeError(f"Its worker was killed {TRIES} times while running it."))
            logger.error("task %s: its worker was killed %d times", row.task_path, TRIES)
        else:
            row.status = TaskResultStatus.READY
            row.save(update_fields=["status"])
            logger.warning("task %s: interrupted, queued again", row.task_path)
