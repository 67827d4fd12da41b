"""What is said about an article, and who has a role there, beside its form in the admin."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from annotations.admin.access import moderates_something
from annotations.foreseeing import foreseen
from annotations.models import Counter, ScopedRole
from annotations.roles import is_owner
from articles.admin import ArticleAdmin
from articles.models import Article, Revision
from ncr.accounts.models import audience_ids

admin.site.unregister(Article)


@admin.register(Article)
class DiscussedArticleAdmin(ArticleAdmin):
    """Articles, with the figures of their discussion as far as the reader may know them."""

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        article = self.get_object(request, object_id)
        more = _beside(article, request.user) if article is not None else {}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **more})

    def effects(self, request: HttpRequest, draft: Revision) -> dict[str, Any]:
        return {"effects": foreseen(draft, request.user)}


def _beside(article: Article, user: Any) -> dict[str, Any]:
    """Counts from the counters of the reader's own audiences; two queries."""
    counted = Counter.objects.filter(article=article, audience_id__in=audience_ids(user)).aggregate(
        threads=Sum("threads"), readable=Sum("readable")
    )
    lists = "admin:annotations_{}_changelist"
    query = urlencode({"article": article.slug})
    figures = [
        (_("Threads"), counted["threads"] or 0),
        (_("Annotations that can be read"), counted["readable"] or 0),
    ]
    return {
        "figures": figures,
        "annotations_url": f"{reverse(lists.format('annotation'))}?{query}",
        "threads_url": f"{reverse(lists.format('thread'))}?{query}",
        "moderates": moderates_something(user),
        "shows_roles": is_owner(user),
        "roles": ScopedRole.objects.filter(article=article).select_related("person"),
    }
