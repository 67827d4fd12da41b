"""The page where a reader chooses the language of the site; a cookie keeps it in that browser.

Who never chose is spoken to in the first language of their browser that the site knows.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods
from django.views.i18n import set_language


@require_http_methods(["GET", "HEAD", "POST"])
def language(request: HttpRequest) -> HttpResponse:
    """GET lists the languages, POST keeps one and leads back; 404 where there is but one."""
    if len(settings.LANGUAGES) < 2:
        raise Http404
    if request.method == "POST":
        return set_language(request)
    answer = render(request, "accounts/language.html", {"back": came_from(request)})
    patch_cache_control(answer, private=True, no_cache=True)
    return answer


def came_from(request: HttpRequest) -> str:
    """The page of this site that the reader came from."""
    before = urlsplit(request.headers.get("Referer", ""))
    is_ours = before.netloc == request.get_host() and before.path != request.path
    return before._replace(scheme="", netloc="").geturl() if is_ours else "/"
