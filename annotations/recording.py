"""Writing down what a verb did: one event, with the next number of its article and audience."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from annotations.models import Annotation, Counter, Event, Thread
from articles.models import Article
from ncr.accounts.models import Audience, User
from ncr.statements import Compiled, change, keep


def locked_counter(article: Article, audience: Audience) -> Counter:
    """The counter of an article and audience, locked until the transaction ends.

    Call it first in a verb's transaction, but for names of topics and articles: who holds it is
    alone in writing here. Where there is none yet, the article is locked before it is made.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A counter is only taken inside a transaction.")
    counter = _counters.first(article=article.pk, audience=audience.pk)
    if counter is None:
        held = Article.objects.select_for_update(of=("self",), no_key=True).filter(pk=article.pk)
        held.values_list("pk", flat=True).first()
        counter, _made = Counter.objects.select_for_update().get_or_create(
            article=article, audience=audience
        )
    return counter


_counters: Compiled[Counter] = Compiled(
    lambda *, article, audience: Counter.objects.select_for_update().filter(
        article_id=article, audience_id=audience
    )
)


def record(
    counter: Counter,
    kind: Event.Kind,
    *,
    by: User | None,
    thread: Thread,
    annotation: Annotation | None,
    at: datetime,
    readable: int = 0,
) -> Event:
    """Adds an event and saves the counter; `readable` is by how much readable annotations grew."""
    counter.events += 1
    counter.readable += readable
    change(counter, "events", "threads", "readable")
    event = Event(
        article_id=counter.article_id,
        audience_id=counter.audience_id,
        seq=counter.events,
        kind=kind,
        actor=by,
        thread=thread,
        annotation=annotation,
        at=at,
    )
    keep(event)
    return event
