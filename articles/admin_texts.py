"""The text of an article in the admin: written as a draft, looked at, published, taken back.

Each is a page of its own that calls one verb. What cannot be done is said on the same page, with
everything that was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles.admin_asking import (
    ASKED,
    ASKED_OF_ONE,
    Asked,
    begun,
    read_of,
    withdrawn_of,
)
from articles.blocks import MarkdownRefused
from articles.forms import ReviewForm, TextForm
from articles.models import Article, Revision
from articles.reviewing import changes_between_sources, changes_of
from articles.revising import (
    bring_up_to_date,
    digest_of,
    draft_of,
    look_of,
    newest_of,
    newest_published,
    publish_revision,
    revise,
)
from ncr.refusals import Conflict, Refused

MOST_REVISIONS = 50  # listed on the page of an article


class TextPages:
    """The pages of ArticleAdmin that write, publish and withdraw a text."""

    admin_site: Any
    opts: Any
    media: Any
    get_object: Callable[..., Any]
    has_change_permission: Callable[..., bool]

    def text_urls(self) -> list[URLPattern]:
        view, text = self.admin_site.admin_view, "<int:pk>/text/"
        return [
            path(text, view(self.text_view), name="articles_article_text"),
            path(f"{text}review/", view(self.review_view), name="articles_article_review"),
            path(f"{text}<str:act>/", view(self.ask_view), name="articles_article_ask"),
            path(
                "<int:pk>/revisions/<int:number>/<str:act>/",
                view(self.ask_of_one_view),
                name="articles_article_ask_of_one",
            ),
        ]

    def effects(self, request: HttpRequest, draft: Revision) -> dict[str, Any]:
        """What publishing a draft does beyond the text; for those who know of more to say it."""
        return {}

    def text_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The source with its preview; a draft is made when it is sent.

        409 where another was quicker: what was typed stays, beside how it differs from what stands.
        """
        article = self._article(request, pk)
        draft = draft_of(article)
        shown = draft or newest_published(article)
        if shown is None:
            raise Http404
        first = {"source": shown.source, "before": digest_of(shown.source)}
        form = TextForm(request.POST) if request.method == "POST" else TextForm(initial=first)
        more: dict[str, Any] = {}
        if form.is_valid():
            given = form.cleaned_data
            try:
                kept = revise(article, by=_editor(request), **given)
            except Conflict as conflict:
                form = TextForm({**given, "before": digest_of(conflict.current)})
                more = _beside(conflict, given["source"])
                form.add_error("source", conflict.message)
            except (Refused, MarkdownRefused) as refused:
                form.add_error("source", _words(refused))
            else:
                return self._kept(request, article, draft, kept)
        title = _("Text of a draft") if draft else _("Revise the text")
        context = {"form": form, "draft": draft, "title": title, **more}
        context["is_first"] = draft is not None and draft.base_id is None
        return self._shown(request, article, "admin/articles/text.html", context)

    def _kept(
        self, request: HttpRequest, article: Article, draft: Revision | None, kept: Revision
    ) -> HttpResponse:
        if draft is not None and draft.pk == kept.pk and draft.base_id != kept.base_id:
            messages.warning(request, _overtaken())
        if "see" in request.POST and kept.base_id is not None:
            return redirect("admin:articles_article_review", article.pk)
        messages.success(request, _("The text is kept; nobody reads it yet."))
        return redirect(_change_url(article))

    def review_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What changes and what becomes of what was said; publishes what was looked at.

        409 with the same page, brought up to date, where the draft or what is read is another.
        """
        article = self._article(request, pk)
        form = ReviewForm(request.POST) if request.method == "POST" else None
        if form is not None and _is_published(article, form):
            messages.info(request, _("It is published already; nothing was done twice."))
            return redirect(_change_url(article))
        refusal = None
        if form is not None and form.is_valid() and (sent := draft_of(article)) is not None:
            refusal = self._publish(request, sent, form)
            if refusal is None:
                messages.success(request, _("It is published."))
                return redirect(_change_url(article))
        draft = self._up_to_date(request, article, is_told=refusal is not None)
        if draft is None:
            messages.warning(request, _("There is no draft any more."))
            return redirect(_change_url(article))
        if draft.base_id is None:
            return redirect("admin:articles_article_ask", article.pk, "publish")
        form = _review_form(draft, form, refusal)
        return self._reviewed(request, article, draft, form, refusal)

    def _publish(self, request: HttpRequest, draft: Revision, form: ReviewForm) -> Refused | None:
        """Publishes the draft, or says why not."""
        given = form.cleaned_data
        if _says_the_same(draft):
            return Refused(_("Nothing is changed yet: this is the text as it stands."))
        seen = given["seen"] or "nothing"  # a form that does not say what was seen saw nothing
        try:
            publish_revision(draft, by=_editor(request), note=given["note"], seen=seen)
        except Refused as refused:
            return refused
        return None

    def _up_to_date(
        self, request: HttpRequest, article: Article, *, is_told: bool
    ) -> Revision | None:
        """The draft as it stands against what is read; None where there is none any more."""
        draft = draft_of(article)
        if draft is None:
            return None
        base = draft.base_id
        try:
            draft = bring_up_to_date(draft)
        except Conflict:
            return None
        if draft.base_id != base and not is_told:
            messages.warning(request, _overtaken())
        return draft

    def _reviewed(
        self,
        request: HttpRequest,
        article: Article,
        draft: Revision,
        form: ReviewForm,
        refusal: Refused | None,
    ) -> HttpResponse:
        context = {
            "form": form,
            "title": _("What changes"),
            "draft": draft,
            "changes": changes_of(draft),
            "is_same": _says_the_same(draft),
            "status": refusal.status if refusal is not None else None,
            **self.effects(request, draft),
        }
        return self._shown(request, article, "admin/articles/review.html", context)

    def ask_view(self, request: HttpRequest, pk: int, act: str) -> HttpResponse:
        """Asks once more, then publishes a first text, withdraws, restores or throws away."""
        asked = ASKED.get(act)
        if asked is None:
            raise Http404
        article = self._article(request, pk)
        revision = asked.of(article)
        if revision is None:
            messages.info(request, asked.missing)
            return redirect(_change_url(article))
        if act == "publish" and revision.base_id is not None:
            return redirect("admin:articles_article_review", article.pk)
        return self._ask(request, article, revision, asked)

    def ask_of_one_view(self, request: HttpRequest, pk: int, number: int, act: str) -> HttpResponse:
        """Asks once more, then brings an earlier text back, withdraws or restores a revision."""
        asked = ASKED_OF_ONE.get(act)
        if asked is None:
            raise Http404
        article = self._article(request, pk)
        revision = get_object_or_404(article.revisions.published(), number=number)
        return self._ask(request, article, revision, asked)

    def _ask(
        self, request: HttpRequest, article: Article, revision: Revision, asked: Asked
    ) -> HttpResponse:
        initial = begun(asked, revision)
        form = asked.form(request.POST) if request.method == "POST" else asked.form(initial=initial)
        status = None
        if form.is_valid():
            try:
                asked.verb(revision, request.user, form.cleaned_data)
            except Refused as refused:
                status = refused.status
                if isinstance(refused, Conflict):
                    form = asked.form({**form.cleaned_data, **initial})
                known = refused.field in form.fields
                form.add_error(refused.field if known else None, refused.message)
            else:
                messages.success(request, asked.done)
                return redirect(_change_url(article))
        context = {
            "form": form,
            "asked": asked,
            "title": asked.title,
            "revision": revision,
            "status": status,
        }
        return self._shown(request, article, "admin/articles/ask.html", context)

    def _article(self, request: HttpRequest, pk: int) -> Article:
        article: Article | None = self.get_object(request, str(pk))
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        if article is None:
            raise Http404
        return article

    def _shown(
        self, request: HttpRequest, article: Article, template: str, context: dict[str, Any]
    ) -> HttpResponse:
        """200 for a form that was asked for, else the `status` of the refusal, or 422."""
        form = context["form"]
        form.label_suffix = ""
        everything = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "media": self.media + form.media,
            "article": article,
            "article_url": _change_url(article),
            **context,
        }
        status = 200 if request.method != "POST" else context.get("status") or 422
        return TemplateResponse(request, template, everything, status=status)


def texts_of(article: Article) -> dict[str, Any]:
    """What the page of an article says of its texts; three queries."""
    revisions = list(
        article.revisions.published()
        .select_related("published_by")
        .defer("source")
        .order_by("-number")[: MOST_REVISIONS + 1]
    )
    newest = newest_of(article)
    return {
        "draft": newest if newest is not None and newest.is_draft else None,
        "read": read_of(article),
        "withdrawn": withdrawn_of(article),
        "revisions": revisions[:MOST_REVISIONS],
        "has_older": len(revisions) > MOST_REVISIONS,
        "revision": newest,
    }


def _says_the_same(draft: Revision) -> bool:
    """Whether a draft changes nothing in the text that it follows."""
    return draft.base is not None and draft.base.source == draft.source


def _is_published(article: Article, form: ReviewForm) -> bool:
    """Whether what this form would publish was published before."""
    form.full_clean()
    pk = form.cleaned_data.get("revision")
    return pk is not None and article.revisions.published().filter(pk=pk).exists()


def _review_form(draft: Revision, sent: ReviewForm | None, refusal: Refused | None) -> ReviewForm:
    """The form for a draft as it is now; it keeps the note that was sent."""
    now = {"revision": draft.pk, "seen": look_of(draft)}
    if sent is None:
        return ReviewForm(initial={**now, "note": draft.note})
    form = ReviewForm({**now, "note": sent.data.get("note", "")})
    form.full_clean()
    if refusal is not None:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
    return form


def _beside(conflict: Conflict, own: str) -> dict[str, Any]:
    """What stands now, and how what was typed differs from it."""
    return {
        "status": conflict.status,
        "current": conflict.current,
        "changes": changes_between_sources(conflict.current, own),
    }


def _overtaken() -> str:
    return _(
        "Another text was published since this draft was begun. What changes is shown against it:"
        " look whether the draft undoes something."
    )


def _words(refused: Refused | MarkdownRefused) -> str:
    return refused.words(_) if isinstance(refused, MarkdownRefused) else refused.message


def _editor(request: HttpRequest) -> Any:
    return request.user


def _change_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
