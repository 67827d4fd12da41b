"""The preview that django-markdownx asks for, at its path, with our renderer and limits."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from annotations.mentions import render_said
from articles.blocks import MarkdownRefused
from articles.body import render_page
from ncr.accounts.models import is_member


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """The HTML of what is being typed; for members, at most so often and so long.

    A refusal comes as 200 with a sentence, since the editor shows nothing of any other answer.
    """
    if not is_member(request.user):
        return HttpResponse(_sentence(_("Sign in to see a preview.")), status=401)
    content = request.POST.get("content", "")
    if len(content) > settings.BODY_LIMIT and not request.user.has_perm("articles.change_article"):
        return HttpResponse(_sentence(_("This is longer than an annotation may be.")))
    if not _within_pace(request.user.pk):
        return HttpResponse(_sentence(_("One moment, then the preview goes on.")))
    try:
        is_long = len(content) > settings.BODY_LIMIT  # the text of an article, with its headings
        return HttpResponse(render_page(content) if is_long else render_said(content)[0])
    except MarkdownRefused as refused:
        return HttpResponse(_sentence(refused.words(_)))


def _within_pace(person: int | None) -> bool:
    """At most PREVIEW_LIMIT a minute, counted in the shared cache by the clock's minute."""
    key = f"preview:{person}:{timezone.now():%H%M}"
    cache.add(key, 0, 120)
    try:
        return cache.incr(key) <= settings.PREVIEW_LIMIT
    except ValueError:
        return True  # it expired between the two calls


def _sentence(text: str) -> str:
    return f'<p class="error">{escape(text)}</p>'
