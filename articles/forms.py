"""The forms of editors in the admin: an article, its text, and what is asked before it changes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from markdownx.widgets import AdminMarkdownxWidget

from articles.models import Article
from articles.revising import NOTE_LIMIT, REASON_LIMIT, check_audience
from ncr.accounts.models import Audience, User
from ncr.fields import WordsField
from ncr.refusals import Refused


class AudienceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Who may read an article: everyone, members, or a reading group that the editor knows of."""

    def __init__(self, **given: Any) -> None:
        wide = Audience.objects.filter(pk__in=[Audience.EVERYONE, Audience.MEMBERS])
        super().__init__(
            wide,
            label=_("Who may read it"),
            empty_label=None,
            initial=Audience.EVERYONE,
            help_text=_(
                "Nobody else meets it anywhere on the site. What is said about it is never for"
                " more people than these."
            ),
            **given,
        )

    def offer(self, editor: User, present: int | None = None) -> None:
        """Adds the groups that this editor may choose."""
        self.queryset = Audience.objects.offered_to(editor, present).select_related("group")


class ArticleForm(forms.ModelForm):  # type: ignore[type-arg]
    """An article's metadata; `editor` is set by the page that shows it."""

    editor: User
    audience = AudienceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.present = self.instance.audience_id
        audience = self.fields.get("audience")
        if isinstance(audience, AudienceField):
            audience.offer(self.editor, self.present)

    def clean_audience(self) -> Audience:
        wanted: Audience = self.cleaned_data["audience"]
        try:
            check_audience(Article.objects.get(pk=self.instance.pk), wanted)
        except Refused as refused:
            raise forms.ValidationError(refused.message) from refused
        return wanted


class TextForm(forms.Form):
    """The source of a text; `before` tells which text was edited."""

    source = forms.CharField(
        label=_("Text"),
        strip=False,
        widget=AdminMarkdownxWidget(attrs={"rows": 28, "cols": 90}),
    )
    before = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)


class ReasonForm(forms.Form):
    """Why a text is taken back or restored; kept in the log."""

    reason = WordsField(
        label=_("Reason"),
        max_length=REASON_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands in the log of the site."),
    )


class NoteForm(forms.Form):
    """One line on what changed; everybody reads it in the history of the text."""

    note = WordsField(
        label=_("What changed"),
        max_length=NOTE_LIMIT,
        required=False,
        widget=forms.TextInput(attrs={"size": 60}),
        help_text=_("One line, which everybody can read in the history of this text."),
    )


class ReviewForm(NoteForm):
    """The note, and what was looked at: which draft, in which state (`look_of`)."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)


class DiscardForm(forms.Form):
    """Which text of a draft is thrown away."""

    before = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
