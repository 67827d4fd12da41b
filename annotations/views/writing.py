"""Pages for writing: annotate, reply, edit, withdraw. They work without JavaScript.

With the header `X-Fragment: 1` only the form comes, for the page that is open already.
Whatever goes wrong, what was typed comes back with the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annotations import annotating, drafting
from annotations.audiences import ME, Choice, choices_for, remembered, told_of
from annotations.forms import POINTING, AnnotateForm, EditForm, ReplyForm
from annotations.models import Annotation, Draft
from annotations.passages import KEY, Passage, located
from annotations.reading.gates import annotation_for, article_for, place_for
from annotations.views.gated import follows_moves, private
from annotations.views.kept import kept
from articles.models import Article, Block
from articles.sanitising import trusted_from_storage
from ncr.accounts.models import User, is_member, member
from ncr.refusals import SIGN_IN_FIRST, Conflict, Refused, TooMany

FORM_METHODS = require_http_methods(["GET", "HEAD", "POST"])


@FORM_METHODS
@follows_moves
def annotate(request: HttpRequest, slug: str) -> HttpResponse:
    """A form for a note on a passage, a block (`?block=`), or the article as a whole."""
    article = _or_kept(request, lambda: article_for(request.user, slug))
    if isinstance(article, HttpResponse):
        return article
    if not is_member(request.user):
        return signed_out(request, _("Annotate"), article)
    given = request.POST if request.method == "POST" else request.GET
    key = given.get("start_key") or given.get("block") or ""
    block = _block(article, key, given.get("revision") or "")
    if key and block is None and request.method != "POST":
        raise Http404
    choices = choices_for(member(request), article)
    place = drafting.address_of_note(article.slug, given)
    if request.method != "POST":
        return _begin_note(request, article, block, choices, place)
    form = AnnotateForm(request.POST, block=block, choices=choices)
    context = _annotate_context(request, article, block, request.POST)
    if form.is_valid():
        try:
            made = annotating.annotate(
                by=member(request),
                article=article,
                body=form.cleaned_data["body"],
                passage=form.passage(),
                kind=form.cleaned_data["kind"],
                audience=form.cleaned_data["audience"],
                topics=form.topic_names(),
                link=form.second(member(request)),
                submission=form.cleaned_data["submission"],
            )
            drafting.discard(by=member(request), place=place)
            return redirect(made.thread)
        except Refused as refused:
            return _refused_page(request, form, context, refused)
    return _form_page(request, form, context, 422)


@FORM_METHODS
def reply(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A form for an answer."""
    to = _or_kept(request, lambda: place_for(request.user, uuid))
    if isinstance(to, HttpResponse):
        return to
    if not is_member(request.user):
        return signed_out(request, _("Reply"), to.thread.article)
    told = told_of(to.thread)
    context = {
        "heading": _reply_heading(to, member(request)),
        "told": told,
        "article": to.thread.article,
        "answered": to if to.is_readable else None,
        "answered_html": trusted_from_storage(to.body_html) if to.is_readable else "",
        "api": reverse("api:reply", args=[to.uuid]),
        "method": "POST",
        "place": request.path,
        "back": to.thread.get_absolute_url(),
        "submit": told.post_reply,
    }
    if request.method != "POST":
        draft = drafting.draft_at(member(request), request.path)
        initial = _typed(draft)
        if "quote" in request.GET and to.is_readable:
            initial["body"] = _quoting(to, initial.get("body", ""))
        return _form_page(request, ReplyForm(initial=initial), {**context, "draft": draft})
    form = ReplyForm(request.POST)
    if form.is_valid():
        try:
            made = annotating.reply(
                by=member(request),
                to=to,
                body=form.cleaned_data["body"],
                submission=form.cleaned_data["submission"],
            )
            drafting.discard(by=member(request), place=request.path)
            return redirect(made)
        except Refused as refused:
            return _refused_page(request, form, context, refused)
    return _form_page(request, form, context, 422)


def _reply_heading(to: Annotation, user: User) -> str:
    """Whom one answers; who will read it stands at the button."""
    if not to.is_readable or to.author is None:
        return _("Reply")
    if to.author_id == user.pk:
        return _("Reply to yourself")
    return _("Reply to %(name)s") % {"name": to.author}


