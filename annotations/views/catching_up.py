"""Catching up: the page of what is new, and the marks that a reader sets."""

from __future__ import annotations

import json
import re
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from annotations import catching_up
from annotations.models import Annotation
from annotations.passages import KEY
from annotations.reading.gates import article_for, thread_for
from annotations.reading.news import entry_json, news_page
from annotations.reading.unread import article_with_visit, new_in, visits
from annotations.views.gated import follows_moves, private
from annotations.views.writing import signed_out
from articles.models import Article
from ncr.accounts.models import User, is_member, member
from ncr.accounts.noticing import unread_by

MOST_AUDIENCES, MOST_NUMBERS = 200, 5000
Given = dict[int, Any]


@require_safe
@follows_moves
def news(request: HttpRequest, slug: str) -> HttpResponse:
    """What is new to the reader in an article, in the order of the text; sixteen queries."""
    if not is_member(request.user):
        return signed_out(request, _("What is new"), article_for(request.user, slug))
    reader = member(request)
    article, visit = article_with_visit(reader, slug)
    page = news_page(article, visit, reader)
    context = {
        "article": article,
        "page": page,
        "seen": _json(page.seen),
        "until": _json(page.until),
    }
    return private(TemplateResponse(request, "annotations/news.html", context))


def _json(given: Given) -> str:
    return json.dumps(given, separators=(",", ":"))


@require_POST
@follows_moves
def seen(request: HttpRequest, slug: str) -> HttpResponse:
    """Marks events as seen, and where the reader is: JSON from the script, or a form of a page.

    JSON: `seen` (numbers by audience), `block` (a key), `text` (whether what the newest revision
    changed was seen); answered with how many notices wait now, as the bar says it. A form: `seen`,
    or `until` for all up to these numbers, or neither, which begins; answered by the page of what
    is new.
    """
    is_script = request.content_type == "application/json"
    article = article_for(request.user, slug)
    if not is_member(request.user):
        return _signed_out(request, is_script, _("What is new"), article)
    try:
        given = _from_script(request) if is_script else _from_form(request)
        _mark(article, member(request), given)
    except ValueError:
        return HttpResponse(status=400)
    if not is_script:
        return redirect("news", article.slug)
    # What waited is known with the reader, from before
    reader = User.objects.get(pk=member(request).pk)
    return private(JsonResponse({"unread": unread_by(reader)}))


def _signed_out(request: HttpRequest, is_script: bool, act: str, article: Article) -> HttpResponse:
    return HttpResponse(status=401) if is_script else signed_out(request, act, article)


def _from_script(request: HttpRequest) -> dict[str, Any]:
    given = json.loads(request.body)
    if not isinstance(given, dict):
        raise ValueError("An object is expected.")
    return given


def _from_form(request: HttpRequest) -> dict[str, Any]:
    return {
        name: json.loads(request.POST[name]) for name in ("seen", "until") if name in request.POST
    }


def _mark(article: Article, reader: Any, given: dict[str, Any]) -> None:
    block = given.get("block") or ""
    if not isinstance(block, str) or (block and not re.fullmatch(KEY, block)):
        raise ValueError("No key of a block.")
    if not given:
        catching_up.visit(article, by=reader)
    elif "until" in given:
        catching_up.mark_all_seen(article, _until(given["until"]), by=reader)
    else:
        catching_up.mark_seen(
            article,
            _numbers(given.get("seen") or {}),
            by=reader,
            sees_text=given.get("text") is True,
            block_key=block,
        )


def _numbers(given: Any) -> dict[int, list[int]]:
    """Numbers of events by audience, as somebody sent them; raises ValueError."""
    found = _by_audience(given)
    if (
        sum(len(numbers) if isinstance(numbers, list) else 1 for numbers in found.values())
        > MOST_NUMBERS
    ):
        raise ValueError("Too many at once.")
    for numbers in found.values():
        if not isinstance(numbers, list) or not all(_is_number(one) for one in numbers):
            raise ValueError("No numbers.")
    return found


def _until(given: Any) -> dict[int, int]:
    found = _by_audience(given)
    if not all(_is_number(one) for one in found.values()):
        raise ValueError("No numbers.")
    return found


def _by_audience(given: Any) -> Given:
    if not isinstance(given, dict) or len(given) > MOST_AUDIENCES:
        raise ValueError("No numbers by audience.")
    return {int(pk): value for pk, value in given.items()}


def _is_number(given: Any) -> bool:
    return type(given) is int and 0 <= given < 2**62


@require_POST
def unread(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Marks the newest annotation of others in a thread as not seen yet.

    The script gets it as the article's page is told of it, a form the page of what is new.
    """
    thread = thread_for(request.user, uuid)
    is_script = "application/json" in request.headers.get("Accept", "")
    if not is_member(request.user):
        return _signed_out(request, is_script, _("Mark as unread"), thread.article)
    reader = member(request)
    newest = (
        Annotation.objects.visible_to(reader)
        .filter(thread=thread)
        .exclude(author=reader)
        .select_related("thread__article__current_revision")
        .order_by("-pk")
        .first()
    )
    if newest is None:
        return HttpResponse(status=409)
    catching_up.mark_unread(newest, by=reader)
    if not is_script:
        return redirect("news", thread.article.slug)
    visit = visits([thread.article_id], reader)[thread.article_id]
    entries = [entry_json(one) for one in new_in(visit, reader) if one.pk == newest.pk]
    return private(JsonResponse({"entries": entries}))
