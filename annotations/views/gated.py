"""What views share: following an article's former address, and marking private answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve, reverse

from annotations.reading.gates import Moved, Withdrawn

View = Callable[..., HttpResponse]


def follows_moves(view: View) -> View:
    """Answers a former address of an article with 301 to the same page at the present one.

    And 410 where the text of an article that the reader might read was taken back.
    """

    @wraps(view)
    def following(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Withdrawn:
            return private(render(request, "articles/withdrawn.html", status=410))
        except Moved as moved:
            match = resolve(request.path_info)
            address = reverse(match.view_name, kwargs={**match.kwargs, "slug": moved.slug})
            query = request.META.get("QUERY_STRING", "")
            return redirect(f"{address}?{query}" if query else address, permanent=True)

    return following


def private(response: HttpResponse) -> HttpResponse:
    """Keeps an answer made for one reader out of every cache but their own."""
    response["Cache-Control"] = "private, no-cache"
    return response
