"""Texts in the admin: written, published, withdrawn, their metadata corrected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin_texts import TextPages, texts_of
from articles.collection_admin import CollectionAdmin
from articles.forms import ArticleForm
from articles.house_admin import SitePageAdmin
from articles.models import Article, Revision
from articles.revising import (
    change_audience,
    draft_of,
    newest_of,
    publish_revision,
    rename_slug,
)
from ncr.refusals import Refused

__all__ = ["ArticleAdmin", "CollectionAdmin", "SitePageAdmin"]


@admin.register(Article)
class ArticleAdmin(TextPages, admin.ModelAdmin[Article]):
    """Articles; their text is written by verbs and only shown here."""

    form = ArticleForm
    list_display = ["title", "audience", "language", "published", "state", "source_link"]
    list_filter = ["language"]
    search_fields = ["title", "slug"]
    ordering = ["-pk"]
    readonly_fields = ["state", "text"]
    fields = [
        "title",
        "slug",
        "standfirst",
        "byline",
        "byline_note",
        "published",
        "updated",
        "language",
        "source_url",
        "licence",
        "collection",
        "place",
        "audience",
        "state",
        "text",
    ]
    actions = ["publish"]
    change_list_template = "admin/articles/article/change_list.html"
    change_form_template = "admin/articles/article/change_form.html"
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)  # bulk deletion goes round the verbs
        return actions

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        own = Revision.objects.filter(article=OuterRef("pk"))
        return (
            super()
            .get_queryset(request)
            .select_related("audience__group")
            .annotate(
                has_draft=Exists(own.filter(published_at=None)),
                was_published=Exists(own.published()),
            )
        )

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        return type(form.__name__, (form,), {"editor": request.user})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a text comes in by importing it

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False  # what people said about it would go with it

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(
                "import/",
                self.admin_site.admin_view(self.import_view),
                name="articles_article_import",
            )
        ]
        ours = [
            one
            for one in super().get_urls()
            if not str(one.name).endswith(("_add", "_delete", "_history"))
        ]
        return [*own, *self.text_urls(), *ours]

    @admin.display(description=gettext_lazy("state"))
    def state(self, article: Any) -> str:
        if not article.was_published:
            return _("draft, nobody reads it yet")
        if article.current_revision_id is None:
            return _("withdrawn, with a draft") if article.has_draft else _("withdrawn")
        return _("published, with a draft") if article.has_draft else _("published")

    @admin.display(description=gettext_lazy("page"))
    def source_link(self, article: Article) -> str:
        if not article.current_revision_id:
            return ""
        return format_html('<a href="{}">{}</a>', article.get_absolute_url(), _("read"))

    @admin.display(description=gettext_lazy("text"))
    def text(self, article: Article) -> str:
        revision = newest_of(article)
        return format_html('<pre class="source">{}</pre>', revision.source if revision else "")

    @admin.action(description=gettext_lazy("Publish the selected articles"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Publishes first drafts, one by one; of a revision one looks first at what it changes."""
        done = left = 0
        for article in queryset:
            draft = draft_of(article)
            if draft is not None and draft.base_id is None:
                publish_revision(draft, by=request.user)  # type: ignore[arg-type]
                done += 1
            left += draft is not None and draft.base_id is not None
        text = ngettext("%d text is published.", "%d texts are published.", done)
        self.message_user(request, text % done)
        if left:
            text = ngettext(
                "%d draft changes a text that is read; look at it on the article's own page.",
                "%d drafts change texts that are read; look at them on the articles' own pages.",
                left,
            )
            self.message_user(request, text % left, messages.WARNING)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        article = self.get_object(request, object_id)
        texts = texts_of(article) if article is not None else {}
        more = {**texts, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, more)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        wanted, audience = obj.slug, obj.audience
        stored = Article.objects.only("slug", "audience").get(pk=obj.pk)
        obj.slug, obj.audience_id = stored.slug, stored.audience_id
        super().save_model(request, obj, form, change)
        self._or_say(request, rename_slug, obj, wanted)
        self._or_say(request, change_audience, obj, audience)

    def _or_say(self, request: HttpRequest, verb: Callable[..., Any], *given: Any) -> None:
        try:
            verb(*given)
        except Refused as refused:
            self.message_user(request, refused.message, messages.ERROR)

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """The way from here to where texts are brought in, for who may."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        return redirect("imports")
