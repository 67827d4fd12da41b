"""The page of one's own account: who is signed in, and what they can do about it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """One's account; the anonymous are sent to sign in."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    return TemplateResponse(request, "accounts/account.html", {"person": request.user})
