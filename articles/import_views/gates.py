"""Who may be here, and which import it is about."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.importing.beginning import check_may_import
from articles.models import Import
from ncr.accounts.models import is_member, member
from ncr.admin_site import kept_form

View = Callable[..., HttpResponse]


def for_importers(view: View) -> View:
    """Leads the anonymous to sign in; a form that they sent comes back with every word of it.

    Answers 403 to who may bring nothing in, where no import is named, and is private to a reader.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_member(request.user):
            return _signed_out(request)
        if "pk" not in kwargs:
            check_may_import(member(request))
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-cache"
        return response

    return guarded


def _signed_out(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return kept_form(request, _("You were signed out. Nothing was sent yet."), 401)
    query = urlencode({"next": request.get_full_path()})
    return redirect(f"{reverse('account_login')}?{query}")


def own_import(request: HttpRequest, pk: int) -> Import:
    """The import, or 404 for everybody but who brought it; two queries, with the permission's."""
    found = Import.objects.visible_to(request.user)
    one = found.select_related("article", "collection").filter(pk=pk).first()
    if one is None:
        raise Http404
    return one


def page(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page of this package."""
    return TemplateResponse(request, f"imports/{template}.html", context, status=status)


def number_in(given: str | None) -> int:
    """The number of a page in an address; 1 for anything else."""
    given = given or ""
    return int(given) if given.isdecimal() and len(given) < 10 else 1
