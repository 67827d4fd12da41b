"""The verbs of those who write: annotate, reply, edit, withdraw, resolve, reopen.

Every way in (form, JSON, import, samples) calls these. A verb checks permission, writes state,
version and event in one short transaction, and may be repeated without harm. What is slow
(rendering, finding the passage) is done before the transaction. Locks are taken in one order: the
names of topics, articles, the counter. Who keeps topics locks names and then touches articles, who
publishes locks an article and then counters.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import wraps
from typing import ParamSpec

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import queueing
from annotations.holding.contributing import Contribution
from annotations.holding.evaluating import Fired, fired_at
from annotations.holding.keeping import hold_again, keep_back, keep_firings
from annotations.mentions import tell_mentioned
from annotations.models import Annotation, AnnotationVersion, Counter, Event, Thread
from annotations.passages import Followed, Passage, Spot, located, place
from annotations.placing import follow
from annotations.pointing import Link, hold_still, keep_link, pointed
from annotations.recording import locked_counter, record
from annotations.roles import may_order
from annotations.rules import (
    MARKS,
    Words,
    check_links,
    check_mark,
    check_may_write,
    check_member,
    check_said_to,
    check_within,
    checked_kind,
    checked_words,
    chosen_audience,
)
from annotations.search.indexing import index_changed, index_new, words_found_by
from annotations.telling import tell_answered
from annotations.topics.filing import are_topics_of, clean_names, file_under, named
from articles.body import RENDERER
from articles.models import Article
from articles.normalising import normalise
from ncr.accounts.models import Audience, User
from ncr.refusals import Conflict, NotAllowed, Refused, check_storable
from ncr.statements import Compiled, change, keep

REASON_LIMIT = 300
P = ParamSpec("P")


def counts_once(verb: Callable[P, Annotation]) -> Callable[P, Annotation]:
    """When the same submission comes twice at the same moment, both get what the first made.

    Neither has found the other when it looked; the database's own rule stops the second.
    """

    @wraps(verb)
    def once(*args: P.args, **given: P.kwargs) -> Annotation:
        try:
            return verb(*args, **given)
        except IntegrityError:
            before = _sent_before(given["by"], given.get("submission"))  # type: ignore[arg-type]
            if before is None:
                raise
            return before

    return once


@counts_once
def annotate(
    *,
    by: User,
    article: Article,
    body: str,
    passage: Passage | None = None,
    kind: str = Annotation.Kind.COMMENT,
    audience: str | Audience = "everyone",
    topics: Iterable[str] = (),
    link: Link | None = None,
    submission: uuid.UUID | None = None,
    at: datetime | None = None,
    is_paced: bool = True,
) -> Annotation:
    """Opens a thread on a passage, or on the article as a whole without one.

    With `link` it points from its passage at a second one, in the same or another article.
    `at` back-dates what an import or the samples bring; such writes have no pace limit. Not
    `is_paced` is one of several that a verb writes as one act, of which it checked who may.
    The same `submission` by the same person answers the annotation it made before.
    """
    if is_paced:
        check_member_or_import(by, at)
    if (before := _sent_before(by, submission)) is not None:
        return before
    chosen = checked_kind(kind)
    words = checked_words(body, chosen)
    found_by = words_found_by(words.html, article.language)
    names = clean_names(topics)
    spot = located(article, passage) if passage else None
    check_mark(chosen, has_passage=spot is not None, has_topics=bool(names))
    second = pointed(link, spot, by=by) if link else None
    said_to = audience if isinstance(audience, Audience) else chosen_audience(audience, by)
    check_within(said_to, article)
    now = at or timezone.now()
    fired: list[Fired] = []
    if at is None:
        check_links(words, by, said_to)
        fired = fired_at(Contribution(by, article, said_to, words, chosen, now, names))
    with transaction.atomic():
        under = named(names, by=by)
        second_now = hold_still(second, article) if second else None
        counter = locked_counter(article, said_to)
        if not counter.threads:
            check_within(said_to, _held_article(article))
        moved = _followed(spot, article) if spot is not None else None
        thread = _open_thread(counter, said_to, now, readable=0 if fired else 1)
        annotation = _write(thread, None, by, chosen, words, submission, now, is_held=bool(fired))
        index_new(annotation, found_by)
        if spot is not None:
            place(annotation, spot, now=moved)
        if second is not None:
            keep_link(annotation, second, now=second_now)
        if under:
            file_under(annotation, under, by=by, at=now)
        if fired:
            keep_back(annotation, fired, before="", at=now)
        record(
            counter,
            Event.Kind.ANNOTATED,
            by=by,
            thread=thread,
            annotation=annotation,
            at=now,
            readable=thread.readable_count,
        )
        if at is None:
            tell_mentioned(annotation, words.people, by=by, at=now)
    return annotation


@counts_once
def reply(
    *,
    by: User,
    to: Annotation,
    body: str,
    submission: uuid.UUID | None = None,
    at: datetime | None = None,
) -> Annotation:
    """Answers an annotation in its thread and audience.

    Who is answered is told, as long as the thread is still said to them; of what rules hold, when
    a moderator shows it.
    """
    check_member_or_import(by, at)
    if (before := _sent_before(by, submission)) is not None:
        return before
    words = checked_words(body, Annotation.Kind.COMMENT)
    article, audience = to.thread.article, to.thread.audience
    found_by = words_found_by(words.html, article.language)
    now = at or timezone.now()
    kind = Annotation.Kind.COMMENT
    fired: list[Fired] = []
    if at is None:
        check_links(words, by, audience)
        fired = fired_at(Contribution(by, article, audience, words, kind, now, thread=to.thread))
    with transaction.atomic():
        counter = locked_counter(article, audience)
        if at is None:
            check_said_to(to.thread.audience, by)
        answered = _answered.rows(pk=to.pk)[0]
        to.moderation, to.withdrawn_at = answered.moderation, answered.withdrawn_at
        thread = answered.thread
        check_answerable(to, thread)
        annotation = _write(thread, to, by, kind, words, submission, now, is_held=bool(fired))
        index_new(annotation, found_by)
        if fired:
            keep_back(annotation, fired, before="", at=now)
        else:
            thread.readable_count += 1
            thread.active_at = now
            change(thread, "readable_count", "active_at")
        record(
            counter,
            Event.Kind.REPLIED,
            by=by,
            thread=thread,
            annotation=annotation,
            at=now,
            readable=0 if fired else 1,
        )
        if at is None:
            thread.article = article  # which is asked for
            tell_answered(annotation, answered.author, by=by, at=now)
            tell_mentioned(annotation, words.people, by=by, at=now)
    return annotation


def edit(
    annotation: Annotation,
    *,
    by: User,
    body: str,
    version: int,
    kind: str | None = None,
    topics: Iterable[str] | None = None,
    at: datetime | None = None,
) -> Annotation:
    """Changes what an annotation says; the version before is kept and shown.

    `version` is the one that was edited: when another stands by now, Conflict carries its text.
    A published one at whose new version a rule fires waits for a moderator from now on.
    """
    check_member_or_import(by, at)
    chosen = checked_kind(kind or annotation.kind)
    words = checked_words(body, chosen)
    names = None if topics is None else clean_names(topics)
    now = at or timezone.now()
    fired: list[Fired] = []
    if at is None and annotation.author_id == by.pk:
        check_links(words, by, annotation.thread.audience)
        fired = _fired_at_change(annotation, by, words, chosen, names, now)
    with transaction.atomic():
        under = named(names or [], by=by)
        counter = locked_counter(annotation.thread.article, annotation.thread.audience)
        annotation.refresh_from_db()
        _check_editable(annotation, by)
        if (annotation.body, annotation.kind) == (words.markdown, chosen) and names is None:
            return annotation
        if annotation.version != version:
            raise Conflict(
                _(
                    "This was changed elsewhere since you began. Both texts are shown;"
                    " send again to keep yours."
                ),
                "body",
                current=annotation.body,
                version=annotation.version,
            )
        _check_still_marks(annotation, chosen, names)
        is_rewritten = (annotation.body, annotation.kind) != (words.markdown, chosen)
        if is_rewritten:
            _rewrite(annotation, chosen, words, now)
            index_changed(annotation)
        if names is not None:
            file_under(annotation, under, by=by, at=now)
        readable = _held_or_looked_at(annotation, fired, is_rewritten, now)
        record(
            counter,
            Event.Kind.EDITED,
            by=by,
            thread=annotation.thread,
            annotation=annotation,
            at=now,
            readable=readable,
        )
        if at is None:
            tell_mentioned(annotation, words.people, by=by, at=now)
    return annotation


def _check_still_marks(annotation: Annotation, kind: str, names: list[str] | None) -> None:
    """Refuses to make a mark of nothing out of what somebody said; two queries, for marks alone."""
    if kind in MARKS:
        has_topics = annotation.assignments.exists() if names is None else bool(names)
        check_mark(kind, has_passage=annotation.anchors.exists(), has_topics=has_topics)


def _fired_at_change(
    annotation: Annotation,
    by: User,
    words: Words,
    kind: str,
    names: list[str] | None,
    now: datetime,
) -> list[Fired]:
    """The rules that fire at what is changed, where something is; none is asked otherwise."""
    is_same = (annotation.body, annotation.kind) == (words.markdown, kind)
    if is_same and (names is None or are_topics_of(annotation, names)):
        return []
    thread = annotation.thread
    return fired_at(
        Contribution(
            by, thread.article, thread.audience, words, kind, now, names, thread, annotation
        )
    )


def _held_or_looked_at(
    annotation: Annotation, fired: list[Fired], is_rewritten: bool, now: datetime
) -> int:
    """Brings a changed annotation before moderators where it has to be; answers by how much the
    number of those that everyone may read grows.
    """
    if fired and annotation.moderation == Annotation.Moderation.PUBLISHED:
        hold_again(annotation, fired, at=now)
        _count_readable(annotation, -1)
        return -1
    if is_rewritten:
        keep_firings(annotation, fired, at=now)
        queueing.edited(annotation, at=now)
    return 0


def withdraw(annotation: Annotation, *, by: User) -> Annotation:
    """Takes back what one said; the thread stands, with a neutral line in its place."""
    check_member(by)
    with transaction.atomic():
        counter = locked_counter(annotation.thread.article, annotation.thread.audience)
        annotation.refresh_from_db()
        if annotation.author_id != by.pk:
            raise NotAllowed(_("Only its author can withdraw this."))
        if annotation.is_withdrawn:
            return annotation
        change = -1 if annotation.is_readable else 0
        annotation.withdrawn_at = timezone.now()
        annotation.save(update_fields=["withdrawn_at"])
        queueing.gone(annotation, at=annotation.withdrawn_at)
        index_changed(annotation)
        _count_readable(annotation, change)
        record(
            counter,
            Event.Kind.WITHDRAWN,
            by=by,
            thread=annotation.thread,
            annotation=annotation,
            at=annotation.withdrawn_at,
            readable=change,
        )
    return annotation


def resolve(thread: Thread, *, by: User, reason: str, at: datetime | None = None) -> Thread:
    """Marks a thread as settled, with the reason; by who opened it, or by who may order it."""
    return _settle(thread, True, by, _checked_reason(reason), at)


def reopen(thread: Thread, *, by: User, at: datetime | None = None) -> Thread:
    """Marks a settled thread as open again; by the same people."""
    return _settle(thread, False, by, "", at)


def _checked_reason(reason: str) -> str:
    check_storable(reason, "reason")
    reason = " ".join(normalise(reason).split())
    if not reason:
        raise Refused(_("Say in a few words why it is settled."), "reason")
    if len(reason) > REASON_LIMIT:
        raise Refused(
            _("A reason has at most %(most)d characters.") % {"most": REASON_LIMIT}, "reason"
        )
    return reason


def may_settle(by: User, thread: Thread) -> bool:
    """Whether `by` may resolve and reopen a thread; at most four queries."""
    opened = thread.annotations.filter(parent=None, author=by).exists()
    return opened or may_order(by, thread)


def check_may_settle(by: User, thread: Thread) -> None:
    """Refuses who may neither resolve nor reopen a thread."""
    if not may_settle(by, thread):
        raise NotAllowed(
            _("Only who opened a thread, who leads the discussion, or a moderator can do this.")
        )


def _settle(thread: Thread, settled: bool, by: User, reason: str, at: datetime | None) -> Thread:
    check_member_or_import(by, at)
    now = at or timezone.now()
    with transaction.atomic():
        counter = locked_counter(thread.article, thread.audience)
        thread.refresh_from_db()
        check_may_settle(by, thread)
        if thread.is_resolved == settled:
            return thread
        thread.resolved_at, thread.resolved_by = (now, by) if settled else (None, None)
        thread.resolved_reason = reason
        thread.save(update_fields=["resolved_at", "resolved_by", "resolved_reason"])
        record(
            counter,
            Event.Kind.RESOLVED if settled else Event.Kind.REOPENED,
            by=by,
            thread=thread,
            annotation=None,
            at=now,
        )
    return thread


def check_member_or_import(by: User, at: datetime | None) -> None:
    """Members who may write, at their pace; what is back-dated comes from a command."""
    if at is None:
        check_member(by)
        check_may_write(by, timezone.now())


def _sent_before(by: User, submission: uuid.UUID | None) -> Annotation | None:
    if submission is None:
        return None
    return _sent.first(author=by.pk, submission=submission)


_sent: Compiled[Annotation] = Compiled(
    lambda *, author, submission: Annotation.objects.filter(
        author_id=author, submission=submission
    ).select_related("thread")
)
_answered: Compiled[Annotation] = Compiled(
    lambda *, pk: Annotation.objects.filter(pk=pk).select_related("thread", "author")
)


def _followed(spot: Spot, article: Article) -> Followed | None:
    """Where the passage is by now, when the text was revised since the reader saw it.

    Asked under the lock that publishing takes too, so that no revision comes between.
    """
    standing = _standing.first(article=article.pk)
    return follow(spot, standing) if standing and standing != spot.revision else None


_standing: Compiled[int] = Compiled(
    lambda *, article: Article.objects.filter(pk=article).values_list(
        "current_revision_id", flat=True
    )
)


def _held_article(article: Article) -> Article:
    """The article as it is now, locked.

    For the first thread of an audience: an article is narrowed only as long as no thread is for
    more people, and the two must not pass each other. Its key stays free: those who write into the
    article meanwhile refer to it at their commit, and one of them may be awaited here.
    """
    return Article.objects.select_for_update(of=("self",), no_key=True).get(pk=article.pk)


def _open_thread(counter: Counter, audience: Audience, now: datetime, readable: int) -> Thread:
    counter.threads += 1
    thread = Thread(
        article_id=counter.article_id,
        audience=audience,
        audience_kind=audience.kind,
        number=counter.threads,
        readable_count=readable,
        opened_at=now,
        active_at=now,
    )
    keep(thread)
    return thread


def _write(
    thread: Thread,
    parent: Annotation | None,
    by: User,
    kind: Annotation.Kind,
    words: Words,
    submission: uuid.UUID | None,
    now: datetime,
    *,
    is_held: bool,
) -> Annotation:
    state = Annotation.Moderation.PENDING if is_held else Annotation.Moderation.PUBLISHED
    annotation = Annotation(
        thread=thread,
        parent=parent,
        author=by,
        kind=kind,
        body=words.markdown,
        body_html=words.html,
        renderer=RENDERER,
        moderation=state,
        submission=submission or uuid.uuid4(),
        created_at=now,
    )
    keep(annotation)
    _keep_version(annotation, words, now)
    return annotation


def _rewrite(annotation: Annotation, kind: str, words: Words, now: datetime) -> None:
    annotation.body, annotation.body_html = words.markdown, words.html
    annotation.kind, annotation.renderer = kind, RENDERER
    annotation.version += 1
    annotation.edited_at = now
    annotation.save(update_fields=["body", "body_html", "kind", "renderer", "version", "edited_at"])
    _keep_version(annotation, words, now)


def _keep_version(annotation: Annotation, words: Words, now: datetime) -> None:
    version = AnnotationVersion(
        annotation=annotation,
        number=annotation.version,
        kind=annotation.kind,
        body=words.markdown,
        digest=words.digest,
        created_at=now,
    )
    keep(version)


def check_answerable(to: Annotation, thread: Thread) -> None:
    if thread.is_locked:
        raise Refused(_("This thread is locked. Nothing can be added to it."), "body")
    if to.is_withdrawn:
        raise Refused(_("Its author withdrew what you are answering."), "body")
    if not to.is_readable:
        raise Refused(_("What you are answering is not shown at present."), "body")


def _check_editable(annotation: Annotation, by: User) -> None:
    if annotation.author_id != by.pk:
        raise NotAllowed(_("Only its author can edit this."))
    if annotation.is_withdrawn:
        raise Refused(_("You withdrew this; it can no longer be edited."), "body")
    if annotation.moderation == Annotation.Moderation.REMOVED:
        raise Refused(_("A moderator removed this; it can no longer be edited."), "body")
    if annotation.thread.is_locked:
        raise Refused(_("This thread is locked. Nothing in it can be changed."), "body")


def _count_readable(annotation: Annotation, change: int) -> None:
    Thread.objects.filter(pk=annotation.thread_id).update(
        readable_count=F("readable_count") + change
    )
