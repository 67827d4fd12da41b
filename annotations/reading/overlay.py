"""What one reader sees beyond the page that is the same for all: who they are, and their own.

Asked with every page that a member opens, so every query here is compiled once.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import CharField, FilteredRelation, Q, QuerySet, Value
from django.utils.translation import gettext as _

from annotations.audiences import group_names
from annotations.models import Anchor, Annotation, Thread
from annotations.reading.article_page import CARDS_OF_ONE_BLOCK, passage_json
from annotations.reading.cards import cards_html
from annotations.reading.conversations import Conversation, conversations, row_of
from annotations.reading.news import news_json
from annotations.reading.passed import PASSED, Passed
from annotations.reading.text import PassageRow
from annotations.reading.unread import Visit
from annotations.visibility import UNREADABLE_BUT_KEPT, Reader, stand_in
from articles.models import Article
from ncr.accounts.models import Audience, User, audience_ids
from ncr.accounts.noticing import unread_by
from ncr.statements import Compiled

MOST_OWN = 500
MOST_TOPICS = 12


class Private(NamedTuple):
    """A thread that is on no page for all, with its passages; none where it is on the whole."""

    thread: Thread
    passages: list[Passed]

    def rows(self) -> list[PassageRow]:
        return [row_of(self.thread, one) for one in self.passages if one.start_key]


def overlay(article: Article, user: User, visit: Visit | None = None) -> dict[str, Any]:
    """Who they are, threads that are not everyone's, what they may change, what is new to them.

    At most six queries.
    """
    private = private_threads(article, user)
    groups = group_names((one.thread for one in private), user)
    mine, reacted, topics = own_and_topics(article, private, user)
    return {
        "me": {
            "name": user.username,
            "display_name": str(user),
            "initials": user.initials,
            "url": user.get_absolute_url(),
            "unread": unread_by(user),
        },
        "can_annotate": not user.is_sample,
        "revision": article.standing.number,
        "passages": [passage_json(row) for one in private for row in one.rows()],
        "cards": cards_html(_conversations(private, user)),
        "beside": beside(private, groups),
        "mine": mine,
        "reacted": reacted,
        "topics": topics,
        "new": news_json(article, visit, user),
    }


def beside(private: Sequence[Private], groups: dict[int, str]) -> list[dict[str, Any]]:
    """How much is said to whom beyond the page: never added to what the page itself counts."""
    notes: dict[tuple[str, int], int] = {}
    for one in private:
        audience = (one.thread.audience_kind, one.thread.audience_id)
        notes[audience] = notes.get(audience, 0) + one.thread.readable_count
    names = {"everyone": _("Everyone"), "members": _("Members"), "person": _("Only me")}
    return [
        {"kind": kind, "name": groups.get(pk) or names.get(kind, ""), "notes": count}
        for (kind, pk), count in notes.items()
        if count
    ]


def private_threads(article: Article, user: User) -> list[Private]:
    """What this reader may read in an article beyond its page, oldest first; two queries."""
    reader = Reader.of(user)
    others = [pk for pk in audience_ids(user) if pk != article.audience_id]
    found: dict[int, Private] = {}
    for row in _private.rows(
        reader.kind,
        article=article.pk,
        common=article.audience_id or Audience.EVERYONE,
        others=others,
        **reader.values,
    ):
        values, role, passage = row[:_WIDTH], row[_WIDTH], row[_WIDTH + 1 :]
        one = found.get(row[0])
        if one is None:
            one = found[row[0]] = Private(Thread.from_db(None, _FIELDS, values), [])
        if role == Anchor.Role.TARGET:
            one.passages.append(Passed(*passage))
    return list(found.values())


def own_and_topics(
    article: Article, private: Sequence[Private], user: User
) -> tuple[list[str], dict[str, list[str]], list[dict[str, Any]]]:
    """What this reader wrote here and may still change, to what they reacted, and how.

    Of both together the newest 500. And the topics of what is not everyone's, with counts. One
    query for all three.
    """
    reader = Reader.of(user)
    threads = [one.thread.pk for one in private]
    own: set[str] = set()
    reacted: dict[str, list[str]] = {}
    counts: Tally[tuple[str, str]] = Tally()
    for uuid, author, kind, slug, name in _own_and_topics.rows(
        reader.kind, article=article.pk, threads=threads, **reader.values
    ):
        if slug is not None:
            counts[name, slug] += 1
        elif author == user.pk:
            own.add(str(uuid))
        elif kind:
            reacted.setdefault(str(uuid), []).append(kind)
    topics = [
        {"name": name, "slug": slug, "count": count}
        for (name, slug), count in counts.most_common(MOST_TOPICS)
    ]
    return sorted(own), reacted, topics


def _own_and_topics_query(
    kind: str, *, article: int, threads: Sequence[int], **values: Any
) -> QuerySet[Annotation, Any]:
    """A row for each own annotation and each reaction, and one for each topic of those threads."""
    person, audiences = values["person"], values["audiences"]
    here = Q(thread__article_id=article, thread__audience_id__in=audiences, withdrawn_at=None)
    own = Annotation.objects.filter(here, author_id=person)
    reacted = Annotation.objects.filter(here, reactions__person_id=person)
    both = Annotation.objects.filter(pk__in=own.values("pk").union(reacted.values("pk"), all=True))
    by_me = FilteredRelation("reactions", condition=Q(reactions__person_id=person))
    nothing = Value(None, output_field=CharField())
    mine = (
        Annotation.objects.filter(pk__in=both.order_by("-id").values("pk")[:MOST_OWN])
        .annotate(by_me=by_me)
        .values_list("uuid", "author_id", "by_me__kind", nothing, nothing)
    )
    topics = (
        Annotation.objects.visible_to(stand_in(kind, **values))
        .filter(thread_id__in=threads, assignments__isnull=False)
        .values_list(
            "uuid", "author_id", nothing, "assignments__topic__slug", "assignments__topic__name"
        )
    )
    found: QuerySet[Annotation, Any] = mine.union(topics, all=True)
    return found


_own_and_topics: Compiled[Any] = Compiled(_own_and_topics_query)


def _conversations(private: Sequence[Private], user: User) -> list[Conversation]:
    """Block by block, then on the article as a whole; of each as many as a page takes."""
    beside: dict[str, list[Private]] = {}
    for one in private:
        if one.passages and one.passages[0].start_key:
            beside.setdefault(one.passages[0].start_key, []).append(one)
    chosen = [
        one
        for there in beside.values()
        for one in sorted(there, key=_in_text_order)[:CARDS_OF_ONE_BLOCK]
    ]
    # What has lost its passage stands with what never had one, and says so
    whole = [one for one in private if not (one.passages and one.passages[0].start_key)]
    chosen += sorted(whole, key=lambda one: one.thread.active_at, reverse=True)[:CARDS_OF_ONE_BLOCK]
    passages = {one.thread.pk: one.passages[0] for one in chosen if one.passages}
    return conversations([one.thread for one in chosen], user, passages=passages)


def _in_text_order(one: Private) -> tuple[int, int, int]:
    return one.passages[0].start, one.passages[0].end, one.thread.pk


def _private_query(
    kind: str, *, article: int, common: int, others: Sequence[int], **values: Any
) -> QuerySet[Thread, Any]:
    """What the gate shows, less what the page shows; a row for each passage where it stands now.

    The page shows what is said to `common`, the article's own audience.

    First the ids of all that can be meant, each kind by an index: threads of other audiences and
    threads with something kept back. So it costs the same however many threads there are.
    """
    here = Thread.objects.filter(article_id=article)
    beyond = here.exclude(audience_id=common, readable_count__gt=0)
    kept = Q(annotations__moderation__in=UNREADABLE_BUT_KEPT, annotations__withdrawn_at=None)
    meant = [here.filter(audience_id__in=others)]
    if kind in ("overseer", "moderator"):
        meant += [beyond.filter(kept), here.filter(annotations__reports__isnull=False)]
    else:
        meant += [beyond.filter(kept, annotations__author_id=values["person"])]
    ids = [threads.values("pk") for threads in meant]
    found: QuerySet[Thread, Any] = (
        Thread.objects.visible_to(stand_in(kind, **values))
        .filter(pk__in=ids[0].union(*ids[1:], all=True))
        .exclude(audience_id=common, readable_count__gt=0)
        .annotate(here=FilteredRelation("placements", condition=Q(placements__until_revision=None)))
        .order_by("pk", "here__anchor__ordinal")
        .values_list(
            *_FIELDS,
            "here__anchor__role",
            *(f"here__{name}" for name in PASSED),
        )
    )
    return found


_FIELDS = [field.attname for field in Thread._meta.concrete_fields]
_WIDTH = len(_FIELDS)
_private: Compiled[Any] = Compiled(_private_query)
