"""Suggested marks: where the texts mention a topic, kept up to date in the background.

A text is looked through when a revision of it is published, and again when the names of a topic
change. Only accepted topics are suggested, and only what everybody who reads the article can read
makes a suggestion needless: a private note never shows in what is suggested to others, nor a
proposed topic in what is suggested at all.

What was decided stays decided: its row follows its words to each new revision (`carrying`), and
what overlaps it is not offered again.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django_tasks import task

from annotations.models import Annotation, Suggestion, Topic, TopicCue, TopicName, TopicScan
from annotations.placing import BATCH, Text, batches
from annotations.topics.carrying import Carried, place_of
from annotations.topics.covering import Place, covered_in
from annotations.topics.matching import Matcher, Wording
from articles.models import Article, Revision

logger = logging.getLogger("ncr.topics")

MOST_OF_TOPIC = 200  # in one article: a name that is met more often is a word
TEXTS_AT_ONCE = 50  # in one task, so that mails do not wait for all texts
State = Suggestion.State


@dataclass(frozen=True, slots=True)
class Offer:
    """A mention where it stands."""

    topic: int
    place: Place
    quote: str
    is_weak: bool


def suggest_in(
    article: Article, matcher: Matcher | None = None, text: Text | None = None
) -> int | None:
    """Brings what is suggested in an article up to date; says how many suggestions wait.

    None where there is no text to look through, or another one by the time that this is done.
    Slow (it reads the whole text, and aligns it with the one before where something was decided);
    the transaction at its end is short.
    """
    revision = article.current_revision_id
    if revision is None:
        return None
    text = text or Text.of(revision)
    offers = _offers(text, matcher or Matcher(vocabulary()), article.language)
    carried = Carried(article, revision, text)
    carried.look(_decided(article).exclude(revision=revision))
    with transaction.atomic():
        if not _is_current(article, revision):
            return None
        topics = _held_topics(article, offers)
        _reopen(article, topics)
        carried.look(_decided(article).exclude(revision=revision).filter(topic__in=topics))
        carried.write()
        accepted = {pk for pk, is_accepted in topics.items() if is_accepted}
        wanted = _wanted(article, text, [one for one in offers if one.topic in accepted])
        _keep(article, revision, wanted)
        TopicScan.objects.filter(article=article).update(revision=revision, at=timezone.now())
    return len(wanted)


def vocabulary(topics: Collection[int] | None = None) -> Iterator[Wording]:
    """The names and cues of all accepted topics, or of some; two queries."""
    names = TopicName.objects.filter(topic__accepted_at__isnull=False)
    cues = TopicCue.objects.filter(topic__accepted_at__isnull=False)
    if topics is not None:
        names, cues = names.filter(topic__in=topics), cues.filter(topic__in=topics)
    for pk, name, language in names.order_by("pk").values_list("topic_id", "name", "language"):
        yield Wording(pk, name, language)
    for pk, words in cues.order_by("pk").values_list("topic_id", "words"):
        yield Wording(pk, words, is_cue=True)


def _decided(article: Article) -> Any:
    return Suggestion.objects.filter(article=article).exclude(state=State.WAITING).order_by("pk")


def _held_topics(article: Article, offers: Sequence[Offer]) -> dict[int, bool]:
    """The topics that are or were offered here, and whether each is accepted.

    They and then what is suggested of them here are locked, in the order of those who keep topics:
    one that is merged meanwhile is gone, or stays until this is done.
    """
    rows = Suggestion.objects.filter(article=article)
    asked = {one.topic for one in offers} | set(rows.values_list("topic_id", flat=True))
    topics = Topic.objects.select_for_update(no_key=True).filter(pk__in=asked).order_by("pk")
    held = {pk: at is not None for pk, at in topics.values_list("pk", "accepted_at")}
    list(rows.select_for_update().filter(topic__in=held).order_by("pk").values_list("pk"))
    return held


def _confirmed_in_vain() -> Any:
    """What was confirmed by a mark that is not there for its readers (any more)."""
    confirmed = Suggestion.objects.filter(state=State.CONFIRMED)
    return confirmed.exclude(annotation__in=Annotation.objects.published())


def _reopen(article: Article, topics: Collection[int]) -> None:
    """Lets wait again what a mark that nobody else reads was made of."""
    rows = _confirmed_in_vain().filter(article=article, topic__in=topics)
    for batch in batches(list(rows.values_list("pk", flat=True))):
        Suggestion.objects.filter(pk__in=batch).update(
            state=State.WAITING, decided_by=None, decided_at=None
        )


def _offers(text: Text, matcher: Matcher, language: str) -> list[Offer]:
    """The mentions in all blocks, in their order; of each topic so many that they can be judged."""
    counts: dict[int, int] = defaultdict(int)
    offers = []
    for block in text.blocks:
        for one in matcher.mentions(block.text, language):
            counts[one.topic] += 1
            if counts[one.topic] <= MOST_OF_TOPIC:
                place = (block.key, one.start, one.end)
                quote = block.text[one.start : one.end]
                offers.append(Offer(one.topic, place, quote, one.is_weak))
    return offers


def _is_current(article: Article, revision: int) -> bool:
    """Whether the text is still the one that is read; who else suggests here waits from then on."""
    held = Article.objects.filter(pk=article.pk, current_revision=revision)
    if not held.exists():
        return False
    now = timezone.now()
    TopicScan.objects.get_or_create(article=article, defaults={"revision_id": revision, "at": now})
    list(TopicScan.objects.select_for_update().filter(article=article))
    return held.exists()


def _wanted(article: Article, text: Text, offers: Sequence[Offer]) -> list[Offer]:
    """The offers that nobody decided about, and that no mark makes needless; two queries.

    Of decisions whose words are gone, the place says nothing about this text.
    """
    covered = covered_in([article], {one.topic for one in offers})
    order = {block.key: block.position for block in text.blocks}
    decided: dict[tuple[int, str], list[Suggestion]] = defaultdict(list)
    for row in _decided(article).filter(revision=article.current_revision_id):
        decided[row.topic_id, row.block_key].append(row)
    return [
        one
        for one in offers
        if not any(_settles(row, one) for row in decided[one.topic, one.place[0]])
        and covered.mark_at(article.pk, one.topic, one.place, order) is None
    ]


def _settles(row: Suggestion, offer: Offer) -> bool:
    """Whether a decision was about what is offered. That words tell nothing says so of no name."""
    _key, start, end = offer.place
    if (row.start, row.end) == (start, end):
        return True
    if row.state == State.DISMISSED and row.is_weak and not offer.is_weak:
        return False
    return row.start < end and start < row.end


def _keep(article: Article, revision: int, wanted: Sequence[Offer]) -> None:
    """Makes these, and no others, the suggestions that wait; those that stay keep their ids."""
    waiting = Suggestion.objects.filter(article=article, state=State.WAITING)
    known = {(row.topic_id, *place_of(row)): row for row in waiting.order_by("pk")}
    offered = {(one.topic, *one.place): one for one in wanted}
    gone = [row.pk for which, row in known.items() if which not in offered]
    stale = _decided(article).exclude(revision=revision)
    gone += [row.pk for row in stale if (row.topic_id, *place_of(row)) in offered]
    for batch in batches(gone):
        Suggestion.objects.filter(pk__in=batch).delete()
    waiting.update(revision=revision)
    for which in known.keys() & offered.keys():
        row, one = known[which], offered[which]
        if (row.quote, row.is_weak) != (one.quote, one.is_weak):
            row.quote, row.is_weak = one.quote, one.is_weak
            row.save(update_fields=["quote", "is_weak"])
    now = timezone.now()
    Suggestion.objects.bulk_create(
        (
            Suggestion(
                topic_id=one.topic,
                article=article,
                revision_id=revision,
                block_key=one.place[0],
                start=one.place[1],
                end=one.place[2],
                quote=one.quote,
                is_weak=one.is_weak,
                found_at=now,
            )
            for which, one in offered.items()
            if which not in known
        ),
        batch_size=BATCH,
    )


def move_decisions(source: Topic, into: Topic) -> list[int]:
    """Takes along what was decided about a topic that is merged; answers the ids of it."""
    decided = Suggestion.objects.exclude(state=State.WAITING)
    same = {name: OuterRef(name) for name in ("article", "block_key", "start", "end")}
    into.suggestions.filter(
        Exists(decided.filter(topic=source, **same)), state=State.WAITING
    ).delete()
    taken = Suggestion.objects.filter(topic=into, **same)
    moved = decided.select_for_update().filter(~Exists(taken), topic=source).order_by("pk")
    ids = list(moved.values_list("pk", flat=True))
    for batch in batches(ids):
        Suggestion.objects.filter(pk__in=batch).update(topic=into)
    return ids


def move_decisions_back(ids: Sequence[int], into: Topic, source: Topic) -> None:
    """Gives a topic that is brought back the decisions that `move_decisions` took along."""
    for batch in batches(ids):
        Suggestion.objects.filter(pk__in=batch, topic=into).update(topic=source)


def look_through_later(revision: Revision, **kwargs: Any) -> None:
    """Queues looking through a text; what listens to `revision_published`."""
    _look_through_later(revision.article_id)


def look_through_again(
    instance: Article, created: bool, update_fields: Collection[str] | None, **kwargs: Any
) -> None:
    """Queues looking through a text that may have another language; listens to what is saved."""
    if not created and not kwargs.get("raw") and "language" in (update_fields or ("language",)):
        _look_through_later(instance.pk)


def _look_through_later(article: int) -> None:
    """Once the transaction ends; where it cannot be queued, `look_through_the_rest` sees to it."""
    # No partial: Django, which logs the error of a robust hook, asks for the hook's name
    transaction.on_commit(lambda: look_through.enqueue(article), robust=True)


@task()  # type: ignore[untyped-decorator]
def look_through(article: int) -> int | None:
    """Brings what is suggested in one article up to date; says how many suggestions wait."""
    found = Article.objects.filter(pk=article).first()
    return suggest_in(found) if found is not None else None


_asked: WeakKeyDictionary[BaseDatabaseWrapper, set[int]] = WeakKeyDictionary()


def suggest_topic(topic: Topic) -> None:
    """Queues looking for a topic in all texts once the transaction ends: its names are others.

    All topics of one transaction are looked for by one task.
    """
    if topic.accepted_at is None:
        return
    connection = transaction.get_connection()
    asked = _asked.setdefault(connection, set())
    if not connection.run_on_commit:
        asked.clear()  # left by a transaction that was rolled back
    asked.add(topic.pk)
    transaction.on_commit(lambda: _look_for_asked(asked), robust=True)


def _look_for_asked(asked: set[int]) -> None:
    """Queues it for all that were asked for; the first of a transaction's hooks finds them."""
    topics = sorted(asked)
    asked.clear()
    if topics:
        look_for.enqueue(topics)


