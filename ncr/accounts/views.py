"""The link that signs a person in; the other pages of signing in are allauth's.

The link stands in the place of the password only: who has a second factor is asked for it.
"""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ncr.accounts.backends import has_second_factor
from ncr.accounts.forms import ArrivalForm
from ncr.accounts.links import find_link, is_open, use_link
from ncr.accounts.models import SignInLink


@sensitive_post_parameters("password", "repeated")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows whose link it is and uses nothing; POST signs in, once. 404, or 410 when past."""
    found = find_link(token)
    if found is None:
        raise Http404
    if not is_open(found):
        return past(request)
    form = ArrivalForm(found.user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        return arrive(request, found, form)
    status = 422 if form.is_bound else 200
    context = {"form": form, "person": found.user, "asks_more": has_second_factor(found.user)}
    return render(request, "accounts/sign_in_link.html", context, status=status)


def arrive(request: HttpRequest, found: SignInLink, form: ArrivalForm) -> HttpResponse:
    chosen = form.cleaned_data
    if not use_link(found, chosen.get("password", ""), chosen.get("display_name", "")):
        return past(request)
    if request.user.is_authenticated and request.user.pk != found.user.pk:
        logout(request)
    response: HttpResponse = perform_login(request, Login(user=found.user, redirect_url="/"))
    return response


def past(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/link_past.html", status=410)
