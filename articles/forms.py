"""The forms of editors: bringing a text in, and looking at what was recognised."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from markdownx.widgets import AdminMarkdownxWidget

from articles.importers import MAX_BYTES
from articles.models import Article

MARKDOWN_START = re.compile(r"\s*(?:---[ \t]*\r?\n|# )")


class BringForm(forms.Form):
    """A text, pasted or uploaded."""

    text = forms.CharField(
        label=_("Paste a text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "cols": 90}),
        help_text=_("Plain text, as saved from a web page, or Markdown."),
    )
    file = forms.FileField(
        label=_("or choose a file"), required=False, help_text=_("A .txt or .md file, up to 5 MB.")
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        file = given.get("file")
        if bool(file) == bool((given.get("text") or "").strip()):
            raise forms.ValidationError(_("Paste a text or choose a file: one of the two."))
        if file and file.size > MAX_BYTES:
            raise forms.ValidationError(_("This file is larger than 5 MB."))
        return given

    def content(self) -> tuple[bytes, str]:
        """The bytes and a file name by which the kind of text is known."""
        file = self.cleaned_data["file"]
        if file:
            return file.read(), file.name
        text = self.cleaned_data["text"]
        return text.encode(), "pasted.md" if MARKDOWN_START.match(text) else "pasted.txt"


class RecognisedForm(forms.ModelForm):  # type: ignore[type-arg]
    """What was recognised, each part of which can be corrected before it is published."""

    source = forms.CharField(
        label=_("Text"), strip=False, widget=AdminMarkdownxWidget(attrs={"rows": 24, "cols": 90})
    )

    class Meta:
        model = Article
        fields = [
            "title",
            "standfirst",
            "byline",
            "byline_note",
            "published",
            "updated",
            "language",
            "source_url",
        ]
        widgets = {
            "title": forms.TextInput(attrs={"size": 60}),
            "standfirst": forms.Textarea(attrs={"rows": 3, "cols": 90}),
            "byline_note": forms.Textarea(attrs={"rows": 2, "cols": 90}),
        }
