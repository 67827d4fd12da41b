"""Suggested marks: the page of an article's, the places for its text, and deciding about them."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from annotations.models import Suggestion, Topic
from annotations.reading.gates import article_for
from annotations.topics import confirming
from annotations.topics.naming import call
from annotations.topics.waiting import places_in, suggested_in
from annotations.views.gated import follows_moves, private
from annotations.views.kept import kept
from articles.models import Article
from ncr.accounts.models import User, is_member, member
from ncr.refusals import SIGN_IN_FIRST, Refused

MOST_PLACES = 300  # in a text; the page has all of them
State = Suggestion.State


@require_safe
@follows_moves
def suggested(request: HttpRequest, slug: str) -> HttpResponse:
    """What is suggested in an article, or with `?dismissed=1` what was dismissed there.

    Five queries for the anonymous, whatever there is.
    """
    article = article_for(request.user, slug)
    is_dismissed = "dismissed" in request.GET
    page = suggested_in(
        article,
        state=State.DISMISSED if is_dismissed else State.WAITING,
        number=_number(request.GET.get("page", "")),
        at=_number(request.GET.get("at", "")),
    )
    call(topic for topic, _count, _group in page.groups)
    context: dict[str, Any] = {
        "article": article,
        "page": page,
        "is_dismissed": is_dismissed,
        "may_confirm": is_member(request.user),
        "may_dismiss": is_member(request.user) and confirming.may_dismiss(member(request)),
    }
    if is_member(request.user):
        context["most"] = confirming.most_at_once(member(request))
    if is_dismissed and is_member(request.user):
        context["may_bring_back"] = {
            one.suggestion.pk
            for _topic, _count, group in page.groups
            for one in group
            if confirming.may_bring_back(member(request), one.suggestion)
        }
    return private(TemplateResponse(request, "annotations/suggested.html", context))


@require_safe
@follows_moves
def places(request: HttpRequest, slug: str) -> HttpResponse:
    """Where suggestions stand in the text, for its page; four queries for the anonymous.

    The weaker ones are whole sentences: underlined, they would be all that one sees of a text. Its
    blocks lead to them.
    """
    article = article_for(request.user, slug)
    count, rows = places_in(article, MOST_PLACES)
    by_block = Tally(row.block_key for row in rows)
    return private(
        JsonResponse(
            {
                "url": reverse("suggested", args=[article.slug]),
                "words": _counted(count) if count else "",
                "blocks": {key: _counted(n) for key, n in by_block.items()},
                "revision": article.standing.number,
                "places": [
                    {
                        "key": str(row.pk),
                        "start_key": row.block_key,
                        "start": row.start,
                        "end_key": row.block_key,
                        "end": row.end,
                    }
                    for row in rows
                    if not row.is_weak
                ],
            }
        )
    )


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Makes a mark of one suggestion, and goes back to where it was pressed."""
    return _decided(request, pk, confirming.confirm, _("The passage is marked."))


@require_POST
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Dismisses one suggestion."""
    return _decided(request, pk, confirming.dismiss, _("It is dismissed, and does not come back."))


@require_POST
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Lets a dismissed suggestion wait again."""
    return _decided(request, pk, confirming.bring_back, _("It is suggested again."))


@require_POST
@follows_moves
def decide_all(request: HttpRequest, slug: str) -> HttpResponse:
    """Confirms or dismisses all that waits under one topic in an article (`act=`, `topic=`)."""
    article = article_for(request.user, slug)
    if not is_member(request.user):
        return kept(request, str(SIGN_IN_FIRST), 401, False)
    pk = _number(request.POST.get("topic", ""))
    topic = Topic.objects.filter(pk=pk, accepted_at__isnull=False).first()
    if topic is None:
        raise Http404
    is_confirming = request.POST.get("act") == "confirm"
    verb = confirming.confirm_all if is_confirming else confirming.dismiss_all
    try:
        decided = verb(article, topic, by=member(request))
    except Refused as refused:
        return kept(request, refused.shown, refused.status, False)
    if decided.done or not decided.held:
        messages.success(request, _told(decided.done, is_confirming))
    if decided.held:
        messages.success(request, _held_back(decided.held))
    if decided.left:
        words = ngettext(
            "%(n)d could not be: its words were changed, or somebody was quicker.",
            "%(n)d could not be: their words were changed, or somebody was quicker.",
            decided.left,
        )
        messages.warning(request, words % {"n": decided.left})
    return redirect(_back(request, article))


def _number(given: str) -> int:
    """A number from an address or a form; 0 for anything else."""
    return int(given) if given.isdecimal() and len(given) < 19 else 0


def _counted(count: int) -> str:
    return ngettext("%(n)d suggested mark", "%(n)d suggested marks", count) % {"n": count}


def _told(count: int, is_confirming: bool) -> str:
    words = (
        ngettext("%(n)d passage is marked.", "%(n)d passages are marked.", count)
        if is_confirming
        else ngettext("%(n)d suggestion is dismissed.", "%(n)d suggestions are dismissed.", count)
    )
    return words % {"n": count}


def _held_back(count: int) -> str:
    words = ngettext(
        "Your mark waits for a moderator. Until then the passage stays suggested.",
        "%(n)d of your marks wait for a moderator. Until then the passages stay suggested.",
        count,
    )
    return words % {"n": count}


def _decided(
    request: HttpRequest, pk: int, verb: Callable[..., object], words: str
) -> HttpResponse:
    found = _suggestion_or_404(request, pk)
    if not is_member(request.user):
        return kept(request, str(SIGN_IN_FIRST), 401, False)
    by: User = member(request)
    try:
        made = verb(found, by=by)
    except Refused as refused:
        return kept(request, refused.shown, refused.status, False)
    messages.success(request, _held_back(1) if confirming.is_held_back(made) else words)
    return redirect(_back(request, found.article))


def _suggestion_or_404(request: HttpRequest, pk: int) -> Suggestion:
    """A suggestion in an article that one may read, under a topic that everybody sees."""
    found = (
        Suggestion.objects.select_related("article", "topic")
        .filter(
            pk=pk,
            topic__accepted_at__isnull=False,
            article__in=Article.objects.visible_to(request.user),
        )
        .first()
    )
    if found is None:
        raise Http404
    return found


def _back(request: HttpRequest, article: Article) -> str:
    """The page that was named in the form, where it is one of this site's."""
    named = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        named, {request.get_host()}, require_https=request.is_secure()
    )
    return named if is_ours else reverse("suggested", args=[article.slug])
