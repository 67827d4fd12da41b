"""Getting a thing through the gate: the object, or 404 for those who may not see it.

An article's former address leads to the present one by Moved, for those who may see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404

from annotations.models import Annotation, Thread
from articles.models import Article, ArticleSlug

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User


class Moved(Exception):
    """The thing has another address by now."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


def article_for(user: User | AnonymousUser, slug: str) -> Article:
    """The article with its current revision; raises Moved or Http404."""
    found = (
        Article.objects.visible_to(user)
        .select_related("current_revision")
        .filter(slug=slug)
        .first()
    )
    if found is not None:
        return found
    former = (
        ArticleSlug.objects.filter(slug=slug, article__in=Article.objects.visible_to(user))
        .values_list("article__slug", flat=True)
        .first()
    )
    if former is not None:
        raise Moved(former)
    raise Http404


def thread_for(user: User | AnonymousUser, uuid: UUID) -> Thread:
    """A thread in which `user` may read something."""
    found: Thread | None = (
        Thread.objects.visible_to(user)
        .select_related("article__current_revision", "audience")
        .filter(uuid=uuid)
        .first()
    )
    if found is None:
        raise Http404
    return found


def annotation_for(user: User | AnonymousUser, uuid: UUID) -> Annotation:
    """An annotation whose words `user` may read."""
    found: Annotation | None = (
        Annotation.objects.visible_to(user)
        .select_related("thread__article__current_revision", "thread__audience", "author")
        .filter(uuid=uuid)
        .first()
    )
    if found is None:
        raise Http404
    return found


def place_for(user: User | AnonymousUser, uuid: UUID) -> Annotation:
    """An annotation whose place in a thread `user` may see, its words shown or not.

    What verbs refuse with a sentence (a reply to something withdrawn) is found here.
    """
    found: Annotation | None = (
        Annotation.objects.filter(thread__in=Thread.objects.visible_to(user), uuid=uuid)
        .select_related("thread__article__current_revision", "thread__audience", "author")
        .first()
    )
    if found is None:
        raise Http404
    return found
