"""An import begins: a file is taken, and read at once or in the background."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import PurePath
from threading import BoundedSemaphore

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from django_tasks import task

from articles.importers.kinds import MAX_OTHER
from articles.importing.fetching import fetch
from articles.importing.reading import BEGUN, Stopped, read_import
from articles.models import Import, ImportChunk
from articles.normalising import without_unsayable
from ncr.accounts.limits import check_often
from ncr.accounts.models import User
from ncr.refusals import Refused

MOST_OPEN = 100  # imports of one person that nobody has finished
AT_ONCE = 1_000_000  # bytes; what is larger is read in the background
KEEP_UNFINISHED = timedelta(days=60)  # from the last time that somebody did something with them
KEEP_ENDED = timedelta(days=7)
FETCHED_A_MINUTE = 10  # by one person
QUICK = 4.0  # seconds that whoever sent a file waits for it
STUCK = timedelta(minutes=20)  # without a sign of who reads it

_at_once = BoundedSemaphore()  # each reading may take 512 MB: one beside the answers of a worker


def check_may_import(by: User) -> None:
    """Raises PermissionDenied for those who may not bring texts in."""
    if not by.has_perm("articles.change_article"):
        raise PermissionDenied


def begin_import(*, by: User, data: bytes, filename: str = "", address: str = "") -> Import:
    """An import of a file that waits to be read; `address` is where it was fetched from.

    Raises PermissionDenied, and Refused for an empty or too large file, or too many imports.
    """
    check_may_import(by)
    check_size(len(data))
    still_open = Import.objects.filter(by=by).exclude(
        state__in=[Import.State.DONE, Import.State.REFUSED, Import.State.CANCELLED]
    )
    if still_open.count() >= MOST_OPEN:
        raise Refused(
            _("You have %(most)d imports that are not finished. Finish or throw some away first.")
            % {"most": MOST_OPEN}
        )
    with transaction.atomic():
        begun = Import.objects.create(
            by=by,
            filename=without_unsayable(PurePath(filename.replace("\\", "/")).name)[-200:],
            address=address,
            size=len(data),
            digest=sha256(data).hexdigest(),
        )
        for number, start in enumerate(range(0, len(data), ImportChunk.SIZE)):
            # one by one: a statement with all of them would be some times the file
            part = data[start : start + ImportChunk.SIZE]
            ImportChunk.objects.create(bringing=begun, number=number, data=part)
    return begun


def begin_import_of_file(*, by: User, file: UploadedFile[bytes]) -> Import:
    """An import of a file that was sent; its size is judged before it is read."""
    check_may_import(by)
    check_size(file.size or 0)
    return begin_import(by=by, data=file.read(), filename=file.name or "")


def begin_import_from_web(*, by: User, address: str) -> Import:
    """An import of what is at a web address, fetched before this returns: at most 20 seconds.

    Raises as `begin_import` and `fetch`, and TooMany for who fetches too often.
    """
    check_may_import(by)
    check_often("fetching", str(by.pk), FETCHED_A_MINUTE)
    found = fetch(address)
    return begin_import(by=by, data=found.data, filename=found.filename, address=found.address)


def start_reading(begun: Import, within: float = QUICK) -> None:
    """Reads it at once where that takes a moment, and otherwise has it read in the background.

    A moment is at most `within` seconds.
    """
    if begun.size <= AT_ONCE and within > 0 and _at_once.acquire(blocking=False):
        try:
            with suppress(Stopped):
                read_import(begun.pk, _while_quick(within))
        finally:
            _at_once.release()
    waits = Import.objects.filter(pk=begun.pk, state__in=BEGUN)
    if waits.update(state=Import.State.WAITING):
        read_in_background.enqueue(begun.pk)
    begun.refresh_from_db()


def start_reading_all(begun: Iterable[Import]) -> None:
    """The same for several: those that are at hand when the moment is over wait."""
    end = time.monotonic() + QUICK
    for one in begun:
        start_reading(one, end - time.monotonic())


@task()  # type: ignore[untyped-decorator]
def read_in_background(pk: int) -> None:
    """Reads an import; one that was cancelled or is gone is left alone."""
    with suppress(Stopped):
        read_import(pk)


def cancel_import(bringing: Import, *, by: User) -> Import:
    """Stops an import and throws away what was found, until its text is an article."""
    check_may_import(by)
    with transaction.atomic():
        held = Import.objects.select_for_update().filter(pk=bringing.pk, by=by).first()
        if held is None or held.state == Import.State.DONE:
            raise Refused(_("This import is finished; its text is here."))
        held.state, held.markdown = Import.State.CANCELLED, None
        held.save(update_fields=["state", "markdown", "changed_at"])
        for rows in (held.pieces, held.pictures, held.chunks):
            rows.all().delete()
    bringing.refresh_from_db()
    return bringing


def read_again(bringing: Import, *, by: User) -> Import:
    """Reads the file once more, without any correction that was made."""
    check_may_import(by)
    waits = Import.objects.filter(pk=bringing.pk, by=by, state=Import.State.READY)
    if not waits.update(state=Import.State.WAITING):
        raise Refused(_("This import is finished or was thrown away; nothing was done twice."))
    start_reading(bringing)
    return bringing


def resume_stuck(now: datetime) -> int:
    """Queues again what a worker was reading, or about to, when it was killed; says how many."""
    stuck = Import.objects.filter(state__in=BEGUN, changed_at__lt=now - STUCK)
    found = list(stuck.values_list("pk", flat=True))
    for pk in found:
        # who looks at its page at the same moment does not queue it twice
        if stuck.filter(pk=pk).update(state=Import.State.WAITING, changed_at=now):
            read_in_background.enqueue(pk)
    return len(found)


def forget_imports(now: datetime) -> int:
    """Deletes imports that nobody went on with, and what was not taken; says how many."""
    unfinished = Import.objects.exclude(state=Import.State.DONE)
    ended = unfinished.filter(state__in=[Import.State.REFUSED, Import.State.CANCELLED])
    left = unfinished.filter(changed_at__lt=now - KEEP_UNFINISHED)
    old = ended.filter(changed_at__lt=now - KEEP_ENDED)
    return sum(found.delete()[1].get("articles.Import", 0) for found in (left, old))


def _while_quick(within: float) -> Callable[[], bool]:
    end = time.monotonic() + within
    return lambda: time.monotonic() < end


def check_size(size: int) -> None:
    """Raises Refused for a file of so many bytes that is empty, or too large for any kind."""
    if size == 0:
        raise Refused(_("The file is empty: there is no text in it."), "file")
    if size > MAX_OTHER:
        raise Refused(
            _("The file is too large: it has %(size).1f MB, and at most %(most)d MB are taken.")
            % {"size": size / 1_000_000, "most": MAX_OTHER // 1_000_000},
            "file",
        )
