"""What waits for somebody who comes to the admin, by what their roles let them do."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import ngettext

from annotations.admin.access import moderates_something
from annotations.admin.log import entries_for
from annotations.admin.queue.chosen import waiting_count
from annotations.admin.trail import named
from annotations.models import Annotation
from articles.models import Article, Revision

register = template.Library()
MOST = 100  # counted no further
LISTED = 8


@register.simple_tag(takes_context=True)
def at_work(context: dict[str, Any]) -> dict[str, Any]:
    """Figures and lists for the first page of the admin; a dozen queries at most."""
    user = context["request"].user
    work: dict[str, Any] = {
        "moderates": moderates_something(user),
        "edits": user.has_perm("articles.change_article"),
    }
    if work["moderates"]:
        waiting = waiting_count(user, MOST + 1)
        pending = len(_pending(user))
        work["waiting"], work["pending"] = _capped(waiting), _capped(pending)
        work["waiting_words"] = ngettext(
            "thing waits in the review queue", "things wait in the review queue", waiting
        )
        work["pending_words"] = ngettext(
            "annotation waits to be let through", "annotations wait to be let through", pending
        )
        work["latest"] = named(entries_for(user).order_by("-pk")[:LISTED])
    if work["edits"]:
        drafts = Revision.objects.filter(published_at=None).values("article_id")
        work["drafts"] = list(Article.objects.filter(pk__in=drafts).order_by("-pk")[:LISTED])
    return work


def _pending(user: Any) -> Any:
    """Said in the words of the index of what is kept back."""
    kept = Annotation.objects.moderated_by(user).filter(moderation="pending")
    return kept.exclude(moderation="published").values_list("pk")[: MOST + 1]


def _capped(count: int) -> str:
    return f"{MOST}+" if count > MOST else str(count)
