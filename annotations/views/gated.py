"""What views share: following an article's former address, and marking private answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from annotations.reading.gates import Moved, Withdrawn, moved_address

View = Callable[..., HttpResponse]


def follows_moves(view: View) -> View:
    """Answers a former address of an article with 301 to the same page at the present one.

    With 308 where a form was sent, which the browser then sends there as it is. And 410 where the
    text of an article that the reader might read was taken back.
    """

    @wraps(view)
    def following(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Withdrawn:
            return private(render(request, "articles/withdrawn.html", status=410))
        except Moved as moved:
            return redirect(
                moved_address(request, moved),
                permanent=True,
                preserve_request=request.method == "POST",
            )

    return following


def private(response: HttpResponse) -> HttpResponse:
    """Keeps an answer made for one reader out of every cache but their own."""
    response["Cache-Control"] = "private, no-cache"
    return response