def _quoting(to: Annotation, typed: str) -> str:
    """What is answered, as Markdown quotes it, above what was typed before; once."""
    quoted = "\n".join(f"> {line}".rstrip() for line in to.body.splitlines())
    return typed if not quoted or quoted in typed else f"{quoted}\n\n{typed}"


@FORM_METHODS
def edit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A form for a new version of what one said; 403 for who may read it but did not write it."""
    own = _or_kept(request, lambda: annotation_for(request.user, uuid))
    if isinstance(own, HttpResponse):
        return own
    if not is_member(request.user):
        return signed_out(request, _("Edit"), own.thread.article)
    context: dict[str, Any] = {
        "heading": _("Edit"),
        "told": told_of(own.thread),
        "article": own.thread.article,
        "api": reverse("api:edit", args=[own.uuid]),
        "method": "PATCH",
        "place": request.path,
        "back": own.get_absolute_url(),
        "submit": _("Save"),
    }
    if own.author_id != request.user.pk:
        return kept(request, _("Only its author can edit this."), 403)
    if request.method != "POST":
        draft = drafting.draft_at(member(request), request.path)
        # The version in the draft is the one that was edited; where another stands, saving says so
        form = EditForm(initial={**_says(own), **_typed(draft)}, is_opening=own.is_opening)
        return _form_page(request, form, {**context, "draft": draft})
    form = EditForm(request.POST, is_opening=own.is_opening)
    if form.is_valid():
        try:
            annotating.edit(
                own,
                by=member(request),
                body=form.cleaned_data["body"],
                version=form.cleaned_data["version"],
                kind=form.cleaned_data.get("kind"),
                topics=(
                    form.cleaned_data["topics"].split(",") if "topics" in form.fields else None
                ),
            )
            drafting.discard(by=member(request), place=request.path)
            return redirect(own)
        except Conflict as conflict:
            return _conflict_page(request, own, form, conflict, context)
        except Refused as refused:
            return _refused_page(request, form, context, refused)
    return _form_page(request, form, context, 422)


@FORM_METHODS
def withdraw(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Asks once, then takes back what one said."""
    own = place_for(request.user, uuid)
    if not is_member(request.user):
        return signed_out(request, _("Withdraw"), own.thread.article)
    if own.author_id != request.user.pk:
        return kept(request, _("Only its author can withdraw this."), 403)
    article = own.thread.article
    if request.method == "POST" or own.is_withdrawn:
        annotating.withdraw(own, by=member(request))
        # The thread may have nothing left to read, and then it has no page
        return redirect(_after_withdrawing(own))
    says = trusted_from_storage(own.body_html)
    context = {"annotation": own, "article": article, "says": says}
    return private(TemplateResponse(request, "annotations/withdraw.html", context))


def _after_withdrawing(own: Annotation) -> str:
    own.thread.refresh_from_db()
    if own.thread.readable_count:
        return own.thread.get_absolute_url()
    return reverse("discussion", args=[own.thread.article.slug])


def _or_kept(request: HttpRequest, find: Any) -> Any:
    """The thing, or for a form that was filled in, its words with the answer that it is gone."""
    try:
        return find()
    except Http404:
        if request.method == "POST" and request.POST.get("body"):
            return kept(
                request, _("What you were writing about is not there (any more)."), 404, False
            )
        raise


def _begin_note(
    request: HttpRequest,
    article: Article,
    block: Block | None,
    choices: Sequence[Choice],
    place: str,
) -> HttpResponse:
    """The form of a new note, with what was typed into it before and not sent."""
    draft = drafting.draft_at(member(request), place, article)
    typed = _typed(draft)
    audience, is_lost = remembered(member(request), article, choices)
    if "audience" in typed:
        is_lost = all(choice.value != typed["audience"] for choice in choices)
        audience = ME if is_lost else typed["audience"]
    initial = {**_initial(request, article, block), **typed, "audience": audience}
    form = AnnotateForm(initial=initial, block=_phrased(request, block), choices=choices)
    context = _annotate_context(request, article, block, {**request.GET.dict(), **typed})
    return _form_page(
        request, form, {**context, "place": place, "draft": draft, "audience_lost": is_lost}
    )


def _typed(draft: Draft | None) -> dict[str, str]:
    return draft.fields if draft else {}


