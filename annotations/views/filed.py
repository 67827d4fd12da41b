"""The topics of a note: who filed it there, what others say of it, and the forms to say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.forms import RefusableForm
from annotations.logbook import REASON_LIMIT
from annotations.models import Annotation, Assignment, Verdict
from annotations.reading.gates import annotation_for
from annotations.topics.judging import is_quiet, judge, take_back_verdict
from annotations.views.gated import private
from annotations.views.kept import kept
from annotations.views.writing import FORM_METHODS
from annotations.visibility import moderates
from articles.sanitising import trusted_from_storage
from ncr.accounts.models import is_member, member
from ncr.fields import WordsField
from ncr.refusals import SIGN_IN_FIRST, NotAllowed, Refused

BACK = "back"  # instead of a verdict: takes back what one said


class DisputeForm(RefusableForm):
    """Why a topic is wrong on a note; everybody who reads the note reads it."""

    text = WordsField(
        label=gettext_lazy("Why is this topic wrong here?"),
        max_length=REASON_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=gettext_lazy("Everybody who reads the note reads it, with your name."),
    )


@dataclass
class Filed:
    """A topic of a note, with what is said of it and what this reader may say."""

    assignment: Assignment
    endorsed: list[Verdict]
    disputed: list[tuple[Verdict, bool]]  # each with whether this reader reads why
    mine: Verdict | None
    form: DisputeForm | None = None


@FORM_METHODS
def filed(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What a note is filed under; POST endorses, disputes or takes that back (`verdict=`)."""
    found = annotation_for(request.user, uuid)
    if request.method != "POST":
        return _page(request, found)
    if not is_member(request.user):
        return kept(request, str(SIGN_IN_FIRST), 401)
    number = request.POST.get("assignment", "")
    pk = int(number) if number.isdecimal() and len(number) < 19 else 0
    known = found.assignments.select_related("topic", "by", "annotation__thread__article")
    assignment = known.filter(pk=pk).first()
    if assignment is None:
        return kept(request, _("The note is not filed under this topic (any more)."), 409, False)
    if request.POST.get("verdict") == BACK:
        take_back_verdict(assignment, by=member(request))
        messages.success(request, _("It is taken back."))
        return redirect("filed", found.uuid)
    return _judged(request, found, assignment)


def _judged(request: HttpRequest, found: Annotation, assignment: Assignment) -> HttpResponse:
    form, status = DisputeForm(request.POST, label_suffix=""), 422
    if form.is_valid():
        given = {"kind": request.POST.get("verdict", ""), "reason": form.cleaned_data["text"]}
        try:
            judge(assignment, by=member(request), **given)
            messages.success(request, _("Your verdict is kept."))
            return redirect("filed", found.uuid)
        except NotAllowed as refused:
            return kept(request, refused.message, refused.status, False)
        except Refused as refused:
            form.refuse(Refused(refused.message, "text"))
            status = refused.status
    return _page(request, found, (assignment.pk, form), status)


def _page(
    request: HttpRequest,
    found: Annotation,
    refused: tuple[int, DisputeForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    topics = _filed(request, found)
    for one in topics:
        pk = one.assignment.pk
        one.form = DisputeForm(label_suffix="", auto_id=f"id_{pk}_%s")
        if refused is not None and refused[0] == pk:
            one.form = refused[1]
    context: dict[str, Any] = {
        "annotation": found,
        "article": found.thread.article,
        "said_html": trusted_from_storage(found.body_html),
        "filed": topics,
    }
    template = TemplateResponse(request, "annotations/filed.html", context, status=status)
    return private(template)


def _filed(request: HttpRequest, found: Annotation) -> list[Filed]:
    """The topics in the order of their names; two queries."""
    verdicts: dict[int, list[Verdict]] = {}
    said = Verdict.objects.filter(assignment__annotation=found).select_related("by").order_by("pk")
    for one in said:
        verdicts.setdefault(one.assignment_id, []).append(one)
    listed = found.assignments.select_related("topic", "by").order_by("topic__name")
    own = request.user.pk if is_member(request.user) else 0
    reads_all = moderates(request.user, found.thread)
    return [
        Filed(
            one,
            [each for each in verdicts.get(one.pk, []) if each.kind == Verdict.Kind.ENDORSED],
            [
                (each, reads_all or each.by_id == own or not is_quiet(each))
                for each in verdicts.get(one.pk, [])
                if each.kind == Verdict.Kind.DISPUTED
            ],
            next((each for each in verdicts.get(one.pk, []) if own and each.by_id == own), None),
        )
        for one in listed
    ]
