"""The site's settings, with what only tests want: quick hashing, a cache in memory."""

import os
import tempfile

os.environ.setdefault("NCR_DATA", tempfile.mkdtemp(prefix="ncr-test-"))

from ncr.settings import *  # noqa: F403
from ncr.settings import DATA_DIR, DATABASES, STATIC_ROOT

STATIC_ROOT.mkdir(parents=True, exist_ok=True)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
ALLOWED_HOSTS = ["*"]
WRITE_LIMIT = 10_000
# Files and not memory: the browser's server and the test are two threads on one database
worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
for alias, database in DATABASES.items():
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"] = {"NAME": str(DATA_DIR / f"test-{alias}-{worker}.sqlite3")}
