"""Appeals in the admin: what waits for an answer, and the page on which one is given."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.admin.base import VerbsOnlyAdmin
from annotations.admin.record import record_of
from annotations.appealing import ANSWER_LIMIT, MILDER, answer, is_for_another, may_answer
from annotations.models import Annotation, Appeal, Decision
from annotations.reading.decided import Decided, decided_for
from annotations.visibility import is_moderator
from ncr.accounts.models import member
from ncr.fields import WordsField
from ncr.refusals import Refused

BECOMES = {
    "hide": gettext_lazy("hidden, and its author reads it"),
    "ask": gettext_lazy("shown, and its author is asked to change it"),
}


class AnswerForm(forms.Form):
    """What becomes of a decision, and the answer that the person reads."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("What becomes of the decision"), widget=forms.RadioSelect
    )
    becomes = forms.ChoiceField(label=gettext_lazy("If changed, the words are"), required=False)
    until = forms.DateField(
        label=gettext_lazy("If changed, it ends on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("At the end of this day."),
    )
    answer = WordsField(
        label=gettext_lazy("Answer"),
        max_length=ANSWER_LIMIT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("The person reads it. At most 2,000 characters."),
    )

    def __init__(self, decision: Decision, sent: Any) -> None:
        super().__init__(sent, label_suffix="")
        fields: Any = self.fields
        milder = [(act, BECOMES[act]) for act in MILDER.get(decision.act, ())]
        has_end = decision.sanction is not None and decision.sanction.kind != "warning"
        is_varied = bool(milder) or has_end
        fields["outcome"].choices = [
            choice
            for choice in Appeal.Outcome.choices
            if is_varied or choice[0] != Appeal.Outcome.VARIED
        ]
        fields["becomes"].choices = [("", "-"), *milder]
        if not milder:
            del self.fields["becomes"]
        if not has_end:
            del self.fields["until"]

    def clean_until(self) -> datetime | None:
        """The last second of the day, in the time zone of the site."""
        day = self.cleaned_data["until"]
        if day is None:
            return None
        if day.year > 9000:
            raise forms.ValidationError(_("This day is too far off."))
        return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


@admin.register(Appeal)
class AppealAdmin(VerbsOnlyAdmin):
    """Appeals against what one moderates, those that wait first."""

    list_display = ["about", "person", "made", "outcome_name"]
    sortable_by = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Appeal]:
        moderated = Annotation.objects.moderated_by(request.user, sealed=True)
        theirs = Q(Exists(moderated.filter(pk=OuterRef("decision__annotation"))))
        if is_moderator(request.user):
            theirs |= Q(decision__annotation=None)
        return (
            Appeal.objects.filter(theirs)
            .exclude(decision__person=request.user.pk)
            .prefetch_related("decision__person", "decision__annotation__thread__article")
        )

    def get_ordering(self, request: HttpRequest) -> Any:
        return ["outcome", "pk"]

    @admin.display(description=gettext_lazy("decision"))
    def about(self, appeal: Appeal) -> str:
        return Decided(appeal.decision, None, appeal, False, "").sentence

    @admin.display(description=gettext_lazy("person"))
    def person(self, appeal: Appeal) -> str:
        return str(appeal.decision.person)

    @admin.display(description=gettext_lazy("made"), ordering="at")
    def made(self, appeal: Appeal) -> datetime:
        return appeal.at

    @admin.display(description=gettext_lazy("outcome"))
    def outcome_name(self, appeal: Appeal) -> str:
        return str(Appeal.Outcome(appeal.outcome).label) if appeal.outcome else _("waits")

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The appeal, the statement and the words; the form to answer it once."""
        self.check_may_see(request)
        by = member(request)
        found = self.get_object(request, object_id)
        if found is None or not may_answer(by, found.decision):
            raise Http404
        decision = found.decision
        form = AnswerForm(decision, request.POST if request.method == "POST" else None)
        if form.is_valid():
            try:
                answer(found, by=by, **form.cleaned_data)
                messages.success(request, _("Answered; the person is told."))
                return redirect("admin:annotations_appeal_change", found.pk)
            except Refused as refused:
                known = refused.field in form.fields
                form.add_error(refused.field if known else None, refused.message)
        found.refresh_from_db()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Appeal of %(name)s") % {"name": decision.person},
            "one": decided_for(by, decision.uuid),
            "appeal": found,
            "form": form if found.answered_at is None or form.errors else None,
            "is_for_another": is_for_another(by, decision),
            "record": record_of(decision.person),
            "case_url": _case_url(decision),
        }
        status = 422 if form.errors else 200
        return TemplateResponse(request, "admin/annotations/appeal.html", context, status=status)


def _case_url(decision: Decision) -> str:
    """Where what was decided about stands in the admin; empty for words that lie sealed."""
    if decision.annotation is None:
        return reverse("admin:accounts_user_sanctions", args=[decision.person_id])
    if decision.annotation.moderation == Annotation.Moderation.REMOVED:
        return ""
    return reverse("admin:annotations_annotation_change", args=[decision.annotation_id])
