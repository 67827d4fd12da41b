"""The page on which a reply is moved to another thread: where to, and what goes along."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.admin.case import passage_in
from annotations.admin.queue.case import found_item
from annotations.admin.queue.chosen import Chosen
from annotations.admin.queue.leading import item_url
from annotations.logbook import REASON_LIMIT
from annotations.models import Annotation, ReviewItem, Thread
from annotations.moving import branch_of, move, no_such_target, opening_stays
from annotations.reading.discussion import in_text_order
from annotations.reading.passed import passages_of
from annotations.visibility import of_scopes, scopes_of
from articles.body import body_text
from articles.sanitising import trusted_from_storage
from ncr.accounts.models import User, member
from ncr.fields import WordsField
from ncr.refusals import Refused

NEAR = 3  # threads that are offered on either side of the passage
UUIDS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
# "12" or "note 12"; in an address what the card of a note is called there
LABEL = re.compile(r"(?:[^\W\d]+\s+)?([mgp]?[1-9]\d{0,8})")
CARD = re.compile(r"/articles/([^/\s]+)/\S*#n-([mgp]?[1-9]\d{0,8}(?:-\d{1,9})?)")
WORDS = 90  # characters of a passage and of what opens a thread


class MoveForm(forms.Form):
    """Where a reply goes and why; with what it answers, and the turn, that the moderator saw.

    What was typed goes before what was chosen, since a choice cannot be taken back.
    """

    where = WordsField(
        label=gettext_lazy("What it answers from now on"),
        help_text=gettext_lazy(
            "The address of an annotation, or the label of a note (12). A locked thread takes"
            " it as well."
        ),
        required=False,
        max_length=500,
        strip=True,
    )
    near = forms.CharField(
        label=gettext_lazy("Or what opens one of these threads, the nearest in the text"),
        widget=forms.RadioSelect,
        required=False,
    )
    reason = WordsField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=REASON_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    answered = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, near: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        help_text = _("Its author reads it. At most %(most)d characters.") % {"most": REASON_LIMIT}
        self.fields["reason"].help_text = help_text
        if near:
            self.fields["near"].widget.choices = near
        else:
            del self.fields["near"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not (given.get("where") or given.get("near")) and not self.errors:
            raise forms.ValidationError({"where": _("Say where it belongs.")})
        return given


def move_page(request: HttpRequest, pk: int, context: dict[str, Any]) -> HttpResponse:
    """Asks where a reply goes, and moves it; refused, the page comes back with what was typed.

    With `?item=` it leads back to that item of the queue, and moves in the turn that was seen.
    """
    user = member(request)
    found = _found(user, pk)
    item = _item_of(found, request, user)
    back = _back_url(found, item, request)
    if found.is_opening:
        messages.warning(request, opening_stays())
        return redirect(back)
    form, status = MoveForm(near_to(found, user)), 200
    if request.method == "POST":
        form, status = MoveForm(near_to(found, user), request.POST), 422
        if form.is_valid():
            try:
                moved = move_as_asked(found, form, user)
            except Refused as refused:
                form.add_error(refused.field or None, refused.message)
                status = refused.status
            else:
                label = moved.thread.label
                messages.success(
                    request, _("It stands in thread %(label)s now.") % {"label": label}
                )
                return redirect(back)
    found = _found(user, pk)  # as it stands by now
    context |= {
        "title": _("Move to another thread"),
        "annotation": found,
        "thread": found.thread,
        "article": found.thread.article,
        "passage": passage_in(found.thread),
        "count": moving_with(found, user),
        "form": form,
        "item": _item_of(found, request, user),
        "back_url": back,
    }
    return TemplateResponse(request, "admin/annotations/move.html", context, status=status)


def _found(user: User, pk: int) -> Annotation:
    """An annotation that somebody moderates, with what the verb looks at; or 404."""
    related = ("author", "thread__article__current_revision", "thread__audience")
    found: Annotation | None = (
        Annotation.objects.moderated_by(user).select_related(*related).filter(pk=pk).first()
    )
    if found is None:
        raise Http404
    return found


def _item_of(found: Annotation, request: HttpRequest, user: User) -> ReviewItem | None:
    """The item of the queue from which one came, if it is about this annotation."""
    asked = request.GET.get("item", "")
    item = found_item(user, int(asked)) if asked.isdecimal() and len(asked) < 19 else None
    return item if item is not None and item.annotation_id == found.pk else None


def _back_url(found: Annotation, item: ReviewItem | None, request: HttpRequest) -> str:
    if item is not None:
        return item_url(item.pk, Chosen.of(request.GET))
    return reverse("admin:annotations_annotation_change", args=[found.pk])


def move_as_asked(annotation: Annotation, form: MoveForm, by: User) -> Annotation:
    """Calls the verb with what a valid form says."""
    given = form.cleaned_data
    to = target_in(given["where"] or given.get("near", ""), annotation)
    annotation.parent_id = given["answered"]  # as it was when this was asked
    return move(annotation, to=to, by=by, reason=given["reason"], seen=given["seen"])


def target_in(typed: str, annotation: Annotation) -> Annotation:
    """What was meant by an address or a label; whether it may be answered, the verb says."""
    beside = Annotation.objects.filter(
        thread__article=annotation.thread.article_id, thread__audience=annotation.thread.audience_id
    )
    found: Annotation | None = beside.filter(_meant(typed, annotation.thread)).first()
    if found is None:
        raise no_such_target()
    return found


def _meant(typed: str, thread: Thread) -> Q:
    """Of annotations beside a thread, the one that an address or a label means."""
    if uuids := UUIDS.findall(typed):
        named = UUID(uuids[-1])
        return Q(uuid=named) | Q(thread__uuid=named, parent=None)
    if card := CARD.search(typed):
        slug, label = card[1], card[2].partition("-")[0]
        is_here = slug == thread.article.slug
    else:
        labelled = LABEL.fullmatch(typed.strip())
        is_here, label = labelled is not None, labelled[1] if labelled else ""
    number = label.lstrip("mgp")
    if not is_here or label != Thread(audience_kind=thread.audience_kind, number=number).label:
        return Q(pk__in=[])
    return Q(thread__number=int(number), parent=None)


def moving_with(annotation: Annotation, user: User) -> int:
    """How many answers to it, as far as `user` may read them, go along."""
    branch = branch_of(annotation)[1:]
    readable: QuerySet[Any] = Annotation.objects.visible_to(user)
    return readable.filter(thread=annotation.thread_id, pk__in=branch).count()


def near_to(annotation: Annotation, user: User) -> list[tuple[str, str]]:
    """The threads whose passages stand nearest in the text: id of the opening, and words."""
    here = annotation.thread
    seen = Thread.objects.visible_to(user).filter(article=here.article, audience=here.audience)
    scopes = scopes_of(user)
    if not scopes.site:
        seen = seen.filter(of_scopes(scopes))
    placed: QuerySet[Any] = in_text_order(seen, here.article)
    own: Any = placed.filter(pk=here.pk).values_list("place", "offset", "pk").first()
    if own is None:
        return []
    names = ("place", "offset", "pk")
    before = placed.filter(_beyond(names, own, "lt")).order_by(*(f"-{name}" for name in names))
    after = placed.filter(_beyond(names, own, "gt")).order_by(*names)
    return _named([*reversed(before[:NEAR]), *after[:NEAR]], user)


def _beyond(names: Iterable[str], values: Iterable[Any], sense: str) -> Q:
    """Rows that come before or after one in the order of several columns."""
    beyond, same = Q(pk__in=[]), Q()
    for name, value in zip(names, values, strict=True):
        beyond |= same & Q(**{f"{name}__{sense}": value})
        same &= Q(**{name: value})
    return beyond


def _named(threads: list[Thread], user: User) -> list[tuple[str, str]]:
    passages = passages_of([one.pk for one in threads])
    openings = {
        one.thread_id: one
        for one in Annotation.objects.visible_to(user)
        .published()
        .filter(thread__in=threads, parent=None)
    }
    named = []
    for one in threads:
        if (opening := openings.get(one.pk)) is not None:
            passage = passages.get(one.pk)
            named.append(
                (str(opening.uuid), _words(one, opening, passage.words if passage else ""))
            )
    return named


def _words(thread: Thread, opening: Annotation, quote: str) -> str:
    state = f" ({_('locked')})" if thread.is_locked else ""
    said = Truncator(body_text(trusted_from_storage(opening.body_html))).chars(WORDS)
    about: str = _("the article as a whole")
    if quote:
        about = format_html('<q dir="auto">{}</q>', Truncator(quote).chars(WORDS))
    return format_html(
        '<span><b>{}</b>{} {} <span dir="auto">{}</span></span>', thread.label, state, about, said
    )
