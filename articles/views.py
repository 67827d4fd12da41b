"""What the site says of itself: about, terms, privacy, and the rules to which moderation refers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.house_pages import page_html
from articles.models import SitePage, SiteRule


@require_safe
def site_page(request: HttpRequest, name: str) -> HttpResponse:
    """One query. The owner finds the way to the form here, so the answer is one reader's."""
    context = {
        "name": name,
        "title": SitePage.Name(name).label,
        "html": page_html(name),
        "may_edit": request.user.has_perm("articles.change_sitepage"),
    }
    response = TemplateResponse(request, "articles/site_page.html", context)
    response["Cache-Control"] = "private, no-cache"
    return response


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """The rules by number, and those that no longer hold below them; one query."""
    every = list(SiteRule.objects.order_by("number"))
    context = {
        "rules": [rule for rule in every if rule.retired_at is None],
        "retired": [rule for rule in every if rule.retired_at is not None],
        "may_edit": request.user.has_perm("articles.change_siterule"),
    }
    response = TemplateResponse(request, "articles/rules.html", context)
    response["Cache-Control"] = "private, no-cache"
    return response
