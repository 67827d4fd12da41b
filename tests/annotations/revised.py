"""A text that is revised in tests of placements, and what is asked of it again and again."""

from __future__ import annotations

from annotations.models import Annotation, Placement
from articles.models import Article
from articles.revising import publish_revision, write_revision
from ncr.accounts.models import User
from tests import factories

FIRST = """The train stops at the border for two hours while papers are looked at.

Nobody on board may leave the carriage, and the windows stay shut.

Goods go by ship instead, which takes a day longer and costs less.
"""
GONE = "Nobody on board may leave the carriage, and the windows stay shut.\n\n"
WITHOUT = FIRST.replace(GONE, "")


def revised(article: Article, source: str, by: User | None = None) -> Article:
    """The article, with another text published."""
    publish_revision(write_revision(article, source, by=by), by=by)
    article.refresh_from_db()
    return article


def lost_note(article: Article, author: User) -> Annotation:
    """An annotation whose text was taken out."""
    made = factories.annotation(article, author, words="windows stay shut")
    revised(article, WITHOUT)
    made.refresh_from_db()
    made.thread.article.refresh_from_db()
    return made


def where(one: Annotation) -> Placement:
    return Placement.objects.current().get(anchor__annotation=one)
