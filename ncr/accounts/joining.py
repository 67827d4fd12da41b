"""The pages by which a person joins: the form to sign up, and the invitation that leads there."""

from __future__ import annotations

from typing import Any

from allauth.account.views import SignupView
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ncr.accounts.inviting import Spent, accept, find_invitation, is_for
from ncr.accounts.models import Invitation, ReadingGroup, is_member, member
from ncr.accounts.welcoming import invitation_of, keep_invitation
from ncr.refusals import NotAllowed


class JoinView(SignupView):  # type: ignore[misc]
    """The library's page, with our answers to what cannot be done."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)
        except Spent:
            return past(self.request)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 422
        return response

    def closed(self) -> HttpResponse:
        context = {"signup": settings.SIGNUP}
        return TemplateResponse(self.request, "account/signup_closed.html", context, status=403)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "invitation": invitation_of(self.request)}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows an invitation and uses nothing; POST goes on with it. 404, or 410 when past.

    A member joins its group; anybody else goes on to the form to sign up.
    """
    found = find_invitation(token)
    if found is None:
        raise Http404
    if not found.is_usable(timezone.now()):
        return past(request)
    if is_member(request.user):
        return _for_member(request, found)
    if request.method == "POST":
        keep_invitation(request, found)
        return redirect("account_signup")
    return _page(request, found)


def _for_member(request: HttpRequest, found: Invitation) -> HttpResponse:
    by = member(request)
    if not is_for(found, by):
        return _page(request, found, is_for_another=True)
    if request.method != "POST":
        return _page(request, found)
    try:
        accept(found, by=by)
    except Spent:
        return past(request)
    except NotAllowed:
        return _page(request, found, is_for_another=True)
    return redirect("articles" if found.group is None else _page_of(found.group))


def _page_of(group: ReadingGroup) -> str:
    try:
        return group.get_absolute_url()
    except NoReverseMatch:  # a site whose addresses leave the groups' pages out
        return reverse("account")


def _page(request: HttpRequest, found: Invitation, is_for_another: bool = False) -> HttpResponse:
    context = {"invitation": found, "is_for_another": is_for_another}
    status = 403 if is_for_another else 200
    return render(request, "accounts/invitation.html", context, status=status)


def past(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/invitation_past.html", status=410)
