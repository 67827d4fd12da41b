"""The inbox: what one person was told, newest first, and marking it as read.

All of it works by links and forms; with JavaScript the same answers are taken in quietly.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from annotations.reading.noticed import Noticed, noticed
from annotations.views.gated import private
from ncr.accounts.choices import redirect_to_sign_in
from ncr.accounts.models import Notice, User, is_member, member
from ncr.accounts.noticing import mark_all_read, mark_read, mark_unread

PAGE = 30
LARGEST_ID = 2**63 - 1


def for_members(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hands the view who is signed in; everybody else is sent to sign in first."""

    @wraps(view)
    def asking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_member(request.user):
            return private(redirect_to_sign_in(request))
        return private(view(request, member(request), *args, **kwargs))

    return asking


@require_safe
@for_members
def inbox(request: HttpRequest, person: User) -> HttpResponse:
    """A page of notices; at most twelve queries, however many there are."""
    after = _id(request.GET.get("after", ""))
    listed = Notice.objects.filter(person=person).select_related("by", "group").order_by("-pk")
    window = list((listed.filter(pk__lt=after) if after else listed)[: PAGE + 1])
    page = window[:PAGE]
    context = {
        "listed": noticed(page, person),
        "newest": page[0].pk if page else 0,
        "at": after or "",
        "after": page[-1].pk if len(window) > PAGE else "",
    }
    return TemplateResponse(request, "annotations/notices.html", context)


@require_safe
@for_members
def follow(request: HttpRequest, person: User, pk: int) -> HttpResponse:
    """Marks a notice as read and leads to what it is about; to the inbox where that is gone."""
    one = _own(person, pk)
    mark_read(person, pk)
    return redirect(one.leads_to or f"{reverse('notices')}#notice-{pk}")


@require_POST
@for_members
def read(request: HttpRequest, person: User, pk: int) -> HttpResponse:
    """Marks one notice as read."""
    _own(person, pk)
    mark_read(person, pk)
    return _back(request, f"#notice-{pk}")


@require_POST
@for_members
def unread(request: HttpRequest, person: User, pk: int) -> HttpResponse:
    """Marks one notice as unread again."""
    _own(person, pk)
    mark_unread(person, pk)
    return _back(request, f"#notice-{pk}")


@require_POST
@for_members
def read_all(request: HttpRequest, person: User) -> HttpResponse:
    """Marks as read all up to the newest notice of the page on which the button stood."""
    mark_all_read(person, _id(request.POST.get("until", "")) or 0)
    return _back(request)


def _own(person: User, pk: int) -> Noticed:
    """A notice of this person's; 404 for those of others, as for those that are not."""
    found = Notice.objects.filter(person=person, pk=pk).select_related("by", "group").first()
    if found is None:
        raise Http404
    return noticed([found], person)[0]


def _back(request: HttpRequest, place: str = "") -> HttpResponse:
    """To the page of the inbox on which the button stood."""
    at = _id(request.POST.get("at", ""))
    query = f"?{urlencode({'after': at})}" if at else ""
    return redirect(f"{reverse('notices')}{query}{place}")


def _id(value: str) -> int | None:
    """An id that somebody sent; None for what can be none."""
    if not (value.isascii() and value.isdecimal() and len(value) <= 19):
        return None
    return min(int(value), LARGEST_ID) or None
