"""The forms of those who write: annotate, reply, edit.

They check form, not permission; what they let through goes to the verbs, whose refusals are
shown at the fields. So a person meets one set of rules, by form or by JSON.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from markdownx.widgets import MarkdownxWidget

from annotations.audiences import ME, Choice, Told
from annotations.models import Annotation, PassageLink, Report
from annotations.passages import Passage
from annotations.pointing import Link
from annotations.reading.addressed import link_at
from articles.models import Block
from ncr.accounts.models import User
from ncr.fields import WordsField
from ncr.refusals import Refused


def said_to_html(words: dict[str, Any]) -> SafeString:
    """Who reads it, a sentence for each kind of audience; the style sheet shows the chosen one."""
    return format_html_join(
        " ", '<span class="says" data-kind="{}">{}</span>', ((k, v) for k, v in words.items())
    )


def body_field() -> WordsField:
    return WordsField(
        label=_("Your note"),
        required=False,
        max_length=settings.BODY_LIMIT,
        help_text=_("Markdown: *emphasis*, **strong**, > quotation, [link](https://…)."),
        strip=False,
        widget=MarkdownxWidget,
    )


POINTING = ("relation", "link", "link_phrase")  # the fields of a second passage


def kind_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Kind"),
        choices=Annotation.Kind.choices,
        help_text=_("A highlight needs no words, a topic mark only its topics."),
    )


class RefusableForm(forms.Form):
    """A form that can show what a verb refused."""

    def refuse(self, refused: Refused) -> None:
        """Shows the refusal where it belongs, leaving what was typed in place."""
        self.add_error(refused.field if refused.field in self.fields else None, refused.shown)


class SubmissionForm(RefusableForm):
    """What every form that adds something has: words, and a mark by which it counts once."""

    body = body_field()
    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class SelectedForm(RefusableForm):
    """What was selected in the text, and in which revision; the page's scripts fill it in."""

    start_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    end_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    quote = forms.CharField(
        widget=forms.HiddenInput, required=False, max_length=20_000, strip=False
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class AudienceSelect(forms.Select):
    """A choice of audiences; each carries what the page says and shows when it is chosen."""

    told: dict[str, Told] = {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        told = self.told[str(value)]
        option["attrs"] |= {"data-kind": told.kind, "data-button": told.post}
        return option


class AnnotateForm(SelectedForm, SubmissionForm):
    """A new annotation, on a passage, a block, or the article, said to one of `choices`.

    A choice that is there no more is answered with "only me" set, so that sending the form again
    reaches nobody whom its writer did not choose.
    """

    field_order = ["phrase", "body", "topics", "kind", "audience"]
    apart = ("audience", *POINTING)  # what the page shows in parts of its own

    phrase = WordsField(
        label=_("The words you mean"),
        required=False,
        max_length=2000,
        help_text=_("Copy them from the paragraph; leave empty for the whole paragraph."),
    )
    topics = WordsField(
        label=_("Topics"),
        required=False,
        max_length=1000,
        help_text=_("Separated by commas."),
    )
    kind = kind_field()
    relation = forms.ChoiceField(
        label=_("What this passage is to the other"),
        choices=[("", _("Choose")), *((one.value, one.label) for one in PassageLink.Relation)],
        required=False,
    )
    link = WordsField(
        label=_("Address of the other passage"),
        required=False,
        max_length=500,
        help_text=_("Of a paragraph (its number in the text), or of a note on this site."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )
    link_phrase = WordsField(
        label=_("Words of the other passage"),
        required=False,
        max_length=2000,
        help_text=_("Copy them from the paragraph; leave empty for all that the address names."),
    )
    audience = forms.ChoiceField(label=_("Who may read it"), widget=AudienceSelect)

    def __init__(
        self,
        *args: Any,
        choices: Sequence[Choice],
        block: Block | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if block is None:
            del self.fields["phrase"]
        self._offer(choices)

    def _offer(self, choices: Sequence[Choice]) -> None:
        told = {choice.value: choice.told for choice in choices}
        field: Any = self.fields["audience"]
        field.choices = [(value, one.label) for value, one in told.items()]
        field.widget.told = told
        field.help_text = said_to_html({one.kind: one.words for one in told.values()})
        self._lost = self.is_bound and self.data.get("audience") not in told
        if self._lost:
            self.data = {**{name: self.data[name] for name in self.data}, "audience": ME}

    def clean_audience(self) -> str:
        if self._lost:
            raise forms.ValidationError(
                _(
                    "You cannot write to those you had chosen (any more)."
                    " “Only me” is set now; choose again, or keep it for yourself."
                )
            )
        return str(self.cleaned_data["audience"])

    @property
    def pointing(self) -> list[forms.BoundField]:
        """The fields of the second passage."""
        return [self[name] for name in POINTING]

    @property
    def is_pointing(self) -> bool:
        """Whether a second passage was named, or what is wrong with it has to be seen."""
        return any(one.value() or one.errors for one in self.pointing)

    def second(self, by: User) -> Link | None:
        """The second passage that the form names; None for none."""
        relation, address, phrase = (str(self.cleaned_data[name]).strip() for name in POINTING)
        if not (relation or address or phrase):
            return None
        return link_at(relation, address, phrase, by)

    def passage(self) -> Passage | None:
        """What the form is about; None for the article as a whole."""
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
            given["revision"],
        )

    def topic_names(self) -> list[str]:
        return str(self.cleaned_data["topics"]).split(",")


class ReplyForm(SubmissionForm):
    """An answer; its audience is the thread's."""


class EditForm(RefusableForm):
    """A new version of what one said; `version` is the one that was edited."""

    body = body_field()
    topics = WordsField(
        label=_("Topics"), required=False, max_length=1000, help_text=_("Separated by commas.")
    )
    kind = kind_field()
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, is_opening: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_opening:
            del self.fields["topics"], self.fields["kind"]


class GroupForm(RefusableForm):
    """What a reading group is called, what it is for, and who may join it."""

    name = forms.CharField(label=_("Name"), max_length=120)
    description = WordsField(
        label=_("What it is for"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    is_open = forms.ChoiceField(
        label=_("Who may join"),
        choices=[
            ("", _("Those whom its leaders invite; nobody else sees that it is there")),
            ("1", _("Any member of this site; everyone sees its name and what it is for")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )

    def clean_is_open(self) -> bool:
        return bool(self.cleaned_data["is_open"])


class AddMemberForm(RefusableForm):
    """A member of the site who is to be in a group."""

    name = forms.CharField(
        label=_("User name"),
        max_length=151,
        help_text=_("The name behind the @ on their page. They are told, and may leave at once."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )

    def clean_name(self) -> str:
        return str(self.cleaned_data["name"]).removeprefix("@")


class InviteForm(RefusableForm):
    """Somebody who may have no account yet."""

    email = forms.EmailField(
        label=_("Mail address"),
        required=False,
        help_text=_("Only this address can use the invitation. Empty: whoever has the link, once."),
    )


class ReportForm(RefusableForm):
    """What is wrong with something that somebody else said."""

    reason = forms.ChoiceField(
        label=_("What is wrong with it?"), choices=Report.Reason.choices, widget=forms.RadioSelect
    )
    text = WordsField(
        label=_("In your words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed where you choose “Something else”. Moderators read it."),
    )


class ResolveForm(RefusableForm):
    """Why a thread is settled; everybody who reads the thread reads it."""

    reason = WordsField(
        label=_("Why is it settled?"),
        max_length=300,
        help_text=_("A few words; they stand on the folded note, with your name."),
    )


class PlaceForm(SelectedForm):
    """Other words for a note to stand on: selected in the text, or a phrase of a block.

    `placement` is the one that was looked at.
    """

    placement = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    block = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    phrase = WordsField(
        label=_("The words it belongs to"),
        required=False,
        max_length=2000,
        help_text=_("Copy them from the paragraph; leave empty for the whole paragraph."),
    )

    @property
    def has_selection(self) -> bool:
        """Whether words were selected; to be asked after `is_valid`."""
        given = self.cleaned_data
        return bool(given.get("start_key")) and given.get("end") is not None

    def passage(self) -> Passage | None:
        """What it points at; None where nothing was chosen."""
        given = self.cleaned_data
        if self.has_selection:
            return Passage.given(
                given["start_key"],
                given.get("start"),
                given.get("end_key", ""),
                given["end"],
                given.get("quote", ""),
                "",
                given.get("revision"),
            )
        if not given["block"]:
            return None
        return Passage.given(given["block"], None, "", None, "", given["phrase"])
