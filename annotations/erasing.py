"""Erasing an account: its owner leaves, and what they wrote goes along or stays without their name.

Two steps. `close_account` is short: nobody can sign in any more, the names are retired, and the
log says what was chosen. `finish_erasing` does the rest in short transactions, each of one article
and audience, so that ten thousand annotations hold no lock for long. Interrupted, it is taken up
again where it was (`unfinished`, asked once a day): what is done already is not found again.

What is erased: bodies, their HTML and all versions, notes to oneself with all that belongs to them,
reactions, reports' words, addresses, second factors, links, sessions, notices, memberships, roles.
What stays: the shape of threads, what others said (quotations in their answers included), who did
what to whom in the log, as numbers; a hash of the names, so that nobody else gets them.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from html import escape
from itertools import groupby
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import queueing
from annotations.logbook import log_act
from annotations.mentions import unlinked
from annotations.models import (
    Annotation,
    AnnotationVersion,
    Assignment,
    Counter,
    Event,
    Firing,
    HoldRule,
    ModerationEntry,
    Reaction,
    Report,
    Thread,
    Topic,
)
from annotations.reading.stored import forget_pages
from annotations.recording import locked_counter, record
from annotations.roles import OWNERS, is_owner
from annotations.search.indexing import index_annotations, purge
from annotations.topics.judging import forget_verdicts_of
from articles.models import Article
from ncr.accounts.grouping import leave_all
from ncr.accounts.models import Audience, Invitation, User
from ncr.accounts.naming import retire
from ncr.accounts.sessions import end_sessions_of
from ncr.refusals import NotAllowed, Refused

AT_ONCE = 25  # annotations in one transaction: some tens of milliseconds
CLOSED = {True: "close-keep", False: "close-erase"}  # by whether what they wrote is kept
ERASED = "erased"


def erase(person: User, *, keep: bool, by: User, reason: str = "") -> None:
    """Both steps in one go; as long as it takes, which is about a second per 500 annotations."""
    close_account(person, keep=keep, by=by, reason=reason)
    finish_erasing(person.pk)


def close_account(person: User, *, keep: bool, by: User, reason: str = "") -> None:
    """Ends an account at once and for good; by its owner themselves, or by an owner of the site.

    The last owner of the site cannot go: nobody would be left to look after it.
    """
    if by.pk != person.pk and not is_owner(by):
        raise NotAllowed(_("Only owners of the site can delete somebody else's account."))
    with transaction.atomic():
        # The owners' rows first and in their order: two who leave at once must not await each other
        is_last = is_last_owner(person, lock=True)
        locked = User.objects.select_for_update().get(pk=person.pk)
        if _chosen(locked.pk) is not None:
            return
        if is_last:
            raise Refused(_last_owner_stays(by.pk == person.pk))
        leave_all(locked)
        retire(locked)
        locked.is_active = False
        locked.set_unusable_password()
        locked.save(update_fields=["is_active", "password"])
        log_act(_subject(person.pk), CLOSED[keep], by=by, reason=reason)
    end_sessions_of(person.pk)
    person.is_active = False


def _last_owner_stays(is_oneself: bool) -> str:
    if is_oneself:
        return _(
            "You are the last owner of this site. Make somebody else an owner first,"
            " then you can delete your account."
        )
    return _("This is the last owner of the site, who cannot be deleted.")


def is_last_owner(person: User, *, lock: bool = False) -> bool:
    """Whether nobody else who can sign in runs the site; at most three queries.

    With `lock` the owners' rows are locked until the transaction ends: of the last two who leave
    at the same time, one stays.
    """
    if not is_owner(person):
        return False
    owners = Q(is_superuser=True) | Q(groups__in=Group.objects.filter(name=OWNERS))
    listed = User.objects.filter(owners, is_active=True, is_staff=True, is_sample=False)
    standing = User.objects.filter(pk__in=set(listed.values_list("pk", flat=True)), is_active=True)
    if lock:
        standing = standing.order_by("pk").select_for_update()
    return not {one.pk for one in standing} - {person.pk}


def unfinished() -> list[int]:
    """Accounts that were closed and are still there."""
    closed = ModerationEntry.objects.filter(act__in=CLOSED.values()).values_list("subject")
    ids = {int(subject.removeprefix("person ")) for (subject,) in closed}
    return list(User.objects.filter(pk__in=ids, is_active=False).values_list("pk", flat=True))


def finish_erasing(pk: int) -> None:
    """Erases what was closed, and the account; does nothing where it is gone already."""
    person = User.objects.filter(pk=pk).first()
    keep = _chosen(pk)
    if person is None or keep is None:
        return
    with _overwriting():
        _delete_notes_to_oneself(person)
        for batch in _batches(person):
            (_let_go if keep else _take_away)(batch)
            forget_pages([batch[0].thread.article_id])
        _take_reactions_back(person)
        _unlink_mentions(person)
        _withdraw_proposals(person, keep=keep)
        _clean_up(person, keep=keep)
        purge()
    _empty_journals()


def _chosen(pk: int) -> bool | None:
    """What was chosen when the account was closed; None when it was not."""
    acts = ModerationEntry.objects.filter(subject=_subject(pk), act__in=CLOSED.values())
    act = acts.order_by("-id").values_list("act", flat=True).first()
    return None if act is None else act == CLOSED[True]


def _subject(pk: int) -> str:
    return f"person {pk}"


@contextmanager
def _overwriting() -> Iterator[None]:
    """SQLite writes zeros over what is deleted, also where it was built not to."""
    with ExitStack() as until:
        for one in _sqlite_files():
            cursor = until.enter_context(one.cursor())
            before = cursor.execute("PRAGMA secure_delete").fetchone()[0]
            cursor.execute("PRAGMA secure_delete = 1")
            until.callback(cursor.execute, f"PRAGMA secure_delete = {int(before)}")
        yield


def _empty_journals() -> None:
    """Brings SQLite's write-ahead log home and cuts it to nothing: it holds pages as they were.

    Where readers do not let go of it within the timeout it is left for the next time.
    """
    for one in _sqlite_files():
        if not one.in_atomic_block:
            with one.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _sqlite_files() -> list[BaseDatabaseWrapper]:
    """The site's databases that are SQLite's: what people wrote, and cache and tasks."""
    return [one for one in connections.all() if one.vendor == "sqlite"]


def _delete_notes_to_oneself(person: User) -> None:
    """Threads that only this person could read, with anchors, events, versions, assignments."""
    audience = Audience.objects.filter(person=person).first()
    if audience is None:
        return
    own = Thread.objects.filter(audience=audience).order_by("pk")
    while ids := list(own.values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            Thread.objects.filter(pk__in=ids).delete()
    with transaction.atomic():
        Event.objects.filter(audience=audience).delete()
        Counter.objects.filter(audience=audience).delete()
        audience.delete()


def _batches(person: User) -> Iterator[list[Annotation]]:
    """What is left of the person's annotations, by article and audience, few at a time.

    Each batch is treated before the next is looked for, and then is theirs no longer.
    """
    mine = Annotation.objects.filter(author=person).select_related(
        "thread__article", "thread__audience"
    )
    ordered = mine.order_by("thread__article_id", "thread__audience_id", "pk")
    while found := list(ordered[:AT_ONCE]):
        _key, batch = next(iter(groupby(found, key=_place)))
        yield list(batch)


def _place(annotation: Annotation) -> tuple[int, int]:
    return annotation.thread.article_id, annotation.thread.audience_id


def _let_go(batch: list[Annotation]) -> None:
    """Takes the name from over a batch; one event says that its pages have changed."""
    thread = batch[0].thread
    with transaction.atomic():
        counter = locked_counter(thread.article, thread.audience)
        ids = [one.pk for one in batch]
        Annotation.objects.filter(pk__in=ids).update(author=None)
        by_name = Firing.objects.filter(annotation_id__in=ids, kind=HoldRule.Kind.PERSON)
        by_name.update(found="")  # which is the name
        Event.objects.filter(annotation_id__in=ids).update(actor=None)
        record(
            counter,
            Event.Kind.EDITED,
            by=None,
            thread=thread,
            annotation=batch[0],
            at=timezone.now(),
        )


def _take_away(batch: list[Annotation]) -> None:
    """Withdraws a batch and empties what it said, once and in all its versions."""
    thread = batch[0].thread
    ids = [one.pk for one in batch]
    with transaction.atomic():
        counter = locked_counter(thread.article, thread.audience)
        standing = Annotation.objects.filter(pk__in=ids, withdrawn_at=None)
        _withdraw(counter, list(standing.select_related("thread").order_by("pk")))
        Annotation.objects.filter(pk__in=ids).update(
            author=None, body="", body_html="", moderation_reason=""
        )
        AnnotationVersion.objects.filter(annotation_id__in=ids).update(body="", digest="")
        Firing.objects.filter(annotation_id__in=ids).update(found="")
        for one in batch:
            queueing.gone(one, at=timezone.now())
        Assignment.objects.filter(annotation_id__in=ids).delete()
        Event.objects.filter(annotation_id__in=ids).update(actor=None)
        index_annotations(Annotation.objects.filter(pk__in=ids))


def _withdraw(counter: Counter, standing: list[Annotation]) -> None:
    """As the verb of those who write does it, many at once: each has its event."""
    now = timezone.now()
    fewer = Tally(one.thread_id for one in standing if one.is_readable)
    for thread, count in fewer.items():
        Thread.objects.filter(pk=thread).update(readable_count=F("readable_count") - count)
    ids = [one.pk for one in standing]
    Annotation.objects.filter(pk__in=ids).update(withdrawn_at=now)
    for one in standing:
        record(
            counter,
            Event.Kind.WITHDRAWN,
            by=None,
            thread=one.thread,
            annotation=one,
            at=now,
            readable=-1 if one.is_readable else 0,
        )


def _take_reactions_back(person: User) -> None:
    """What they answered in one word, by article and audience; one event changes its pages."""
    theirs = Reaction.objects.filter(person=person).select_related(
        "annotation__thread__article", "annotation__thread__audience"
    )
    ordered = theirs.order_by("annotation__thread__article", "annotation__thread__audience", "pk")
    while found := list(ordered[: 20 * AT_ONCE]):
        place = _place(found[0].annotation)
        batch = [one for one in found if _place(one.annotation) == place]
        first = batch[0].annotation
        with transaction.atomic():
            counter = locked_counter(first.thread.article, first.thread.audience)
            Reaction.objects.filter(pk__in=[one.pk for one in batch]).delete()
            record(
                counter,
                Event.Kind.REACTED,
                by=None,
                thread=first.thread,
                annotation=first,
                at=timezone.now(),
            )
        forget_pages([first.thread.article_id])


def _unlink_mentions(person: User) -> None:
    """What others said stays, but leads to nobody's page any more."""
    address = escape(reverse("person", args=[person.username]))
    naming = Annotation.objects.filter(body_html__contains=f'href="{address}"')
    articles = list(naming.values_list("thread__article_id", flat=True).distinct())
    for one in naming.only("pk", "body_html"):
        html = unlinked(one.body_html, person)
        Annotation.objects.filter(pk=one.pk).update(body_html=html)
    Article.objects.filter(pk__in=articles).update(changed_at=timezone.now())
    forget_pages(articles)


def _withdraw_proposals(person: User, *, keep: bool) -> None:
    """Topics that only they proposed and nothing is filed under are their words too."""
    if keep:
        return
    proposed = Topic.objects.filter(proposed_by=person, accepted_at=None)
    with transaction.atomic():
        proposed.filter(assignments=None, narrower=None).delete()


def _clean_up(person: User, *, keep: bool) -> None:
    """Everything else that names the person, and at last the account itself.

    What points to it and is not treated here lets go or goes with it, as its foreign key says.
    """
    pk, names = person.pk, _names_of(person)
    _in_pieces(Report.objects.filter(by=person), by=None, text="")
    forget_verdicts_of(person)
    _in_pieces(Event.objects.filter(actor=person), actor=None)
    _in_pieces(Assignment.objects.filter(by=person), by=None)
    _let_go_of_resolutions(person, keep=keep)
    closed = ModerationEntry.objects.filter(subject=_subject(pk), act__in=CLOSED.values()).last()
    with transaction.atomic():
        _empty_invitations(person, names)
        _empty_admin_log(person, names)
        person.delete()
        ModerationEntry.objects.create(
            subject=_subject(pk), act=ERASED, by=closed.by if closed else None, at=timezone.now()
        )
    end_sessions_of(pk)


def _names_of(person: User) -> list[str]:
    """Names and addresses by which a text could name the person."""
    addresses = EmailAddress.objects.filter(user=person).values_list("email", flat=True)
    return [name for name in (person.email, *addresses) if name]


def _in_pieces(rows: QuerySet[Any], **change: Any) -> None:
    """Changes rows that then are found no longer, some hundreds in one transaction."""
    while ids := list(rows.order_by("pk").values_list("pk", flat=True)[: 20 * AT_ONCE]):
        rows.model._default_manager.filter(pk__in=ids).update(**change)


def _let_go_of_resolutions(person: User, *, keep: bool) -> None:
    """The reason for closing a thread is words too; pages that show who closed it change."""
    change = {"resolved_by": None} if keep else {"resolved_by": None, "resolved_reason": ""}
    mine = Thread.objects.filter(resolved_by=person)
    articles = list(mine.values_list("article_id", flat=True).distinct())
    Article.objects.filter(pk__in=articles).update(changed_at=timezone.now())
    _in_pieces(mine, **change)
    forget_pages(articles)


def _empty_invitations(person: User, own: list[str]) -> None:
    """Those to the person, used or not, and those by them that nobody used."""
    whose = Q(used_by=person) | Q(by=person)
    for address in own:
        whose |= Q(email__iexact=address)
    now = timezone.now()
    concerned = Invitation.objects.filter(whose)
    concerned.filter(used_at=None, withdrawn_at=None).update(withdrawn_at=now)
    concerned.update(email="")


def _empty_admin_log(person: User, names: list[str]) -> None:
    """Django's log of the admin repeats how things were called when they were changed."""
    named = Q(content_type__app_label="accounts", object_id=str(person.pk))
    for name in [person.username, person.display_name, *names]:
        if name:
            named |= Q(object_repr__icontains=name) | Q(change_message__icontains=name)
    LogEntry.objects.filter(named).update(object_repr="", change_message="")
