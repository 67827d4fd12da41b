"""Bringing a vocabulary in, in the admin: a file, what it would do, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from annotations.forms import RefusableForm
from annotations.models import Topic
from annotations.topics.vocabulary import bringing
from annotations.topics.vocabulary.planning import Plan
from ncr.accounts.models import member
from ncr.refusals import NotAllowed, Refused

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Topic]
else:
    Base = object

FORMATS = {
    "csv": gettext_lazy("CSV"),
    "ttl": gettext_lazy("SKOS in Turtle"),
    "jsonld": gettext_lazy("SKOS in JSON-LD"),
}
ENDS = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".ttl": "ttl",
    ".jsonld": "jsonld",
    ".json": "jsonld",
}


class BringForm(RefusableForm):
    """A vocabulary as a file or as text. The text of a file goes along to the second step."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy("CSV, or SKOS in Turtle or JSON-LD; at most 1 MB and 2,000 topics."),
    )
    text = forms.CharField(
        label=gettext_lazy("Or its text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto", "spellcheck": "false"}),
    )
    form = forms.ChoiceField(
        label=gettext_lazy("Format"),
        required=False,
        choices=[("", gettext_lazy("as the name of the file says")), *FORMATS.items()],
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        try:
            self._take(given)
        except Refused as refused:
            self.refuse(refused)
        return given

    def _take(self, given: dict[str, Any]) -> None:
        file = given.get("file")
        content = file.read(bringing.LARGEST + 1) if file else given.get("text", "").encode()
        given["text"] = bringing.decoded(content)
        if not given["text"].strip():
            raise Refused(_("Choose a file, or paste its text."), "file")
        if not given.get("form"):
            name = file.name.lower() if file else ""
            given["form"] = next((form for end, form in ENDS.items() if name.endswith(end)), "")
        if not given["form"]:
            raise Refused(_("Choose whether it is CSV, Turtle or JSON-LD."), "form")


class TopicImports(Base):
    """Two steps on one page: what would come, and bringing it."""

    def bring_view(self, request: HttpRequest) -> HttpResponse:
        """GET asks for a file; POST shows what it would do, and with `apply` does it."""
        by = member(request)
        try:
            bringing.check_may_bring(by)
        except NotAllowed as refused:
            raise PermissionDenied(refused.message) from refused
        form = BringForm(request.POST or None, request.FILES or None)
        plan: Plan | None = None
        if request.method == "POST" and form.is_valid():
            plan = self._planned(request, form)
        if plan is not None and "apply" in request.POST and self._applied(request, form, plan):
            return redirect("admin:annotations_topic_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Bring a vocabulary in"),
            "form": form,
            "plan": plan,
            "given": form.cleaned_data if plan is not None else {},
            "media": form.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/topics/bring.html", context)

    def _planned(self, request: HttpRequest, form: BringForm) -> Plan | None:
        given = form.cleaned_data
        try:
            terms = bringing.read(given["text"], given["form"])
            return bringing.plan(terms, by=member(request))
        except Refused as refused:
            form.refuse(refused)
            return None

    def _applied(self, request: HttpRequest, form: BringForm, plan: Plan) -> bool:
        try:
            count = bringing.apply(plan, by=member(request))
        except Refused as refused:
            form.refuse(refused)
            return False
        words = ngettext(
            "%(count)d topic is new or has more.", "%(count)d topics are new or have more.", count
        )
        self.message_user(request, words % {"count": count})
        return True
