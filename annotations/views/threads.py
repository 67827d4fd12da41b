"""Pages of what is said: a thread, an annotation's place in it, its versions."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from annotations.models import Annotation, AnnotationVersion, Placement
from annotations.reading import cards as card_pieces
from annotations.reading.changed import changed_html
from annotations.reading.conversations import conversation_from, in_tree_order, shapes_of
from annotations.reading.gates import annotation_for, place_for, thread_for
from annotations.reading.versions import worded_changes
from annotations.views.gated import private
from articles.models import Block
from ncr.accounts.models import is_member

REPLIES_ON_A_PAGE = 100


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
        "changed": mark_safe(  # noqa: S308
            changed_html(shown.passage, opening.uuid, is_gone=bool(opening.gone), is_open=True)
        ),
        "may_write": is_member(request.user) and not found.is_locked,
    }
    return private(TemplateResponse(request, "annotations/thread.html", context))


@require_safe
def annotation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """To an annotation's place in its thread, or with `?in=article` to its passage."""
    found = place_for(request.user, uuid)
    if request.GET.get("in") == "article":
        return private(redirect(_in_article(found)))
    target = found.thread.get_absolute_url()
    if not found.is_opening:
        target += _page_of(found, request) + f"#a-{found.uuid}"
    return private(redirect(target))


def _in_article(found: Annotation) -> str:
    """Where its thread stands in the article; where it last stood, if its passage is gone."""
    article = found.thread.article
    placements = Placement.objects.filter(thread_id=found.thread_id, anchor__ordinal=0)
    keys = placements.order_by("-from_revision__number").values_list("start_key", flat=True)
    last = next((key for key in keys if key), "") if keys and not keys[0] else ""
    if last:
        return reverse("block", args=[article.slug, last])
    return f"{article.get_absolute_url()}#n-{found.thread.key}"


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


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value) if value else None
    except ValueError:
        return None
