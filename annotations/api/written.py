"""The answer to what was written: the card of its thread as the writer sees it now."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from annotations.models import Annotation
from annotations.reading.article_page import passage_json
from annotations.reading.cards import card_html
from annotations.reading.conversations import conversations

WHOLE_CARD = 60  # so many entries that what was just written is nearly always among them


def written(request: HttpRequest, made: Annotation) -> dict[str, Any]:
    """What was written, with its thread's card as this reader sees it; four queries."""
    thread = made.thread
    shown = conversations([thread], request.user, WHOLE_CARD)[0]
    row = shown.row()
    return {
        "id": made.uuid,
        "thread": thread.uuid,
        "label": thread.label,
        "key": thread.key,
        "url": made.get_absolute_url(),
        "card": card_html(shown),
        "passage": passage_json(row) if row else None,
        "state": made.moderation,
    }
