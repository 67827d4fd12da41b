"""The forms of bringing a text in: the file itself, what is known about it, one piece of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.forms import AudienceField
from articles.importers import FACTS
from articles.models import Article
from ncr.accounts.models import User
from ncr.fields import WordsField

MARKDOWN_START = re.compile(r"\s*(?:---[ \t]*\r?\n|# )")
ACCEPTED = ".txt,.md,.markdown,.html,.htm,.xhtml,.mht,.mhtml,.webarchive,.docx,.odt,.epub,.pdf"


class FilesInput(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; an empty one is refused with its name by whoever takes it."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        given: Sequence[Any] = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(one, initial) for one in given]


class BringForm(forms.Form):
    """A text: as files, pasted, or by its address where the owner lets these be fetched."""

    file = FilesField(
        label=_("Files"),
        required=False,
        allow_empty_file=True,
        max_length=255,
        widget=FilesInput(attrs={"accept": ACCEPTED}),
        help_text=_(
            "Plain text, Markdown, saved web pages (HTML, MHTML), Word (DOCX), OpenDocument (ODT),"
            " EPUB, PDF. Several at once are brought in one by one."
        ),
    )
    text = WordsField(
        label=_("Or paste a text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "dir": "auto"}),
        help_text=_("Plain text, Markdown or HTML; which of them is recognised."),
    )
    address = forms.CharField(
        label=_("Or its address"),
        required=False,
        max_length=1000,
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
        help_text=_("The site fetches the page, and nothing that it leads to."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        if not settings.IMPORT_FROM_WEB:
            del self.fields["address"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        ways = [
            bool(given.get("file")),
            bool((given.get("text") or "").strip()),
            bool((given.get("address") or "").strip()),
        ]
        if not self.errors and sum(ways) != 1:
            raise forms.ValidationError(
                _("Choose files, or paste a text: one of these.")
                if "address" not in self.fields
                else _("Choose files, paste a text, or name an address: one of these.")
            )
        return given

    def pasted(self) -> tuple[bytes, str]:
        """The bytes of a pasted text and a file name by which its kind is known."""
        text = self.cleaned_data["text"]
        name = "pasted.md" if MARKDOWN_START.match(text) else "pasted.txt"
        return text.encode("utf-8", "replace"), name


class FactsForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is known about a text that is brought in; nothing is required until it is taken."""

    audience = AudienceField(required=False)
    shape = forms.ChoiceField(
        label=_("Bring it in as"), required=False, widget=forms.RadioSelect, choices=()
    )

    class Meta:
        model = Article
        fields = FACTS
        widgets = {
            "standfirst": forms.Textarea(attrs={"rows": 3}),
            "byline_note": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(
        self,
        *args: Any,
        editor: User,
        shapes: Sequence[tuple[str, str]] = (),
        origins: Mapping[str, SafeString] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        audience, shape = self.fields["audience"], self.fields["shape"]
        assert isinstance(audience, AudienceField)
        assert isinstance(shape, forms.ChoiceField)
        audience.offer(editor)
        shape.choices = shapes
        for name in FACTS:
            self.fields[name].required = False
            self.fields[name].widget.attrs.setdefault("dir", "auto")
        for name, words in (origins or {}).items():
            self.fields[name].help_text = format_html("{} {}", words, self.fields[name].help_text)
        if not shapes:
            del self.fields["shape"]

    def given(self) -> dict[str, str]:
        """All that was typed and chosen, as an import keeps it."""
        said = {name: self.cleaned_data.get(name) or "" for name in FACTS}
        audience = self.cleaned_data.get("audience")
        said["audience"] = str(audience.pk) if audience else ""
        return {**said, "shape": self.cleaned_data.get("shape") or ""}


class PieceForm(forms.Form):
    """The words of one piece, in Markdown."""

    words = WordsField(
        label=_("Words"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )
