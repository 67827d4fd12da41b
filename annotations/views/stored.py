"""Answers the page of an article to everybody at once, before anybody is asked who they are."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from annotations.reading.article_page import PageHead, page_head, page_html
from annotations.reading.stored import stored_response
from ncr.accounts.models import Audience

HEAD = "page_head"
ARTICLE = re.compile(r"/articles/([-\w]+)/")


class StoredPageMiddleware:
    """Answers what is the same for all readers; hands on what is not.

    Stands after what every answer needs (headers, the reader's language) and before what asks for
    the reader (account, messages, forms): a third of the time that such a page took went there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = ARTICLE.fullmatch(request.path_info)
        if asked and request.method in ("GET", "HEAD"):
            head = page_head(asked[1])
            if head is not None and head.audience == Audience.EVERYONE:
                return page_of(request, head)
            setattr(request, HEAD, head)  # found once; the view asks who may read it
        return self.get_response(request)


def head_of(request: HttpRequest) -> PageHead | None:
    """What the middleware found of an article that it did not answer itself."""
    found: PageHead | None = getattr(request, HEAD, None)
    return found


def page_of(request: HttpRequest, head: PageHead) -> HttpResponse:
    """The page of an article that the reader may read."""
    return stored_response(
        request,
        head.place,
        head.key,
        lambda: page_html(head.article, is_pointed_at=head.links is not None),
        is_public=head.audience == Audience.EVERYONE,
    )
