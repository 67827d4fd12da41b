"""The forms of those who write: annotate, reply, edit.

They check form, not permission; what they let through goes to the verbs, whose refusals are
shown at the fields. So a person meets one set of rules, by form or by JSON.
"""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from markdownx.fields import MarkdownxFormField

from annotations.models import Annotation, Report
from annotations.passages import Passage
from articles.models import Block
from ncr.refusals import Refused

AUDIENCES = [("everyone", _("Everyone")), ("members", _("Members")), ("me", _("Only me"))]


def body_field() -> MarkdownxFormField:
    return MarkdownxFormField(
        label=_("Your note"),
        required=False,
        max_length=settings.BODY_LIMIT,
        help_text=_("Markdown: *emphasis*, **strong**, > quotation, [link](https://…)."),
        strip=False,
    )


class RefusableForm(forms.Form):
    """A form that can show what a verb refused."""

    def refuse(self, refused: Refused) -> None:
        """Shows the refusal where it belongs, leaving what was typed in place."""
        self.add_error(refused.field if refused.field in self.fields else None, refused.message)


class SubmissionForm(RefusableForm):
    """What every form that adds something has: words, and a mark by which it counts once."""

    body = body_field()
    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class AnnotateForm(SubmissionForm):
    """A new annotation, on a passage, a block, or the article."""

    field_order = ["phrase", "body", "topics", "kind", "audience"]

    phrase = forms.CharField(
        label=_("The words you mean"),
        required=False,
        max_length=2000,
        help_text=_("Copy them from the paragraph; leave empty for the whole paragraph."),
    )
    topics = forms.CharField(
        label=_("Topics"),
        required=False,
        max_length=1000,
        help_text=_("Separated by commas."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Annotation.Kind.choices)
    audience = forms.ChoiceField(label=_("Who may read it"), choices=AUDIENCES)
    start_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    end_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    quote = forms.CharField(
        widget=forms.HiddenInput, required=False, max_length=20_000, strip=False
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, block: Block | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if block is None:
            del self.fields["phrase"]

    def passage(self) -> Passage | None:
        """What the form points at; None for the article as a whole."""
        given = self.cleaned_data
        if not given["start_key"]:
            return None
        return Passage.given(
            given["start_key"],
            given["start"],
            given["end_key"],
            given["end"],
            given["quote"],
            given.get("phrase", ""),
        )

    def topic_names(self) -> list[str]:
        return str(self.cleaned_data["topics"]).split(",")


class ReplyForm(SubmissionForm):
    """An answer; its audience is the thread's."""


class EditForm(RefusableForm):
    """A new version of what one said; `version` is the one that was edited."""

    body = body_field()
    topics = forms.CharField(
        label=_("Topics"), required=False, max_length=1000, help_text=_("Separated by commas.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Annotation.Kind.choices)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, is_opening: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_opening:
            del self.fields["topics"], self.fields["kind"]


class ReportForm(RefusableForm):
    """What is wrong with something that somebody else said."""

    reason = forms.ChoiceField(
        label=_("What is wrong with it?"), choices=Report.Reason.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("In your words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": None}),
        help_text=_("Needed where you choose “Something else”. Moderators read it."),
    )
