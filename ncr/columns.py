"""Columns of the admin that say in the reader's language what Django's own say in English.

Of a yes or no Django draws a picture whose words are "True" and "False"; a relation that was given
no name is headed by that of its field.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.utils.translation import gettext as _

Column = Callable[[Any, Any], str]


def yes_or_no(model: type[Model], field: str) -> Column:
    """A flag in a word, under its own name."""
    name = model._meta.get_field(field).verbose_name  # type: ignore[union-attr]

    @admin.display(description=name, ordering=field)
    def column(_of: Any, one: Any) -> str:
        return _("Yes") if getattr(one, field) else _("No")

    return column


def named(field: str, name: Any) -> Column:
    """What a field names, under a name that is translated."""

    @admin.display(description=name, ordering=field)
    def column(_of: Any, one: Any) -> str:
        found = getattr(one, field)
        return "-" if found is None else str(found)

    return column
