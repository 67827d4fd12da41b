"""Endpoints of what is gathered over all articles: topics and people."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Query, Router

from annotations.api.schemas import PersonOut, TopicOut, TopicPageOut
from annotations.reading.entries import Entry
from annotations.reading.people import person_for
from annotations.topics.dossier import ORDERS, heading_of, passages_under, topic_for
from annotations.topics.dossier.passages import Passages
from annotations.topics.offering import offered
from articles.models import Article

gathered = Router()


@gathered.get("/topics", response=list[TopicOut], url_name="topics")
def topics(
    request: HttpRequest, q: Annotated[str, Query(max_length=200)] = "", article: str = ""
) -> list[dict[str, Any]]:
    """Topics whose name or alias begins like `q`, most used in the article first.

    `alias` is by what one was found that is called otherwise.
    """
    return [asdict(one) for one in offered(request.user, q, article.replace("\0", ""))]


@gathered.get("/topics/{slug}", response=TopicPageOut, url_name="topic")
def topic(
    request: HttpRequest, slug: str, order: str = "newest", after: str = "", article: str = ""
) -> dict[str, Any]:
    """A topic by its slug, a former one, or a name, with its passages, twenty at a time.

    With what is under its narrower topics. `order` is newest or oldest, by the dates of the
    articles, title, by their titles, or active.
    """
    found = topic_for(request.user, slug.replace("\0", ""))
    if found is None:
        raise Http404
    heading = heading_of(found, request.user)
    seen = Article.objects.visible_to(request.user)
    within = seen.filter(slug=article.replace("\0", "")).first() if article else None
    shown = (
        Passages([])
        if article and within is None
        else passages_under(
            heading,
            request.user,
            order=order if order in ORDERS else "newest",
            after=after,
            article=within,
        )
    )
    return {
        "name": found.name,
        "slug": found.slug,
        "aliases": heading.aliases,
        "description": found.description,
        "description_html": heading.description,
        "accepted": found.accepted_at is not None,
        "broader": heading.broader.slug if heading.broader else None,
        "narrower": [one.topic.slug for one in heading.narrower],
        "count": heading.total,
        "passages": [_entry(one.entry) for one in shown.listed],
        "after": shown.after or None,
    }


@gathered.get("/people/{name}", response=PersonOut, url_name="person")
def person(request: HttpRequest, name: str, after: str = "", article: str = "") -> dict[str, Any]:
    """A person and what they wrote, newest first, twenty at a time."""
    found, page = person_for(request.user, name, after=after, article=article.replace("\0", ""))
    return {
        "name": found.username,
        "display_name": str(found),
        "about": found.about if found.is_active else "",
        "active": found.is_active,
        "notes": page.notes,
        "replies": page.replies,
        "annotations": [_entry(one) for one in page.entries],
        "after": page.after or None,
    }


def _entry(one: Entry) -> dict[str, Any]:
    note, context = one.annotation, one.context
    return {
        "id": note.uuid,
        "thread": note.thread.uuid,
        "label": note.thread.label,
        "url": note.get_absolute_url(),
        "article": one.article.slug,
        "article_title": one.article.title,
        "published": one.article.published,
        "paragraph": one.number,
        "before": context.before if context else "",
        "quote": context.quote if context else "",
        "after": context.after if context else "",
        "kind": note.kind,
        "author": note.author.username if note.author else None,
        "author_name": str(note.author) if note.author else None,
        "answers": one.answers_username or None,
        "body_html": str(one.html),
        "created": note.created_at,
        "replies": one.replies,
        "latest_reply": one.latest,
    }
