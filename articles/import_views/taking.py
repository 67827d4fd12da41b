"""An import is taken: published, kept as a draft, or made a new revision of what is here."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.import_forms import FactsForm
from articles.import_views.gates import for_importers, own_import
from articles.import_views.reviewing import facts_form, reviewed
from articles.importing.correcting import correct_facts
from articles.importing.taking import take_as_collection, take_as_revision, take_import
from articles.models import Article, Collection, Import
from articles.refusing import TextRefused
from ncr.accounts.models import User, member
from ncr.refusals import Refused

LONGEST_NUMBER = 19  # digits, as a key in the database may have


@require_POST
@for_importers
def facts(request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps what is known, and takes the text where Publish or Keep as a draft was pressed.

    What is refused stands beside its field, with everything that was typed.
    """
    found, by = own_import(request, pk), member(request)
    if found.state != Import.State.READY:
        return redirect(found)
    form = facts_form(request, found, request.POST)
    if not form.is_valid():
        return reviewed(request, found, form=form)
    try:
        correct_facts(found, form.given(), by=by, seen=request.POST.get("seen", ""))
        if "publish" in request.POST or "draft" in request.POST:
            return _take(request, found, form, by)
    except (Refused, TextRefused) as refused:
        return _refused(request, found, form, refused)
    messages.success(request, _("It is kept. Nothing is published yet."))
    return redirect(f"{found.get_absolute_url()}#facts")


def _refused(
    request: HttpRequest, found: Import, form: FactsForm, refused: Refused | TextRefused
) -> HttpResponse:
    if isinstance(refused, TextRefused):
        refused = Refused(refused.words(_))
    form.add_error(refused.field if refused.field in form.fields else None, refused.message)
    return reviewed(request, found, form=form, refusal=refused)


def _take(request: HttpRequest, found: Import, form: FactsForm, by: User) -> HttpResponse:
    given = form.cleaned_data
    if not given["title"]:
        raise Refused(_("Give it a title."), "title")
    if not given["audience"]:
        raise Refused(_("Choose who may read it."), "audience")
    if not given["language"]:  # a command takes English; here somebody can be asked
        raise Refused(_("Say which language it is in: en, de, pt-BR."), "language")
    take = take_as_collection if given.get("shape") == "collection" else take_import
    publish = "publish" in request.POST
    made = take(found, by=by, publish=publish, audience=given["audience"])
    if not publish:
        messages.success(request, _("It is kept as a draft; nobody reads it yet."))
        return redirect(_at_work(request, found, made))
    if isinstance(made, Collection):
        return redirect(made)
    is_readable = Article.objects.visible_to(request.user).filter(pk=made.pk).exists()
    return redirect(made if is_readable else found)


def _at_work(request: HttpRequest, found: Import, made: Article | Collection) -> str:
    """Where a draft is worked on, for who may; or else the page that says what became of it."""
    if isinstance(made, Article) and request.user.is_staff:
        return reverse("admin:articles_article_change", args=[made.pk])
    return found.get_absolute_url()


@require_POST
@for_importers
def revision(request: HttpRequest, pk: int) -> HttpResponse:
    """Makes the text the draft of an article's next revision, to be looked at before it is read.

    What is known is kept first, so that nothing that was typed is lost where the text is refused.
    """
    found, by = own_import(request, pk), member(request)
    if found.state != Import.State.READY:
        return redirect(found)
    named = request.POST.get("article", "")
    is_number = named.isdecimal() and len(named) < LONGEST_NUMBER
    article = get_object_or_404(Article, pk=int(named) if is_number else 0)
    form = facts_form(request, found, request.POST)
    if not form.is_valid():
        return reviewed(request, found, form=form)
    try:
        correct_facts(found, form.given(), by=by, seen=request.POST.get("seen", ""))
        take_as_revision(found, article, by=by)
    except (Refused, TextRefused) as refused:
        return _refused(request, found, form, refused)
    if request.user.is_staff:
        return redirect("admin:articles_article_review", article.pk)
    messages.success(request, _("It is kept as a draft; nobody reads it yet."))
    return redirect(found)
