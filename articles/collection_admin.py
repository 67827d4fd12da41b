"""Collections in the admin: named there; articles say for themselves which one they stand in."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Collection


@admin.register(Collection)
class CollectionAdmin(admin.ModelAdmin[Collection]):
    """Titles and addresses; one that has articles cannot be deleted."""

    list_display = ["title", "byline", "how_many", "page"]
    search_fields = ["title", "slug"]
    fields = ["title", "slug", "byline"]
    prepopulated_fields = {"slug": ["title"]}
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Collection]:
        return super().get_queryset(request).annotate(count=Count("articles"))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def has_delete_permission(self, request: HttpRequest, obj: Collection | None = None) -> bool:
        is_empty = obj is None or not obj.articles.exists()
        return is_empty and super().has_delete_permission(request, obj)

    @admin.display(description=gettext_lazy("articles"))
    def how_many(self, collection: Any) -> int:
        return int(collection.count)

    @admin.display(description=gettext_lazy("page"))
    def page(self, collection: Collection) -> str:
        return format_html('<a href="{}">{}</a>', collection.get_absolute_url(), _("read"))

    def save_model(self, request: HttpRequest, obj: Collection, form: Any, change: bool) -> None:
        if not change:
            obj.created_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)
        # their pages carry its title and its address
        Article.objects.filter(collection=obj).update(changed_at=timezone.now())
