"""Follows what is saved as a row of its own: articles, topics and their names, people.

Right after the save, and in its transaction where there is one.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_migrate, post_save
from django_tasks import task

from annotations.search import indexing

OF_ARTICLES = {"title", "standfirst", "byline", "byline_note", "language", "current_revision"}
OF_TOPICS = {"name", "description"}
OF_PEOPLE = {"username", "display_name", "about"}
READY = "words_ready"  # what a revision that is being published carries into the transaction


def follow(config: Any) -> None:
    """Begins to listen; called once, when the app is ready."""
    from annotations.models import Topic, TopicName
    from articles.models import Article
    from articles.signals import revision_preparing
    from ncr.accounts.models import User

    revision_preparing.connect(_prepared, dispatch_uid="search_revision")
    post_save.connect(_article_saved, sender=Article, dispatch_uid="search_article")
    post_save.connect(_topic_saved, sender=Topic, dispatch_uid="search_topic")
    post_save.connect(_name_changed, sender=TopicName, dispatch_uid="search_name")
    post_delete.connect(_name_gone, sender=TopicName, dispatch_uid="search_name_gone")
    post_save.connect(_person_saved, sender=User, dispatch_uid="search_person")
    post_delete.connect(_person_gone, sender=User, dispatch_uid="search_person_gone")
    post_migrate.connect(_fill, sender=config, dispatch_uid="search_fill")


def _touches(changed: Collection[str] | None, fields: set[str]) -> bool:
    return changed is None or not fields.isdisjoint(changed)


def _prepared(revision: Any, **_: Any) -> None:
    """Makes the words of a text before the transaction that publishes it, while nobody waits."""
    setattr(revision, READY, indexing.Ready.of(revision))


def _article_saved(
    instance: Any, created: bool, update_fields: Collection[str] | None, raw: bool = False, **_: Any
) -> None:
    if raw or created or not _touches(update_fields, OF_ARTICLES):
        return  # an article is born without a revision to be read
    indexing.index_article(instance, getattr(instance.current_revision, READY, None))
    if _touches(update_fields, {"language"}):
        transaction.on_commit(lambda: _read_anew.enqueue(instance.pk))


@task()  # type: ignore[untyped-decorator]
def _read_anew(article: int) -> None:
    """Keeps the words of what is said about an article, by the language that it has now."""
    from annotations.models import Annotation

    said = Annotation.objects.filter(thread__article=article)
    with transaction.atomic():
        indexing.index_annotations(said)


def _topic_saved(instance: Any, update_fields: Any, raw: bool = False, **_: Any) -> None:
    if not raw and _touches(update_fields, OF_TOPICS):
        indexing.index_topics([instance.pk])


def _name_changed(instance: Any, raw: bool = False, **_: Any) -> None:
    if not raw:
        indexing.index_topics([instance.topic_id])


def _name_gone(instance: Any, origin: Any = None, **_: Any) -> None:
    # With its topic the words go too
    if getattr(origin, "model", type(origin)) is type(instance):
        indexing.index_topics([instance.topic_id])


def _person_saved(instance: Any, update_fields: Any, raw: bool = False, **_: Any) -> None:
    if not raw and _touches(update_fields, OF_PEOPLE):
        indexing.index_people([instance.pk])


def _person_gone(**_: Any) -> None:
    transaction.on_commit(indexing.purge)


def _fill(using: str, verbosity: int = 1, **_: Any) -> None:
    """After migrating: makes the index where there is none yet, but things to be found."""
    from django.db import DEFAULT_DB_ALIAS

    if using != DEFAULT_DB_ALIAS or indexing.is_filled():
        return
    if verbosity:
        print("  Reading everything for the search...")  # noqa: T201
    indexing.reindex()
