"""Pages of what is said: a thread, an annotation's place in it, its versions; people, topics."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth import get_user_model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from annotations.models import Annotation, AnnotationVersion, Thread, Topic, TopicSlug
from annotations.reading import cards as card_pieces
from annotations.reading.conversations import conversation_from, in_tree_order, shapes_of
from annotations.reading.discussion import person_page
from annotations.reading.gates import annotation_for, place_for, thread_for
from annotations.reading.versions import worded_changes
from annotations.views.gated import private
from annotations.visibility import is_moderator
from articles.models import Block
from ncr.accounts.models import is_member

REPLIES_ON_A_PAGE = 100
TOPICS_ON_A_PAGE = 500


@require_safe
def thread(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A thread on a page of its own, a hundred replies at a time, in the order of the tree."""
    found = thread_for(request.user, uuid)
    shown = conversation_from(
        found, request.user, after=_uuid(request.GET.get("after", "")), most=REPLIES_ON_A_PAGE
    )
    opening = shown.opening
    key = shown.passage.start_key if shown.passage else ""
    if shown.passage:
        shown.number = (
            Block.objects.filter(revision_id=found.article.standing_pk, key=key)
            .values_list("number", flat=True)
            .first()
        )
    context = {
        "thread": found,
        "article": found.article,
        "one": shown,
        "opening": opening,
        "opening_html": mark_safe(card_pieces.said_html(opening)),  # noqa: S308
        "opening_kind": card_pieces.kind_label(opening.kind),
        "person": mark_safe(card_pieces.person_html(opening)),  # noqa: S308
        "when": mark_safe(card_pieces.when_html(opening.at)),  # noqa: S308
        "audience": mark_safe(card_pieces.audience_html(shown)),  # noqa: S308
        "acts": mark_safe(card_pieces.acts_html(shown, opening, can_write=True, own_acts=True)),  # noqa: S308
        "replies": mark_safe(card_pieces.replies_html(shown, own_acts=True)),  # noqa: S308
        "may_write": is_member(request.user) and not found.is_locked,
    }
    return private(TemplateResponse(request, "annotations/thread.html", context))


@require_safe
def annotation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """To an annotation's place in its thread, or with `?in=article` to its passage."""
    found = place_for(request.user, uuid)
    if request.GET.get("in") == "article":
        article = found.thread.article.get_absolute_url()
        return private(redirect(f"{article}#n-{found.thread.key}"))
    target = found.thread.get_absolute_url()
    if not found.is_opening:
        target += _page_of(found, request) + f"#a-{found.uuid}"
    return private(redirect(target))


def _page_of(found: Annotation, request: HttpRequest) -> str:
    """The query that brings the page of the thread on which a reply stands."""
    shapes = shapes_of([found.thread_id], None)
    readable = set(
        Annotation.objects.visible_to(request.user)
        .filter(thread_id=found.thread_id)
        .values_list("pk", flat=True)
    )
    ordered = [shape.uuid for shape, _depth in in_tree_order(shapes, readable)]
    place = ordered.index(found.uuid) - 1 if found.uuid in ordered else 0
    page = place // REPLIES_ON_A_PAGE
    return f"?after={ordered[page * REPLIES_ON_A_PAGE]}" if page > 0 else ""


@require_safe
def versions(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What an annotation said before, version by version, with what changed."""
    found = annotation_for(request.user, uuid)
    listed = list(AnnotationVersion.objects.filter(annotation=found).order_by("number"))
    context = {
        "annotation": found,
        "article": found.thread.article,
        "versions": worded_changes(listed),
    }
    return private(TemplateResponse(request, "annotations/versions.html", context))


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """All topics that the reader may see."""
    listed = Topic.objects.visible_to(request.user).order_by("name")[:TOPICS_ON_A_PAGE]
    return private(TemplateResponse(request, "annotations/topics.html", {"topics": listed}))


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """What is filed under a topic, in every article that the reader may read."""
    found = Topic.objects.visible_to(request.user).filter(slug=slug).first()
    if found is None:
        former = TopicSlug.objects.filter(
            slug=slug, topic__in=Topic.objects.visible_to(request.user)
        ).first()
        if former is None:
            raise Http404
        query = request.META.get("QUERY_STRING", "")
        address = former.topic.get_absolute_url()
        return redirect(f"{address}?{query}" if query else address, permanent=True)
    filed = Annotation.objects.visible_to(request.user).filter(assignments__topic=found)
    threads = Thread.objects.visible_to(request.user).filter(annotations__in=filed).distinct()
    page = person_page(threads, request.user, after=request.GET.get("after", ""))
    context = {
        "topic": found,
        "aliases": [name.name for name in found.names.filter(is_alias=True).order_by("name")],
        "listed": page.listed,
        "after": page.after,
    }
    return private(TemplateResponse(request, "annotations/topic.html", context))


@require_safe
def person(request: HttpRequest, name: str) -> HttpResponse:
    """A person, and the threads in which they wrote, as far as the reader may see them.

    Where an account's name is known but nothing of it can be seen, the page is there and empty,
    like that of a member who has not written yet.
    """
    found = get_user_model().objects.filter(username=name).first()
    if found is None:
        raise Http404
    written = Annotation.objects.visible_to(request.user).filter(author=found)
    threads = Thread.objects.visible_to(request.user).filter(annotations__in=written).distinct()
    page = person_page(threads, request.user, after=request.GET.get("after", ""))
    context = {
        "person": found,
        "listed": page.listed,
        "after": page.after,
        "is_self": request.user.is_authenticated and request.user.pk == found.pk,
        "moderates": is_moderator(request.user),
    }
    return private(TemplateResponse(request, "annotations/person.html", context))


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value) if value else None
    except ValueError:
        return None
