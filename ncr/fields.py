"""Fields of forms for what people write."""

from __future__ import annotations

from typing import Any

from django import forms


class WordsField(forms.CharField):
    """Words with a limit that is told: the form refuses what is too long, and gives it back whole.

    The page has no `maxlength`, at which a browser cuts what is pasted without a word. Set to None
    in the attributes of the widget it would stay, since Django puts the field's own over them.
    """

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs
