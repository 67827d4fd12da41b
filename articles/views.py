"""What the site says of itself: about, terms, privacy, and the rules to which moderation refers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.house_pages import page_html
from articles.models import SitePage, SiteRule, StoredPicture


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


@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponse:
    """A picture of a text that this reader may read.

    Its bytes never change, but who may read the text does: it is asked for each time, and read
    from the database only for those who have not got it.
    """
    seen = StoredPicture.objects.visible_to(request.user).filter(name=name)
    found = seen.values_list("pk", "media_type").order_by("pk").first()
    if found is None:
        raise Http404
    etag = f'"{name}"'
    if etag in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=304)
    else:
        data = StoredPicture.objects.values_list("data", flat=True).get(pk=found[0])
        response = HttpResponse(bytes(data), content_type=found[1])
    response["ETag"] = etag
    response["Content-Disposition"] = "inline"
    response["Cache-Control"] = "private, no-cache"
    return response
