"""Texts in the admin: bring in, look at what was recognised, publish, correct the metadata."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin_texts import TextPages, texts_of
from articles.blocks import BlockContent, blocks_from_markdown
from articles.collection_admin import CollectionAdmin
from articles.forms import ArticleForm, BringForm, RecognisedForm
from articles.house_admin import SitePageAdmin
from articles.importers import Document, read_document
from articles.models import Article, Revision
from articles.refusing import TextRefused
from articles.revising import (
    change_audience,
    draft_of,
    import_article,
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
        """Two steps: bring a text, then look at what was recognised and publish or keep it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method == "POST" and "source" in request.POST:
            return self._take(request)
        is_sent = request.method == "POST"
        form = BringForm(request.POST, request.FILES) if is_sent else BringForm()
        if is_sent and form.is_valid():
            try:
                document = read_document(*form.content())
                blocks = blocks_from_markdown(document.markdown)
            except TextRefused as refused:
                form.add_error(None, refused.words(_))
            else:
                found = self._form(request, initial=_as_initial(document))
                return self._recognised(request, found, blocks)
        return self._page(request, "admin/articles/bring.html", {"form": form})

    def _form(self, request: HttpRequest, *given: Any, **more: Any) -> RecognisedForm:
        editor: Any = request.user
        return RecognisedForm(*given, editor=editor, **more)

    def _take(self, request: HttpRequest) -> HttpResponse:
        form = self._form(request, request.POST)
        if "look" in request.POST or not form.is_valid():
            return self._look(request, form)
        given = form.cleaned_data
        document = Document(
            markdown=given["source"],
            **{name: given[name] or None for name in RecognisedForm.Meta.fields},
        )
        publish = "publish" in request.POST
        try:
            article = import_article(
                document,
                by=request.user,  # type: ignore[arg-type]
                publish=publish,
                audience=given["audience"],
            )
        except Refused as refused:
            form.add_error(None, refused.message)
            return self._look(request, form)
        except TextRefused:
            return self._look(request, form)  # which says why
        if publish and Article.objects.visible_to(request.user).filter(pk=article.pk).exists():
            return redirect(article)
        state = (
            _("It is published.") if publish else _("It is kept as a draft; nobody reads it yet.")
        )
        self.message_user(request, state)
        return redirect(reverse("admin:articles_article_change", args=[article.pk]))

    def _look(self, request: HttpRequest, form: RecognisedForm) -> HttpResponse:
        """What was sent, once more, with its blocks."""
        try:
            blocks = blocks_from_markdown(form["source"].value() or "")
        except TextRefused as refused:
            blocks = []
            form.add_error("source", refused.words(_))
        return self._recognised(request, form, blocks)

    def _recognised(
        self, request: HttpRequest, form: RecognisedForm, blocks: list[BlockContent]
    ) -> HttpResponse:
        status = 422 if form.is_bound and form.errors else 200
        context = {"form": form, "blocks": _numbered(blocks)}
        return self._page(request, "admin/articles/recognised.html", context, status)

    def _page(
        self, request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
    ) -> HttpResponse:
        form = context["form"]
        form.label_suffix = ""
        everything = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Import a text"),
            "media": self.media + form.media,
            **context,
        }
        return TemplateResponse(request, template, everything, status=status)


def _as_initial(document: Document) -> dict[str, Any]:
    found = asdict(document)
    source = found.pop("markdown")
    return {**{name: value or "" for name, value in found.items()}, "source": source}


def _numbered(blocks: list[Any]) -> list[tuple[int | None, Any]]:
    """Blocks with their ¶ numbers, as they will stand."""
    number = 0
    listed: list[tuple[int | None, Any]] = []
    for block in blocks:
        number += block.kind != "heading"
        listed.append((None if block.kind == "heading" else number, block))
    return listed
