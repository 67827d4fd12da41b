"""Pages of what is said: a thread, an annotation's place in it, its versions."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from annotations.models import Annotation, AnnotationVersion, Placement, Thread
from annotations.reading import cards as card_pieces
from annotations.reading.acts import acts_html
from annotations.reading.changed import changed_html
from annotations.reading.conversations import (
    IN_CARD,
    Conversation,
    branch_of,
    conversation_from,
    conversations,
)
from annotations.reading.gates import annotation_for, place_for, thread_for
from annotations.reading.linked import linked_html
from annotations.reading.neighbours import neighbours_of
from annotations.reading.reacted import reacted_to
from annotations.reading.shapes import shapes_of
from annotations.reading.versions import worded_changes
from annotations.views.gated import private
from articles.models import Block
from ncr.accounts.models import User

REPLIES_ON_A_PAGE = 100
MOST_IN_CARD = 400  # more is on the thread's own page


@require_safe
def thread(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A thread on a page of its own, a hundred replies at a time, in the order of the tree."""
    found = thread_for(request.user, uuid)
    shown = conversation_from(
        found, request.user, after=_uuid(request.GET.get("after", "")), most=REPLIES_ON_A_PAGE
    )
    return _thread_page(request, shown)


@require_safe
def annotation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A reply with what it answers; for an opening its thread, with `?in=article` its passage."""
    found = place_for(request.user, uuid)
    if request.GET.get("in") == "article":
        return private(redirect(_in_article(found)))
    if found.is_opening:
        return private(redirect(found.thread))
    return _thread_page(request, branch_of(found, request.user, most=REPLIES_ON_A_PAGE), found)


def _thread_page(
    request: HttpRequest, shown: Conversation, about: Annotation | None = None
) -> HttpResponse:
    """All of a thread, or what belongs to the one reply that the page is `about`."""
    found, opening = shown.thread, shown.opening
    reacted = reacted_to([said.pk for said in shown.said], request.user)
    for said in shown.said:
        said.reacted = reacted[said.pk]
    key = shown.passage.start_key if shown.passage else ""
    block = (
        Block.objects.filter(revision_id=found.article.standing_pk, key=key).only(
            "number", "position"
        )
        if key
        else Block.objects.none()
    ).first()
    shown.number = block.number if block else None
    context = {
        "thread": found,
        "article": found.article,
        "one": shown,
        "about": about,
        "opening": opening,
        "opening_html": mark_safe(card_pieces.said_html(opening)),  # noqa: S308
        "linked": linked_html(opening.link),
        "opening_kind": card_pieces.kind_label(opening.kind),
        "person": mark_safe(card_pieces.person_html(opening)),  # noqa: S308
        "when": mark_safe(card_pieces.when_html(opening.at)),  # noqa: S308
        "audience": mark_safe(card_pieces.audience_html(shown)),  # noqa: S308
        "acts": mark_safe(acts_html(shown, opening, can_write=True)),  # noqa: S308
        "replies": mark_safe(card_pieces.replies_html(shown)),  # noqa: S308
        "settled": mark_safe(card_pieces.settled_line(shown) if found.is_resolved else ""),  # noqa: S308
        "states": mark_safe(card_pieces.state_lines(shown)),  # noqa: S308
        "changed": mark_safe(  # noqa: S308
            changed_html(shown.passage, opening.uuid, is_gone=bool(opening.gone), is_open=True)
        ),
        "neighbours": (
            neighbours_of(found, shown.passage, block.position, request.user)
            if shown.passage and block
            else {}
        ),
    }
    return private(TemplateResponse(request, "annotations/thread.html", context))


@require_safe
def card(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A thread's card, with as many entries as are asked for: what it brought, and the next.

    With `?reply=` as many as it takes to that one.
    """
    found = thread_for(request.user, uuid)
    wanted = request.GET.get("replies", "")
    most = int(wanted) if wanted.isdecimal() and len(wanted) < 5 else IN_CARD
    if reply := _uuid(request.GET.get("reply", "")):
        most = max(most, _place_of(reply, found, request.user))
    shown = conversations([found], request.user, min(max(most, IN_CARD), MOST_IN_CARD))[0]
    return private(HttpResponse(card_pieces.card_html(shown)))


def _place_of(reply: UUID, thread: Thread, user: User | AnonymousUser) -> int:
    """How many annotations a thread has up to this one; 0 where the reader may not read it."""
    readable = Annotation.objects.visible_to(user).filter(thread=thread, uuid=reply)
    if not readable.exists():
        return 0
    return 1 + [shape.uuid for shape in shapes_of([thread.pk], None)].index(reply)


def _in_article(found: Annotation) -> str:
    """Where its thread stands in the article; where it last stood, if its passage is gone."""
    article = found.thread.article
    placements = Placement.objects.filter(thread_id=found.thread_id, anchor__ordinal=0)
    keys = placements.order_by("-from_revision__number").values_list("start_key", flat=True)
    last = next((key for key in keys if key), "") if keys and not keys[0] else ""
    if last:
        return reverse("block", args=[article.slug, last])
    return f"{article.get_absolute_url()}#n-{found.thread.key}"


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
