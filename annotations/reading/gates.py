"""Getting a thing through the gate: the object, or 404 for those who may not see it.

An article's former address leads to the present one by Moved, for those who may see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest
from django.urls import resolve, reverse

from annotations.models import Annotation, Thread
from annotations.visibility import Reader, stand_in
from articles.models import Article, ArticleSlug
from ncr.accounts.models import audience_ids
from ncr.statements import Compiled

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User


Found = TypeVar("Found", bound=Model)


class Moved(Exception):
    """The thing has another address by now."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


def moved_address(request: HttpRequest, moved: Moved) -> str:
    """The same address with the article's present slug, and with its query."""
    match = resolve(request.path_info)
    address = reverse(match.view_name, kwargs={**match.kwargs, "slug": moved.slug})
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address


class Withdrawn(Http404):
    """An article that the reader might read, had its editors not taken its text back."""


def article_for(user: User | AnonymousUser, slug: str) -> Article:
    """The article with its current revision; raises Moved, Withdrawn or Http404."""
    # Whether somebody moderates makes no difference here, and need not be asked
    found = _articles.first(slug=slug, audiences=audience_ids(user))
    if found is not None:
        return found
    former = (
        ArticleSlug.objects.filter(slug=slug, article__in=Article.objects.visible_to(user))
        .values_list("article__slug", flat=True)
        .first()
    )
    if former is not None:
        raise Moved(former)
    if _is_withdrawn(user, slug):
        raise Withdrawn
    raise Http404


def _is_withdrawn(user: User | AnonymousUser, slug: str) -> bool:
    """Whether an article in the reader's audiences was published once and is not any more."""
    named = Q(slug=slug) | Q(old_slugs__slug=slug)
    taken_back = Article.objects.filter(
        named, current_revision=None, audience_id__in=audience_ids(user)
    )
    return taken_back.filter(revisions__withdrawn_at__isnull=False).exists()


def thread_for(user: User | AnonymousUser, uuid: UUID) -> Thread:
    """A thread in which `user` may read something."""
    reader = Reader.of(user)
    return _or_404(_threads.first(reader.kind, uuid=uuid, **reader.values))


def annotation_for(user: User | AnonymousUser, uuid: UUID) -> Annotation:
    """An annotation whose words `user` may read."""
    reader = Reader.of(user)
    return _or_404(_annotations.first(reader.kind, uuid=uuid, **reader.values))


def place_for(user: User | AnonymousUser, uuid: UUID) -> Annotation:
    """An annotation whose place in a thread `user` may see, its words shown or not.

    What verbs refuse with a sentence (a reply to something withdrawn) is found here.
    """
    reader = Reader.of(user)
    return _or_404(_places.first(reader.kind, uuid=uuid, **reader.values))


def _or_404(found: Found | None) -> Found:
    if found is None:
        raise Http404
    return found


def _articles_query(*, slug: str, audiences: Sequence[int]) -> QuerySet[Article]:
    seen = Article.objects.visible_to(stand_in("member", audiences=audiences)).filter(slug=slug)
    return _whole(seen, "current_revision")


def _threads_query(kind: str, *, uuid: UUID, **values: Any) -> QuerySet[Thread]:
    seen = Thread.objects.visible_to(stand_in(kind, **values)).filter(uuid=uuid)
    return _whole(seen, "article__current_revision", "audience")


def _annotations_query(kind: str, *, uuid: UUID, **values: Any) -> QuerySet[Annotation]:
    seen = Annotation.objects.visible_to(stand_in(kind, **values)).filter(uuid=uuid)
    return _whole(seen, "thread__article__current_revision", "thread__audience", "author")


def _places_query(kind: str, *, uuid: UUID, **values: Any) -> QuerySet[Annotation]:
    # Only its own thread: a database may list all that a subquery finds
    threads = Thread.objects.visible_to(stand_in(kind, **values)).filter(annotations__uuid=uuid)
    seen = Annotation.objects.filter(thread__in=threads, uuid=uuid)
    return _whole(seen, "thread__article__current_revision", "thread__audience", "author")


def _whole(seen: QuerySet[Any], *related: str) -> QuerySet[Any]:
    """With what is related, but for the article's source, which is as long as its text."""
    return seen.select_related(*related).defer(f"{related[0]}__source")


_articles: Compiled[Article] = Compiled(_articles_query)
_threads: Compiled[Thread] = Compiled(_threads_query)
_annotations: Compiled[Annotation] = Compiled(_annotations_query)
_places: Compiled[Annotation] = Compiled(_places_query)