@task()  # type: ignore[untyped-decorator]
def look_for(topics: list[int], after: int = 0) -> int:
    """Looks for topics in some texts, from one article on, and queues the next; says in how many.

    Texts that do not mention them, and in which they are not suggested, cost being read. The next
    are queued first: an error in these does not end the series.
    """
    texts = Article.objects.filter(current_revision__isnull=False, pk__gt=after).order_by("pk")
    articles = list(texts[:TEXTS_AT_ONCE])
    if len(articles) == TEXTS_AT_ONCE:
        look_for.enqueue(topics, articles[-1].pk)
    matcher, own = Matcher(vocabulary()), Matcher(vocabulary(topics))
    suggested = Suggestion.objects.filter(topic__in=topics, article__in=articles)
    known = set(suggested.values_list("article_id", flat=True))
    return sum(_look_for_in(one, matcher, None if one.pk in known else own) for one in articles)


def _look_for_in(article: Article, matcher: Matcher, own: Matcher | None) -> bool:
    """Brings a text up to date where `own` finds something in it, and without; says whether.

    One in which that fails counts as not looked through, and its turn comes again.
    """
    try:
        text = Text.of(article.standing_pk)
        if own is not None and not _offers(text, own, article.language):
            return False
        suggest_in(article, matcher, text)
    except Exception:
        logger.exception("article %d: it could not be looked through for topics", article.pk)
        TopicScan.objects.filter(article=article).delete()
        return False
    return True


def look_through_the_rest() -> int:
    """Looks through texts that nobody looked through as they stand; says how many there were.

    As after an update from before there were suggestions, or when a task was lost; and those where
    a mark is gone that was made of a suggestion.
    """
    scanned = TopicScan.objects.values("revision")
    missed = ~Q(current_revision__in=scanned) | Q(pk__in=_confirmed_in_vain().values("article"))
    found = list(Article.objects.filter(missed, current_revision__isnull=False).order_by("pk"))
    for article in found:
        look_through.enqueue(article.pk)
    return len(found)
