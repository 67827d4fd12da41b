"""Which tables live in the second database: the cache's and the task queue's."""

from typing import Any

from django.db.models import Model

WORK_APPS = {"django_tasks_database"}


class WorkRouter:
    """Sends cache and tasks to `work`, and keeps everything else out of it."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        return "work" if self._is_work(model._meta.app_label) else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return (db == "work") == self._is_work(app_label)

    def _is_work(self, app_label: str) -> bool:
        # DatabaseCache asks under the label "django_cache"
        return app_label in WORK_APPS or app_label == "django_cache"
