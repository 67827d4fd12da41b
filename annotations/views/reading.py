"""Pages for reading: an article, its blocks, discussion and revisions."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from annotations.models import Thread
from annotations.reading.article_page import (
    cards_of_blocks,
    passage_json,
    public_threads,
)
from annotations.reading.cards import cards_html
from annotations.reading.conversations import conversations
from annotations.reading.discussion import (
    ThreadPage,
    block_page,
    discussion_page,
    lost_page,
)
from annotations.reading.gates import article_for
from annotations.reading.linked import links_to
from annotations.reading.matching import Wanted, chips, matching, offered
from annotations.reading.overlay import overlay as overlay_of
from annotations.reading.text import (
    Figures,
    PassageRow,
    TextBlock,
    marks_by_block,
    passage_rows,
    text_html,
)
from annotations.reading.unread import article_with_visit
from annotations.topics.dossier import topic_for
from annotations.views.gated import follows_moves, private
from annotations.views.matching import order_of
from annotations.views.stored import head_of, page_of
from articles.models import Article, Block, Revision

MOST_BLOCKS = 60  # in one request for a window of cards


@require_safe
@follows_moves
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """The article with what all its readers may read of it: stored, the same bytes for each.

    Only for those who may read it: what everybody may, StoredPageMiddleware answered before.
    """
    article_for(request.user, slug)  # raises Moved or Http404
    head = head_of(request)
    if head is None:
        raise Http404
    return page_of(request, head)


@require_safe
@follows_moves
def overlay(request: HttpRequest, slug: str) -> HttpResponse:
    """What this reader sees beyond the stored page; at most ten queries."""
    if not request.user.is_authenticated:
        found = article_for(request.user, slug)
        return private(
            JsonResponse(
                {
                    "me": None,
                    "can_annotate": False,
                    "passages": [],
                    "cards": "",
                    "mine": [],
                    "topics": [],
                    "revision": found.standing.number,
                }
            )
        )
    found, visit = article_with_visit(request.user, slug)
    get_token(request)  # sets the cookie that the page's scripts answer with
    return private(JsonResponse(overlay_of(found, request.user, visit)))


@require_safe
@follows_moves
def cards(request: HttpRequest, slug: str) -> HttpResponse:
    """The cards of some blocks or notes, as HTML: a window on what the page did not bring."""
    found = article_for(request.user, slug)
    threads = Thread.objects.visible_to(request.user).filter(article=found)
    if notes := request.GET.getlist("note")[:MOST_BLOCKS]:
        named = list(threads.by_keys(notes))
        named.sort(key=lambda thread: notes.index(thread.key))
        return private(HttpResponse(cards_html(conversations(named, request.user))))
    keys = request.GET.getlist("block")[:MOST_BLOCKS]
    rows = passage_rows(threads, keys)
    return private(HttpResponse(cards_of_blocks(found, threads, keys, request.user, rows)))


@require_safe
@follows_moves
def passages(request: HttpRequest, slug: str) -> HttpResponse:
    """The passages that begin in some blocks, for pages too dense to have them marked."""
    found = article_for(request.user, slug)
    keys = request.GET.getlist("block")[:MOST_BLOCKS]
    rows = passage_rows(public_threads(found), keys)
    return private(JsonResponse({"passages": [passage_json(row) for row in rows]}))


@require_safe
@follows_moves
def block(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """One block with its threads; answers for every key that a published revision ever had."""
    found = article_for(request.user, slug)
    shown = _block(found, key)
    if shown is None:
        raise Http404
    is_merged, key = shown.key != key, shown.key
    is_current = shown.revision_id == found.current_revision_id
    after = request.GET.get("after", "")
    if is_current:
        page = block_page(found, shown, request.user, after=after)
    else:
        page = lost_page(found, key, request.user, after=after)
    seen = Thread.objects.visible_to(request.user).filter(article=found)
    row = TextBlock(
        shown.key,
        shown.position,
        shown.number,
        shown.kind,
        shown.level,
        shown.text,
        shown.html,
        shown.attrs,
        shown.start,
        shown.absorbed,
    )
    rows = _marked(seen, shown, None if is_current else page)
    context = {
        "article": found,
        "paragraph": shown,
        "is_current": is_current,
        "is_merged": is_merged,
        "text": text_html(
            [row],
            base_url=reverse("article", args=[found.slug]),
            marks=marks_by_block([row], rows),
            figures={key: Figures(0, 0)},
            link_numbers=False,
        ),
        "cards": cards_html(page.listed),
        "after": page.after,
        "neighbours": _neighbours(shown),
        "count": len(rows),
        "pointers": links_to(found, request.user, key=shown.key) if is_current else [],
    }
    return private(TemplateResponse(request, "articles/block.html", context))


def _marked(seen: Any, shown: Block, lost: ThreadPage | None) -> list[PassageRow]:
    """The passages to mark in a block: those that stand in it, or of the lost those listed."""
    number = shown.revision.number if lost else None
    listed = {str(one.thread.uuid) for one in lost.listed} if lost else set()
    return [
        row
        for row in passage_rows(seen, [shown.key], revision=number)
        if row.end_key == shown.key and (lost is None or row.thread in listed)
    ]


def _block(article: Article, key: str) -> Block | None:
    """The block with this key: as it stands, or the one it was merged into, or as it last stood.

    One query for what stands, two for the others.
    """
    standing = Block.objects.filter(article=article, revision__in=Revision.objects.standing())
    named = standing.filter(key=key).select_related("revision")
    last = named.order_by("-revision__number").first()
    if last is not None and last.revision_id == article.current_revision_id:
        return last
    return _survivor(article, key) or last


def _survivor(article: Article, key: str) -> Block | None:
    """The block of the text as it stands that took in the block with this key."""
    here = Block.objects.filter(revision_id=article.standing_pk).exclude(absorbed=[])
    return next((one for one in here.select_related("revision") if key in one.absorbed), None)


def _neighbours(shown: Block) -> dict[str, Block]:
    """The numbered blocks before and after."""
    numbered = Block.objects.filter(revision_id=shown.revision_id, number__isnull=False)
    before = numbered.filter(position__lt=shown.position).order_by("-position").first()
    after = numbered.filter(position__gt=shown.position).order_by("position").first()
    return {name: one for name, one in (("before", before), ("after", after)) if one}


@require_safe
@follows_moves
def discussion(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything said about an article, each thread with its passage."""
    found = article_for(request.user, slug)
    order, wanted = order_of(request), Wanted.read(request.GET)
    topic = topic_for(request.user, wanted.topic) if wanted.topic else None
    page = discussion_page(
        found,
        request.user,
        order=order,
        after=request.GET.get("after", ""),
        threads=matching(found, request.user, wanted, topic) if wanted else None,
    )
    context = {
        "article": found,
        "order": order,
        "listed": page.listed,
        "after": page.after,
        "wanted": wanted,
        "query": wanted.query(),
        "chips": chips(found, request.user, wanted, topic),
        "offered": offered(found, request.user),
    }
    return private(TemplateResponse(request, "annotations/discussion.html", context))
