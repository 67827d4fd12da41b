"""Searching within a topic: in the paragraphs its passages stand in, and in what is said of them.

By the site's own search and its gate, which finds what carries the topic or a narrower one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.search.asking import understood
from annotations.search.finding import Filters
from annotations.search.results import Results, results
from articles.models import Article

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from annotations.topics.dossier.heading import Heading
    from ncr.accounts.models import User

MOST_TEXTS = 10


@dataclass(frozen=True, slots=True)
class Found:
    """What answers, with its words marked."""

    texts: Results
    notes: Results

    @property
    def is_empty(self) -> bool:
        return not (self.texts.hits or self.notes.hits)


def search_within(
    heading: Heading,
    user: User | AnonymousUser,
    typed: str,
    *,
    article: Article | None = None,
    after: str = "",
) -> Found:
    """What answers the words that were typed; Refused where there is nothing to look for."""
    question = understood(typed)
    filters = Filters(article=article, topic=heading.topic, below=tuple(heading.topics[1:]))
    texts = (
        Results([])
        if after
        else results("text", user, question, filters, order="newest", most=MOST_TEXTS)
    )
    return Found(texts, results("notes", user, question, filters, order="newest", after=after))
