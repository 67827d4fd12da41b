"""What has to be there before the site is served; each step does nothing where that is done."""

from __future__ import annotations

import errno
import socket
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError, connections
from django.db.migrations.executor import MigrationExecutor

from articles.models import Article
from ncr.accounts.models import User
from ncr.serving import static

CACHE_TABLE = settings.CACHES["default"].get("LOCATION", "")  # a cache in memory has none
ADDRESSES = {"default": "DATABASE_URL", "work": "NCR_WORK_URL"}


def check_port(host: str, port: int) -> None:
    """Refuses an address that cannot be listened on, in words. (Servers of ours share a port.)"""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError as error:
        raise CommandError(f"HOST: {host!r} is not an address of this machine.") from error
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
            probe.listen()
        except OSError as error:
            raise CommandError(why_not(error, host, port)) from error


def why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"PORT: something already listens on {host}:{port}. "
            "Stop it, or choose another port, for example: make run PORT=8010"
        )
    if error.errno == errno.EACCES:
        return f"PORT: this user may not listen on {port}; choose one from 1024."
    return f"HOST, PORT: cannot listen on {host}:{port}: {error.strerror}"


def migrate() -> None:
    """Brings both databases up to date; about 0.1 s when they are."""
    for alias in connections:
        try:
            executor = MigrationExecutor(connections[alias])
        except OperationalError as error:
            raise CommandError(f"{ADDRESSES[alias]}: no answer from there. {error}") from error
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", database=alias, verbosity=0, interactive=False)
    if CACHE_TABLE and CACHE_TABLE not in connections["work"].introspection.table_names():
        call_command("createcachetable", database="work", verbosity=0)


def collect_static() -> None:
    """Renames and compresses the static files anew when one of them, or the way of it, changed."""
    stamp = Path(settings.STATIC_ROOT) / ".sources"
    now = sources()
    if not stamp.exists() or stamp.read_text() != now:
        call_command("collectstatic", clear=True, interactive=False, verbosity=0)
        stamp.write_text(now)


def sources() -> str:
    """A digest of the name, size and time of every static file, and of the way they are made."""
    digest = sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    digest.update(Path(static.__file__).read_bytes())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def load_samples() -> bool:
    """Fills a site that has no article with the sample content; says whether it did."""
    if not settings.SAMPLES or Article.objects.exists():
        return False
    call_command("load_samples", verbosity=0)
    return True


def first_administrator() -> User | None:
    """The administrator who has yet to come in by a link; made where there is none at all."""
    administrators = list(User.objects.filter(is_superuser=True, is_active=True).order_by("pk"))
    if any(person.has_usable_password() for person in administrators):
        return None
    return administrators[0] if administrators else make_administrator()


def make_administrator() -> User:
    """A new account that no password opens yet: `admin`, or `admin-2` where that is taken."""
    names = chain(["admin"], (f"admin-{number}" for number in count(2)))
    free = next(name for name in names if not User.objects.filter(username=name).exists())
    return User.objects.create_superuser(free, password=None)
