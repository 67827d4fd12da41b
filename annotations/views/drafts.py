"""What somebody left unfinished: a page of it, and keeping and discarding a draft.

Scripts send and get JSON; without them the page works by links and forms. Whoever is signed in
meets their own drafts here and nobody else's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from annotations import drafting
from annotations.models import Draft
from annotations.views.gated import private
from annotations.views.kept import kept
from annotations.views.notices import for_members
from articles.models import Article
from ncr.accounts.models import User, is_member
from ncr.refusals import SIGN_IN_FIRST, Refused, TooMany

PACE = 120  # drafts kept in a minute: each form sends one in three seconds


@dataclass(frozen=True)
class Unfinished:
    """A draft as its page lists it; `is_open` tells whether its form can still be opened."""

    draft: Draft
    is_open: bool

    @property
    def words(self) -> str:
        return str(self.draft.fields.get("body", ""))

    @property
    def other(self) -> str:
        return str(self.draft.fields.get("other", ""))

    @property
    def quote(self) -> str:
        return str(self.draft.fields.get("quote") or self.draft.fields.get("phrase", ""))

    @property
    def form(self) -> str:
        """Which form it is: annotate, reply or edit."""
        return self.draft.place.partition("?")[0].strip("/").rpartition("/")[2]


@require_http_methods(["GET", "HEAD", "POST"])
def drafts(request: HttpRequest) -> HttpResponse:
    """GET lists one's own, as a page or as JSON; POST keeps one."""
    if not is_member(request.user):
        if _wants_json(request):
            return private(JsonResponse({"detail": str(SIGN_IN_FIRST)}, status=401))
        if request.method == "POST":
            return kept(request, str(SIGN_IN_FIRST), 401, can_resend=False)
    answer: HttpResponse = (_keep if request.method == "POST" else _list)(request)
    return answer


@for_members
def _list(request: HttpRequest, person: User) -> HttpResponse:
    """At most four queries, however many there are."""
    own = list(drafting.drafts_of(person))
    ids = {one.article_id for one in own if one.article_id}
    open_ids = set(
        Article.objects.visible_to(person).filter(pk__in=ids).values_list("pk", flat=True)
    )
    listed = [Unfinished(one, one.article_id in open_ids) for one in own]
    if _wants_json(request):
        return JsonResponse({"drafts": [_said(one) for one in listed]})
    return TemplateResponse(request, "annotations/drafts.html", {"listed": listed})


@for_members
def _keep(request: HttpRequest, person: User) -> HttpResponse:
    given = _given(request)
    fields = given.get("fields") if _wants_json(request) else given
    where = {name: str(given.get(name, "")) for name in ("place", "page", "base")}
    try:
        _check_pace(person)
        draft = _saved(request, person, fields if isinstance(fields, Mapping) else {}, where)
    except drafting.Diverged as diverged:
        return _diverged(diverged)
    except Refused as refused:
        if _wants_json(request):
            return JsonResponse({"detail": refused.message}, status=refused.status)
        return kept(request, refused.message, refused.status, can_resend=False)
    if _wants_json(request):
        return JsonResponse({"saved_at": drafting.state_of(draft)})
    messages.success(request, _("Your draft is kept here. Nobody else sees it."))
    return redirect("drafts")


def _saved(
    request: HttpRequest, person: User, fields: Mapping[str, Any], where: dict[str, str]
) -> Draft:
    """A script is told of another state and shows both; without one, the other stays beside it."""
    try:
        return drafting.save(by=person, fields=fields, **where)
    except drafting.Diverged as diverged:
        if _wants_json(request):
            raise
        other = diverged.draft.fields.get("body", "")
        where["base"] = drafting.state_of(diverged.draft)
        return drafting.save(by=person, fields={**dict(fields.items()), "other": other}, **where)


@require_POST
@for_members
def discard(request: HttpRequest, person: User) -> HttpResponse:
    """Throws a draft away; the page comes again, or nothing for a script."""
    drafting.discard(by=person, place=str(_given(request).get("place", "")))
    if _wants_json(request):
        return HttpResponse(status=204)
    return redirect("drafts")


def _diverged(diverged: drafting.Diverged) -> HttpResponse:
    stands = diverged.draft
    return JsonResponse(
        {
            "detail": diverged.message,
            "saved_at": drafting.state_of(stands),
            "body": stands.fields.get("body", ""),
        },
        status=diverged.status,
    )


def _said(one: Unfinished) -> dict[str, Any]:
    """What a page needs to offer a draft; the words come with its form."""
    article = one.draft.article
    return {
        "place": one.draft.place,
        "page": one.draft.page,
        "article": article.get_absolute_url() if article and one.is_open else None,
        "saved_at": drafting.state_of(one.draft),
        "words": one.words[:80],
    }


def _check_pace(person: User) -> None:
    """Counted in the shared cache by the clock's minute, as previews are."""
    now = timezone.now()
    key = f"draft:{person.pk}:{now:%H%M}"
    cache.add(key, 0, 120)
    try:
        count = cache.incr(key)
    except ValueError:
        return  # it expired between the two calls
    if count > PACE:
        raise TooMany(_("One moment, then drafts are kept again."), retry_after=60)


def _wants_json(request: HttpRequest) -> bool:
    return "json" in request.headers.get("Accept", "")


def _given(request: HttpRequest) -> Mapping[str, Any]:
    if request.content_type != "application/json":
        return request.POST
    try:
        given = json.loads(request.body)
    except ValueError:
        return {}
    return given if isinstance(given, dict) else {}