def _block(article: Article, key: str, revision: str) -> Block | None:
    """A block of the current revision, or else of the one that the reader had before them."""
    if not re.fullmatch(KEY, key):
        return None
    found = Block.objects.filter(revision_id=article.standing_pk, key=key).first()
    if found is None and revision.isdecimal() and len(revision) < 10:
        seen = article.revisions.standing().filter(number=int(revision))
        found = Block.objects.filter(revision__in=seen, key=key).first()
    return found


def signed_out(request: HttpRequest, heading: str, article: Article) -> HttpResponse:
    """The way to sign in, and back to the article; what was sent already comes back with it."""
    if request.method == "POST":
        return kept(request, str(SIGN_IN_FIRST), 401)
    here = request.get_full_path()
    context = {
        "heading": heading,
        "article": article,
        "sign_in": f"{reverse('account_login')}?{urlencode({'next': here})}",
    }
    template = "annotations/_sign_in.html" if is_fragment(request) else "annotations/sign_in.html"
    return private(TemplateResponse(request, template, context))


def _initial(request: HttpRequest, article: Article, block: Block | None) -> dict[str, Any]:
    given = request.GET
    initial = {
        name: given.get(name, "")
        for name in ("end_key", "start", "end", "quote", "prefix", "suffix")
    }
    revision = given.get("revision") or article.standing.number
    initial["topics"] = given.get("topics") or given.get("topic", "")
    initial |= {name: given.get(name, "") for name in POINTING}
    if given.get("kind") in Annotation.Kind.values:
        initial["kind"] = given["kind"]
    return {**initial, "start_key": block.key if block else "", "revision": revision}


def _phrased(request: HttpRequest, block: Block | None) -> Block | None:
    """The block whose words can be typed: not when words were selected already."""
    return None if request.GET.get("end") else block


def _annotate_context(
    request: HttpRequest, article: Article, block: Block | None, given: Any
) -> dict[str, Any]:
    key = block.key if block else ""
    return {
        "heading": _("Annotate"),
        "article": article,
        "paragraph": block,
        "quote": _quoted(article, given),
        "api": reverse("api:annotate", args=[article.slug]),
        "method": "POST",
        "place": drafting.address_of_note(article.slug, given),
        "back": reverse("block", args=[article.slug, key]) if key else article.get_absolute_url(),
        "submit": _("Post"),
    }


def _quoted(article: Article, given: Any) -> str:
    """The selected words as the server finds them; empty where none were selected."""
    try:
        start, end = int(given.get("start") or -1), int(given.get("end") or -1)
        if start < 0 or end < 0:
            return ""
        ends = given.get("start_key", ""), start, given.get("end_key", ""), end
        seen = int(given.get("revision") or article.standing.number)
        return located(article, Passage(*ends, revision=seen)).selector.quote
    except (ValueError, Refused):
        return ""


def _says(own: Annotation) -> dict[str, Any]:
    topics = own.assignments.order_by("topic__name").values_list("topic__name", flat=True)
    return {
        "body": own.body,
        "kind": own.kind,
        "version": own.version,
        "topics": ", ".join(topics),
    }


def _conflict_page(
    request: HttpRequest,
    own: Annotation,
    form: EditForm,
    conflict: Conflict,
    context: dict[str, Any],
) -> HttpResponse:
    """Both texts; sending again goes on from the version that stands now."""
    again = EditForm(
        {**{name: form.data[name] for name in form.data}, "version": own.version},
        is_opening=own.is_opening,
    )
    again.is_valid()
    again.refuse(conflict)
    return _form_page(request, again, {**context, "current": conflict.current}, conflict.status)


def _refused_page(
    request: HttpRequest, form: Any, context: dict[str, Any], refused: Refused
) -> HttpResponse:
    form.refuse(refused)
    response = _form_page(request, form, context, refused.status)
    if isinstance(refused, TooMany):
        response["Retry-After"] = str(refused.retry_after)
    return response


def is_fragment(request: HttpRequest) -> bool:
    """Whether only the form is wanted, for a page that is open already."""
    return request.headers.get("X-Fragment") == "1"


def _form_page(
    request: HttpRequest, form: Any, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    template = "annotations/_composer.html" if is_fragment(request) else "annotations/compose.html"
    response = TemplateResponse(
        request, template, {**context, "form": form, "action": request.path}, status=status
    )
    return private(response)
