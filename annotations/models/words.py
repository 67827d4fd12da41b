"""What the search looks through: of each thing that can be found, its words, stemmed and folded.

The tables are the engine's own kind (annotations/search/engines.py): on SQLite FTS5, on PostgreSQL
a `tsvector` under a GIN index. Their key is the id of what the words are of, under the name that
FTS5 gives it. Only annotations/search/indexing.py writes them; who deletes a row deletes its words.
"""

from __future__ import annotations

from django.db import models

from annotations.models.annotation import Annotation
from annotations.models.topic import Topic
from articles.models import Article, Block
from ncr.accounts.models import User


class Words(models.Model):
    """The words of one thing; a SQLite table of this kind has no constraints."""

    words = models.TextField(editable=False)

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk}"


class ArticleWords(Words):
    """Of an article: title, standfirst, byline and what is said about its author."""

    article = models.OneToOneField(
        Article, models.CASCADE, primary_key=True, db_column="rowid", related_name="+"
    )


class BlockWords(Words):
    """Of each block of a current revision."""

    block = models.OneToOneField(
        Block, models.CASCADE, primary_key=True, db_column="rowid", related_name="+"
    )


class AnnotationWords(Words):
    """Of what is said, while its author has not withdrawn it and no moderator removed it."""

    annotation = models.OneToOneField(
        Annotation, models.CASCADE, primary_key=True, db_column="rowid", related_name="+"
    )


class TopicWords(Words):
    """Of a topic: its name, aliases and description."""

    topic = models.OneToOneField(
        Topic, models.CASCADE, primary_key=True, db_column="rowid", related_name="+"
    )


class PersonWords(Words):
    """Of a person: user name, display name and what they say of themselves."""

    person = models.OneToOneField(
        User, models.CASCADE, primary_key=True, db_column="rowid", related_name="+"
    )
