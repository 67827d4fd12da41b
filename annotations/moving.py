"""The verb of moderation that brings a reply, with all that answers it, into another thread.

Within one article and one audience: who could read it before reads it afterwards, and nobody else.
The way back is the same verb, to what was answered before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import queueing
from annotations.decisions import tell_author
from annotations.logbook import checked_reason, log_words
from annotations.models import Annotation, Counter, Event, Thread
from annotations.placing import batches
from annotations.recording import locked_counter, record
from annotations.visibility import moderates
from articles.models import SiteRule
from ncr.accounts.models import User, audience_ids
from ncr.refusals import Conflict, NotAllowed, Refused

TO = "where"  # the field of a form that says what is answered from now on


def move(
    annotation: Annotation,
    *,
    to: Annotation,
    by: User,
    reason: str = "",
    rule: SiteRule | None = None,
    seen: int | None = None,
) -> Annotation:
    """Makes a reply answer something in another thread; what answers it goes along.

    By who moderates both threads; a locked one takes it as well. Its author is told. Conflict
    where it answers by now something else than when `annotation` was loaded. Costs some twenty
    queries, and two for each 500 that go along.
    """
    _check_moderates(by, annotation.thread)
    reason = checked_reason(reason)
    answered = annotation.parent_id
    with transaction.atomic():
        counter = locked_counter(annotation.thread.article, annotation.thread.audience)
        _lock(annotation)
        _check_movable(annotation, by)
        queueing.check_seen(annotation, seen)
        if annotation.parent_id == to.pk:
            return annotation
        if annotation.parent_id != answered:
            raise Conflict(_("Somebody moved it meanwhile. Look at it again, then decide."))
        branch = branch_of(annotation)
        target = _checked_target(to, annotation, branch, by)
        before = annotation.thread
        _carry(annotation, branch, target)
        _write_down(counter, annotation, before, by=by, reason=reason, rule=rule)
    return annotation


def opening_stays() -> str:
    """Why what opens a thread is not moved: it stands at a passage, and answers nothing."""
    return _("This opens a thread; move it to another passage instead.")


def branch_of(annotation: Annotation) -> list[int]:
    """The ids of an annotation and of all that answers it, directly or not; one query."""
    answers: dict[int | None, list[int]] = {}
    inside = Annotation.objects.filter(thread_id=annotation.thread_id).order_by("pk")
    for pk, parent in inside.values_list("pk", "parent_id"):
        answers.setdefault(parent, []).append(pk)
    branch = [annotation.pk]
    for pk in branch:  # which grows as it is gone through
        branch += answers.get(pk, [])
    return branch


def no_such_target() -> Refused:
    """The same whether it does not exist, is said elsewhere, or is not theirs to see."""
    return Refused(
        _(
            "Nothing with this address or label is said about this article to the same people."
            " Look it up in the article."
        ),
        TO,
    )


def _check_moderates(by: User, thread: Thread) -> None:
    if not moderates(by, thread):
        raise NotAllowed(_("Only moderators can do this."))


def _lock(annotation: Annotation) -> None:
    """Reads it anew and keeps its row; under the counter nobody else writes in either thread."""
    whole = Annotation.objects.select_related("thread__article", "thread__audience", "author")
    annotation.refresh_from_db(from_queryset=whole.select_for_update(of=("self",), no_key=True))


def _check_movable(annotation: Annotation, by: User) -> None:
    _check_moderates(by, annotation.thread)
    if annotation.is_opening:
        raise Refused(opening_stays())
    if annotation.is_withdrawn or annotation.moderation == Annotation.Moderation.REMOVED:
        raise Refused(_("This cannot be done to an annotation in that state."))
    if not Annotation.objects.moderated_by(by).filter(pk=annotation.pk).exists():
        raise NotAllowed(_("Only moderators can do this."))


def _checked_target(
    to: Annotation, annotation: Annotation, branch: Sequence[int], by: User
) -> Annotation:
    """What is answered from now on, as it stands, if it can be."""
    found = Annotation.objects.select_related("thread__article").filter(pk=to.pk)
    target: Annotation | None = found.first()
    if target is None or not _is_said_beside(target, annotation) or not _sees(by, target):
        raise no_such_target()
    if target.pk == annotation.pk:
        raise Refused(_("It cannot answer itself."), TO)
    if target.pk in branch:
        raise Refused(_("That is an answer to it, and goes along with it."), TO)
    if target.thread_id == annotation.thread_id:
        raise Refused(_("That is in the same thread. Choose something in another one."), TO)
    if not moderates(by, target.thread):
        raise NotAllowed(_("You do not moderate the thread to which it would go."), TO)
    if target.is_withdrawn:
        raise Refused(_("Its author withdrew what it would answer."), TO)
    if not target.is_readable:
        raise Refused(_("What it would answer is not shown at present."), TO)
    return target


def _is_said_beside(target: Annotation, annotation: Annotation) -> bool:
    here, there = annotation.thread, target.thread
    return (there.article_id, there.audience_id) == (here.article_id, here.audience_id)


def _sees(by: User, target: Annotation) -> bool:
    """Whether somebody reads it, or the line that stands in its place."""
    if Annotation.objects.visible_to(by).filter(pk=target.pk).exists():
        return True
    is_inside = target.thread.audience_id in audience_ids(by)
    return is_inside and Thread.objects.visible_to(by).filter(pk=target.thread_id).exists()


def _carry(annotation: Annotation, branch: Sequence[int], target: Annotation) -> None:
    """Brings a branch to its new place, with what is derived from it.

    Its events too: what is new in it is shown where it stands.
    """
    before, after = annotation.thread, target.thread
    readable, latest = _readable_in(branch)
    annotation.thread, annotation.parent = after, target
    annotation.save(update_fields=["thread", "parent"])
    for batch in batches(branch):
        Annotation.objects.filter(pk__in=batch).update(thread=after)
        Event.objects.filter(annotation_id__in=batch).update(thread=after)
    before.readable_count -= readable
    after.readable_count += readable
    if latest is not None:
        before.active_at = _active_without(before, latest)
        after.active_at = max(after.active_at, latest)
    for thread in (before, after):
        thread.save(update_fields=["readable_count", "active_at"])


def _readable_in(branch: Sequence[int]) -> tuple[int, datetime | None]:
    """How much of a branch everyone in its audience reads, and when the latest was written."""
    written: list[datetime] = []
    for batch in batches(branch):
        shown = Annotation.objects.published().filter(pk__in=batch)
        written += shown.values_list("created_at", flat=True)
    return len(written), max(written, default=None)


def _active_without(thread: Thread, latest: datetime) -> datetime:
    """When a thread was last active, now that what was written at `latest` is gone from it."""
    left = Annotation.objects.published().filter(thread=thread).aggregate(at=Max("created_at"))
    stays = max(left["at"] or thread.opened_at, thread.opened_at)
    return stays if stays < latest else thread.active_at


def _write_down(
    counter: Counter,
    annotation: Annotation,
    before: Thread,
    *,
    by: User,
    reason: str,
    rule: SiteRule | None,
) -> None:
    """An event for each thread, an entry in the log, and a word to its author."""
    now, after = timezone.now(), annotation.thread
    record(counter, Event.Kind.MOVED, by=by, thread=before, annotation=None, at=now)
    record(counter, Event.Kind.MOVED, by=by, thread=after, annotation=annotation, at=now)
    queueing.moved(annotation)
    labels = {"before": before.label, "after": after.label}
    log_words(after, annotation, act="move", by=by, reason=reason, rule=rule, at=now, **labels)
    tell_author(annotation, "move", by=by, reason=reason, rule=rule, at=now)
