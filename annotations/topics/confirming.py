"""The verbs of those who decide about suggested marks: confirm, dismiss, bring back.

Confirming is writing: it makes a topic mark of the one who confirms, for all who read the article,
under the rules and at the pace of everything that is written. Dismissing takes something away from
others, and is for those whom the site knows. Who decided, and when, stands in the suggestion
itself; each verb decides one under its lock, so that of two people who decide at the same moment
the second is told what the first did. Repeating a verb is harmless.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.annotating import annotate
from annotations.models import Annotation, Suggestion, Topic
from annotations.pace import check_often
from annotations.passages import Passage
from annotations.placing import Text
from annotations.recording import locked_counter
from annotations.rules import (
    check_may_write,
    check_member,
    check_said_to,
    writes_a_minute,
)
from annotations.topics.carrying import place_of
from annotations.topics.covering import covered_in
from annotations.topics.keeping import locked, moderates_topic
from annotations.visibility import scopes_of
from articles.models import Article
from ncr.accounts.models import User
from ncr.accounts.sanctioned import is_held
from ncr.refusals import Conflict, NotAllowed

MOST_AT_ONCE = 100
State = Suggestion.State


class Decided(NamedTuple):
    """How many of several suggestions were decided, and how many could not be.

    `held` have a mark that waits for a moderator, and wait with it.
    """

    done: int
    left: int
    held: int = 0


def may_dismiss(user: User) -> bool:
    """Whether somebody may take a suggestion away from others: all but new members."""
    return user.is_staff or user.trust != User.Trust.NEW


def most_at_once(user: User) -> int:
    """How many suggestions somebody decides in one act: new members what they write in a minute."""
    return MOST_AT_ONCE if may_dismiss(user) else min(MOST_AT_ONCE, writes_a_minute(user))


def may_bring_back(user: User, suggestion: Suggestion) -> bool:
    """Whether somebody may undo that a suggestion was dismissed: who did it, editors, moderators.

    At most three queries.
    """
    if suggestion.decided_by_id == user.pk:
        return True
    return (
        user.has_perm("articles.change_article")
        or suggestion.article_id in scopes_of(user).articles
        or moderates_topic(user, suggestion.topic)
    )


def confirm(suggestion: Suggestion, *, by: User) -> Annotation | None:
    """Makes a topic mark of a suggestion; where somebody filed the passage meanwhile, theirs is it.

    Answers the mark; None where it was made before and is gone. Raises Conflict where somebody
    dismissed the suggestion, or where its words are not in the text any more. What waits for a
    moderator decides nothing yet: the suggestion waits too.
    """
    _check_may_confirm(by)
    return _confirm(suggestion, by)


def dismiss(suggestion: Suggestion, *, by: User) -> None:
    """Takes a suggestion away; it does not come back with the next revision."""
    _check_may_dismiss(by)
    with transaction.atomic():
        held = _held(suggestion)
        if held.state == State.CONFIRMED:
            raise Conflict(_("Somebody confirmed this meanwhile: the passage is marked."))
        if held.state == State.WAITING:
            _decide(held, State.DISMISSED, by)


def bring_back(suggestion: Suggestion, *, by: User) -> None:
    """Lets a dismissed suggestion wait again."""
    check_member(by)
    with transaction.atomic():
        held = _held(suggestion)
        if not may_bring_back(by, held):
            raise NotAllowed(
                _("Only who dismissed a suggestion, editors and moderators bring it back.")
            )
        if held.state == State.CONFIRMED:
            raise Conflict(_("Somebody confirmed this meanwhile: the passage is marked."))
        if held.state == State.DISMISSED:
            held.state, held.decided_by, held.decided_at = State.WAITING, None, None
            held.save(update_fields=["state", "decided_by", "decided_at"])


def confirm_all(article: Article, topic: Topic, *, by: User) -> Decided:
    """Confirms what is suggested of a topic in an article, so many as `most_at_once`: one act.

    It is paced once; the marks that it makes count for what follows. Each is a transaction of its
    own, so that nobody waits long and what cannot be placed any more stops none of the others.
    """
    _check_may_confirm(by)
    own = Annotation.objects.filter(author=by, moderation=Annotation.Moderation.PENDING)
    waiting = _waiting(article, topic).exclude(annotation__in=own.filter(withdrawn_at=None))
    return _each(waiting, lambda one: _confirm(one, by), most_at_once(by))


def dismiss_all(article: Article, topic: Topic, *, by: User) -> Decided:
    """Dismisses what is suggested of a topic in an article, so many as `most_at_once`: one act."""
    _check_may_dismiss(by)

    def decide(one: Suggestion) -> Annotation | None:
        with transaction.atomic():
            held = _held(one)
            if held.state == State.WAITING:
                _decide(held, State.DISMISSED, by)
        return None

    return _each(_waiting(article, topic), decide, most_at_once(by))


def _waiting(article: Article, topic: Topic) -> QuerySet[Suggestion]:
    return Suggestion.objects.filter(
        article=article, topic=topic, state=State.WAITING, revision=article.current_revision_id
    )


def _each(
    waiting: QuerySet[Suggestion], decide: Callable[[Suggestion], Annotation | None], most: int
) -> Decided:
    done = left = held = 0
    for one in waiting.order_by("pk")[:most]:
        try:
            if is_held_back(decide(one)):
                held += 1
            else:
                done += 1
        except Conflict:
            left += 1
    return Decided(done, left, held)


def is_held_back(mark: object) -> bool:
    """Whether what a verb answered is a mark that waits for a moderator."""
    return isinstance(mark, Annotation) and mark.moderation == Annotation.Moderation.PENDING


def _check_may_confirm(by: User) -> None:
    check_member(by)
    check_may_write(by, timezone.now())
    _check_not_held(by)


def _check_not_held(by: User) -> None:
    if is_held(by):
        raise NotAllowed(_("What you write waits for a moderator at present; this cannot wait."))


def _check_may_dismiss(by: User) -> None:
    check_member(by)
    if not may_dismiss(by):
        raise NotAllowed(
            _("New members confirm suggestions; to dismiss them, write here for some time first.")
        )
    check_may_write(by, timezone.now())
    _check_not_held(by)
    check_often("suggestion", str(by.pk), 2 * writes_a_minute(by))


def _confirm(suggestion: Suggestion, by: User) -> Annotation | None:
    with transaction.atomic():
        _wait_in_order(suggestion)
        held = _held(suggestion)
        if held.state == State.DISMISSED:
            raise Conflict(_("Somebody dismissed this meanwhile. Bring it back first."))
        if held.state == State.WAITING and not _waits_already(held, by):
            held.annotation = _filed_meanwhile(held) or _mark(held, by)
            if held.annotation.is_readable:
                _decide(held, State.CONFIRMED, by)
            else:
                held.save(update_fields=["annotation"])
        return held.annotation


def _wait_in_order(suggestion: Suggestion) -> None:
    """Locks what writing the mark locks, and what those who keep topics lock, in their order.

    The topic's names and its row, for the first thread the article, and the counter; the suggestion
    after them, since who merges topics holds the names when it comes to suggestions.
    """
    locked(suggestion.topic_id)
    article = suggestion.article
    if not locked_counter(article, article.audience).threads:
        list(Article.objects.select_for_update(no_key=True).filter(pk=article.pk).values_list("pk"))


def _waits_already(held: Suggestion, by: User) -> bool:
    """Whether `by` made a mark of it before, which waits for a moderator."""
    mark = held.annotation
    if mark is None or mark.author_id != by.pk:
        return False
    return is_held_back(mark) and not mark.is_withdrawn


def _held(suggestion: Suggestion) -> Suggestion:
    """The suggestion as it is now, locked."""
    found = (
        Suggestion.objects.select_for_update(of=("self",), no_key=True)
        .select_related("topic", "article__audience", "article__current_revision", "revision")
        .filter(pk=suggestion.pk, topic=suggestion.topic_id, topic__accepted_at__isnull=False)
        .first()
    )
    if found is None:
        raise Conflict(_("This is not suggested any more: the text or the topic was changed."))
    return found


def _decide(held: Suggestion, state: State, by: User) -> None:
    held.state, held.decided_by, held.decided_at = state, by, timezone.now()
    held.save(update_fields=["state", "decided_by", "decided_at", "annotation"])


def _filed_meanwhile(held: Suggestion) -> Annotation | None:
    """The mark of somebody who filed this passage since it was suggested; at most three queries."""
    article = held.article
    if article.current_revision_id != held.revision_id:
        return None
    covered = covered_in([article], [held.topic_id])
    if not covered:
        return None
    order = {block.key: block.position for block in Text.of(held.revision_id).blocks}
    found = covered.mark_at(article.pk, held.topic_id, place_of(held), order)
    return Annotation.objects.filter(pk=found).first() if found else None


def _mark(held: Suggestion, by: User) -> Annotation:
    article = held.article
    check_said_to(article.audience, by)
    passage = Passage(
        held.block_key,
        held.start,
        held.block_key,
        held.end,
        held.quote,
        revision=held.revision.number,
    )
    try:
        return annotate(
            by=by,
            article=article,
            body="",
            passage=passage,
            kind=Annotation.Kind.TOPIC,
            audience=article.audience,
            topics=[held.topic.name],
            is_paced=False,
        )
    except Conflict as conflict:
        raise Conflict(
            _("The text was revised meanwhile, and these words are not in it any more.")
        ) from conflict
