"""Two articles side by side: what is filed under a topic in each, in the order of its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.topics.dossier.heading import Counted, articles_of
from annotations.topics.dossier.passages import Passage, passages_of
from annotations.topics.dossier.walking import in_article
from articles.models import Article

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from annotations.topics.dossier.heading import Heading
    from ncr.accounts.models import User

MOST_TO_CHOOSE = 200
IN_A_COLUMN = 40


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two columns."""

    article: Article
    listed: list[Passage]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """The two columns, as far as there are two, and what can be chosen for each."""

    choices: list[Counted]
    columns: list[Side]


def side_by_side(
    heading: Heading, user: User | AnonymousUser, left: str = "", right: str = ""
) -> Sides:
    """Two articles by their slugs; those with most where none or others are named.

    Two queries, and nine for each column.
    """
    choices = articles_of(heading, user, MOST_TO_CHOOSE)
    chosen = _chosen(choices, left, right)
    return Sides(choices, [_side(heading, user, one) for one in chosen])


def _chosen(choices: list[Counted], left: str, right: str) -> list[Counted]:
    """The two that are named; in place of one that is not there the next with most."""
    by_slug = {one.article.slug: one for one in choices}
    first = by_slug.get(left)
    second = by_slug.get(right) if right != left else None
    rest = [one for one in choices if one not in (first, second)]
    first = first or (rest.pop(0) if rest else None)
    second = second or (rest.pop(0) if rest else None)
    return [one for one in (first, second) if one is not None]


def _side(heading: Heading, user: User | AnonymousUser, one: Counted) -> Side:
    walked = in_article(heading.topics, user, one.article, IN_A_COLUMN)
    listed = passages_of(heading, user, walked).listed
    return Side(one.article, listed, bool(walked.after))
