"""The words for a value that is stored as a short name."""

from __future__ import annotations

from django.db.models import TextChoices


def label_of(kinds: type[TextChoices], value: str) -> str:
    """The label of one of these; a value that is none of them (any more) stands for itself."""
    return str(kinds(value).label) if value in kinds.values else value
