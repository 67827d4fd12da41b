"""The text of an article in the admin: written as a draft, published, taken back, restored.

Each is a page of its own that asks once more and calls one verb.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from markdownx.widgets import AdminMarkdownxWidget

from articles.blocks import MarkdownRefused
from articles.models import Article, Revision
from articles.revising import (
    REASON_LIMIT,
    digest_of,
    publish_revision,
    republish_revision,
    rewrite_draft,
    withdraw_revision,
)
from ncr.refusals import Conflict, Refused


class TextForm(forms.Form):
    """The source of a draft; `before` tells which text was edited."""

    source = forms.CharField(
        label=gettext_lazy("Text"),
        strip=False,
        widget=AdminMarkdownxWidget(attrs={"rows": 28, "cols": 90}),
    )
    before = forms.CharField(widget=forms.HiddenInput, max_length=64)


class ReasonForm(forms.Form):
    """Why a text is taken back or restored; kept in the log."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=REASON_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": None}),
        help_text=gettext_lazy("It stands in the log of the site."),
    )


ASKED: dict[str, Any] = {
    "publish": {
        "title": gettext_lazy("Publish this text?"),
        "words": gettext_lazy("From then on it is read, and its words no longer change."),
        "button": gettext_lazy("Publish"),
        "done": gettext_lazy("It is published."),
        "verb": lambda revision, by, reason: publish_revision(revision, by=by),
    },
    "withdraw": {
        "title": gettext_lazy("Withdraw this text?"),
        "words": gettext_lazy(
            "Its address and the pages of its discussion say that it was withdrawn, and nothing"
            " of it or about it is shown. It can be published again."
        ),
        "button": gettext_lazy("Withdraw"),
        "done": gettext_lazy("It is withdrawn."),
        "verb": lambda revision, by, reason: withdraw_revision(revision, by=by, reason=reason),
    },
    "republish": {
        "title": gettext_lazy("Publish this text again?"),
        "words": gettext_lazy("It is read again, with what was said about it."),
        "button": gettext_lazy("Publish again"),
        "done": gettext_lazy("It is published again."),
        "verb": lambda revision, by, reason: republish_revision(revision, by=by, reason=reason),
    },
}


class TextPages:
    """The pages of ArticleAdmin that write, publish and withdraw a text."""

    admin_site: Any
    opts: Any
    media: Any
    get_object: Callable[..., Any]
    has_change_permission: Callable[..., bool]

    def text_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/text/", view(self.text_view), name="articles_article_text"),
            path("<int:pk>/text/<str:act>/", view(self.ask_view), name="articles_article_ask"),
        ]

    def text_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The source of a draft with its preview; 409 with both where another was quicker."""
        article, revision = self._found(request, pk)
        if revision.published_at is not None:
            messages.info(request, _("This text is published; it no longer changes."))
            return redirect(_change_url(article))
        first = {"source": revision.source, "before": digest_of(revision.source)}
        form = TextForm(request.POST) if request.method == "POST" else TextForm(initial=first)
        status, current = 200, ""
        if form.is_bound:
            status = 422
            if form.is_valid():
                try:
                    rewrite_draft(revision, **form.cleaned_data)
                    messages.success(request, _("The text is kept; nobody reads it yet."))
                    return redirect(_change_url(article))
                except Conflict as conflict:
                    form = TextForm({**form.cleaned_data, "before": digest_of(conflict.current)})
                    form.add_error("source", conflict.message)
                    status, current = conflict.status, conflict.current
                except (Refused, MarkdownRefused) as refused:
                    form.add_error("source", str(refused))
        context = {"form": form, "current": current, "title": _("Text of a draft")}
        return self._shown(request, article, "admin/articles/text.html", context, status)

    def ask_view(self, request: HttpRequest, pk: int, act: str) -> HttpResponse:
        """Asks once more, then publishes, withdraws or restores."""
        asked = ASKED.get(act)
        if asked is None:
            raise Http404
        article, revision = self._found(request, pk)
        form = ReasonForm(request.POST if request.method == "POST" else None, label_suffix="")
        if act == "publish":
            del form.fields["reason"]
        if form.is_valid():
            try:
                asked["verb"](revision, request.user, form.cleaned_data.get("reason", ""))
                messages.success(request, asked["done"])
                return redirect(_change_url(article))
            except Refused as refused:
                known = refused.field in form.fields
                form.add_error(refused.field if known else None, refused.message)
        context = {"form": form, "asked": asked, "title": asked["title"]}
        status = 422 if form.is_bound else 200
        return self._shown(request, article, "admin/articles/ask.html", context, status)

    def _found(self, request: HttpRequest, pk: int) -> tuple[Article, Revision]:
        article: Article | None = self.get_object(request, str(pk))
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        revision = newest_of(article) if article is not None else None
        if article is None or revision is None:
            raise Http404
        return article, revision

    def _shown(
        self,
        request: HttpRequest,
        article: Article,
        template: str,
        context: dict[str, Any],
        status: int,
    ) -> HttpResponse:
        context["form"].label_suffix = ""
        everything = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "media": self.media + context["form"].media,
            "article": article,
            "article_url": _change_url(article),
            **context,
        }
        return TemplateResponse(request, template, everything, status=status)


def newest_of(article: Article) -> Revision | None:
    """The revision that editors work on: the newest, published or not."""
    return article.revisions.order_by("-number").first()


def state_of(revision: Revision | None) -> str:
    """draft, published or withdrawn."""
    if revision is None or revision.published_at is None:
        return "draft"
    return "withdrawn" if revision.withdrawn_at is not None else "published"


def _change_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
