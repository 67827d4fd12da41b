"""What a person wrote, through the gate: their own words, each with its passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from annotations.models import Annotation
from annotations.reading.entries import Entry, entries_of
from annotations.reading.paging import window
from annotations.visibility import is_moderator
from ncr.accounts.models import User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

PAGE = 20
MOST_ARTICLES = 12


@dataclass(frozen=True, slots=True)
class Wrote:
    """An article in which a person wrote, and how much of it the reader may read."""

    slug: str
    title: str
    language: str
    notes: int
    replies: int

    @property
    def count(self) -> int:
        return self.notes + self.replies


@dataclass(slots=True)
class PersonPage:
    """One page of what somebody wrote, as one reader sees it."""

    entries: list[Entry]
    articles: list[Wrote]  # all of them, those with most first
    article: Wrote | None  # the one that is looked at alone
    after: str

    @property
    def notes(self) -> int:
        return sum(one.notes for one in self.articles)

    @property
    def replies(self) -> int:
        return sum(one.replies for one in self.articles)

    @property
    def most_articles(self) -> list[Wrote]:
        return self.articles[:MOST_ARTICLES]


def person_for(
    reader: User | AnonymousUser, name: str, *, after: str = "", article: str = ""
) -> tuple[User, PersonPage]:
    """A person and a page of what they wrote; raises Http404.

    A member's page is there for everybody, empty where nothing of theirs may be read. That of an
    account that was closed is there as long as something of theirs may be read, since the notes
    lead to it, and says nothing else of them; to moderators it is always there.
    """
    found = _named(name)
    page = written_by(found, reader, after=after, article=article)
    if not (found.is_active or is_moderator(reader) or page.articles):
        raise Http404
    return found, page


def shown_person(reader: User | AnonymousUser, name: str) -> User:
    """A person whose page shows more than what they wrote: an open account. Raises Http404."""
    found = _named(name)
    if not (found.is_active or is_moderator(reader)):
        raise Http404
    return found


def _named(name: str) -> User:
    found = None if "\0" in name else User.objects.filter(username=name).first()
    if found is None:
        raise Http404
    return found


def written_by(
    person: User, reader: User | AnonymousUser, *, after: str = "", article: str = ""
) -> PersonPage:
    """A page of twenty annotations, newest first; six queries, whatever its size."""
    readable: QuerySet[Any] = Annotation.objects.visible_to(reader).filter(author=person)
    articles = _articles(readable)
    chosen = next((one for one in articles if one.slug == article), None)
    if article:
        readable = readable.filter(thread__article__slug=article)
    page, following = window(
        readable.select_related("thread__article", "author"), ("-pk",), after, PAGE
    )
    return PersonPage(entries_of(page, reader), articles, chosen, following)


def _articles(readable: QuerySet[Any]) -> list[Wrote]:
    rows = (
        readable.values_list(
            "thread__article__slug", "thread__article__title", "thread__article__language"
        )
        .annotate(
            notes=Count("pk", filter=Q(parent=None)),
            replies=Count("pk", filter=Q(parent__isnull=False)),
        )
        .order_by("-notes", "-replies", "thread__article__title")
    )
    return [Wrote(*row) for row in rows]
